package in.sangam.store;

import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Answers that could not be read as a page: one entry per portal, stream and content hash, however often it is fetched.
 * The bytes are not kept here.
 */
public final class UnreadablePages {

    private final JdbcClient database;

    public UnreadablePages(DataSource database) {
        this.database = JdbcClient.create(database);
    }

    /**
     * Notes an unreadable answer.
     *
     * @param cause countable code
     * @param message one sentence without personal values
     * @return true when this content is seen for the first time
     */
    public boolean seen(String portal, String stream, String contentHash, String cause, String message) {
        return database.sql(
                                """
                                insert into hub.unreadable_page as u (portal, stream, content_hash, cause, message)
                                values (?, ?, ?, ?, ?)
                                on conflict (portal, stream, content_hash) do update set
                                  last_seen = clock_timestamp(), count = u.count + 1, cause = excluded.cause,
                                  message = excluded.message,
                                  state = case u.state when 'recovered' then 'open' else u.state end
                                returning count
                                """)
                        .params(portal, stream, contentHash, cause, message)
                        .query(Long.class)
                        .single()
                == 1;
    }

    /** Tells whether a person has decided to go on without this content. */
    public boolean isSkipped(String portal, String stream, String contentHash) {
        return database.sql(
                        """
                        select exists (select from hub.unreadable_page
                          where portal = ? and stream = ? and content_hash = ? and state = 'skipped')
                        """)
                .params(portal, stream, contentHash)
                .query(Boolean.class)
                .single();
    }

    /** Closes the open entries of a stream that has become readable again; returns how many there were. */
    public int recovered(String portal, String stream) {
        return database.sql(
                        "update hub.unreadable_page set state = 'recovered' where portal = ? and stream = ? and state = 'open'")
                .params(portal, stream)
                .update();
    }

    /** Goes on without an unreadable answer, on a person's word; returns false when there is no such open entry. */
    public boolean skip(String portal, String stream, String contentHash, String who, String why) {
        return database.sql(
                                """
                                with decided as (
                                  update hub.unreadable_page set state = 'skipped', decided_by = :who, decision = :why
                                  where portal = :portal and stream = :stream and content_hash = :hash and state = 'open'
                                  returning portal, stream, content_hash)
                                insert into hub.audit (who, action, target, reason)
                                select :who, 'unreadable-page.skip', portal || '/' || stream || '/' || content_hash, :why
                                from decided
                                """)
                        .param("who", who)
                        .param("why", why)
                        .param("portal", portal)
                        .param("stream", stream)
                        .param("hash", contentHash)
                        .update()
                == 1;
    }
}
