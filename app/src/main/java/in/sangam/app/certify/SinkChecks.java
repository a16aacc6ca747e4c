package in.sangam.app.certify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import in.sangam.app.certify.Certificate.Line;
import in.sangam.app.certify.Certificate.Outcome;
import in.sangam.app.certify.OutboxView.Standing;
import in.sangam.app.simulate.DeliveryDesk;
import in.sangam.app.simulate.DeliveryDesk.Delivered;
import in.sangam.app.simulate.DeliveryDesk.Reaction;
import in.sangam.app.simulate.Example;
import in.sangam.kit.Sink;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The checks of one sink: its examples go through the outbox to the portal, which takes them, loses its answer, refuses and fails. */
final class SinkChecks {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .nodeFactory(JsonNodeFactory.withExactBigDecimals(true))
            .build();
    private static final String CREDENTIAL = "with a wrong credential";
    private static final String REFUSED = "refused";

    private final Sink sink;
    private final List<Example> examples;
    private final DeliveryDesk desk;
    private final OutboxView outbox;
    private final Duration patience;
    private final List<Line> lines;

    SinkChecks(
            Sink sink,
            List<Example> examples,
            DeliveryDesk desk,
            OutboxView outbox,
            Duration patience,
            List<Line> lines) {
        this.sink = sink;
        this.examples = examples.stream().filter(Example::good).toList();
        this.desk = desk;
        this.outbox = outbox;
        this.patience = patience;
        this.lines = lines;
    }

    void badCredential() {
        outbox.add(CREDENTIAL, message());
        boolean told =
                Patience.until(patience, () -> outbox.of(CREDENTIAL).code().equals("HTTP_401"));
        boolean waits = told && outbox.of(CREDENTIAL).status().equals("pending");
        line(
                "bad credential",
                waits,
                waits
                        ? "The delivery is told with HTTP_401 and waits: it is not the delivery that is refused."
                        : "The delivery is " + outbox.of(CREDENTIAL) + ".");
    }

    void judge() {
        for (Example each : examples) {
            delivery(each);
        }
        repeated();
        refusal();
        outage("outage", "503", Reaction.BROKEN);
        outage("asked to wait", "429 and Retry-After", Reaction.THROTTLED);
        outage("no receipt", "a page of HTML with status 200", Reaction.HTML);
        notBlindly();
        if (!desk.credentials().isEmpty()) {
            Standing later = acknowledged(CREDENTIAL);
            line(
                    "right credential",
                    later.status().equals("acknowledged"),
                    "The delivery that waited for the right credential is " + later + ".");
        }
    }

    private void delivery(Example example) {
        outbox.add(example.sentence(), example.row().toString());
        Standing standing = acknowledged(example.sentence());
        List<Delivered> came = came(standing);
        boolean taken = standing.receipt().equals(DeliveryDesk.receipt(standing.deliveryId())) && came.size() == 1;
        boolean exact = taken && example.expected().equals(json(came.get(0).body()));
        line(
                "delivery",
                exact,
                !taken
                        ? "'" + example.sentence() + "' is " + standing + "; the portal got it " + came.size()
                                + " times."
                        : "'" + example.sentence() + "' was sent " + (exact ? "exactly as" : "otherwise than")
                                + " written beside it, and its receipt is kept: " + sink.method() + " "
                                + URI.create(sink.url()).getPath() + " "
                                + came.get(0).body());
    }

    private void repeated() {
        desk.next(Reaction.TAKEN_UNANSWERED);
        Standing standing = addAndAwait("repeated");
        List<Delivered> came = came(standing);
        boolean same = came.stream().distinct().count() == 1;
        line(
                "repeated delivery",
                came.size() == 2 && same && standing.status().equals("acknowledged"),
                "After an answer that was lost it came " + came.size() + " times, "
                        + (same ? "with the same body and the same " : "NOT with the same body and ")
                        + sink.idempotencyHeader() + ", and is " + standing + ".");
    }

    private void refusal() {
        desk.next(Reaction.REFUSED);
        outbox.add(REFUSED, message());
        boolean refused =
                Patience.until(patience, () -> outbox.of(REFUSED).status().equals("refused"));
        String code = outbox.of(REFUSED).code();
        line(
                "refusal",
                refused && code.equals(DeliveryDesk.REFUSAL),
                refused
                        ? "A refusal (422) waits for a person with the portal's own code: " + code + "."
                        : "After a refusal (422) the delivery is " + outbox.of(REFUSED) + ".");
    }

    private void outage(String check, String what, Reaction reaction) {
        desk.next(reaction);
        Standing standing = addAndAwait(check);
        line(
                check,
                standing.status().equals("acknowledged") && came(standing).size() == 2,
                "After " + what + " it is tried again later under the same key, and is " + standing + ".");
    }

    /** Comes last: what is tried again is tried again meanwhile. */
    private void notBlindly() {
        int times = came(outbox.of(REFUSED)).size();
        line("no blind retry", times == 1, "What the portal refused was sent " + times + " time in all.");
    }

    private Standing addAndAwait(String key) {
        outbox.add(key, message());
        return acknowledged(key);
    }

    private Standing acknowledged(String key) {
        Patience.until(patience, () -> outbox.of(key).status().equals("acknowledged"));
        return outbox.of(key);
    }

    private List<Delivered> came(Standing standing) {
        return desk.of(sink.name()).stream()
                .filter(each -> each.key().equals(standing.deliveryId()))
                .toList();
    }

    private String message() {
        return examples.get(0).row().toString();
    }

    private static @Nullable JsonNode json(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException noJson) {
            return null;
        }
    }

    private void line(String check, boolean good, String sentence) {
        lines.add(new Line(check, sink.name(), good ? Outcome.PASSED : Outcome.FAILED, sentence));
    }
}
