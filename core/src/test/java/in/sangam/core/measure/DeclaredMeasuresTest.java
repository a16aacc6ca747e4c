package in.sangam.core.measure;

import static org.assertj.core.api.Assertions.assertThat;

import in.sangam.core.config.ConfigError;
import in.sangam.core.config.ConfigErrors;
import in.sangam.core.config.ConfigFolder;
import in.sangam.core.config.ShippedConfig;
import in.sangam.core.place.Places;
import in.sangam.core.record.CanonicalRecord;
import in.sangam.core.record.Kind;
import in.sangam.core.record.RecordKey;
import in.sangam.core.record.Version;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeclaredMeasuresTest {

    private static final Places PLACES = ShippedConfig.get().places();
    private static final String MEASURES =
            """
            in-time: {of: t, flow: disposed, when: disposed <= due}
            open: {of: t, stock: {from: registered, until: disposed}}
            late: {of: t, stock: {from: due + 1 day, until: disposed}}
            tatkal: {of: [t, u], flow: registered, when: mode = tatkal and status != rejected}
            disposed-word: {of: u, flow: registered, when: status = disposed}
            value: {of: r, flow: day, amount: value, when: value >= 2.5 and service is not reported}
            """;

    @TempDir
    private Path folder;

    private DeclaredMeasures measures(String yaml, ConfigErrors errors) throws Exception {
        Files.writeString(folder.resolve("measures.yaml"), yaml);
        return DeclaredMeasures.load(new ConfigFolder(folder), PLACES, errors);
    }

    private DeclaredMeasures measures() throws Exception {
        ConfigErrors errors = new ConfigErrors();
        DeclaredMeasures measures = measures(MEASURES, errors);
        errors.throwIfAny();
        return measures;
    }

    private static CanonicalRecord record(Kind kind, String type, Map<String, String> fields) {
        return new CanonicalRecord(
                new RecordKey("p", "s", "1"),
                Version.of("1"),
                kind,
                type,
                "212",
                new TreeMap<>(fields),
                new TreeMap<>());
    }

    private static Contribution one(String measure, String day, int amount) {
        return new Contribution(measure, "212", "", LocalDate.parse(day), BigDecimal.valueOf(amount));
    }

    @Test
    void a_case_disposed_late_was_open_then_late_then_neither() throws Exception {
        CanonicalRecord late = record(
                Kind.CASE, "t", Map.of("registered", "2026-10-01", "due", "2026-10-10", "disposed", "2026-10-15"));

        assertThat(measures().of(late))
                .containsExactly(
                        one("open", "2026-10-01", 1),
                        one("open", "2026-10-15", -1),
                        one("late", "2026-10-11", 1),
                        one("late", "2026-10-15", -1));
    }

    @Test
    void a_record_counts_for_the_portal_that_it_came_from() throws Exception {
        ConfigErrors errors = new ConfigErrors();
        DeclaredMeasures measures = measures("opened: {of: t, flow: registered, by: [place, portal]}", errors);

        errors.throwIfAny();
        assertThat(measures.of(record(Kind.CASE, "t", Map.of("registered", "2026-10-01"))))
                .extracting(Contribution::subject)
                .containsExactly("212", "portal/p");
    }

    @Test
    void a_case_disposed_on_its_due_date_is_in_time_and_never_late() throws Exception {
        CanonicalRecord inTime = record(
                Kind.CASE, "t", Map.of("registered", "2026-10-01", "due", "2026-10-10", "disposed", "2026-10-10"));

        assertThat(measures().of(inTime))
                .containsExactly(
                        one("in-time", "2026-10-10", 1), one("open", "2026-10-01", 1), one("open", "2026-10-10", -1));
    }

    @Test
    void a_case_without_due_date_is_neither_in_time_nor_ever_late() throws Exception {
        assertThat(measures().of(record(Kind.CASE, "t", Map.of("registered", "2026-10-01", "disposed", "2026-10-02"))))
                .extracting(Contribution::measure)
                .containsOnly("open");
    }

    @Test
    void a_comparison_with_what_was_not_reported_does_not_hold() throws Exception {
        assertThat(measures().of(record(Kind.CASE, "u", Map.of("registered", "2026-10-01", "mode", "tatkal"))))
                .isEmpty();
        assertThat(measures()
                        .of(record(
                                Kind.CASE,
                                "u",
                                Map.of("registered", "2026-10-01", "mode", "tatkal", "status", "disposed"))))
                .extracting(Contribution::measure)
                .containsExactly("tatkal", "disposed-word");
    }

    @Test
    void a_reading_contributes_its_exact_value() throws Exception {
        assertThat(measures().of(record(Kind.READING, "r", Map.of("day", "2026-10-01", "value", "2.50"))))
                .containsExactly(
                        new Contribution("value#", "212", "", LocalDate.of(2026, 10, 1), BigDecimal.ONE),
                        new Contribution("value", "212", "", LocalDate.of(2026, 10, 1), new BigDecimal("2.50")));
        assertThat(measures().of(record(Kind.READING, "r", Map.of("day", "2026-10-01", "value", "2.49"))))
                .isEmpty();
        assertThat(measures().of(record(Kind.READING, "r", Map.of("day", "2026-10-01", "value", "9", "service", "X"))))
                .isEmpty();
    }

    @Test
    void a_record_of_no_place_counts_for_the_state() throws Exception {
        CanonicalRecord nowhere = new CanonicalRecord(
                new RecordKey("p", "s", "1"),
                Version.of("1"),
                Kind.CASE,
                "t",
                null,
                new TreeMap<>(Map.of("registered", "2026-10-01", "service", "X")),
                new TreeMap<>());

        assertThat(measures().of(nowhere))
                .containsExactly(new Contribution("open", "10", "X", LocalDate.of(2026, 10, 1), BigDecimal.ONE));
    }

    @Test
    void the_stock_on_any_day_is_what_counting_the_cases_one_by_one_gives() throws Exception {
        DeclaredMeasures measures = measures();
        LocalDate first = LocalDate.of(2026, 1, 1);
        for (long seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            List<Case> cases = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                cases.add(Case.any(random, first));
            }
            List<Contribution> all = cases.stream()
                    .flatMap(each -> measures.of(each.record()).stream())
                    .toList();
            for (LocalDate day = first; day.isBefore(first.plusDays(75)); day = day.plusDays(1)) {
                LocalDate end = day;
                assertThat(sum(all, "open", end))
                        .as("open, seed %d, %s", seed, end)
                        .isEqualTo(
                                cases.stream().filter(each -> each.isOpen(end)).count());
                assertThat(sum(all, "late", end))
                        .as("late, seed %d, %s", seed, end)
                        .isEqualTo(
                                cases.stream().filter(each -> each.isLate(end)).count());
            }
        }
    }

    private static long sum(List<Contribution> all, String measure, LocalDate end) {
        return all.stream()
                .filter(each -> each.measure().equals(measure) && !each.day().isAfter(end))
                .mapToLong(each -> each.amount().longValueExact())
                .sum();
    }

    private record Case(LocalDate registered, @Nullable LocalDate due, @Nullable LocalDate disposed) {

        static Case any(Random random, LocalDate first) {
            LocalDate registered = first.plusDays(random.nextInt(30));
            return new Case(
                    registered,
                    random.nextInt(5) == 0 ? null : registered.plusDays(random.nextInt(15)),
                    random.nextInt(3) == 0 ? null : registered.plusDays(random.nextInt(30)));
        }

        CanonicalRecord record() {
            Map<String, String> fields = new TreeMap<>();
            fields.put("registered", registered + "T23:59:59+05:30");
            if (due != null) {
                fields.put("due", due.toString());
            }
            if (disposed != null) {
                fields.put("disposed", disposed + "T00:00:00+05:30");
            }
            return DeclaredMeasuresTest.record(Kind.CASE, "t", fields);
        }

        boolean isOpen(LocalDate day) {
            return !registered.isAfter(day) && (disposed == null || disposed.isAfter(day));
        }

        boolean isLate(LocalDate day) {
            return isOpen(day) && due != null && due.isBefore(day);
        }
    }

    @Test
    void a_declaration_that_makes_no_sense_is_an_error_with_its_line() throws Exception {
        ConfigErrors errors = new ConfigErrors();
        measures(
                """
                a: {of: t, flow: dispossed}
                b: {of: t, flow: status}
                c: {of: t}
                d: {of: t, flow: disposed, when: mode < 3}
                e: {of: t, flow: disposed, when: disposed within due}
                f: {of: t, stock: {from: due + 1 week}}
                g: {of: t, flow: disposed, when: disposed <= soon}
                h: {of: t, flow: disposed, wen: x}
                i: {flow: disposed}
                """,
                errors);

        assertThat(errors.all()).extracting(ConfigError::line).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9);
        assertThat(errors.all().get(0).remedy()).isEqualTo("Did you mean 'disposed'?");
        assertThat(errors.all().get(7).remedy()).isEqualTo("Did you mean 'when'?");
    }
}
