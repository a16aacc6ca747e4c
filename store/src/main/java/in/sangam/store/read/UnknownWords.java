package in.sangam.store.read;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The questions that rows in quarantine wait for: each answer lets all of its rows go. */
public final class UnknownWords {

    /**
     * One question.
     *
     * @param portal empty for a place: its answer holds for every portal
     * @param table table of codes, or level of the place
     * @param within code of the place that it lies in, empty for a code and for anywhere
     * @param rows how many rows wait
     */
    public record Question(
            String reason,
            String portal,
            String stream,
            String table,
            String word,
            String within,
            List<String> candidates,
            long rows,
            Instant firstSeen) {}

    private static final String QUESTIONS =
            """
            select reason, case reason when 'UNMAPPED_CODE' then portal else '' end as portal,
              case reason when 'UNMAPPED_CODE' then stream else '' end as stream, unknown_table, unknown_word,
              coalesce(unknown_within, '') as within, count(*) as rows, min(first_seen) as first_seen,
              (array_agg(array_to_string(candidates, E'\\n') order by id desc))[1] as candidates
            from hub.quarantine where status = 'open' and unknown_word is not null
            group by 1, 2, 3, 4, 5, 6 order by rows desc, 4, 5 limit :most
            """;

    private final JdbcClient client;

    public UnknownWords(DataSource database) {
        this.client = JdbcClient.create(database);
    }

    /** Returns the questions with the most rows first. */
    public List<Question> open(int most) {
        return client.sql(QUESTIONS)
                .param("most", most)
                .query((row, n) -> question(row))
                .list();
    }

    private static Question question(ResultSet row) throws SQLException {
        String candidates = row.getString("candidates");
        return new Question(
                row.getString("reason"),
                row.getString("portal"),
                row.getString("stream"),
                row.getString("unknown_table"),
                row.getString("unknown_word"),
                row.getString("within"),
                candidates.isEmpty() ? List.of() : List.of(candidates.split("\n")),
                row.getLong("rows"),
                row.getObject("first_seen", OffsetDateTime.class).toInstant());
    }
}
