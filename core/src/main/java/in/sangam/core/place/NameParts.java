package in.sangam.core.place;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A written name taken apart.
 *
 * @param names readings of the name itself: more than one when it is written with another name
 * @param qualifiers readings of what stands in brackets or after a comma
 */
record NameParts(List<SpokenName> names, List<SpokenName> qualifiers) {

    private static final Pattern QUALIFIER = Pattern.compile("[(\\[{]([^)\\]}]*)[)\\]}]?|[,;]([^,;(]*)");
    private static final Pattern OTHER_NAME =
            Pattern.compile("/|\\s+alias\\s+|\\s+urf\\s+|[\\s-]+cum[\\s-]+|\\s+उर्फ\\s+");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}]+\\.?|\\p{N}+");
    private static final Pattern ROMAN = Pattern.compile("i{1,3}|iv");
    private static final Pattern HINDI_POINT = Pattern.compile("(?<=[\\u0904-\\u094D])[\\u0966\\u0970]");
    private static final Pattern JOINERS = Pattern.compile("[\\u200B-\\u200D\\uFEFF]");

    static NameParts of(String written) {
        String joined = JOINERS.matcher(Normalizer.normalize(written, Normalizer.Form.NFKC))
                .replaceAll("");
        String text = NameWords.withoutInitials(
                HINDI_POINT.matcher(joined).replaceAll(".").toLowerCase(Locale.ROOT));
        List<SpokenName> qualifiers = new ArrayList<>();
        Set<String> marks = new TreeSet<>();
        boolean seat = false;
        Matcher matcher = QUALIFIER.matcher(text);
        while (matcher.find()) {
            SpokenName inside = reading(matcher.group(1) == null ? matcher.group(2) : matcher.group(1), true);
            marks.addAll(inside.marks());
            seat |= inside.seat();
            if (!inside.skeleton().isEmpty()) {
                qualifiers.add(inside);
            }
        }
        List<SpokenName> names = new ArrayList<>();
        for (String name : OTHER_NAME.split(QUALIFIER.matcher(text).replaceAll(" "))) {
            SpokenName reading = reading(name, false);
            if (!reading.skeleton().isEmpty()) {
                names.add(reading.with(marks, seat));
            }
        }
        return new NameParts(names, qualifiers);
    }

    private static SpokenName reading(String text, boolean qualifier) {
        Set<String> marks = new TreeSet<>();
        List<String> latin = new ArrayList<>();
        List<String> written =
                WORD.matcher(text).results().map(MatchResult::group).toList();
        for (String word : written) {
            String letters = word.replace(".", "");
            boolean abbreviation = word.endsWith(".") || (written.size() > 1 && letters.length() == 1);
            String direction = abbreviation ? NameWords.abbreviated(letters) : null;
            if (direction != null) {
                marks.add(direction);
            } else if (Character.isDigit(word.codePointAt(0))) {
                marks.add(number(word));
            } else if (!latin.isEmpty() && ROMAN.matcher(letters).matches()) {
                marks.add(letters.equals("iv") ? "4" : String.valueOf(letters.length()));
            } else {
                latin.add(Skeleton.latin(letters));
            }
        }
        return reading(withoutGeneric(latin), marks, qualifier);
    }

    /** Digits of any script are one number. */
    private static String number(String digits) {
        return digits.codePoints()
                .map(digit -> Math.max(0, Character.digit(digit, 10)))
                .mapToObj(Integer::toString)
                .collect(Collectors.joining())
                .replaceFirst("^0+(?=.)", "");
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

    private static SpokenName reading(List<String> latin, Set<String> numbers, boolean qualifier) {
        boolean mayMark = qualifier || latin.size() > 1;
        List<String> kept = new ArrayList<>();
        Set<String> marks = new TreeSet<>();
        boolean seat = false;
        for (String word : latin) {
            String skeleton = Skeleton.of(word);
            String mark = mayMark ? NameWords.mark(skeleton) : null;
            if (mark != null) {
                marks.add(mark);
            } else if (mayMark && NameWords.isSeat(skeleton)) {
                seat = true;
            } else {
                kept.add(word);
            }
        }
        if (kept.isEmpty() && !qualifier) { // the mark is all the name there is
            kept.addAll(latin);
            marks.clear();
            seat = false;
        }
        marks.addAll(numbers);
        return SpokenName.of(kept, numbers.isEmpty() ? latin : List.of(), marks, seat);
    }
}
