package in.sangam.core.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import in.sangam.core.config.ConfigErrors;
import in.sangam.core.config.ConfigException;
import in.sangam.core.config.ConfigFolder;
import in.sangam.core.config.ShippedConfig;
import in.sangam.core.place.Resolution.Decision;
import in.sangam.core.record.Assembled;
import in.sangam.core.record.RecordAssembler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How departments cut the state for themselves, on the shipped places and the shipped example. */
class DepartmentTreesTest {

    private static final Path SHIPPED = Path.of("../config/places");
    private static final Path EXAMPLE = SHIPPED.resolve("trees/examples/police.csv");
    private static final LocalDate DAY = LocalDate.of(2026, 10, 31);
    private static final String HEADER = "code,level,name_en,name_hi,parent,covers,from,to\n";
    private static final String BAGAHA = "unit/police/BAGAHA";

    @TempDir
    private static Path folder;

    private static Places places;

    @BeforeAll
    static void the_example_is_taken_in() throws IOException {
        try (Stream<Path> files = Files.list(SHIPPED)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".csv")).toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        }
        assertThat(TreeLoad.take(folder, "police", EXAMPLE)).isEqualTo(6);
        places = load();
    }

    private static Places load() {
        ConfigErrors errors = new ConfigErrors();
        Places loaded = Places.load(new ConfigFolder(folder), errors);
        errors.throwIfAny();
        return loaded;
    }

    @Test
    void the_shipped_places_have_no_tree_since_examples_are_not_loaded() {
        assertThat(ShippedConfig.get().places().trees().names()).isEmpty();
    }

    @Test
    void a_unit_hangs_under_the_smallest_place_that_holds_all_it_covers() {
        assertThat(places.get(BAGAHA).parent()).isEqualTo("211");
        assertThat(places.trees().levels("police")).containsExactly("range", "district");
        assertThat(places.area("unit/police/CHAMPARAN", DAY).plus())
                .as("what lies in a place that is covered whole is not added again")
                .containsExactly("211");
    }

    @Test
    void units_and_what_lies_in_none_of_them_are_the_whole_state_each_part_once() {
        for (String level : places.trees().levels("police")) {
            List<Place> found = new ArrayList<>();
            places.trees()
                    .units("police", level, DAY)
                    .forEach(unit -> found.addAll(places.inside(places.area(unit.place(), DAY))));
            places.beside("police", level, DAY).forEach(rest -> found.addAll(places.inside(rest.area())));
            assertThat(found).as(level).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(places.all());
        }
        assertThat(places.beside("police", "district", DAY))
                .filteredOn(rest -> rest.holder().code().equals("192"))
                .singleElement()
                .satisfies(rest -> {
                    assertThat(rest.why()).isEqualTo(Unassigned.Why.NOT_NAMED_FURTHER);
                    assertThat(places.inside(rest.area()))
                            .extracting(Place::level)
                            .as("the district itself, and what hangs in it without a block")
                            .doesNotContain(Level.BLOCK, Level.CIRCLE, Level.ULB);
                });
    }

    @Test
    void a_name_is_found_in_its_tree_and_level_and_nowhere_else() {
        PlaceNames names = places.names();
        for (String name : List.of("Police District Bagaha", "Bagaha", "Bagaha Police District", "BAGHAA", "बगहा")) {
            assertThat(names.resolve(name, Level.UNIT, "police/district", DAY).code())
                    .as(name)
                    .isEqualTo(BAGAHA);
        }
        assertThat(names.resolve("Bagaha", Level.UNIT, "police/range", DAY).decision())
                .isEqualTo(Decision.ASK);
        assertThat(names.resolve("Champaran", Level.UNIT, "police/range", DAY).code())
                .isEqualTo("unit/police/CHAMPARAN");
        assertThat(names.resolve("Bagaha", Level.ULB, null, DAY).code()).isEqualTo("249562");
    }

    @Test
    void a_record_counts_at_the_unit_that_it_names_where_it_names_no_smaller_place() throws Exception {
        assertThat(place("\"police/district\":\"Police District Bagaha\"")).isEqualTo(BAGAHA);
        assertThat(place("\"district\":\"Pashchim Champaran\",\"police/district\":\"Bagaha\""))
                .isEqualTo(BAGAHA);
        assertThat(place("\"district\":\"Pashchim Champaran\",\"block\":\"Piprasi\",\"police/district\":\"Bagaha\""))
                .isEqualTo("1942");
        assertThat(place("\"district\":\"Patna\",\"police/district\":\"Bagaha\""))
                .as("it does not lie there")
                .isEqualTo("212");
        assertThat(assembled("\"police/district\":\"Nowhere\""))
                .isInstanceOfSatisfying(Assembled.Invalid.class, refused -> {
                    assertThat(refused.rejection().field()).isEqualTo("unit");
                    assertThat(refused.rejection().unknown().within()).isEqualTo("police/district");
                });
        assertThat(assembled("\"power/division\":\"Bagaha\"")).isInstanceOf(Assembled.Invalid.class);
    }

    private static Assembled assembled(String place) throws Exception {
        JsonNode draft = new ObjectMapper()
                .readTree(
                        """
                        {"kind":"activity","type":"patrol","sourceId":"1","version":"1","place":{%s},
                         "fields":{"held":"2026-10-01"}}"""
                                .formatted(place));
        return new RecordAssembler(places.names(), ShippedConfig.get().rules())
                .assemble("a-portal", "a-stream", 0, draft, draft);
    }

    private static String place(String place) throws Exception {
        assertThat(assembled(place)).isInstanceOf(Assembled.Valid.class);
        return ((Assembled.Valid) assembled(place)).record().place();
    }

    @Test
    void every_mistake_is_told_with_its_line_and_changes_nothing(@TempDir Path own) throws Exception {
        Path file = Files.writeString(
                own.resolve("power.csv"),
                HEADER
                        + "A,division,Araria,,,1624 araria,,\n"
                        + "B,division,Baisi,,Z,188,,\n"
                        + "C,Division 1,Chandi,,,1625,2026-02-30,\n");
        assertErrors(
                file,
                "power.csv:2: covers: No place has the code 'araria'. Write the code: 188 (Araria, district)",
                "power.csv:4: level: 'Division 1' is no word",
                "power.csv:4: from: '2026-02-30' is not a day");

        Files.writeString(
                file,
                HEADER
                        + "A,circle,Araria,,B,188,,\n"
                        + "B,zone,Baisi,,A,,,\n"
                        + "C,circle,Chandi,,BB,1625,,\n"
                        + "D,circle,Dumra,,,,,\n"
                        + "E,circle,Ekma,,,1626,,2026-03-31\n"
                        + "E,circle,Ekma,,,1627,2026-03-31,\n");
        assertErrors(
                file,
                "power.csv:4: parent: No unit of this file has the code 'BB'. Did you mean 'B'?",
                "power.csv:5: covers: 'D' covers no place",
                "power.csv:7: code: 'E' stands in line 6 too");

        Files.writeString(file, HEADER + "A,circle,Araria,,B,188,,\nB,zone,Baisi,,A,,,\n");
        assertErrors(file, "parent: A circle: A lies in B lies in A");

        Files.writeString(
                file,
                HEADER
                        + "A,zone,Araria,,,,,\n"
                        + "B,zone,Baisi,,,188,,2026-03-31\n"
                        + "C,circle,Chandi,,A,1624,2026-03-31,\n");
        assertErrors(file, "power.csv:4: covers: 1624 (Araria, block) is covered by 'B' too (line 3)");
        assertThat(folder.resolve("trees/power.csv")).doesNotExist();
    }

    private static void assertErrors(Path file, String... told) {
        assertThatThrownBy(() -> TreeLoad.take(folder, "power", file))
                .isInstanceOfSatisfying(ConfigException.class, e -> {
                    assertThat(e.errors()).hasSameSizeAs(told);
                    for (int i = 0; i < told.length; i++) {
                        assertThat(e.errors().get(i).toString()).contains(told[i]);
                    }
                });
    }

    @Test
    void an_area_changes_on_its_day_and_no_unit_is_taken_away(@TempDir Path own) throws Exception {
        Path copy = Files.createDirectory(own.resolve("places"));
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, copy.resolve(file.getFileName()));
            }
        }
        Path file = Files.writeString(
                own.resolve("file.csv"),
                HEADER
                        + "A,circle,Araria,,,1624 1625,,2026-03-31\nA,circle,Araria,,,1624,2026-04-01,\n"
                        + "B,circle,Bhargama,,,1625,2026-04-01,\n");
        assertThat(TreeLoad.take(copy, "power", file)).isEqualTo(2);

        ConfigErrors errors = new ConfigErrors();
        Places changed = Places.load(new ConfigFolder(copy), errors);
        assertThat(errors.all()).isEmpty();
        assertThat(changed.area("unit/power/A", LocalDate.of(2026, 3, 31)).plus())
                .containsExactly("1624", "1625", "unit/power/A");
        assertThat(changed.area("unit/power/A", DAY).plus()).containsExactly("1624", "unit/power/A");
        assertThat(changed.area("unit/power/B", LocalDate.of(2026, 3, 31)).plus())
                .isEmpty();

        Files.writeString(file, HEADER + "A,circle,Araria,,,1624,,\n");
        assertThatThrownBy(() -> TreeLoad.take(copy, "power", file))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("'B' of the tree is missing");
        Set<Place> before = new HashSet<>(changed.all());
        assertThat(new HashSet<>(Places.load(new ConfigFolder(copy), errors).all()))
                .isEqualTo(before);
    }
}
