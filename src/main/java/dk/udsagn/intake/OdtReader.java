package dk.udsagn.intake;

import dk.udsagn.transcript.FormatException;
import dk.udsagn.transcript.SourcePlace;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** OpenDocument texts, packed (odt) or flat (fodt): paragraphs and table rows; notes, comments, boxes and deleted words are told. */
final class OdtReader implements TranscriptReader {
    private static final String BODY = "content.xml";
    private static final String STYLES = "styles.xml";
    private static final String MIME = "application/vnd.oasis.opendocument.text";
    private final Wording wording;

    OdtReader(Wording wording) {
        this.wording = wording;
    }

    @Override public Optional<Reading> read(Source file) {
        byte[] body;
        byte[] styles = null;
        if (Archive.isOne(file)) {
            Archive archive = Archive.of(file, n -> n.equals(BODY) || n.equals(STYLES) || n.equals("mimetype") || n.equals("META-INF/manifest.xml"));
            String mime = archive.has("mimetype") ? new String(archive.get("mimetype"), StandardCharsets.US_ASCII).strip() : "";
            if (!archive.has(BODY) || !mime.isEmpty() && !mime.startsWith(MIME)) {
                return Optional.empty();
            }
            if (archive.has("META-INF/manifest.xml") && new String(archive.get("META-INF/manifest.xml"), StandardCharsets.UTF_8).contains(":encryption-data")) {
                throw new FormatException(file.name(), 0, "the document is locked with a password", "save it without");
            }
            body = archive.get(BODY);
            styles = archive.get(STYLES);
        } else if (new String(file.raw(), 0, Math.min(2000, file.raw().length), StandardCharsets.ISO_8859_1).contains("<office:document")) {
            body = file.raw();
        } else {
            return Optional.empty();
        }
        var losses = new Losses(wording.language());
        try {
            var text = new DocumentText(wording, losses);
            var reader = new Body(text, losses);
            if (styles != null) {
                reader.readStyles(styles);
            }
            reader.read(body);
            return Optional.of(DocumentReading.of(file, text, "OpenDocument text (odt)", wording, losses));
        } catch (XMLStreamException e) {
            FormatException fault = SafeXml.fault(file.name(), e);
            throw Archive.isOne(file) ? new FormatException(file.name(), 0, "in " + BODY + ", " + fault.problem(), fault.mend()) : fault;
        }
    }

    private final class Body {
        /** Elements that are no speech, and how they are told; an empty name is not worth telling. */
        private static final Map<String, String> SKIPPED = Map.ofEntries(Map.entry("deletion", "tracked deletion"), Map.entry("note", "footnote"),
            Map.entry("annotation", "comment"), Map.entry("text-box", "text box"), Map.entry("table-of-content", "table of contents"), Map.entry("object", "embedded object"),
            Map.entry("scripts", ""), Map.entry("change-info", ""), Map.entry("insertion", ""), Map.entry("master-styles", ""), Map.entry("meta", ""),
            Map.entry("settings", ""), Map.entry("font-face-decls", ""), Map.entry("forms", ""), Map.entry("sequence-decls", ""), Map.entry("variable-decls", ""),
            Map.entry("binary-data", ""), Map.entry("title", ""), Map.entry("desc", ""), Map.entry("ruby-text", ""));
        private final DocumentText out;
        private final Losses losses;
        private final Deque<List<DocumentText.Row>> tables = new ArrayDeque<>();
        private final Deque<List<String>> rows = new ArrayDeque<>();
        private final Deque<StringBuilder> cells = new ArrayDeque<>();
        private final Styles styles = new Styles();
        private final Deque<Set<Look>> spans = new ArrayDeque<>();
        private Paragraph paragraph;
        private String style = "";
        private Set<Look> ofParagraph = Set.of();
        private int paragraphs;
        private int page = 1;
        private boolean pages;
        private SourcePlace place = SourcePlace.UNKNOWN;
        private SourcePlace rowPlace = SourcePlace.UNKNOWN;

        private Body(DocumentText out, Losses losses) {
            this.out = out;
            this.losses = losses;
        }

        /** Reads which styles set letters off, before the body that uses them. */
        private void readStyles(byte[] part) throws XMLStreamException {
            XMLStreamReader xml = SafeXml.open(part);
            while (xml.hasNext()) {
                if (SafeXml.next(xml) == XMLStreamConstants.START_ELEMENT) {
                    style(xml);
                }
            }
        }

        private void style(XMLStreamReader xml) {
            switch (xml.getLocalName()) {
                case "style" -> {
                    style = attribute(xml, "name");
                    if (!attribute(xml, "parent-style-name").isEmpty()) {
                        styles.parent(style, attribute(xml, "parent-style-name"));
                    }
                }
                case "list-style", "default-style" -> style = "";
                case "text-properties" -> {
                    say(Look.BOLD, attribute(xml, "font-weight"), "bold|[6-9]00");
                    say(Look.ITALIC, attribute(xml, "font-style"), "italic|oblique");
                    say(Look.UNDERLINED, attribute(xml, "text-underline-style"), "(?!none).+");
                    say(Look.COLOURED, attribute(xml, "color"), "(?!#000000).+");      // black is none
                }
                default -> { }
            }
        }

        private void say(Look look, String value, String has) {
            if (!value.isEmpty() && !style.isEmpty()) {
                styles.say(style, look, value.matches(has));
            }
        }

