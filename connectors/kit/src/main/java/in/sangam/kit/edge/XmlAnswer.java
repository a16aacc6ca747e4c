package in.sangam.kit.edge;

import com.fasterxml.jackson.databind.JsonNode;
import in.sangam.kit.edge.UnreadablePage.Cause;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * An answer in XML: each record element is a row of its child elements. Document types, and with them entities, are refused.
 *
 * @param words text of the elements asked for beside the rows, by local name
 */
record XmlAnswer(List<JsonNode> rows, Map<String, String> words) {

    /**
     * Reads an answer.
     *
     * @param root local name of the element without which it is none
     * @param records local name of the element that is a row
     * @param beside local names of further elements whose text is wanted
     */
    static XmlAnswer read(byte[] answer, String root, String records, Set<String> beside, String hash)
            throws UnreadablePage {
        Bytes bytes = new Bytes(answer);
        if (bytes.blank()) {
            throw new UnreadablePage(Cause.EMPTY, hash, "The answer is empty");
        }
        if (bytes.html()) {
            throw new UnreadablePage(
                    Cause.HTML, hash, "The answer is a page of HTML where '" + root + "' was expected");
        }
        try {
            return read(XmlElement.reader(new ByteArrayInputStream(answer)), root, records, beside, hash);
        } catch (XMLStreamException e) {
            throw unreadable(e, bytes, hash);
        }
    }

    private static XmlAnswer read(XMLStreamReader xml, String root, String records, Set<String> beside, String hash)
            throws XMLStreamException, UnreadablePage {
        List<JsonNode> rows = new ArrayList<>();
        Map<String, String> words = new HashMap<>();
        boolean responded = false;
        String first = null;
        while (xml.hasNext()) {
            int event = xml.next();
            XmlElement.refuseDocumentType(event, hash);
            if (event != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            String name = xml.getLocalName();
            first = first == null ? name : first;
            if (name.equals(records)) {
                rows.add(XmlElement.read(xml, hash));
            } else if (beside.contains(name)) {
                words.put(name, xml.getElementText());
            } else if (name.equals(root)) {
                responded = true;
            }
        }
        if (!responded) {
            throw new UnreadablePage(
                    Cause.NO_RECORDS,
                    hash,
                    "The answer has no element '" + root + "', which response: in the connector names; it begins with '"
                            + first + "'");
        }
        return new XmlAnswer(rows, words);
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
                brokeOff(e, bytes) ? Cause.TRUNCATED : Cause.NOT_XML,
                hash,
                "The answer is no well-formed XML, " + place);
    }

    /** A whole document ends with a tag; where an answer ends with one by chance, the parser had read all of it. */
    private static boolean brokeOff(XMLStreamException e, Bytes bytes) {
        return bytes.last() != '>'
                || (e.getLocation() != null && e.getLocation().getCharacterOffset() >= bytes.characters() - 1);
    }
}
