package in.sangam.core.place;

import static org.assertj.core.api.Assertions.assertThat;

import in.sangam.core.config.ShippedConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/**
 * How many names the resolver finds, and how many it takes for another place, on names labelled from the project's own lists;
 * see docs/places.md. Writes the table to {@code target/place-accuracy.md}. The bars are for the half that tuning never saw.
 */
class PlaceAccuracyTest {

    private static final Places PLACES = ShippedConfig.get().places();
    private static final List<String> TABLE = new ArrayList<>(List.of(
            "| names | asked | right % | wrong | held out: asked | right % | wrong |",
            "|---|--:|--:|--:|--:|--:|--:|"));

    @AfterAll
    static void write_the_table() throws IOException {
        Files.write(Path.of("target", "place-accuracy.md"), TABLE);
    }

    @Test
    void finds_blocks_and_circles_by_each_others_spelling() {
        PlaceAccuracy known = measure("", PLACES, LabelledNames.blocksAndCircles(PLACES));
        assertThat(known.rightPercent("")).isGreaterThanOrEqualTo(99);

        PlaceAccuracy unseen =
                measure("no alias known: ", tree(true, true, false), LabelledNames.blocksAndCircles(PLACES));
        assertThat(unseen.rightPercent("")).isGreaterThanOrEqualTo(98);
        assertThat(unseen.wrong()).isZero();
    }

    @Test
    void finds_names_in_the_script_that_the_tree_does_not_know() {
        PlaceAccuracy hindi = measure("", tree(true, false, false), LabelledNames.inOtherScript(PLACES, true));
        assertThat(hindi.rightPercent("Hindi")).isGreaterThanOrEqualTo(97.5);
        assertThat(hindi.wrong()).isZero();

        PlaceAccuracy english = measure("", tree(false, true, false), LabelledNames.inOtherScript(PLACES, false));
        assertThat(english.rightPercent("English")).isGreaterThanOrEqualTo(97.5);
        assertThat(english.wrong()).isZero();
    }

    @Test
    void finds_names_spelt_otherwise_and_slips_of_the_fingers() {
        PlaceAccuracy spelled = measure("", PLACES, LabelledNames.spelledByRule(PLACES));

        assertThat(spelled.rightPercent("English")).isGreaterThanOrEqualTo(99);
        assertThat(spelled.rightPercent("Hindi")).isGreaterThanOrEqualTo(99);
        assertThat(spelled.rightPercent("what kind")).isGreaterThanOrEqualTo(99);
        assertThat(spelled.rightPercent("code")).isEqualTo(100);
        assertThat(spelled.rightPercent("whole state")).isEqualTo(100);
        assertThat(spelled.rightPercent("slip")).isGreaterThanOrEqualTo(75);
        assertThat(spelled.wrong()).isLessThanOrEqualTo(1);
    }

    @Test
    void asks_about_names_that_mean_no_place_there_or_two() {
        PlaceAccuracy elsewhere = measure("", PLACES, NamesToAsk.of(PLACES));
        assertThat(elsewhere.wrongPercent()).isLessThanOrEqualTo(0.05);

        Places half = half();
        PlaceAccuracy unknown = measure("", half, NamesToAsk.unknown(PLACES, half));
        assertThat(unknown.wrongPercent()).isLessThanOrEqualTo(0.3);
    }

    private static PlaceAccuracy measure(String prefix, Places asked, List<LabelledName> labels) {
        PlaceAccuracy accuracy = new PlaceAccuracy().ask(asked.names(), labels);
        TABLE.addAll(accuracy.rows(prefix));
        return accuracy;
    }

    /** The same places with fewer names. */
    private static Places tree(boolean english, boolean hindi, boolean aliases) {
        List<Place> fewer = new ArrayList<>();
        for (Place place : PLACES.all()) {
            String inHindi = place.nameHi();
            fewer.add(new Place(
                    place.code(),
                    place.level(),
                    english || inHindi == null ? place.nameEn() : inHindi,
                    hindi ? inHindi : null,
                    place.parent(),
                    place.from(),
                    place.to()));
        }
        return new Places(fewer, aliases ? aliases(PLACES.all()) : Map.of(), List.of());
    }

    /** The state with every second of its districts. */
    private static Places half() {
        List<Place> half =
                PLACES.all().stream().filter(PlaceAccuracyTest::isInHalf).toList();
        return new Places(half, aliases(half), List.of());
    }

    private static boolean isInHalf(Place place) {
        @Nullable Place district = PLACES.at(Level.DISTRICT, place.code()).orElse(null);
        return district == null || district.code().hashCode() % 2 == 0;
    }

    private static Map<String, List<String>> aliases(Iterable<Place> places) {
        Map<String, List<String>> aliases = new HashMap<>();
        places.forEach(place -> aliases.put(place.code(), PLACES.names().aliases(place.code())));
        return aliases;
    }
}
