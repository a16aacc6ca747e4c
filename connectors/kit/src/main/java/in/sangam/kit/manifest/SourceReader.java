package in.sangam.kit.manifest;

import com.fasterxml.jackson.databind.JsonNode;
import in.sangam.kit.Cursor;
import in.sangam.kit.NamedQuery;
import in.sangam.kit.Source;
import in.sangam.kit.Source.JmsSource;
import in.sangam.kit.Source.PushSource;
import in.sangam.kit.Source.RestSource;
import in.sangam.kit.Source.SoapSource;
import in.sangam.kit.Source.SqlSource;
import in.sangam.kit.Transport;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what a stream asks its portal, in the words of the connector's transport. */
final class SourceReader {

    private static final int SIZE = 500;
    private static final Set<String> REST = Set.of("path", "query");
    private static final Set<String> SOAP = Set.of("operation", "element", "request", "next");
    private static final Set<String> SQL = Set.of("select");
    private static final Set<String> FILE = Set.of("files", "format", "charset", "delimiter", "sheet", "header");
    private static final Set<String> JMS = Set.of("queue");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)}");
    private static final Set<String> PLACEHOLDERS = Set.of("cursor", "token", "today", "offset", "page", "size");

    private SourceReader() {}

    static @Nullable Source read(
            Transport transport,
            JsonNode manifest,
            JsonNode stream,
            String at,
            @Nullable Cursor cursor,
            Problems problems) {
        if (transport instanceof Transport.Rest rest) {
            foreign(stream, at, "rest", List.of(SOAP, SQL, FILE, JMS), problems);
            placeholders(stream.path("query"), at + "/query", cursor, problems);
            JsonNode declared = manifest.path("rest");
            boolean xml = declared.path("format").asText().equals("xml");
            if (!xml) {
                foreign(stream, at, "rest with JSON", List.of(Set.of("response")), problems);
            } else {
                needed(stream, at, List.of("response", "records"), problems);
            }
            return new RestSource(
                    rest.url() + stream.path("path").asText(""),
                    Texts.map(stream.path("query")),
                    PagingReader.read(declared.path("page"), stream.path("query"), at, problems),
                    stream.path("records").asText("$"),
                    xml ? stream.path("response").asText() : null,
                    size(stream, manifest.path("rest").path("page")));
        }
        if (transport instanceof Transport.Soap soap) {
            foreign(stream, at, "soap", List.of(REST, SQL, FILE, JMS), problems);
            needed(stream, at, List.of("operation", "records"), problems);
            placeholders(stream.path("request"), at + "/request", cursor, problems);
            String operation = stream.path("operation").asText();
            return new SoapSource(
                    soap.namespace(),
                    operation,
                    stream.path("element").asText(operation),
                    Texts.map(stream.path("request")),
                    stream.path("response").asText(operation + "Response"),
                    stream.path("records").asText(),
                    stream.has("next") ? stream.get("next").asText() : null,
                    size(stream, manifest.path("soap")));
        }
        if (transport instanceof Transport.FileDrop) {
            foreign(stream, at, "file", List.of(REST, SOAP, SQL, JMS, Set.of("response", "cursor")), problems);
            return FileSourceReader.read(manifest.path("file"), stream, at, problems);
        }
        if (transport instanceof Transport.Jms) {
            return queue(manifest.path("jms"), stream, at, problems);
        }
        if (transport instanceof Transport.Push) {
            foreign(
                    stream,
                    at,
                    "push",
                    List.of(REST, SOAP, SQL, FILE, JMS, Set.of("response", "cursor", "every")),
                    problems);
            return new PushSource(stream.path("records").asText("$"), size(stream, manifest.path("push")));
        }
        foreign(stream, at, "sql", List.of(REST, SOAP, FILE, JMS, Set.of("response", "records")), problems);
        needed(stream, at, List.of("select"), problems);
        NamedQuery query = new NamedQuery(stream.path("select").asText());
        parameters(query, at + "/select", cursor, problems);
        return new SqlSource(query, size(stream, manifest.path("sql")), cursor);
    }

    private static Source queue(JsonNode jms, JsonNode stream, String at, Problems problems) {
        boolean xml = jms.path("format").asText().equals("xml");
        foreign(stream, at, "jms", List.of(REST, SOAP, SQL, FILE, Set.of("cursor")), problems);
        if (!xml) {
            foreign(stream, at, "jms with JSON", List.of(Set.of("response")), problems);
        }
        needed(stream, at, xml ? List.of("queue", "response", "records") : List.of("queue"), problems);
        return new JmsSource(
                stream.path("queue").asText(),
                stream.has("records") ? stream.get("records").asText() : null,
                xml ? stream.path("response").asText() : null,
                size(stream, jms));
    }

    private static int size(JsonNode stream, JsonNode transport) {
        return stream.path("size").asInt(transport.path("size").asInt(SIZE));
    }

    private static void foreign(JsonNode stream, String at, String kind, List<Set<String>> others, Problems problems) {
        others.stream()
                .flatMap(Set::stream)
                .filter(stream::has)
                .forEach(key -> problems.at(
                        Pointers.append(at, key),
                        "the key does not suit a connector of kind " + kind,
                        "Remove it, or reach the portal by another transport"));
    }

    static void needed(JsonNode stream, String at, List<String> keys, Problems problems) {
        keys.stream()
                .filter(key -> !stream.has(key))
                .forEach(key -> problems.at(
                        Pointers.append(at, key), "the key is missing", "Add '" + key + ":' to the stream"));
    }

    private static void placeholders(JsonNode values, String at, @Nullable Cursor cursor, Problems problems) {
        for (Map.Entry<String, JsonNode> each : values.properties()) {
            Matcher found = PLACEHOLDER.matcher(each.getValue().asText());
            while (found.find()) {
                String pointer = Pointers.append(at, each.getKey());
                if (!PLACEHOLDERS.contains(found.group(1))) {
                    problems.at(
                            pointer,
                            "'" + found.group() + "' is not known",
                            NearestKey.remedy(found.group(1), PLACEHOLDERS));
                } else if (found.group(1).equals("cursor") && cursor == null) {
                    problems.at(pointer, "the stream has no cursor to fill in", "Declare cursor: in the stream");
                }
            }
        }
    }

    private static void parameters(NamedQuery query, String at, @Nullable Cursor cursor, Problems problems) {
        for (String name : new TreeSet<>(query.parameters())) {
            if (!NamedQuery.KNOWN.contains(name)) {
                problems.at(
                        at, "the parameter ':" + name + "' is not known", NearestKey.remedy(name, NamedQuery.KNOWN));
            } else if (name.equals("cursor") && cursor == null) {
                problems.at(at, "the stream has no cursor to bind", "Declare cursor: in the stream");
            }
        }
        if (!query.text().strip().toLowerCase(Locale.ROOT).matches("(?s)(select|with)\\b.*")) {
            problems.at(at, "the query does not read", "Begin it with select or with");
        }
        if (cursor != null && !query.parameters().contains("limit")) {
            problems.at(at, "the query has no :limit", "End it with 'order by … limit :limit'");
        }
    }
}
