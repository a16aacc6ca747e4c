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

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

    private final Place place;
    private final Set<String> written = new HashSet<>();
    private final Set<String> aliases = new HashSet<>();
    private final List<String> names;
    private volatile @Nullable List<SpokenName> readings; // most places are never asked for by sound

    NamedPlace(Place place, List<String> aliases) {
        this.place = place;
        written.add(folded(place.code()));
        names = new ArrayList<>(aliases);
        names.add(place.nameEn());
        written.add(folded(place.nameEn()));
        String hindi = place.nameHi();
        if (hindi != null) {
            names.add(hindi);
            written.add(folded(hindi));
        }
        aliases.forEach(alias -> this.aliases.add(folded(alias)));
    }

    private List<SpokenName> readings() {
        List<SpokenName> known = readings;
        if (known == null) {
            known = new ArrayList<>();
            for (String name : names) {
                SpokenName.Parts parts = SpokenName.parts(name);
                known.addAll(parts.names());
                known.addAll(parts.qualifiers());
            }
            readings = known; // two threads at once come to the same readings
        }
        return known;
    }

    /** Letters and digits alone, so that case, spaces and points do not matter. */
    static String folded(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return BETWEEN_WORDS.matcher(plain).replaceAll(" ").strip();
    }

    Place place() {
        return place;
    }

    boolean isWritten(String folded) {
        return written.contains(folded);
    }

    boolean hasAlias(String folded) {
        return aliases.contains(folded);
    }

    /** Returns how surely a reading means this place, by its best name. */
    double similarity(SpokenName reading) {
        double best = 0;
        for (SpokenName name : readings()) {
            best = Math.max(best, name.similarity(reading));
        }
        return best;
    }

    /** Whether a reading has the first words of one of its names, or the other way round. */
    boolean extendsOrShortens(SpokenName reading) {
        return readings().stream().anyMatch(name -> name.extendsOrShortens(reading));
    }
}
