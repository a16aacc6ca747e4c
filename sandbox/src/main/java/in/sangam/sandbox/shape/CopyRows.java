package in.sangam.sandbox.shape;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Rows on their way into one table by COPY; they are there once it is closed. One at a time per connection. */
final class CopyRows implements AutoCloseable {

    private static final int CHUNK = 1 << 16;

    private final CopyIn copy;
    private final StringBuilder lines = new StringBuilder(CHUNK * 2);
    private int rows;

    /** Opens the way into a table, named with its columns: {@code t (a, b)}. */
    CopyRows(Connection connection, String target) throws SQLException {
        copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn("copy " + target + " from stdin");
    }

    void add(@Nullable Object... values) throws SQLException {
        char separator = '\n';
        for (Object value : values) {
            if (separator == '\t') {
                lines.append(separator);
            }
            append(value);
            separator = '\t';
        }
        lines.append('\n');
        rows++;
        if (lines.length() > CHUNK) {
            flush();
        }
    }

    int rows() {
        return rows;
    }

    @Override
    public void close() throws SQLException {
        if (copy.isActive()) {
            flush();
            copy.endCopy();
        }
    }

    private void append(@Nullable Object value) {
        if (value == null) {
            lines.append("\\N");
            return;
        }
        String text = value.toString();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\\' -> lines.append("\\\\");
                case '\t' -> lines.append("\\t");
                case '\n' -> lines.append("\\n");
                case '\r' -> lines.append("\\r");
                default -> lines.append(c);
            }
        }
    }

    private void flush() throws SQLException {
        byte[] bytes = lines.toString().getBytes(StandardCharsets.UTF_8);
        copy.writeToCopy(bytes, 0, bytes.length);
        lines.setLength(0);
    }
}
