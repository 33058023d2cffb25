package dk.udsagn.intake;

import dk.udsagn.transcript.FormatException;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** XML without document types, entities from elsewhere, or any look outside the file. */
final class SafeXml {
    private SafeXml() {
    }

    static XMLStreamReader open(byte[] bytes) throws XMLStreamException {
        return open(new ByteArrayInputStream(bytes));
    }

    static XMLStreamReader open(InputStream in) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("the XML names something outside the file: " + systemId);
        });
        return factory.createXMLStreamReader(in);
    }

    /** The next event; a document type is refused, for it may name files and grow without end. */
    static int next(XMLStreamReader xml) throws XMLStreamException {
        int event = xml.next();
        if (event == XMLStreamConstants.DTD) {
            throw new XMLStreamException("it has a DOCTYPE, which transcripts have no use for", xml.getLocation());
        }
        return event;
    }

    static FormatException fault(String name, XMLStreamException e) {
        String message = e.getMessage() == null ? "" : Characters.squeeze(e.getMessage().replaceAll("(?s)ParseError at \\[.*?\\]\\s*Message:", ""));
        int line = e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getLineNumber());
        return new FormatException(name, line, "the XML is broken: " + message, "is the file whole?");
    }
}
