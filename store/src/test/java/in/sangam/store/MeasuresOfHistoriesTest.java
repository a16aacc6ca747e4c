package in.sangam.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import in.sangam.core.config.HubConfig;
import in.sangam.core.measure.Contribution;
import in.sangam.core.measure.Measures;
import in.sangam.core.page.NormalisedPage;
import in.sangam.core.record.Assembled;
import in.sangam.core.record.CanonicalRecord;
import in.sangam.core.record.RecordAssembler;
import in.sangam.store.FiledCases.Told;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Drafts of cases through assembler, time limits, measures and store, against an oracle that shares no code with them: any
 * order, repetition, late arrival, correction, deletion, re-opening, transfer, change of category and of time limit.
 */
class MeasuresOfHistoriesTest {

    private static final int HISTORIES = 1_200;
    private static final int BLOCK = 100;
    private static final List<String> FLOWS = List.of("received", "disposed", "disposed.in-time");
    private static final List<String> STOCKS = List.of("open", "open.late");

    @TempDir
    private static Path folder;

    private static HubConfig config;

    @BeforeAll
    static void declare() throws IOException {
        for (String each : List.of("places", "holidays", "rules", "kpis")) {
            Files.createDirectory(folder.resolve(each));
        }
        try (Stream<Path> files = Files.list(Path.of("../config/places"))) {
            for (Path file : files.toList()) {
                Files.copy(file, folder.resolve("places").resolve(file.getFileName()));
            }
        }
        Files.writeString(
                folder.resolve("holidays/offices.yaml"),
                """
                covers: [2026]
                classes: [PUBLIC]
                offices:
                  field: {closed: [sunday], observes: [PUBLIC]}
                """);
        StringBuilder table = new StringBuilder("date,name,holiday_class,district\n");
        FiledCases.HOLIDAYS.forEach(each -> table.append(each.day())
                .append(",Closed,PUBLIC,")
                .append(each.district() == null ? "" : each.district())
                .append('\n'));
        Files.writeString(folder.resolve("holidays/2026.csv"), table);
        Files.writeString(
                folder.resolve("rules/filed.yaml"),
                """
                limits:
                  filed: {of: filed-case, mode: normal, starts: registered, limit: 10 working days, office: field, source: test}
                  filed-urgent: {of: filed-case, mode: urgent, starts: registered, limit: 5 days, source: test}
                """);
        Files.writeString(
                folder.resolve("kpis/measures.yaml"),
                """
                received: {of: filed-case, flow: registered}
                disposed: {of: filed-case, flow: disposed}
                disposed.in-time: {of: filed-case, flow: disposed, when: disposed <= due}
                open: {of: filed-case, stock: {from: registered, until: disposed}}
                open.late: {of: filed-case, stock: {from: due + 1 day, until: disposed}}
                """);
        config = HubConfig.load(folder);
    }

    @Test
    void measures_are_what_looking_at_every_case_on_every_day_gives() {
        List<Told> told = new ArrayList<>();
        for (int seed = 1; seed <= HISTORIES; seed++) {
            told.addAll(new FiledCases(seed).tellings());
        }
        assertThat(FiledCases.changes(told).values()).hasSize(6).allMatch(count -> count > 100);

        try (StoreDatabase database = StoreDatabase.fresh()) {
            PageStore store = new PageStore(database.source(), config.measures());
            assertThat(firstWrong(database, store, Function.identity())).isZero();
            Recount.Report recount = new Recount(database.source()).compare(config.measures());
            assertThat(recount.differences()).isEmpty();
            assertThat(recount.records()).isGreaterThan(HISTORIES);
        }
    }

    @Test
    void a_case_that_is_late_one_day_too_late_is_found() {
        Measures dayOff = record -> config.measures().of(record).stream()
                .map(each -> each.measure().equals("open.late") && each.amount().signum() > 0
                        ? new Contribution(
                                each.measure(),
                                each.subject(),
                                each.service(),
                                each.day().plusDays(1),
                                each.amount())
                        : each)
                .toList();
        assertFound(database -> new PageStore(database.source(), dayOff), Function.identity());
    }

    @Test
    void a_reversal_that_is_lost_is_found() {
        String lost = RecordUpsert.SQL.replace(
                "old.contributions",
                "case when new.place is distinct from old.place then null::text else old.contributions end");
        assertThat(lost).isNotEqualTo(RecordUpsert.SQL);
        assertFound(
                database -> new PageStore(database.source(), config.measures(), new RecordUpsert(lost)),
                Function.identity());
    }

    @Test
    void a_holiday_that_is_counted_twice_is_found() {
        assertFound(
                database -> new PageStore(database.source(), config.measures()),
                MeasuresOfHistoriesTest::withItsHolidaysTwice);
    }

    private static CanonicalRecord withItsHolidaysTwice(CanonicalRecord record) {
        LocalDate due = record.day("due");
        LocalDate registered = record.day("registered");
        if (due == null || registered == null || !"normal".equals(record.field("mode"))) {
            return record;
        }
        long holidays = FiledCases.HOLIDAYS.stream()
                .filter(each -> each.district() == null && each.day().getDayOfWeek() != DayOfWeek.SUNDAY)
                .filter(each -> each.day().isAfter(registered) && !each.day().isAfter(due))
                .count();
        return record.with(Map.of("due", due.plusDays(holidays).toString()));
    }

    private static void assertFound(
            Function<StoreDatabase, PageStore> broken, Function<CanonicalRecord, CanonicalRecord> distorted) {
        try (StoreDatabase database = StoreDatabase.fresh()) {
            assertThat(firstWrong(database, broken.apply(database), distorted)).isPositive();
        }
    }

