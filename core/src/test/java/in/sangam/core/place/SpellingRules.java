package in.sangam.core.place;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;

/** How the same name comes to be spelt otherwise, as rules of one script; written apart from the resolver, which knows none of them. */
final class SpellingRules {

    /** One rule: every place where it fits is rewritten. */
    record Rule(String kind, Pattern written, String instead) {
        String apply(String name) {
            return written.matcher(name).replaceAll(instead);
        }
    }

    /** A name spelt otherwise, and how. */
    record Variant(String kind, String name) {}

    static final SpellingRules LATIN = new SpellingRules(
            """
            long vowel        | a(?=[bdghjklmnprst]+[aiou])   | aa
            long vowel        | aa                            | a
            long vowel        | i(?=[bcdghjklmnprst])         | ee
            long vowel        | ee                            | i
            long vowel        | u(?=[bcdghjklmnprst])         | oo
            long vowel        | oo                            | u
            long vowel        | au                            | ou
            near vowel        | au                            | o
            near vowel        | ai(?=[bcdghjklmnprst])        | e
            near vowel        | e(?=[dgklmnprst][aiou])       | ai
            i and y           | ia                            | iya
            i and y           | iya                           | ia
            i and y           | ai$                           | ay
            i and y           | ey                            | ei
            sibilant          | sh                            | s
            sibilant          | s(?![h\\s])                   | sh
            v, w and b        | v                             | w
            v, w and b        | w(?!n)                        | v
            v, w and b        | v                             | b
            v, w and b        | \\bb(?!h)                     | v
            aspirate          | ph                            | f
            aspirate          | f                             | ph
            aspirate          | chh                           | ch
            aspirate          | ch(?!h)                       | chh
            z and j           | z                             | j
            z and j           | j(?!h)                        | z
            x, ksh and gy     | x                             | ksh
            x, ksh and gy     | ksh|ks                        | x
            x, ksh and gy     | gy                            | jn
            ending            | pur\\b                        | pore
            ending            | pur\\b                        | poor
            ending            | ganj\\b                       | gunj
            ending            | ganj\\b                       | gunge
            ending            | garh\\b                       | gadh
            ending            | garh\\b                       | gurh
            ending            | bazar\\b                      | bazaar
            ending            | gaon\\b                       | gaun
            ending            | gaon\\b                       | gaw
            ending            | ghat\\b                       | ghaat
            ending            | abad\\b                       | abaad
            double consonant  | ([bcdfgjklmnprt])\\1          | $1
            double consonant  | (?<=[aiu])([dtklmnp])(?=[aiu]) | $1$1
            flap              | (?<=[aeiou])rh                | dh
            flap              | (?<=[aeiou])dh                | rh
            inherent a        | (?<=[aeiou][mnrlkjst])(?=[nbgpkm][aeiou]) | a
            inherent a        | (?<=[aeiou][bcdgjklmnprst])a(?=[bcdgjklmnprst][aeiou]) |
            nasal             | m(?=[pb])                     | n
            nasal             | n(?=[pb])                     | m
            spaces            | (?<=[a-z]{3})(?=(?:pur|ganj|nagar|garh|gaon|ghat|bazar|patti|tola|chak)\\b) | \\
            spaces            | [\\s-](?=\\p{L}{4})             |
            spaces            | \\s                           | -
            """);

