package in.sangam.core.place;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * What is left of a name when spellings of the same sound fall together: one letter a sound, without the a's inside,
 * which neither script writes reliably. A match key, never shown.
 */
final class Skeleton {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern SCHOLARLY = Pattern.compile("[\\u0304\\u0323\\u0307]|s\\u0301");
    private static final Pattern SILENT_A = Pattern.compile("(?<=[b-df-hj-np-tv-z]\\p{M}{0,2})a$");
    private static final Pattern BARE_C = Pattern.compile("c(?!h)");

    /** Words such as nagar come again and again. */
    private static final Map<String, String> REMEMBERED = new ConcurrentHashMap<>();

    private static final int MOST_REMEMBERED = 50_000;

    private Skeleton() {}

    /** Takes one word in Latin or Devanagari letters; returns it in plain Latin letters, as spoken. */
    static String latin(String word) {
        if (Devanagari.isWritten(word)) {
            return Devanagari.spoken(word);
        }
        String letters = Normalizer.normalize(word, Normalizer.Form.NFD).toLowerCase(Locale.ROOT);
        if (SCHOLARLY.matcher(letters).find()) { // ISO 15919 writes every a of the script, and ch as c
            letters = BARE_C.matcher(SILENT_A.matcher(letters).replaceAll("")).replaceAll("ch");
        }
        return Ending.usual(MARKS.matcher(letters).replaceAll(""));
    }

    /** Takes one or more words, joined, as {@link #latin} gives them. */
    static String of(String latin) {
        String known = REMEMBERED.get(latin);
        if (known == null) {
            known = sounds(latin);
            if (REMEMBERED.size() >= MOST_REMEMBERED) {
                REMEMBERED.clear();
            }
            REMEMBERED.put(latin, known);
        }
        return known;
    }

    private static String sounds(String latin) {
        String sounds = latin;
        for (Step step : STEPS) {
            sounds = step.written.matcher(sounds).replaceAll(step.sound);
        }
        return sounds;
    }

    /** One rule of sound; the order matters. */
    private record Step(Pattern written, String sound) {
        static Step of(String written, String sound) {
            return new Step(Pattern.compile(written), sound);
        }
    }

    private static final List<Step> STEPS = List.of(
            Step.of("eo(?![aeiou])", "ev"), // Deo and Dev
            Step.of("aw(?![aeiouy])", "au"),
            Step.of("ow(?![aeiouy])", "o"),
            Step.of("x", "ks"),
            Step.of("ck|q", "k"),
            Step.of("z", "j"),
            Step.of("w", "v"),
            Step.of("p+h", "f"),
            Step.of("s+h", "s"),
            Step.of("(?:ch)*ch+|cch+", "C"),
            Step.of("c(?=[eiy])", "s"),
            Step.of("c", "k"),
            Step.of("C", "c"),
            Step.of("y", "i"),
            Step.of("ee", "i"),
            Step.of("oo", "u"),
            Step.of("ou", "o"),
            Step.of("ei", "e"),
            Step.of("([aiu])\\1+", "$1"), // long vowels
            Step.of("([^aeiou])\\1+", "$1"), // doubled consonants
            Step.of("ai", "e"),
            Step.of("au", "o"),
            Step.of("(?<=.)[ae]h$", "a"),
            Step.of("(?<=[iou])h$", ""),
            Step.of("(?<=.)eh", "h"), // Jehanabad, Jahanabad
            Step.of("(?<=.)a(?=.)(?!N$)", ""),
            Step.of("v", "b"),
            Step.of("n(?=[pbfm])", "m"));
}
