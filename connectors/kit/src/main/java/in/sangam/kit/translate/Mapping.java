package in.sangam.kit.translate;

import com.fasterxml.jackson.databind.JsonNode;

/** How a portal's row becomes the {@code place}, {@code fields} and {@code attributes} of a draft: by JSLT or by a table. */
@FunctionalInterface
public interface Mapping {

    /** Maps one row; throws {@link RowRejected} naming the field that cannot be mapped. */
    JsonNode map(JsonNode row);

    /** Returns the tables of codes that the mapping looks up; none unless it says otherwise. */
    default CodeTables codes() {
        return CodeTables.NONE;
    }
}