    static final SpellingRules DEVANAGARI = new SpellingRules(
            """
            dot               | ड़                            | ड
            dot               | ढ़                            | ढ
            dot               | (?<=.)ड(?!़)                  | ड़
            dot               | (?<=.)ढ(?!़)                  | ढ़
            dot               | ([जफखगक])(?![़्])             | $1़
            nasal             | म्(?=[पबभ])                   | ं
            nasal             | न्(?=[तदधथ])                  | ं
            nasal             | ं(?=[पबभ])                    | म्
            nasal             | ं(?=[तदधथ])                   | न्
            nasal             | ं(?=[गकघ])                    | ङ्
            nasal             | ं(?=[चज])                     | ञ्
            nasal             | ं(?=[टड])                     | ण्
            nasal             | ं                             | ँ
            nasal             | ँ                             | ं
            nasal             | [ंँ]$                         |
            nasal             | (?<=ा)$                       | ँ
            long vowel        | ि                             | ी
            long vowel        | ी                             | ि
            long vowel        | ु                             | ू
            long vowel        | ू                             | ु
            long vowel        | ा(?=[बदगजकलमनपरसत]ा)          |
            near vowel        | ै                             | े
            near vowel        | ौ                             | ो
            near vowel        | य(?=[ाे])                     | इय
            near vowel        | िया                           | िआ
            sibilant          | श                             | स
            sibilant          | स(?!्)                        | श
            sibilant          | ष                             | श
            v and b           | (?<!ां|ाँ)व                   | ब
            v and b           | (?<![म्])ब                    | व
            n                 | ण                             | न
            ksh, gy           | क्ष                           | छ
            ksh, gy           | ज्ञ                           | ग्य
            half letter       | (?<=[क-ह])्(?=[क-ह])          |
            half letter       | (?<=[ािीुूे][रलनमसत])(?=[पगनब]) | ्
            double consonant  | ([क-ह])्\\1                   | $1
            double consonant  | (?<=[ािुअ])([दतलनपटक])(?=ा)   | $1्$1
            joiner            | ्                             | ्\u200D
            joiner            | ्                             | ्\u200C
            joiner            | $                             | \u200B
            spaces            | (?<=..)(?=(?:पुर|गंज|नगर|गढ़|घाट|बाजार)$) | \\
            spaces            | [\\s-]                        |
            """);

    private final List<Rule> rules = new ArrayList<>();

    private SpellingRules(String table) {
        for (String line : table.split("\n")) {
            String[] cells = line.split(" \\| ?", 3);
            String instead = cells[2].strip();
            rules.add(new Rule(
                    cells[0].strip(), Pattern.compile(cells[1].strip()), instead.equals("\\") ? " " : instead));
        }
    }

    /** Returns the name spelt by each rule that fits it, and by some of them two at a time. */
    List<Variant> of(String name) {
        Set<String> seen = new LinkedHashSet<>(Set.of(name));
        List<Variant> variants = new ArrayList<>();
        List<Rule> fitting = new ArrayList<>();
        for (Rule rule : rules) {
            String variant = rule.apply(name);
            if (seen.add(variant)) {
                variants.add(new Variant(rule.kind(), variant));
                fitting.add(rule);
            }
        }
        Random random = new Random(name.hashCode());
        for (int i = 0; i < Math.min(4, fitting.size()); i++) {
            String variant = pick(fitting, random).apply(pick(fitting, random).apply(name));
            if (seen.add(variant)) {
                variants.add(new Variant("two at once", variant));
            }
        }
        return variants;
    }

    private static Rule pick(List<Rule> rules, Random random) {
        return rules.get(random.nextInt(rules.size()));
    }

    /** Returns some slips of the fingers: a letter left out, put twice, changed with its neighbour, or wrong. */
    static List<Variant> slips(String name) {
        Random random = new Random(name.hashCode());
        List<Variant> slips = new ArrayList<>();
        if (name.length() < 6) {
            return slips;
        }
        int at = 1 + random.nextInt(name.length() - 2);
        slips.add(new Variant("letter left out", name.substring(0, at) + name.substring(at + 1)));
        at = 1 + random.nextInt(name.length() - 2);
        slips.add(new Variant("letter twice", name.substring(0, at) + name.charAt(at - 1) + name.substring(at)));
        at = 1 + random.nextInt(name.length() - 3);
        slips.add(new Variant(
                "letters swapped",
                name.substring(0, at) + name.charAt(at + 1) + name.charAt(at) + name.substring(at + 2)));
        at = 1 + random.nextInt(name.length() - 2);
        slips.add(new Variant(
                "letter wrong", name.substring(0, at) + (char) ('a' + random.nextInt(26)) + name.substring(at + 1)));
        return slips;
    }
}
