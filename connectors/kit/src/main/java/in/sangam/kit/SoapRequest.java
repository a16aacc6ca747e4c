package in.sangam.kit;

import java.io.StringWriter;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes the payload of a SOAP request from the declared parameters. */
final class SoapRequest {

    private static final XMLOutputFactory OUTPUT = XMLOutputFactory.newFactory();

    private SoapRequest() {}

    static String of(Source.SoapSource source, Ask ask) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = OUTPUT.createXMLStreamWriter(text);
            xml.setDefaultNamespace(source.namespace());
            xml.writeStartElement(source.namespace(), source.element());
            xml.writeDefaultNamespace(source.namespace());
            for (Map.Entry<String, String> each : source.request().entrySet()) {
                String value = Placeholders.fill(each.getValue(), ask, source.size());
                if (!value.isEmpty()) {
                    xml.writeStartElement(source.namespace(), each.getKey());
                    xml.writeCharacters(value);
                    xml.writeEndElement();
                }
            }
            xml.writeEndElement();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("Cannot write the request of operation " + source.operation(), e);
        }
        return text.toString();
    }
}
