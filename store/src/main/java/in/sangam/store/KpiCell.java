package in.sangam.store;

import in.sangam.core.measure.Subject;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/**
 * The value of a KPI for a place, post, department or portal and a period, as it is published.
 *
 * @param place code of the place; a post, department or portal is named as in measures, such as {@code post/P188-1}
 * @param period such as {@code 2026-10}
 * @param denominator null for a plain count
 * @param value null when not applicable (denominator 0)
 * @param marks null when the KPI carries no marks or is not applicable
 */
public record KpiCell(
        String kpi,
        String place,
        String period,
        BigDecimal numerator,
        @Nullable BigDecimal denominator,
        @Nullable BigDecimal value,
        @Nullable BigDecimal marks) {

    Subject kind() {
        return Subject.kindOf(place);
    }

    /** Returns the message of the value; its subject is a member named by its kind, such as {@code place} or {@code post}. */
    String message(OffsetDateTime asOf) {
        return new JsonText()
                .raw('{')
                .member("kpi", kpi)
                .member(kind().word(), Subject.code(place))
                .member("period", period)
                .member("numerator", numerator)
                .member("denominator", denominator)
                .member("value", value)
                .member("marks", marks)
                .member("asOf", DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(asOf))
                .raw('}')
                .toString();
    }
}
