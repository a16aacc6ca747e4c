package in.sangam.app.certify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import in.sangam.app.certify.Certificate.Line;
import in.sangam.app.certify.Certificate.Outcome;
import in.sangam.app.simulate.Example;
import in.sangam.core.config.HubConfig;
import in.sangam.core.page.NormalisedPage;
import in.sangam.core.page.PageHead;
import in.sangam.core.page.Rejection;
import in.sangam.core.page.SourcePage;
import in.sangam.core.record.CanonicalRecord;
import in.sangam.core.record.RecordAssembler;
import in.sangam.kit.Stream;
import in.sangam.kit.translate.Normaliser;
import java.time.Instant;
import java.util.List;

/** Whether each example of a stream becomes what is written beside it, and whether there are a good and a bad one. */
final class ExampleChecks {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Normaliser normaliser;
    private final Stream stream;
    private final List<Example> examples;
    private final List<Line> lines;

    ExampleChecks(HubConfig config, Stream stream, List<Example> examples, List<Line> lines) {
        this.normaliser = new Normaliser(new RecordAssembler(config.places().names(), config.rules()));
        this.stream = stream;
        this.examples = examples;
        this.lines = lines;
    }

    void run() {
        boolean both =
                examples.stream().anyMatch(Example::good) && examples.stream().anyMatch(each -> !each.good());
        line(
                "examples",
                both,
                both
                        ? examples.size() + " examples, good ones and bad ones."
                        : "There must be a good and a bad example in examples/" + stream.name() + "/.");
        for (Example each : examples) {
            String wrong = difference(each);
            if (!wrong.isEmpty()) {
                line("examples", false, "'" + each.sentence() + "': " + wrong);
            }
        }
    }

    private String difference(Example example) {
        JsonNode row = stream.edge().masked(example.row().deepCopy());
        PageHead head = new PageHead(
                "example", stream.portal(), stream.name(), "", null, null, Instant.EPOCH, stream.connectorHash());
        NormalisedPage page = normaliser.normalise(new SourcePage(head, List.of(row)), stream.translator());
        if (example.good() != page.rejections().isEmpty()) {
            return example.good()
                    ? "is refused: " + page.rejections().get(0).message()
                    : "is taken, but should be refused.";
        }
        return example.good()
                ? differing(page.records().get(0), example.expected())
                : differing(page.rejections().get(0), example.expected());
    }

    private static String differing(Rejection made, JsonNode expected) {
        return made.reason().name().equals(expected.path("reason").asText())
                        && made.field().equals(expected.path("field").asText())
                ? ""
                : "is refused for " + made.reason() + " of '" + made.field() + "', expected "
                        + expected.path("reason").asText("no reason") + " of '"
                        + expected.path("field").asText() + "'.";
    }

    private static String differing(CanonicalRecord made, JsonNode expected) {
        ObjectNode record = JSON.createObjectNode();
        record.put("place", made.place());
        record.set("fields", JSON.valueToTree(made.fields()));
        record.set("attributes", JSON.valueToTree(made.attributes()));
        return Differences.of(record, expected);
    }

    private void line(String check, boolean good, String sentence) {
        lines.add(new Line(check, stream.name(), good ? Outcome.PASSED : Outcome.FAILED, sentence));
    }
}
