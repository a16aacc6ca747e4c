package in.sangam.routes.deliver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import in.sangam.core.config.ConfigException;
import in.sangam.core.measure.Subject;
import in.sangam.kit.Connector;
import in.sangam.kit.Connectors;
import in.sangam.kit.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FlowsTest {

    private static final List<Connector> CONNECTORS =
            Connectors.load(Path.of("src/test/resources/connectors"), Settings.unset());

    @TempDir
    Path folder;

    @Test
    void a_flow_names_the_sinks_that_get_a_kind_of_message() throws Exception {
        write("send: kpi-value", "to: [notices.kpi-values]");

        assertThat(Flows.load(folder, CONNECTORS).of(Flows.KPI_VALUE)).containsExactly("notices.kpi-values");
        assertThat(Flows.load(folder, CONNECTORS).of("something-else")).isEmpty();
    }

    @Test
    void a_flow_to_a_portal_that_is_not_connected_is_checked_and_goes_nowhere() throws Exception {
        write("send: kpi-value", "to: [notices.kpi-values]");

        assertThat(Flows.load(folder, List.of(), CONNECTORS).of(Flows.KPI_VALUE))
                .isEmpty();
    }

    @Test
    void the_flow_of_the_product_fits_the_product_s_connectors() {
        List<Connector> shipped = Connectors.load(Path.of("../connectors"), Settings.unset());

        assertThat(Flows.load(Path.of("../config/flows"), shipped).of(Flows.KPI_VALUE))
                .isNotEmpty();
    }

    @Test
    void a_flow_of_kpi_values_says_which_kpis_it_asks_for_and_one_without_asks_for_all() throws Exception {
        write("send: kpi-value", "to: [notices.kpi-values]", "kpis: [open-cases, late-cases]");
        assertThat(Flows.load(folder, CONNECTORS).of(Flows.KPI_VALUE)).containsExactly("notices.kpi-values");
        Files.writeString(folder.resolve("more.yaml"), "send: kpi-value\nto: [other.values]\n");
        Map<String, Subject> known = Map.of(
                "open-cases", Subject.PLACE, "late-cases", Subject.PLACE, "old", Subject.PLACE, "score", Subject.POST);
        KpiChoice choice = KpiChoice.load(folder, known);

        assertThat(choice.asks("notices.kpi-values", "late-cases")).isTrue();
        assertThat(choice.asks("notices.kpi-values", "old")).isFalse();
        assertThat(choice.asks("other.values", "old")).isTrue();
        assertThat(choice.asks("other.values", "score")).isFalse();
        assertThatThrownBy(
                        () -> KpiChoice.load(folder, Map.of("open-cases", Subject.PLACE, "late-case", Subject.PLACE)))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("flow.yaml:3")
                .hasMessageContaining("Did you mean 'late-case'?");
    }

    @Test
    void a_kpi_of_posts_goes_where_it_is_named() throws Exception {
        write("send: kpi-value", "to: [notices.kpi-values]", "kpis: [score]");
        Files.writeString(folder.resolve("more.yaml"), "send: kpi-value\nto: [notices.kpi-values]\n");
        KpiChoice choice = KpiChoice.load(folder, Map.of("score", Subject.POST, "open-cases", Subject.PLACE));

        assertThat(choice.asks("notices.kpi-values", "score")).isTrue();
        assertThat(choice.asks("notices.kpi-values", "open-cases")).isTrue();
    }

    @Test
    void an_unknown_key_is_an_error_with_file_line_and_the_nearest_key() throws Exception {
        write("send: kpi-value", "tow: [notices.kpi-values]");

        assertThatThrownBy(() -> Flows.load(folder, CONNECTORS))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("flow.yaml:2: tow: Unknown key")
                .hasMessageContaining("Did you mean 'to'?");
    }

    @Test
    void a_sink_that_no_connector_has_is_an_error_that_names_the_nearest() throws Exception {
        write("send: kpi-value", "to:", "  - notice.kpi-value");

        assertThatThrownBy(() -> Flows.load(folder, CONNECTORS))
                .hasMessageContaining("flow.yaml:3")
                .hasMessageContaining("Did you mean 'notices.kpi-values'?");
    }

    @Test
    void a_sink_that_accepts_something_else_is_an_error() throws Exception {
        write("send: complaint", "to: [notices.kpi-values]");

        assertThatThrownBy(() -> Flows.load(folder, CONNECTORS))
                .hasMessageContaining("accepts 'kpi-value', not 'complaint'");
    }

    @Test
    void a_flow_of_records_names_its_stream_and_two_files_do_not_send_the_same_twice() throws Exception {
        List<Connector> shipped = Connectors.load(Path.of("../connectors"), Settings.unset());
        Path flows = Path.of("../config/flows");

        assertThat(Flows.load(flows, shipped).records())
                .extracting(flow -> flow.portal() + "." + flow.stream())
                .hasSize(2)
                .doesNotHaveDuplicates();

        String file = Files.readString(flows.resolve("grievances-to-complaints.yaml"));
        Files.writeString(folder.resolve("one.yaml"), file);
        Files.writeString(folder.resolve("two.yaml"), file);
        assertThatThrownBy(() -> Flows.load(folder, shipped)).hasMessageContaining("Another flow sends");
    }

    @Test
    void what_chooses_records_needs_a_stream_to_choose_from() throws Exception {
        write("send: kpi-value", "to: [notices.kpi-values]", "once: true");

        assertThatThrownBy(() -> Flows.load(folder, CONNECTORS))
                .hasMessageContaining("flow.yaml:3: once")
                .hasMessageContaining("of: <portal>.<stream>");
    }

    @Test
    void a_kind_that_the_hub_does_not_make_needs_records_and_one_that_it_makes_takes_none() throws Exception {
        write("send: kpi-valu", "to: [notices.kpi-values]");
        Files.writeString(
                folder.resolve("made.yaml"),
                "send: kpi-value\nto: [notices.kpi-values]\nof: notices.items\nmessage: {id: sourceId}\n");
        Files.writeString(folder.resolve("chosen.yaml"), "send: complaint\nto: []\nkpis: [open-cases]\n");

        assertThatThrownBy(() -> Flows.load(folder, CONNECTORS))
                .hasMessageContaining("flow.yaml:1: send: The hub makes no messages 'kpi-valu'")
                .hasMessageContaining("made.yaml:3: of: The hub makes 'kpi-value' itself")
                .hasMessageContaining("chosen.yaml:3: kpis: Only KPI values are chosen by KPI");
    }

    @Test
    void all_errors_of_all_files_are_told_together() throws Exception {
        write("send: [", "x");
        Files.writeString(folder.resolve("other.yaml"), "sent: kpi-value\n");

        assertThatThrownBy(() -> Flows.load(folder, CONNECTORS))
                .hasMessageContaining("flow.yaml")
                .hasMessageContaining("other.yaml:1: sent");
    }

    private void write(String... lines) throws Exception {
        Files.writeString(folder.resolve("flow.yaml"), String.join("\n", lines) + "\n");
    }
}
