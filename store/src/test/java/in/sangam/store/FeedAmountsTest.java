package in.sangam.store;

import static org.assertj.core.api.Assertions.assertThat;

import in.sangam.core.config.ConfigErrors;
import in.sangam.core.config.ConfigFolder;
import in.sangam.core.config.HubConfig;
import in.sangam.core.kpi.Period;
import in.sangam.core.kpi.Term;
import in.sangam.core.kpi.Term.Aggregate;
import in.sangam.core.measure.DeclaredMeasures;
import in.sangam.core.measure.Subject;
import in.sangam.core.place.Places;
import in.sangam.store.read.FeedAmounts;
import in.sangam.store.read.FeedQualityReader.Feed;
import in.sangam.store.read.MeasureReader;
import in.sangam.store.read.MeasureSnapshot;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the hub counts of its feeds, month by month: neither zero nor left out where nothing was read. */
class FeedAmountsTest {

    private static final Places PLACES = HubConfig.load(Path.of("../config")).places();
    private static final Period AUGUST = Period.of("2025-08");
    private static final Period SEPTEMBER = Period.of("2025-09");
    private static final Period OCTOBER = Period.of("2025-10");
    private static final LocalDate OCTOBER_31 = LocalDate.of(2025, 10, 31);
    private static final Clock WALL = Clock.fixed(Instant.parse("2025-10-31T12:00:00Z"), ZoneOffset.UTC);

    private static final List<Feed> FEEDS =
            List.of(new Feed("alpha", "cases", 1800L), new Feed("alpha", "lists", null), new Feed("beta", "rows", 60L));

    @TempDir
    private Path folder;

    private StoreDatabase database;
    private DeclaredMeasures measures;

    @BeforeEach
    void open() throws Exception {
        Files.writeString(folder.resolve("measures.yaml"), "opened: {of: petition, flow: registered}\n");
        measures = DeclaredMeasures.load(new ConfigFolder(folder), PLACES, new ConfigErrors());
        database = StoreDatabase.fresh();
        PageStore store = new PageStore(database.source(), measures);
        // From midnight in India of 11 September on.
        store.store(Sample.page(
                "p1", Instant.parse("2025-09-10T18:30:00Z"), List.of(Sample.pending("1", 1, "2025-09-01")), List.of()));
        store.store(Sample.page(
                "p2",
                Instant.parse("2025-10-05T06:00:00Z"),
                List.of(Sample.pending("2", 1, "2025-10-01"), Sample.pending("3", 1, "2025-10-01")),
                List.of(Sample.rejection(3, "4"))));
        database.execute(
                """
                insert into hub.outage (portal, stream, began, ended, failures, code, message)
                values ('alpha', 'cases', '2025-10-10 00:00+05:30', '2025-10-10 02:00+05:30', 9, 'HTTP_503', 'down')
                """);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private MeasureSnapshot read(LocalDate asOf, Period... months) {
        return new MeasureReader(database.source(), PLACES, measures.shapes(), new FeedAmounts(() -> FEEDS, WALL))
                .read(List.of(months), asOf);
    }

    private static @Nullable Long amount(MeasureSnapshot read, String measure, String portal, Period month) {
        var amount = read.of(new Term(Aggregate.SUM, measure), "portal/" + portal, month);
        return amount == null ? null : amount.longValueExact();
    }

    private static List<@Nullable Long> all(MeasureSnapshot read, String portal, Period month) {
        return java.util.stream.Stream.of("received", "rejected", "days", "days-reported", "seconds", "seconds-late")
                .map(each -> amount(read, "feed." + each, portal, month))
                .toList();
    }

    @Test
    void rows_days_and_time_of_a_portal_are_counted_from_its_first_page_on() {
        MeasureSnapshot read = read(OCTOBER_31, AUGUST, SEPTEMBER, OCTOBER);

        assertThat(all(read, "alpha", SEPTEMBER)).containsExactly(1L, 0L, 20L, 1L, 20 * 86_400L, 0L);
        assertThat(all(read, "alpha", OCTOBER)).containsExactly(3L, 1L, 31L, 1L, 31 * 86_400L, 5_400L);
    }

    @Test
    void what_was_not_read_has_reported_nothing_and_is_no_zero() {
        MeasureSnapshot read = read(OCTOBER_31, AUGUST, SEPTEMBER, OCTOBER);

        assertThat(all(read, "alpha", AUGUST)).containsOnlyNulls();
        assertThat(all(read, "beta", OCTOBER)).containsOnlyNulls();
        assertThat(read.subjects(Subject.PORTAL)).containsExactly("portal/alpha", "portal/beta");
        assertThat(read(OCTOBER_31, SEPTEMBER).subjects(Subject.PORTAL)).containsExactly("portal/alpha");
        assertThat(read(OCTOBER_31, AUGUST).subjects(Subject.PORTAL)).isEmpty();
    }

    @Test
    void a_stream_that_promises_nothing_has_rows_and_days_and_no_time_in_which_it_could_be_late() {
        database.execute("update hub.page set stream = 'lists'");
        database.execute("update hub.outage set stream = 'lists'");

        assertThat(all(read(OCTOBER_31, OCTOBER), "alpha", OCTOBER)).containsExactly(3L, 1L, 31L, 1L, 0L, 0L);
    }

    @Test
    void for_a_hub_whose_clock_stands_still_all_comes_in_its_as_of_month() {
        MeasureSnapshot inSeptember = read(LocalDate.of(2025, 9, 30), AUGUST, SEPTEMBER);
        assertThat(amount(inSeptember, "feed.received", "alpha", SEPTEMBER)).isEqualTo(4);
        assertThat(amount(inSeptember, "feed.days", "alpha", SEPTEMBER)).isEqualTo(51);

        Period next = Period.of("2026-01");
        MeasureSnapshot ahead = read(LocalDate.of(2026, 1, 15), next);
        assertThat(amount(ahead, "feed.received", "alpha", next)).isEqualTo(3);
    }

    @Test
    void places_read_alone_and_readers_without_feeds_know_none() {
        MeasureSnapshot place = new MeasureReader(
                        database.source(), PLACES, measures.shapes(), new FeedAmounts(() -> FEEDS, WALL))
                .read(List.of(OCTOBER), OCTOBER_31, List.of("188"));
        assertThat(place.subjects(Subject.PORTAL)).isEmpty();
        assertThat(new MeasureReader(database.source(), PLACES, measures.shapes())
                        .read(List.of(OCTOBER), OCTOBER_31)
                        .subjects(Subject.PORTAL))
                .isEmpty();
    }
}
