package in.sangam.store;

import static org.assertj.core.api.Assertions.assertThat;

import in.sangam.core.record.CanonicalRecord;
import in.sangam.core.record.Kind;
import in.sangam.core.record.RecordKey;
import in.sangam.core.record.Version;
import in.sangam.store.read.SignalReader;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SignalTest {

    private static CanonicalRecord disposed(
            String id, @Nullable String place, String registered, String disposed, String... more) {
        Map<String, String> fields = new TreeMap<>(
                Map.of("registered", registered, "disposed", disposed, "status", "disposed", "service", "S"));
        for (int i = 0; i < more.length; i += 2) {
            fields.put(more[i], more[i + 1]);
        }
        return new CanonicalRecord(
                new RecordKey("alpha", "cases", id),
                new Version("1", 1),
                Kind.CASE,
                "filed",
                place,
                new TreeMap<>(fields),
                new TreeMap<>());
    }

    @Test
    void each_pattern_is_told_where_it_is_and_nowhere_else() {
        List<CanonicalRecord> records = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            records.add(disposed("burst" + i, "188", "2026-10-01", "2026-10-30"));
            records.add(disposed("steady" + i, "190", "2026-10-01", "2026-10-" + (10 + i)));
        }
        records.add(disposed("quick", "212", "2026-10-05T10:00:00+05:30", "2026-10-05T10:04:00+05:30"));
        records.add(disposed("adrift", null, "2026-10-05T10:00:00+05:30", "2026-10-05T10:04:00+05:30"));
        records.add(disposed("slow", "212", "2026-10-05T10:00:00+05:30", "2026-10-05T16:04:00+05:30"));
        for (int i = 0; i < 5; i++) {
            records.add(disposed("text" + i, "213", "2026-10-01", "2026-10-0" + (2 + i), "closingHash", "h1"));
            records.add(disposed("own" + i, "213", "2026-10-01", "2026-10-0" + (2 + i), "closingHash", "o" + i));
        }
        records.add(disposed("first", "214", "2026-10-01", "2026-10-02"));
        CanonicalRecord deleted = disposed("deleted", "212", "2026-10-05T10:00:00+05:30", "2026-10-05T10:04:00+05:30");
        deleted.attributes().put("deleted", "true");
        records.add(deleted);
        records.add(disposed("appeal", "214", "2026-10-10", "2026-09-30", "parent", "first"));
        try (StoreDatabase database = StoreDatabase.fresh()) {
            new PageStore(database.source(), Sample.MEASURES)
                    .store(Sample.page("p1", Sample.FETCHED, records, List.of()));

            SignalReader signals = new SignalReader(database.source());
            LocalDate first = LocalDate.of(2026, 10, 1);
            LocalDate last = LocalDate.of(2026, 10, 31);
            List<SignalReader.Signal> found = signals.of(first, last);
            assertThat(found)
                    .extracting(each -> each.signal() + " " + each.place() + " " + each.count() + "/" + each.of())
                    .containsExactly(
                            "disposed-then-appealed 214 1/1",
                            "disposed-within-minutes 212 1/2",
                            "disposed-within-minutes null 1/1",
                            "month-end-burst 188 12/12",
                            "same-closing-text 213 5/10");
            for (SignalReader.Signal each : found) {
                assertThat(signals.find(each, first, last)).contains(each);
                List<SignalReader.Case> cases = signals.cases(each, first, last, null, 100);
                assertThat(cases).as(each.signal()).hasSize((int) each.count());
                SignalReader.Case head = cases.get(0);
                assertThat(signals.cases(
                                each, first, last, new RecordKey("alpha", head.stream(), head.sourceId()), 100))
                        .isEqualTo(cases.subList(1, cases.size()));
            }
            SignalReader.Signal absent =
                    new SignalReader.Signal("month-end-burst", "alpha", "filed", "190", 0, 0, List.of());
            assertThat(signals.find(absent, first, last)).isEmpty();
            assertThat(signals.cases(found.get(4), first, last, null, 100))
                    .extracting(SignalReader.Case::sourceId)
                    .containsExactly("text0", "text1", "text2", "text3", "text4");
        }
    }
}
