package in.sangam.core.record;

import com.fasterxml.jackson.databind.JsonNode;
import in.sangam.core.place.PlaceNames;
import in.sangam.core.rule.TimeLimits;

/** Makes a canonical record of a draft: checks each field by its kind, resolves the place, puts the due date. Safe for many threads. */
public final class RecordAssembler {

    /** Takes the resolver of places and the time limits. */
    public RecordAssembler(PlaceNames names, TimeLimits limits) {}

    /**
     * Assembles one record; never throws for what is in the draft.
     *
     * @param row position in the page, from 0
     * @param draft the canonical JSON that a mapping made of the row
     * @param maskedRow the row as it left the edge, for quarantine
     */
    public Assembled assemble(String portal, String stream, int row, JsonNode draft, JsonNode maskedRow) {
        throw new UnsupportedOperationException("Being written: " + portal + stream + row + draft + maskedRow);
    }
}
