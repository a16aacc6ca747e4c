package in.sangam.app.simulate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import in.sangam.kit.Connector;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/** A SOAP 1.1 portal with UsernameToken, or with signed requests: the texts of the request by element name are all it needs of it. */
final class SoapPortal extends HttpPortal {

    private static final String CERTIFICATE = "certificate";
    private static final String PRIVATE_KEY = "privateKey";
    private static final String ENVELOPE = "http://schemas.xmlsoap.org/soap/envelope/";

    private final @Nullable SigningCertificates signing;

    SoapPortal(Manifest manifest, Connector connector, int port) {
        super(manifest, connector, port);
        signing = manifest.auth().has(CERTIFICATE) ? new SigningCertificates() : null;
        if (signing != null) {
            settings().put(manifest.auth().path(CERTIFICATE).asText(), signing.certificate(true));
            settings().put(manifest.auth().path(PRIVATE_KEY).asText(), signing.privateKey(true));
        }
    }

    @Override
    public List<String> credentials() {
        return signing == null
                ? super.credentials()
                : List.of(
                        manifest.auth().path(CERTIFICATE).asText(),
                        manifest.auth().path(PRIVATE_KEY).asText());
    }

    @Override
    public String wrong(String credential) {
        if (signing == null) {
            return super.wrong(credential);
        }
        return credential.equals(manifest.auth().path(CERTIFICATE).asText())
                ? signing.certificate(false)
                : signing.privateKey(false);
    }

    @Override
    public String notShown() {
        return signing == null
                ? ""
                : "Body and time of each request were signed and verified. A certificate that expires and one that an"
                        + " authority has issued were not shown.";
    }

    @Override
    public void close() {
        super.close();
        if (signing != null) {
            signing.close();
        }
    }

    @Override
    boolean knows(HttpExchange exchange, String body) {
        if (signing != null) {
            return signing.signed(body);
        }
        Map<String, String> texts = texts(body);
        return !manifest.auth().has("username")
                || (secret("username").equals(texts.get("Username"))
                        && secret("password").equals(texts.get("Password")));
    }

    @Override
    Answer refusal() {
        return new Answer(
                500,
                "text/xml; charset=utf-8",
                "<s:Envelope xmlns:s=\"" + ENVELOPE + "\"><s:Body><s:Fault><faultcode"
                        + " xmlns:w=\"http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd\">w:FailedAuthentication</faultcode><faultstring>not"
                        + " known</faultstring></s:Fault></s:Body></s:Envelope>");
    }

    @Override
    Answer answer(HttpExchange exchange, String body) {
        Map<String, String> texts = texts(body);
        for (Map.Entry<String, JsonNode> each : manifest.streams().properties()) {
            JsonNode stream = each.getValue();
            if (texts.containsKey(
                    stream.path("element").asText(stream.path("operation").asText()))) {
                return page(rows(each.getKey()), stream, texts);
            }
        }
        return new Answer(500, "text/plain", "no such operation");
    }

    private Answer page(ServedRows served, JsonNode stream, Map<String, String> texts) {
        List<ObjectNode> all = served.from(value(stream, texts, "{cursor}"));
        String token = value(stream, texts, "{token}");
        int start = token == null || token.isEmpty() ? 0 : Integer.parseInt(token);
        int end = stream.has("next") ? Math.min(all.size(), start + rowsOfAnAnswer()) : all.size();
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
            xml.writeStartElement("s", "Envelope", ENVELOPE);
            xml.writeNamespace("s", ENVELOPE);
            xml.writeStartElement("s", "Body", ENVELOPE);
            xml.writeStartElement(
                    stream.path("response").asText(stream.path("operation").asText() + "Response"));
            xml.writeDefaultNamespace(manifest.of("soap").path("namespace").asText());
            for (ObjectNode row : start >= all.size() ? List.<ObjectNode>of() : all.subList(start, end)) {
                XmlRow.write(xml, stream.path("records").asText(), row);
            }
            if (end < all.size()) {
                xml.writeStartElement(stream.path("next").asText());
                xml.writeCharacters(String.valueOf(end));
                xml.writeEndElement();
            }
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("An example cannot be written as XML", e);
        }
        return new Answer(200, "text/xml; charset=utf-8", text.toString());
    }

    private static @Nullable String value(JsonNode stream, Map<String, String> texts, String placeholder) {
        for (Map.Entry<String, JsonNode> each : stream.path("request").properties()) {
            if (each.getValue().asText().equals(placeholder)) {
                return texts.get(each.getKey());
            }
        }
        return null;
    }

    /** Returns the text of each element by its local name; an element without text is there with none. */
    private static Map<String, String> texts(String body) {
        Map<String, String> texts = new HashMap<>();
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        try {
            XMLStreamReader xml = factory.createXMLStreamReader(new StringReader(body));
            String element = "";
            while (xml.hasNext()) {
                xml.next();
                if (xml.isStartElement()) {
                    element = xml.getLocalName();
                    texts.put(element, "");
                } else if (xml.isCharacters()) {
                    texts.merge(element, xml.getText().strip(), String::concat);
                }
            }
        } catch (XMLStreamException e) {
            // A request that cannot be read has no credential, and is refused.
        }
        return texts;
    }
}
