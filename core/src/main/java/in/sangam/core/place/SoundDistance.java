package in.sangam.core.place;

/**
 * How far two skeletons are from each other: 0 for the same sound; letters that spelling confuses count little, a first
 * letter counts more, because it is seldom wrong.
 */
final class SoundDistance {

    /** Pairs of letters that stand for nearly the same sound, with what taking one for the other costs. */
    private static final String[][] NEAR = {
        {"0.1", "Dr"},
        {"0.3", "ub ob"},
        {"0.4", "ei ou dr fp ij"},
        {"0.5", "nm ae ao"},
        {"0.7", "td cj sc gj"},
        {"0.8", "lr kg pb iu eo io eu ai au"}
    };

    private static final double SWAP = 0.8;
    private static final double[][] PAIRS = pairs();

    private SoundDistance() {}

    private static double[][] pairs() {
        double[][] costs = new double[128][128];
        for (double[] row : costs) {
            java.util.Arrays.fill(row, 1.0);
        }
        for (String[] near : NEAR) {
            for (String pair : near[1].split(" ")) {
                costs[pair.charAt(0)][pair.charAt(1)] = Double.parseDouble(near[0]);
                costs[pair.charAt(1)][pair.charAt(0)] = Double.parseDouble(near[0]);
            }
        }
        for (String same : new String[] {"Dd", "Nn", "Nm"}) {
            costs[same.charAt(0)][same.charAt(1)] = 0;
            costs[same.charAt(1)][same.charAt(0)] = 0;
        }
        return costs;
    }

    /** Returns the distance, or something above the limit as soon as it must be. */
    static double between(String a, String b, double limit) {
        if (a.equals(b)) {
            return 0;
        }
        double[][] rows = new double[3][b.length() + 1]; // this letter of a, the one before, and the one before that
        for (int i = 0; i <= a.length(); i++) {
            double[] row = rows[i % 3];
            double least = Double.MAX_VALUE;
            for (int j = 0; j <= b.length(); j++) {
                row[j] = i == 0 && j == 0 ? 0 : step(a, b, i, j, rows);
                least = Math.min(least, row[j]);
            }
            if (least > limit + SWAP) { // a swap looks two letters back
                return least;
            }
        }
        return rows[a.length() % 3][b.length()];
    }

    private static double step(String a, String b, int i, int j, double[][] rows) {
        double best = Double.MAX_VALUE;
        if (i > 0) {
            best = rows[(i - 1) % 3][j] + missing(a, i - 1);
        }
        if (j > 0) {
            best = Math.min(best, rows[i % 3][j - 1] + missing(b, j - 1));
        }
        if (i > 0 && j > 0) {
            double replaced = pair(a.charAt(i - 1), b.charAt(j - 1)) * (i == 1 && j == 1 ? 1.6 : 1);
            best = Math.min(best, rows[(i - 1) % 3][j - 1] + replaced);
        }
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(best, rows[(i - 2) % 3][j - 2] + SWAP) : best;
    }

    private static double pair(char a, char b) {
        if (a == b) {
            return 0;
        }
        return a < 128 && b < 128 ? PAIRS[a][b] : 1;
    }

    private static double missing(String word, int at) {
        if (isInEnding(word, at)) {
            return 0.9; // Barhara and Barharia, Hasanpur and Hasanpura are different places
        }
        if (at > 0 && word.charAt(at) == word.charAt(at - 1)) {
            return 0.25;
        }
        double cost =
                switch (word.charAt(at)) {
                    case 'N' -> 0.15;
                    case 'h' -> 0.35;
                    case 'a', 'e', 'i', 'o', 'u' -> 0.45;
                    case 'n' -> 0.6;
                    default -> 0.9;
                };
        return at == 0 ? cost * 1.6 : cost;
    }

    private static boolean isInEnding(String word, int at) {
        return at >= word.length() - 2 && isVowel(word.charAt(at)) && isVowel(word.charAt(word.length() - 1));
    }

    private static boolean isVowel(char letter) {
        return "aeiou".indexOf(letter) >= 0;
    }
}
