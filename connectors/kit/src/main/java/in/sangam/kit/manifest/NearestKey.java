package in.sangam.kit.manifest;

import java.util.Collection;
import java.util.Comparator;
import java.util.TreeSet;

/** The key that somebody most likely meant. */
final class NearestKey {

    private NearestKey() {}

    /** Returns a remedy that names the nearest known key, or all of them when none is near. */
    static String remedy(String wrong, Collection<String> known) {
        return known.stream()
                .min(Comparator.comparingInt((String each) -> distance(wrong, each))
                        .thenComparing(each -> each))
                .filter(each -> distance(wrong, each) <= Math.max(2, wrong.length() / 3))
                .map(each -> "Did you mean '" + each + "'?")
                .orElse("Known here: " + String.join(", ", new TreeSet<>(known)));
    }

    /** Levenshtein's distance, without regard to case. */
    private static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                boolean same = Character.toLowerCase(one.charAt(i - 1)) == Character.toLowerCase(other.charAt(j - 1));
                int best = Math.min(Math.min(row[j], row[j - 1]) + 1, diagonal + (same ? 0 : 1));
                diagonal = row[j];
                row[j] = best;
            }
        }
        return row[other.length()];
    }
}
