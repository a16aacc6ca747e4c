package in.sangam.core.place;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
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
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Resolves a CSV table of names: {@code name,level,within} in, the same with {@code code,confidence,decision} added out. */
public final class PlaceTable {

    private static final List<String> NEEDED = List.of("name", "level", "within");
    private static final List<String> ADDED = List.of("code", "confidence", "decision");
    private static final String HEADER = "the first line must read name,level,within; further columns are kept";

    private final Places places;

    /** Takes the tree whose resolver the normaliser uses too. */
    public PlaceTable(Places places) {
        this.places = places;
    }

    /**
     * Reads to the end and writes one row for each row read, in order, further columns kept. A row without {@code within} is
     * looked for in the whole state; a row that must be asked about has an empty code. A row that is wrong in itself is
     * written as one to ask about and told to {@code faults} with its line and what to do; the others are not held up.
     *
     * @return the number of rows
     * @throws IllegalArgumentException with what to do when there is no such table, or it ends being one; the rows before
     *     are written
     */
    public int resolve(Reader in, Writer out, Consumer<String> faults) throws IOException {
        CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out);
        int rows = 0;
        try (CsvReader<CsvRecord> table = CsvReader.builder()
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(withoutMark(in))) {
            List<String> header = null;
            for (CsvRecord row : table) {
                if (header == null) {
                    header = header(row);
                    csv.writeRecord(with(header, ADDED));
                } else {
                    write(row, header, csv, faults);
                    rows++;
                }
            }
            if (header == null) {
                throw new IllegalArgumentException("The table is empty: " + HEADER);
            }
        } catch (CsvParseException | UncheckedIOException e) {
            throw new IllegalArgumentException(
                    "No CSV table in UTF-8 after " + rows + " rows: " + e.getMessage()
                            + ". Check the quotation marks there, and save as CSV UTF-8",
                    e);
        } finally {
            csv.flush();
        }
        return rows;
    }

    private static List<String> header(CsvRecord row) {
        List<String> header = row.getFields().stream()
                .map(column -> column.strip().toLowerCase(Locale.ROOT))
                .toList();
        for (String column : NEEDED) {
            if (!header.contains(column)) {
                throw new IllegalArgumentException("Line 1: column '" + column + "' is missing: " + HEADER + "; found: "
                        + String.join(",", row.getFields()));
            }
        }
        return header;
    }

    private void write(CsvRecord row, List<String> header, CsvWriter csv, Consumer<String> faults) {
        List<String> fields = new ArrayList<>(row.getFields());
        String fault = fields.size() > header.size()
                ? "more columns than the first line: put quotation marks around a comma"
                : "";
        while (fields.size() < header.size()) {
            fields.add("");
        }
        String level = fields.get(header.indexOf("level")).strip();
        String within = fields.get(header.indexOf("within")).strip();
        boolean unit = places.trees().isLevel(level);
        Level known =
                unit ? Level.UNIT : Level.of(level.toLowerCase(Locale.ROOT)).orElse(null);
        if (fault.isEmpty() && known == null) {
            fault = "level '" + level + "' is none of " + String.join(" ", Level.words())
                    + places.trees().treeLevels().map(word -> ' ' + word).collect(Collectors.joining());
        } else if (fault.isEmpty() && !within.isEmpty() && places.find(within).isEmpty()) {
            fault = "no place has the code '" + within
                    + "': write the LGD code of the place it lies in, or nothing for the whole state";
        }
        String among = unit ? level : within.isEmpty() ? null : within;
        Resolution found = fault.isEmpty() && known != null
                ? places.names().resolve(fields.get(header.indexOf("name")), known, among)
                : Resolution.unknown();
        if (!fault.isEmpty()) {
            faults.accept("Line " + row.getStartingLineNumber() + ": " + fault);
        }
        csv.writeRecord(with(
                fields.subList(0, header.size()),
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
