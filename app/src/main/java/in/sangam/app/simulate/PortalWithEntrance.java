package in.sangam.app.simulate;

import in.sangam.kit.Connector;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A portal that gives its streams one way and takes deliveries at an HTTP entrance. Its faults are those of the streams. */
record PortalWithEntrance(SimulatedPortal streams, EntrancePortal entrance) implements SimulatedPortal {

    @Override
    public Map<String, String> settings() {
        Map<String, String> both = new HashMap<>(entrance.settings());
        both.putAll(streams.settings());
        return both;
    }

    @Override
    public List<String> credentials() {
        return streams.credentials();
    }

    @Override
    public String wrong(String credential) {
        return streams.wrong(credential);
    }

    @Override
    public Connector reaching(Connector connector) {
        return streams.reaching(connector);
    }

    @Override
    public String notShown() {
        return streams.notShown();
    }

    @Override
    public DeliveryDesk desk() {
        return entrance.desk();
    }

    @Override
    public ServedRows rows(String stream) {
        return streams.rows(stream);
    }

    @Override
    public void publish() {
        streams.publish();
    }

    @Override
    public void fault(Fault fault) {
        streams.fault(fault);
    }

    @Override
    public Fault unreadable() {
        return streams.unreadable();
    }

    @Override
    public List<Long> requests() {
        return streams.requests();
    }

    @Override
    public int rowsOfAnAnswer() {
        return streams.rowsOfAnAnswer();
    }

    @Override
    public void close() {
        entrance.close();
        streams.close();
    }
}
