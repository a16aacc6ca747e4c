package in.sangam.sandbox.ledger;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.postgresql.PGConnection;

/**
 * The truth about what the portals hold: every record with its newest version, and the KPIs of the as-of month, computed
 * now by SQL over the portals' own tables. It shares no code with the hub, so that the two can be compared.
 *
 * @param sandbox the filled sandbox database, as its owner
 */
public record Ledger(DataSource sandbox) {

    /** The files of the ledger: CSV with a header line, in UTF-8. */
    public static final List<String> FILES = List.of("records.csv", "kpi.csv", "faulty.csv");

    /** Writes all files into a folder, which is made when absent; each replaces its older self at once. */
    public void write(Path folder) throws SQLException, IOException {
        Files.createDirectories(folder);
        for (String file : FILES) {
            Path part = folder.resolve(file + ".part");
            try (Writer writer = Files.newBufferedWriter(part)) {
                write(file, writer);
            }
            Files.move(part, folder.resolve(file), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    /**
     * Writes one of {@link #FILES}.
     *
     * @throws IllegalArgumentException for any other name
     */
    public void write(String file, Appendable out) throws SQLException, IOException {
        if (!FILES.contains(file)) {
            throw new IllegalArgumentException("The ledger has no file " + file + "; it has " + FILES);
        }
        String query = "copy (" + sql(file.replace(".csv", ".sql")) + ") to stdout (format csv, header)";
        try (Connection connection = sandbox.getConnection()) {
            connection.unwrap(PGConnection.class).getCopyAPI().copyOut(query, new Onto(out));
        }
    }

    private static String sql(String file) {
        String path = "/sql/ledger/" + file;
        try (InputStream text =
                Objects.requireNonNull(Ledger.class.getResourceAsStream(path), path + " is missing from the jar")) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(path + " cannot be read", e);
        }
    }

    /** Characters onto anything that can be appended to, which it neither flushes nor closes. */
    private static final class Onto extends Writer {

        private final Appendable out;

        Onto(Appendable out) {
            this.out = out;
        }

        @Override
        public void write(char[] characters, int offset, int length) throws IOException {
            out.append(CharBuffer.wrap(characters, offset, length));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
