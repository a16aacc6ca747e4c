package in.sangam.app.certify;

import in.sangam.kit.Title;
import java.time.Instant;
import java.util.List;

/**
 * What a connector was found to do.
 *
 * @param hash of manifest and mappings: a changed folder needs a new certificate
 * @param at wall clock (UTC)
 */
public record Certificate(String connector, Title title, String owner, String hash, Instant at, List<Line> lines) {

    /** What became of one check. */
    public enum Outcome {
        PASSED,
        FAILED,
        /** The connector has nothing that this check is about; the sentence says what is missing. */
        NOT_APPLICABLE
    }

    /**
     * One check of one stream.
     *
     * @param stream empty for the connector as a whole
     * @param sentence what was seen, or what is wrong and what to do
     */
    public record Line(String check, String stream, Outcome outcome, String sentence) {}

    /** Whether no check has failed. */
    public boolean passed() {
        return lines.stream().noneMatch(line -> line.outcome() == Outcome.FAILED);
    }
}
