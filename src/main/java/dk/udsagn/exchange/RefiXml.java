package dk.udsagn.exchange;

import dk.udsagn.transcript.FormatException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** XML read element by element, by local names (the namespaces in the wild differ). A DOCTYPE is refused, nothing outside the file is ever fetched. */
final class RefiXml {
    /** An element with all that is in it. Only for small ones. */
    record Node(String name, Attributes attributes, List<Node> children, String text, int line) {
        String attribute(String key) {
            return attributes.get(key);
        }

        List<Node> all(String child) {
            if (children.isEmpty()) {
                return List.of();
            }
            var all = new ArrayList<Node>(1);
            for (Node node : children) {
                if (node.name.equals(child)) {
                    all.add(node);
                }
            }
            return all;
        }

        String textOf(String child) {
            for (Node node : children) {
                if (node.name.equals(child)) {
                    return node.text;
                }
            }
            return "";
        }
    }

    /** The attributes of an element: a handful, looked for one after another. */
    static final class Attributes {
        private final String[] keysAndValues;

        private Attributes(String[] keysAndValues) {
            this.keysAndValues = keysAndValues;
        }

        boolean has(String key) {
            for (int i = 0; i < keysAndValues.length; i += 2) {
                if (keysAndValues[i].equals(key)) {
                    return true;
                }
            }
            return false;
        }

        /** The value; empty when there is none. */
        String get(String key) {
            for (int i = 0; i < keysAndValues.length; i += 2) {
                if (keysAndValues[i].equals(key)) {
                    return keysAndValues[i + 1];
                }
            }
            return "";
        }
    }

    /** What becomes of a child element: it is read by one of this reader's methods, or passed over. */
    interface Child {
        void read(String name) throws XMLStreamException, IOException;
    }

    private static final int HEAD = 200;
    private final String source;
    private final XMLStreamReader reader;
    private final Map<String, String> same = new HashMap<>();

    private RefiXml(String source, XMLStreamReader reader) {
        this.source = source;
        this.reader = reader;
    }

