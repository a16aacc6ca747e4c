package in.sangam.kit.edge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Rows of a database as rows of JSON: times in Asia/Kolkata with their offset, decimals as they are, bytes left out. */
final class SqlRows {

    private static final ZoneId INDIA = ZoneId.of("Asia/Kolkata");
    private static final JsonNodeFactory NODES = JsonNodeFactory.withExactBigDecimals(true);
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private SqlRows() {}

    static List<JsonNode> of(List<Map<String, Object>> answer) {
        List<JsonNode> rows = new ArrayList<>(answer.size());
        for (Map<String, Object> each : answer) {
            ObjectNode row = NODES.objectNode();
            each.forEach((column, value) -> row.set(column, node(value)));
            rows.add(row);
        }
        return rows;
    }

    /** Returns the bytes that are hashed in place of an answer: columns in the order of their names. */
    static byte[] canonical(List<JsonNode> rows) {
        List<Map<String, JsonNode>> sorted = new ArrayList<>(rows.size());
        for (JsonNode row : rows) {
            Map<String, JsonNode> columns = new TreeMap<>();
            row.properties().forEach(each -> columns.put(each.getKey(), each.getValue()));
            sorted.add(columns);
        }
        try {
            return JSON.writeValueAsBytes(sorted);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Rows of a database could not be written as JSON", e);
        }
    }

    private static JsonNode node(@Nullable Object value) {
        if (value == null || value instanceof byte[]) {
            return NODES.nullNode();
        }
        if (value instanceof Integer || value instanceof Long || value instanceof Short) {
            return NODES.numberNode(((Number) value).longValue());
        }
        if (value instanceof BigDecimal decimal) {
            return NODES.numberNode(decimal);
        }
        if (value instanceof Boolean flag) {
            return NODES.booleanNode(flag);
        }
        return NODES.textNode(text(value));
    }

    private static String text(Object value) {
        if (value instanceof java.sql.Timestamp timestamp) {
            return text(timestamp.toInstant());
        }
        if (value instanceof OffsetDateTime moment) {
            return text(moment.toInstant());
        }
        if (value instanceof Instant moment) {
            return moment.atZone(INDIA).toOffsetDateTime().toString();
        }
        if (value instanceof LocalDateTime local) {
            return local.atZone(INDIA).toOffsetDateTime().toString();
        }
        if (value instanceof java.sql.Date date) {
            return date.toLocalDate().toString();
        }
        return value instanceof LocalDate day ? day.toString() : String.valueOf(value);
    }
}
