package in.sangam.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file of 200 MB on a server: it goes through the hub as a stream and never stands in its memory. */
class LargeFileTest {

    private static final int ROWS = 2_000;
    private static final int ROW_BYTES = 100 * 1024;
    private static final long MEBIBYTE = 1024 * 1024;
    private static final long FLAT = 48 * MEBIBYTE;

    @TempDir
    Path folder;

    private SftpServerOfAPortal server;
    private HubDatabase database;
    private TestHub hub;

    @BeforeEach
    void start() throws Exception {
        server = new SftpServerOfAPortal(folder);
        Path sftp = new Manifests(folder)
                .declare(
                        "sftp",
                        "file:\n  finished: renamed\n  url: " + server.url("drops")
                                + "\n  knownHosts: known_hosts\n  auth: {username: sftp.user, password: sftp.password}",
                        "files: \"*.csv\"\nversion: \"#modified\"");
        Files.writeString(sftp.resolve("known_hosts"), server.knownHost());
        database = HubDatabase.migrated();
    }

    @AfterEach
    void stop() throws Exception {
        hub.close();
        server.close();
        database.close();
    }

    @Test
    void it_is_read_row_by_row_while_the_memory_stays_flat() throws Exception {
        Path drops = Files.createDirectories(folder.resolve("drops"));
        write(drops.resolve("large.csv"));
        hub = new TestHub(
                        folder,
                        database,
                        Map.of("sftp.user", SftpServerOfAPortal.USER, "sftp.password", SftpServerOfAPortal.PASSWORD))
                .start();
        long before = used();

        await().atMost(Duration.ofMinutes(4))
                .pollInterval(Duration.ofSeconds(2))
                .until(() -> {
                    assertThat(used() - before)
                            .as("bytes that live while the file is read")
                            .isLessThan(FLAT);
                    return Files.exists(drops.resolve("done/large.csv"))
                            && hub.stored("sftp").size() == ROWS;
                });
    }

    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    /** Most of each row lies in a column without a name, which the hub reads over. */
    private static void write(Path file) throws Exception {
        byte[] filler = new byte[ROW_BYTES];
        Arrays.fill(filler, (byte) 'x');
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            out.write("no,district,registered,status,\n".getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i < ROWS; i++) {
                out.write(("B/" + i + ",Patna,2026-10-01,OPEN,").getBytes(StandardCharsets.UTF_8));
                out.write(filler);
                out.write('\n');
            }
        }
    }
}
