package in.sangam.core.place;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Pairs two lists of the same places by plain edit distance of their English names, nearest first; knows nothing of sounds. */
final class OneToOne {

    private record Pair(Place one, Place other, double distance) {}

    private OneToOne() {}

    static Map<Place, Place> pairs(List<Place> ones, List<Place> others) {
        List<Pair> all = new ArrayList<>();
        for (Place one : ones) {
            for (Place other : others) {
                all.add(new Pair(one, other, distance(letters(one), letters(other))));
            }
        }
        all.sort(Comparator.comparingDouble(Pair::distance));
        Map<Place, Place> pairs = new LinkedHashMap<>();
        Set<Place> taken = new HashSet<>();
        for (Pair pair : all) {
            if (!pairs.containsKey(pair.one()) && !taken.contains(pair.other())) {
                pairs.put(pair.one(), pair.other());
                taken.add(pair.other());
            }
        }
        return pairs;
    }

    static String letters(Place place) {
        return place.nameEn().toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }

    /** Edits for each letter of the longer name. */
    static double distance(String a, String b) {
        int[] above = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            above[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = above[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, 1 + Math.min(above[j], row[j - 1]));
            }
            above = row;
        }
        return (double) above[b.length()] / Math.max(1, Math.max(a.length(), b.length()));
    }
}
