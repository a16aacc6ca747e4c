package in.sangam.feeds.pages;

import in.sangam.core.kpi.Fraction;
import in.sangam.core.kpi.Kpi;
import in.sangam.core.measure.Subject;
import in.sangam.core.place.Place;
import in.sangam.store.read.PublishedMonth;
import in.sangam.store.read.PublishedMonth.Figure;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One version of a published month.
 *
 * @param newest whether there is no later version
 * @param ranks districts as they stood
 * @param moved what it moved against the version before
 * @param offered what a further version would move; none unless it is the newest
 */
public record PublicationView(
        PublishedMonth month, boolean newest, List<Stood> ranks, Moves moved, Moves offered, Form form) {

    /** Where a district stood, and in the version before; 0 without a mark there, null without such a version. */
    public record Stood(Place place, int rank, @Nullable String mark, @Nullable Integer before) {}

    /** The first of the numbers that moved; {@code all} counts them. */
    public record Moves(List<Move> first, int all) {}

    /** A number that moved; a side is null when it did not exist there. */
    public record Move(
            @Nullable Kpi kpi,
            String code,
            @Nullable Place place,
            String subject,
            @Nullable Figure before,
            @Nullable Figure now) {

        /** Returns the code of the post or department, or of a place. */
        public String subjectCode() {
            return Subject.code(subject);
        }
    }

    /**
     * What the form to publish shows.
     *
     * @param months that may be chosen
     * @param problem why it was not taken, null before it was sent
     */
    public record Form(List<String> months, String chosen, String reason, @Nullable FormProblem problem) {}

    /** Every version of every month, and the form. */
    public record All(List<PublishedMonth> versions, Form form) {}

    /** Returns an exact mark as it is shown, a dash without one. */
    public static String mark(@Nullable String exact) {
        return exact == null ? "–" : Fraction.parse(exact).shown(2).toPlainString();
    }
}
