package in.sangam.app.settle;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One KPI value as the ledger counts it.
 *
 * @param denominator null for a plain count
 */
record LedgerCell(String kpi, String place, String period, BigDecimal numerator, @Nullable BigDecimal denominator) {}
