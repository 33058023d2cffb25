package dk.udsagn.intake;

import dk.udsagn.transcript.SourcePlace;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The body of a Word document, read from its top. Not for threads to share. */
final class DocxBody {
    /** Elements whose text stands nowhere in the talk, and what they are called. */
    private static final Set<String> SKIPPED = Set.of("del", "moveFrom", "txbxContent", "Fallback", "instrText", "delText", "delInstrText",
        "pPr", "tblPr", "tcPr", "trPr", "sectPr", "object", "oMath", "fldData", "rt", "tblGrid", "sdtPr");
    /** Word's own namespace, of the transitional and the strict standard (ISO/IEC 29500, Part 1 and 4). */
    private static final Pattern WORD = Pattern.compile("http://(schemas\\.openxmlformats\\.org|purl\\.oclc\\.org/ooxml)/wordprocessingml/(2006/)?main");
    /** Word names its heading styles so in every language. */
    private static final Pattern HEADING = Pattern.compile("(?i)heading (\\d)");
    private final DocumentText out;
    private final Losses losses;
    private final Deque<Table> tables = new ArrayDeque<>();
    private Paragraph paragraph = new Paragraph();
    private int paragraphs;
    private int page = 1;
    private boolean pages;
    private boolean text;
    private boolean hidden;
    private final Map<String, Integer> headings = new HashMap<>();
    private final Styles styles = new Styles();
    private Set<Look> looks = Set.of();
    private Set<Look> ofParagraph = Set.of();
    private SourcePlace place = SourcePlace.UNKNOWN;

    private static final class Table {
        private final List<DocumentText.Row> rows = new ArrayList<>();
        private List<String> cells = new ArrayList<>();
        private StringBuilder cell = new StringBuilder();
        private SourcePlace place = SourcePlace.UNKNOWN;
    }

    DocxBody(DocumentText out, Losses losses) {
        this.out = out;
        this.losses = losses;
    }

    void read(byte[] part) throws XMLStreamException {
        XMLStreamReader xml = SafeXml.open(part);
        while (xml.hasNext()) {
            switch (SafeXml.next(xml)) {
                case XMLStreamConstants.START_ELEMENT -> start(xml);
                case XMLStreamConstants.END_ELEMENT -> end(xml.getLocalName());
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.SPACE -> characters(xml);
                default -> { }
            }
        }
    }

