package in.sangam.core.place;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import in.sangam.core.config.ConfigErrors;
import in.sangam.core.config.ConfigException;
import in.sangam.core.config.ConfigFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;

/** Takes an operator's file of places of a level into the folder of places: whole, or not at all. */
public final class PlaceLoad {

    private PlaceLoad() {}

    /**
     * Checks the file against the tree and writes the level's file anew. A code that is known is given anew, others are added; none
     * is taken away: a place that is no more has a day in {@code to}.
     *
     * @param folder with one file a level
     * @param file CSV with {@code code,name_en,name_hi,parent} and, where they are known, {@code from,to}
     * @return how many places the level has then
     * @throws ConfigException with every error, by file and line; nothing is changed
     */
    public static int take(Path folder, Level level, Path file) throws IOException {
        ConfigErrors errors = new ConfigErrors();
        List<Place> places = PlaceFiles.merged(new ConfigFolder(folder), level, file, errors);
        errors.throwIfAny();
        Path target = folder.resolve(level.word() + ".csv");
        Path fresh = Files.createTempFile(folder, level.word(), ".new");
        try {
            try (CsvWriter csv = CsvWriter.builder()
                    .lineDelimiter(LineDelimiter.LF)
                    .build(Files.newBufferedWriter(fresh, StandardCharsets.UTF_8))) {
                csv.writeRecord("code", "name_en", "name_hi", "parent", "from", "to");
                places.forEach(place -> csv.writeRecord(
                        place.code(),
                        place.nameEn(),
                        Objects.requireNonNullElse(place.nameHi(), ""),
                        Objects.requireNonNullElse(place.parent(), ""),
                        Objects.toString(place.from(), ""),
                        Objects.toString(place.to(), "")));
            }
            Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(fresh);
        }
        return places.size();
    }
}
