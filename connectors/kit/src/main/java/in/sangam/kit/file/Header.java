package in.sangam.kit.file;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import in.sangam.kit.edge.UnreadablePage;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The names of the columns, and rows made of them. */
final class Header {

    private final List<String> names;

    private Header(List<String> names) {
        this.names = names;
    }

    static Header of(List<String> cells, String hash) throws UnreadablePage {
        List<String> names = cells.stream().map(String::strip).toList();
        Set<String> seen = new HashSet<>();
        for (String each : names) {
            if (!each.isEmpty() && !seen.add(each)) {
                throw new UnreadablePage(
                        UnreadablePage.Cause.NO_HEADER, hash, "The header names the column '" + each + "' twice");
            }
        }
        if (seen.isEmpty()) {
            throw new UnreadablePage(
                    UnreadablePage.Cause.NO_HEADER, hash, "The line that should name the columns is empty");
        }
        return new Header(names);
    }

    int columns() {
        return names.size();
    }

    String name(int column) {
        return column < names.size() ? names.get(column) : "";
    }

    /** Returns the row of these cells; cells that are too few or too many could belong to any column. */
    ObjectNode row(List<String> cells, long line) {
        ObjectNode row = JsonNodeFactory.instance.objectNode();
        row.put(FileRows.LINE, line);
        if (cells.size() != names.size()) {
            row.put(
                    FileRows.PROBLEM,
                    "The line has " + cells.size() + " cells where the header names " + names.size() + " columns");
            return row;
        }
        for (int i = 0; i < cells.size(); i++) {
            if (!cells.get(i).isEmpty() && !names.get(i).isEmpty()) {
                row.put(names.get(i), cells.get(i));
            }
        }
        return row;
    }
}
