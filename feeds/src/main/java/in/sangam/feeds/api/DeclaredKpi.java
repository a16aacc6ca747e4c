package in.sangam.feeds.api;

import com.fasterxml.jackson.annotation.JsonFormat;
import in.sangam.core.kpi.Formula;
import in.sangam.core.kpi.Kpi;
import in.sangam.core.place.Level;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A KPI as it is declared. */
public record DeclaredKpi(
        String kpi,
        String nameEn,
        String nameHi,
        String sector,
        String department,
        String project,
        String unit,
        String direction,
        boolean ranked,
        @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal weight,
        String owner,
        @Nullable String source,
        String subject,
        List<String> levels,
        String numerator,
        @Nullable String denominator,
        @Nullable LocalDate from,
        @Nullable LocalDate to) {

    static DeclaredKpi of(Kpi kpi) {
        Formula denominator = kpi.denominator();
        return new DeclaredKpi(
                kpi.code(),
                kpi.nameEn(),
                kpi.nameHi(),
                kpi.sector(),
                kpi.department(),
                kpi.project(),
                kpi.unit(),
                kpi.direction().name().toLowerCase(Locale.ROOT),
                kpi.ranked(),
                kpi.weight(),
                kpi.owner(),
                kpi.source(),
                kpi.subject().word(),
                kpi.levels().stream()
                        .sorted(Comparator.naturalOrder())
                        .map(Level::word)
                        .toList(),
                kpi.numerator().toString(),
                denominator == null ? null : denominator.toString(),
                kpi.from(),
                kpi.to());
    }
}
