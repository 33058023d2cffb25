package dk.udsagn.report;

import dk.udsagn.excerpt.CaseSummary;
import dk.udsagn.excerpt.Excerpt;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A report as a Word document. It is written straight into the package (ECMA-376, transitional WordprocessingML) rather than through a document model: so the bytes
 * are the same every time, no library is needed, and the longest report takes no more memory than a page.
 */
final class Docx {
    /** The earliest time a zip entry can carry: a document made today and one made tomorrow are the same. */
    private static final LocalDateTime TIME = LocalDateTime.of(1980, 1, 1, 0, 0);
    private static final String W = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
    private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private static final String TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
    private static final String REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

    /** A4 less its margins, in twentieths of a point. */
    private static final int TEXT_WIDTH = 11906 - 2 * 1134;
    /** A bold letter of ten points in a wide font, and a cell's margins. */
    private static final int LETTER = 150;
    private static final int MARGINS = 230;

    private final Report report;
    private final Wordings w;

    Docx(Report report, Wordings w) {
        this.report = report;
        this.w = w;
    }

    void whole(OutputStream stream) throws IOException {
        var zip = new ZipOutputStream(stream);
        var out = new OutputStreamWriter(zip, StandardCharsets.UTF_8);
        part(zip, out, "[Content_Types].xml", XML + "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
            + "<Override PartName=\"/word/document.xml\" ContentType=\"" + TYPE + "document.main+xml\"/><Override PartName=\"/word/styles.xml\" ContentType=\"" + TYPE + "styles+xml\"/></Types>");
        part(zip, out, "_rels/.rels", relationship("officeDocument", "word/document.xml"));
        part(zip, out, "word/_rels/document.xml.rels", relationship("styles", "styles.xml"));
        part(zip, out, "word/styles.xml", styles());
        entry(zip, "word/document.xml");
        document(out);
        out.flush();
        zip.closeEntry();
        zip.finish();
    }

    private static void part(ZipOutputStream zip, Writer out, String name, String content) throws IOException {
        entry(zip, name);
        out.write(content);
        out.flush();
        zip.closeEntry();
    }

    private static void entry(ZipOutputStream zip, String name) throws IOException {
        var entry = new ZipEntry(name);
        entry.setTimeLocal(TIME);
        zip.putNextEntry(entry);
    }

    private static String relationship(String type, String target) {
        return XML + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"" + REL + type + "\" Target=\"" + target + "\"/></Relationships>";
    }

    private String styles() {
        return XML + "<w:styles " + W + "><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii=\"Calibri\" w:hAnsi=\"Calibri\" w:cs=\"Calibri\"/><w:sz w:val=\"22\"/><w:lang w:val=\"" + report.language().code() + "\"/></w:rPr></w:rPrDefault>"
            + "<w:pPrDefault><w:pPr><w:spacing w:after=\"120\" w:line=\"264\" w:lineRule=\"auto\"/></w:pPr></w:pPrDefault></w:docDefaults><w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/></w:style>"
            + style("Title", "Title", "<w:spacing w:after=\"200\"/>", "<w:b/><w:sz w:val=\"40\"/>") + style("Heading1", "heading 1", "<w:keepNext/><w:pageBreakBefore/><w:outlineLvl w:val=\"0\"/>", "<w:b/><w:sz w:val=\"32\"/>")
            + style("Heading2", "heading 2", "<w:keepNext/><w:spacing w:before=\"280\" w:after=\"60\"/><w:outlineLvl w:val=\"1\"/>", "<w:b/><w:sz w:val=\"26\"/>")
            + style("Lead", "Lead", "<w:keepNext/>", "")
            + style("Quote", "Quote", "<w:keepLines/><w:keepNext/><w:spacing w:after=\"20\"/><w:ind w:left=\"425\"/>", "")
            + style("Source", "Source", "<w:spacing w:after=\"160\"/><w:ind w:left=\"425\"/>", "<w:color w:val=\"57606A\"/><w:sz w:val=\"18\"/>")
            + "<w:style w:type=\"table\" w:default=\"1\" w:styleId=\"TableNormal\"><w:name w:val=\"Normal Table\"/><w:tblPr><w:tblCellMar><w:left w:w=\"85\" w:type=\"dxa\"/><w:right w:w=\"85\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr></w:style></w:styles>";
    }

