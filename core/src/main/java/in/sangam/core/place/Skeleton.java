package in.sangam.core.place;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What is left of a name when spellings of the same sound fall together: one letter a sound, without the a's inside,
 * which neither script writes reliably. A match key, never shown.
 */
final class Skeleton {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    private Skeleton() {}

    /** Takes one word in Latin or Devanagari letters; returns it in plain Latin letters, as spoken. */
    static String latin(String word) {
        if (Devanagari.isWritten(word)) {
            return Devanagari.spoken(word);
        }
        String plain = Normalizer.normalize(word, Normalizer.Form.NFD);
        return MARKS.matcher(plain).replaceAll("").toLowerCase(Locale.ROOT);
    }

    /** Takes one or more words, joined, as {@link #latin} gives them. */
    static String of(String latin) {
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
            Step.of("n(?=[pbfm])", "m"),
            Step.of("ai", "e"),
            Step.of("au", "o"),
            Step.of("(?<=.)[ae]h$", "a"),
            Step.of("(?<=[iou])h$", ""),
            Step.of("(?<=.)eh", "h"), // Jehanabad, Jahanabad
            Step.of("(?<=.)a(?=.)", ""),
            Step.of("v", "b"));
}
