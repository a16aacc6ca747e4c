package in.sangam.feeds.api;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads parameters of any address. What cannot be read becomes a {@link ParameterProblem}. */
public final class Parameters {

    private Parameters() {}

    /** Returns a text without white space around it; refuses a missing or blank one. */
    public static String needed(String parameter, @Nullable String text) {
        return present(parameter, text == null || text.isBlank() ? null : text.strip());
    }

    /** Returns a value; refuses a missing one. */
    public static <T> T present(String parameter, @Nullable T value) {
        if (value == null) {
            throw ParameterProblem.invalid(parameter, parameter + " is missing.", List.of());
        }
        return value;
    }

    /** Returns the day. */
    public static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw ParameterProblem.invalid("day", "'" + text + "' is not a day.", List.of("YYYY-MM-DD"));
        }
    }

    /** Returns a number between bounds, a default when none is asked for. */
    public static int limit(@Nullable Integer asked, int otherwise, int most) {
        if (asked == null) {
            return otherwise;
        }
        if (asked < 1 || asked > most) {
            throw ParameterProblem.invalid("limit", asked + " is out of bounds.", List.of("1 to " + most));
        }
        return asked;
    }

    /** Checks that a value is one of a list, and says which would be nearest. */
    public static String oneOf(String parameter, String value, List<String> valid) {
        if (valid.contains(value)) {
            return value;
        }
        List<String> sorted = valid.stream()
                .sorted(Comparator.comparingInt(word -> Nearest.distance(word, value)))
                .toList();
        throw ParameterProblem.invalid(parameter, "'" + value + "' is not known.", sorted);
    }
}
