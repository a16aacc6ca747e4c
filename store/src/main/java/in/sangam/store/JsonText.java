package in.sangam.store;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Small JSON texts, written piece by piece: a generator for each would cost more than what a record has to say. */
final class JsonText {

    private static final JsonStringEncoder QUOTING = JsonStringEncoder.getInstance();

    private final StringBuilder text = new StringBuilder(256);

    /** Returns an object of texts, in the order of the map. */
    static String object(Map<String, String> members) {
        JsonText json = new JsonText().raw('{');
        members.forEach(json::member);
        return json.raw('}').toString();
    }

    JsonText raw(char punctuation) {
        text.append(punctuation);
        return this;
    }

    /** Adds a member whose value is a text. */
    JsonText member(String name, String value) {
        name(name);
        quoted(value);
        return this;
    }

    /** Adds a member whose value is a number. */
    JsonText member(String name, long value) {
        name(name);
        text.append(value);
        return this;
    }

    /** Adds a member whose value is a number without an exponent, which some receivers cannot read, or null. */
    JsonText member(String name, @Nullable BigDecimal value) {
        name(name);
        text.append(value == null ? "null" : ContributionCodec.plain(value));
        return this;
    }

    private void name(String name) {
        char before = text.charAt(text.length() - 1);
        if (before != '{') {
            text.append(',');
        }
        quoted(name);
        text.append(':');
    }

    private void quoted(String value) {
        text.append('"');
        if (isPlain(value)) {
            text.append(value);
        } else {
            QUOTING.quoteAsString(value, text);
        }
        text.append('"');
    }

    /** Nearly all values are: they go in whole, where the encoder would take them letter by letter. */
    private static boolean isPlain(String value) {
        for (int i = 0; i < value.length(); i++) {
            char letter = value.charAt(i);
            if (letter < ' ' || letter == '"' || letter == '\\') {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
