package in.sangam.store.read;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How far the rows are that persons have let go: requested = released = finished, when all is done. */
public final class ReleaseReader {

    /**
     * One release, counted in rows.
     *
     * @param requested rows that were open when it was decided
     * @param released of them, on the broker
     * @param finished of them, judged and written: stored + unchanged + superseded + quarantined again
     */
    public record Release(
            long id,
            String who,
            String why,
            Instant at,
            long requested,
            long released,
            long finished,
            long stored,
            long unchanged,
            long superseded,
            long quarantined) {

        /** Whether every row has come to its end. */
        public boolean done() {
            return finished == requested;
        }
    }

    private static final String RELEASES =
            """
            select r.id, r.who, r.why, r.at, r.requested, coalesce(sum(n.rows) filter (where p.sent_at is not null), 0) as released,
              coalesce(sum(n.rows) filter (where g.id is not null), 0) as finished, coalesce(sum(g.stored), 0) as stored,
              coalesce(sum(g.unchanged), 0) as unchanged, coalesce(sum(g.superseded), 0) as superseded,
              coalesce(sum(g.quarantined), 0) as quarantined
            from hub.release r
            join hub.release_page p on p.release_id = r.id
            cross join lateral (select count(*) as rows from hub.release_row w where w.page_id = p.page_id) n
            left join hub.page g on g.id = p.page_id
            where %s
            group by r.id order by r.id desc limit :most
            """;

    private final JdbcClient client;

    public ReleaseReader(DataSource database) {
        this.client = JdbcClient.create(database);
    }

    /** Returns the latest releases, the latest first. */
    public List<Release> latest(int most) {
        return client.sql(RELEASES.formatted("r.id in (select id from hub.release order by id desc limit :most)"))
                .param("most", most)
                .query(Release.class)
                .list();
    }

    /** Returns one release. */
    public Optional<Release> release(long id) {
        return client.sql(RELEASES.formatted("r.id = :id"))
                .param("id", id)
                .param("most", 1)
                .query(Release.class)
                .optional();
    }
}
