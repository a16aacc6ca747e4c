package in.sangam.app.settle;

import in.sangam.core.kpi.Kpi;
import in.sangam.core.kpi.KpiCatalogue;
import in.sangam.core.kpi.KpiEvaluator;
import in.sangam.core.kpi.KpiValue;
import in.sangam.core.kpi.Numbers;
import in.sangam.core.kpi.Period;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Compares every KPI value of the ledger with the hub's one evaluator: numerator and denominator, exactly. */
final class KpiComparison {

    private static final int EXAMPLES = 5;

    private final Ledger ledger;
    private final KpiCatalogue kpis;
    private final KpiEvaluator evaluator;

    KpiComparison(Ledger ledger, KpiCatalogue kpis, KpiEvaluator evaluator) {
        this.ledger = ledger;
        this.kpis = kpis;
        this.evaluator = evaluator;
    }

    List<KpiLine> lines() {
        Map<String, Tally> tallies = new TreeMap<>();
        ledger.cells(cell -> tallies.computeIfAbsent(cell.kpi(), Tally::new).compare(cell));
        return tallies.values().stream()
                .map(tally -> new KpiLine(tally.code, tally.cells, tally.wrong, tally.examples))
                .toList();
    }

    private final class Tally {

        private final String code;
        private final Optional<Kpi> kpi;
        private final List<String> examples = new ArrayList<>();
        private long cells;
        private long wrong;

        Tally(String code) {
            this.code = code;
            this.kpi = kpis.find(code);
        }

        void compare(LedgerCell cell) {
            cells++;
            if (kpi.isEmpty()) {
                differs(cell, "the hub has no such KPI");
                return;
            }
            KpiValue value = evaluator.evaluate(kpi.get(), cell.place(), Period.of(cell.period()));
            BigDecimal numerator = counted(value.numerator());
            BigDecimal denominator = kpi.get().denominator() == null ? null : counted(value.denominator());
            if (!Numbers.same(numerator, cell.numerator()) || !Numbers.same(denominator, cell.denominator())) {
                differs(cell, "the hub counts " + text(numerator, denominator));
            }
        }

        private void differs(LedgerCell cell, String how) {
            wrong++;
            if (examples.size() < EXAMPLES) {
                examples.add("wrong " + code + " " + cell.place() + " " + cell.period() + ": the ledger counts "
                        + text(cell.numerator(), cell.denominator()) + ", " + how);
            }
        }
    }

    /** The ledger knows no difference between nothing reported and nothing to count. */
    private static BigDecimal counted(@Nullable BigDecimal number) {
        return number == null ? BigDecimal.ZERO : number;
    }

    private static String text(BigDecimal numerator, @Nullable BigDecimal denominator) {
        return numerator.stripTrailingZeros().toPlainString()
                + (denominator == null
                        ? ""
                        : "/" + denominator.stripTrailingZeros().toPlainString());
    }
}
