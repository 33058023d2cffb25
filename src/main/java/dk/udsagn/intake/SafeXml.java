package dk.udsagn.intake;

import dk.udsagn.transcript.FormatException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** XML without document types, entities from elsewhere, or any look outside the file. */
final class SafeXml {
    private SafeXml() {
    }

    private static final Pattern ENCODING = Pattern.compile("<\\?xml[^>]{0,200}?encoding\\s*=\\s*[\"']([A-Za-z0-9._-]{1,40})[\"']");

    /** Opens a file. It is decoded here, because the JDK's parser prints a fault in the encoding on the error stream. */
    static XMLStreamReader open(byte[] bytes) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("the XML names something outside the file: " + systemId);
        });
        return factory.createXMLStreamReader(new StringReader(decoded(bytes)));
    }

    private static String decoded(byte[] bytes) throws XMLStreamException {
        Charset charset = charset(bytes);
        try {
            String text = charset.newDecoder().onMalformedInput(CodingErrorAction.REPORT).onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(bytes)).toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new XMLStreamException("it is not in " + charset.name() + ", as it should be", e);
        }
    }

    private static Charset charset(byte[] bytes) throws XMLStreamException {
        int first = bytes.length > 1 ? (bytes[0] & 0xff) << 8 | bytes[1] & 0xff : 0;
        if (first == 0xFEFF || first == 0x003C) {
            return StandardCharsets.UTF_16BE;
        }
        if (first == 0xFFFE || first == 0x3C00) {
            return StandardCharsets.UTF_16LE;
        }
        Matcher m = ENCODING.matcher(new String(bytes, 0, Math.min(bytes.length, 300), StandardCharsets.ISO_8859_1));
        if (!m.find()) {
            return StandardCharsets.UTF_8;
        }
        if (!Charset.isSupported(m.group(1))) {
            throw new XMLStreamException("it says to be in an unknown encoding, " + m.group(1));
        }
        return Charset.forName(m.group(1));
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
        boolean foreign = message.contains("DOCTYPE") || message.contains("outside the file");
        int line = e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getLineNumber());
        return new FormatException(name, line, (foreign ? "the XML is refused: " : "the XML is broken: ") + message,
            foreign ? "no program that writes transcripts does this; where is the file from?" : "is the file whole?");
    }
}
