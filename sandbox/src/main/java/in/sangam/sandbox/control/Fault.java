package in.sangam.sandbox.control;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a portal can be told to do wrong. {@link #word()} is its name in the control API. */
public enum Fault {
    /** Answers a maintenance page in HTML with status 200. */
    HTML_200,
    /** Breaks the JSON answer off in the middle. */
    TRUNCATED_JSON,
    /** Breaks the SOAP answer off in the middle. */
    TRUNCATED_XML,
    /** Refuses the right credential as if it were wrong. */
    WRONG_CREDENTIAL,
    STATUS_500,
    /** Answers 429, with {@code Retry-After} when the switch names seconds. */
    STATUS_429,
    /** Answers 422 with a code, as if the receiver refused the value. */
    STATUS_422,
    /** Serves a page that was served before once more. */
    REPEAT_PAGE,
    /** Adds a row that has no key. */
    MISSING_KEY,
    /** Adds a row of a district that does not exist. */
    UNKNOWN_DISTRICT,
    /** Adds a row with a status that the portal's contract does not know. */
    UNKNOWN_STATUS,
    /** Adds a row with a date in another format. */
    ODD_DATE,
    /** Waits before it answers. */
    SLOW,
    /** Takes the connection and drops it without a word. */
    DOWN,
    /** Does what was asked, then drops the connection before the answer. */
    LOST_ANSWER;

    /** Returns whether the fault adds rows beside the good ones, rather than spoiling an answer. */
    public boolean addsRows() {
        return this == MISSING_KEY || this == UNKNOWN_DISTRICT || this == UNKNOWN_STATUS || this == ODD_DATE;
    }

    /** Returns the fault's name in the control API, such as {@code html-200}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Fault> of(String word) {
        return Arrays.stream(values())
                .filter(fault -> fault.word().equals(word))
                .findFirst();
    }
}