    /** Reads which styles set letters off, before the body that uses them. */
    void readStyles(byte[] part) throws XMLStreamException {
        XMLStreamReader xml = SafeXml.open(part);
        String style = "";
        while (xml.hasNext()) {
            if (SafeXml.next(xml) == XMLStreamConstants.START_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "style" -> style = attribute(xml, "styleId");
                    case "basedOn" -> styles.parent(style, attribute(xml, "val"));
                    case "b", "i", "u", "color" -> styles.say(style, look(xml.getLocalName()), isOn(xml));
                    case "name" -> {
                        Matcher m = HEADING.matcher(attribute(xml, "val"));
                        if (m.matches()) {
                            headings.put(style, Integer.parseInt(m.group(1)));
                        }
                    }
                    default -> { }
                }
            }
        }
    }

    private void characters(XMLStreamReader xml) {
        if (text && hidden) {
            losses.setAside("hidden words", "they are hidden in the document", xml.getText(), place);
        } else if (text) {
            append(xml.getText());
        }
    }

    private void append(String words) {
        paragraph.append(words, looks);
    }

    private void start(XMLStreamReader xml) throws XMLStreamException {
        String name = xml.getLocalName();
        if (SKIPPED.contains(name)) {
            skip(xml, name);
            return;
        }
        switch (name) {
            case "t" -> text = xml.getNamespaceURI() != null && WORD.matcher(xml.getNamespaceURI()).matches();
            case "r" -> {
                hidden = false;
                looks = ofParagraph;
            }
            case "rStyle" -> looks = styles.of(attribute(xml, "val"), looks);
            case "vanish" -> hidden = isOn(xml);
            case "b", "i", "u", "color" -> {
                var own = EnumSet.copyOf(looks.isEmpty() ? EnumSet.noneOf(Look.class) : looks);
                own.remove(look(name));
                if (isOn(xml)) {
                    own.add(look(name));
                }
                looks = own;
            }
            case "tab" -> append("\t");
            case "br" -> lineBreak(xml);
            case "cr" -> append("\n");
            case "noBreakHyphen" -> append("-");
            case "lastRenderedPageBreak" -> {
                pages = true;
                page++;
            }
            case "p" -> {
                paragraphs++;
                paragraph = new Paragraph();
                ofParagraph = Set.of();
                place = here();
            }
            case "ins", "moveTo" -> losses.repaired("tracked insertion", "changes are read as accepted", attribute(xml, "author"), place);
            case "tbl" -> tables.push(new Table());
            case "tr" -> {
                if (!tables.isEmpty()) {
                    tables.peek().cells = new ArrayList<>();
                    tables.peek().place = here(paragraphs + 1);
                }
            }
            case "tc" -> {
                if (!tables.isEmpty()) {
                    tables.peek().cell = new StringBuilder();
                }
            }
            default -> { }
        }
    }

    private SourcePlace here() {
        return here(paragraphs);
    }

    private SourcePlace here(int paragraph) {
        SourcePlace here = SourcePlace.UNKNOWN.inParagraph(paragraph);
        return pages ? here.onPage(page) : here;
    }

    /** Whether a switch of the formatting is on; it is when it says nothing. Black is no colour. */
    private static boolean isOn(XMLStreamReader xml) {
        return !Set.of("0", "false", "off", "none", "auto", "000000").contains(attribute(xml, "val"));
    }

    private static Look look(String element) {
        return switch (element) {
            case "b" -> Look.BOLD;
            case "i" -> Look.ITALIC;
            case "u" -> Look.UNDERLINED;
            default -> Look.COLOURED;
        };
    }

    private static String attribute(XMLStreamReader xml, String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(name)) {
                return xml.getAttributeValue(i);
            }
        }
        return "";
    }

    private void lineBreak(XMLStreamReader xml) {
        if (attribute(xml, "type").isEmpty() || "textWrapping".equals(attribute(xml, "type"))) {
            append("\n");
        }
    }

    /** Passes over an element; what it says is told where a person might miss it. */
    private void skip(XMLStreamReader xml, String name) throws XMLStreamException {
        var words = new StringBuilder();
        for (int depth = 1; depth > 0; ) {
            switch (SafeXml.next(xml)) {
                case XMLStreamConstants.START_ELEMENT -> {
                    depth++;
                    if (xml.getLocalName().equals("outlineLvl") && attribute(xml, "val").matches("[0-8]")) {
                        paragraph.heading(Integer.parseInt(attribute(xml, "val")) + 1);
                    } else if (xml.getLocalName().equals("pStyle")) {
                        ofParagraph = styles.of(attribute(xml, "val"), Set.of());
                        paragraph.heading(headings.getOrDefault(attribute(xml, "val"), 0));
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> depth--;
                case XMLStreamConstants.CHARACTERS -> words.append(xml.getText());
                default -> { }
            }
        }
        String told = Characters.squeeze(words.toString());
        if (told.isEmpty()) {
            return;
        }
        switch (name) {
            case "del", "moveFrom" -> losses.setAside("tracked deletion", "changes are read as accepted", told, place);
            case "txbxContent" -> losses.setAside("text box", "it stands beside the text", told, place);
            case "object", "oMath" -> losses.leftOut(name.equals("object") ? "embedded object" : "formula", "it is no text", told, place);
            default -> { }
        }
    }

    private void end(String name) {
        switch (name) {
            case "t" -> text = false;
            case "r" -> hidden = false;
            case "p" -> endParagraph();
            case "tc" -> {
                if (!tables.isEmpty()) {
                    tables.peek().cells.add(tables.peek().cell.toString());
                }
            }
            case "tr" -> {
                if (!tables.isEmpty()) {
                    tables.peek().rows.add(new DocumentText.Row(List.copyOf(tables.peek().cells), tables.peek().place));
                }
            }
            case "tbl" -> endTable();
            default -> { }
        }
    }

    private void endParagraph() {
        if (tables.isEmpty()) {
            out.add(paragraph, place);
        } else {
            StringBuilder cell = tables.peek().cell;
            cell.append(cell.isEmpty() ? "" : "\n").append(paragraph);
        }
        paragraph = new Paragraph();
    }

    /** A table within a table is part of the outer cell's words. */
    private void endTable() {
        if (tables.isEmpty()) {
            return;
        }
        Table table = tables.pop();
        if (tables.isEmpty()) {
            out.add(table.rows);
        } else {
            StringBuilder cell = tables.peek().cell;
            table.rows.forEach(r -> cell.append(cell.isEmpty() ? "" : "\n").append(String.join("\t", r.cells())));
        }
    }
}
