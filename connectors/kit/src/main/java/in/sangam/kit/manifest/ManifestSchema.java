package in.sangam.kit.manifest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** Checks a manifest against the JSON Schema that editors use, and says what is wrong in the words of its author. */
final class ManifestSchema {

    private static final String RESOURCE = "/connector.schema.json";
    private static final JsonNode TEXT = text();
    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(TEXT);

    private ManifestSchema() {}

    static void check(JsonNode manifest, Problems problems) {
        for (Error each : SCHEMA.validate(manifest)) {
            report(each, problems);
        }
    }

    private static void report(Error error, Problems problems) {
        String pointer = String.valueOf(error.getInstanceLocation());
        String property = String.valueOf(error.getProperty());
        switch (error.getKeyword()) {
            case "additionalProperties" ->
                problems.at(
                        Pointers.append(pointer, property),
                        "unknown key",
                        NearestKey.remedy(property, siblings(error)));
            case "required" ->
                problems.at(Pointers.append(pointer, property), "the key is missing", describe(error, property));
            case "propertyNames" ->
                problems.at(
                        Pointers.append(pointer, property),
                        "no valid name",
                        "Use lower-case letters, digits and single hyphens, e.g. salary-cases");
            case "pattern" -> problems.at(pointer, "'" + shown(error) + "' has not the right form", form(error));
            case "enum" ->
                problems.at(
                        pointer,
                        "'" + shown(error) + "' is not known",
                        NearestKey.remedy(shown(error), texts(error.getSchemaNode())));
            default -> problems.at(pointer, error.getMessage(), "See connectors/connector.schema.json");
        }
    }

    /** Secrets end up where names of secrets should stand: an error must not print them. */
    private static String shown(Error error) {
        String text = error.getInstanceNode().asText();
        boolean secret = secret(error);
        return secret ? "***" : text.length() > 60 ? text.substring(0, 60) + "…" : text;
    }

    private static boolean secret(Error error) {
        return error.getSchemaLocation().toString().contains("/secret/");
    }

    private static String form(Error error) {
        if (secret(error)) {
            return "Give the name of the setting that holds the secret, e.g. portal.token, and never the secret itself";
        }
        String place = error.getSchemaLocation().toString();
        if (place.contains("/duration/")) {
            return "Write a duration such as 30s, 10m, 2h or 1d";
        }
        if (place.contains("/bytes/")) {
            return "Write a size such as 512KB or 64MB";
        }
        if (place.contains("/window/")) {
            return "Write two times of the day in India, such as 20:00-06:00";
        }
        if (place.contains("/rate/")) {
            return "Write a rate such as 60/min";
        }
        return "It must match " + error.getSchemaNode().asText();
    }

    private static String describe(Error error, String property) {
        JsonNode about = resolved(parent(error).path("properties").path(property));
        String description = about.path("description").asText("");
        return "Add '" + property + ":'" + (description.isEmpty() ? "" : " (" + description + ")");
    }

    private static List<String> siblings(Error error) {
        List<String> names = new ArrayList<>();
        parent(error).path("properties").fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static JsonNode parent(Error error) {
        String fragment = String.valueOf(error.getSchemaLocation().getFragment());
        return TEXT.at(Pointers.parent(fragment));
    }

    private static JsonNode resolved(JsonNode schema) {
        return schema.has("description") || !schema.has("$ref")
                ? schema
                : TEXT.at(schema.get("$ref").asText().substring(1));
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(each -> texts.add(each.asText()));
        return texts;
    }

    private static JsonNode text() {
        try (InputStream in = ManifestSchema.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException(RESOURCE + " is not on the class path");
            }
            return new ObjectMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
