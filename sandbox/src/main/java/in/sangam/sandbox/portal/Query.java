package in.sangam.sandbox.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;

/** Reads the query parameters of a request; a parameter that cannot be read is a refusal that names it. */
public record Query(HttpServletRequest request) {

    /** Before anything that a portal holds. PostgreSQL knows no year below -4713. */
    private static final OffsetDateTime EVER = OffsetDateTime.of(1, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);

    public String text(String name, String absent) {
        String value = request.getParameter(name);
        return value == null ? absent : value;
    }

    /** Returns a moment; the beginning of time when the parameter is absent. */
    public OffsetDateTime moment(String name) {
        // A plus sign that the client did not encode arrives as a space.
        String value = text(name, "").replace(' ', '+');
        try {
            return value.isEmpty() ? EVER : IndianTime.moment(value);
        } catch (DateTimeException e) {
            throw invalid(name, value, "a date-time with offset, such as 2026-10-31T18:00:00+05:30");
        }
    }

    public LocalDate day(String name, LocalDate absent) {
        String value = text(name, "");
        try {
            return value.isEmpty() ? absent : LocalDate.parse(value);
        } catch (DateTimeParseException e) {
            throw invalid(name, value, "a date such as 2026-10-31");
        }
    }

    /** Returns a whole number between the bounds. */
    public int number(String name, int absent, int least, int most) {
        String value = text(name, "");
        try {
            int number = value.isEmpty() ? absent : Integer.parseInt(value);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // refused below, like a number out of bounds
        }
        throw invalid(name, value, "a whole number from " + least + " to " + most);
    }

    private static Refusal invalid(String name, String value, String expected) {
        return new Refusal(
                400, "invalid_parameter", "The parameter " + name + " is '" + value + "'; write " + expected);
    }
}