    private static String style(String id, String name, String paragraph, String run) {
        return "<w:style w:type=\"paragraph\" w:styleId=\"" + id + "\"><w:name w:val=\"" + name + "\"/><w:basedOn w:val=\"Normal\"/><w:pPr>" + paragraph + "</w:pPr><w:rPr>" + run + "</w:rPr></w:style>";
    }

    private void document(Writer out) throws IOException {
        out.write(XML + "<w:document " + W + "><w:body>");
        paragraph(out, "Title", report.title());
        paragraph(out, "", w.say("verbatim"));
        var rows = new ArrayList<List<String>>();
        report.matrix().rows().forEach(r -> rows.add(List.of(w.theme(r.theme()), w.quantity(r.with().size(), r.of()), w.say("ofN", r.with().size(), r.of())
            + (r.contrary().isEmpty() ? "" : ", " + w.say("contrary", r.contrary().size())), String.valueOf(r.excerpts()))));
        table(out, new Report.Table("across", w.say("across"), "", List.of(w.say("theme"), w.say("respondents"), "", w.say("excerpts")), rows));
        for (Report.Table table : new AcrossTables(report, w).all()) {
            table(out, table);
        }
        for (CaseSummary c : report.cases()) {
            respondent(out, c);
        }
        var survey = report.surveySection();
        if (survey.isPresent()) {
            new SurveyDocx(survey.get(), out).whole();
        }
        var methods = new Methods(report, w);
        paragraph(out, "Heading1", w.say("methods"));
        paragraph(out, "", String.join(" ", methods.sentences()));
        table(out, methods.coreq());
        paragraph(out, "Source", w.say("made", report.made().library(), report.codebook().id() + " " + report.codebook().version(), report.made().fingerprint()));
        for (String line : w.colophon(report.made())) {
            paragraph(out, "Source", line);
        }
        out.write("<w:sectPr><w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"1134\" w:right=\"1134\" w:bottom=\"1134\" w:left=\"1134\" w:header=\"708\" w:footer=\"708\" w:gutter=\"0\"/></w:sectPr></w:body></w:document>");
    }

    private void respondent(Writer out, CaseSummary c) throws IOException {
        paragraph(out, "Heading1", w.say("respondent") + " " + c.respondent().id());
        for (var attribute : c.respondent().attributes().entrySet()) {
            paragraph(out, "", attribute.getKey() + ": " + attribute.getValue());
        }
        for (var talk : c.talk()) {
            paragraph(out, "", report.files().getOrDefault(talk.transcript(), talk.transcript()) + ": " + w.say("talk", talk.turns(), talk.words(), talk.codedWords()));
        }
        for (var t : c.themes()) {
            paragraph(out, "Heading2", w.theme(t.theme()));
            var shown = t.bounded(report.shape().excerpts(), report.shape().words());
            paragraph(out, "Lead", w.section(t) + (t.contradictory() ? " " + w.say("contradiction") + "." : "") + w.further(c, t).stream().map(line -> " " + line).reduce("", String::concat)
                + (shown.size() < t.excerpts().size() ? " " + w.say("bounded", shown.size(), t.excerpts().size()) : ""));
            for (Excerpt e : shown) {
                paragraph(out, "Quote", (e.contrary() ? "↯ " : "") + e.words());
                paragraph(out, "Source", w.place(e, report.files().getOrDefault(e.transcript(), e.transcript())) + " · " + w.coders(e) + " · " + w.polarity(e.polarity())
                    + Wordings.reasons(e).stream().map(why -> " · " + why).reduce("", String::concat));
            }
        }
        paragraph(out, "", c.silent().isEmpty() ? w.say("silentNone") + "." : w.say("silent") + ": " + String.join("; ", c.silent().stream().map(w::theme).toList()));
    }

    private static void table(Writer out, Report.Table table) throws IOException {
        paragraph(out, "Heading2", table.title());
        if (!table.note().isEmpty()) {
            paragraph(out, "Lead", table.note());
        }
        table(out, table.columns(), table.rows());
    }

