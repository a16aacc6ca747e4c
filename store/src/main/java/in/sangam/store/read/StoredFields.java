package in.sangam.store.read;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads the JSON and the instants of a row. */
final class StoredFields {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<TreeMap<String, String>> TEXTS = new TypeReference<>() {};

    private StoredFields() {}

    static SortedMap<String, String> texts(ResultSet row, String column) throws SQLException {
        try {
            return JSON.readValue(row.getString(column), TEXTS);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("Column " + column + " is no object of texts", e);
        }
    }

    /** Reads a column that holds one JSON object a line, into a list of its own. */
    static List<JsonNode> lines(ResultSet row, String column) throws SQLException {
        try (MappingIterator<JsonNode> lines = JSON.readerFor(JsonNode.class).readValues(row.getString(column))) {
            return lines.readAll();
        } catch (IOException e) {
            throw new UncheckedIOException("Column " + column + " is not JSON line by line", e);
        }
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
