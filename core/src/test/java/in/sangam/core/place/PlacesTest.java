package in.sangam.core.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import in.sangam.core.config.ShippedConfig;
import java.io.StringReader;
import java.io.StringWriter;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

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

        int rows = new PlaceTable(PLACES.names())
                .resolve(
                        new StringReader(
                                "\uFEFFname,level,within,note\nपटना,district,10,a\n\"Champaran\",district,,\"x, y\"\n"),
                        out);

        assertThat(rows).isEqualTo(2);
        assertThat(out.toString().lines())
                .containsExactly(
                        "name,level,within,note,code,confidence,decision",
                        "पटना,district,10,a,212,1.00,exact",
                        "Champaran,district,,\"x, y\",,0.76,ask");
    }

    @Test
    void a_table_of_another_form_is_refused_with_its_line() {
        PlaceTable table = new PlaceTable(PLACES.names());

        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> table.resolve(new StringReader("name,level,within\nPatna,town,\n"), new StringWriter()))
                .withMessageContaining("Line 2")
                .withMessageContaining("district");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> table.resolve(new StringReader("place\nPatna\n"), new StringWriter()))
                .withMessageContaining("'name' is missing");
    }
}
