package in.sangam.feeds.api;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What {@code /api/v1/explain} answers with. */
final class Explained {

    private Explained() {}

    /**
     * One line of an explanation: a KPI of a composite mark, or a place below of a KPI's mark.
     *
     * @param points its part of the mark as shown; {@code pointsExact} is the same as a fraction
     * @param numeratorRecords where the records behind the numerator are listed
     */
    public record Line(
            @Nullable String kpi,
            @Nullable String place,
            String nameEn,
            @Nullable String nameHi,
            @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable BigDecimal numerator,
            @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable BigDecimal denominator,
            @Nullable String value,
            @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable BigDecimal marks,
            @Nullable String marksExact,
            @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable BigDecimal weight,
            String share,
            @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal points,
            String pointsExact,
            @Nullable String numeratorRecords,
            @Nullable String denominatorRecords) {}

    /** How fresh a source of the counts is. */
    public record Fresh(String portal, String stream, @Nullable Long ageSeconds, String state) {}

    /** A day of the month that is excused because a source was out. */
    public record Excused(LocalDate day, String portal, String stream, String evidence) {}

    /**
     * What names only a place of which a unit of a departmental tree has a part: it may be the unit's, and counts for none.
     *
     * @param place the place that it names
     */
    public record Beside(
            String kpi,
            String place,
            String nameEn,
            @Nullable String nameHi,
            @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable BigDecimal numerator,
            @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable BigDecimal denominator) {}

    /**
     * An explanation.
     *
     * @param kpi null for the composite mark
     * @param mark as shown; null when nothing applies
     * @param beside only of units of departmental trees
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Answer(
            OffsetDateTime asOf,
            long changeNo,
            @Nullable String kpi,
            String place,
            String period,
            @Nullable ShownValue value,
            @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable BigDecimal mark,
            @Nullable String markExact,
            @Nullable String grade,
            List<Line> lines,
            List<Fresh> sources,
            List<Excused> excused,
            @Nullable Moved moved,
            @Nullable OneRankUp oneRankUp,
            @Nullable List<Beside> beside) {}

    /** What moved the mark since the month before, by KPI; the lines add up to the difference as shown. */
    public record Moved(
            String since, @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal difference, List<MovedLine> lines) {}

    /** One KPI's part: value and points then and now. */
    public record MovedLine(
            String kpi,
            String nameEn,
            String nameHi,
            @Nullable String before,
            @Nullable String now,
            @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal difference,
            String differenceExact) {}

    /** What would share the next better rank: each way alone, with its denominator as it is. */
    public record OneRankUp(String ahead, int rank, String gapExact, List<Way> ways) {}

    /** A numerator that would be enough. */
    public record Way(
            String kpi,
            @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal numerator,
            @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal change) {}
}
