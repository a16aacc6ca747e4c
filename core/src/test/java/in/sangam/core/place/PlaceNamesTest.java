package in.sangam.core.place;

import static in.sangam.core.place.Resolution.Decision.ALIAS;
import static in.sangam.core.place.Resolution.Decision.ASK;
import static in.sangam.core.place.Resolution.Decision.EXACT;
import static in.sangam.core.place.Resolution.Decision.FUZZY;
import static in.sangam.core.place.Resolution.Decision.KEY;
import static org.assertj.core.api.Assertions.assertThat;

import in.sangam.core.config.ShippedConfig;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlaceNamesTest {

    private static final Places PLACES = ShippedConfig.get().places();
    private static final PlaceNames NAMES = PLACES.names();

    @ParameterizedTest(name = "{0} ({1} in {2}) is {3}")
    @CsvSource({
        "खगड़िया, district, 10, 202",
        "Khagadia, district, 10, 202", // flap written d
        "मुज़फ़्फ़रपुर, district, 10, 208", // dots and half letters
        "Mujaffarpur, district, , 208",
        "Seetamarhi, district, , 221", // long vowels
        "Darbhnaga, district, , 195",
        "East Champaran Dist., district, , 213",
        "पू. चंपारण, district, , 213",
        "Champaran (East), district, , 213",
        "जिला - सिवान, district, , 222",
        "भभुआ (कैमूर), district, , 200",
        "Munger (Monghyr), district, , 207",
        "Bhojpur (Shahabad), district, , 193", // a former name nobody told us
        "Patna, district, 10-patna, 212",
        "तिरहुत प्रमंडल, division, 10, 10-tirhut",
        "Koshi, division, , 10-kosi",
        "Raxaul, block, 213, 1991",
        "रक्सौल प्रखण्ड, block, 213, 1991",
        "Prakhand Raxaul, block, 213, 1991",
        "त्रिवेणीगंज, block, 223, 2136", // v and b
        "Nawinagar, block, 189, 1641",
        "Kusheshwarsthan, block, 195, 1727",
        "कुशेश्वरस्थान पूर्वी, block, 195, 1728",
        "Simri, block, 216, 2036",
        "Bagaha 2, block, 211, 1929",
        "चौगाईं, block, 194, 1707",
        "Wazirgunj, block, 196, 1755",
        "Nagar Panchayat Koilwar, ulb, 193, 249660",
        "पटना नगर निगम, ulb, , 249650",
        "Purbi Muzaffarpur, subdivision, 208, 208-S01",
        "Rajnagar, block, 206-S01, 1868" // a sub-division holds no blocks: its district is asked
    })
    void finds_the_place_that_a_spelling_means(String name, String level, String within, String code) {
        assertThat(NAMES.resolve(name, Level.of(level).orElseThrow(), within).code())
                .isEqualTo(code);
    }

    @ParameterizedTest(name = "{0} ({1} in {2}) is asked about")
    @CsvSource({
        "Champaran, district, ",
        "Muzaffarpur, subdivision, 208", // East or West
        "Kalyanpur, block, ", // two districts have one
        "Banmankhi, ulb, 214", // two codes in one district
        "Rampur, block, 215", // Rajpur is near, but another name
        "Aurangabad (Maharashtra), district, ",
        "'Aurangabad, U.P.', district, ",
        "Bagaha 3, block, 211",
        "Tajpur Morwa, block, 217", // both are blocks there
        "ताजपुर मोरवा, block, 217",
        "Xyzabc, block, 193",
        "Arrah, block, 212", // not inside this parent
        "'', district, ",
        "'(', district, ",
        "'123456789012345678901234567890', district, ",
        "Patna, district, no-such-place"
    })
    void asks_rather_than_guesses(String name, String level, String within) {
        Resolution resolution = NAMES.resolve(name, Level.of(level).orElseThrow(), within);

        assertThat(resolution.decision()).isEqualTo(ASK);
        assertThat(resolution.code()).isNull();
        assertThat(resolution.confidence()).isLessThanOrEqualTo(0.85);
    }

    @Test
    void says_which_step_found_the_place() {
        assertThat(NAMES.resolve("188", Level.DISTRICT, null).decision()).isEqualTo(EXACT);
        assertThat(NAMES.resolve("  ARARIA ", Level.DISTRICT, null).decision()).isEqualTo(EXACT);
        assertThat(NAMES.resolve("Chhapra", Level.DISTRICT, null).decision()).isEqualTo(ALIAS);
        assertThat(NAMES.resolve("Arariya", Level.DISTRICT, null).decision()).isEqualTo(KEY);
        assertThat(NAMES.resolve("Samastpur", Level.DISTRICT, null)).satisfies(resolution -> {
            assertThat(resolution.decision()).isEqualTo(FUZZY);
            assertThat(resolution.confidence()).isBetween(0.86, 0.99);
        });
    }

    @Test
    void a_question_names_the_places_that_are_near() {
        assertThat(NAMES.resolve("Champaran", Level.DISTRICT, null).candidates())
                .startsWith("211", "213");
        assertThat(NAMES.resolve("Kalyanpur", Level.BLOCK, null).candidates()).hasSize(2);
    }

    @Test
    void every_place_is_found_by_each_of_its_own_names_or_asked_about_but_never_taken_for_another() {
        for (Place place : PLACES.all()) {
            String name = place.nameHi() == null ? place.nameEn() : place.nameHi();
            String code = NAMES.resolve(name, place.level(), place.parent()).code();
            if (code != null) {
                assertThat(code).as(name).isEqualTo(place.code());
            }
            assertThat(NAMES.resolve(place.code(), place.level(), null).code()).isEqualTo(place.code());
        }
    }

    @Test
    void a_block_spelt_as_its_circle_is_never_taken_for_another_block() {
        int found = 0;
        for (Place circle : PLACES.ofLevel(Level.CIRCLE)) {
            String code =
                    NAMES.resolve(circle.nameEn(), Level.BLOCK, circle.parent()).code();
            found += code == null ? 0 : 1;
        }
        assertThat(found).isGreaterThan(515);
    }

    @Test
    void a_spelling_that_a_person_has_decided_is_known_from_then_on() {
        Places places = new Places(PLACES.all(), Map.of(), List.of());
        PlaceNames names = places.names();
        assertThat(names.resolve("Shahabad", Level.DISTRICT, null).decision()).isEqualTo(ASK);

        names.learn(Map.of("193", List.of("Shahabad"), "no-such-place", List.of("x")));
        assertThat(names.resolve("SHAHABAD ", Level.DISTRICT, null))
                .isEqualTo(new Resolution("193", 0.99, ALIAS, List.of("193")));
        names.learn(Map.of("215", List.of("Shahabad")));
        assertThat(names.resolve("Shahabad", Level.DISTRICT, null).code()).isEqualTo("215");
        assertThat(names.aliases("193")).isEmpty();
    }

    @Test
    void text_of_any_kind_is_answered() {
        Random random = new Random(3);
        for (int i = 0; i < 500; i++) {
            StringBuilder text = new StringBuilder();
            random.ints(random.nextInt(12), 0x20, 0x0980).forEach(text::appendCodePoint);
            assertThat(NAMES.resolve(text.toString(), Level.DISTRICT, null)).isNotNull();
        }
    }
}
