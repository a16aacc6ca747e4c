package in.sangam.store;

import in.sangam.core.flow.RecordFlow;
import in.sangam.core.measure.Measures;
import in.sangam.core.page.NormalisedPage;
import in.sangam.core.page.PageHead;
import in.sangam.core.page.Rejection;
import in.sangam.core.record.CanonicalRecord;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** One page on its way into the database: everything that needs no connection is made when it is constructed. */
final class PageWrite {

    private final PageHead head;
    private final int received;
    private final RecordUpsert upsert;
    private final List<FoldedRecord> records;
    private final List<Rejection> rejections;
    private final List<RecordFlow> flows;

    PageWrite(NormalisedPage page, Measures measures, RecordUpsert upsert, List<RecordFlow> flows) {
        this.flows = flows;
        this.head = page.head();
        this.received = page.received();
        this.upsert = upsert;
        this.rejections = new ArrayList<>(page.rejections());
        List<Row> rows = new ArrayList<>(page.records().size());
        for (int i = 0; i < page.records().size(); i++) {
            CanonicalRecord record = page.records().get(i);
            mustBelongToThePage(record);
            try {
                rows.add(Row.of(i, record, measures));
            } catch (RuntimeException e) {
                rejections.add(RefusedRecord.byTheMeasures(i, record, e));
            }
        }
        this.records = FoldedRecord.fold(rows);
    }

    private void mustBelongToThePage(CanonicalRecord record) {
        if (!record.key().portal().equals(head.portal())
                || !record.key().stream().equals(head.stream())) {
            throw new IllegalArgumentException("Page " + head.id() + " of " + head.portal() + "/" + head.stream()
                    + " holds a record of " + record.key().portal() + "/"
                    + record.key().stream());
        }
    }

    /** Writes the page and returns what became of it; commits nothing. */
    PageOutcome to(Connection connection, boolean recordByRecord) throws SQLException {
        if (isKnown(connection)) {
            return PageOutcome.ALREADY_KNOWN;
        }
        List<Rejection> rejected = new ArrayList<>(rejections);
        List<FoldedRecord> fitting = ReadingOrder.check(connection, head, records, rejected);
        Written written = fitting.isEmpty()
                ? new Written(List.of(), Map.of())
                : recordByRecord
                        ? new RecordByRecord(connection, head, upsert, rejected).write(fitting)
                        : new Written(fitting, upsert.write(connection, head, fitting));
        Deltas deltas = new Deltas();
        PageOutcome outcome = judge(connection, written, rejected.size(), deltas);
        if (!flows.isEmpty()) {
            new OnwardRecords(connection, head).send(flows, written.stored());
        }
        if (!rejected.isEmpty()) {
            QuarantineWriter.write(connection, head, rejected);
        }
        if (!PageEntry.write(connection, head, outcome, deltas)) {
            return PageOutcome.ALREADY_KNOWN;
        }
        OriginNote.write(connection, head.portal(), head.stream(), deltas.measures());
        return outcome;
    }

    /** Which records were offered to the database, and by source id what those that it took have replaced. */
    record Written(List<FoldedRecord> offered, Map<String, RecordUpsert.Replaced> taken) {

        /** Returns the rows that are stored now. */
        List<Row> stored() {
            return offered.stream()
                    .map(FoldedRecord::newest)
                    .filter(row -> taken.containsKey(row.sourceId()))
                    .toList();
        }

        Written and(Written other) {
            List<FoldedRecord> allOffered = new ArrayList<>(offered);
            allOffered.addAll(other.offered);
            Map<String, RecordUpsert.Replaced> allTaken = new HashMap<>(taken);
            allTaken.putAll(other.taken);
            return new Written(allOffered, allTaken);
        }
    }

    private PageOutcome judge(Connection connection, Written written, int quarantined, Deltas deltas)
            throws SQLException {
        int stored = 0;
        int corrected = 0;
        int repeats = 0;
        List<FoldedRecord> keptOut = new ArrayList<>();
        for (FoldedRecord each : written.offered()) {
            Row row = each.newest();
            repeats += each.repeats();
            RecordUpsert.Replaced replaced = written.taken().get(row.sourceId());
            if (replaced == null) {
                keptOut.add(each);
                continue;
            }
            stored++;
            corrected += Objects.equals(replaced.versionOrder(), row.order()) ? 1 : 0;
            String before = replaced.contributions();
            deltas.replace(before == null ? "" : before, row.contributions());
        }
        int unchanged = repeats + (keptOut.isEmpty() ? 0 : KnownRecords.unchanged(connection, head, keptOut));
        int superseded = received - stored - unchanged - quarantined;
        return new PageOutcome(stored, corrected, unchanged, superseded, quarantined, false);
    }

    private boolean isKnown(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select from hub.page where id = ?")) {
            statement.setString(1, head.id());
            try (ResultSet row = statement.executeQuery()) {
                return row.next();
            }
        }
    }
}
