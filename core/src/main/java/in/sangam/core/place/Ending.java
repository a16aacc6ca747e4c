package in.sangam.core.place;

import java.util.List;
import java.util.regex.Pattern;

/** Endings of names that are spelt in several ways, in Latin letters. */
final class Ending {

    private record Usual(Pattern written, String instead) {}

    private static final List<Usual> ENDINGS = List.of(
            new Usual(Pattern.compile("pore$"), "pur"),
            new Usual(Pattern.compile("g[au]n(?:je?|ge)$"), "ganj"),
            new Usual(Pattern.compile("g[au](?:rh|dh)$"), "garh"),
            new Usual(Pattern.compile("nuggur$"), "nagar"),
            new Usual(Pattern.compile("a+[nN]?[vw]$"), "ao"), // गाँव, गाव, gaw
            new Usual(Pattern.compile("a+w?[ou]n$"), "aoN"), // gaon, gaun, gawon
            new Usual(Pattern.compile("iy?an$"), "iaN")); // Bihiyan, बिहियाँ

    private Ending() {}

    /** Returns the word with its ending in the one spelling that the others are compared in. */
    static String usual(String latin) {
        for (Usual ending : ENDINGS) {
            var found = ending.written().matcher(latin);
            if (found.find()) {
                return found.replaceFirst(ending.instead());
            }
        }
        return latin;
    }
}
