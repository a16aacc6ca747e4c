package in.sangam.routes.check;

import com.fasterxml.jackson.databind.JsonNode;
import in.sangam.kit.Connector;
import in.sangam.kit.Cursor;
import in.sangam.kit.JsonPath;
import in.sangam.kit.Stream;
import in.sangam.kit.Transport;
import in.sangam.routes.check.PortalCheck.Finding;
import in.sangam.routes.check.PortalCheck.Layer;
import in.sangam.routes.poll.PollFailed;
import in.sangam.routes.poll.SingleAsk.Answered;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The upper layers of one stream, judged by one answer of its portal: login, contract, time. */
final class StreamCheck {

    private static final int MOST_FIELDS = 12;

    private final Connector connector;
    private final Stream stream;
    private final Answered answered;
    private final List<Finding> findings = new ArrayList<>();

    StreamCheck(Connector connector, Stream stream, Answered answered) {
        this.connector = connector;
        this.stream = stream;
        this.answered = answered;
    }

    List<Finding> run() {
        PollFailed failure = answered.failure();
        if (failure != null) {
            Layer layer = layer(failure.code());
            if (layer == Layer.CONTRACT) {
                login();
            }
            found(layer, false, failure.sentence());
            return findings;
        }
        login();
        Map<String, String> missing = missing();
        if (!missing.isEmpty()) {
            Map.Entry<String, String> first = missing.entrySet().iterator().next();
            found(
                    Layer.CONTRACT,
                    false,
                    "No row of " + stream + " has '" + first.getValue() + "', which the connector names as "
                            + first.getKey() + " its fields are " + fields());
            return findings;
        }
        found(
                Layer.CONTRACT,
                true,
                answered.rows().isEmpty()
                        ? stream + " answered without a row, as it may"
                        : stream + " answered " + answered.rows().size() + " rows as the connector says");
        if (connector.transport() instanceof Transport.Jms && answered.rows().isEmpty()) {
            return findings; // it was the hub that waited for a message
        }
        Duration half = connector.transport().timeout().dividedBy(2);
        boolean quick = answered.took().compareTo(half) <= 0;
        found(
                Layer.SLOW,
                quick,
                quick
                        ? stream + " answered in " + answered.took().toMillis() + " ms"
                        : stream + " took " + answered.took().toMillis()
                                + " ms for one answer, more than half of timeout: ("
                                + connector.transport().timeout().toMillis()
                                + " ms): ask for fewer rows (size:), or agree on a longer timeout: with the portal's owner");
        return findings;
    }

    private static Layer layer(PollFailed.Code code) {
        return switch (code) {
            case SETTING_MISSING -> Layer.SETTING;
            case ADDRESS_REFUSED -> Layer.NAME;
            case UNREACHABLE -> Layer.TCP;
            case UNTRUSTED -> Layer.TLS;
            case WRONG_CREDENTIAL -> Layer.LOGIN;
            case TIMEOUT, THROTTLED -> Layer.SLOW;
            default -> Layer.CONTRACT;
        };
    }

    private void login() {
        found(Layer.LOGIN, true, connector + " takes the hub's credential");
    }

    /** Paths that the connector names and that no row has, by what they are named as. A single row may lack one. */
    private Map<String, String> missing() {
        Map<String, String> named = new LinkedHashMap<>();
        named.put("key:", stream.key());
        named.put("version:", stream.version());
        Cursor cursor = stream.cursor();
        if (cursor != null) {
            named.put("cursor:", cursor.field());
        }
        named.values()
                .removeIf(path -> answered.rows().isEmpty()
                        || answered.rows().stream()
                                .anyMatch(row -> !JsonPath.of(path).in(row).isMissingNode()));
        return named;
    }

    /** Names alone: a value may be personal. */
    private String fields() {
        Set<String> names = new TreeSet<>();
        for (JsonNode row : answered.rows()) {
            row.fieldNames().forEachRemaining(names::add);
        }
        String shown = String.join(", ", names.stream().limit(MOST_FIELDS).toList());
        return names.size() > MOST_FIELDS ? shown + " …" : shown;
    }

    private void found(Layer layer, boolean good, String sentence) {
        findings.add(new Finding(layer, stream.name(), good, answered.took(), sentence));
    }
}
