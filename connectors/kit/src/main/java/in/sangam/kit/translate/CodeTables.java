package in.sangam.kit.translate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import in.sangam.core.page.Rejection.Reason;
import in.sangam.core.page.UnknownWord;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The tables from a portal's codes to the hub's: as the manifest declares them, and below those what persons have answered
 * since. A code that neither knows is a rejection, never null. Safe for many threads.
 */
public final class CodeTables {

    /** No table at all. */
    static final CodeTables NONE = new CodeTables(Map.of());

    private static final int LONGEST_SHOWN = 60;
    private final Map<String, Map<String, TextNode>> tables;
    private volatile Map<String, Map<String, TextNode>> answered = Map.of();

    /** Takes the tables: name → portal's code → hub's code. */
    public CodeTables(Map<String, Map<String, String>> declared) {
        this.tables = nodes(declared);
    }

    /** Takes everything that persons have answered so far, in the place of what they had before: same shape as the tables. */
    public void answer(Map<String, Map<String, String>> codes) {
        answered = nodes(codes);
    }

    /** Returns the hub's words that a table maps to: what a person may answer with; empty when there is no such table. */
    public SortedSet<String> wordsOf(String table) {
        SortedSet<String> words = new TreeSet<>();
        tables.getOrDefault(table, Map.of()).values().forEach(each -> words.add(each.textValue()));
        return words;
    }

    /** Tells whether a table, as the manifest declares it, knows a portal's code. */
    public boolean knows(String table, String code) {
        return tables.getOrDefault(table, Map.of()).containsKey(code);
    }

    private static Map<String, Map<String, TextNode>> nodes(Map<String, Map<String, String>> texts) {
        Map<String, Map<String, TextNode>> tables = new HashMap<>();
        texts.forEach((name, codes) -> {
            Map<String, TextNode> table = new HashMap<>();
            codes.forEach((theirs, ours) -> table.put(theirs, TextNode.valueOf(ours)));
            tables.put(name, table);
        });
        return tables;
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
            ours = answered.getOrDefault(table, Map.of()).get(code);
        }
        if (ours == null) {
            List<String> known = List.copyOf(new TreeSet<>(codes.keySet()));
            throw new RowRejected(
                    Reason.UNMAPPED_CODE,
                    field,
                    "'" + field + "' is '" + shown(code) + "', which the table '" + table
                            + "' does not know; known are " + String.join(", ", known)
                            + ". Add it to the table under codes: in the manifest",
                    known,
                    new UnknownWord(table, code, null));
        }
        return ours;
    }

    private static String shown(String code) {
        return code.length() <= LONGEST_SHOWN ? code : code.substring(0, LONGEST_SHOWN) + "…";
    }
}
