package in.sangam.store.read;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One version of a published month, as it will always be.
 *
 * @param changeNo the last change that the figures hold
 * @param configHash the method: hash of KPIs, measures, rules and places as they were
 */
public record PublishedMonth(
        String period,
        int version,
        Instant publishedAt,
        String by,
        String reason,
        Instant asOf,
        long changeNo,
        String configHash,
        List<Figure> figures,
        List<Rank> ranks) {

    /** A KPI of a subject; {@code marks} exact, as a fraction. */
    public record Figure(
            String kpi,
            String subject,
            @Nullable BigDecimal numerator,
            @Nullable BigDecimal denominator,
            @Nullable String marks,
            String state) {}

    /** Where a subject stood; rank 0 without a mark. */
    public record Rank(String subject, int rank, @Nullable String mark) {}
}
