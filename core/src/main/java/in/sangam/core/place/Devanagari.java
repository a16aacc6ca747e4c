package in.sangam.core.place;

import java.util.Map;

/**
 * Writes a Devanagari word in Latin letters as it is spoken, for matching only. Two signs that spelling leaves open stay
 * open: {@code D} is ड or ढ without its dot, which may be d or r, and {@code N} a nasal that Latin spelling often drops.
 */
final class Devanagari {

    private static final char VIRAMA = '\u094D';
    private static final char NUKTA = '\u093C';
    private static final char ANUSVARA = '\u0902';
    private static final char CHANDRABINDU = '\u0901';

    private static final Map<Character, String> CONSONANTS = Map.ofEntries(
            Map.entry('क', "k"),
            Map.entry('ख', "kh"),
            Map.entry('ग', "g"),
            Map.entry('घ', "gh"),
            Map.entry('ङ', "n"),
            Map.entry('च', "ch"),
            Map.entry('छ', "chh"),
            Map.entry('ज', "j"),
            Map.entry('झ', "jh"),
            Map.entry('ञ', "n"),
            Map.entry('ट', "t"),
            Map.entry('ठ', "th"),
            Map.entry('ड', "d"),
            Map.entry('ढ', "dh"),
            Map.entry('ण', "n"),
            Map.entry('त', "t"),
            Map.entry('थ', "th"),
            Map.entry('द', "d"),
            Map.entry('ध', "dh"),
            Map.entry('न', "n"),
            Map.entry('प', "p"),
            Map.entry('फ', "ph"),
            Map.entry('ब', "b"),
            Map.entry('भ', "bh"),
            Map.entry('म', "m"),
            Map.entry('य', "y"),
            Map.entry('र', "r"),
            Map.entry('ल', "l"),
            Map.entry('ळ', "l"),
            Map.entry('व', "v"),
            Map.entry('श', "sh"),
            Map.entry('ष', "sh"),
            Map.entry('स', "s"),
            Map.entry('ह', "h"));

    private static final Map<Character, String> VOWELS = Map.ofEntries(
            Map.entry('अ', "a"),
            Map.entry('आ', "aa"),
            Map.entry('इ', "i"),
            Map.entry('ई', "i"),
            Map.entry('उ', "u"),
            Map.entry('ऊ', "u"),
            Map.entry('ऋ', "ri"),
            Map.entry('ए', "e"),
            Map.entry('ऐ', "ai"),
            Map.entry('ओ', "o"),
            Map.entry('औ', "au"),
            Map.entry('ऑ', "o"),
            Map.entry('ऍ', "e"),
            Map.entry('ा', "aa"),
            Map.entry('ि', "i"),
            Map.entry('ी', "i"),
            Map.entry('ु', "u"),
            Map.entry('ू', "u"),
            Map.entry('ृ', "ri"),
            Map.entry('े', "e"),
            Map.entry('ै', "ai"),
            Map.entry('ो', "o"),
            Map.entry('ौ', "au"),
            Map.entry('ॉ', "o"),
            Map.entry('ॅ', "e"));

    private Devanagari() {}

    static boolean isWritten(String word) {
        return word.codePoints().anyMatch(c -> c >= 0x0900 && c <= 0x097F);
    }

    /** Takes a word in which the dotted letters are written as letter and dot (NFKC does that). */
    static String spoken(String word) {
        StringBuilder latin = new StringBuilder();
        String known = word.replace("ज्ञ", "ग्य");
        for (int i = 0; i < known.length(); i++) {
            char letter = known.charAt(i);
            String consonant = CONSONANTS.get(letter);
            if (consonant != null) {
                boolean dotted = i + 1 < known.length() && known.charAt(i + 1) == NUKTA;
                latin.append(flapped(letter, consonant, dotted, latin));
                i += dotted ? 1 : 0;
                if (sounds(known, i + 1)) {
                    latin.append('a');
                }
            } else if (letter == ANUSVARA || letter == CHANDRABINDU) {
                latin.append(letter == CHANDRABINDU || i == known.length() - 1 ? 'N' : 'n');
            } else if (letter != VIRAMA && letter != NUKTA) {
                latin.append(VOWELS.getOrDefault(letter, letter < 0x0900 ? String.valueOf(letter) : ""));
            }
        }
        return Ending.usual(latin.toString());
    }

    /** ड and ढ between vowels are flaps, mostly written r, whose dot is often left out. */
    private static String flapped(char letter, String consonant, boolean dotted, StringBuilder before) {
        if (letter != 'ड' && letter != 'ढ') {
            return consonant;
        }
        String breath = letter == 'ढ' ? "h" : "";
        if (dotted) {
            return "r" + breath;
        }
        boolean afterVowel = before.length() > 0 && "aeiou".indexOf(before.charAt(before.length() - 1)) >= 0;
        return afterVowel ? "D" + breath : consonant;
    }

    /** Whether the consonant before this position keeps its inherent vowel: not at the end, and no sign follows. */
    private static boolean sounds(String word, int next) {
        if (next >= word.length()) {
            return false;
        }
        char sign = word.charAt(next);
        boolean vowelSign = sign >= '\u093E' && sign <= '\u094C';
        return sign != VIRAMA && !vowelSign;
    }
}
