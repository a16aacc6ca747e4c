package in.sangam.store;

import static org.assertj.core.api.Assertions.assertThat;

import in.sangam.core.config.ConfigErrors;
import in.sangam.core.config.ConfigFolder;
import in.sangam.core.config.HubConfig;
import in.sangam.core.kpi.Period;
import in.sangam.core.kpi.Term;
import in.sangam.core.kpi.Term.Aggregate;
import in.sangam.core.kpi.Term.Bound;
import in.sangam.core.measure.DeclaredMeasures;
import in.sangam.core.measure.Subject;
import in.sangam.core.page.NormalisedPage;
import in.sangam.core.page.PageHead;
import in.sangam.core.place.Area;
import in.sangam.core.place.Level;
import in.sangam.core.place.Place;
import in.sangam.core.place.Places;
import in.sangam.core.record.CanonicalRecord;
import in.sangam.core.record.Kind;
import in.sangam.core.record.RecordKey;
import in.sangam.core.record.Version;
import in.sangam.store.read.MeasureReader;
import in.sangam.store.read.MeasureSnapshot;
import in.sangam.store.read.QuarantineReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What formulas are made of, over a real store: different things, rosters, readings, and what was not reported. */
class KpiFunctionsTest {

    private static final Places PLACES = HubConfig.load(Path.of("../config")).places();
    private static final Period SEPTEMBER = Period.of("2026-09");
    private static final Period OCTOBER = Period.of("2026-10");
    private static final LocalDate AS_OF = LocalDate.of(2026, 10, 31);
    private static final String DISTRICT = "188";
    private static final String OTHER = "190";

    @TempDir
    private Path folder;

    private StoreDatabase database;
    private PageStore store;
    private DeclaredMeasures measures;
    private int pages;

