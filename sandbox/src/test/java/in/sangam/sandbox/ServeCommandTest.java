package in.sangam.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import in.sangam.sandbox.home.SandboxFolder;
import java.io.File;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sandbox as a process of its own, as people start it. */
class ServeCommandTest {

    private static final Duration PATIENCE = Duration.ofSeconds(120);

    @TempDir
    private Path home;

    private final List<Process> started = new ArrayList<>();

    @AfterEach
    void stop() throws Exception {
        for (Process process : started) {
            process.destroy();
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        }
    }

    @Test
    void a_killed_sandbox_starts_again_with_its_rows_credentials_and_ports() throws Exception {
        Process first = serve("--scale", "0.02");
        Properties before = properties(first);
        String page = applications(before);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("sandbox.properties"))))
                .isEqualTo("rw-------");

        first.destroyForcibly().waitFor();
        Process second = serve();
        Properties after = properties(second);

        assertThat(after.getProperty("pid")).isNotEqualTo(before.getProperty("pid"));
        before.remove("pid");
        after.remove("pid");
        assertThat(after).isEqualTo(before);
        assertThat(applications(after)).isEqualTo(page);

        refuses_a_second_sandbox_and_another_as_of(second);
    }

    private void refuses_a_second_sandbox_and_another_as_of(Process running) throws Exception {
        Process rival = serve();
        assertThat(rival.waitFor()).isEqualTo(1);
        assertThat(output(rival)).contains("already runs", "--data").doesNotContain("\tat ");

        Path ledger = home.resolve("ledger");
        Process asking = run("ledger", "--data", home.toString(), "--ledger-out", ledger.toString());
        assertThat(asking.waitFor()).as(output(asking)).isZero();
        String records = Files.readString(ledger.resolve("records.csv"));
        assertThat(records).startsWith("portal,stream,sourceId,version\n").contains("\nrtps,applications,");

        running.destroy();
        assertThat(running.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(home.resolve("sandbox.properties")).doesNotExist();

        Process other = serve("--as-of", "2026-09-30T18:00:00+05:30");
        assertThat(other.waitFor()).isEqualTo(1);
        assertThat(output(other)).contains("as-of", "2026-10-31", "2026-09-30").doesNotContain("\tat ");

        Process same = run("ledger", "--data", home.toString(), "--ledger-out", ledger.toString());
        assertThat(same.waitFor()).as(output(same)).isZero();
        assertThat(Files.readString(ledger.resolve("records.csv"))).isEqualTo(records);
    }

    private Process serve(String... options) throws Exception {
        List<String> arguments = new ArrayList<>(List.of("serve", "--data", home.toString()));
        arguments.addAll(List.of(options));
        return run(arguments.toArray(String[]::new));
    }

    private Process run(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx384m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                SandboxMain.class.getName()));
        command.addAll(List.of(arguments));
        File output = home.resolve("output-" + started.size() + ".txt").toFile();
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output)
                .start();
        started.add(process);
        return process;
    }

    private String output(Process process) throws Exception {
        return Files.readString(home.resolve("output-" + started.indexOf(process) + ".txt"));
    }

    /** Waits until this process has written where its portals are. */
    private Properties properties(Process process) {
        return await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(100))
                .until(
                        () -> {
                            assertThat(process.isAlive()).as(output(process)).isTrue();
                            return SandboxFolder.read(home, "sandbox.properties");
                        },
                        found -> Long.toString(process.pid()).equals(found.getProperty("pid")));
    }

    private static String applications(Properties addresses) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(addresses.getProperty("rtps.url") + "/api/v1/applications?limit=1000"))
                .header("Authorization", "Bearer " + addresses.getProperty("rtps.token"))
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
    }
}
