package in.sangam.kit;

import java.util.Objects;

/** The words in braces that a request's values may hold. */
final class Placeholders {

    private Placeholders() {}

    /** Fills in a value; a word without a value becomes empty. */
    static String fill(String value, Ask ask, int size) {
        if (value.indexOf('{') < 0) {
            return value;
        }
        return value.replace("{cursor}", Objects.requireNonNullElse(ask.cursor(), ""))
                .replace("{token}", Objects.requireNonNullElse(ask.token(), ""))
                .replace("{today}", ask.today().toString())
                .replace("{offset}", Long.toString(ask.offset()))
                .replace("{size}", Integer.toString(size));
    }
}
