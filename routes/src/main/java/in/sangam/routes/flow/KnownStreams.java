package in.sangam.routes.flow;

import in.sangam.core.page.PageHead;
import in.sangam.kit.Connector;
import in.sangam.kit.Stream;
import in.sangam.routes.error.Undeliverable;
import in.sangam.store.Answers;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The streams of all connectors. A page is read by the revision of the connector that fetched it, also when the connector has
 * changed or gone meanwhile: rows of yesterday's shape need yesterday's mapping. What persons have answered holds for all
 * revisions. Safe for many threads.
 */
public final class KnownStreams {

    private final Map<String, Stream> current = new ConcurrentHashMap<>();
    private final Map<String, Stream> revisions = new ConcurrentHashMap<>();
    private final Answers answers;
    private long answered;

    public KnownStreams(Collection<Connector> connectors, Answers answers) {
        this.answers = answers;
        connectors.forEach(this::put);
    }

    /** Takes a connector in, beside earlier revisions of it. */
    public synchronized void put(Connector connector) {
        for (Stream each : connector.streams()) {
            answer(each);
            revisions.put(revision(each.id(), each.connectorHash()), each);
            current.put(each.id(), each);
        }
    }

    /** Takes what persons have answered since into all revisions and returns the number that stands for it. */
    synchronized long answered() {
        if (answers.generation() != answered) {
            answered = answers.generation();
            revisions.values().forEach(this::answer);
        }
        return answered;
    }

    Stream of(PageHead head) {
        String id = head.portal() + "." + head.stream();
        Stream fetchedBy = revisions.get(revision(id, head.connectorHash()));
        Stream stream = fetchedBy != null ? fetchedBy : current.get(id);
        if (stream == null) {
            throw new Undeliverable(
                    "UNKNOWN_STREAM",
                    "A page of " + head.portal() + "." + head.stream()
                            + " waits for a connector that is no longer there; restore its folder and replay",
                    null);
        }
        return stream;
    }

    /** Returns the stream as it is read now, null when there is none. */
    public @Nullable Stream now(String id) {
        return current.get(id);
    }

    private void answer(Stream stream) {
        stream.translator().codes().answer(answers.codes(stream.portal(), stream.name()));
    }

    private static String revision(String id, @Nullable String hash) {
        return id + '/' + hash;
    }
}
