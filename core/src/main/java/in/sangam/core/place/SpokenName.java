package in.sangam.core.place;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * One reading of a written name: its sound, apart from what tells places of one name from each other.
 *
 * @param skeleton sound of all words joined, so that it does not matter where a name is parted
 * @param letters the words joined, in Latin letters as spoken
 * @param whole sound of all words, those that make marks among them; empty when numbers or initials do
 * @param words sounds of the words one by one
 * @param marks directions and the like, and numbers
 * @param seat whether it is called the headquarters (सदर)
 */
record SpokenName(String skeleton, String letters, String whole, List<String> words, Set<String> marks, boolean seat) {

    private static final double JOINED = 0.97;
    private static final double NEVER_SURE = 0.2; // of the length: which of Champaran East and West was meant?
    private static final double SWAPPED = 0.6;
    private static final int LONG_ENOUGH = 6;

    static SpokenName of(List<String> kept, List<String> all, Set<String> marks, boolean seat) {
        String letters = String.join("", kept);
        return new SpokenName(
                Skeleton.of(letters),
                letters,
                Skeleton.of(String.join("", all)),
                kept.stream().map(Skeleton::of).toList(),
                Set.copyOf(marks),
                seat);
    }

    /** What stands in brackets may be a direction of the name before it: Champaran (East). */
    SpokenName with(Set<String> furtherMarks, boolean furtherSeat) {
        Set<String> all = new TreeSet<>(marks);
        all.addAll(furtherMarks);
        String joined = furtherMarks.isEmpty() && !furtherSeat ? whole : "";
        return new SpokenName(skeleton, letters, joined, words, Set.copyOf(all), seat || furtherSeat);
    }

    /** Returns how surely two readings mean one place: 1 for the same sound, 0 for nothing alike. */
    double similarity(SpokenName other) {
        double length = Math.max(3, (skeleton.length() + other.skeleton.length()) / 2.0);
        double cost = SoundDistance.between(skeleton, other.skeleton, length / 2);
        if (cost > SWAPPED && isSwapped(letters, other.letters)) {
            cost = SWAPPED;
        }
        cost += markCost(other, length);
        double similarity = Math.max(0, 1 - cost / length);
        boolean joined = whole.length() >= 5 && whole.equals(other.whole);
        return joined ? Math.max(JOINED, similarity) : similarity;
    }

    private double markCost(SpokenName other, double length) {
        if (marks.equals(other.marks)) {
            return seat == other.seat ? 0 : 0.4;
        }
        boolean seatForMark = (seat && marks.isEmpty()) || (other.seat && other.marks.isEmpty());
        if (seatForMark && seat != other.seat) {
            return 0.4; // Gaya Sadar is Gaya Town
        }
        return marks.isEmpty() || other.marks.isEmpty() ? Math.max(1.2, length * NEVER_SURE) : 5;
    }

    /** Whether one is the other with two letters beside each other changed: a slip of the fingers. */
    private static boolean isSwapped(String one, String other) {
        if (one.length() != other.length() || one.length() < LONG_ENOUGH) {
            return false;
        }
        int at = 0;
        while (at < one.length() && one.charAt(at) == other.charAt(at)) {
            at++;
        }
        return at > 0
                && at + 1 < one.length()
                && one.charAt(at) == other.charAt(at + 1)
                && one.charAt(at + 1) == other.charAt(at)
                && one.regionMatches(at + 2, other, at + 2, one.length() - at - 2);
    }

    /** Whether this has all the first words of a longer name and no more, as Simri of Simri Bakhtiarpur. */
    boolean shortens(SpokenName longer) {
        return words.size() < longer.words.size()
                && letters.length() >= 5
                && marks.equals(longer.marks)
                && longer.words.subList(0, words.size()).equals(words);
    }

    /** Whether this has all the last words of a longer name and no more, as Morwa of Tajpur Morwa. */
    boolean ends(SpokenName longer) {
        int before = longer.words.size() - words.size();
        return before > 0
                && letters.length() >= 4
                && longer.words.subList(before, longer.words.size()).equals(words);
    }

    @Override
    public String toString() {
        return skeleton + marks.stream().sorted().collect(Collectors.joining("+", "[", "]")) + (seat ? "*" : "");
    }
}
