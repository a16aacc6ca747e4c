package in.sangam.app.certify;

import static in.sangam.app.certify.PushedHub.page;
import static in.sangam.app.certify.PushedHub.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A portal, or somebody in its place, whose page does not come to its end: it holds none of the hub's four threads for long. */
class BadPushTest {

    private static final int THREADS = 4;
    private static final byte[] HALF = "{\"permits\":[{\"no\":\"H/".getBytes(StandardCharsets.US_ASCII);

    @TempDir
    static Path folder;

    private static PushedHub hub;
    private final List<Socket> opened = new ArrayList<>();
    private long before;

    @BeforeAll
    static void start() throws Exception {
        hub = new PushedHub(folder);
    }

    @AfterAll
    static void stop() {
        hub.close();
    }

    @BeforeEach
    void count() {
        before = hub.count("select count(*) from hub.pushed_message");
    }

    @AfterEach
    void nothingWasTakenAndTheHubTakesAGoodPage() throws Exception {
        assertThat(hub.count("select count(*) from hub.pushed_message")).isEqualTo(before);
        String no = "G" + System.nanoTime();
        assertThat(hub.push(no, page(rows(no, 1))).statusCode()).isEqualTo(200);
        hub.stored(no, 1);
        for (Socket each : opened) {
            each.close();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/push/parks/permits, application/json, 50000",
        "/push/parks/permits, text/html, 50000",
        "/push/nobody/knows, application/json, 900"
    })
    void byte_by_byte_a_page_is_given_up_when_its_time_is_over(String path, String type, int length) throws Exception {
        List<Socket> slow = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            slow.add(begun(path, type, "Content-Length: " + length));
        }
        slow.forEach(BadPushTest::drip);

        for (Socket each : slow) {
            assertThat(answer(each)).startsWith("HTTP/1.1 408").contains("TOO_SLOW", "was not whole within");
        }
    }

    @Test
    void a_page_that_falls_silent_is_given_up() throws Exception {
        assertThat(answer(begun("/push/parks/permits", "application/json", "Content-Length: 5000")))
                .startsWith("HTTP/1.1 408")
                .doesNotContain("Exception");
    }

    @Test
    void of_a_page_that_is_cut_off_nothing_is_taken() throws Exception {
        Socket cut = begun("/push/parks/permits", "application/json", "Content-Length: 5000");
        cut.shutdownOutput();

        assertThat(answer(cut)).startsWith("HTTP/1.1 400").doesNotContain("Exception");
    }

    @Test
    void a_connection_that_is_reset_in_the_middle_is_no_harm() throws Exception {
        Socket reset = begun("/push/parks/permits", "application/json", "Content-Length: 5000");
        reset.setSoLinger(true, 0);
        reset.close();
    }

    @Test
    void a_page_without_an_end_is_refused_at_its_bound() throws Exception {
        Socket endless = begun("/push/parks/permits", "application/json", "Transfer-Encoding: chunked");
        OutputStream out = endless.getOutputStream();
        byte[] chunk = ("400\r\n" + "x".repeat(1024) + "\r\n").getBytes(StandardCharsets.US_ASCII);
        await().atMost(PushedHub.PATIENCE).until(() -> {
            try {
                for (int i = 0; i < 64; i++) {
                    out.write(chunk);
                }
                return endless.getInputStream().available() > 0;
            } catch (IOException closed) {
                return true;
            }
        });
    }

    @Test
    void rows_that_are_not_as_agreed_wait_alone_by_their_field() throws Exception {
        String good = rows("D", 1);
        String page = page(String.join(
                ",",
                good,
                good.replace("D/0", "D/new").replace("\"status\"", "\"ward\":\"12\",\"status\""),
                good.replace("D/0", "DX/missing").replace("\"status\":\"OPEN\",", ""),
                good.replace("D/0", "DX/renamed").replace("\"status\"", "\"state\""),
                good.replace("D/0", "DX/retyped").replace("\"2026-10-01\"", "46296"),
                good.replace("D/0", "DX/unknown").replace("OPEN", "LOST")));

        assertThat(hub.push("drift", page).statusCode()).isEqualTo(200);
        before++;

        hub.stored("D/", 2);
        String quarantined = "select count(*) from hub.quarantine where source_id || ' ' || field || ' ' || reason in"
                + " ('DX/missing status MISSING_FIELD', 'DX/renamed status MISSING_FIELD',"
                + " 'DX/retyped registered INVALID_VALUE', 'DX/unknown status UNMAPPED_CODE')";
        await().atMost(PushedHub.PATIENCE)
                .untilAsserted(() -> assertThat(hub.count(quarantined)).isEqualTo(4));
    }

    /** Sends the head of a request and the first bytes of its page. */
    private Socket begun(String path, String type, String length) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), hub.port());
        opened.add(socket);
        OutputStream out = socket.getOutputStream();
        out.write(("POST " + path + " HTTP/1.1\r\nHost: hub\r\nContent-Type: " + type + "\r\n" + length + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        if (length.startsWith("Content-Length")) {
            out.write(HALF);
        }
        out.flush();
        return socket;
    }

    /** One byte now and then: never so slow that the socket's own time-out would notice. */
    private static void drip(Socket socket) {
        Thread thread = new Thread(
                () -> {
                    try {
                        while (true) {
                            socket.getOutputStream().write('x');
                            Thread.sleep(200);
                        }
                    } catch (IOException | InterruptedException theHubHungUp) {
                        // That is what it should do.
                    }
                },
                "slow-portal");
        thread.setDaemon(true);
        thread.start();
    }

    private static String answer(Socket socket) throws IOException {
        socket.setSoTimeout(Math.toIntExact(PushedHub.PATIENCE.toMillis()));
        byte[] answer = new byte[4096];
        int length = 0;
        int read = socket.getInputStream().read(answer);
        while (read > 0) {
            length += read;
            if (new String(answer, 0, length, StandardCharsets.UTF_8).matches("(?s).*(}|</html>)")) {
                break;
            }
            read = socket.getInputStream().read(answer, length, answer.length - length);
        }
        return new String(answer, 0, length, StandardCharsets.UTF_8);
    }
}
