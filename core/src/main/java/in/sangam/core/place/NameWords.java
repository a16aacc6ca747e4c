package in.sangam.core.place;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Words in the names of places that are not the name itself, by their skeleton, so that any spelling of them is known. */
final class NameWords {

    /** Say what kind of place it is. */
    private static final Set<String> GENERIC = skeletons(
            "office karyalay karyalaya ब्लॉक सर्किल block blk prakhand prakhanda anchal anchala circle district dist distt zila jila janpad subdivision subdiv "
                    + "anumandal division pramandal state rajya tehsil tahsil taluk municipality nagarpalika nagarnigam "
                    + "nagarparishad nagarpanchayat");

    /** Say so only after the first word given: nagar alone may be part of the name. */
    private static final Map<String, Set<String>> PAIRS = Map.of(
            Skeleton.of("nagar"), skeletons("parishad panchayat nigam palika"),
            Skeleton.of("municipal"), skeletons("corporation council board"),
            Skeleton.of("sub"), skeletons("division"),
            Skeleton.of("notified"), skeletons("area"));

    /** Tell two places of one name apart: a direction, town or country. */
    private static final Map<String, String> MARKS = new HashMap<>();

    private static final Map<String, String> SHORT = Map.ofEntries(
            Map.entry("e", "east"),
            Map.entry("w", "west"),
            Map.entry("n", "north"),
            Map.entry("s", "south"),
            Map.entry("पू", "east"),
            Map.entry("प", "west"),
            Map.entry("उ", "north"),
            Map.entry("द", "south"));

    /** Initials of a kind of place that stand as words of their own: N.P., C.D. Block, न.प. */
    private static final Pattern INITIALS = Pattern.compile(
            "(?<![\\p{L}\\p{M}.])(?:n\\.? ?[pn]|m\\.? ?c|c\\.? ?d|न\\.? ?पं?|न\\.? ?नि)\\.?(?![\\p{L}\\p{M}])");

    static {
        mark("east", "ईस्ट east eastern purb purbi purba purab purv purvi purva");
        mark("west", "वेस्ट west western pashchim pashchimi paschim pachhim pachim");
        mark("north", "नॉर्थ north northern uttar uttari uttara");
        mark("south", "साउथ south southern dakshin dakshini dakkhin dakhin");
        mark("country", "rural रूरल gramin dehat");
        mark("town", "city town टाउन urban अर्बन shahri सिटी");
    }

    private static final String SEAT = Skeleton.of("sadar");

    private NameWords() {}

    private static Set<String> skeletons(String words) {
        return Stream.of(words.split(" "))
                .map(word -> Skeleton.of(Skeleton.latin(word)))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static void mark(String mark, String words) {
        skeletons(words).forEach(skeleton -> MARKS.put(skeleton, mark));
    }

    /** Returns lower-case text without initials that only say what kind of place it is. */
    static String withoutInitials(String text) {
        String rest = INITIALS.matcher(text).replaceAll(" ");
        return rest.isBlank() ? text : rest;
    }

    static boolean isGeneric(String skeleton) {
        return GENERIC.contains(skeleton);
    }

    /** Whether two words together say what kind of place it is, as in Nagar Parishad. */
    static boolean areGeneric(String skeleton, String next) {
        return PAIRS.getOrDefault(skeleton, Set.of()).contains(next);
    }

    /** Whether the word means the headquarters of its parent (सदर). */
    static boolean isSeat(String skeleton) {
        return skeleton.equals(SEAT);
    }

    /** Returns what tells places of one name apart, null when the word does not. */
    static @Nullable String mark(String skeleton) {
        String exact = MARKS.get(skeleton);
        if (exact != null || skeleton.length() < 4) {
            return exact;
        }
        List<String> near = MARKS.keySet().stream()
                .filter(known -> known.length() > 3
                        && known.charAt(0) == skeleton.charAt(0)
                        && SoundDistance.between(known, skeleton, 0.5) <= 0.5)
                .toList();
        return near.isEmpty() ? null : MARKS.get(near.get(0));
    }

    /** Returns the direction that an abbreviation stands for, null when it is none. */
    static @Nullable String abbreviated(String letters) {
        return SHORT.get(letters);
    }
}
