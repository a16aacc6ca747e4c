package in.sangam.feeds.pages;

import in.sangam.core.kpi.Kpi;
import in.sangam.core.place.Place;
import in.sangam.store.Corrections.Correction;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A correction that was asked for.
 *
 * @param kpi null when it is not declared any more
 * @param late whether it waits beyond its time limit
 * @param counted the number as the hub counts it now, null when nothing was reported
 * @param maySign whether the reader may sign first, {@code mayCountersign} second: never who asked, nor one person twice
 * @param form what was entered as answer
 */
public record CorrectionView(
        Correction correction,
        @Nullable Kpi kpi,
        @Nullable Place place,
        boolean late,
        @Nullable BigDecimal counted,
        boolean maySign,
        boolean mayCountersign,
        Answer form) {

    /** All corrections, and the form to ask for one. */
    public record All(List<CorrectionView> corrections, Form form) {}

    /** An answer as entered; {@code problem} says why it was not taken. */
    public record Answer(String outcome, String amount, String reason, @Nullable FormProblem problem) {}

    /** The form to ask: what may be chosen, and what was entered. */
    public record Form(
            List<String> months, List<Kpi> kpis, List<Place> places, Entered entered, @Nullable FormProblem problem) {}

    /** A wish as entered. */
    public record Entered(String period, String kpi, String place, String part, String claimed, String evidence) {}
}
