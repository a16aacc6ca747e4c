package in.sangam.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Windows of streams that persons have read again: how far each is, and what became of its rows. At most one unfinished a stream. */
public final class Backfills {

    private static final String SELECT =
            """
            select b.id, b.portal, b.stream, b.cursor_from, b.cursor_to, b.at_cursor, b.state, b.rows_read, b.trouble,
              b.asked_by, b.started_at, count(s.page_id), count(p.id), coalesce(sum(p.quarantined), 0),
              b.listing, b.version_from is not null
            from hub.backfill b
            left join hub.backfill_page s on s.backfill = b.id
            left join hub.page p on p.id = s.page_id
            %s group by b.id order by b.id desc limit 200
            """;

    private final DataSource source;
    private final JdbcClient database;

    public Backfills(DataSource database) {
        this.source = database;
        this.database = JdbcClient.create(database);
    }

    /**
     * Begins a backfill, or lets the unfinished one of the same window go on from where it is. Returns the other one, untouched,
     * when one of another window is unfinished: it is known by its window.
     */
    public Backfill begin(String portal, String stream, String from, String to, String who) {
        return begin(portal, stream, from, to, who, false, null);
    }

    /**
     * The same, to compare.
     *
     * @param listing whether the keys that the portal lists are kept
     * @param versions of the window, null when its cursor is not the version of a record
     */
    public Backfill begin(
            String portal,
            String stream,
            String from,
            String to,
            String who,
            boolean listing,
            Backfill.@Nullable Versions versions) {
        database.sql(
                        """
                        insert into hub.backfill (portal, stream, cursor_from, cursor_to, at_cursor, asked_by, listing,
                          version_from, version_to)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing
                        """)
                .params(
                        portal,
                        stream,
                        from,
                        to,
                        from,
                        who,
                        listing,
                        versions == null ? null : versions.from(),
                        versions == null ? null : versions.to())
                .update();
        database.sql(
                        """
                        update hub.backfill set state = 'running', trouble = null, changed_at = clock_timestamp()
                        where portal = ? and stream = ? and cursor_from = ? and cursor_to = ? and state <> 'finished'
                        """)
                .params(portal, stream, from, to)
                .update();
        return database.sql(SELECT.formatted("where b.portal = ? and b.stream = ?"))
                .params(portal, stream)
                .query((row, n) -> Backfill.read(row))
                .list()
                .get(0);
    }

    /** Stops a running backfill where it is; what is not running stays as it is. */
    public Optional<Backfill> pause(long id) {
        state(id, "paused", null, "running");
        return find(id);
    }

    /** Returns one of them. */
    public Optional<Backfill> find(long id) {
        return database.sql(SELECT.formatted("where b.id = ?"))
                .params(id)
                .query((row, n) -> Backfill.read(row))
                .optional();
    }

    /** Returns the latest, the newest first. */
    public List<Backfill> latest() {
        return database.sql(SELECT.formatted(""))
                .query((row, n) -> Backfill.read(row))
                .list();
    }

    /** Returns those that are to be gone on with. */
    public List<Backfill> running() {
        return database.sql(SELECT.formatted("where b.state = 'running'"))
                .query((row, n) -> Backfill.read(row))
                .list();
    }

    /**
     * Notes pages that are safely on the broker, and how far they reach. Returns false when it is not to be gone on with: another
     * node has moved it, or a person has stopped it.
     *
     * @param from where this walk last knew it to be
     */
    public boolean advance(long id, String from, String to, List<String> pages, int rows) {
        return advance(id, from, to, pages, rows, List.of());
    }

    /** The same, with the keys that the portal listed. */
    public boolean advance(long id, String from, String to, List<String> pages, int rows, List<String> keys) {
        return new InTransaction(source, "The backfill could not be noted").run(connection -> {
            try (PreparedStatement page = connection.prepareStatement(
                    "insert into hub.backfill_page (backfill, page_id) select ?, unnest(?) on conflict do nothing")) {
                page.setLong(1, id);
                page.setArray(2, connection.createArrayOf("text", pages.toArray()));
                page.executeUpdate();
            }
            if (!keys.isEmpty()) {
                try (PreparedStatement listed = connection.prepareStatement("insert into hub.backfill_key (backfill,"
                        + " source_id) select ?, unnest(?) on conflict do nothing")) {
                    listed.setLong(1, id);
                    listed.setArray(2, connection.createArrayOf("text", keys.toArray()));
                    listed.executeUpdate();
                }
            }
            try (PreparedStatement moved = connection.prepareStatement(
                    """
                    update hub.backfill set at_cursor = ?, rows_read = rows_read + ?, trouble = null,
                      changed_at = clock_timestamp()
                    where id = ? and at_cursor = ? and state in ('running', 'paused') returning state
                    """)) {
                moved.setString(1, to);
                moved.setInt(2, rows);
                moved.setLong(3, id);
                moved.setString(4, from);
                try (ResultSet state = moved.executeQuery()) {
                    return state.next() && state.getString(1).equals("running");
                }
            }
        });
    }

    /** Notes that the window is read to its end. */
    public void finished(long id) {
        state(id, "finished", null, "running");
    }

    /** Notes why it cannot go on until a person has done something. */
    public void failed(long id, String why) {
        state(id, "failed", why, "running");
    }

    /** Notes why it waits; it goes on by itself. */
    public void waits(long id, String why) {
        state(id, "running", why, "running");
    }

    private void state(long id, String to, @Nullable String trouble, String from) {
        database.sql("update hub.backfill set state = ?, trouble = ?, changed_at = clock_timestamp()"
                        + " where id = ? and state = ?")
                .params(to, trouble, id, from)
                .update();
    }
}
