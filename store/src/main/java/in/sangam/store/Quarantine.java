package in.sangam.store;

import in.sangam.core.page.Rejection;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The decisions on quarantined rows, each in one audited transaction. Rows get in by {@link PageStore}; what is let go is sent
 * by {@link Releases} through the same path as every page.
 */
public final class Quarantine {

    /** Which table or place an answer is about: see {@link in.sangam.core.page.UnknownWord}. */
    public record Question(
            @Nullable String portal, @Nullable String stream, String table, String word, String within) {}

    private static final String RELEASE =
            """
            with decided as (
              update hub.quarantine set status = 'released', decided_by = :who, decision = :why,
                decided_at = clock_timestamp()
              where status = 'open' and %s
              returning id, portal, stream, page_id, reason = 'REFUSED_BY_STORE' as canonical
            ), release as (
              insert into hub.release (who, why, requested)
              select :who, :why, count(*) from decided having count(*) > 0 returning id
            ), pages as materialized (
              select gen_random_uuid()::text as page_id, portal, stream, page_id as came_in, canonical
              from decided group by portal, stream, decided.page_id, canonical
            ), sent as (
              insert into hub.release_page (page_id, release_id, portal, stream, came_in, canonical)
              select p.page_id, r.id, p.portal, p.stream, p.came_in, p.canonical from pages p cross join release r
            ), rows as (
              insert into hub.release_row (page_id, quarantine_id)
              select p.page_id, d.id from decided d join pages p on p.portal = d.portal and p.stream = d.stream
                and p.came_in = d.page_id and p.canonical = d.canonical
            ), noted as (
              insert into hub.audit (who, action, target, reason)
              select :who, 'quarantine.release', id::text, :why from decided
            )
            select id from release
            """;

    private final JdbcClient database;
    private final OneTransaction transaction;

    public Quarantine(DataSource database) {
        this.database = JdbcClient.create(database);
        this.transaction = new OneTransaction(database);
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

    /**
     * Lets open rows go to be judged again as they were kept; one still at fault opens again.
     *
     * @return the id of the release, empty when none of the rows was open
     */
    public Optional<Long> release(Collection<Long> ids, String who, String why) {
        return released("id = any (:ids)", who, why)
                .param("ids", ids.toArray(Long[]::new))
                .query(Long.class)
                .optional();
    }

    /**
     * Answers what a portal's code means, and lets every row go that waits for it.
     *
     * @param ours the hub's word; null takes an earlier answer back
     * @return the id of the release, empty when no row waits
     */
    public Optional<Long> answerCode(Question question, @Nullable String ours, String who, String why) {
        return transaction.run(() -> {
            database.sql(
                            """
                            with answered as (
                              insert into hub.code_answer (portal, stream, code_table, word, ours, who, why)
                              values (:portal, :stream, :table, :word, :ours, :who, :why) returning *)
                            insert into hub.audit (who, action, target, reason)
                            select :who, 'quarantine.answer-code', portal || '.' || stream || ' ' || code_table || ' '
                              || word || ' = ' || coalesce(ours, '(taken back)'), :why from answered
                            """)
                    .param("portal", question.portal())
                    .param("stream", question.stream())
                    .param("table", question.table())
                    .param("word", question.word())
                    .param("ours", ours)
                    .param("who", who)
                    .param("why", why)
                    .update();
            return ours == null
                    ? Optional.<Long>empty()
                    : released(
                                    "portal = :portal and stream = :stream and reason = 'UNMAPPED_CODE'"
                                            + " and unknown_table = :table and unknown_word = :word",
                                    who,
                                    why)
                            .param("portal", question.portal())
                            .param("stream", question.stream())
                            .param("table", question.table())
                            .param("word", question.word())
                            .query(Long.class)
                            .optional();
        });
    }

    /**
     * Answers which place a name means, for every portal, and lets every row go that waits for it.
     *
     * @param code of a place; null takes an earlier answer back
     * @return the id of the release, empty when no row waits
     */
    public Optional<Long> answerPlace(Question question, @Nullable String code, String who, String why) {
        return transaction.run(() -> {
            database.sql(
                            """
                            with answered as (
                              insert into hub.place_answer (level, word, within, code, who, why)
                              values (:level, :word, :within, :code, :who, :why) returning *)
                            insert into hub.audit (who, action, target, reason)
                            select :who, 'quarantine.answer-place', level || ' ' || word || ' within ' || within || ' = '
                              || coalesce(code, '(taken back)'), :why from answered
                            """)
                    .param("level", question.table())
                    .param("word", question.word())
                    .param("within", question.within())
                    .param("code", code)
                    .param("who", who)
                    .param("why", why)
                    .update();
            return code == null
                    ? Optional.<Long>empty()
                    : released(
                                    "reason = 'UNMAPPED_PLACE' and unknown_table = :level and unknown_word = :word"
                                            + " and coalesce(unknown_within, '') = :within",
                                    who,
                                    why)
                            .param("level", question.table())
                            .param("word", question.word())
                            .param("within", question.within())
                            .query(Long.class)
                            .optional();
        });
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

    private JdbcClient.StatementSpec released(String which, String who, String why) {
        return database.sql(RELEASE.formatted(which)).param("who", who).param("why", why);
    }
}
