package in.sangam.app.simulate;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import in.sangam.app.simulate.HttpPortal.Answer;
import in.sangam.kit.JsonPath;
import in.sangam.kit.Sink;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;

/**
 * Where a simulated portal takes what the hub delivers: once for each idempotency key, with the same receipt however often it
 * comes. It keeps what came, and does to the next deliveries what it is told.
 */
public final class DeliveryDesk {

    /** What it does to a delivery. */
    public enum Reaction {
        /** Takes it, and its answer is lost on the way. */
        TAKEN_UNANSWERED,
        /** Status 422 with the portal's code {@value #REFUSAL}. */
        REFUSED,
        /** Status 503. */
        BROKEN,
        /** Status 429 with {@code Retry-After: 1}. */
        THROTTLED,
        /** A page of HTML with status 200. */
        HTML
    }

    /** The portal's own code of a refusal. */
    public static final String REFUSAL = "SIMULATED_REFUSAL";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ORIGIN = "^([a-z]+://)?[^/]*";
    private static final String TYPE = "application/json; charset=utf-8";

    /**
     * A request that came with the right credential.
     *
     * @param key idempotency key
     */
    public record Delivered(String sink, String key, String body) {}

    private final List<Sink> sinks;
    private final HttpCredential credential;
    private final List<String> credentials;
    private final Queue<Reaction> next = new ConcurrentLinkedQueue<>();
    private final List<Delivered> came = new CopyOnWriteArrayList<>();
    private final Map<String, Delivered> taken = new HashMap<>();

    DeliveryDesk(List<Sink> sinks, Manifest manifest, UnaryOperator<String> secrets) {
        this.sinks = List.copyOf(sinks);
        this.credential = new HttpCredential(manifest.of(manifest.entrance()).path("auth"), secrets);
        this.credentials = manifest.secrets(manifest.entrance());
    }

    /** Returns the names of the settings that are its credentials. */
    public List<String> credentials() {
        return credentials;
    }

    /** Does these to the next deliveries, one to each; then it takes and answers them again. */
    public void next(Reaction... reactions) {
        next.addAll(List.of(reactions));
    }

    /** Returns the requests for a sink, in the order in which they came. */
    public List<Delivered> of(String sink) {
        return came.stream().filter(each -> each.sink().equals(sink)).toList();
    }

    /** Answers a delivery; empty for a request that is none. */
    synchronized Optional<Answer> answer(HttpExchange exchange, String body) {
        return sink(exchange).map(sink -> credential.in(exchange) ? answer(sink, exchange, body) : refusal(401, sink));
    }

    private Answer answer(Sink sink, HttpExchange exchange, String body) {
        String key = exchange.getRequestHeaders().getFirst(sink.idempotencyHeader());
        if (key == null || key.isEmpty()) {
            return refusal(400, sink);
        }
        Delivered delivered = new Delivered(sink.name(), key, body);
        came.add(delivered);
        Reaction reaction = next.poll();
        if (reaction != null && reaction != Reaction.TAKEN_UNANSWERED) {
            return switch (reaction) {
                case REFUSED -> refusal(422, sink);
                case THROTTLED -> new Answer(429, "text/plain", "slow down");
                case HTML -> new Answer(200, "text/html", "<!DOCTYPE html><html><body>Log in</body></html>");
                default -> new Answer(503, "text/plain", "broken");
            };
        }
        Delivered before = taken.putIfAbsent(key, delivered);
        if (before != null && !before.equals(delivered)) {
            return refusal(409, sink);
        }
        return reaction != null
                ? new Answer(504, "text/plain", "the answer was lost")
                : new Answer(before == null ? 201 : 200, TYPE, text(sink.receipt(), receipt(key)));
    }

    /** Returns the receipt of a delivery. */
    public static String receipt(String key) {
        return "R-" + key;
    }

    private static Answer refusal(int status, Sink sink) {
        return new Answer(status, TYPE, text(sink.refusal(), REFUSAL));
    }

    private static String text(String path, String value) {
        List<String> names = JsonPath.of(path).names();
        ObjectNode whole = JSON.createObjectNode();
        if (names.isEmpty()) {
            return JSON.valueToTree(value).toString();
        }
        RestPortal.set(whole, names, whole.textNode(value));
        return whole.toString();
    }

    /** The address of a sink may be without its setting's value: what stands before the path is not compared. */
    private Optional<Sink> sink(HttpExchange exchange) {
        String path = exchange.getRequestURI().getPath();
        return sinks.stream()
                .filter(each -> each.method().equals(exchange.getRequestMethod())
                        && path.equals(each.url().replaceFirst(ORIGIN, "")))
                .findFirst();
    }
}