    @BeforeEach
    void open() throws IOException {
        Files.writeString(
                folder.resolve("measures.yaml"),
                """
                centre: {of: inspection, flow: held, per: office, by: [place, post]}
                managers: {of: posting, stock: {from: from, until: to}, per: post, by: [place, post]}
                families: {of: families, last: day}
                cards: {of: cards, flow: day, amount: value}
                late: {of: filed, stock: {from: due + 1 day, until: disposed}}
                filed: {of: filed, flow: registered}
                """);
        ConfigErrors errors = new ConfigErrors();
        measures = DeclaredMeasures.load(new ConfigFolder(folder), PLACES, errors);
        errors.throwIfAny();
        database = StoreDatabase.fresh();
        store = new PageStore(database.source(), measures);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private PageOutcome store(CanonicalRecord... records) {
        pages++;
        PageHead head = new PageHead(
                "p" + pages, "alpha", "any", "ab".repeat(32), null, null, Sample.FETCHED.plusSeconds(pages), "");
        return store.store(new NormalisedPage(head, List.of(records), List.of()));
    }

    private static CanonicalRecord record(
            Kind kind, String type, String id, long version, String place, Map<String, String> fields) {
        return new CanonicalRecord(
                new RecordKey("alpha", "any", id),
                new Version(String.valueOf(version), version),
                kind,
                type,
                place,
                new TreeMap<>(fields),
                new TreeMap<>());
    }

    private static CanonicalRecord inspection(String id, String post, String office, String day) {
        return record(
                Kind.ACTIVITY, "inspection", id, 1, DISTRICT, Map.of("held", day, "post", post, "office", office));
    }

    private static CanonicalRecord reading(
            String type, String id, long version, String place, String day, String value, boolean cumulative) {
        return record(
                Kind.READING,
                type,
                id,
                version,
                place,
                Map.of("element", type, "day", day, "value", value, "cumulative", String.valueOf(cumulative)));
    }

    private @Nullable BigDecimal of(Term term, String subject, Period period) {
        BigDecimal amongAll = snapshot().of(term, subject, period);
        Collection<String> alone = PLACES.find(subject).isEmpty()
                ? List.of(subject)
                : PLACES.subtree(subject).stream().map(Place::code).toList();
        BigDecimal readAlone =
                reader().read(List.of(SEPTEMBER, OCTOBER), AS_OF, alone).of(term, subject, period);
        assertThat(readAlone).as("%s of %s, read alone", term, subject).isEqualTo(amongAll);
        return amongAll;
    }

    private MeasureReader reader() {
        return new MeasureReader(database.source(), PLACES, measures.shapes());
    }

    private MeasureSnapshot snapshot() {
        return reader().read(List.of(SEPTEMBER, OCTOBER), AS_OF);
    }

    private static Term different(String measure, String atLeast) {
        return new Term(Aggregate.COUNT_WHERE, measure, new Bound(new BigDecimal(atLeast), false), null);
    }

    @Test
    void a_post_is_credited_with_different_centres_however_often_it_went_to_one() {
        store(
                inspection("1", "M1", "C1", "2026-10-01"),
                inspection("2", "M1", "C1", "2026-10-05"),
                inspection("3", "M1", "C2", "2026-10-06"),
                inspection("4", "M1", "C3", "2026-09-06"),
                inspection("5", "M2", "C2", "2026-10-07"));

        assertThat(of(different("centre", "1"), "post/M1", OCTOBER)).isEqualByComparingTo("2");
        assertThat(of(different("centre", "2"), "post/M1", OCTOBER)).isEqualByComparingTo("1");
        assertThat(of(different("centre", "1"), "post/M1", SEPTEMBER)).isEqualByComparingTo("1");
        assertThat(of(different("centre", "1"), DISTRICT, OCTOBER)).isEqualByComparingTo("2");
        assertThat(of(different("centre", "1"), "10", OCTOBER)).isEqualByComparingTo("2");
        assertThat(of(different("centre", "1"), OTHER, OCTOBER)).isEqualByComparingTo("0");
        Area several = new Area(List.of(OTHER, DISTRICT), List.of());
        assertThat(snapshot().of(different("centre", "2"), several, OCTOBER)).isEqualByComparingTo("2");
        Area rest = new Area(List.of("10"), List.of(DISTRICT));
        assertThat(snapshot().of(different("centre", "1"), rest, OCTOBER)).isEqualByComparingTo("0");
        assertThat(snapshot().subjects(Subject.POST)).containsExactly("post/M1", "post/M2");
        Term districts =
                new Term(Aggregate.COUNT_WHERE, "centre", new Bound(new BigDecimal("3"), false), Level.DISTRICT);
        assertThat(of(districts, "10", OCTOBER)).isEqualByComparingTo("1");
    }

    @Test
    void a_roster_counts_the_posts_that_are_held_at_the_end_of_the_month() {
        store(
                record(
                        Kind.POSTING,
                        "posting",
                        "1",
                        1,
                        DISTRICT,
                        Map.of("post", "M1", "from", "2026-01-01", "to", "2026-10-10")),
                record(Kind.POSTING, "posting", "2", 1, DISTRICT, Map.of("post", "M1", "from", "2026-10-15")),
                record(
                        Kind.POSTING,
                        "posting",
                        "3",
                        1,
                        DISTRICT,
                        Map.of("post", "M2", "from", "2026-01-01", "to", "2026-10-10")));

        assertThat(of(new Term(Aggregate.ROSTER, "managers"), DISTRICT, SEPTEMBER))
                .isEqualByComparingTo("2");
        assertThat(of(new Term(Aggregate.ROSTER, "managers"), DISTRICT, OCTOBER))
                .isEqualByComparingTo("1");
        assertThat(of(new Term(Aggregate.ROSTER, "", null, Level.DISTRICT), "10", OCTOBER))
                .isEqualByComparingTo("38");
        assertThat(of(new Term(Aggregate.WEEKS, ""), "10", OCTOBER)).isEqualByComparingTo("4");
    }

    @Test
    void the_latest_cumulative_reading_of_each_place_counts_and_a_zero_is_a_report() {
        store(
                reading("families", "a1", 1, DISTRICT, "2026-09-10", "100", true),
                reading("families", "a2", 1, DISTRICT, "2026-10-10", "250", true),
                reading("families", "b1", 1, OTHER, "2026-09-10", "0", true),
                reading("cards", "c1", 1, DISTRICT, "2026-10-01", "3", false),
                reading("cards", "c2", 1, DISTRICT, "2026-10-02", "4.5", false),
                reading("cards", "c3", 1, OTHER, "2026-10-02", "0", false));

        Term last = new Term(Aggregate.LAST, "families");
        Area both = new Area(List.of(OTHER, DISTRICT), List.of());
        assertThat(snapshot().of(last, both, OCTOBER)).isEqualByComparingTo("250");
        assertThat(snapshot().of(last, new Area(List.of("10"), List.of(DISTRICT)), SEPTEMBER))
                .isEqualByComparingTo("0");
        assertThat(snapshot().of(last, new Area(List.of("212", "213"), List.of()), OCTOBER))
                .isNull();
        assertThat(of(last, DISTRICT, SEPTEMBER)).isEqualByComparingTo("100");
        assertThat(of(last, DISTRICT, OCTOBER)).isEqualByComparingTo("250");
        assertThat(of(last, OTHER, OCTOBER)).isEqualByComparingTo("0");
        assertThat(of(last, "10", OCTOBER)).isEqualByComparingTo("250");
        assertThat(of(last, "212", OCTOBER)).isNull();
        Term sum = new Term(Aggregate.SUM, "cards");
        assertThat(of(sum, DISTRICT, OCTOBER)).isEqualByComparingTo("7.5");
        assertThat(of(sum, OTHER, OCTOBER)).isEqualByComparingTo("0");
        assertThat(of(sum, OTHER, SEPTEMBER)).isNull();
        assertThat(of(sum, "212", OCTOBER)).isNull();
    }

    @Test
    void nothing_is_a_zero_once_records_of_the_type_have_come_and_not_reported_before() {
        assertThat(of(new Term(Aggregate.AS_OF, "late"), DISTRICT, OCTOBER)).isNull();

        store(record(Kind.CASE, "filed", "1", 1, OTHER, Map.of("registered", "2026-10-01", "due", "2026-11-20")));

        assertThat(of(new Term(Aggregate.AS_OF, "late"), DISTRICT, OCTOBER)).isEqualByComparingTo("0");
        assertThat(of(new Term(Aggregate.SUM, "filed"), OTHER, OCTOBER)).isEqualByComparingTo("1");
    }

    @Test
    void a_reading_of_the_other_kind_or_below_its_predecessor_is_quarantined_alone() {
        assertThat(store(
                                reading("families", "a1", 1, DISTRICT, "2026-10-01", "100", true),
                                reading("families", "a2", 1, DISTRICT, "2026-10-02", "90", true),
                                reading("families", "a3", 1, DISTRICT, "2026-10-03", "100", true),
                                reading("cards", "c1", 1, DISTRICT, "2026-10-03", "5", true))
                        .quarantined())
                .isEqualTo(2);
        assertThat(store(reading("families", "a4", 1, DISTRICT, "2026-10-04", "99", true))
                        .quarantined())
                .isEqualTo(1);
        assertThat(store(reading("families", "a4", 2, DISTRICT, "2026-10-04", "120", true))
                        .stored())
                .isEqualTo(1);
        assertThat(store(
                                reading("families", "a3", 2, DISTRICT, "2026-10-03", "130", true),
                                reading("families", "b4", 1, OTHER, "2026-10-04", "1", true))
                        .stored())
                .isEqualTo(2);
        assertThat(store(reading("families", "a4", 2, DISTRICT, "2026-10-04", "120", true))
                        .unchanged())
                .isEqualTo(1);

        List<QuarantineReader.Entry> entries = new QuarantineReader(database.source())
                .entries(new QuarantineReader.Filter(null, null, null, "open"), Long.MAX_VALUE, 10);
        assertThat(entries)
                .extracting(QuarantineReader.Entry::field)
                .containsExactlyInAnyOrder("value", "value", "cumulative");
        assertThat(new Recount(database.source()).compare(measures).differences())
                .isEmpty();
    }
}
