package in.sangam.routes.connect;

import in.sangam.kit.Connector;
import in.sangam.kit.Stream;
import in.sangam.routes.deliver.Deliveries;
import in.sangam.routes.flow.KnownStreams;
import in.sangam.routes.poll.Polls;
import in.sangam.routes.push.Pushes;
import in.sangam.store.Quarantine;
import in.sangam.store.read.QuarantineReader;
import java.util.List;
import org.apache.camel.CamelContext;
import org.jspecify.annotations.Nullable;

/**
 * Puts a connector in the place of another: stop, remove, add. The cursor is in the database and moves only behind the broker, so
 * that the new routes go on where the old ones ended; pages under way keep the mapping that fetched them.
 */
public final class ConnectorSwap {

    private static final int MOST_RELEASED = 100_000;

    private final LiveConnectors live;
    private final Polls polls;
    private final Pushes pushes;
    private final Deliveries deliveries;
    private final KnownStreams streams;
    private final Quarantine quarantine;
    private final QuarantineReader quarantined;

    public ConnectorSwap(
            LiveConnectors live,
            Polls polls,
            Pushes pushes,
            Deliveries deliveries,
            KnownStreams streams,
            Quarantine quarantine,
            QuarantineReader quarantined) {
        this.live = live;
        this.polls = polls;
        this.pushes = pushes;
        this.deliveries = deliveries;
        this.streams = streams;
        this.quarantine = quarantine;
        this.quarantined = quarantined;
    }

    /** Puts a connector in force, new or in the place of an earlier revision; when it cannot be started, the earlier one runs again. */
    public void put(CamelContext context, Connector connector) throws Exception {
        Connector before = live.find(connector.id()).orElse(null);
        streams.put(connector);
        try {
            replace(context, before, connector);
        } catch (Exception e) {
            if (before != null) {
                streams.put(before);
                replace(context, connector, before);
            }
            throw e;
        }
        live.put(connector);
        connector.streams().forEach(this::releaseWhatIsKnownNow);
    }

    /** Takes a connector out of force; pages of it that are under way are still read. */
    public void remove(CamelContext context, String portal) throws Exception {
        polls.remove(context, portal);
        pushes.remove(context, portal);
        deliveries.remove(context, portal);
        live.remove(portal);
    }

    private void replace(CamelContext context, @Nullable Connector before, Connector after) throws Exception {
        if (before != null) {
            polls.remove(context, before.id());
            pushes.remove(context, before.id());
            deliveries.remove(context, before.id());
        }
        polls.add(context, after);
        pushes.add(context, after);
        deliveries.add(context, after);
    }

    /** A code that was added to a table answers the rows that wait for it, as an answer of a person does. */
    private void releaseWhatIsKnownNow(Stream stream) {
        List<Long> known = quarantined
                .entries(
                        new QuarantineReader.Filter(stream.portal(), stream.name(), "UNMAPPED_CODE", "open"),
                        Long.MAX_VALUE,
                        MOST_RELEASED)
                .stream()
                .filter(entry -> entry.unknownTable() != null
                        && entry.unknownWord() != null
                        && stream.translator().codes().knows(entry.unknownTable(), entry.unknownWord()))
                .map(QuarantineReader.Entry::id)
                .toList();
        if (!known.isEmpty()) {
            quarantine.release(known, "hub", "the connector's table knows the word now");
        }
    }
}
