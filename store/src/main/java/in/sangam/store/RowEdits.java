package in.sangam.store;

import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Corrections of quarantined rows by hand: one person proposes, another approves, and the original stays beside it. */
public final class RowEdits {

    private static final String APPROVE =
            """
            with edit as (
              update hub.row_edit e set state = 'approved', decided_by = :who, decided_at = clock_timestamp()
              from hub.quarantine q
              where e.id = :id and e.state = 'proposed' and e.proposed_by <> :who
                and q.id = e.quarantine_id and q.status = 'open'
              returning e.id, e.quarantine_id, e.row, e.why, q.portal, q.stream, q.page_id, q.reason
            ), closed as (
              update hub.quarantine q set status = 'edited', decided_by = :who, decision = edit.why,
                decided_at = clock_timestamp()
              from edit where q.id = edit.quarantine_id
            ), release as (
              insert into hub.release (who, why, requested) select :who, why, 1 from edit returning id
            ), page as materialized (
              select gen_random_uuid()::text as new_id, edit.* from edit
            ), sent as (
              insert into hub.release_page (page_id, release_id, portal, stream, came_in, canonical)
              select p.new_id, r.id, p.portal, p.stream, p.page_id, p.reason = 'REFUSED_BY_STORE'
              from page p cross join release r
            ), rows as (
              insert into hub.release_row (page_id, quarantine_id, row)
              select p.new_id, p.quarantine_id, p.row from page p
            ), linked as (
              insert into hub.audit (who, action, target, reason)
              select :who, 'quarantine.approve-edit', quarantine_id::text, why from edit
            )
            select id from release
            """;

    private final JdbcClient database;
    private final OneTransaction transaction;

    public RowEdits(DataSource database) {
        this.database = JdbcClient.create(database);
        this.transaction = new OneTransaction(database);
    }

    /**
     * Proposes another row in the place of an open one.
     *
     * @param row JSON object, in the shape of the row that is kept
     * @return the id of the edit, empty when the row is not open or has a proposal already
     */
    public Optional<Long> propose(long quarantineId, String row, String who, String why) {
        return database.sql(
                        """
                        with edit as (
                          insert into hub.row_edit (quarantine_id, row, proposed_by, why)
                          select id, :row::json, :who, :why from hub.quarantine where id = :id and status = 'open'
                          on conflict (quarantine_id) where state = 'proposed' do nothing
                          returning id, quarantine_id
                        ), noted as (
                          insert into hub.audit (who, action, target, reason)
                          select :who, 'quarantine.propose-edit', quarantine_id::text, :why from edit)
                        select id from edit
                        """)
                .param("id", quarantineId)
                .param("row", row)
                .param("who", who)
                .param("why", why)
                .query(Long.class)
                .optional();
    }

    /**
     * Approves a proposal of somebody else and lets the edited row go.
     *
     * @return the id of the release; empty when there is no such proposal, it is one's own, or the row is not open any more
     */
    public Optional<Long> approve(long editId, String who) {
        return transaction.run(() -> {
            Optional<Long> release = database.sql(APPROVE)
                    .param("id", editId)
                    .param("who", who)
                    .query(Long.class)
                    .optional();
            release.ifPresent(id -> database.sql("update hub.row_edit set release_id = :release where id = :id")
                    .param("release", id)
                    .param("id", editId)
                    .update());
            return release;
        });
    }

    /** Takes a proposal back, one's own or another's; returns false when there is none. */
    public boolean withdraw(long editId, String who, String why) {
        return database.sql(
                                """
                                with edit as (
                                  update hub.row_edit set state = 'withdrawn', decided_by = :who,
                                    decided_at = clock_timestamp()
                                  where id = :id and state = 'proposed' returning quarantine_id)
                                insert into hub.audit (who, action, target, reason)
                                select :who, 'quarantine.withdraw-edit', quarantine_id::text, :why from edit
                                """)
                        .param("id", editId)
                        .param("who", who)
                        .param("why", why)
                        .update()
                == 1;
    }
}
