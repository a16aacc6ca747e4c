package in.sangam.core.place;

import in.sangam.core.config.ConfigErrors;
import in.sangam.core.config.ConfigFolder;
import in.sangam.core.config.CsvFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Reads one CSV file a level, {@code aliases.csv} and {@code elsewhere.csv}. */
final class PlaceFiles {

    private static final List<String> COLUMNS = List.of("code", "name_en", "name_hi", "parent");

    private final ConfigFolder folder;
    private final ConfigErrors errors;
    private final Map<String, Place> places = new LinkedHashMap<>();
    private final Map<String, List<String>> aliases = new HashMap<>();
    private final List<String> elsewhere = new ArrayList<>();

    private PlaceFiles(ConfigFolder folder, ConfigErrors errors) {
        this.folder = folder;
        this.errors = errors;
    }

    static Places load(ConfigFolder folder, ConfigErrors errors) {
        PlaceFiles files = new PlaceFiles(folder, errors);
        for (Level level : Level.values()) {
            CsvFile.read(folder.path().resolve(level.word() + ".csv"), COLUMNS, errors, row -> files.place(level, row));
        }
        files.optional("aliases.csv", List.of("code", "alias"), files::alias);
        files.optional("elsewhere.csv", List.of("name"), row -> files.elsewhere.add(row.need("name")));
        if (files.places.isEmpty()) {
            files.places.put("?", new Place("?", Level.STATE, "?", null, null, null, null));
        }
        return new Places(files.places.values(), files.aliases, files.elsewhere);
    }

    private void optional(String name, List<String> columns, Consumer<CsvFile.Row> each) {
        Path file = folder.path().resolve(name);
        if (Files.exists(file)) {
            CsvFile.read(file, columns, errors, each);
        }
    }

    private void place(Level level, CsvFile.Row row) {
        String code = row.need("code");
        String parent = row.textOrNull("parent");
        if (level == Level.STATE && !places.isEmpty()) {
            row.error("code", "A second state", "One hub serves one state: delete this row");
            return;
        }
        Place holder = parent == null ? null : places.get(parent);
        if (level != Level.STATE && (holder == null || holder.level().compareTo(level) >= 0)) {
            row.error(
                    "parent",
                    "'" + (parent == null ? "" : parent) + "' is no place above a " + level.word(),
                    "Write a code from the file of a level above");
            return;
        }
        Place place = new Place(
                code, level, row.need("name_en"), row.textOrNull("name_hi"), parent, row.day("from"), row.day("to"));
        if (places.putIfAbsent(code, place) != null) {
            row.error("code", "'" + code + "' is taken by another place", "Give each place a code of its own");
        }
    }

    private void alias(CsvFile.Row row) {
        String code = row.need("code");
        if (!places.containsKey(code)) {
            row.error("code", "No place has the code '" + code + "'", "Look it up in the files beside this one");
        }
        aliases.computeIfAbsent(code, c -> new ArrayList<>()).add(row.need("alias"));
    }
}