    /** A table without a heading; as many cells in each row as there are columns. */
    static void table(Writer out, List<String> columns, List<List<String>> rows) throws IOException {
        int[] widths = widths(columns, rows);
        out.write("<w:tbl><w:tblPr><w:tblW w:w=\"5000\" w:type=\"pct\"/><w:tblBorders><w:bottom w:val=\"single\" w:sz=\"4\" w:color=\"BBBBBB\"/><w:insideH w:val=\"single\" w:sz=\"4\" w:color=\"BBBBBB\"/></w:tblBorders></w:tblPr><w:tblGrid>"
            + Arrays.stream(widths).mapToObj(n -> "<w:gridCol w:w=\"" + n + "\"/>").collect(Collectors.joining()) + "</w:tblGrid>");
        row(out, columns, widths, true);
        for (List<String> cells : rows) {
            row(out, cells, widths, false);
        }
        out.write("</w:tbl>");
        paragraph(out, "", "");
    }

    /** Columns as wide as their text is long on average, but none so narrow that the longest word of its head breaks; in twentieths of a point. */
    private static int[] widths(List<String> columns, List<List<String>> rows) {
        int n = columns.size();
        double[] least = new double[n];
        double[] weights = new double[n];
        for (int i = 0; i < n; i++) {
            int column = i;
            least[i] = LETTER * Arrays.stream(columns.get(i).split(" ")).mapToInt(String::length).max().orElse(0) + MARGINS;
            weights[i] = Math.min(45, Math.max(7, rows.stream().mapToInt(row -> row.get(column).length()).average().orElse(0)));
        }
        double[] wide = new double[n];
        double left = TEXT_WIDTH;
        double share = Arrays.stream(weights).sum();
        for (boolean more = true; more;) {                       // a column that gets its least leaves less for the others
            more = false;
            for (int i = 0; i < n; i++) {
                if (wide[i] == 0 && left * weights[i] / share < least[i]) {
                    wide[i] = least[i];
                    left -= least[i];
                    share -= weights[i];
                    more = true;
                }
            }
        }
        for (int i = 0; i < n; i++) {
            wide[i] = wide[i] == 0 ? left * weights[i] / share : wide[i];
        }
        double all = Arrays.stream(wide).sum();
        return Arrays.stream(wide).mapToInt(width -> (int) Math.round(TEXT_WIDTH * width / all)).toArray();
    }

    private static void row(Writer out, List<String> cells, int[] widths, boolean head) throws IOException {
        out.write(head ? "<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>" : "<w:tr><w:trPr><w:cantSplit/></w:trPr>");
        for (int i = 0; i < cells.size(); i++) {
            out.write("<w:tc><w:tcPr><w:tcW w:w=\"" + widths[i] + "\" w:type=\"dxa\"/></w:tcPr><w:p><w:pPr><w:spacing w:after=\"20\"/></w:pPr>");
            run(out, cells.get(i), head);
            out.write("</w:p></w:tc>");
        }
        out.write("</w:tr>");
    }

    static void paragraph(Writer out, String style, String text) throws IOException {
        out.write(style.isEmpty() ? "<w:p>" : "<w:p><w:pPr><w:pStyle w:val=\"" + style + "\"/></w:pPr>");
        run(out, text, false);
        out.write("</w:p>");
    }

    private static void run(Writer out, String text, boolean bold) throws IOException {
        if (!text.isEmpty()) {
            out.write((bold ? "<w:r><w:rPr><w:b/></w:rPr>" : "<w:r>") + "<w:t xml:space=\"preserve\">" + xml(text) + "</w:t></w:r>");
        }
    }

    /** Escaped; what XML cannot hold at all, such as a stray control character, is shown as U+FFFD. */
    private static String xml(String text) {
        var safe = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            boolean holds = c == '\t' || c == '\n' || c == '\r' || c >= 0x20 && c <= 0xD7FF || c >= 0xE000 && c <= 0xFFFD || c >= 0x10000;
            switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                default -> safe.appendCodePoint(holds ? c : 0xFFFD);
            }
        });
        return safe.toString();
    }
}
