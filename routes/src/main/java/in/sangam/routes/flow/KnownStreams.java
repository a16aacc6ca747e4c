package in.sangam.routes.flow;

import in.sangam.core.page.PageHead;
import in.sangam.kit.Connector;
import in.sangam.kit.Stream;
import in.sangam.routes.error.Undeliverable;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The streams of all connectors, by portal and name. */
final class KnownStreams {

    private final Map<String, Stream> streams;

    KnownStreams(List<Connector> connectors) {
        this.streams = connectors.stream()
                .flatMap(each -> each.streams().stream())
                .collect(Collectors.toUnmodifiableMap(Stream::id, Function.identity()));
    }

    Stream of(PageHead head) {
        Stream stream = streams.get(head.portal() + "." + head.stream());
        if (stream == null) {
            throw new Undeliverable(
                    "UNKNOWN_STREAM",
                    "A page of " + head.portal() + "." + head.stream()
                            + " waits for a connector that is no longer there; restore its folder and replay",
                    null);
        }
        return stream;
    }
}
