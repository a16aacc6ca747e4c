package in.sangam.feeds.api;

import com.fasterxml.jackson.annotation.JsonFormat;
import in.sangam.core.kpi.Explanation;
import in.sangam.core.kpi.KpiValue;
import in.sangam.core.measure.Subject;
import in.sangam.core.place.Place;
import in.sangam.feeds.marks.Figures;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A KPI's value for a place and month.
 *
 * @param place code of a place, or of a unit of a departmental tree; of what no unit can be given, the place it lies in;
 *     a post, department or portal as measures name it, such as {@code portal/rtps}
 * @param level of the place; of a unit, its tree and its level there; post, department or portal
 * @param end last day that counts
 * @param value numerator ÷ denominator to ten decimals; {@code exact} is the same as a fraction
 * @param marks rounded once, to two decimals; {@code marksExact} is the same as a fraction
 * @param state measured, not-applicable (denominator 0), not-reported, or too-few for marks; applicable when measured.
 *     Of what no unit of a tree can be given: not-named-further or in-no-unit, with the counts alone
 */
@Schema(name = "Value")
public record ShownValue(
        String kpi,
        String place,
        String level,
        String placeName,
        String period,
        LocalDate end,
        @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable BigDecimal numerator,
        @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable BigDecimal denominator,
        @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable BigDecimal value,
        @Nullable String exact,
        @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable BigDecimal marks,
        @Nullable String marksExact,
        boolean applicable,
        String state) {

    private static final int VALUE_DECIMALS = 10;

    /** Returns the value of a place. */
    static ShownValue of(KpiValue value, Place place, Figures figures) {
        return of(value, place, place.level().word(), figures);
    }

    /** Returns the value of a place whose level has a word of its own. */
    static ShownValue of(KpiValue value, Place place, String level, Figures figures) {
        return of(value, level, place.nameEn(), figures);
    }

    /** Returns the value of a post, department or portal. */
    static ShownValue of(KpiValue value, Figures figures) {
        return of(value, Subject.kindOf(value.place()).word(), Subject.code(value.place()), figures);
    }

    private static ShownValue of(KpiValue value, String level, String name, Figures figures) {
        return new ShownValue(
                value.kpi(),
                value.place(),
                level,
                name,
                value.period().toString(),
                figures.end(),
                value.numerator(),
                value.denominator(),
                value.value() == null ? null : value.value().shown(VALUE_DECIMALS),
                value.value() == null ? null : value.value().toString(),
                value.marks() == null ? null : value.marks().shown(Explanation.DECIMALS),
                value.marks() == null ? null : value.marks().toString(),
                value.applicable(),
                state(value));
    }

    /** Returns the word for how a value came about. */
    static String state(KpiValue value) {
        return value.state().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
