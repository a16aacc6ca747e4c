package in.sangam.routes.poll;

import in.sangam.kit.edge.Sha256;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLEventFactory;
import javax.xml.stream.XMLEventReader;
import javax.xml.stream.XMLEventWriter;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.events.Attribute;
import javax.xml.stream.events.StartElement;
import javax.xml.stream.events.XMLEvent;
import org.apache.cxf.interceptor.AttachmentInInterceptor;
import org.apache.cxf.interceptor.Fault;
import org.apache.cxf.message.Attachment;
import org.apache.cxf.message.Message;
import org.apache.cxf.phase.AbstractPhaseInterceptor;
import org.apache.cxf.phase.Phase;

/**
 * An answer with attachments (MTOM) becomes its XML alone: where it includes an attachment stands {@code sha256:} and the hash of
 * its content. The content itself, a document about a person more often than not, goes no further.
 */
final class JoinAttachments extends AbstractPhaseInterceptor<Message> {

    private static final QName INCLUDE = new QName("http://www.w3.org/2004/08/xop/include", "Include");
    private static final QName HREF = new QName("href");
    private static final String BY_ID = "cid:";

    private final LastAnswer lastAnswer;

    JoinAttachments(LastAnswer lastAnswer) {
        super(Phase.RECEIVE);
        addAfter(AttachmentInInterceptor.class.getName());
        this.lastAnswer = lastAnswer;
    }

    @Override
    public void handleMessage(Message message) {
        InputStream content = message.getContent(InputStream.class);
        if (content == null || message.getAttachments() == null) {
            return;
        }
        try {
            byte[] root = content.readAllBytes();
            Map<String, String> hashes = new HashMap<>();
            for (Attachment each : message.getAttachments()) {
                try (InputStream attached = each.getDataHandler().getInputStream()) {
                    hashes.put(each.getId(), "sha256:" + Sha256.of(attached.readAllBytes()));
                }
            }
            byte[] whole = joined(root, hashes);
            message.setContent(InputStream.class, new ByteArrayInputStream(whole));
            lastAnswer.keep(SoapAnswer.of(message, whole));
        } catch (IOException e) {
            throw new Fault(e);
        }
    }

    /** What is no well-formed XML stays as it is: the edge says what is wrong with it. */
    private static byte[] joined(byte[] root, Map<String, String> hashes) {
        XMLInputFactory input = XMLInputFactory.newDefaultFactory();
        input.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        input.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        try {
            XMLEventReader reader = input.createXMLEventReader(new ByteArrayInputStream(root));
            XMLEventWriter writer =
                    XMLOutputFactory.newDefaultFactory().createXMLEventWriter(joined, StandardCharsets.UTF_8.name());
            int within = 0;
            while (reader.hasNext()) {
                XMLEvent event = reader.nextEvent();
                if (event.isStartElement()
                        && (within > 0 || event.asStartElement().getName().equals(INCLUDE))) {
                    if (within++ == 0) {
                        writer.add(XMLEventFactory.newDefaultFactory()
                                .createCharacters(hash(event.asStartElement(), hashes)));
                    }
                } else if (within > 0) {
                    within -= event.isEndElement() ? 1 : 0;
                } else {
                    writer.add(event);
                }
            }
            writer.close();
            return joined.toByteArray();
        } catch (XMLStreamException e) {
            return root;
        }
    }

    private static String hash(StartElement include, Map<String, String> hashes) {
        Attribute href = include.getAttributeByName(HREF);
        String id = href == null ? "" : URLDecoder.decode(href.getValue(), StandardCharsets.UTF_8);
        return hashes.getOrDefault(id.startsWith(BY_ID) ? id.substring(BY_ID.length()) : id, "");
    }
}
