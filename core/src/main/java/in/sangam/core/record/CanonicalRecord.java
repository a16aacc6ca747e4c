package in.sangam.core.record;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One record in the words of the Canonical Data Model, checked and with its place resolved.
 *
 * <p>A field that is absent was not reported; zero is a value. {@code fields} holds only the words of {@code kind};
 * {@code attributes} holds further short codes of the source that no measure must know beforehand.
 *
 * @param type code of the case, activity or reading type in {@code config/}, e.g. the kind of application
 * @param place code of the smallest place known, or null when the record belongs to no place
 */
public record CanonicalRecord(
        RecordKey key,
        Version version,
        Kind kind,
        String type,
        @Nullable String place,
        SortedMap<String, String> fields,
        SortedMap<String, String> attributes) {

    /** Asia/Kolkata: the zone in which every day of the hub begins and ends. */
    public static final ZoneId INDIA = ZoneId.of("Asia/Kolkata");

    /** The attribute that a tombstone carries. */
    static final String DELETED = "deleted";

    public CanonicalRecord {
        fields = new TreeMap<>(fields);
        attributes = new TreeMap<>(attributes);
    }

    /** Returns whether the portal says that it has this record no longer (a tombstone): it counts for nothing. */
    public boolean isDeleted() {
        return attributes.containsKey(DELETED);
    }

    /** Returns the value of a field, or null when it was not reported. */
    public @Nullable String field(String name) {
        return fields.get(name);
    }

    /** Returns the day in Asia/Kolkata of a DAY or MOMENT field, or null when it was not reported. */
    public @Nullable LocalDate day(String name) {
        String value = fields.get(name);
        return value == null ? null : dayOf(value);
    }

    /**
     * Returns the day in Asia/Kolkata of an ISO date or date-time with offset.
     *
     * @throws java.time.DateTimeException when the text is neither
     */
    public static LocalDate dayOf(String moment) {
        return IsoMoment.day(moment);
    }

    /** Returns a copy with some fields set anew. */
    public CanonicalRecord with(Map<String, String> changed) {
        SortedMap<String, String> all = new TreeMap<>(fields);
        all.putAll(changed);
        return new CanonicalRecord(key, version, kind, type, place, all, attributes);
    }
}
