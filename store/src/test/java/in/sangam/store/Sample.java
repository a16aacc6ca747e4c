package in.sangam.store;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import in.sangam.core.measure.Contribution;
import in.sangam.core.measure.Measures;
import in.sangam.core.page.NormalisedPage;
import in.sangam.core.page.PageHead;
import in.sangam.core.page.Rejection;
import in.sangam.core.record.CanonicalRecord;
import in.sangam.core.record.Kind;
import in.sangam.core.record.RecordKey;
import in.sangam.core.record.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Records and pages of an invented portal, and the measures of its cases: opened and disposed flows, and open as a stock. */
final class Sample {

    static final Instant FETCHED = Instant.parse("2026-10-31T10:00:00Z");
    static final Measures MEASURES = Sample::contributions;

    private Sample() {}

    static CanonicalRecord pending(String id, long version, String registered) {
        return record(id, version, "188", registered, null);
    }

    static CanonicalRecord disposed(String id, long version, String registered, String disposed) {
        return record(id, version, "188", registered, disposed);
    }

    static CanonicalRecord record(String id, long version, String place, String registered, String disposed) {
        TreeMap<String, String> fields = new TreeMap<>();
        fields.put("service", "S1");
        fields.put("registered", registered);
        fields.put("status", disposed == null ? "pending" : "disposed");
        if (disposed != null) {
            fields.put("disposed", disposed);
        }
        return new CanonicalRecord(
                new RecordKey("alpha", "cases", id),
                new Version(Long.toString(version), version),
                Kind.CASE,
                "petition",
                place,
                fields,
                new TreeMap<>());
    }

    static Rejection rejection(int row, String sourceId) {
        return new Rejection(
                row,
                sourceId,
                "district",
                Rejection.Reason.UNMAPPED_PLACE,
                "No district is called Nowhere: map it once",
                List.of("188", "190"),
                JsonNodeFactory.instance.objectNode().put("no", sourceId).put("district", "Nowhere"));
    }

    static NormalisedPage page(String id, CanonicalRecord... records) {
        return page(id, FETCHED, List.of(records), List.of());
    }

    static NormalisedPage page(String id, Instant fetched, List<CanonicalRecord> records, List<Rejection> rejections) {
        PageHead head = new PageHead(id, "alpha", "cases", "ab".repeat(32), "1", "9", fetched, "cd".repeat(32));
        return new NormalisedPage(head, records, rejections);
    }

    private static List<Contribution> contributions(CanonicalRecord record) {
        List<Contribution> all = new ArrayList<>();
        LocalDate registered = record.day("registered");
        LocalDate disposed = record.day("disposed");
        put(all, record, "opened", registered, BigDecimal.ONE);
        put(all, record, "open", registered, BigDecimal.ONE);
        put(all, record, "open", disposed, BigDecimal.ONE.negate());
        put(all, record, "disposed", disposed, BigDecimal.ONE);
        return all;
    }

    private static void put(
            List<Contribution> all, CanonicalRecord record, String measure, LocalDate day, BigDecimal amount) {
        if (day != null) {
            String service = record.field("service");
            all.add(new Contribution(measure, String.valueOf(record.place()), service, day, amount));
        }
    }
}
