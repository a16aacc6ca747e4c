package in.sangam.feeds.publication;

import in.sangam.core.AsOfClock;
import in.sangam.core.kpi.Formula;
import in.sangam.core.kpi.Kpi;
import in.sangam.core.place.Place;
import in.sangam.feeds.api.Asked;
import in.sangam.feeds.api.ParameterProblem;
import in.sangam.feeds.api.Parameters;
import in.sangam.store.Audit;
import in.sangam.store.Corrections;
import in.sangam.store.Corrections.Correction;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes requests for corrections, their answers and signatures, for API and pages alike; each is checked and audited. What is
 * not possible is a {@link ParameterProblem} that names the field.
 */
public final class CorrectionDesk {

    /** How a correction can be answered. */
    public static final List<String> OUTCOMES = List.of("source", "adjustment", "refused");

    /** Days, after the day of asking, within which a nodal officer answers. */
    static final int ANSWER_DAYS = 7;

    /** What is asked for: the number that a part of a KPI should be, and where the proof is. */
    public record Ask(
            @Nullable String period,
            @Nullable String kpi,
            @Nullable String place,
            @Nullable String part,
            @Nullable BigDecimal claimed,
            @Nullable String evidence) {}

    /** How a correction ends; {@code amount} is what an adjustment adds to the number. */
    public record Decision(@Nullable String outcome, @Nullable BigDecimal amount, @Nullable String reason) {}

    private final Asked asked;
    private final Corrections corrections;
    private final Audit audit;
    private final AsOfClock clock;

    public CorrectionDesk(Asked asked, Corrections corrections, Audit audit, AsOfClock clock) {
        this.asked = asked;
        this.corrections = corrections;
        this.audit = audit;
        this.clock = clock;
    }

    /** Asks for a correction; it goes to the KPI's nodal officer with a time limit. */
    public Correction ask(Ask wish, String by) {
        Kpi kpi = asked.kpi(Parameters.needed("kpi", wish.kpi));
        Place place = asked.place(Parameters.needed("place", wish.place));
        Asked.Part part = asked.part(Parameters.needed("part", wish.part));
        Formula of = asked.formula(kpi, part);
        if (!kpi.isFor(place.level())) {
            throw ParameterProblem.invalid(
                    "place", kpi.code() + " is not worked out for it, so " + of + " has no number.", List.of());
        }
        String period = asked.period(Parameters.needed("period", wish.period)).toString();
        BigDecimal claimed = Parameters.present("claimed", wish.claimed);
        String evidence = Parameters.needed("evidence", wish.evidence);
        long id = corrections.ask(
                period,
                kpi.code(),
                place.code(),
                part.word(),
                claimed,
                evidence,
                by,
                kpi.owner(),
                clock.today().plusDays(ANSWER_DAYS));
        audit.note(by, "correction.ask", String.valueOf(id), evidence);
        return found(id);
    }

    /** Answers it: closes it, or signs an adjustment for the first time. */
    public Correction decide(long id, Decision decision, String by) {
        String outcome = Parameters.oneOf("outcome", Parameters.needed("outcome", decision.outcome), OUTCOMES);
        String reason = Parameters.needed("reason", decision.reason);
        found(id);
        boolean done = outcome.equals("adjustment")
                ? corrections.sign(id, Parameters.present("amount", decision.amount), by, reason)
                : corrections.close(id, outcome, by, reason);
        if (!done) {
            throw ParameterProblem.conflict(
                    "id", "Correction " + id + " is not open, or was asked for by the one who would sign it");
        }
        audit.note(by, "correction." + outcome, String.valueOf(id), reason);
        return found(id);
    }

    /** Signs an adjustment as the second person; it counts from the next version on. */
    public Correction countersign(long id, String by) {
        found(id);
        if (!corrections.countersign(id, by)) {
            throw ParameterProblem.conflict(
                    "id",
                    "Correction " + id
                            + " needs the signature of one person and then of another, neither of whom asked for it");
        }
        audit.note(by, "correction.countersign", String.valueOf(id), "");
        return found(id);
    }

    /** Returns a correction; one that does not exist is a problem. */
    public Correction found(long id) {
        return corrections
                .find(id)
                .orElseThrow(() -> ParameterProblem.missing("id", "There is no correction " + id + "."));
    }
}
