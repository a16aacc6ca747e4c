package in.sangam.app.certify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import in.sangam.app.simulate.Example;
import in.sangam.kit.Cursor;
import in.sangam.kit.JsonPath;
import in.sangam.kit.Source.SqlSource;
import in.sangam.kit.Stream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rows that a stream is certified with: copies of its first good example, each with a key of its own, and among them one for
 * every odd thing that a portal may send.
 */
final class TestRows {

    static final String HINDI = "हिन्दी-क्षेत्र-";
    private static final String FAR_FUTURE = "9998-01-01T00:00:00+05:30";

    private final Stream stream;
    private final Example example;
    private long number;

    TestRows(Stream stream, Example example) {
        this.stream = stream;
        this.example = example;
        Cursor cursor = stream.cursor();
        this.number = cursor != null && cursor.form() == Cursor.Form.NUMBER
                ? JsonPath.of(cursor.field()).in(example.row()).asLong()
                : 0;
    }

    Example example() {
        return example;
    }

    /** Returns the key of the example itself. */
    String key() {
        return JsonPath.of(stream.key()).in(example.row()).asText().strip();
    }

    /** Returns the example and copies of it. */
    List<ObjectNode> copies(int count) {
        List<ObjectNode> rows = new ArrayList<>();
        rows.add(example.row().deepCopy());
        for (int i = 1; i < count; i++) {
            rows.add(copy(key() + "-" + i));
        }
        return rows;
    }

    /** Returns a copy with another key; where the cursor is a number, with the next. */
    ObjectNode copy(String key) {
        ObjectNode row = example.row().deepCopy();
        put(row, stream.key(), row.textNode(key));
        Cursor cursor = stream.cursor();
        if (cursor != null && cursor.form() == Cursor.Form.NUMBER) {
            JsonNode before = JsonPath.of(cursor.field()).in(row);
            number++;
            put(
                    row,
                    cursor.field(),
                    before.isTextual() ? row.textNode(String.valueOf(number)) : row.numberNode(number));
        }
        return row;
    }

    ObjectNode withUnknownField(String key) {
        ObjectNode row = copy(key);
        row.put("fieldThatNobodyDeclared", "x");
        return row;
    }

    /** Returns a row whose key is missing; of a database it is empty, because a query that goes on by key never gives a null. */
    ObjectNode withoutKey() {
        ObjectNode row = copy("");
        List<String> path = JsonPath.of(stream.key()).names();
        if (path.size() == 1 && !(stream.source() instanceof SqlSource)) {
            row.remove(path.get(0));
        }
        return row;
    }

    /** Returns a row whose cursor lies thousands of years ahead; null where the cursor is no time. */
    @Nullable
    ObjectNode fromTheFarFuture(String key) {
        Cursor cursor = stream.cursor();
        if (cursor == null || cursor.form() == Cursor.Form.NUMBER) {
            return null;
        }
        ObjectNode row = copy(key);
        String text = cursor.form() == Cursor.Form.DAY ? FAR_FUTURE.substring(0, 10) : FAR_FUTURE;
        put(row, cursor.field(), row.textNode(text));
        return row;
    }

    private static void put(ObjectNode row, String path, JsonNode value) {
        List<String> names = JsonPath.of(path).names();
        ObjectNode at = row;
        for (String name : names.subList(0, names.size() - 1)) {
            at = at.withObjectProperty(name);
        }
        at.set(names.get(names.size() - 1), value);
    }
}
