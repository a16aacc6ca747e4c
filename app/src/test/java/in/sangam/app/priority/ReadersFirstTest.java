package in.sangam.app.priority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(OS.LINUX)
class ReadersFirstTest {

    private final CountDownLatch end = new CountDownLatch(1);
    private Process backend;

    @AfterEach
    void stop() {
        end.countDown();
        if (backend != null) {
            backend.destroyForcibly();
        }
    }

    @Test
    void threads_of_routes_and_the_databases_processes_for_them_step_back_and_readers_do_not() throws Exception {
        thread("Camel (sangam) thread #1 - timer://rtps.applications.poll");
        thread("http-nio-127.0.0.1-8080-exec-1");
        backend = new ProcessBuilder("sleep", "60").start();
        Path process = Path.of("/proc", Long.toString(backend.pid()), "stat");
        int own = ReadersFirst.nice(Path.of("/proc/self/stat"));

        try (ReadersFirst first = new ReadersFirst(() -> List.of(backend.pid()))) {
            await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
                assertThat(nice("Camel (sangam) ")).containsOnly(Math.min(19, own + 10));
                assertThat(ReadersFirst.nice(process)).isEqualTo(Math.min(19, own + 10));
            });
            assertThat(nice("http-nio-127.0.")).containsOnly(own);
        }
    }

    private void thread(String name) {
        Thread thread = new Thread(
                () -> {
                    try {
                        end.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                },
                name);
        thread.setDaemon(true);
        thread.start();
    }

    private static List<Integer> nice(String comm) throws IOException {
        List<Integer> found = new ArrayList<>();
        try (Stream<Path> threads = Files.list(Path.of("/proc/self/task"))) {
            for (Path each : threads.toList()) {
                if (ReadersFirst.name(each).strip().equals(comm.strip())) {
                    found.add(ReadersFirst.nice(each.resolve("stat")));
                }
            }
        }
        return found;
    }
}
