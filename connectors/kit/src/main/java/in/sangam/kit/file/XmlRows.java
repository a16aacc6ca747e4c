package in.sangam.kit.file;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import in.sangam.kit.Source.FileSource;
import in.sangam.kit.edge.UnreadablePage;
import in.sangam.kit.edge.UnreadablePage.Cause;
import in.sangam.kit.edge.XmlElement;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** The rows of an XML file: every element of the declared name is one. */
final class XmlRows implements FileRows {

    private final InputStream content;
    private final String records;
    private final String hash;
    private final XMLStreamReader xml;

    XmlRows(FileSource source, InputStream content, String hash) throws UnreadablePage {
        this.content = content;
        this.records = String.valueOf(source.records());
        this.hash = hash;
        try {
            this.xml = XmlElement.reader(new LeftOpen(content));
        } catch (XMLStreamException e) {
            throw unreadable(e);
        }
    }

    @Override
    public @Nullable ObjectNode next() throws IOException, UnreadablePage {
        try {
            while (xml.hasNext()) {
                int event = xml.next();
                XmlElement.refuseDocumentType(event, hash);
                if (event != XMLStreamConstants.START_ELEMENT) {
                    continue;
                }
                if (xml.getLocalName().equals(records)) {
                    return row();
                }
                if (xml.getLocalName().equalsIgnoreCase("html")) {
                    throw new UnreadablePage(
                            Cause.HTML,
                            hash,
                            "The file is a page of HTML where XML was expected: have the file itself dropped");
                }
            }
            return null;
        } catch (XMLStreamException e) {
            if (e.getNestedException() instanceof IOException broken) {
                throw broken;
            }
            throw unreadable(e);
        }
    }

    private ObjectNode row() throws XMLStreamException, UnreadablePage {
        ObjectNode row = JsonNodeFactory.instance.objectNode();
        row.put(LINE, xml.getLocation().getLineNumber());
        JsonNode element = XmlElement.read(xml, hash);
        if (element instanceof ObjectNode members) {
            row.setAll(members);
        } else {
            row.put(PROBLEM, "The element has no elements within");
        }
        return row;
    }

    private UnreadablePage unreadable(XMLStreamException e) {
        String place =
                e.getLocation() == null ? "" : " at line " + e.getLocation().getLineNumber();
        return new UnreadablePage(Cause.NOT_XML, hash, "The file is no well-formed XML" + place);
    }

    @Override
    public void close() throws IOException {
        content.close();
    }

    /** The parser closes what it has read to the end; whoever gave the content may still have use for it. */
    private static final class LeftOpen extends FilterInputStream {

        LeftOpen(InputStream content) {
            super(content);
        }

        @Override
        public void close() {
            // Closed with the rows.
        }
    }
}
