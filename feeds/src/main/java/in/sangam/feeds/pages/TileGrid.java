package in.sangam.feeds.pages;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Where each district stands on the map of tiles. */
public final class TileGrid {

    /** A tile; column and line count from 0. */
    record Position(String place, int column, int line) {}

    private final List<Position> positions;

    private TileGrid(List<Position> positions) {
        this.positions = positions;
    }

    /** Reads {@code code,column,row}; a file that is absent gives an empty grid, and pages then show no map. */
    public static TileGrid load(Path file) {
        if (!Files.exists(file)) {
            return new TileGrid(List.of());
        }
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(file);
                Stream<NamedCsvRecord> rows = csv.stream()) {
            return new TileGrid(rows.map(row -> new Position(
                            row.getField("code"),
                            Integer.parseInt(row.getField("column")),
                            Integer.parseInt(row.getField("row"))))
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException("The grid of tiles could not be read: " + file, e);
        }
    }

    List<Position> positions() {
        return positions;
    }

    int columns() {
        return positions.stream().mapToInt(Position::column).max().orElse(-1) + 1;
    }

    int lines() {
        return positions.stream().mapToInt(Position::line).max().orElse(-1) + 1;
    }
}
