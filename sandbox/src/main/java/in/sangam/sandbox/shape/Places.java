package in.sangam.sandbox.shape;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import in.sangam.sandbox.shape.District.Block;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The state with its divisions, districts and blocks, in the order of their codes. */
final class Places {

    private static final String STATE = "10";

    private final List<Object[]> tree = new ArrayList<>();
    private final List<District> districts = new ArrayList<>();

    Places() {
        Map<String, List<NamedCsvRecord>> blocks = byDistrict("bihar_blocks.csv", "District Code");
        Map<String, List<NamedCsvRecord>> aliases = byDistrict("name_aliases.csv", "lgd_code");
        tree.add(new Object[] {STATE, "state", "Bihar", "बिहार", null});
        Map<String, NamedCsvRecord> byCode = new TreeMap<>();
        for (NamedCsvRecord row : Resource.rows("bihar_divisions_districts.csv")) {
            byCode.put(row.getField("district_lgd_code"), row);
        }
        byCode.values().stream()
                .collect(Collectors.toMap(Places::division, row -> row, (first, second) -> first, TreeMap::new))
                .forEach((code, row) -> tree.add(
                        new Object[] {code, "division", row.getField("division_en"), row.getField("division_hi"), STATE
                        }));
        byCode.forEach((code, row) -> add(row, blocks.getOrDefault(code, List.of()), aliases.get(code)));
    }

    List<District> districts() {
        return districts;
    }

    /** Returns rows of {@code truth.place}: code, level, English name, Hindi name, parent; parents first. */
    List<Object[]> tree() {
        return tree;
    }

    private void add(NamedCsvRecord row, List<NamedCsvRecord> blocks, @Nullable List<NamedCsvRecord> aliases) {
        String code = row.getField("district_lgd_code");
        String name = row.getField("district_en");
        String hindi = row.getField("district_hi");
        tree.add(new Object[] {code, "district", name, hindi, division(row)});
        List<Block> named = blocks.stream()
                .map(block -> new Block(
                        block.getField("Block Code"),
                        mixedCase(block.getField("Block Name ").strip())))
                .toList();
        named.forEach(block -> tree.add(new Object[] {block.code(), "block", block.name(), null, code}));
        List<String> spellings = Stream.concat(
                        Stream.of(name, hindi, name.toUpperCase(Locale.ROOT)),
                        aliases == null ? Stream.of() : aliases.stream().map(alias -> alias.getField("alias")))
                .toList();
        districts.add(new District(districts.size(), code, name, hindi, named, spellings));
    }

    private static String division(NamedCsvRecord row) {
        return STATE + "-" + row.getField("division_en").toLowerCase(Locale.ROOT);
    }

    private static Map<String, List<NamedCsvRecord>> byDistrict(String file, String column) {
        return Resource.rows(file).stream().collect(Collectors.groupingBy(row -> row.getField(column)));
    }

    private static String mixedCase(String name) {
        StringBuilder text = new StringBuilder();
        boolean start = true;
        for (int i = 0; i < name.length(); i++) {
            char letter = name.charAt(i);
            text.append(start ? Character.toUpperCase(letter) : Character.toLowerCase(letter));
            start = !Character.isLetter(letter);
        }
        // Roman numerals of divided blocks (Bagaha-II) stay numerals.
        return text.toString().replaceAll("-Ii\\b", "-II");
    }
}
