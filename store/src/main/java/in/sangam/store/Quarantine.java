package in.sangam.store;

import in.sangam.core.page.Rejection;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The decisions on quarantined rows. Rows get in by {@link PageStore}; the read side lists them. */
public final class Quarantine {

    /**
     * A row let go to be judged again.
     *
     * @param sourceId null when the row has no key
     * @param pageId the page that brought it last: its row in the page table gives source hash and fetch time
     * @param maskedRow JSON text; the portal's row, or for {@code REFUSED_BY_STORE} the canonical record
     */
    public record Released(
            long id,
            String portal,
            String stream,
            @Nullable String sourceId,
            String pageId,
            Rejection.Reason reason,
            String maskedRow) {}

    private final JdbcClient database;

    public Quarantine(DataSource database) {
        this.database = JdbcClient.create(database);
    }

    /** Returns the ids of open rows, oldest first; an empty filter leaves that side open. */
    public List<Long> open(Optional<String> portal, Optional<String> stream, Optional<Rejection.Reason> reason) {
        return database.sql(
                        """
                        select id from hub.quarantine
                        where status = 'open' and portal = coalesce(:portal::text, portal)
                          and stream = coalesce(:stream::text, stream) and reason = coalesce(:reason::text, reason)
                        order by id
                        """)
                .param("portal", portal.orElse(null))
                .param("stream", stream.orElse(null))
                .param("reason", reason.map(Enum::name).orElse(null))
                .query(Long.class)
                .list();
    }

    /** Lets open rows go, audited; the caller sends them through the same path again. One still at fault opens again. */
    public List<Released> release(Collection<Long> ids, String who, String why) {
        return database.sql(
                        """
                        with decided as (
                          update hub.quarantine set status = 'released', decided_by = :who, decision = :why,
                            decided_at = clock_timestamp()
                          where id = any (:ids) and status = 'open'
                          returning id, portal, stream, source_id, page_id, reason, masked_row::text as masked_row
                        ), noted as (
                          insert into hub.audit (who, action, target, reason)
                          select :who, 'quarantine.release', id::text, :why from decided
                        )
                        select * from decided order by id
                        """)
                .param("who", who)
                .param("why", why)
                .param("ids", ids.toArray(Long[]::new))
                .query(Released.class)
                .list();
    }

    /** Closes open rows that are never to be stored, audited; returns how many. */
    public int dismiss(Collection<Long> ids, String who, String why) {
        return database.sql(
                        """
                        with decided as (
                          update hub.quarantine set status = 'dismissed', decided_by = :who, decision = :why,
                            decided_at = clock_timestamp()
                          where id = any (:ids) and status = 'open' returning id)
                        insert into hub.audit (who, action, target, reason)
                        select :who, 'quarantine.dismiss', id::text, :why from decided
                        """)
                .param("who", who)
                .param("why", why)
                .param("ids", ids.toArray(Long[]::new))
                .update();
    }
}
