package in.sangam.app.simulate;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import in.sangam.kit.Connector;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** What REST and SOAP portals share: a server on loopback, credentials, faults, and the times of the requests. */
abstract class HttpPortal implements SimulatedPortal {

    private static final int ROWS = 3;

    /**
     * An answer.
     *
     * @param link value of the header {@code Link}, null for none
     */
    record Answer(int status, String type, String body, @Nullable String link) {

        Answer(int status, String type, String body) {
            this(status, type, body, null);
        }
    }

    final Manifest manifest;
    private final Map<String, ServedRows> rows = new LinkedHashMap<>();
    private final Map<String, String> settings = new LinkedHashMap<>();
    private final List<Long> requests = new CopyOnWriteArrayList<>();
    private final HttpServer server;
    private final ExecutorService threads;
    private final HttpCredential credential;
    private final DeliveryDesk desk;
    private volatile Fault fault = Fault.NONE;

    HttpPortal(Manifest manifest, Connector connector, int port) {
        this(manifest, manifest.transport(), connector, port);
    }

    /** Makes the portal of one block of the manifest. */
    HttpPortal(Manifest manifest, String block, Connector connector, int port) {
        this.manifest = manifest;
        connector.streams().forEach(each -> rows.put(each.name(), new ServedRows(each)));
        threads = Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "simulated " + connector.id());
            thread.setDaemon(true);
            return thread;
        });
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException e) {
            throw new UncheckedIOException("Port " + port + " of this machine is not free", e);
        }
        for (String each : List.of(block, Manifest.DELIVER)) {
            manifest.addresses(each).forEach(name -> settings.put(name, base()));
            manifest.secrets(each).forEach(name -> settings.put(name, "simulated-" + name.hashCode()));
        }
        credential = new HttpCredential(manifest.of(block).path("auth"), this::setting);
        desk = new DeliveryDesk(connector.sinks(), manifest, this::setting);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    /** Answers a request whose credential is right. */
    abstract Answer answer(HttpExchange exchange, String body);

    /** Tells whether a request carries the credential. */
    abstract boolean knows(HttpExchange exchange, String body);

    /** Returns what a portal of this kind answers to a wrong credential. */
    abstract Answer refusal();

    final String base() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    final HttpCredential credential() {
        return credential;
    }

    final String secret(String kind) {
        return setting(manifest.auth().path(kind).asText());
    }

    final String setting(String name) {
        return settings.getOrDefault(name, "");
    }

    final Map<String, ServedRows> rows() {
        return rows;
    }

    @Override
    public Map<String, String> settings() {
        return settings;
    }

    @Override
    public DeliveryDesk desk() {
        return desk;
    }

    @Override
    public List<String> credentials() {
        return manifest.secrets();
    }

    @Override
    public ServedRows rows(String stream) {
        return Objects.requireNonNull(rows.get(stream), "The connector has no such stream");
    }

    @Override
    public void publish() {
        // Rows are served from memory.
    }

    @Override
    public void fault(Fault next) {
        fault = next;
    }

    @Override
    public Fault unreadable() {
        return Fault.HTML;
    }

    @Override
    public List<Long> requests() {
        return List.copyOf(requests);
    }

    @Override
    public int rowsOfAnAnswer() {
        return ROWS;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            Answer good = desk.answer(exchange, body).orElseGet(() -> asked(exchange, body));
            Answer answer = good.status() < 300 ? faulty(good) : good;
            byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
            bytes = fault == Fault.TRUNCATED ? Arrays.copyOf(bytes, bytes.length / 2) : bytes;
            exchange.getResponseHeaders().set("Content-Type", answer.type());
            if (answer.status() == 429) {
                exchange.getResponseHeaders().set("Retry-After", "1");
            }
            if (answer.link() != null) {
                exchange.getResponseHeaders().set("Link", answer.link());
            }
            exchange.sendResponseHeaders(answer.status(), bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private Answer asked(HttpExchange exchange, String body) {
        Optional<Answer> token = credential.token(exchange);
        if (token.isPresent()) {
            return token.get();
        }
        requests.add(System.nanoTime());
        return knows(exchange, body) ? answer(exchange, body) : refusal();
    }

    private Answer faulty(Answer good) {
        return switch (fault) {
            case HTML -> new Answer(200, "text/html", "<!DOCTYPE html><html><body>Under maintenance</body></html>");
            case BROKEN -> new Answer(500, "text/plain", "broken");
            case THROTTLED -> new Answer(429, "text/plain", "slow down");
            case NONE, TRUNCATED -> good;
        };
    }
}
