package in.sangam.core.flow;

import static org.assertj.core.api.Assertions.assertThat;

import in.sangam.core.config.ConfigError;
import in.sangam.core.config.ConfigErrors;
import in.sangam.core.config.YamlFile;
import in.sangam.core.flow.RecordFlow.Decision;
import in.sangam.core.record.CanonicalRecord;
import in.sangam.core.record.Kind;
import in.sangam.core.record.RecordKey;
import in.sangam.core.record.Version;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordFlowTest {

    private static final String FLOW =
            """
            send: complaint
            of: union.grievances
            when: status = pending and registered >= 2026-10-01
            rules:
              - {when: service = ration-card, belongs: here, because: counts although notified}
              - {when: [service = court, stage = court], belongs: court, because: matter of a court}
              - {when: mode = notified, belongs: services, because: notified service}
            message: {origin: sourceId, place: place, due: due, organisation: attributes.organisation}
            """;

    private final ConfigErrors errors = new ConfigErrors();

    @ParameterizedTest
    @CsvSource({
        "ration-card, notified, here, counts although notified",
        "certificate, notified, services, notified service",
        "court, , court, matter of a court",
        "road, , here, "
    })
    void the_first_rule_that_fits_decides_and_without_one_a_record_belongs_here(
            String service, String mode, String belongs, String because) {
        Map<String, String> fields = new TreeMap<>(Map.of("service", service));
        if (mode != null) {
            fields.put("mode", mode);
        }

        Decision decision = read(FLOW).of(grievance("2026-10-05", fields));

        assertThat(decision).isNotNull();
        assertThat(decision.belongs()).isEqualTo(belongs);
        assertThat(decision.because()).isEqualTo(because);
        assertThat(decision.isSent()).isEqualTo(belongs.equals("here"));
    }

    @Test
    void a_message_says_what_the_record_reports_and_is_silent_of_the_rest() {
        assertThat(read(FLOW).of(grievance("2026-10-05", Map.of())).message())
                .isEqualTo(Map.of("origin", "U/1", "place", "212", "organisation", "ORG"));
    }

    @Test
    void a_record_that_the_flow_is_not_about_gets_no_decision() {
        assertThat(read(FLOW).of(grievance("2026-09-30", Map.of()))).isNull();
        assertThat(read(FLOW).of(grievance("2026-10-05", Map.of("status", "disposed"))))
                .isNull();
    }

    @Test
    void everything_that_is_wrong_is_told_with_its_line_and_the_nearest_word() {
        read(FLOW.replace("union.grievances", "union.grievance")
                .replace("mode = notified", "mod = notified")
                .replace("because: matter", "becuase: matter")
                .replace("place: place", "place: plaice"));

        assertThat(errors.all())
                .extracting(ConfigError::toString)
                .anySatisfy(error ->
                        assertThat(error).startsWith("flow.yaml:2: of:").contains("'union.grievances'"))
                .anySatisfy(
                        error -> assertThat(error).startsWith("flow.yaml:6:").contains("'because'"))
                .anySatisfy(
                        error -> assertThat(error).startsWith("flow.yaml:7:").contains("'mode'"))
                .anySatisfy(
                        error -> assertThat(error).startsWith("flow.yaml:8:").contains("'place'"));
    }

    private RecordFlow read(String yaml) {
        return YamlFile.parse("flow.yaml", yaml, errors)
                .map(flow -> new RecordFlowReader(List.of("union.grievances")).read(flow, List.of("state.complaints")))
                .orElseThrow();
    }

    private static CanonicalRecord grievance(String registered, Map<String, String> more) {
        TreeMap<String, String> fields = new TreeMap<>(Map.of("status", "pending", "registered", registered));
        fields.putAll(more);
        return new CanonicalRecord(
                new RecordKey("union", "grievances", "U/1"),
                new Version("1", 1),
                Kind.CASE,
                "grievance",
                "212",
                fields,
                new TreeMap<>(Map.of("organisation", "ORG")));
    }
}
