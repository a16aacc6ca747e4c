package in.sangam.feeds.pages;

import in.sangam.core.kpi.Kpi;
import in.sangam.core.measure.Subject;
import in.sangam.core.place.Place;
import in.sangam.feeds.ConnectedPortal;
import org.jspecify.annotations.Nullable;

/** What pages call things in the reader's language; the English name where no Hindi one is known. */
public interface Names {

    /** Returns the language of the reader. */
    Language language();

    /** Returns the name of a place; the English one where no Hindi one is known. */
    default String name(Place place) {
        return choose(place.nameEn(), place.nameHi());
    }

    /** Returns the name of a KPI. */
    default String name(Kpi kpi) {
        return choose(kpi.nameEn(), kpi.nameHi());
    }

    /** Returns the title of a portal. */
    default String name(ConnectedPortal portal) {
        return choose(portal.titleEn(), portal.titleHi());
    }

    /** Returns the name of a place, its code when it is not known, a dash without either. */
    default String nameOr(@Nullable Place place, @Nullable String code) {
        return place == null ? or(code) : name(place);
    }

    /** Returns the title of a portal, its code when it is not connected. */
    default String nameOr(@Nullable ConnectedPortal portal, String code) {
        return portal == null ? code : name(portal);
    }

    /** Returns the name of a KPI, its code when it is not declared any more. */
    default String nameOr(@Nullable Kpi kpi, String code) {
        return kpi == null ? code : name(kpi);
    }

    /** Returns a text, or a dash without one. */
    default String or(@Nullable String text) {
        return text == null || text.isEmpty() ? "–" : text;
    }

    private String choose(String english, @Nullable String hindi) {
        return language() == Language.HI && hindi != null && !hindi.isBlank() ? hindi : english;
    }

    /** Returns the name of a place, or the code of a post, department or portal. */
    default String subject(@Nullable Place place, String subject) {
        return place == null ? Subject.code(subject) : name(place);
    }

    /** Returns a name that fits a tile. */
    default String shortName(Place place) {
        return TileName.of(name(place));
    }
}
