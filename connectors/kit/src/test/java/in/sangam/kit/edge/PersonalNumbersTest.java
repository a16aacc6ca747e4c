package in.sangam.kit.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PersonalNumbersTest {

    private static final long SEED = 20261031;
    private static final String[] WORDS = {
        "आधार ",
        "Aadhaar:",
        "UID",
        "पहचान संख्या ",
        "सं०",
        "आधार सं० ",
        "(",
        "no.",
        "मो० 9876543210 ",
        "2026-10-31 ",
        "का ",
        "12 ",
        "खाता/"
    };

    @Test
    void no_valid_aadhaar_survives_however_it_is_written_and_wherever_it_stands() {
        Random random = new Random(SEED);
        for (int i = 0; i < 20_000; i++) {
            String written = AadhaarNumbers.written(AadhaarNumbers.any(random), random);
            String before = WORDS[random.nextInt(WORDS.length)];
            String after = new String[] {"", ".", ") है", " से पहचान", ", मो० 9123456780"}[random.nextInt(5)];

            assertThat(PersonalNumbers.masked(before + written + after))
                    .as("round %d of seed %d", i, SEED)
                    .doesNotContain(written)
                    .contains("***");
        }
    }

    @Test
    void twelve_digits_that_fail_the_checksum_are_no_aadhaar() {
        Random random = new Random(SEED);
        for (int i = 0; i < 5_000; i++) {
            String valid = AadhaarNumbers.any(random);
            char last = valid.charAt(11);
            String wrong = "ref/" + valid.substring(0, 11) + (char) ('0' + (last - '0' + 1 + random.nextInt(9)) % 10);
            if (!wrong.endsWith(valid)) {
                assertThat(PersonalNumbers.masked(wrong)).isEqualTo(wrong);
            }
        }
    }

    @Test
    void an_aadhaar_right_behind_a_mobile_number_is_found() {
        assertThat(PersonalNumbers.masked("9876543210 2345 6789 0124")).isEqualTo("*** ***");
    }

    @ParameterizedTest
    @CsvSource({
        "call 9876543210 now, call *** now",
        "+91 98765 43210, ***",
        "+91-9876543210, ***",
        "098765-43210, ***",
        "919876543210., ***.",
        "मो० ९८७६५४३२१०, मो० ***",
        "9876543210/9123456780, ***/9123456780"
    })
    void mobile_numbers_are_masked(String text, String masked) {
        assertThat(PersonalNumbers.masked(text)).isEqualTo(masked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "BICCO/2026/5827812",
                "BICCO/2026/9876543210",
                "DDO9876543210",
                "2026-10-31T10:00:00.000001+05:30",
                "2026-10-31 10:00:00",
                "5876543210",
                "98765432101234",
                "1,23,45,67,890",
                "खाता सं० 12345678901",
                "800001",
                "letter no. 862 of 14.06.2021"
            })
    void what_is_no_number_of_a_person_stays_as_it_is(String text) {
        assertThat(PersonalNumbers.masked(text)).isSameAs(text);
    }
}
