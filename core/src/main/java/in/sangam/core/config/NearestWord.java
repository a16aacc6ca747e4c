package in.sangam.core.config;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Finds the word that somebody probably meant. */
public final class NearestWord {

    private NearestWord() {}

    /** Returns the nearest of the words, empty when none is near: at most a third of the letters wrong, or one. */
    public static Optional<String> to(String written, Collection<String> words) {
        String lower = written.toLowerCase(Locale.ROOT);
        String nearest = null;
        int least = Math.max(1, lower.length() / 3) + 1;
        for (String word : words) {
            int wrong = distance(lower, word.toLowerCase(Locale.ROOT));
            if (wrong < least) {
                least = wrong;
                nearest = word;
            }
        }
        return Optional.ofNullable(nearest);
    }

    /** Says what to write instead: the nearest word, or all there are. */
    public static String remedy(String written, Collection<String> words) {
        return to(written, words)
                .map(word -> "Did you mean '" + word + "'?")
                .orElseGet(() ->
                        "Known: " + String.join(", ", words.stream().sorted().toList()));
    }

    /** Letters inserted, deleted, replaced or swapped with their neighbour (optimal string alignment). */
    private static int distance(String a, String b) {
        int[][] steps = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                steps[i][j] = i == 0 || j == 0 ? i + j : step(a, b, i, j, steps);
            }
        }
        return steps[a.length()][b.length()];
    }

    private static int step(String a, String b, int i, int j, int[][] steps) {
        int same = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        int best = Math.min(steps[i - 1][j - 1] + same, 1 + Math.min(steps[i - 1][j], steps[i][j - 1]));
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(best, steps[i - 2][j - 2] + 1) : best;
    }
}
