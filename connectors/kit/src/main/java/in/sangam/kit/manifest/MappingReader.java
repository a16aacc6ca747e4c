package in.sangam.kit.manifest;

import com.fasterxml.jackson.databind.JsonNode;
import in.sangam.core.config.ConfigError;
import in.sangam.core.place.Level;
import in.sangam.core.record.Kind;
import in.sangam.kit.translate.CodeTables;
import in.sangam.kit.translate.DatePattern;
import in.sangam.kit.translate.JsltMapping;
import in.sangam.kit.translate.Mapping;
import in.sangam.kit.translate.TableMapping;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the mapping of a stream: a JSLT file of the folder or a plain table in the manifest, with its tables of codes. */
record MappingReader(Path folder, Problems problems) {

    private static final Set<String> LEVELS = Set.copyOf(Level.words());
    /** A level of a departmental tree, which only the hub's configuration knows. */
    private static final Pattern TREE_LEVEL = Pattern.compile("[a-z][a-z0-9-]*/[a-z][a-z0-9-]*");

    private static final Pattern NOTHING = Pattern.compile("(?!)");
    private static final List<String> PARTS = List.of("place", "fields", "attributes");
    private static final Pattern CODE_WORD =
            Pattern.compile("\\bcode\\(\\s*\"([^\"]+)\"\\s*(?:,\\s*\"([^\"]+)\"\\s*)?\\)");
    private static final Pattern DATE_WORD =
            Pattern.compile("\\b(?:moment|day)\\(\\s*\"[^\"]+\"\\s*,\\s*\"([^\"]+)\"\\s*\\)");
    private static final Pattern DATE_ENTRY = Pattern.compile("(?:moment|day)\\(\\s*[^,()]+?\\s*,\\s*([^()]+?)\\s*\\)");
    private static final Pattern CODE_ENTRY = Pattern.compile("code\\(\\s*([^,()]+?)\\s*(?:,\\s*([^()]+?)\\s*)?\\)");

    @Nullable
    Mapping read(JsonNode stream, String at, Kind kind) {
        CodeTables codes = codes(stream.path("codes"));
        boolean table = PARTS.stream().anyMatch(stream::has);
        if (table == stream.has("map")) {
            problems.at(
                    at,
                    table ? "both map: and a plain table are given" : "no mapping is given",
                    "Give either map: with a JSLT file, or fields: (with place: and attributes:)");
            return null;
        }
        return table ? table(stream, at, kind, codes) : jslt(stream.get("map").asText(), at + "/map", codes);
    }

    private static CodeTables codes(JsonNode declared) {
        Map<String, Map<String, String>> tables = new HashMap<>();
        declared.properties().forEach(each -> tables.put(each.getKey(), Texts.map(each.getValue())));
        return new CodeTables(tables);
    }

    private @Nullable Mapping table(JsonNode stream, String at, Kind kind, CodeTables codes) {
        boolean good = known(stream.path("place"), at + "/place", LEVELS, TREE_LEVEL);
        good &= known(stream.path("fields"), at + "/fields", kind.fields().keySet(), NOTHING);
        Map<String, Map<String, String>> tables = new LinkedHashMap<>();
        for (String part : PARTS) {
            if (!stream.has(part)) {
                continue;
            }
            Map<String, String> entries = Texts.map(stream.get(part));
            tables.put(part, entries);
            for (Map.Entry<String, String> each : entries.entrySet()) {
                good &= readable(each.getValue(), Pointers.append(at + '/' + part, each.getKey()), codes);
            }
        }
        return good ? TableMapping.compile(tables, codes) : null;
    }

    private boolean known(JsonNode table, String at, Set<String> names, Pattern others) {
        boolean good = true;
        for (Map.Entry<String, JsonNode> each : table.properties()) {
            if (!names.contains(each.getKey()) && !others.matcher(each.getKey()).matches()) {
                problems.at(Pointers.append(at, each.getKey()), "unknown key", NearestKey.remedy(each.getKey(), names));
                good = false;
            }
        }
        return good;
    }

    private boolean readable(String expression, String at, CodeTables codes) {
        if (!TableMapping.readable(expression)) {
            problems.at(
                    at,
                    "'" + expression + "' is no expression",
                    "Write a path, moment(path), day(path), code(path), text(path), amount(path), flag(path) or 'text'");
            return false;
        }
        Matcher date = DATE_ENTRY.matcher(expression.strip());
        if (date.matches() && !dated(date.group(1), (message, remedy) -> problems.at(at, message, remedy))) {
            return false;
        }
        Matcher code = CODE_ENTRY.matcher(expression.strip());
        return !code.matches() || declared(code, codes, (message, remedy) -> problems.at(at, message, remedy));
    }

    private @Nullable Mapping jslt(String file, String at, CodeTables codes) {
        String label = folder.getFileName() + "/" + file;
        try {
            Path path = folder.resolve(file).normalize();
            if (!path.startsWith(folder) || !Files.isRegularFile(path)) {
                problems.at(
                        at, "the file '" + file + "' is not in the folder", "Put the mapping beside connector.yaml");
                return null;
            }
            String text = Files.readString(path);
            boolean good = true;
            Matcher date = DATE_WORD.matcher(text);
            while (date.find()) {
                int line = line(text, date.start());
                good &= dated(
                        date.group(1),
                        (message, remedy) -> problems.add(new ConfigError(label, line, "moment", message, remedy)));
            }
            Matcher code = CODE_WORD.matcher(text);
            while (code.find()) {
                int line = line(text, code.start());
                good &= declared(
                        code,
                        codes,
                        (message, remedy) -> problems.add(new ConfigError(label, line, "code", message, remedy)));
            }
            Mapping mapping = JsltMapping.compile(label, text, codes);
            return good ? mapping : null;
        } catch (JsltMapping.Broken e) {
            problems.add(new ConfigError(
                    label, e.line(), "", "the mapping does not compile: " + e.getMessage(), "Correct the JSLT there"));
        } catch (IOException e) {
            problems.at(at, "the file '" + file + "' cannot be read", "Check that it is a UTF-8 text and may be read");
        }
        return null;
    }

    private static int line(String text, int at) {
        return 1 + (int) text.substring(0, at).chars().filter(c -> c == '\n').count();
    }

    private static boolean dated(String pattern, Complaint complaint) {
        String remedy = DatePattern.remedyFor(pattern);
        if (remedy != null) {
            complaint.about("by '" + pattern + "' no day can be read", remedy);
        }
        return remedy == null;
    }

    private static boolean declared(Matcher code, CodeTables codes, Complaint complaint) {
        String table = code.group(2) != null ? code.group(2) : code.group(1);
        if (codes.names().contains(table)) {
            return true;
        }
        complaint.about(
                "the table '" + table + "' is not declared",
                codes.names().isEmpty()
                        ? "Declare it under codes: in the stream"
                        : NearestKey.remedy(table, codes.names()));
        return false;
    }

    private interface Complaint {
        void about(String message, String remedy);
    }
}
