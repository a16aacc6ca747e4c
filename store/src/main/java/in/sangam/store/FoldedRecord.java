package in.sangam.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/**
 * All rows of a page with one key: the newest of them, which may be stored, and the others. Of one version with two contents
 * the later row is the newest.
 */
record FoldedRecord(Row newest, List<Row> others) {

    private static final Comparator<Row> AGE =
            Comparator.comparingLong(Row::order).thenComparingInt(Row::position);

    /** Folds rows by key, in the order of their keys: all writers lock rows in this one order, so that none waits in a ring. */
    static List<FoldedRecord> fold(Collection<Row> rows) {
        TreeMap<String, FoldedRecord> byKey = new TreeMap<>();
        for (Row row : rows) {
            byKey.merge(row.sourceId(), new FoldedRecord(row, List.of()), FoldedRecord::and);
        }
        return new ArrayList<>(byKey.values());
    }

    private FoldedRecord and(FoldedRecord single) {
        boolean newer = AGE.compare(newest, single.newest) < 0;
        List<Row> all = new ArrayList<>(others);
        all.add(newer ? newest : single.newest);
        return new FoldedRecord(newer ? single.newest : newest, all);
    }

    /** Returns how many of the others only repeat the newest. */
    int repeats() {
        return (int) others.stream().filter(newest::sameVersionAndContent).count();
    }

    /** Returns the history entries of all rows, oldest first, one JSON object a line. */
    String history(String pageId) {
        List<Row> distinct = new ArrayList<>();
        distinct.add(newest);
        for (Row other : others) {
            if (distinct.stream().noneMatch(other::sameVersionAndContent)) {
                distinct.add(other);
            }
        }
        distinct.sort(AGE);
        JsonText json = new JsonText();
        for (int i = 0; i < distinct.size(); i++) {
            if (i > 0) {
                json.raw('\n');
            }
            distinct.get(i).writeHistoryEntry(json, pageId);
        }
        return json.toString();
    }
}
