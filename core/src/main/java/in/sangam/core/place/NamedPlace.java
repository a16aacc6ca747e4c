package in.sangam.core.place;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A place with everything that it may be called. */
final class NamedPlace {

    /** A name of the place. A second name, such as one in brackets, is believed a little less. */
    private record Reading(SpokenName name, boolean second) {}

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");
    private static final Pattern JOINERS = Pattern.compile("[\\u200B-\\u200D\\uFEFF]");
    private static final double SECOND_NAME = 0.93;

    private final Place place;
    private final Set<String> written = new HashSet<>();
    private final Set<String> aliases = new HashSet<>();
    private final List<String> names;
    private final List<SpokenName> borrowed = new ArrayList<>();
    private volatile @Nullable List<Reading> readings; // most places are never asked for by sound

    NamedPlace(Place place, List<String> aliases) {
        this(place, aliases, List.of());
    }

    /** @param bare its names without words that only say what kind of place it is: they are known by their sound */
    NamedPlace(Place place, List<String> aliases, List<String> bare) {
        this.place = place;
        written.add(folded(place.code()));
        names = new ArrayList<>();
        names.add(place.nameEn());
        written.add(folded(place.nameEn()));
        String hindi = place.nameHi();
        if (hindi != null) {
            names.add(hindi);
            written.add(folded(hindi));
        }
        names.addAll(aliases);
        names.addAll(bare);
        aliases.forEach(alias -> this.aliases.add(folded(alias)));
    }

    private List<Reading> readings() {
        List<Reading> known = readings;
        if (known == null) {
            known = new ArrayList<>();
            for (String name : names) {
                NameParts parts = NameParts.of(name);
                for (SpokenName reading : parts.names()) {
                    known.add(new Reading(reading, false));
                }
                for (SpokenName reading : parts.qualifiers()) {
                    known.add(new Reading(reading, true));
                }
            }
            readings = known; // two threads at once come to the same readings
        }
        return known;
    }

    /** Returns the readings of its own names, those in brackets left out. */
    List<SpokenName> ownNames() {
        return readings().stream()
                .filter(reading -> !reading.second())
                .map(Reading::name)
                .toList();
    }

    /** Adds the spellings of a place of another level that bears the same name. */
    void borrow(List<SpokenName> spellings) {
        borrowed.addAll(spellings);
    }

    /** Letters and digits alone, so that case, spaces and points do not matter. */
    static String folded(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return BETWEEN_WORDS
                .matcher(JOINERS.matcher(plain).replaceAll(""))
                .replaceAll(" ")
                .strip();
    }

    Place place() {
        return place;
    }

    Set<String> written() {
        return written;
    }

    Set<String> aliases() {
        return aliases;
    }

    /** Returns how surely a reading means this place, by its own names alone. */
    double ownSimilarity(SpokenName reading) {
        double best = 0;
        for (Reading name : readings()) {
            double similarity = name.name().similarity(reading);
            best = Math.max(best, name.second() ? Math.min(similarity, SECOND_NAME) : similarity);
        }
        return best;
    }

    /** Returns how surely a reading means this place, by its best name. */
    double similarity(SpokenName reading) {
        double best = ownSimilarity(reading);
        if (best < SECOND_NAME) {
            for (SpokenName name : borrowed) {
                best = Math.max(best, Math.min(name.similarity(reading), SECOND_NAME));
            }
        }
        return best;
    }

    /** Whether a reading has only the first words of one of its names. */
    boolean isShortenedBy(SpokenName reading) {
        return readings().stream().anyMatch(name -> reading.shortens(name.name()));
    }

    /** Whether one of its names is the last words of a reading. */
    boolean isEndOf(SpokenName reading) {
        return readings().stream()
                .anyMatch(name -> !name.second() && name.name().ends(reading));
    }

    /** Whether one of its names is the first words of a reading. */
    boolean isExtendedBy(SpokenName reading) {
        return readings().stream()
                .anyMatch(name -> !name.second() && name.name().shortens(reading));
    }
}
