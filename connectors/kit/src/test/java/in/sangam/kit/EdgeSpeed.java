package in.sangam.kit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import in.sangam.kit.edge.Fetched;
import in.sangam.kit.edge.PageCutter;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.time.Instant;

/** Prints how many rows a second of CPU time edge and translator take; a measurement to run by hand, not a test. */
final class EdgeSpeed {

    private static final Instant NOW = Instant.parse("2026-10-31T12:30:00Z");
    private static final int ROWS = 1_000;
    private static final ThreadMXBean THREAD = ManagementFactory.getThreadMXBean();
    private static final ObjectMapper JSON = new ObjectMapper();

    private EdgeSpeed() {}

    public static void main(String[] arguments) throws Exception {
        Stream stream = ShippedConnectors.stream("rtps", "applications");
        byte[] answer = answer();
        Ask ask = stream.firstAsk(null, NOW);
        long edge = 0;
        long translate = 0;
        int rounds = 60;
        for (int i = -20; i < rounds; i++) {
            long begin = THREAD.getCurrentThreadCpuTime();
            Fetched fetched = stream.edge().read(ask, answer, NOW);
            PageCutter.cut(stream, ask, fetched, NOW);
            long between = THREAD.getCurrentThreadCpuTime();
            for (JsonNode row : fetched.rows()) {
                stream.translator().translate(row);
            }
            if (i >= 0) {
                edge += between - begin;
                translate += THREAD.getCurrentThreadCpuTime() - between;
            }
        }
        long edgeRate = rounds * ROWS * 1_000_000_000L / edge;
        long translateRate = rounds * ROWS * 1_000_000_000L / translate;
        System.out.printf("edge %,d rows/s, translator %,d rows/s%n", edgeRate, translateRate);
    }

    private static byte[] answer() throws Exception {
        Path row = ShippedConnectors.FOLDER.resolve(
                "rtps/examples/applications/an-approved-application-carries-the-day-of-the-decision.row.json");
        ObjectNode answer = JSON.createObjectNode();
        ArrayNode rows = answer.putArray("data");
        for (int i = 0; i < ROWS; i++) {
            rows.add(((ObjectNode) JSON.readTree(row.toFile())).put("application_no", "BICCO/2026/" + i));
        }
        return JSON.writeValueAsBytes(answer);
    }
}
