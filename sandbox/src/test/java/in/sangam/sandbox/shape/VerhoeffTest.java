package in.sangam.sandbox.shape;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VerhoeffTest {

    @Test
    void agrees_with_published_examples() {
        assertThat(Verhoeff.withCheckDigit("236")).isEqualTo("2363");
        assertThat(Verhoeff.withCheckDigit("12345")).isEqualTo("123451");
        assertThat(Verhoeff.isValid("2363")).isTrue();
        assertThat(Verhoeff.isValid("2364")).isFalse();
    }

    @Test
    void sees_every_single_wrong_digit_and_every_swap_of_neighbours() {
        String number = Verhoeff.withCheckDigit("48991129948");
        for (int i = 0; i < number.length(); i++) {
            for (char digit = '0'; digit <= '9'; digit++) {
                String other = number.substring(0, i) + digit + number.substring(i + 1);
                assertThat(Verhoeff.isValid(other)).isEqualTo(other.equals(number));
            }
        }
        for (int i = 0; i + 1 < number.length(); i++) {
            String swapped = number.substring(0, i) + number.charAt(i + 1) + number.charAt(i) + number.substring(i + 2);
            assertThat(Verhoeff.isValid(swapped)).isEqualTo(swapped.equals(number));
        }
    }
}