    /** Returns the number of the first history whose measures differ from the oracle's, 0 when none does. */
    private static int firstWrong(
            StoreDatabase database, PageStore store, Function<CanonicalRecord, CanonicalRecord> distorted) {
        DeltaFolder deltas = new DeltaFolder(database.source());
        for (int block = 0; block < HISTORIES / BLOCK; block++) {
            Map<String, Told> current = new HashMap<>();
            List<NormalisedPage> deliveries = deliveries(block, current, distorted);
            deliveries.forEach(store::store);
            if (block % 2 == 0) {
                deltas.fold();
            }
            Map<String, int[]> live = live(database, block);
            for (int seed = block * BLOCK + 1; seed <= (block + 1) * BLOCK; seed++) {
                if (!agrees(new FiledCases(seed), current.values(), live)) {
                    return seed;
                }
            }
        }
        return 0;
    }

    /** Cuts the tellings of a block of histories into pages, and gives the pages in any order, some of them twice. */
    private static List<NormalisedPage> deliveries(
            int block, Map<String, Told> current, Function<CanonicalRecord, CanonicalRecord> distorted) {
        Random random = new Random(block);
        List<Told> told = new ArrayList<>();
        for (int seed = block * BLOCK + 1; seed <= (block + 1) * BLOCK; seed++) {
            told.addAll(new FiledCases(seed).tellings());
        }
        Set<String> versions = new HashSet<>();
        List<Told> repeated = new ArrayList<>();
        for (Told each : told) {
            // A content that was corrected is not told again: of one version, what was said last holds.
            if (versions.add(each.key() + "@" + each.version()) && random.nextInt(4) == 0) {
                repeated.add(each);
            }
        }
        repeated.removeIf(each -> told.stream()
                        .filter(other -> other.key().equals(each.key()) && other.version() == each.version())
                        .count()
                > 1);
        told.addAll(repeated);
        Collections.shuffle(told, random);
        List<NormalisedPage> pages = pages(block, told, random, distorted);
        told.forEach(each ->
                current.merge(each.key(), each, (before, now) -> before.version() <= now.version() ? now : before));
        List<NormalisedPage> deliveries = new ArrayList<>(pages);
        pages.stream().filter(page -> random.nextInt(3) == 0).forEach(deliveries::add);
        Collections.shuffle(deliveries, random);
        return deliveries;
    }

    private static List<NormalisedPage> pages(
            int block, List<Told> told, Random random, Function<CanonicalRecord, CanonicalRecord> distorted) {
        RecordAssembler assembler = new RecordAssembler(config.places().names(), config.rules());
        List<NormalisedPage> pages = new ArrayList<>();
        for (int start = 0; start < told.size(); ) {
            int end = Math.min(told.size(), start + 1 + random.nextInt(60));
            List<CanonicalRecord> records = new ArrayList<>();
            for (Told each : told.subList(start, end)) {
                Assembled assembled = assembler.assemble(
                        "alpha", "cases", records.size(), each.draft(), JsonNodeFactory.instance.objectNode());
                records.add(distorted.apply(((Assembled.Valid) assembled).record()));
            }
            pages.add(Sample.page(
                    "b" + block + "-" + pages.size(), Sample.FETCHED.plusSeconds(pages.size()), records, List.of()));
            start = end;
        }
        return pages;
    }

    /** Returns the amounts of each measure, subject and service by day; null stands where there is a day out of range. */
    private static Map<String, int[]> live(StoreDatabase database, int block) {
        Map<String, int[]> live = new TreeMap<>();
        int days = FiledCases.counts(List.of(), "open", "", "").length;
        for (String row : database.rows("select measure, subject, service, day - date '" + FiledCases.FIRST
                + "', sum(amount)::int from hub.measure_now group by 1, 2, 3, 4")) {
            String[] cell = row.split(" ");
            live.computeIfAbsent(cell[0] + " " + cell[1] + " " + cell[2], key -> new int[days])[
                            Integer.parseInt(cell[3])] +=
                    Integer.parseInt(cell[4]);
        }
        assertThat(live).as("block %d", block).isNotEmpty();
        return live;
    }

    private static boolean agrees(FiledCases history, Collection<Told> current, Map<String, int[]> live) {
        Collection<Told> own = current.stream()
                .filter(each -> history.services().contains(each.service()))
                .toList();
        for (String service : history.services()) {
            for (String district : FiledCases.DISTRICTS) {
                for (String measure : FLOWS) {
                    int[] amounts = live.get(measure + " " + district + " " + service);
                    if (!same(FiledCases.counts(own, measure, district, service), amounts, false)) {
                        return false;
                    }
                }
                for (String measure : STOCKS) {
                    int[] amounts = live.get(measure + " " + district + " " + service);
                    if (!same(FiledCases.counts(own, measure, district, service), amounts, true)) {
                        return false;
                    }
                }
            }
        }
        return live.keySet().stream().map(cell -> cell.split(" ")[1]).allMatch(FiledCases.DISTRICTS::contains);
    }

    private static boolean same(int[] counted, int @Nullable [] amounts, boolean stock) {
        int[] live = Objects.requireNonNullElseGet(amounts, () -> new int[counted.length]);
        int sum = 0;
        for (int day = 0; day < counted.length; day++) {
            sum = stock ? sum + live[day] : live[day];
            if (sum != counted[day]) {
                return false;
            }
        }
        return true;
    }
}
