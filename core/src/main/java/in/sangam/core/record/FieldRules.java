package in.sangam.core.record;

import in.sangam.core.page.Rejection.Reason;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;

/** What the fields of each kind must hold. Messages never quote a value: it could be personal. */
final class FieldRules {

    private static final int LONGEST = 500;
    private static final Set<String> ENDED = Set.of("disposed", "rejected");
    private static final List<String> STATUSES = List.of("pending", "disposed", "rejected");

    private static final Map<Kind, List<String>> NEEDED = Map.of(
            Kind.CASE, List.of("registered", "status"),
            Kind.ACTIVITY, List.of(),
            Kind.READING, List.of("element"),
            Kind.POSTING, List.of("post", "from"),
            Kind.CONTROL_TOTAL, List.of("day"));

    private FieldRules() {}

    /** Returns the value as it is kept; refuses one that does not read as its type. */
    static String checked(String name, FieldType type, String value) throws Refusal {
        return switch (type) {
            case CODE, TEXT -> text(name, value);
            case DAY -> day(name, value);
            case MOMENT -> moment(name, value);
            case PAUSES -> pauses(name, value);
            case NUMBER -> number(name, value);
            case FLAG -> flag(name, value);
        };
    }

    /** Refuses a record whose fields are incomplete or contradict each other. */
    static void check(Kind kind, SortedMap<String, String> fields) throws Refusal {
        for (String name : NEEDED.getOrDefault(kind, List.of())) {
            if (!fields.containsKey(name)) {
                throw new Refusal(name, Reason.MISSING_FIELD, "The record has no " + name + "; ask the portal's owner");
            }
        }
        if (kind == Kind.CASE) {
            checkCase(fields);
        }
    }

    private static void checkCase(SortedMap<String, String> fields) throws Refusal {
        String status = fields.get("status");
        if (!STATUSES.contains(status)) {
            throw new Refusal(
                    "status", Reason.UNMAPPED_CODE, "Map the portal's status to one of " + STATUSES, STATUSES);
        }
        boolean ended = ENDED.contains(status);
        if (ended && !fields.containsKey("disposed")) {
            throw new Refusal(
                    "disposed", Reason.MISSING_FIELD, "The case has ended but not said when; ask the portal's owner");
        }
        if (!ended && fields.containsKey("disposed")) {
            throw new Refusal(
                    "disposed", Reason.INVALID_VALUE, "The case is pending but has a disposal; ask the portal's owner");
        }
    }

    private static String text(String name, String value) throws Refusal {
        if (value.length() > LONGEST) {
            throw new Refusal(name, Reason.INVALID_VALUE, name + " is longer than " + LONGEST + " characters");
        }
        for (int i = 0; i < value.length(); i++) {
            if (value.charAt(i) < ' ') {
                throw new Refusal(name, Reason.INVALID_VALUE, name + " holds a control character");
            }
        }
        return value;
    }

    private static String day(String name, String value) throws Refusal {
        if (value.length() != 10) {
            throw new Refusal(name, Reason.INVALID_VALUE, name + " must be an ISO date such as 2026-10-31");
        }
        return moment(name, value);
    }

    private static String moment(String name, String value) throws Refusal {
        try {
            LocalDate day = IsoMoment.day(value);
            if (day.getYear() < 1900 || day.getYear() > 2199) {
                throw new Refusal(name, Reason.INVALID_VALUE, name + " lies outside the years 1900 to 2199");
            }
            return value;
        } catch (DateTimeException e) {
            throw new Refusal(
                    name,
                    Reason.INVALID_VALUE,
                    name + " must be an ISO date, or date-time with offset such as 2026-10-31T18:00:00+05:30");
        }
    }

    private static String pauses(String name, String value) throws Refusal {
        try {
            return Pauses.of(value).toString();
        } catch (DateTimeException e) {
            throw new Refusal(
                    name,
                    Reason.INVALID_VALUE,
                    name
                            + " must be days such as 2026-10-05/2026-10-12 2026-11-01/, in order; the last may lack its end");
        }
    }

    private static String number(String name, String value) throws Refusal {
        try {
            BigDecimal number = new BigDecimal(value);
            if (number.precision() <= 38 && Math.abs(number.scale()) <= 18) {
                return number.toPlainString();
            }
        } catch (NumberFormatException e) {
            // said below, as for a number that is too long
        }
        throw new Refusal(name, Reason.INVALID_VALUE, name + " must be a decimal number such as 12.5");
    }

    private static String flag(String name, String value) throws Refusal {
        if (!value.equals("true") && !value.equals("false")) {
            throw new Refusal(name, Reason.INVALID_VALUE, name + " must be true or false");
        }
        return value;
    }
}
