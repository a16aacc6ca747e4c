package in.sangam.app.certify;

import com.fasterxml.jackson.databind.JsonNode;
import in.sangam.app.certify.Certificate.Line;
import in.sangam.app.certify.Certificate.Outcome;
import in.sangam.app.simulate.Example;
import in.sangam.kit.Sink;
import in.sangam.kit.UnknownWord;
import java.util.List;

/** Whether each example of a sink becomes the request that is written beside it, and whether there is one. */
final class SinkExamples {

    private final Sink sink;
    private final List<Example> examples;
    private final List<Line> lines;

    SinkExamples(Sink sink, List<Example> examples, List<Line> lines) {
        this.sink = sink;
        this.examples = examples;
        this.lines = lines;
    }

    void run() {
        boolean good = examples.stream().anyMatch(Example::good);
        boolean bad = examples.stream().anyMatch(each -> !each.good());
        String folder = "examples/" + sink.name() + "/";
        if (!good) {
            lines.add(new Line(
                    "examples",
                    sink.name(),
                    Outcome.NOT_APPLICABLE,
                    "Nothing is delivered to it here, for there is no message of the hub with what is sent of it: write "
                            + folder + "<sentence>.message.json and " + folder + "<sentence>.request.json."));
        } else if (!bad && !sink.codes().isEmpty()) {
            line(
                    false,
                    "The sink has codes: there must be a message with a word that they lack, " + folder
                            + "<sentence>.message.json beside <sentence>.rejection.json.");
        } else {
            line(true, examples.size() + " examples" + (bad ? ", good ones and bad ones." : "."));
        }
        for (Example each : examples) {
            String wrong = difference(each);
            if (!wrong.isEmpty()) {
                line(false, "'" + each.sentence() + "': " + wrong);
            }
        }
    }

    private String difference(Example example) {
        try {
            JsonNode body = sink.bodyOf(example.row());
            return !example.good()
                    ? "is sent, but should be refused."
                    : body.equals(example.expected()) ? "" : "is sent as " + body + ", not as written beside it.";
        } catch (UnknownWord unknown) {
            return !example.good()
                            && example.expected().path("reason").asText().equals("UNKNOWN_WORD")
                            && example.expected().path("field").asText().equals(unknown.member())
                    ? ""
                    : "is refused: " + unknown.getMessage();
        }
    }

    private void line(boolean good, String sentence) {
        lines.add(new Line("examples", sink.name(), good ? Outcome.PASSED : Outcome.FAILED, sentence));
    }
}
