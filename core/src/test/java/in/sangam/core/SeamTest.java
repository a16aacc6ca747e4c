package in.sangam.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SeamTest {

    /** Comes to two seams three times each and ends well unless it is killed. */
    public static void main(String[] args) {
        for (int i = 0; i < 3; i++) {
            Seam.reached("before");
            Seam.reached("after");
        }
    }

    private static int exitCode(String... property) throws Exception {
        String java = ProcessHandle.current().info().command().orElse("java");
        ProcessBuilder builder = new ProcessBuilder(java, "-Xshare:auto");
        builder.command().addAll(List.of(property));
        builder.command().addAll(List.of("-cp", System.getProperty("java.class.path"), SeamTest.class.getName()));
        Process process = builder.inheritIO().start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    @Test
    void a_seam_halts_the_jvm_only_when_armed_and_at_its_time() throws Exception {
        assertThat(exitCode()).isZero();
        assertThat(exitCode("-Dsangam.crash.at=after")).isEqualTo(137);
        assertThat(exitCode("-Dsangam.crash.at=after:3")).isEqualTo(137);
        assertThat(exitCode("-Dsangam.crash.at=after:4")).isZero();
        assertThat(exitCode("-Dsangam.crash.at=elsewhere")).isZero();
    }

    @Test
    void with_a_trigger_it_halts_only_while_that_file_is_there(@TempDir Path folder) throws Exception {
        Path trigger = folder.resolve("trigger");
        String[] armed = {"-Dsangam.crash.at=after", "-Dsangam.crash.when=" + trigger};
        assertThat(exitCode(armed)).isZero();
        Files.createFile(trigger);
        assertThat(exitCode(armed)).isEqualTo(137);
    }
}
