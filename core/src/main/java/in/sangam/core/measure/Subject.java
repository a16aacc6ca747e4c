package in.sangam.core.measure;

import in.sangam.core.record.CanonicalRecord;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a number is about: a place, a post (whoever holds it), a department or a portal. In measures a place is its code; the
 * others carry their word before it, so that no code of one kind is taken for one of another.
 */
public enum Subject {
    PLACE(""),
    POST("post/"),
    DEPARTMENT("department/"),
    PORTAL("portal/");

    /** The kinds beside places: each carries its word in measures. */
    public static final List<Subject> BESIDE_PLACES = List.of(POST, DEPARTMENT, PORTAL);

    private final String prefix;

    Subject(String prefix) {
        this.prefix = prefix;
    }

    /** Returns the word used in files and addresses, e.g. {@code post}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the kind of subject of a word, empty when there is none. */
    public static Optional<Subject> of(String word) {
        return Arrays.stream(values()).filter(each -> each.word().equals(word)).findFirst();
    }

    /** Returns what a code of this kind is called in measures. */
    public String named(String code) {
        return prefix + code;
    }

    /** Returns the kind of what a measure calls so. */
    public static Subject kindOf(String named) {
        for (Subject kind : BESIDE_PLACES) {
            if (named.startsWith(kind.prefix)) {
                return kind;
            }
        }
        return PLACE;
    }

    /** Returns the code of what a measure calls so. */
    public static String code(String named) {
        return named.substring(kindOf(named).prefix.length());
    }

    /** Returns what a record counts for, null when it names none; a record of no place counts for the root. */
    @Nullable
    String in(CanonicalRecord record, String root) {
        if (this == PLACE) {
            String place = record.place();
            return place == null ? root : place;
        }
        String code = this == PORTAL ? record.key().portal() : record.field(word());
        return code == null ? null : named(code);
    }
}
