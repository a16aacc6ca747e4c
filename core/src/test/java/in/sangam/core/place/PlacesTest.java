package in.sangam.core.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import in.sangam.core.config.ConfigErrors;
import in.sangam.core.config.ConfigException;
import in.sangam.core.config.ConfigFolder;
import in.sangam.core.config.ShippedConfig;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlacesTest {

    private static final Places PLACES = ShippedConfig.get().places();

    @Test
    void the_state_has_its_places() {
        LocalDate before = LocalDate.of(2026, 1, 1);

        assertThat(PLACES.root().code()).isEqualTo("10");
        assertThat(PLACES.ofLevel(Level.DIVISION)).hasSize(9);
        assertThat(PLACES.ofLevel(Level.DISTRICT)).hasSize(38).allMatch(place -> place.nameHi() != null);
        assertThat(PLACES.ofLevel(Level.SUBDIVISION)).hasSize(101);
        assertThat(PLACES.ofLevel(Level.BLOCK)).hasSize(534);
        assertThat(PLACES.ofLevel(Level.CIRCLE)).hasSize(537);
        assertThat(PLACES.ofLevel(Level.CIRCLE).stream()
                        .filter(place -> place.from() == null || place.from().isBefore(before)))
                .hasSize(534);
        assertThat(PLACES.ofLevel(Level.ULB)).hasSize(252);
    }

    @Test
    void the_tree_can_be_walked_up_and_down() {
        assertThat(PLACES.ancestors("1966")).extracting(Place::code).containsExactly("212", "10-patna", "10");
        assertThat(PLACES.ancestors("10")).isEmpty();
        assertThat(PLACES.children("10-patna", Level.DISTRICT)).hasSize(6);
        assertThat(PLACES.children("218", Level.BLOCK)).hasSize(20);
        assertThat(PLACES.subtree("10")).hasSameSizeAs(PLACES.all());
        assertThat(PLACES.subtree("212")).first().isEqualTo(PLACES.get("212"));
        assertThat(PLACES.at(Level.DISTRICT, "1966")).contains(PLACES.get("212"));
        assertThat(PLACES.at(Level.BLOCK, "212")).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PLACES.get("nowhere"))
                .withMessageContaining("nowhere");
    }

    @Test
    void a_table_of_names_comes_back_with_codes_and_its_own_columns_kept() throws Exception {
        StringWriter out = new StringWriter();

        int rows = new PlaceTable(PLACES)
                .resolve(
                        new StringReader("\uFEFFname,level,within,note\r\nपटना,district,10,a\r\n"
                                + "\"Champaran\",district,,\"x, \"\"y\"\"\"\r\n"),
                        out,
                        fault -> fail(fault));

        assertThat(rows).isEqualTo(2);
        assertThat(out.toString().lines())
                .containsExactly(
                        "name,level,within,note,code,confidence,decision",
                        "पटना,district,10,a,212,1.00,exact",
                        "Champaran,district,,\"x, \"\"y\"\"\",,0.76,ask");
    }

    @Test
    void a_wrong_row_is_told_with_its_line_and_holds_up_no_other() throws Exception {
        StringWriter out = new StringWriter();
        List<String> faults = new ArrayList<>();

        int rows = new PlaceTable(PLACES)
                .resolve(
                        new StringReader("name,level,within\nPatna,town,\nGaya,district,999999\nGaya\n"
                                + "Gaya,district,,much,more\nGaya,district,\n"),
                        out,
                        faults::add);

        assertThat(rows).isEqualTo(5);
        assertThat(faults).hasSize(4);
        assertThat(faults.get(0)).contains("Line 2", "'town'", "district");
        assertThat(faults.get(1)).contains("Line 3", "'999999'", "LGD code");
        assertThat(out.toString().lines())
                .containsExactly(
                        "name,level,within,code,confidence,decision",
                        "Patna,town,,,0.00,ask",
                        "Gaya,district,999999,,0.00,ask",
                        "Gaya,,,,0.00,ask",
                        "Gaya,district,,,0.00,ask",
                        "Gaya,district,,196,1.00,exact");
    }

    @Test
    void a_table_of_another_form_is_refused_after_the_rows_that_were_good() throws Exception {
        PlaceTable table = new PlaceTable(PLACES);
        StringWriter out = new StringWriter();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> table.resolve(new StringReader("place\nPatna\n"), out, fault -> fail(fault)))
                .withMessageContaining("'name' is missing")
                .withMessageContaining("name,level,within");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> table.resolve(new StringReader(""), out, fault -> fail(fault)))
                .withMessageContaining("empty");
    }

    @Test
    void an_operator_s_file_is_taken_whole_or_not_at_all_and_a_zone_is_no_circle(@TempDir Path folder)
            throws Exception {
        Path places = Files.createDirectory(folder.resolve("places"));
        try (Stream<Path> shipped = Files.list(Path.of("../config/places"))) {
            for (Path file : shipped.toList()) {
                Files.copy(file, places.resolve(file.getFileName().toString()));
            }
        }
        Path zones = folder.resolve("zones.csv");
        Files.writeString(
                zones,
                """
                code,name_en,name_hi,parent,from,to
                Z1,Kankarbagh,कंकड़बाग,249650,,
                Z2,Patliputra,पाटलिपुत्र,,,
                Z3,Old Zone,,249650,,2026-03-31
                Z4,New Zone,,249650,2026-04-01,
                """);
        Path wrong = folder.resolve("wrong.csv");
        Files.writeString(
                wrong,
                "code,name_en,name_hi,parent,from,to\nP1,Somewhere,,249650,,\nP2,Elsewhere,,1966,soon,\nP3,,,1966,,\n");

        assertThatThrownBy(() -> PlaceLoad.take(places, Level.PANCHAYAT, wrong))
                .isInstanceOfSatisfying(ConfigException.class, refused -> assertThat(refused.errors())
                        .extracting(
                                error -> error.file().equals(wrong.toString()) + " " + error.line() + " " + error.key())
                        .containsExactly("true 2 parent", "true 3 from", "true 4 name_en"));
        assertThat(places.resolve("panchayat.csv")).doesNotExist();
        assertThat(PlaceLoad.take(places, Level.ZONE, zones)).isEqualTo(4);
        assertThat(PlaceLoad.take(places, Level.ZONE, zones)).isEqualTo(4);

        ConfigErrors errors = new ConfigErrors();
        Places tree = Places.load(new ConfigFolder(places), errors);
        assertThat(errors.all()).isEmpty();
        assertThat(tree.names().resolve("कंकड़बाग", Level.ZONE, "212").code()).isEqualTo("Z1");
        assertThat(tree.names().resolve("Kankarbagh", Level.CIRCLE, "212").code())
                .isNull();
        assertThat(tree.names().resolve("Patliputra", Level.ZONE, null).code()).isEqualTo("Z2");
        assertThat(tree.get("Z2").parent()).isEqualTo("10");
        assertThat(tree.names()
                        .resolve("New Zone", Level.ZONE, "212", LocalDate.parse("2026-03-31"))
                        .code())
                .isNull();
        assertThat(tree.names()
                        .resolve("New Zone", Level.ZONE, "212", LocalDate.parse("2026-04-01"))
                        .code())
                .isEqualTo("Z4");
        assertThat(tree.names()
                        .resolve("Old Zone", Level.ZONE, "212", LocalDate.parse("2026-03-31"))
                        .code())
                .isEqualTo("Z3");
    }
}
