package in.sangam.app.simulate;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import in.sangam.kit.Connector;
import in.sangam.kit.JsonPath;
import in.sangam.kit.Source.JmsSource;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.Queue;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;

/** A portal that offers queues of a broker: a message for each row, sent once. One that nobody could read it takes back. */
final class JmsPortal implements SimulatedPortal {

    private static final int ROWS = 3;
    private static final String FAULTY = "faulty";
    private static final long LONGEST_WAIT_MS = 20_000;

    private final Map<String, ServedRows> rows = new LinkedHashMap<>();
    private final Map<String, JmsSource> sources = new LinkedHashMap<>();
    private final Map<String, Integer> sent = new LinkedHashMap<>();
    private final Map<String, String> settings = new LinkedHashMap<>();
    private final Manifest manifest;
    private final SimulatedBroker broker;

    JmsPortal(Manifest manifest, Connector connector) {
        this.manifest = manifest;
        if (!manifest.of("jms").path("url").asText().matches("\\$\\{[^}]*}")) {
            throw new IllegalArgumentException("A simulated portal is a broker of this machine: let one setting be the"
                    + " whole url, e.g. url: ${" + connector.id() + ".url}");
        }
        for (in.sangam.kit.Stream each : connector.streams()) {
            rows.put(each.name(), new ServedRows(each));
            sources.put(each.name(), (JmsSource) each.source());
        }
        broker = new SimulatedBroker(
                sources.values().stream().map(JmsSource::queue).distinct().toList());
        manifest.addresses().forEach(name -> settings.put(name, broker.url()));
        settings.put(manifest.auth().path("username").asText("username"), SimulatedBroker.USER);
        settings.put(manifest.auth().path("password").asText("password"), broker.password());
    }

    @Override
    public Map<String, String> settings() {
        return settings;
    }

    @Override
    public List<String> credentials() {
        return manifest.secrets();
    }

    @Override
    public ServedRows rows(String stream) {
        return Objects.requireNonNull(rows.get(stream), "The connector has no such stream");
    }

    @Override
    public void publish() {
        onEach((stream, session) -> {
            List<ObjectNode> all = rows(stream).from(null);
            for (ObjectNode row : all.subList(sent.getOrDefault(stream, 0), all.size())) {
                session.createProducer().send(queue(stream, session), written(stream, row));
            }
            sent.put(stream, all.size());
        });
    }

    @Override
    public void fault(Fault fault) {
        switch (fault) {
            case HTML -> onEach((stream, session) -> sendFaulty(stream, session, "<!DOCTYPE html><html>down</html>"));
            case TRUNCATED -> onEach((stream, session) -> sendFaulty(stream, session, "{\"cut\": \"off"));
            case NONE -> onEach(JmsPortal.this::takeBack);
            default -> throw new UnsupportedOperationException("A queue has no such fault");
        }
    }

    @Override
    public Fault unreadable() {
        return Fault.HTML;
    }

    @Override
    public List<Long> requests() {
        return List.of();
    }

    @Override
    public int rowsOfAnAnswer() {
        return ROWS;
    }

    @Override
    public void close() {
        broker.close();
    }

    private void sendFaulty(String stream, JMSContext session, String text) {
        session.createProducer().setProperty(FAULTY, true).send(queue(stream, session), text);
    }

    /** The hub may hold the message in its hand: then it comes when the hub gives it back. */
    private void takeBack(String stream, JMSContext session) {
        session.createConsumer(queue(stream, session), FAULTY + " = true").receive(LONGEST_WAIT_MS);
    }

    private void onEach(BiConsumer<String, JMSContext> work) {
        try (ActiveMQConnectionFactory connections =
                        new ActiveMQConnectionFactory(broker.url(), SimulatedBroker.USER, broker.password());
                JMSContext session = connections.createContext()) {
            sources.keySet().forEach(stream -> work.accept(stream, session));
        } catch (JMSRuntimeException e) {
            throw new IllegalStateException("The simulated broker failed", e);
        }
    }

    private Queue queue(String stream, JMSContext session) {
        return session.createQueue(source(stream).queue());
    }

    private JmsSource source(String stream) {
        return Objects.requireNonNull(sources.get(stream), "The connector has no such stream");
    }

    private String written(String stream, ObjectNode row) {
        JmsSource source = source(stream);
        if (source.root() != null) {
            return xml(source.root(), Objects.requireNonNull(source.records(), "XML names its records"), row);
        }
        List<String> path = source.records() == null
                ? List.of()
                : JsonPath.of(source.records()).names();
        if (path.isEmpty()) {
            return row.toString();
        }
        ArrayNode list = JsonNodeFactory.instance.arrayNode().add(row);
        ObjectNode message = JsonNodeFactory.instance.objectNode();
        ObjectNode at = message;
        for (String name : path.subList(0, path.size() - 1)) {
            at = at.withObjectProperty(name);
        }
        at.set(path.get(path.size() - 1), list);
        return message.toString();
    }

    private static String xml(String root, String element, ObjectNode row) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            xml.writeStartElement(root);
            XmlRow.write(xml, element, row);
            xml.writeEndDocument();
            xml.close();
            return text.toString();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("An example cannot be written as XML", e);
        }
    }
}
