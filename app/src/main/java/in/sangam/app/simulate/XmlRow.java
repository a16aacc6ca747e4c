package in.sangam.app.simulate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.StringReader;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;

/** A row in XML, child elements as members, there and back. */
final class XmlRow {

    private XmlRow() {}

    static JsonNode read(String text) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        try {
            XMLStreamReader xml = factory.createXMLStreamReader(new StringReader(text));
            xml.nextTag();
            return element(xml);
        } catch (XMLStreamException e) {
            throw new IllegalArgumentException("An example is no well-formed XML", e);
        }
    }

    private static JsonNode element(XMLStreamReader xml) throws XMLStreamException {
        ObjectNode children = null;
        StringBuilder text = new StringBuilder();
        while (xml.next() != XMLStreamConstants.END_ELEMENT) {
            if (xml.isStartElement()) {
                children = children == null ? JsonNodeFactory.instance.objectNode() : children;
                children.set(xml.getLocalName(), element(xml));
            } else if (xml.isCharacters()) {
                text.append(xml.getText());
            }
        }
        return children != null ? children : JsonNodeFactory.instance.textNode(text.toString());
    }

    static void write(XMLStreamWriter xml, String name, JsonNode node) throws XMLStreamException {
        if (node.isNull()) {
            return;
        }
        xml.writeStartElement(name);
        if (node.isObject()) {
            for (Map.Entry<String, JsonNode> each : node.properties()) {
                write(xml, each.getKey(), each.getValue());
            }
        } else {
            xml.writeCharacters(node.asText());
        }
        xml.writeEndElement();
    }
}
