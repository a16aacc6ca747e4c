package in.sangam.bench.speed;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The RTPS portal of the bench: its contract over HTTP, with bearer token, {@code updatedSince}, paging by {@code next} and
 * pages of at most 1,000 rows, but no work of its own, so that it takes little from those who are measured.
 */
final class BenchPortal implements AutoCloseable {

    private static final int LARGEST_PAGE = 1_000;

    private final RowFile rows;
    private final String token;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(2);
    private final AtomicLong started = new AtomicLong();
    private volatile IntSupplier shown;
    private volatile int startRow;

    BenchPortal(RowFile rows, String token) throws IOException {
        this.rows = rows;
        this.token = token;
        this.shown = rows::size;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/rtps/api/v1/applications", this::applications);
        server.createContext("/rtps/api/v1/totals", exchange -> answer(exchange, new byte[0], null));
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/rtps";
    }

    String token() {
        return token;
    }

    /** Lets only the first rows be seen, so many as the supplier says whenever it is asked. */
    void show(IntSupplier rowsShown) {
        this.shown = rowsShown;
    }

    /** Starts the clock with the first page that begins at this row or behind it; no page reaches across. */
    void startAt(int row) {
        this.startRow = row;
    }

    /** Returns when the clock started, as {@link System#nanoTime()}; 0 before that. */
    long started() {
        return started.get();
    }

    private void applications(HttpExchange exchange) throws IOException {
        Map<String, String> query = query(exchange);
        int seen = Math.min(shown.getAsInt(), rows.size());
        int limit = Math.min(Integer.parseInt(query.getOrDefault("limit", "500")), LARGEST_PAGE);
        String after = query.get("after");
        int from = Math.min(
                seen,
                after == null ? rows.since(query.getOrDefault("updatedSince", "1970-01-01")) : Integer.parseInt(after));
        if (from >= startRow) {
            started.compareAndSet(0, System.nanoTime());
        }
        int to = Math.min(from < startRow ? Math.min(seen, startRow) : seen, from + limit);
        String next = to < seen ? url() + "/api/v1/applications?limit=" + limit + "&after=" + to : null;
        answer(exchange, rows.rows(from, to), next);
    }

    private void answer(HttpExchange exchange, byte[] body, @Nullable String next) throws IOException {
        try (exchange) {
            if (!("Bearer " + token).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
                exchange.sendResponseHeaders(401, -1);
                return;
            }
            byte[] start = "{\"data\":[".getBytes(StandardCharsets.UTF_8);
            byte[] end = ("],\"next\":" + (next == null ? "null" : "\"" + next + "\"") + "}")
                    .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, start.length + body.length + end.length);
            OutputStream out = exchange.getResponseBody();
            out.write(start);
            out.write(body);
            out.write(end);
        }
    }

    private static Map<String, String> query(HttpExchange exchange) {
        Map<String, String> query = new HashMap<>();
        String text = exchange.getRequestURI().getQuery();
        for (String part : text == null ? new String[0] : text.split("&")) {
            int equals = part.indexOf('=');
            if (equals > 0) {
                query.put(part.substring(0, equals), part.substring(equals + 1));
            }
        }
        return query;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
