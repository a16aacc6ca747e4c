package in.sangam.app.certify;

import com.fasterxml.jackson.databind.node.ObjectNode;
import in.sangam.app.certify.Certificate.Line;
import in.sangam.app.certify.Certificate.Outcome;
import in.sangam.app.simulate.ServedRows;
import in.sangam.app.simulate.SimulatedPortal;
import in.sangam.app.simulate.SimulatedPortal.Fault;
import in.sangam.kit.Cursor;
import in.sangam.kit.Stream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** The checks of one stream, step by step as the portal and the hub are moved on around it. */
final class StreamChecks {

    private static final int MORE_THAN_A_PAGE = 5;

    private final Stream stream;
    private final TestRows rows;
    private final SimulatedPortal portal;
    private final ServedRows served;
    private final StoredView stored;
    private final Instant asOf;
    private final Duration patience;
    private final List<Line> lines;
    private final TreeSet<String> expected = new TreeSet<>();
    private boolean future;

    StreamChecks(
            Stream stream,
            TestRows rows,
            SimulatedPortal portal,
            StoredView stored,
            Instant asOf,
            Duration patience,
            List<Line> lines) {
        this.stream = stream;
        this.rows = rows;
        this.portal = portal;
        this.served = portal.rows(stream.name());
        this.stored = stored;
        this.asOf = asOf;
        this.patience = patience;
        this.lines = lines;
    }

    void badCredential() {
        boolean told = Patience.until(patience, () -> stored.health().code().equals("WRONG_CREDENTIAL"));
        line(
                "bad credential",
                told,
                told ? "Reported as such: " + stored.health().message() : "Reported as '" + stored.health() + "'.");
    }

    /** Puts everything on the portal that the checks are about. */
    void serve() {
        List<ObjectNode> all = new ArrayList<>(rows.copies(portal.rowsOfAnAnswer() + MORE_THAN_A_PAGE));
        all.add(rows.copy(rows.key() + "-twice"));
        all.add(all.get(all.size() - 1).deepCopy());
        all.add(rows.copy(TestRows.HINDI + rows.key()));
        all.add(rows.withUnknownField(rows.key() + "-unknown-field"));
        all.forEach(row -> expected.add(String.valueOf(stream.translator().sourceId(row))));
        ObjectNode far = rows.fromTheFarFuture(rows.key() + "-far-future");
        future = far != null;
        if (far != null) {
            all.add(far);
        }
        all.add(rows.withoutKey());
        served.add(all);
    }

    void judge() {
        boolean all = Patience.until(
                patience,
                () -> stored.keys().containsAll(expected)
                        && stored.quarantined("MISSING_KEY")
                        && stored.health().state().equals("ok"));
        TreeSet<String> missing = new TreeSet<>(expected);
        missing.removeAll(stored.keys());
        line(
                "paging",
                missing.isEmpty() && stored.health().state().equals("ok"),
                missing.isEmpty()
                        ? expected.size() + " records came over several answers or files, and the poll found the end."
                        : missing.size() + " of " + expected.size() + " records did not come; the stream is "
                                + stored.health());
        line("duplicate", all && stored.revisions(rows.key() + "-twice") == 1, "A row that came twice is stored once.");
        line(
                "unknown field",
                stored.keys().contains(rows.key() + "-unknown-field"),
                "A field that nobody declared changes nothing.");
        line(
                "missing key",
                stored.quarantined("MISSING_KEY"),
                stored.quarantined("MISSING_KEY")
                        ? "A row without key waits in quarantine and stops no other."
                        : "A row without key is not in quarantine.");
        line("Hindi text", stored.keys().contains(TestRows.HINDI + rows.key()), "Devanagari comes through unchanged.");
        record();
        cursor();
        line("accounts", stored.imbalance() == 0, "received = stored + unchanged + superseded + quarantined");
        line("freshness", stored.health().state().equals("ok"), "The stream is fresh after its polls.");
    }

    private void record() {
        String wrong = stored.record(rows.key())
                .map(record -> Differences.of(record, rows.example().expected()))
                .orElse("the example is not stored.");
        line(
                "dates and values",
                wrong.isEmpty(),
                wrong.isEmpty() ? "The example is stored as written beside it." : wrong);
        String place = rows.example().expected().path("place").asText("");
        if (place.isEmpty()) {
            none("places", "The records of this stream have no place.");
        } else {
            boolean resolved = stored.record(rows.key())
                    .map(record -> record.path("place").asText().equals(place))
                    .orElse(false);
            line(
                    "places",
                    resolved,
                    resolved
                            ? "The place is resolved to " + place + "."
                            : "The place is not resolved to " + place + ".");
        }
    }

    private void cursor() {
        Cursor cursor = stream.cursor();
        if (cursor == null || !future) {
            none("far future", "The stream has no cursor that is a time.");
            return;
        }
        Optional<String> at = stored.cursor();
        boolean sane = at.isPresent() && cursor.read(at.get(), asOf) != null;
        line(
                "far future",
                sane,
                "A date in the far future does not carry the cursor along: it stands at " + at.orElse("nothing"));
    }

    /** A record that comes while the hub is stopped. */
    void serveOneMore() {
        served.add(List.of(rows.copy(rows.key() + "-after-restart")));
    }

    void restart() {
        boolean came = Patience.until(patience, () -> stored.keys().contains(rows.key() + "-after-restart"));
        Cursor cursor = stream.cursor();
        String from = served.askedFrom();
        boolean resumed = cursor == null || from == null || !from.equals(cursor.from());
        line(
                "restart",
                came && resumed,
                !came
                        ? "A record that came while the hub stood still is missing."
                        : resumed
                                ? "After a restart the poll goes on" + (from == null ? "." : " from " + from + ".")
                                : "After a restart the poll begins at the very start: " + from);
    }

    void unreadable() {
        String what = portal.unreadable() == Fault.HTML ? "A page of HTML" : "A file that ends in its middle";
        Optional<String> before = stored.cursor();
        boolean stalled = Patience.until(patience, () -> stored.health().state().equals("stalled"));
        line(
                "unreadable answer",
                stalled && stored.cursor().equals(before),
                stalled
                        ? what + " stops the stream with an alarm, and the cursor stays: "
                                + stored.health().message()
                        : what + " is not noticed: " + stored.health());
    }

    void readableAgain() {
        boolean well = Patience.until(patience, () -> stored.health().state().equals("ok"));
        line(
                "recovery",
                well,
                well ? "The stream goes on by itself afterwards." : "The stream stays " + stored.health());
    }

    private void line(String check, boolean good, String sentence) {
        lines.add(new Line(check, stream.name(), good ? Outcome.PASSED : Outcome.FAILED, sentence));
    }

    private void none(String check, String sentence) {
        lines.add(new Line(check, stream.name(), Outcome.NOT_APPLICABLE, sentence));
    }
}
