package in.sangam.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import in.sangam.core.page.NormalisedPage;
import in.sangam.core.page.PageHead;
import in.sangam.core.page.SourcePage;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The pages of rows that persons have let go, on their way to the broker. A page is marked sent after the broker has it: a
 * crash between sends it again under the same id, which the store takes once.
 */
public final class Releases {

    /** Pages of one turn: those to translate anew, and those of records that only the store had refused. */
    public record Pages(List<SourcePage> rows, List<NormalisedPage> records) {}

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .nodeFactory(JsonNodeFactory.withExactBigDecimals(true))
            .build();

    private static final String UNSENT =
            """
            select p.page_id, p.portal, p.stream, p.canonical, g.source_hash, g.cursor_from, g.cursor_to,
              coalesce(g.fetched_at, (select min(q.first_seen) from hub.release_row w
                join hub.quarantine q on q.id = w.quarantine_id where w.page_id = p.page_id)) as fetched_at
            from hub.release_page p left join hub.page g on g.id = p.came_in
            where p.sent_at is null
            order by p.release_id, p.page_id limit :most for update of p skip locked
            """;

    private static final String STRAGGLERS =
            """
            select q.id from hub.quarantine q cross join lateral (
              -- when it was let go for an answer that the page which brought it back did not know yet, it is let go again
              select case when exists (select from hub.page g where g.id = q.page_id and g.fetched_at < q.decided_at)
                  and not exists (select from hub.release_page p where p.page_id = q.page_id)
                then '-infinity' else coalesce(q.decided_at, '-infinity') end as since) decided
            where q.status = 'open' and q.unknown_word is not null
              and (exists (select from (
                  select ours, at from hub.code_answer a where q.reason = 'UNMAPPED_CODE' and a.portal = q.portal
                    and a.stream = q.stream and a.code_table = q.unknown_table and a.word = q.unknown_word
                  order by a.id desc limit 1) a where ours is not null and decided.since < at)
                or exists (select from (
                  select code, at from hub.place_answer a where q.reason = 'UNMAPPED_PLACE'
                    and a.level = q.unknown_table and a.word = q.unknown_word
                    and a.within = coalesce(q.unknown_within, '')
                  order by a.id desc limit 1) a where code is not null and decided.since < at))
            """;

    private final JdbcClient database;
    private final OneTransaction transaction;
    private final Quarantine quarantine;

    public Releases(DataSource database) {
        this.database = JdbcClient.create(database);
        this.transaction = new OneTransaction(database);
        this.quarantine = new Quarantine(database);
    }

    /**
     * Hands pages that were not sent yet to a sender and marks them; nothing is marked when the sender throws.
     *
     * @return how many pages were sent; pages that another node is sending are passed over
     */
    public int send(int most, Consumer<Pages> sender) {
        return transaction.run(() -> {
            List<Unsent> unsent = database.sql(UNSENT)
                    .param("most", most)
                    .query((row, n) -> Unsent.of(row))
                    .list();
            if (unsent.isEmpty()) {
                return 0;
            }
            sender.accept(new Pages(
                    unsent.stream()
                            .filter(each -> !each.canonical())
                            .map(each -> new SourcePage(each.head(), rows(each)))
                            .toList(),
                    unsent.stream()
                            .filter(Unsent::canonical)
                            .map(each -> new NormalisedPage(
                                    each.head(),
                                    rows(each).stream()
                                            .map(row -> RefusedRecord.record(each.head(), row))
                                            .toList(),
                                    List.of()))
                            .toList()));
            database.sql("update hub.release_page set sent_at = clock_timestamp() where page_id = any (:ids)")
                    .param("ids", unsent.stream().map(each -> each.head().id()).toArray(String[]::new))
                    .update();
            return unsent.size();
        });
    }

    /**
     * Lets rows go whose word was answered while they were on their way into quarantine; returns how many there were.
     * Each is let go once for an answer, whatever becomes of it; a row that a page read before the answer brings in once more is
     * not what became of it.
     */
    public int releaseStragglers() {
        List<Long> ids = database.sql(STRAGGLERS).query(Long.class).list();
        if (!ids.isEmpty()) {
            quarantine.release(ids, "hub", "answered before it came in");
        }
        return ids.size();
    }

    private List<JsonNode> rows(Unsent page) {
        return database
                .sql(
                        """
                        select coalesce(w.row, q.masked_row)::text from hub.release_row w
                        join hub.quarantine q on q.id = w.quarantine_id
                        where w.page_id = ? order by q.row_no, q.id
                        """)
                .param(page.head().id())
                .query(String.class)
                .list()
                .stream()
                .map(Releases::json)
                .toList();
    }

    private static JsonNode json(String row) {
        try {
            return JSON.readTree(row);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("A row in quarantine is not JSON", e);
        }
    }

    /** @param head names no connector yet: the row is read by the one that is there when it arrives */
    private record Unsent(PageHead head, boolean canonical) {

        static Unsent of(ResultSet row) throws SQLException {
            String hash = row.getString("source_hash");
            return new Unsent(
                    new PageHead(
                            row.getString("page_id"),
                            row.getString("portal"),
                            row.getString("stream"),
                            hash == null ? "" : hash,
                            row.getString("cursor_from"),
                            row.getString("cursor_to"),
                            row.getObject("fetched_at", OffsetDateTime.class).toInstant(),
                            ""),
                    row.getBoolean("canonical"));
        }
    }
}
