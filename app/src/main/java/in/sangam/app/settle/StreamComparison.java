package in.sangam.app.settle;

import in.sangam.core.record.Version;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Compares the ledger with the store, record by record: every key, and that the store has the newest version. */
final class StreamComparison {

    private static final int EXAMPLES = 5;

    private final Ledger ledger;
    private final HubRecords hub;

    StreamComparison(Ledger ledger, HubRecords hub) {
        this.ledger = ledger;
        this.hub = hub;
    }

    List<StreamLine> lines() {
        SortedMap<StreamName, Map<String, Long>> expected = new TreeMap<>();
        ledger.records(each -> expected.computeIfAbsent(each.stream(), stream -> new HashMap<>())
                .put(each.sourceId(), Version.of(each.version()).order()));
        Map<StreamName, HubRecords.Account> accounts = hub.accounts();
        Set<StreamName> streams = new TreeSet<>(expected.keySet());
        streams.addAll(hub.streams());
        List<StreamLine> lines = new ArrayList<>();
        for (StreamName stream : streams) {
            lines.add(line(
                    stream,
                    expected.getOrDefault(stream, new HashMap<>()),
                    accounts.getOrDefault(stream, HubRecords.Account.NOTHING)));
        }
        return lines;
    }

    private StreamLine line(StreamName stream, Map<String, Long> expected, HubRecords.Account account) {
        long source = expected.size();
        Tally tally = new Tally(stream);
        hub.each(stream, (key, version) -> {
            Long wanted = expected.remove(key);
            if (wanted == null) {
                tally.extra(key);
            } else if (version < wanted) {
                // Left among the expected: it counts as missing unless its newer version waits in quarantine.
                expected.put(key, wanted);
            }
        });
        Set<String> quarantined = hub.quarantined(stream);
        expected.keySet().stream().filter(key -> !quarantined.contains(key)).forEach(tally::missing);
        return new StreamLine(
                stream.portal(),
                stream.stream(),
                source,
                account.received(),
                account.stored(),
                account.unchanged(),
                account.superseded(),
                account.quarantined(),
                tally.missing,
                tally.extra,
                tally.examples);
    }

    private static final class Tally {

        private final StreamName stream;
        private final List<String> examples = new ArrayList<>();
        private long missing;
        private long extra;

        Tally(StreamName stream) {
            this.stream = stream;
        }

        void missing(String key) {
            missing++;
            example("missing", key);
        }

        void extra(String key) {
            extra++;
            example("extra", key);
        }

        private void example(String what, String key) {
            if (examples.size() < EXAMPLES) {
                examples.add(what + " " + stream + " " + key);
            }
        }
    }
}
