package in.sangam.feeds.api;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A listing as columns and cells. A cell is a BigDecimal, or text that no spreadsheet takes for a formula.
 *
 * @param columns names of the rows' components, none when there are no rows
 */
record Sheet(List<String> columns, List<List<@Nullable Object>> rows) {

    static Sheet of(List<?> data) {
        if (data.isEmpty()) {
            return new Sheet(List.of(), List.of());
        }
        RecordComponent[] components = data.get(0).getClass().getRecordComponents();
        List<String> columns =
                Arrays.stream(components).map(RecordComponent::getName).toList();
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (Object row : data) {
            List<@Nullable Object> cells = new ArrayList<>();
            for (RecordComponent component : components) {
                cells.add(cell(value(component, row)));
            }
            rows.add(cells);
        }
        return new Sheet(columns, rows);
    }

    /** Returns the SHA-256 (hex) of columns and cells. */
    String hash() {
        try {
            byte[] text = (columns + "\n" + rows).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    private static @Nullable Object value(RecordComponent component, Object row) {
        try {
            return component.getAccessor().invoke(row);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("A listing's rows must be public records: " + row.getClass(), e);
        }
    }

    private static @Nullable Object cell(@Nullable Object value) {
        if (value == null || value instanceof BigDecimal) {
            return value;
        }
        if (value instanceof Long || value instanceof Integer) {
            return BigDecimal.valueOf(((Number) value).longValue());
        }
        if (value instanceof Collection<?> many) {
            return harmless(many.stream().map(String::valueOf).collect(Collectors.joining("; ")));
        }
        return harmless(value.toString());
    }

    /** An apostrophe before a sign that would begin a formula makes spreadsheets read text. */
    private static String harmless(String text) {
        return !text.isEmpty() && "=+-@\t\r\n".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
