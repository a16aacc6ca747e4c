package in.sangam.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import in.sangam.core.config.ConfigException;
import in.sangam.kit.Source.SoapSource;
import in.sangam.kit.Source.SqlSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConnectorsTest {

    private static final Instant NOW = Instant.parse("2026-10-31T12:30:00Z");

    @Test
    void every_folder_with_a_manifest_is_read() {
        assertThat(ShippedConnectors.load())
                .extracting(Connector::id)
                .contains("cm-dashboard", "cpgrams", "hrms", "lok-shikayat", "rtps");
    }

    @Test
    void every_folder_stands_in_the_list_of_portals_with_its_streams_and_sinks() throws IOException {
        String list = Files.readString(Path.of("../../docs/portals.md"));

        assertThat(ShippedConnectors.load())
                .allSatisfy(each -> assertThat(list.lines().filter(line -> line.startsWith("| [" + each.id() + "](")))
                        .as(each.id())
                        .singleElement(STRING)
                        .contains(names(each)));
    }

    private static List<String> names(Connector connector) {
        List<String> names = new ArrayList<>();
        connector.streams().forEach(stream -> names.add('`' + stream.name() + '`'));
        connector.sinks().forEach(sink -> names.add('`' + sink.name() + '`'));
        return names;
    }

    @Test
    void a_portal_that_is_not_enabled_is_left_out() {
        Settings settings = Settings.of(Map.of("hrms.enabled", "false")).or(ShippedConnectors.settings());

        assertThat(Connectors.load(ShippedConnectors.FOLDER, settings))
                .extracting(Connector::id)
                .doesNotContain("hrms")
                .contains("rtps");
    }

    @Test
    void a_portal_of_which_no_setting_is_given_is_not_connected_and_left_out() {
        Settings settings = Settings.of(Map.of("rtps.url", "https://rtps.example.org", "rtps.token", "t"));

        assertThat(Connectors.load(ShippedConnectors.FOLDER, settings))
                .extracting(Connector::id)
                .containsExactly("rtps");
        assertThat(Connectors.leftOut(ShippedConnectors.FOLDER, settings))
                .extracting(Connector::id)
                .contains("cm-dashboard", "hrms")
                .doesNotContain("rtps");
    }

    @Test
    void a_manifest_that_asks_for_another_setting_is_seen_at_the_next_look(@TempDir Path folder) throws IOException {
        Settings settings = Settings.of(Map.of("new.url", "https://new.example.org"));
        Path manifest = Files.createDirectory(folder.resolve("portal")).resolve("connector.yaml");

        Files.writeString(manifest, "rest: {url: '${old.url}'}");
        assertThat(Connectors.folders(folder, settings)).isEmpty();
        Files.writeString(manifest, "rest: {url: '${new.url}'}");
        assertThat(Connectors.folders(folder, settings)).containsOnlyKeys("portal");
        Files.writeString(manifest, "rest: {url: '${old.url}'}");
        assertThat(Connectors.folders(folder, settings)).isEmpty();
    }

    @Test
    void a_portal_of_which_some_setting_is_given_and_its_address_is_not_is_an_error() {
        Settings settings = Settings.of(Map.of("hrms.username", "hub"));

        assertThatThrownBy(() -> Connectors.load(ShippedConnectors.FOLDER, settings))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("hrms/connector.yaml")
                .hasMessageContaining("the setting 'hrms.url' has no value");
    }

    @Test
    void a_setting_without_a_value_is_told_with_its_line() {
        assertThatThrownBy(() -> Connectors.read(ShippedConnectors.FOLDER.resolve("rtps"), Settings.of(Map.of())))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("rtps/connector.yaml:6: rest.url: the setting 'rtps.url' has no value");
    }

    @Test
    void a_cursor_is_encoded_into_the_address_and_looks_back() {
        Stream applications = ShippedConnectors.stream("rtps", "applications");
        Ask ask = applications.firstAsk("2026-10-31T10:00:00.000001+05:30", NOW);

        assertThat(((Source.RestSource) applications.source()).address(ask).toString())
                .endsWith("/applications?updatedSince=2026-10-31T08%3A00%3A00.000001%2B05%3A30&limit=1000");
    }

    @Test
    void the_first_poll_starts_where_the_manifest_says() {
        assertThat(ShippedConnectors.stream("rtps", "applications")
                        .firstAsk(null, NOW)
                        .cursor())
                .isEqualTo("2011-08-15T00:00:00.000000+05:30");
        assertThat(ShippedConnectors.stream("cm-dashboard", "schemes")
                        .firstAsk(null, NOW)
                        .cursor())
                .isNull();
    }

    @Test
    void a_soap_request_leaves_out_what_has_no_value() {
        Stream cases = ShippedConnectors.stream("hrms", "salary-cases");
        SoapSource soap = (SoapSource) cases.source();
        Ask first = cases.firstAsk(null, NOW);

        assertThat(soap.payload(first))
                .isEqualTo(
                        "<GetSalaryCases xmlns=\"urn:hrms:employee:1\">"
                                + "<changedSince>2000-01-01T00:00:00.000000+05:30</changedSince><limit>500</limit></GetSalaryCases>");
        assertThat(soap.payload(first.onward(500, "a<b"))).contains("<afterKey>a&lt;b</afterKey>");
    }

    @Test
    void a_query_binds_its_cursor_as_a_number() {
        Stream complaints = ShippedConnectors.stream("lok-shikayat", "complaints");
        SqlSource sql = (SqlSource) complaints.source();

        assertThat(sql.values(complaints.firstAsk("5000", NOW))).isEqualTo(Map.of("cursor", 4000L, "limit", 2000));
        assertThat(sql.values(complaints.firstAsk("500", NOW))).containsEntry("cursor", 0L);
        assertThat(sql.query().marked(":?")).contains("change_no > :?cursor").contains("limit :?limit");
    }

    @Test
    void casts_quotes_and_comments_of_a_query_are_left_alone() {
        NamedQuery query =
                new NamedQuery("select a::text, ':no', \":no\" -- :no\n from t where b > :cursor and c < :cursor");

        assertThat(query.parameters()).containsExactly("cursor", "cursor");
        assertThat(query.positional())
                .isEqualTo("select a::text, ':no', \":no\" -- :no\n from t where b > ? and c < ?");
    }

    @Test
    void a_secret_is_never_printed() {
        Secret secret = Secret.named("rtps.token", Settings.of(Map.of("rtps.token", "tell nobody")));

        assertThat(secret.reveal()).isEqualTo("tell nobody");
        assertThat(secret.toString()).isEqualTo("secret rtps.token");
    }
}