    /** Goes to the root element and hands it over; every fault of the XML comes out as a FormatException with its line. */
    static void read(String source, InputStream in, Root root) throws IOException {
        var head = new PushbackInputStream(in, HEAD);
        byte[] first = head.readNBytes(HEAD);
        head.unread(first);
        checkIsXml(source, first);
        try (var characters = isUtf8(first) ? utf8(head) : null) {
            var factory = XMLInputFactory.newDefaultFactory();
            factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
            factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
            factory.setProperty(XMLInputFactory.IS_COALESCING, false);
            factory.setXMLResolver((publicId, systemId, base, namespace) -> InputStream.nullInputStream());
            var reader = characters == null ? factory.createXMLStreamReader(head) : factory.createXMLStreamReader(characters);
            var xml = new RefiXml(source, reader);
            while (reader.getEventType() != XMLStreamConstants.START_ELEMENT) {
                if (reader.getEventType() == XMLStreamConstants.DTD) {
                    throw xml.doctype();
                }
                reader.next();
            }
            root.read(xml, reader.getLocalName());
        } catch (XMLStreamException e) {
            int line = e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getLineNumber());
            if (e.getNestedException() instanceof CharacterCodingException) {
                throw new FormatException(source, line, "it is not the UTF-8 that it says it is, or that counts where nothing is said", "export it anew, or save it as UTF-8");
            }
            String said = String.valueOf(e.getMessage()).lines().filter(l -> !l.startsWith("ParseError")).findFirst().orElse("it cannot be read").replaceFirst("^Message: ", "");
            throw said.contains("maxElementDepth") ? new FormatException(source, line, "its elements lie deeper in each other than any study's", "it is no export of a program's")
                : new FormatException(source, line, "this is no well-formed XML: " + plain(said), "export it anew");
        }
    }

    private static void checkIsXml(String source, byte[] first) {
        if (first.length == 0) {
            throw new FormatException(source, 0, "it is empty", "export it anew");
        }
        String text = new String(first, StandardCharsets.UTF_8);
        if (!text.replaceAll("[^\\P{C}\\s]", "").strip().startsWith("<")) {             // control characters: marks, and what is between letters in UTF-16
            String begins = text.replaceAll("\\p{C}|\uFFFD", "").strip();
            throw new FormatException(source, 1, "it is neither an archive nor XML" + (begins.isEmpty() ? "" : "; it begins with \"" + begins.substring(0, Math.min(20, begins.length())).strip() + "\""),
                "a .qdpx is a zip archive, a .qde or .qdc begins with <");
        }
    }

    /** What the parser says of names in words: it has only keys for these. */
    private static String plain(String said) {
        String[] parts = said.replaceFirst("^.*#", "").split("[?&]");
        return switch (parts[0]) {
            case "AttributeNotUnique" -> "attribute " + parts[2] + " stands twice in " + parts[1];
            case "AttributePrefixUnbound" -> "the prefix " + parts[3] + " of " + parts[2] + " in " + parts[1] + " is not declared by an xmlns:" + parts[3];
            case "ElementPrefixUnbound" -> "the prefix " + parts[1] + " of " + parts[2] + " is not declared by an xmlns:" + parts[1];
            default -> said;
        };
    }

    /** Whether it is UTF-8: declared so, or as nothing else, or as UTF-16 and not written in it, as .NET makes them of strings. */
    private static boolean isUtf8(byte[] first) {
        return new String(first, StandardCharsets.ISO_8859_1).matches("(?is)(\u00EF\u00BB\u00BF)?<(\\?xml[^>]*encoding=[\"']utf-(8|16)[\"']|\\?xml(?![^>]*encoding=)|[^?]).*");
    }

    /** Java's own decoder takes a third of the time the parser's takes, and unpacking and decoding can be done meanwhile. */
    private static Reader utf8(PushbackInputStream in) throws IOException {
        byte[] mark = in.readNBytes(3);
        if (!(mark.length == 3 && mark[0] == (byte) 0xEF && mark[1] == (byte) 0xBB && mark[2] == (byte) 0xBF)) {
            in.unread(mark);
        }
        return new ReadAhead(new InputStreamReader(in, StandardCharsets.UTF_8.newDecoder()));
    }

    interface Root {
        void read(RefiXml xml, String name) throws XMLStreamException, IOException;
    }

    private FormatException doctype() {
        return new FormatException(source, line(), "it has a DOCTYPE", "REFI-QDA files have none; entities are not resolved");
    }

    int line() {
        return Math.max(0, reader.getLocation().getLineNumber());
    }

    /** The attributes of the element the reader stands on. */
    Attributes attributes() {
        String[] all = new String[2 * reader.getAttributeCount()];
        for (int i = 0; i < all.length; i += 2) {
            String key = reader.getAttributeLocalName(i / 2);
            String value = reader.getAttributeValue(i / 2);
            all[i] = key;
            // users and codes repeat by the hundred thousand: one string for each
            all[i + 1] = switch (key) {
                case "creatingUser", "modifyingUser", "targetGUID", "color", "isCodable" -> same.computeIfAbsent(value, v -> v);
                default -> value;
            };
        }
        return new Attributes(all);
    }

    /** Hands over each child of the element the reader stands on; ends on its end tag. */
    void children(Child child) throws XMLStreamException, IOException {
        while (true) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> child.read(reader.getLocalName());
                case XMLStreamConstants.END_ELEMENT -> {
                    return;
                }
                case XMLStreamConstants.END_DOCUMENT -> throw new XMLStreamException("it ends too soon");
                case XMLStreamConstants.DTD -> throw doctype();
                case XMLStreamConstants.ENTITY_REFERENCE -> throw entity();
                default -> { }
            }
        }
    }

    private FormatException entity() {
        return new FormatException(source, line(), "it has an entity that is not declared, &" + reader.getLocalName() + ";", "entities are not resolved");
    }

    /** Passes over the element the reader stands on. Returns how many elements lay in it. */
    int skip() throws XMLStreamException, IOException {
        int[] count = {0};
        children(name -> count[0] += 1 + skip());
        return count[0];
    }

    /** The element the reader stands on, with all that is in it. */
    Node node() throws XMLStreamException, IOException {
        String name = reader.getLocalName();
        int line = line();
        var attributes = attributes();
        List<Node> children = List.of();
        StringBuilder text = null;
        while (true) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    children = children.isEmpty() ? new ArrayList<>(2) : children;
                    children.add(node());
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    if (!children.isEmpty()) {
                        continue;                                        // between elements stands only layout
                    }
                    text = text == null ? new StringBuilder() : text;
                    text.append(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
                    if (text.length() > RefiArchive.LARGEST_TEXT) {
                        throw new FormatException(source, line, "the text of " + name + " is larger than " + (RefiArchive.LARGEST_TEXT >> 20) + " MB", "no interview is");
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    return new Node(name, attributes, children, text == null || !children.isEmpty() ? "" : text.toString(), line);
                }
                case XMLStreamConstants.ENTITY_REFERENCE -> throw entity();
                default -> { }
            }
        }
    }
}
