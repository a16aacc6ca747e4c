package in.sangam.routes.connect;

import in.sangam.kit.Connector;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/** The connectors as they are in force now, in the order of their names. Ask each time: a folder may change while the hub runs. */
public final class LiveConnectors {

    private final Map<String, Connector> byId = new ConcurrentSkipListMap<>();

    public LiveConnectors(Collection<Connector> connectors) {
        connectors.forEach(this::put);
    }

    /** Returns all of them. */
    public List<Connector> all() {
        return List.copyOf(byId.values());
    }

    /** Returns the connector of a portal. */
    public Optional<Connector> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    void put(Connector connector) {
        byId.put(connector.id(), connector);
    }

    void remove(String id) {
        byId.remove(id);
    }
}
