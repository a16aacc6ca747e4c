package in.sangam.core.place;

import com.ibm.icu.text.Transliterator;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Names with what they mean, built from the project's own lists of places: names of one list asked of a tree that knows
 * only the other, and every name spelt otherwise by rule.
 */
final class LabelledNames {

    private static final Map<Level, List<String>> AROUND = Map.of(
            Level.DIVISION, List.of("%s Division", "%s Pramandal", "%s प्रमंडल", "प्रमण्डल %s"),
            Level.DISTRICT,
                    List.of("District %s", "%s Dist.", "Zila %s", "%s (Bihar)", "%s, Bihar", "जिला %s", "%s ज़िला"),
            Level.SUBDIVISION,
                    List.of("%s Sub-Division", "%s Subdivision", "%s Anumandal", "%s अनुमंडल", "अनुमण्डल %s"),
            Level.BLOCK, List.of("%s Block", "Block - %s", "%s Prakhand", "प्रखंड %s", "%s प्रखण्ड", "%s (Block)"),
            Level.CIRCLE, List.of("%s Circle", "%s Anchal", "Circle Office %s", "अंचल %s", "%s अंचल", "%s अञ्चल"),
            Level.ULB, List.of("%s Nagar Panchayat", "Nagar Parishad %s", "नगर पंचायत %s", "%s नगर परिषद", "%s N.P."));

    private static final Map<String, Transliterator> SCHEMES = Map.of(
            "Latin, by ISO 15919", Transliterator.getInstance("Devanagari-Latin"),
            "Latin, by ISO without marks", Transliterator.getInstance("Devanagari-Latin; Latin-ASCII"));

    /** The directory has some urban bodies under an old and a new code: a person must say which is meant. */
    private static final BiPredicate<Place, Place> SAME_PLACE_TWICE =
            (one, other) -> OneToOne.letters(one).equals(OneToOne.letters(other))
                    || one.nameHi() != null && one.nameHi().equals(other.nameHi())
                    || OneToOne.distance(OneToOne.letters(one), OneToOne.letters(other)) < 0.15;

    private final Places places;
    private final List<LabelledName> all = new ArrayList<>();

    private LabelledNames(Places places) {
        this.places = places;
    }

    /** What the tree with all its names and aliases should find. */
    static List<LabelledName> spelledByRule(Places places) {
        LabelledNames names = new LabelledNames(places);
        int turn = 0;
        for (Place place : places.all()) {
            boolean few = place.level().compareTo(Level.DISTRICT) <= 0;
            if (place.level() != Level.STATE && (few || turn++ % 4 == 0)) {
                names.variants(place);
            }
        }
        return names.all;
    }

    /** Names in one script for a tree that knows only those in the other, as they are and spelt otherwise. */
    static List<LabelledName> inOtherScript(Places places, boolean devanagari) {
        LabelledNames names = new LabelledNames(places);
        for (Place place : places.all()) {
            String hindi = place.nameHi();
            if (place.level() != Level.STATE && hindi != null) {
                String name = devanagari ? hindi : place.nameEn();
                names.add(devanagari ? "Hindi, unseen" : "English, unseen", name, place);
                SpellingRules rules = devanagari ? SpellingRules.DEVANAGARI : SpellingRules.LATIN;
                rules.of(devanagari ? name : lower(name))
                        .forEach(variant -> names.add(
                                (devanagari ? "Hindi, unseen: " : "English, unseen: ") + variant.kind(),
                                variant.name(),
                                place));
                if (!devanagari) {
                    SCHEMES.forEach((scheme, latin) -> names.add(scheme, latin.transliterate(hindi), place));
                }
            }
        }
        return names.all;
    }

    /** Blocks by the name of the circle beside them and the other way round, paired one to one by plain edit distance. */
    static List<LabelledName> blocksAndCircles(Places places) {
        LabelledNames names = new LabelledNames(places);
        for (Place district : places.ofLevel(Level.DISTRICT)) {
            OneToOne.pairs(
                            places.children(district.code(), Level.BLOCK),
                            places.children(district.code(), Level.CIRCLE))
                    .forEach((block, circle) -> {
                        names.add("block by its circle's name", circle.nameEn(), block);
                        names.add("circle by its block's name", block.nameEn(), circle);
                    });
        }
        return names.all;
    }

    /** Decided spellings, for a tree that does not know them. */
    static List<LabelledName> decided(Places places, Predicate<Level> level) {
        LabelledNames names = new LabelledNames(places);
        for (Place place : places.all()) {
            if (level.test(place.level())) {
                places.names().aliases(place.code()).forEach(alias -> names.add("decided alias, unseen", alias, place));
            }
        }
        return names.all;
    }

    private void variants(Place place) {
        String latin = lower(place.nameEn());
        add("capitals", latin.toUpperCase(Locale.ROOT), place);
        SpellingRules.LATIN.of(latin).forEach(variant -> add("English: " + variant.kind(), variant.name(), place));
        SpellingRules.slips(latin).forEach(slip -> add("slip: " + slip.kind(), slip.name(), place));
        around(place, latin, Objects.requireNonNullElse(place.nameHi(), latin));
        String hindi = place.nameHi();
        if (hindi != null) {
            add("decomposed", Normalizer.normalize(hindi, Normalizer.Form.NFD), place);
            SpellingRules.DEVANAGARI
                    .of(hindi)
                    .forEach(variant -> add("Hindi: " + variant.kind(), variant.name(), place));
        }
        add("code", place.code(), place);
        Map<String, Long> namesakes = new HashMap<>();
        places.ofLevel(place.level()).forEach(each -> namesakes.merge(lower(each.nameEn()), 1L, Long::sum));
        if (namesakes.getOrDefault(latin, 0L) == 1) {
            all.add(new LabelledName("whole state", latin, place.level(), null, place.code()));
        }
    }

    private void around(Place place, String latin, String hindi) {
        for (String pattern : AROUND.getOrDefault(place.level(), List.of())) {
            boolean devanagari = Devanagari.isWritten(pattern);
            add("what kind it is", String.format(pattern, devanagari ? hindi : latin), place);
        }
    }

    /** Not a label: another place there is called just so. */
    private void add(String kind, String name, Place place) {
        String within = place.level() == Level.DIVISION ? null : scope(place);
        boolean another = places.children(within == null ? places.root().code() : within, place.level()).stream()
                .anyMatch(each -> !each.code().equals(place.code())
                        && (plain(each.nameEn()).equals(plain(name))
                                || plain(each.nameHi()).equals(plain(name))
                                || SAME_PLACE_TWICE.test(each, place)));
        if (!another) {
            all.add(new LabelledName(kind, name, place.level(), within, place.code()));
        }
    }

    private String scope(Place place) {
        return places.at(Level.DISTRICT, place.code())
                .filter(district -> !district.equals(place))
                .orElse(places.root())
                .code();
    }

    private static String plain(@Nullable String name) {
        return name == null ? "" : lower(name).replaceAll("[^\\p{L}\\p{M}]", "");
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
