package in.sangam.core.rule;

import static org.assertj.core.api.Assertions.assertThat;

import in.sangam.core.config.ConfigError;
import in.sangam.core.config.ConfigErrors;
import in.sangam.core.config.ConfigFolder;
import in.sangam.core.config.HubConfig;
import in.sangam.core.config.ShippedConfig;
import in.sangam.core.record.CanonicalRecord;
import in.sangam.core.record.Kind;
import in.sangam.core.record.RecordKey;
import in.sangam.core.record.Version;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeLimitsTest {

    private static final HubConfig CONFIG = ShippedConfig.get();

    @TempDir
    private Path folder;

    private static CanonicalRecord record(String type, Map<String, String> fields) {
        return new CanonicalRecord(
                new RecordKey("p", "s", "1"),
                Version.of("1"),
                Kind.CASE,
                type,
                "212",
                new TreeMap<>(fields),
                new TreeMap<>());
    }

    @ParameterizedTest(name = "{0} received on {1} is due on {2}")
    @CsvSource({
        "central-grievance, 2020-12-31, 2021-03-01",
        "central-grievance, 2021-01-01, 2021-02-15",
        "central-grievance, 2022-07-26, 2022-09-09",
        "central-grievance, 2022-07-27, 2022-08-26",
        "central-grievance, 2024-08-22, 2024-09-21",
        "central-grievance, 2024-08-23, 2024-09-13",
        "salary-case, 2026-10-16, 2026-10-31"
    })
    void calendar_days_follow_the_rule_of_the_starting_day(String type, String registered, String due) {
        assertThat(CONFIG.rules()
                        .due(record(type, Map.of("registered", registered)))
                        .orElseThrow()
                        .day())
                .hasToString(due);
    }

    /** Worked by hand with a printed calendar. */
    @ParameterizedTest(name = "{0} {1} {2} {3} from {4} is due on {6} by {5}")
    @CsvSource({
        "rtps-application, BICCO, '', '', 2026-10-01, rtps-certificate, 2026-10-14",
        "rtps-application, social-security-pension, '', block, 2026-05-04, rtps-pension-recommendation, 2026-05-28",
        "rtps-application, ration-card, '', '', 2017-06-01, rtps-ration-card, 2017-07-01",
        "rtps-application, ration-card, jeevika, block, 2026-10-03, rtps-ration-card-jeevika-check, 2026-10-06",
        "rtps-application, ration-card, jeevika, '', 2026-10-03, rtps-ration-card-jeevika, 2026-10-14",
        "rtps-application, mutation, '', record, 2026-10-03, rtps-mutation-record, 2026-10-07",
        "rtps-application, land-measurement, '', '', 2026-10-03, rtps-measurement, 2026-11-02",
        "rtps-application, land-measurement, tatkal, '', 2026-10-03, rtps-measurement-tatkal, 2026-10-13"
    })
    void services_have_the_limit_of_their_mode_and_stage(
            String type, String service, String mode, String stage, String complete, String rule, LocalDate due) {
        Map<String, String> fields = new TreeMap<>(Map.of("service", service, "complete", complete));
        fields.put("mode", mode);
        fields.put("stage", stage);

        assertThat(CONFIG.rules().due(record(type, fields)).orElseThrow())
                .satisfies(found -> assertThat(found.rule()).isEqualTo(rule))
                .satisfies(found -> assertThat(found.day()).isEqualTo(due));
    }

    @ParameterizedTest
    @CsvSource({"public-grievance", "public-grievance-appeal", "service-grievance", "rtps-appeal"})
    void grievances_and_appeals_are_due_after_sixty_working_days_of_field_offices(String type) {
        LocalDate filed = LocalDate.of(2026, 5, 4);

        assertThat(CONFIG.rules()
                        .due(record(type, Map.of("registered", "2026-05-04T23:59:59+05:30")))
                        .orElseThrow()
                        .day())
                .isEqualTo(CONFIG.calendars().of("field", "212").workingDaysAfter(filed, 60));
    }

    @ParameterizedTest
    @CsvSource({"UTC", "America/Los_Angeles", "Pacific/Auckland"})
    void a_day_begins_in_kolkata_wherever_the_server_stands(String zone) {
        TimeZone before = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone(zone));
            // 18:30 UTC is midnight in Kolkata, here the one that ends the financial year
            assertThat(dueOf("2026-03-31T18:29:59Z")).isEqualTo(LocalDate.of(2026, 4, 21));
            assertThat(dueOf("2026-03-31T18:30:00Z")).isEqualTo(LocalDate.of(2026, 4, 22));
            assertThat(dueOf("2026-04-01T00:00:00+05:30")).isEqualTo(LocalDate.of(2026, 4, 22));
        } finally {
            TimeZone.setDefault(before);
        }
    }

    private static LocalDate dueOf(String registered) {
        return CONFIG.rules()
                .due(record("central-grievance", Map.of("registered", registered)))
                .orElseThrow()
                .day();
    }

    @Test
    void the_limit_that_names_more_goes_before() {
        Map<String, String> fields = Map.of("service", "BRCCO", "complete", "2026-09-29T10:00:00+05:30");
        Map<String, String> tatkal = new TreeMap<>(fields);
        tatkal.put("mode", "tatkal");

        assertThat(CONFIG.rules()
                        .due(record("rtps-application", fields))
                        .orElseThrow()
                        .rule())
                .isEqualTo("rtps-certificate");
        assertThat(CONFIG.rules().due(record("rtps-application", tatkal)).orElseThrow())
                .isEqualTo(new Due(LocalDate.of(2026, 10, 1), false, "rtps-certificate-tatkal"));
    }

    @Test
    void without_a_limit_or_before_the_clock_starts_nothing_is_due() {
        assertThat(CONFIG.rules().due(record("unknown-type", Map.of("registered", "2026-10-01"))))
                .isEmpty();
        assertThat(CONFIG.rules()
                        .due(record("rtps-application", Map.of("service", "BRCCO", "registered", "2026-10-01"))))
                .isEmpty();
        assertThat(CONFIG.rules().due(record("rtps-application", Map.of("service", "ZZZZZ", "complete", "2026-10-01"))))
                .isEmpty();
    }

    @Test
    void open_cases_are_dated_by_the_rules_of_now_and_those_that_ended_are_not() {
        CanonicalRecord open = record(
                "rtps-application",
                Map.of("service", "BRCCO", "complete", "2026-10-01", "status", "pending", "due", "2026-10-13"));
        CanonicalRecord ended = record(
                "rtps-application",
                Map.of("service", "BRCCO", "complete", "2026-10-01", "status", "disposed", "due", "2026-10-13"));

        CanonicalRecord now = CONFIG.rules().redated(open);
        assertThat(now.field("due")).isEqualTo("2026-10-14");
        assertThat(now.attributes()).containsEntry("dueRule", "rtps-certificate");
        assertThat(CONFIG.rules().redated(now)).isEqualTo(now);
        assertThat(CONFIG.rules().redated(ended)).isSameAs(ended);
    }

    /** 10 working days from 1 October 2026 end on 14 October; 21 days from 1 October on 22 October. */
    @ParameterizedTest(name = "{0} paused {1} is due on {2}")
    @CsvSource({
        "rtps-application, 2026-10-05/2026-10-07, 2026-10-16", // two working days more
        "rtps-application, 2026-10-04/2026-10-05, 2026-10-14", // a Sunday rests anyhow
        "rtps-application, 2026-10-05/2026-10-05, 2026-10-14", // answered on the day it was raised
        "rtps-application, 2026-10-20/2026-10-25, 2026-10-14", // too late to matter
        "rtps-application, 2026-10-20/, 2026-10-14",
        "central-grievance, 2026-10-05/2026-10-07 2026-10-10/2026-10-11, 2026-10-25"
    })
    void an_objection_stops_the_clock_until_it_is_answered(String type, String paused, LocalDate due) {
        Map<String, String> fields =
                Map.of("service", "BRCCO", "registered", "2026-10-01", "complete", "2026-10-01", "paused", paused);

        assertThat(CONFIG.rules().due(record(type, fields)).orElseThrow().day()).isEqualTo(due);
    }

    @Test
    void nothing_is_due_while_an_objection_raised_in_time_is_open() {
        assertThat(CONFIG.rules()
                        .due(record("central-grievance", Map.of("registered", "2026-10-01", "paused", "2026-10-20/"))))
                .isEmpty();
    }

    @Test
    void two_limits_for_the_same_records_and_days_are_an_error_that_names_both() throws Exception {
        assertThat(
                        errors(
                                """
                        limits:
                          first: {of: a, starts: registered, limit: 10 days, to: 2026-01-01, source: x}
                          second: {of: a, starts: registered, limit: 20 days, from: 2026-01-01, source: x}
                          third: {of: a, service: S, starts: registered, limit: 5 days, source: x}
                        """))
                .hasSize(1)
                .first()
                .asString()
                .contains("rules.yaml:3", "limits.second", "Overlaps 'first' at", "rules.yaml:2");
    }

    @Test
    void words_that_are_not_known_are_errors_with_the_nearest_right_word() throws Exception {
        assertThat(
                        errors(
                                """
                        limits:
                          one: {of: a, starts: registred, limit: 10 working days, office: feild, source: x}
                          two: {of: b, starts: registered, limit: ten days, source: x}
                          three: {of: c, starts: registered, limit: 10 days, ofice: field, source: x}
                          four: {of: d, starts: registered, limit: 10 days}
                        """))
                .extracting(Object::toString)
                .satisfiesExactlyInAnyOrder(
                        e -> assertThat(e).contains(":2:", "Did you mean 'registered'?"),
                        e -> assertThat(e).contains(":2:", "Did you mean 'field'?"),
                        e -> assertThat(e).contains(":3:", "Not a length of time"),
                        e -> assertThat(e).contains(":4:", "Did you mean 'office'?"),
                        e -> assertThat(e).contains(":5:", "'source' is missing"));
    }

    private List<ConfigError> errors(String yaml) throws Exception {
        Files.writeString(folder.resolve("rules.yaml"), yaml);
        ConfigErrors errors = new ConfigErrors();
        TimeLimits.load(new ConfigFolder(folder), CONFIG.calendars(), CONFIG.places(), errors);
        return errors.all();
    }
}
