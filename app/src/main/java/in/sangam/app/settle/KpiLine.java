package in.sangam.app.settle;

import java.util.List;

/**
 * One KPI settled.
 *
 * @param cells values of the ledger that were compared
 * @param wrong those whose numerator or denominator the hub counts otherwise
 * @param examples some of the wrong ones, to look at
 */
public record KpiLine(String kpi, long cells, long wrong, List<String> examples) {

    boolean agrees() {
        return wrong == 0;
    }
}
