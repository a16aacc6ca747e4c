package in.sangam.core.record;

import com.fasterxml.jackson.databind.JsonNode;
import in.sangam.core.AsOfClock;
import in.sangam.core.page.Rejection;
import in.sangam.core.page.Rejection.Reason;
import in.sangam.core.place.PlaceNames;
import in.sangam.core.rule.TimeLimits;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * Makes a canonical record of a draft, the canonical JSON that a mapping made of one portal row: checks each field by its
 * kind, resolves the place, puts the statutory due date (Content Enricher). Safe for many threads.
 */
public final class RecordAssembler {

    private final PlaceOfRecord places;
    private final TimeLimits limits;
    private final AsOfClock clock;

    /** Takes the resolver of places and the time limits, and runs with the wall clock. */
    public RecordAssembler(PlaceNames names, TimeLimits limits) {
        this(names, limits, PlaceAnswers.NONE);
    }

    /** Takes what persons have answered about places as well. */
    public RecordAssembler(PlaceNames names, TimeLimits limits, PlaceAnswers answers) {
        this(names, limits, answers, AsOfClock.running());
    }

    /** Takes the clock that says which readings lie in the future as well. */
    public RecordAssembler(PlaceNames names, TimeLimits limits, PlaceAnswers answers, AsOfClock clock) {
        this.places = new PlaceOfRecord(names, answers);
        this.limits = limits;
        this.clock = clock;
    }

    /**
     * Assembles one record; never throws for what is in the draft.
     *
     * @param row position in the page, from 0
     * @param draft the canonical JSON that a mapping made of the row
     * @param maskedRow the row as it left the edge, for quarantine
     */
    public Assembled assemble(String portal, String stream, int row, JsonNode draft, JsonNode maskedRow) {
        String sourceId = Draft.text(draft.get("sourceId"));
        try {
            if (sourceId == null) {
                throw new Refusal("sourceId", Reason.MISSING_KEY, "The record has no key; ask the portal's owner");
            }
            return new Assembled.Valid(record(new RecordKey(portal, stream, sourceId), new Draft(draft)));
        } catch (Refusal refusal) {
            return new Assembled.Invalid(new Rejection(
                    row,
                    sourceId,
                    refusal.field(),
                    refusal.reason(),
                    refusal.message(),
                    refusal.candidates(),
                    maskedRow,
                    refusal.unknown()));
        }
    }

    private CanonicalRecord record(RecordKey key, Draft draft) throws Refusal {
        Kind kind = draft.kind();
        String type = draft.needed("type");
        Version version = draft.version();
        SortedMap<String, String> attributes = draft.attributes();
        if (draft.isDeleted()) {
            attributes.put(CanonicalRecord.DELETED, "true");
            return new CanonicalRecord(key, version, kind, type, null, draft.fields(kind), attributes);
        }
        String place = places.resolve(draft.member("place"), draft.day(), attributes);
        SortedMap<String, String> fields = draft.fields(kind);
        FieldRules.check(kind, fields);
        if (kind == Kind.READING) {
            refuseTheFuture(fields.get("day"));
        }
        limits.due(type, place, fields).ifPresent(due -> due.put(fields, attributes));
        return new CanonicalRecord(key, version, kind, type, place, fields, attributes);
    }

    private void refuseTheFuture(@Nullable String day) throws Refusal {
        if (day != null && CanonicalRecord.dayOf(day).isAfter(clock.today())) {
            throw new Refusal(
                    "day", Reason.INVALID_VALUE, "A reading must not lie in the future; ask the portal's owner");
        }
    }
}
