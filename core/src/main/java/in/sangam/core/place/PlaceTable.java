package in.sangam.core.place;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.PushbackReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Resolves a CSV table of names: {@code name,level,within} in, the same with {@code code,confidence,decision} added out. */
public final class PlaceTable {

    private final PlaceNames names;

    /** Takes the resolver that the normaliser uses too. */
    public PlaceTable(PlaceNames names) {
        this.names = names;
    }

    /**
     * Reads to the end and writes one row for each row read, in order, further columns kept. A row without {@code within} is looked for in the
     * whole state; a row that must be asked about has an empty code.
     *
     * @return the number of rows
     * @throws IllegalArgumentException with the line when the table is not of this form
     */
    public int resolve(Reader in, Writer out) throws IOException {
        int rows = 0;
        CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out);
        try (CsvReader<NamedCsvRecord> table = CsvReader.builder()
                .allowMissingFields(true)
                .detectBomHeader(false)
                .ofNamedCsvRecord(withoutMark(in))) {
            for (NamedCsvRecord row : table) {
                if (rows == 0) {
                    csv.writeRecord(with(row.getHeader(), List.of("code", "confidence", "decision")));
                }
                write(row, csv);
                rows++;
            }
        } catch (CsvParseException | UncheckedIOException e) {
            throw new IllegalArgumentException("Not a CSV table after " + rows + " rows: " + e.getMessage(), e);
        }
        csv.flush();
        return rows;
    }

    private void write(NamedCsvRecord row, CsvWriter csv) {
        String name = column(row, "name");
        String level = column(row, "level");
        String within = row.findField("within").map(String::strip).orElse("");
        Level known = Level.of(level.toLowerCase(Locale.ROOT))
                .orElseThrow(() -> new IllegalArgumentException("Line " + row.getStartingLineNumber() + ": level '"
                        + level + "' is none of "
                        + List.of(Level.values()).stream().map(Level::word).toList()));
        Resolution found = names.resolve(name, known, within.isEmpty() ? null : within);
        csv.writeRecord(with(
                row.getFields(),
                List.of(
                        Objects.requireNonNullElse(found.code(), ""),
                        String.format(Locale.ROOT, "%.2f", found.confidence()),
                        found.decision().word())));
    }

    private static List<String> with(List<String> columns, List<String> added) {
        List<String> all = new ArrayList<>(columns);
        all.addAll(added);
        return all;
    }

    private static String column(NamedCsvRecord row, String column) {
        @Nullable String value = row.findField(column).orElse(null);
        if (value == null) {
            throw new IllegalArgumentException("Line " + row.getStartingLineNumber() + ": column '" + column
                    + "' is missing; the header must read name,level,within");
        }
        return value.strip();
    }

    /** Spreadsheets begin a UTF-8 file with a byte order mark. */
    private static Reader withoutMark(Reader in) throws IOException {
        PushbackReader reader = new PushbackReader(in);
        int first = reader.read();
        if (first >= 0 && first != '\uFEFF') {
            reader.unread(first);
        }
        return reader;
    }
}
