package in.sangam.app.whole;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A portal that no connector of the product knows: pages by number, an API key, names of fields and districts in Hindi. */
final class MunicipalPortal implements AutoCloseable {

    static final String KEY = "kunji-of-the-municipal-portal";
    static final int ROWS = 130;

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> DISTRICTS = List.of("पटना", "मुज़फ़्फ़रपुर", "गया", "दरभंगा", "पूर्वी चम्पारण");
    private static final List<String> STATUSES = List.of("लंबित", "निष्पादित", "अस्वीकृत");

    private final HttpServer server;

    MunicipalPortal() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/avedan", this::answer);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        boolean known = KEY.equals(exchange.getRequestHeaders().getFirst("X-Nagar-Kunji"));
        byte[] body = known ? page(query(exchange)) : new byte[0];
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(known ? 200 : 401, known ? body.length : -1);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    /** Changes come from the same day on: a later cursor than that of the first poll sees none but the last. */
    private static byte[] page(Map<String, String> query) throws IOException {
        int size = Integer.parseInt(query.get("pankti"));
        int first = (Integer.parseInt(query.get("prishth")) - 1) * size;
        ObjectNode answer = JSON.createObjectNode();
        ObjectNode result = answer.putObject("parinam").put("kul", ROWS);
        ArrayNode rows = result.putArray("suchi");
        for (int i = first; i < Math.min(ROWS, first + size); i++) {
            rows.add(row(i));
        }
        return JSON.writeValueAsBytes(answer);
    }

    private static ObjectNode row(int i) {
        String status = STATUSES.get(i % STATUSES.size());
        ObjectNode row = JSON.createObjectNode();
        row.put("avedan_sankhya", "NS/2026/%05d".formatted(i + 1));
        row.put("avedak", "सीता देवी").put("mobile", "91234%05d".formatted(i));
        row.put("zila", DISTRICTS.get(i % DISTRICTS.size())).put("seva", "HOLDING-TAX");
        row.put("praapti", "%02d/10/2026".formatted(i % 12 + 1));
        row.put("nishpadan", status.equals("लंबित") ? null : "%02d/10/2026".formatted(i % 12 + 9));
        row.put("sthiti", status);
        row.put("parivartan", "2026-10-30T10:%02d:%02d+05:30".formatted(i / 60, i % 60));
        return row;
    }

    private static Map<String, String> query(HttpExchange exchange) {
        return Arrays.stream(exchange.getRequestURI().getQuery().split("&"))
                .map(each -> each.split("=", 2))
                .collect(Collectors.toMap(each -> each[0], each -> each[1]));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
