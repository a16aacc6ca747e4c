package in.sangam.store;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The bytes of unreadable answers, as they came: sealed before they leave the process, in a schema that only the vault's own
 * role may read, for seven days. Whoever opens one is written down first, in a log that is only ever appended to.
 */
public final class PageVault {

    /** Name of the schema; the role that opens it is its owner. */
    public static final String SCHEMA = "vault";

    /** How long bytes are kept. */
    public static final Duration RETENTION = Duration.ofDays(7);

    /** What is kept of a longer answer: enough to see what the portal sent. */
    private static final int MOST_BYTES = 8 << 20;

    /** Pages kept of one stream; older ones go first, so that a portal cannot fill the disk. */
    private static final int MOST_PAGES = 200;

    /**
     * What the vault gives out.
     *
     * @param size of the whole answer; {@code bytes} are its beginning when it was longer than what is kept
     */
    public record Opened(byte[] bytes, long size, Instant keptAt) {}

    private record Sealed(byte[] sealed, String keyId, long size, Instant keptAt) {}

    private final JdbcClient database;
    private final VaultKey key;

    /**
     * Opens the vault.
     *
     * @param database as the role of the vault, not as that of the hub
     */
    public PageVault(DataSource database, VaultKey key) {
        Flyway.configure(PageVault.class.getClassLoader())
                .dataSource(database)
                .schemas(SCHEMA)
                .defaultSchema(SCHEMA)
                .locations("classpath:db/vault")
                .load()
                .migrate();
        this.database = JdbcClient.create(database);
        this.key = key;
    }

    /** Keeps an answer; one with the same content is kept once, and its seven days begin when it was first seen. */
    public void keep(String portal, String stream, String contentHash, byte[] answer, Instant now) {
        byte[] sealed = key.seal(answer, Math.min(answer.length, MOST_BYTES), label(portal, stream, contentHash));
        int kept = database.sql(
                        """
                        insert into vault.page (portal, stream, content_hash, kept_at, size, key_id, sealed)
                        values (?, ?, ?, ?, ?, ?, ?)
                        on conflict do nothing
                        """)
                .params(portal, stream, contentHash, now.atOffset(ZoneOffset.UTC), answer.length, key.id(), sealed)
                .update();
        if (kept > 0) {
            database.sql(
                            """
                            delete from vault.page where (portal, stream, content_hash) in (
                              select portal, stream, content_hash from vault.page where portal = ? and stream = ?
                              order by kept_at desc offset ?)
                            """)
                    .params(portal, stream, MOST_PAGES)
                    .update();
        }
    }

    /** Writes down who opens a page and why, and then opens it; empty when it is not, or no longer, kept. */
    public Optional<Opened> open(String portal, String stream, String contentHash, String who, String why) {
        note(portal, stream, contentHash, who, why);
        return database.sql(
                        """
                        select sealed, key_id, size, kept_at from vault.page
                        where portal = ? and stream = ? and content_hash = ?
                        """)
                .params(portal, stream, contentHash)
                .query((row, n) -> new Sealed(
                        row.getBytes(1),
                        row.getString(2),
                        row.getLong(3),
                        row.getTimestamp(4).toInstant()))
                .optional()
                .map(page -> opened(page, label(portal, stream, contentHash)));
    }

    private void note(String portal, String stream, String contentHash, String who, String why) {
        database.sql(
                        """
                        insert into vault.access (who, action, portal, stream, content_hash, why)
                        values (?, 'read', ?, ?, ?, ?)
                        """)
                .params(who, portal, stream, contentHash, why)
                .update();
    }

    /** Lets go what has been kept for seven days, and writes that down; returns how many pages there were. */
    public int expire(Instant now) {
        return database.sql(
                        """
                        with gone as (
                          delete from vault.page where kept_at <= ? returning portal, stream, content_hash)
                        insert into vault.access (who, action, portal, stream, content_hash, why)
                        select 'hub', 'expire', portal, stream, content_hash, 'kept for 7 days' from gone
                        """)
                .params(now.minus(RETENTION).atOffset(ZoneOffset.UTC))
                .update();
    }

    private Opened opened(Sealed page, String label) {
        if (!page.keyId().equals(key.id())) {
            throw new IllegalStateException("The page " + label + " was sealed with key " + page.keyId()
                    + ", and this hub has key " + key.id() + ": give the hub the older one to read it");
        }
        return new Opened(key.open(page.sealed(), label), page.size(), page.keptAt());
    }

    private static String label(String portal, String stream, String contentHash) {
        return portal + "/" + stream + "/" + contentHash;
    }
}
