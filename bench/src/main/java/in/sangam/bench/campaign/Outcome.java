package in.sangam.bench.campaign;

import java.util.List;

/**
 * What became of one row of the campaign.
 *
 * @param row what was done to the hub
 * @param verdict see {@link Verdict}
 * @param recoverySeconds from the end of the fault until the hub had everything again; negative where that was not seen
 * @param remarks what is broken, why it was skipped, or what was measured
 */
record Outcome(String row, Verdict verdict, double recoverySeconds, List<String> remarks) {

    /** How a row ended. */
    enum Verdict {
        /** Every promise held. */
        HELD,
        /** A promise was broken: the campaign fails. */
        BROKEN,
        /** The fault did not come about: the campaign fails, for nothing was shown. */
        NOT_REACHED,
        /** This machine cannot do it; said, not counted. */
        SKIPPED,
        /** A negative control: a promise was broken on purpose, and the campaign has seen it. */
        CAUGHT,
        /** A negative control that nobody noticed: the campaign fails, for its checks are worth nothing. */
        MISSED;

        boolean fails() {
            return this == BROKEN || this == NOT_REACHED || this == MISSED;
        }
    }

    static Outcome of(String row, double recoverySeconds, List<String> broken) {
        return new Outcome(row, broken.isEmpty() ? Verdict.HELD : Verdict.BROKEN, recoverySeconds, broken);
    }
}
