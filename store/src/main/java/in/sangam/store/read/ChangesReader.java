package in.sangam.store.read;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The change log in commit order: pages that changed records, and KPI values that were published. */
public final class ChangesReader {

    /** What a change is about. */
    public enum Kind {
        RECORDS,
        KPI_VALUE
    }

    /**
     * One change.
     *
     * @param changeNo its place in commit order: cursor and event id
     * @param at wall clock, UTC
     * @param stored records written by the page, null for a KPI value
     */
    public record Change(
            long changeNo,
            Kind kind,
            Instant at,
            @Nullable String portal,
            @Nullable String stream,
            @Nullable String page,
            @Nullable Integer stored,
            @Nullable String kpi,
            @Nullable String place,
            @Nullable String period,
            @Nullable BigDecimal numerator,
            @Nullable BigDecimal denominator) {}

    private static final String AFTER =
            """
            (select change_no, 'RECORDS' as kind, stored_at as at, portal, stream, id as page, stored,
                    null as kpi, null as place, null as period, null::numeric as numerator, null::numeric as denominator
             from hub.page where change_no > :after order by change_no limit :most)
            union all
            (select change_no, 'KPI_VALUE', published_at, null, null, null, null, kpi, place, period, numerator, denominator
             from hub.published_kpi where change_no > :after order by change_no limit :most)
            order by change_no limit :most
            """;

    private final JdbcClient client;

    public ChangesReader(DataSource database) {
        this.client = JdbcClient.create(database);
    }

    /** Returns the changes after a number, the oldest first. Of a KPI value only the latest publication is kept. */
    public List<Change> after(long changeNo, int most) {
        return client.sql(AFTER)
                .param("after", changeNo)
                .param("most", most)
                .query((row, n) -> new Change(
                        row.getLong("change_no"),
                        Kind.valueOf(row.getString("kind")),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("portal"),
                        row.getString("stream"),
                        row.getString("page"),
                        row.getObject("stored", Integer.class),
                        row.getString("kpi"),
                        row.getString("place"),
                        row.getString("period"),
                        row.getBigDecimal("numerator"),
                        row.getBigDecimal("denominator")))
                .list();
    }
}
