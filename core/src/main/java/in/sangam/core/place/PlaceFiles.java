package in.sangam.core.place;

import in.sangam.core.config.ConfigErrors;
import in.sangam.core.config.ConfigFolder;
import in.sangam.core.config.CsvFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Reads one CSV file a level, those of departmental trees, {@code aliases.csv} and {@code elsewhere.csv}. */
final class PlaceFiles {

    private static final List<String> COLUMNS = List.of("code", "name_en", "name_hi", "parent");

    private final ConfigFolder folder;
    private final ConfigErrors errors;
    private final Map<String, Place> places = new LinkedHashMap<>();
    private final Set<String> units = new HashSet<>();
    private final Map<String, List<String>> aliases = new HashMap<>();
    private final List<String> elsewhere = new ArrayList<>();

    private PlaceFiles(ConfigFolder folder, ConfigErrors errors) {
        this.folder = folder;
        this.errors = errors;
    }

    static Places load(ConfigFolder folder, ConfigErrors errors) {
        PlaceFiles files = new PlaceFiles(folder, errors);
        for (Level level : Level.ADMINISTRATIVE) {
            if (level.isOperators()) {
                files.optional(level.word() + ".csv", COLUMNS, row -> files.place(level, row));
            } else {
                CsvFile.read(
                        folder.path().resolve(level.word() + ".csv"), COLUMNS, errors, row -> files.place(level, row));
            }
        }
        List<Unit> units =
                new TreeFiles(files.places, errors).read(folder.path().resolve(TreeFiles.FOLDER));
        units.forEach(unit -> files.units.add(unit.place()));
        files.optional("aliases.csv", List.of("code", "alias"), files::alias);
        files.optional("elsewhere.csv", List.of("name"), row -> files.elsewhere.add(row.need("name")));
        if (files.places.isEmpty()) {
            files.places.put("?", new Place("?", Level.STATE, "?", null, null, null, null));
        }
        return new Places(files.places.values(), units, files.aliases, files.elsewhere);
    }

    /** Returns the places of the folder's files by code. */
    static Map<String, Place> places(ConfigFolder folder, ConfigErrors errors) {
        PlaceFiles files = new PlaceFiles(folder, errors);
        for (Level level : Level.ADMINISTRATIVE) {
            files.optional(level.word() + ".csv", COLUMNS, row -> files.place(level, row));
        }
        return files.places;
    }

    /**
     * Reads an operator's file of a level over the folder: a code that the level has already is given anew, others are added.
     *
     * @return the places of the level as they are then, in the order of the folder's file and then of the operator's
     */
    static List<Place> merged(ConfigFolder folder, Level level, Path file, ConfigErrors errors) {
        PlaceFiles files = new PlaceFiles(folder, errors);
        for (Level each : Level.ADMINISTRATIVE) {
            files.optional(each.word() + ".csv", COLUMNS, row -> files.place(each, row));
        }
        Map<String, Place> earlier = new LinkedHashMap<>(files.places);
        earlier.values().removeIf(place -> place.level() != level);
        Set<String> given = new HashSet<>();
        CsvFile.read(file, COLUMNS, errors, row -> {
            String code = row.text("code");
            if (given.add(code) && earlier.containsKey(code)) {
                files.places.remove(code);
            }
            files.place(level, row);
        });
        earlier.replaceAll((code, place) -> files.places.getOrDefault(code, place));
        files.places.values().stream()
                .filter(place -> place.level() == level)
                .forEach(place -> earlier.putIfAbsent(place.code(), place));
        return List.copyOf(earlier.values());
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
        if (parent == null && level.isOperators()) {
            parent = places.values().stream()
                    .filter(place -> place.level() == Level.STATE)
                    .map(Place::code)
                    .findFirst()
                    .orElse(null);
        }
        Place holder = parent == null ? null : places.get(parent);
        if (level != Level.STATE && (holder == null || !holder.level().mayHold(level))) {
            row.error(
                    "parent",
                    "'" + (parent == null ? "" : parent) + "' is no place above a " + level.word(),
                    level.isOperators()
                            ? "Write the code of a place that holds it, or nothing while it is not known"
                            : "Write a code from the file of a level above");
            return;
        }
        LocalDate from = row.day("from");
        LocalDate to = row.day("to");
        if (from != null && to != null && to.isBefore(from)) {
            row.error("to", "Lies before 'from'", "Put the days in order");
        }
        Place place = new Place(code, level, row.need("name_en"), row.textOrNull("name_hi"), parent, from, to);
        if (places.putIfAbsent(code, place) != null) {
            row.error("code", "'" + code + "' is taken by another place", "Give each place a code of its own");
        }
    }

    private void alias(CsvFile.Row row) {
        String code = row.need("code");
        if (!places.containsKey(code) && !units.contains(code)) {
            row.error("code", "No place has the code '" + code + "'", "Look it up in the files beside this one");
        }
        aliases.computeIfAbsent(code, c -> new ArrayList<>()).add(row.need("alias"));
    }
}
