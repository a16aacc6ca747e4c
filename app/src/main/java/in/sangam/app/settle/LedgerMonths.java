package in.sangam.app.settle;

import in.sangam.core.kpi.Amounts;
import in.sangam.core.kpi.Period;
import in.sangam.core.kpi.Term;
import in.sangam.store.read.MeasureReader;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The hub's measures for the months that a ledger names, each read once. */
final class LedgerMonths implements Amounts {

    private final MeasureReader measures;
    private final LocalDate asOf;
    private final Map<Period, Amounts> months = new HashMap<>();

    LedgerMonths(MeasureReader measures, LocalDate asOf) {
        this.measures = measures;
        this.asOf = asOf;
    }

    @Override
    public @Nullable BigDecimal of(Term term, String place, Period period) {
        return months.computeIfAbsent(period, month -> measures.read(List.of(month), asOf))
                .of(term, place, period);
    }
}
