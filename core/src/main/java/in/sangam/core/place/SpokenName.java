package in.sangam.core.place;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One reading of a written name: its sound, apart from what tells places of one name from each other.
 *
 * @param skeleton sound of all words joined, so that it does not matter where a name is parted
 * @param words sounds of the words one by one
 * @param marks directions and the like, and numbers
 * @param seat whether it is called the headquarters (सदर)
 */
record SpokenName(String skeleton, List<String> words, Set<String> marks, boolean seat) {

    private static final Pattern QUALIFIER = Pattern.compile("[(\\[{]([^)\\]}]*)[)\\]}]?|[,;]([^,;(]*)");
    private static final Pattern OTHER_NAME =
            Pattern.compile("/|\\s+alias\\s+|\\s+urf\\s+|[\\s-]+cum[\\s-]+|\\s+उर्फ\\s+");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}]+\\.?|\\p{N}+");
    private static final Pattern ROMAN = Pattern.compile("i{1,3}|iv");
    private static final Pattern HINDI_POINT = Pattern.compile("(?<=[\\u0904-\\u094D])[\\u0966\\u0970]");
    private static final Pattern JOINERS = Pattern.compile("[\\u200B-\\u200D\\uFEFF]");

    /**
     * A written name taken apart.
     *
     * @param names readings of the name itself: more than one when it is written with another name
     * @param qualifiers readings of what stands in brackets or after a comma
     */
    record Parts(List<SpokenName> names, List<SpokenName> qualifiers) {}

    static Parts parts(String written) {
        String text = HINDI_POINT
                .matcher(JOINERS.matcher(Normalizer.normalize(written, Normalizer.Form.NFKC))
                        .replaceAll(""))
                .replaceAll(".")
                .toLowerCase(Locale.ROOT);
        List<SpokenName> qualifiers = new ArrayList<>();
        Matcher matcher = QUALIFIER.matcher(text);
        while (matcher.find()) {
            String inside = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
            add(inside, qualifiers);
        }
        List<SpokenName> names = new ArrayList<>();
        for (String name : OTHER_NAME.split(QUALIFIER.matcher(text).replaceAll(" "))) {
            add(name, names);
        }
        return new Parts(names, qualifiers);
    }

    private static void add(String text, List<SpokenName> readings) {
        SpokenName reading = of(text);
        if (!reading.skeleton.isEmpty() || !reading.marks.isEmpty()) {
            readings.add(reading);
        }
    }

    private static SpokenName of(String text) {
        List<String> written = new ArrayList<>();
        Matcher matcher = WORD.matcher(text);
        while (matcher.find()) {
            written.add(matcher.group());
        }
        Set<String> marks = new TreeSet<>();
        List<String> latin = new ArrayList<>();
        for (String word : written) {
            String letters = word.replace(".", "");
            boolean abbreviation = word.endsWith(".") || written.size() > 1 && letters.length() == 1;
            String direction = abbreviation ? NameWords.abbreviated(letters) : null;
            if (direction != null) {
                marks.add(direction);
            } else if (Character.isDigit(word.charAt(0))) {
                marks.add(String.valueOf(Long.parseLong(word.substring(0, Math.min(9, word.length())))));
            } else if (!latin.isEmpty() && ROMAN.matcher(letters).matches()) {
                marks.add(letters.equals("iv") ? "4" : String.valueOf(letters.length()));
            } else {
                latin.add(Skeleton.latin(letters));
            }
        }
        return reading(withoutGeneric(latin), marks);
    }

    /** Words that say what kind of place it is go, unless nothing would be left. */
    private static List<String> withoutGeneric(List<String> latin) {
        List<String> kept = new ArrayList<>();
        for (int i = 0; i < latin.size(); i++) {
            String skeleton = Skeleton.of(latin.get(i));
            if (i + 1 < latin.size() && NameWords.areGeneric(skeleton, Skeleton.of(latin.get(i + 1)))) {
                i++;
            } else if (!NameWords.isGeneric(skeleton)) {
                kept.add(latin.get(i));
            }
        }
        return kept.isEmpty() ? latin : kept;
    }

    private static SpokenName reading(List<String> latin, Set<String> marks) {
        List<String> kept = new ArrayList<>();
        boolean seat = false;
        for (String word : latin) {
            String skeleton = Skeleton.of(word);
            String mark = latin.size() > 1 ? NameWords.mark(skeleton) : null;
            if (mark != null) {
                marks.add(mark);
            } else if (latin.size() > 1 && NameWords.isSeat(skeleton)) {
                seat = true;
            } else {
                kept.add(word);
            }
        }
        List<String> name = kept.isEmpty() ? latin : kept;
        return new SpokenName(
                Skeleton.of(String.join("", name)),
                name.stream().map(Skeleton::of).toList(),
                Set.copyOf(marks),
                seat && !kept.isEmpty());
    }

    /** Returns how surely two readings mean one place: 1 for the same sound, 0 for nothing alike. */
    double similarity(SpokenName other) {
        double cost = SoundDistance.between(skeleton, other.skeleton);
        if (!marks.equals(other.marks)) {
            cost += marks.isEmpty() || other.marks.isEmpty() ? 1.2 : 5;
        }
        cost += seat == other.seat ? 0 : 0.4;
        int length = Math.max(3, Math.max(skeleton.length(), other.skeleton.length()));
        return Math.max(0, 1 - cost / length);
    }

    /** Whether one begins with all the words of the other and says more, as Simri and Simri Bakhtiarpur. */
    boolean extendsOrShortens(SpokenName other) {
        List<String> shorter = words.size() < other.words.size() ? words : other.words;
        List<String> longer = words.size() < other.words.size() ? other.words : words;
        return shorter.size() < longer.size()
                && String.join("", shorter).length() > 3
                && marks.equals(other.marks)
                && longer.subList(0, shorter.size()).equals(shorter);
    }

    @Override
    public String toString() {
        return skeleton + marks.stream().sorted().collect(Collectors.joining("+", "[", "]")) + (seat ? "*" : "");
    }
}
