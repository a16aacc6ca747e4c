package in.sangam.kit.edge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import in.sangam.kit.Source.SoapSource;
import in.sangam.kit.edge.UnreadablePage.Cause;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** An answer in XML: each record element is a row of its child elements. Document types and entities are refused. */
record XmlAnswer(List<JsonNode> rows, @Nullable String next) {

    private static final String NIL_NAMESPACE = "http://www.w3.org/2001/XMLSchema-instance";
    private static final XMLInputFactory INPUT = hardened();

    static XmlAnswer read(byte[] answer, SoapSource source, String hash) throws UnreadablePage {
        Bytes bytes = new Bytes(answer);
        if (bytes.blank()) {
            throw new UnreadablePage(Cause.EMPTY, hash, "The answer is empty");
        }
        if (bytes.html()) {
            throw new UnreadablePage(
                    Cause.HTML, hash, "The answer is a page of HTML where a SOAP response was expected");
        }
        try {
            return read(INPUT.createXMLStreamReader(new ByteArrayInputStream(answer)), source, hash);
        } catch (XMLStreamException e) {
            throw unreadable(e, bytes, hash);
        }
    }

    private static XmlAnswer read(XMLStreamReader xml, SoapSource source, String hash)
            throws XMLStreamException, UnreadablePage {
        List<JsonNode> rows = new ArrayList<>();
        String next = null;
        boolean responded = false;
        while (xml.hasNext()) {
            if (xml.next() != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            String name = xml.getLocalName();
            if (name.equals(source.records())) {
                rows.add(element(xml));
            } else if (name.equals(source.next())) {
                next = xml.getElementText();
            } else if (name.equals(source.response())) {
                responded = true;
            }
        }
        if (!responded) {
            throw new UnreadablePage(Cause.NO_RECORDS, hash, "The answer has no element '" + source.response() + "'");
        }
        return new XmlAnswer(rows, next);
    }

    /** Reads an element: of children alone an object, else its text; repeated children become a list, nil becomes null. */
    private static JsonNode element(XMLStreamReader xml) throws XMLStreamException {
        boolean nil = "true".equals(xml.getAttributeValue(NIL_NAMESPACE, "nil"));
        ObjectNode children = null;
        StringBuilder text = new StringBuilder();
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    children = children == null ? JsonNodeFactory.instance.objectNode() : children;
                    put(children, xml.getLocalName(), element(xml));
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

    private static UnreadablePage unreadable(XMLStreamException e, Bytes bytes, String hash) {
        if (bytes.notUtf8()) {
            return new UnreadablePage(Cause.WRONG_CHARSET, hash, "The answer is not in UTF-8");
        }
        String place = e.getLocation() == null
                ? "place unknown"
                : "line " + e.getLocation().getLineNumber() + ", column "
                        + e.getLocation().getColumnNumber();
        return new UnreadablePage(
                brokeOff(e, bytes) ? Cause.TRUNCATED : Cause.NOT_XML, hash, "The answer is no well-formed XML, " + place);
    }

    /** A whole document ends with a tag; where an answer ends with one by chance, the parser had read all of it. */
    private static boolean brokeOff(XMLStreamException e, Bytes bytes) {
        return bytes.last() != '>'
                || e.getLocation() != null && e.getLocation().getCharacterOffset() >= bytes.characters() - 1;
    }

    private static XMLInputFactory hardened() {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }
}
