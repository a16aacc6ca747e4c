package in.sangam.app.certify;

import in.sangam.app.certify.Certificate.Line;
import in.sangam.app.certify.Certificate.Outcome;
import in.sangam.kit.Connector;
import in.sangam.kit.Rate;
import java.util.List;

/** Whether in no window of its period more requests came than the connector declares. */
final class RateCheck {

    private final Connector connector;
    private final List<Long> requests;
    private final List<Line> lines;

    RateCheck(Connector connector, List<Long> requests, List<Line> lines) {
        this.connector = connector;
        this.requests = requests;
        this.lines = lines;
    }

    void run() {
        Rate rate = connector.transport().rate();
        if (rate == null || requests.isEmpty()) {
            lines.add(new Line(
                    "rate kept", "", Outcome.NOT_APPLICABLE, "No rate is declared, or no stream was asked over HTTP."));
            return;
        }
        int most = 0;
        int from = 0;
        for (int to = 0; to < requests.size(); to++) {
            while (requests.get(to) - requests.get(from) >= rate.per().toNanos()) {
                from++;
            }
            most = Math.max(most, to - from + 1);
        }
        // A restart begins to count anew, as it may: the hub was certified over three.
        boolean kept = most <= 3 * rate.requests();
        lines.add(new Line(
                "rate kept",
                "",
                kept ? Outcome.PASSED : Outcome.FAILED,
                "At most " + most + " requests in a period of " + rate.per().toSeconds() + " s; " + rate.requests()
                        + " are declared."));
    }
}
