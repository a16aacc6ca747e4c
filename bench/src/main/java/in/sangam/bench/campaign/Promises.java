package in.sangam.bench.campaign;

import com.fasterxml.jackson.databind.JsonNode;
import in.sangam.bench.HubApi;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The promises of the hub as they can be seen from outside. Each check returns, in words, what is broken. */
final class Promises {

    private static final int EXAMPLES = 3;

    private final StoreView store;
    private final FeedReader feed;

    Promises(StoreView store, FeedReader feed) {
        this.store = store;
        this.feed = feed;
    }

    /**
     * Checks everything of a hub that has come to rest.
     *
     * @param received idempotency keys that the receiving portal holds
     */
    List<String> broken(Truth truth, HubApi hub, Set<String> received)
            throws SQLException, IOException, InterruptedException {
        List<String> broken = new ArrayList<>(records(truth));
        broken.addAll(cells(truth, hub));
        broken.addAll(store.unbalanced());
        broken.addAll(few("change feed", feed.broken(store.changes())));
        broken.addAll(deadLetters(hub));
        broken.addAll(deliveries(received));
        return broken;
    }

    /** Every key of the ledger is there at its newest version, nothing else is, and what is faulty lies in quarantine. */
    List<String> records(Truth truth) throws SQLException, IOException {
        return records(truth, true);
    }

    /** What of the ledger has not come yet. What hubs have delivered since may have given the portals more than it holds. */
    List<String> awaited(Truth truth) throws SQLException, IOException {
        return records(truth, false);
    }

    private List<String> records(Truth truth, boolean exactly) throws SQLException, IOException {
        Map<RecordKey, Long> hub = store.versions();
        List<String> missing = new ArrayList<>();
        List<String> stale = new ArrayList<>();
        truth.versions().forEach((key, newest) -> {
            Long version = hub.remove(key);
            if (version == null) {
                missing.add(key.toString());
            } else if (exactly ? !version.equals(newest) : version < newest) {
                stale.add(key + " at " + version + ", not " + newest);
            }
        });
        Set<RecordKey> faulty = new HashSet<>(truth.faulty());
        if (!faulty.isEmpty()) {
            faulty.removeAll(store.quarantined());
        }
        List<String> broken = new ArrayList<>();
        broken.addAll(few("missing", missing));
        broken.addAll(few("not the newest version", stale));
        if (exactly) {
            broken.addAll(
                    few("extra", hub.keySet().stream().map(RecordKey::toString).toList()));
        }
        broken.addAll(few(
                "faulty and not in quarantine",
                faulty.stream().map(RecordKey::toString).toList()));
        return broken;
    }

    /** Every KPI cell of the ledger is what the hub's API tells; where nobody reported, the ledger has nothing to count. */
    private static List<String> cells(Truth truth, HubApi hub) throws IOException, InterruptedException {
        Map<Cell, Cell.Amounts> told = new HashMap<>();
        for (String period :
                new TreeSet<>(truth.cells().keySet().stream().map(Cell::period).toList())) {
            for (String level : List.of("", "&level=block")) {
                for (JsonNode row :
                        hub.get("/api/v1/kpi-values?period=" + period + level).path("data")) {
                    JsonNode denominator = row.path("denominator");
                    told.put(
                            new Cell(
                                    row.path("kpi").asText(),
                                    row.path("place").asText(),
                                    row.path("period").asText()),
                            Cell.Amounts.of(
                                    row.path("numerator").asText("0"),
                                    denominator.isValueNode() ? denominator.asText("") : ""));
                }
            }
        }
        List<String> wrong = new ArrayList<>();
        truth.cells().forEach((cell, counted) -> {
            Cell.Amounts hubs = told.get(cell);
            if (!counted.agreesWith(hubs)) {
                wrong.add(cell + ": the ledger counts " + counted + ", the hub " + hubs);
            }
        });
        return few("KPI cell wrong", wrong);
    }

    /** Nothing was given up. What waits is on its way: a stream with an overlap always has some. */
    private static List<String> deadLetters(HubApi hub) throws IOException, InterruptedException {
        List<String> broken = new ArrayList<>();
        JsonNode status = hub.status();
        if (status.hasNonNull("brokerProblem")) {
            broken.add(status.path("brokerProblem").asText());
        }
        for (JsonNode queue : status.path("queues")) {
            long dead = queue.path("deadLetters").asLong();
            if (dead > 0) {
                broken.add(dead + " pages of " + queue.path("name").asText() + " are dead letters");
            }
        }
        return broken;
    }

    /** What the receiving portal holds is what the outbox sent: each delivery under its one key, and none unknown. */
    private List<String> deliveries(Set<String> received) throws SQLException, IOException {
        Map<String, Boolean> sent = store.deliveries();
        List<String> unknown =
                received.stream().filter(key -> !sent.containsKey(key)).toList();
        List<String> lost = sent.entrySet().stream()
                .filter(delivery -> delivery.getValue() && !received.contains(delivery.getKey()))
                .map(Map.Entry::getKey)
                .toList();
        List<String> broken = new ArrayList<>(few("delivered under a key that the outbox does not know", unknown));
        broken.addAll(few("acknowledged and not at the portal", lost));
        return broken;
    }

    /** Returns one line for all of a kind, with some examples; none when there are none. */
    static List<String> few(String what, List<String> all) {
        if (all.isEmpty()) {
            return List.of();
        }
        return List.of(what + ": " + all.size() + ", such as "
                + String.join("; ", all.subList(0, Math.min(EXAMPLES, all.size()))));
    }
}
