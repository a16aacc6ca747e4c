package in.sangam.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HubCommandTest {

    private final PrintStream out = System.out;
    private final PrintStream err = System.err;
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @TempDir
    Path temp;

    @BeforeEach
    void listen() {
        PrintStream ear = new PrintStream(printed, true, StandardCharsets.UTF_8);
        System.setOut(ear);
        System.setErr(ear);
    }

    @AfterEach
    void stopListening() {
        System.setOut(out);
        System.setErr(err);
    }

    @Test
    void help_lists_every_verb() {
        assertThat(HubCommand.run(new String[] {"--help"})).isZero();
        assertThat(said()).contains("demo", "run", "places", "recount", "broker", "bench", "campaign");
    }

    @Test
    void each_verb_has_its_own_help() {
        for (String verb : new String[] {"demo", "run", "places", "recount", "broker"}) {
            assertThat(HubCommand.run(new String[] {verb, "--help"})).isZero();
        }
        assertThat(said()).contains("--settle", "--as-of", "--portals", "--repair", "--password-file");
    }

    @Test
    void a_recount_offers_no_option_of_a_server() {
        assertThat(HubCommand.run(new String[] {"recount", "--help"})).isZero();
        assertThat(said())
                .contains("--data", "--config", "--repair", "--json")
                .doesNotContain("--port", "--address", "--connectors");
    }

    @Test
    void an_unknown_verb_is_answered_with_the_nearest() {
        assertThat(HubCommand.run(new String[] {"recuont"})).isEqualTo(2);
        assertThat(HubCommand.run(new String[] {"rnu"})).isEqualTo(2);
        assertThat(said())
                .contains("no verb 'recuont'. Did you mean 'recount'?", "no verb 'rnu'. Did you mean 'run'?")
                .doesNotContain("Exception");
    }

    @Test
    void an_unknown_option_is_answered_with_the_nearest() {
        assertThat(HubCommand.run(new String[] {"demo", "--setle"})).isEqualTo(2);
        assertThat(said()).contains("--settle").contains("hub demo --help");
    }

    @Test
    void what_cannot_be_is_refused_before_anything_is_made() {
        Path nowhere = temp.resolve("nowhere");

        assertThat(HubCommand.run(new String[] {"run", "--port", "99999"})).isEqualTo(2);
        assertThat(HubCommand.run(new String[] {"recount", "--config", "../config", "--data", nowhere.toString()}))
                .isEqualTo(1);

        assertThat(said()).contains("'99999' is no port", "No hub has kept records in " + nowhere);
        assertThat(nowhere).doesNotExist();
    }

    @Test
    void a_new_connectors_transport_is_written_in_small_letters() {
        assertThat(HubCommand.run(
                        new String[] {"new", "land-records", "--transport", "rest", "--connectors", temp.toString()}))
                .isZero();
        assertThat(temp.resolve("land-records/connector.yaml")).exists();
    }

    @Test
    void a_broken_configuration_stops_the_start_without_a_stack_trace() throws Exception {
        Files.createDirectories(temp.resolve("config/kpis"));

        int code = HubCommand.run(new String[] {
            "recount",
            "--config",
            temp.resolve("config").toString(),
            "--data",
            temp.resolve("data").toString()
        });

        assertThat(code).isEqualTo(1);
        assertThat(said()).contains("configuration").doesNotContain("\tat ");
    }

    @Test
    void a_check_says_in_one_sentence_and_by_its_exit_code_what_fails() throws Exception {
        Path folder = Files.createDirectories(temp.resolve("parks"));
        Files.writeString(
                folder.resolve("connector.yaml"),
                """
                title: {en: Parks, hi: उद्यान}
                owner: Parks
                rest: {url: "${parks.url}"}
                streams:
                  permits: {path: /permits, records: $.data, key: no, version: at, into: case, type: permit,
                    place: {district: d}, fields: {registered: moment(at), status: "'pending'"}}
                """);
        Path portals = temp.resolve("portals.properties");
        Files.writeString(portals, "");
        String[] check = {"check", folder.toString(), "--portals", portals.toString()};

        assertThat(HubCommand.run(check)).isEqualTo(1);
        assertThat(said()).contains("parks: setting fails. The setting 'parks.url' has no value");

        Files.writeString(portals, "parks.url=http://127.0.0.1:1/none");
        assertThat(HubCommand.run(new String[] {check[0], check[1], check[2], check[3], "--json"}))
                .isEqualTo(1);
        assertThat(said()).contains("\"layer\" : \"tcp\"", "\"good\" : false");
        assertThat(HubCommand.run(new String[] {"check", "nowhere", "--connectors", temp.toString()}))
                .isEqualTo(1);
        assertThat(said()).contains("There is no connector 'nowhere'").doesNotContain("\tat ");
    }

    private String said() {
        return printed.toString(StandardCharsets.UTF_8);
    }
}
