package in.sangam.core.config;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads a CSV file with a header row, in UTF-8, with the line of every row. */
public final class CsvFile {

    /** A row; columns that the header does not name read as empty. */
    public record Row(String file, int line, NamedCsvRecord values, ConfigErrors errors) {

        /** Returns a column without surrounding spaces; empty when the file lacks it. */
        public String text(String column) {
            return values.findField(column).map(String::strip).orElse("");
        }

        /** Returns a column that must not be empty; adds an error when it is. */
        public String need(String column) {
            String text = text(column);
            if (text.isEmpty()) {
                error(column, "Empty", "Fill the column");
            }
            return text;
        }

        /** Returns a column, or null when it is empty. */
        public @Nullable String textOrNull(String column) {
            String text = text(column);
            return text.isEmpty() ? null : text;
        }

        /** Returns a column's day, or null when it is empty or, with an error, no day. */
        public @Nullable LocalDate day(String column) {
            String text = text(column);
            try {
                return text.isEmpty() ? null : LocalDate.parse(text);
            } catch (DateTimeException e) {
                error(column, "'" + text + "' is not a day", "Write it as 2026-10-31");
                return null;
            }
        }

        /** Adds an error about a column of this row. */
        public void error(String column, String message, String remedy) {
            errors.add(new ConfigError(file, line, column, message, remedy));
        }
    }

    private CsvFile() {}

    /** Gives each row in order; adds an error when the file cannot be read or a column named here is missing. */
    public static void read(Path file, List<String> needed, ConfigErrors errors, Consumer<Row> each) {
        List<Row> rows = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> csv =
                CsvReader.builder().detectBomHeader(true).ofNamedCsvRecord(file)) {
            for (NamedCsvRecord row : csv) {
                rows.add(new Row(file.toString(), (int) row.getStartingLineNumber(), row, errors));
            }
        } catch (IOException | CsvParseException e) {
            errors.add(new ConfigError(
                    file.toString(),
                    0,
                    "",
                    "Cannot be read: " + e.getMessage(),
                    "Check that it is a CSV file in UTF-8"));
        }
        List<String> header = rows.isEmpty() ? needed : rows.get(0).values().getHeader();
        for (String column : needed) {
            if (!header.contains(column)) {
                errors.add(new ConfigError(
                        file.toString(), 1, column, "Column is missing", "Add it; found: " + String.join(",", header)));
                return;
            }
        }
        rows.forEach(each);
    }
}
