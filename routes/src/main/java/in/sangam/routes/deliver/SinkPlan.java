package in.sangam.routes.deliver;

import in.sangam.kit.Connector;
import in.sangam.kit.Sink;
import in.sangam.kit.Transport;
import in.sangam.routes.reach.Credentials;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The sinks of one portal, by the name that the outbox knows them by: {@code portal.sink}. */
record SinkPlan(Connector connector, Transport.Rest transport, Credentials credentials, Map<String, Sink> sinks) {

    static SinkPlan of(Connector connector) {
        Transport.Rest rest = Objects.requireNonNull(connector.entrance(), "A sink without an entrance is no manifest");
        return new SinkPlan(
                connector,
                rest,
                Credentials.of(rest),
                connector.sinks().stream()
                        .collect(Collectors.toUnmodifiableMap(SinkPlan::nameOf, Function.identity())));
    }

    /** Returns the name by which flows and the outbox know a sink. */
    static String nameOf(Sink sink) {
        return sink.portal() + "." + sink.name();
    }

    List<String> names() {
        return sinks.keySet().stream().sorted().toList();
    }

    Sink of(String name) {
        return Objects.requireNonNull(sinks.get(name), name);
    }
}
