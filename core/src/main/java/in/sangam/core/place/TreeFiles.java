package in.sangam.core.place;

import in.sangam.core.config.ConfigError;
import in.sangam.core.config.ConfigErrors;
import in.sangam.core.config.ConfigFolder;
import in.sangam.core.config.CsvFile;
import in.sangam.core.config.NearestWord;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads the departmental trees: one CSV file each, named by the department's word. */
final class TreeFiles {

    /** The folder within that of places; what lies deeper is not read. */
    static final String FOLDER = "trees";

    static final String ENDING = ".csv";

    private static final List<String> COLUMNS = List.of("code", "level", "name_en", "name_hi", "parent", "covers");
    private static final Pattern WORD = Pattern.compile("[a-z][a-z0-9-]*");
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");

    private final Map<String, Place> places;
    private final ConfigErrors errors;

    /** @param places of the tree that the units cover, by code */
    TreeFiles(Map<String, Place> places, ConfigErrors errors) {
        this.places = places;
        this.errors = errors;
    }

    /** Returns the units of all trees of a folder, which may be missing; none when there is an error. */
    List<Unit> read(Path folder) {
        List<Unit> units = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            for (Path file : new ConfigFolder(folder).files(ENDING, errors)) {
                String name = file.getFileName().toString();
                units.addAll(read(name.substring(0, name.length() - ENDING.length()), file));
            }
        }
        return units;
    }

    /** Returns the units of one tree; none when there is an error. */
    List<Unit> read(String tree, Path file) {
        int before = errors.all().size();
        if (!WORD.matcher(tree).matches()) {
            errors.add(new ConfigError(
                    file.toString(),
                    0,
                    "",
                    "'" + tree + "' is no word for a tree",
                    "Name it by small Latin letters, digits and hyphens, e.g. police"));
        }
        List<TreeRow> rows = new ArrayList<>();
        CsvFile.read(file, COLUMNS, errors, row -> rows.add(new TreeRow(unit(tree, row), row)));
        if (errors.all().size() == before) {
            new TreeCheck(rows, places).check();
        }
        return errors.all().size() == before ? rows.stream().map(TreeRow::unit).toList() : List.of();
    }

    private Unit unit(String tree, CsvFile.Row row) {
        String code = row.need("code");
        if (!code.isEmpty() && !CODE.matcher(code).matches()) {
            row.error(
                    "code",
                    "'" + code + "' cannot stand in an address",
                    "Write Latin letters, digits, '.', '_' or '-'");
        }
        String level = row.need("level");
        if (!level.isEmpty() && !WORD.matcher(level).matches()) {
            row.error(
                    "level",
                    "'" + level + "' is no word for a level",
                    "Write small Latin letters, digits and hyphens, e.g. range");
        }
        LocalDate from = row.day("from");
        LocalDate to = row.day("to");
        if (from != null && to != null && to.isBefore(from)) {
            row.error("to", "Lies before 'from'", "Put the days in order");
        }
        List<String> covers = List.of(row.text("covers").split("[\\s;]+")).stream()
                .filter(each -> !each.isEmpty())
                .toList();
        covers.stream().filter(each -> !places.containsKey(each)).forEach(each -> unknown(each, row));
        return new Unit(
                tree,
                code,
                level,
                row.need("name_en"),
                row.textOrNull("name_hi"),
                row.textOrNull("parent"),
                covers,
                from,
                to);
    }

    /** A name in the place of a code is answered with the codes of that name, else the nearest code is told. */
    private void unknown(String written, CsvFile.Row row) {
        List<String> named = places.values().stream()
                .filter(place -> place.nameEn().equalsIgnoreCase(written) || written.equals(place.nameHi()))
                .map(TreeFiles::said)
                .toList();
        String remedy = named.isEmpty()
                ? NearestWord.to(written, places.keySet())
                        .map(places::get)
                        .map(place -> "Did you mean " + said(place) + "?")
                        .orElse("Write codes of config/places with spaces between them")
                : "Write the code: " + String.join(" or ", named);
        row.error("covers", "No place has the code '" + written + "'", remedy);
    }

    static String said(Place place) {
        return place.code() + " (" + place.nameEn() + ", " + place.level().word() + ")";
    }
}
