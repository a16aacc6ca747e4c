package in.sangam.core.record;

import com.fasterxml.jackson.databind.JsonNode;
import in.sangam.core.page.Rejection.Reason;
import in.sangam.core.page.UnknownWord;
import in.sangam.core.place.Level;
import in.sangam.core.place.PlaceNames;
import in.sangam.core.place.Resolution;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds the smallest place that a draft names, level by level, each inside the one before. Down to the district a name
 * that cannot be resolved refuses the record; below it the record stays with the district, and says which name was lost.
 */
final class PlaceOfRecord {

    private static final Level[] HOLDERS = {Level.STATE, Level.DIVISION, Level.DISTRICT, Level.SUBDIVISION};

    /** Of each of these rows the first that is found counts; the second is given by operators' files, the smallest first. */
    private static final Level[][] FIRST_OF_EACH = {
        {Level.BLOCK, Level.CIRCLE, Level.ULB}, {Level.LSK, Level.OFFICE, Level.WARD, Level.ZONE, Level.PANCHAYAT}
    };

    private final PlaceNames names;
    private final PlaceAnswers answers;

    PlaceOfRecord(PlaceNames names, PlaceAnswers answers) {
        this.names = names;
        this.answers = answers;
    }

    /**
     * Returns the code, null when the draft has no place at all; may note {@code placeUnresolved} in the attributes.
     *
     * @param day of the record: places that did not exist then are not meant; null for any
     */
    @Nullable
    String resolve(JsonNode place, @Nullable LocalDate day, SortedMap<String, String> attributes) throws Refusal {
        if (place.isMissingNode()) {
            return null;
        }
        refuseUnknownLevels(place);
        String found = null;
        Refusal lost = null;
        for (Level level : HOLDERS) {
            String name = Draft.text(place.get(level.word()));
            if (name == null) {
                continue;
            }
            Resolution resolution = resolved(name, level, found, day);
            if (resolution.code() != null) {
                found = resolution.code();
            } else if (level.compareTo(Level.DISTRICT) <= 0) {
                throw refusal(level, name, found, resolution);
            } else {
                lost = lost(level, name, found, resolution, attributes);
            }
        }
        for (Level[] smaller : FIRST_OF_EACH) {
            for (Level level : smaller) {
                String name = Draft.text(place.get(level.word()));
                if (name == null) {
                    continue;
                }
                Resolution resolution = resolved(name, level, found, day);
                if (resolution.code() != null) {
                    found = resolution.code();
                    break;
                }
                lost = lost(level, name, found, resolution, attributes);
            }
        }
        found = unit(place, found, day, attributes);
        if (found == null) {
            throw lost != null ? lost : new Refusal("place", Reason.UNMAPPED_PLACE, "The record names no place");
        }
        return found;
    }

    /**
     * A unit of a departmental tree, named as {@code police/range}, says the place where no block or smaller place is known. One that
     * does not lie in the place known, or whose name is not sure, is noted and the place stays; the record counts there.
     */
    private @Nullable String unit(
            JsonNode place, @Nullable String found, @Nullable LocalDate day, SortedMap<String, String> attributes)
            throws Refusal {
        for (Map.Entry<String, JsonNode> named : place.properties()) {
            String treeLevel = named.getKey();
            String name = Draft.text(named.getValue());
            if (!isTreeLevel(treeLevel) || name == null || (found != null && names.isSmall(found))) {
                continue;
            }
            Resolution resolution = resolved(name, Level.UNIT, treeLevel, day);
            String unit = resolution.code();
            if (unit != null && (found == null || names.isWithin(unit, found))) {
                return unit;
            }
            if (found == null) {
                throw refusal(Level.UNIT, name, treeLevel, resolution);
            }
            attributes.putIfAbsent("placeUnresolved", treeLevel + ' ' + name);
        }
        return found;
    }

    private static boolean isTreeLevel(String word) {
        return word.indexOf('/') >= 0;
    }

    /** What the directory leaves open, a person may have answered. */
    private Resolution resolved(String name, Level level, @Nullable String within, @Nullable LocalDate day) {
        Resolution found = names.resolve(name, level, within, day);
        String answer = found.code() == null ? answers.place(level, name, within) : null;
        return answer == null ? found : new Resolution(answer, 1, Resolution.Decision.ALIAS, List.of(answer));
    }

    private static Refusal lost(
            Level level,
            String name,
            @Nullable String within,
            Resolution resolution,
            SortedMap<String, String> attributes) {
        attributes.putIfAbsent("placeUnresolved", level.word() + ' ' + name);
        return refusal(level, name, within, resolution);
    }

    private static Refusal refusal(Level level, String name, @Nullable String within, Resolution resolution) {
        return new Refusal(
                level.word(),
                Reason.UNMAPPED_PLACE,
                "No " + level.word() + " has this name for sure; add it to config/places/aliases.csv",
                resolution.candidates(),
                new UnknownWord(level.word(), name.strip(), within));
    }

    private void refuseUnknownLevels(JsonNode place) throws Refusal {
        for (Iterator<String> levels = place.fieldNames(); levels.hasNext(); ) {
            String word = levels.next();
            if (isTreeLevel(word) ? !names.isTreeLevel(word) : Level.of(word).isEmpty()) {
                throw new Refusal(
                        word,
                        Reason.MAPPING_FAILED,
                        "Correct the mapping: '" + word + "' is no level of place"
                                + (isTreeLevel(word) ? "; trees of departments lie in config/places/trees" : ""));
            }
        }
    }
}
