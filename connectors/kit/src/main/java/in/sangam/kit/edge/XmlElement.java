package in.sangam.kit.edge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import in.sangam.kit.edge.UnreadablePage.Cause;
import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** An element of XML as a row, read from a stream that knows neither document types nor entities. */
public final class XmlElement {

    private static final int DEEPEST = 200;
    private static final String NIL_NAMESPACE = "http://www.w3.org/2001/XMLSchema-instance";
    private static final XMLInputFactory INPUT = hardened();

    private XmlElement() {}

    /** Returns a reader that resolves nothing. */
    public static XMLStreamReader reader(InputStream content) throws XMLStreamException {
        return INPUT.createXMLStreamReader(content);
    }

    /** Throws {@link UnreadablePage} when an event of the reader is a document type. */
    public static void refuseDocumentType(int event, String hash) throws UnreadablePage {
        if (event == XMLStreamConstants.DTD) {
            throw new UnreadablePage(
                    Cause.DOCTYPE, hash, "The content declares a document type, which hides entities; it is refused");
        }
    }

    /** Reads the element that the reader stands at the start of, to its end. */
    public static JsonNode read(XMLStreamReader xml, String hash) throws XMLStreamException, UnreadablePage {
        return read(xml, 0, hash);
    }

    /** Reads an element: of children alone an object, else its text; repeated children become a list, nil becomes null. */
    private static JsonNode read(XMLStreamReader xml, int depth, String hash)
            throws XMLStreamException, UnreadablePage {
        if (depth > DEEPEST) {
            throw new UnreadablePage(
                    Cause.TOO_DEEP,
                    hash,
                    "The elements of the answer lie more than " + DEEPEST + " deep in each other");
        }
        boolean nil = "true".equals(xml.getAttributeValue(NIL_NAMESPACE, "nil"));
        ObjectNode children = null;
        StringBuilder text = new StringBuilder();
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    children = children == null ? JsonNodeFactory.instance.objectNode() : children;
                    put(children, xml.getLocalName(), read(xml, depth + 1, hash));
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text.append(xml.getText());
                case XMLStreamConstants.END_ELEMENT -> {
                    return children != null
                            ? children
                            : nil
                                    ? JsonNodeFactory.instance.nullNode()
                                    : JsonNodeFactory.instance.textNode(text.toString());
                }
                default -> {
                    // Comments and processing instructions say nothing.
                }
            }
        }
        throw new XMLStreamException("The document ends within an element");
    }

    private static void put(ObjectNode row, String name, JsonNode value) {
        JsonNode before = row.get(name);
        if (before == null) {
            row.set(name, value);
        } else if (before instanceof ArrayNode list) {
            list.add(value);
        } else {
            row.set(name, JsonNodeFactory.instance.arrayNode().add(before).add(value));
        }
    }

    private static XMLInputFactory hardened() {
        // The JDK's own: what else lies on the class path must not decide how a portal is read.
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }
}
