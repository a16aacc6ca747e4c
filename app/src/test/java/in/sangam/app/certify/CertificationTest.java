package in.sangam.app.certify;

import static org.assertj.core.api.Assertions.assertThat;

import in.sangam.app.certify.Certificate.Line;
import in.sangam.app.certify.Certificate.Outcome;
import in.sangam.app.scaffold.Scaffold;
import in.sangam.app.simulate.SimulatedPortal;
import in.sangam.app.simulate.Simulation;
import in.sangam.core.config.HubConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every shipped connector is certified; a connector that does not do as it should is not. */
@Execution(ExecutionMode.CONCURRENT)
class CertificationTest {

    private static final Path CONNECTORS = Path.of("../connectors");
    private static CertificationHub hub;

    @TempDir
    Path temporary;

    @BeforeAll
    static void start() {
        hub = new CertificationHub(HubConfig.load(Path.of("../config")));
    }

    @AfterAll
    static void stop() {
        hub.close();
    }

    @Test
    void every_folder_under_connectors_is_certified() throws IOException {
        List<Certificate> certificates = new ArrayList<>();

        new Certification(hub).of(folders(), certificates::add);

        assertThat(certificates)
                .extracting(Certificate::connector)
                .containsExactlyElementsOf(folders().stream()
                        .map(each -> each.getFileName().toString())
                        .toList());
        assertThat(certificates).allSatisfy(certificate -> assertThat(certificate.lines())
                .as(certificate.connector())
                .isNotEmpty()
                .noneMatch(line -> line.outcome() == Outcome.FAILED));
        assertThat(certificates.stream()
                        .flatMap(each -> each.lines().stream())
                        .filter(line -> line.outcome() == Outcome.PASSED)
                        .map(Line::check))
                .contains("delivery", "repeated delivery", "refusal", "no blind retry", "outage", "asked to wait");
    }

    @Test
    void an_example_that_becomes_something_else_than_is_written_beside_it_fails() throws IOException {
        Path connector = copy(folders().get(folders().size() - 1));
        Path canonical = files(connector).stream()
                .filter(each -> each.toString().endsWith(".canonical.json"))
                .findFirst()
                .orElseThrow();
        Files.writeString(canonical, "{\"place\": \"999\", \"fields\": {}, \"attributes\": {}}");

        Certificate certificate = new Certification(hub).of(connector);

        assertThat(certificate.passed()).isFalse();
        assertThat(certificate.lines())
                .filteredOn(line -> line.outcome() == Outcome.FAILED)
                .extracting(Line::check)
                .contains("examples");
        assertThat(CertificatePage.html(certificate)).contains("Not certified", "प्रमाणित नहीं");
    }

    @Test
    void a_request_that_is_not_as_written_beside_its_message_fails_and_what_was_sent_is_shown() throws IOException {
        Path request = files(CONNECTORS).stream()
                .filter(each -> each.toString().endsWith(".request.json"))
                .findFirst()
                .orElseThrow();
        Path connector = copy(request.getParent().getParent().getParent());
        Files.writeString(
                connector.resolve(request.subpath(request.getNameCount() - 3, request.getNameCount())),
                "{\"other\": 1}");

        Certificate certificate = new Certification(hub).of(connector);

        assertThat(certificate.lines())
                .filteredOn(line -> line.outcome() == Outcome.FAILED)
                .extracting(Line::check)
                .containsOnly("examples", "delivery");
        assertThat(certificate.lines())
                .filteredOn(line -> line.check().equals("delivery"))
                .anySatisfy(line -> assertThat(line.sentence()).contains("otherwise than", "POST /"));
    }

    @ParameterizedTest
    @EnumSource
    void the_first_folder_of_a_new_connector_is_certified_as_it_is(Scaffold.Transport transport) {
        new Scaffold(transport, "land-records", "Land records", "Revenue").write(temporary);

        Certificate certificate = new Certification(hub).of(temporary.resolve("land-records"));

        assertThat(certificate.lines()).noneMatch(line -> line.outcome() == Outcome.FAILED);
        assertThat(certificate.passed()).isTrue();
    }

    @Test
    void a_new_connector_that_signs_is_certified_and_its_wrong_certificate_is_refused() {
        new Scaffold(Scaffold.Transport.SOAP, true, "land-records", "Land: records", "Revenue").write(temporary);

        Certificate certificate = new Certification(hub).of(temporary.resolve("land-records"));

        assertThat(certificate.lines()).noneMatch(line -> line.outcome() == Outcome.FAILED);
        assertThat(certificate.lines()).extracting(Line::check).contains("bad credential", "paging", "not shown");
    }

    @Test
    void a_folder_on_a_server_is_certified_with_its_login_and_key() throws IOException {
        Certificate certificate = new Certification(hub).of(onServer("privateKey: land-records.key"));

        assertThat(certificate.lines()).noneMatch(line -> line.outcome() == Outcome.FAILED);
        assertThat(certificate.lines()).extracting(Line::check).contains("bad credential", "paging", "not shown");
    }

    @Test
    void dropped_files_are_tried_where_they_lie_and_can_be_tried_again() throws IOException {
        try (Simulation simulation =
                Simulation.start(onServer("password: land-records.password"), 0, SimulatedPortal.Fault.NONE)) {
            Trial trial = new Trial(hub);

            List<Trial.Answered> tried = trial.of(simulation.connector(), 10, Duration.ofSeconds(60));

            assertThat(tried).singleElement().satisfies(answered -> assertThat(answered.rows())
                    .extracting(Trial.Tried::mapped)
                    .contains(true, false));
            assertThat(trial.of(simulation.connector(), 10, Duration.ofSeconds(60)))
                    .isEqualTo(tried);
        }
    }

    private Path onServer(String secret) throws IOException {
        new Scaffold(Scaffold.Transport.FILE, "land-records", "Land records", "Revenue").write(temporary);
        Path folder = temporary.resolve("land-records");
        Files.writeString(folder.resolve("contract/known_hosts"), "");
        Path manifest = folder.resolve("connector.yaml");
        String login = "file:\n  auth: {username: land-records.user, " + secret + "}\n";
        Files.writeString(
                manifest,
                Files.readString(manifest).replace("file:\n", login + "  knownHosts: contract/known_hosts\n"));
        return folder;
    }

    private static List<Path> folders() throws IOException {
        try (Stream<Path> all = Files.list(CONNECTORS)) {
            return all.filter(each -> Files.exists(each.resolve("connector.yaml")))
                    .sorted()
                    .toList();
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.sorted().toList();
        }
    }

    private Path copy(Path folder) throws IOException {
        Path to = temporary.resolve(folder.getFileName().toString());
        for (Path each : files(folder)) {
            Files.copy(each, to.resolve(folder.relativize(each).toString()));
        }
        return to;
    }
}