        private void read(byte[] part) throws XMLStreamException {
            XMLStreamReader xml = SafeXml.open(part);
            while (xml.hasNext()) {
                switch (SafeXml.next(xml)) {
                    case XMLStreamConstants.START_ELEMENT -> start(xml);
                    case XMLStreamConstants.END_ELEMENT -> end(xml.getLocalName());
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.SPACE -> {
                        if (paragraph != null) {
                            collapse(xml.getText());
                        }
                    }
                    default -> { }
                }
            }
        }

        /** OpenDocument counts a run of spaces in the XML as one (1.2 part 1, section 6.1.2). */
        private void collapse(String words) {
            for (int i = 0; i < words.length(); i++) {
                char c = words.charAt(i);
                boolean space = c == ' ' || c == '\t' || c == '\n' || c == '\r';
                char last = paragraph.last();
                if (!space || last != ' ' && last != '\n') {
                    append(space ? " " : String.valueOf(c));
                }
            }
        }

        private void start(XMLStreamReader xml) throws XMLStreamException {
            String name = xml.getLocalName();
            if (name.equals("insertion")) {
                losses.repaired("tracked insertion", "changes are read as accepted", "", place);
            }
            if (SKIPPED.containsKey(name)) {
                skip(xml, SKIPPED.get(name));
                return;
            }
            switch (name) {
                case "p", "h" -> {
                    paragraphs++;
                    paragraph = new Paragraph();
                    spans.clear();
                    paragraph.heading(name.equals("h") ? Math.max(1, attribute(xml, "outline-level").matches("\\d") ? Integer.parseInt(attribute(xml, "outline-level")) : 1) : 0);
                    ofParagraph = styles.of(attribute(xml, "style-name"), Set.of());
                    place = pages ? SourcePlace.UNKNOWN.inParagraph(paragraphs).onPage(page) : SourcePlace.UNKNOWN.inParagraph(paragraphs);
                }
                case "span" -> spans.push(styles.of(attribute(xml, "style-name"), looks()));
                case "style", "list-style", "text-properties" -> style(xml);
                case "s" -> spaces(xml);
                case "tab" -> append("\t");
                case "line-break" -> append("\n");
                case "soft-page-break" -> {
                    pages = true;
                    page++;
                }
                case "table" -> tables.push(new ArrayList<>());
                case "table-row" -> {
                    rows.push(new ArrayList<>());
                    rowPlace = SourcePlace.UNKNOWN.inParagraph(paragraphs + 1);
                }
                case "table-cell", "covered-table-cell" -> cells.push(new StringBuilder());
                default -> { }
            }
        }

        private void append(String words) {
            if (paragraph != null) {
                paragraph.append(words, looks());
            }
        }

        private Set<Look> looks() {
            return spans.isEmpty() ? ofParagraph : spans.peek();
        }

        private void spaces(XMLStreamReader xml) {
            String count = xml.getAttributeValue(null, "c") == null ? attribute(xml, "c") : xml.getAttributeValue(null, "c");
            append(" ".repeat(count.matches("\\d{1,3}") ? Integer.parseInt(count) : 1));
        }

        private static String attribute(XMLStreamReader xml, String name) {
            for (int i = 0; i < xml.getAttributeCount(); i++) {
                if (xml.getAttributeLocalName(i).equals(name)) {
                    return xml.getAttributeValue(i);
                }
            }
            return "";
        }

        private void skip(XMLStreamReader xml, String told) throws XMLStreamException {
            var words = new StringBuilder();
            boolean unsaid = false;
            for (int depth = 1; depth > 0; ) {
                switch (SafeXml.next(xml)) {
                    case XMLStreamConstants.START_ELEMENT -> {
                        depth++;
                        unsaid |= xml.getLocalName().matches("creator|date|date-string|sender-initials|creator-initials");
                        words.append(xml.getLocalName().equals("p") ? " " : "");
                    }
                    case XMLStreamConstants.END_ELEMENT -> {
                        depth--;
                        unsaid = false;
                    }
                    case XMLStreamConstants.CHARACTERS -> words.append(unsaid ? "" : xml.getText());
                    default -> { }
                }
            }
            if (!told.isEmpty() && !Characters.squeeze(words.toString()).isEmpty()) {
                losses.setAside(told, "it is no speech", Characters.squeeze(words.toString()), place);
            }
        }

        private void end(String name) {
            switch (name) {
                case "p", "h" -> {
                    if (paragraph == null) {
                        return;
                    }
                    if (cells.isEmpty()) {
                        out.add(paragraph, place);
                    } else {
                        cells.peek().append(cells.peek().isEmpty() ? "" : "\n").append(paragraph);
                    }
                    paragraph = null;
                }
                case "span" -> spans.poll();
                case "table-cell", "covered-table-cell" -> {
                    if (!cells.isEmpty() && !rows.isEmpty()) {
                        rows.peek().add(cells.pop().toString());
                    }
                }
                case "table-row" -> {
                    if (!rows.isEmpty() && !tables.isEmpty()) {
                        tables.peek().add(new DocumentText.Row(List.copyOf(rows.pop()), rowPlace));
                    }
                }
                case "table" -> endTable();
                default -> { }
            }
        }

        private void endTable() {
            if (tables.isEmpty()) {
                return;
            }
            List<DocumentText.Row> table = tables.pop();
            if (cells.isEmpty()) {
                out.add(table);
            } else {
                table.forEach(r -> cells.peek().append('\n').append(String.join("\t", r.cells())));
            }
        }
    }
}
