package in.sangam.app.simulate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import in.sangam.kit.Connector;
import in.sangam.kit.JsonPath;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/** A portal with JSON or XML over HTTP: pages by next link, offset or number as the manifest says. */
final class RestPortal extends HttpPortal {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String AT = "simulatedAt";

    RestPortal(Manifest manifest, Connector connector, int port) {
        super(manifest, connector, port);
    }

    @Override
    boolean knows(HttpExchange exchange, String body) {
        return credential().in(exchange);
    }

    @Override
    public String notShown() {
        return manifest.auth().has("hmac")
                ? "The signature of each request (hmac) was not checked: whether the portal takes it, ./hub check shows."
                : "";
    }

    @Override
    Answer refusal() {
        return new Answer(401, "application/json", "{\"message\":\"wrong credential\"}");
    }

    @Override
    Answer answer(HttpExchange exchange, String body) {
        String path = exchange.getRequestURI().getPath();
        for (Map.Entry<String, JsonNode> each : manifest.streams().properties()) {
            String declared = each.getValue().path("path").asText("");
            if (path.endsWith(declared)) {
                return page(rows(each.getKey()), each.getValue(), HttpCredential.query(exchange), path);
            }
        }
        return new Answer(404, "application/json", "{\"message\":\"no such path\"}");
    }

    private Answer page(ServedRows served, JsonNode stream, Map<String, String> asked, String path) {
        JsonNode paging = manifest.of("rest").path("page");
        List<ObjectNode> all = served.from(value(stream, asked, "{cursor}"));
        int start = start(stream, asked, paging);
        int end = paging.isMissingNode() ? all.size() : Math.min(all.size(), start + rowsOfAnAnswer());
        List<ObjectNode> rows = start >= all.size() ? List.of() : all.subList(start, end);
        String next = end >= all.size() ? null : base() + path + "?" + written(asked, end);
        String link = next == null || !paging.has("link")
                ? null
                : "<" + next + ">; rel=\"" + paging.get("link").asText() + "\"";
        if (manifest.of("rest").path("format").asText().equals("xml")) {
            return new Answer(200, "application/xml; charset=utf-8", xml(stream, paging, rows, next, all.size()), link);
        }
        ObjectNode answer = JSON.createObjectNode();
        ArrayNode list = JSON.createArrayNode();
        list.addAll(rows);
        List<String> at = JsonPath.of(stream.path("records").asText("$")).names();
        if (at.isEmpty()) {
            return new Answer(200, "application/json; charset=utf-8", list.toString(), link);
        }
        set(answer, at, list);
        if (paging.has("next")) {
            set(answer, JsonPath.of(paging.get("next").asText()).names(), JSON.valueToTree(next));
        }
        if (paging.has("total")) {
            set(answer, JsonPath.of(paging.get("total").asText()).names(), JSON.valueToTree(all.size()));
        }
        return new Answer(200, "application/json; charset=utf-8", answer.toString(), link);
    }

    /** What an answer says beside its rows stands in elements of those names, wherever they are. */
    private static String xml(
            JsonNode stream, JsonNode paging, List<ObjectNode> rows, @Nullable String next, int total) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            xml.writeStartElement(stream.path("response").asText());
            for (ObjectNode row : rows) {
                XmlRow.write(xml, stream.path("records").asText(), row);
            }
            if (paging.has("next") && next != null) {
                XmlRow.write(xml, paging.get("next").asText(), JsonNodeFactory.instance.textNode(next));
            }
            if (paging.has("total")) {
                XmlRow.write(xml, paging.get("total").asText(), JsonNodeFactory.instance.numberNode(total));
            }
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("An example cannot be written as XML", e);
        }
        return text.toString();
    }

    private int start(JsonNode stream, Map<String, String> asked, JsonNode paging) {
        String offset = value(stream, asked, "{offset}");
        String number = value(stream, asked, "{page}");
        if (number != null) {
            return (Integer.parseInt(number) - paging.path("first").asInt(1)) * rowsOfAnAnswer();
        }
        return Integer.parseInt(offset != null ? offset : asked.getOrDefault(AT, "0"));
    }

    private static @Nullable String value(JsonNode stream, Map<String, String> asked, String placeholder) {
        for (Map.Entry<String, JsonNode> each : stream.path("query").properties()) {
            if (each.getValue().asText().equals(placeholder)) {
                return asked.get(each.getKey());
            }
        }
        return null;
    }

    static void set(ObjectNode answer, List<String> path, JsonNode value) {
        ObjectNode at = answer;
        for (String name : path.subList(0, path.size() - 1)) {
            at = at.withObjectProperty(name);
        }
        at.set(path.get(path.size() - 1), value);
    }

    private static String written(Map<String, String> asked, int at) {
        Map<String, String> next = new LinkedHashMap<>(asked);
        next.put(AT, String.valueOf(at));
        return next.entrySet().stream()
                .map(each -> java.net.URLEncoder.encode(each.getKey(), StandardCharsets.UTF_8) + "="
                        + java.net.URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
