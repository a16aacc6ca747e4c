package in.sangam.sandbox.portal;

import com.fasterxml.jackson.core.JsonGenerator;
import in.sangam.sandbox.control.Fault;
import in.sangam.sandbox.control.FaultSwitch.FaultyRow;
import in.sangam.sandbox.control.Faults;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The columns of a table that a portal serves as flat JSON rows, in the order in which it serves them. */
public final class Columns {

    /** How the value of a column is written. */
    public enum Kind {
        TEXT,
        NUMBER,
        TRUTH,
        MOMENT,
        DAY
    }

    /** One column, of the same name in the table and in the row. */
    public record Column(String name, Kind kind) {}

    private final List<Column> columns;

    private Columns(List<Column> columns) {
        this.columns = columns;
    }

    /** Reads {@code "name kind"} pairs separated by commas; a column without a kind is text. */
    public static Columns of(String declaration) {
        return new Columns(Arrays.stream(declaration.strip().split("\\s*,\\s*"))
                .map(column -> column.split("\\s+"))
                .map(parts -> new Column(parts[0], parts.length == 1 ? Kind.TEXT : Kind.valueOf(parts[1])))
                .toList());
    }

    /** Returns the columns as a select list. */
    public String names() {
        return columns.stream().map(Column::name).collect(Collectors.joining(", "));
    }

    /** Writes the current row. */
    public void write(JsonGenerator json, ResultSet rows) throws IOException, SQLException {
        json.writeStartObject();
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            json.writeFieldName(column.name());
            writeValue(json, rows, i + 1, column.kind());
        }
        json.writeEndObject();
    }

    /**
     * Writes the current row with what is wrong in the faulty one.
     *
     * @param places the column of the key, of the district, of the status and of a date, by fault
     */
    public void write(JsonGenerator json, ResultSet rows, FaultyRow faulty, Map<Fault, String> places)
            throws IOException, SQLException {
        String key = places.get(Fault.MISSING_KEY);
        String wrong = places.get(faulty.fault());
        json.writeStartObject();
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            if (column.name().equals(key)) {
                if (faulty.fault() != Fault.MISSING_KEY) {
                    json.writeStringField(key, faulty.sourceId());
                }
                continue;
            }
            json.writeFieldName(column.name());
            if (column.name().equals(wrong)) {
                json.writeString(Faults.wrongValue(faulty.fault()));
            } else {
                writeValue(json, rows, i + 1, column.kind());
            }
        }
        json.writeEndObject();
    }

    private static void writeValue(JsonGenerator json, ResultSet rows, int index, Kind kind)
            throws IOException, SQLException {
        switch (kind) {
            case NUMBER -> json.writeNumber(rows.getLong(index));
            case TRUTH -> json.writeBoolean(rows.getBoolean(index));
            case MOMENT -> {
                OffsetDateTime moment = rows.getObject(index, OffsetDateTime.class);
                json.writeString(moment == null ? null : IndianTime.text(moment));
            }
            case TEXT, DAY -> json.writeString(rows.getString(index));
        }
    }
}
