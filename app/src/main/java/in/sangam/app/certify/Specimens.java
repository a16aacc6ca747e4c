package in.sangam.app.certify;

import in.sangam.app.certify.Certificate.Line;
import in.sangam.app.simulate.Example;
import in.sangam.core.config.HubConfig;
import in.sangam.core.record.CanonicalRecord;
import in.sangam.kit.Connector;
import in.sangam.kit.Cursor;
import in.sangam.kit.JsonPath;
import in.sangam.kit.Sink;
import in.sangam.kit.Stream;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What a connector is certified with: the examples of its streams and sinks. */
final class Specimens {

    private static final Instant FAR = Instant.parse("9999-12-31T00:00:00Z");

    private final Connector declared;
    private final Map<String, TestRows> rows = new HashMap<>();
    private final Map<String, List<Example>> messages = new HashMap<>();

    private Specimens(Connector declared) {
        this.declared = declared;
    }

    /** Reads the examples of a folder and judges each. */
    static Specimens of(Path folder, Connector declared, HubConfig config, List<Line> lines) {
        Specimens specimens = new Specimens(declared);
        for (Stream stream : declared.streams()) {
            List<Example> examples = Example.of(folder, stream.name());
            new ExampleChecks(config, stream, examples, lines).run();
            examples.stream()
                    .filter(Example::good)
                    .findFirst()
                    .ifPresent(example -> specimens.rows.put(stream.name(), new TestRows(stream, example)));
        }
        for (Sink sink : declared.sinks()) {
            List<Example> examples = Example.ofSink(folder, sink.name());
            new SinkExamples(sink, examples, lines).run();
            if (examples.stream().anyMatch(Example::good)) {
                specimens.messages.put(sink.name(), examples);
            }
        }
        return specimens;
    }

    /** Whether there is a good one for each stream, and for something at all. */
    boolean areComplete() {
        return rows.size() == declared.streams().size() && !(rows.isEmpty() && messages.isEmpty());
    }

    TestRows ofStream(Stream stream) {
        return Objects.requireNonNull(rows.get(stream.name()), "Each stream has examples");
    }

    /** Returns the examples of a sink; none where it has no good one. */
    List<Example> ofSink(Sink sink) {
        return messages.getOrDefault(sink.name(), List.of());
    }

    /** Returns the latest time in the cursors of the examples; the epoch when there is none. */
    Instant latest() {
        Instant latest = Instant.EPOCH;
        for (Stream stream : declared.streams()) {
            Cursor cursor = stream.cursor();
            TestRows of = rows.get(stream.name());
            if (cursor == null || of == null || cursor.form() == Cursor.Form.NUMBER) {
                continue;
            }
            String text = cursor.read(
                    JsonPath.of(cursor.field()).in(of.example().row()).asText(""), FAR);
            if (text != null) {
                Instant at = cursor.form() == Cursor.Form.DAY
                        ? LocalDate.parse(text)
                                .plusDays(1)
                                .atStartOfDay(CanonicalRecord.INDIA)
                                .toInstant()
                        : OffsetDateTime.parse(text).toInstant();
                latest = at.isAfter(latest) ? at : latest;
            }
        }
        return latest;
    }
}
