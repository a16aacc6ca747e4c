package in.sangam.kit.translate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import in.sangam.core.page.Rejection.Reason;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The declared tables from a portal's codes to the hub's. A code that a table does not know is a rejection, never null. */
public final class CodeTables {

    private static final int LONGEST_SHOWN = 60;
    private final Map<String, Map<String, TextNode>> tables = new HashMap<>();

    /** Takes the tables: name → portal's code → hub's code. */
    public CodeTables(Map<String, Map<String, String>> declared) {
        declared.forEach((name, codes) -> {
            Map<String, TextNode> table = new HashMap<>();
            codes.forEach((theirs, ours) -> table.put(theirs, TextNode.valueOf(ours)));
            tables.put(name, table);
        });
    }

    /** Returns the names of the tables. */
    public Set<String> names() {
        return tables.keySet();
    }

    JsonNode lookUp(String field, String table, String code) {
        Map<String, TextNode> codes = tables.get(table);
        if (codes == null) {
            throw new RowRejected(
                    Reason.MAPPING_FAILED,
                    field,
                    "The mapping names the table '" + table + "', which the manifest does not declare");
        }
        TextNode ours = codes.get(code);
        if (ours == null) {
            List<String> known = List.copyOf(new TreeSet<>(codes.keySet()));
            throw new RowRejected(
                    Reason.UNMAPPED_CODE,
                    field,
                    "'" + field + "' is '" + shown(code) + "', which the table '" + table
                            + "' does not know; known are " + String.join(", ", known)
                            + ". Add it to the table under codes: in the manifest",
                    known);
        }
        return ours;
    }

    private static String shown(String code) {
        return code.length() <= LONGEST_SHOWN ? code : code.substring(0, LONGEST_SHOWN) + "…";
    }
}
