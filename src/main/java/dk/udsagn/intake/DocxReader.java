package dk.udsagn.intake;

import dk.udsagn.transcript.FormatException;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;

/**
 * Word documents. Paragraphs and table rows are read as they look with all tracked changes accepted; deleted and hidden words,
 * footnotes, comments and text boxes are set aside and told, headers and footers are no part of the text.
 */
final class DocxReader implements TranscriptReader {
    private static final String BODY = "word/document.xml";
    private static final String STYLES = "word/styles.xml";
    private final Wording wording;

    DocxReader(Wording wording) {
        this.wording = wording;
    }

    @Override public Optional<Reading> read(Source file) {
        if (!Archive.isOne(file)) {
            return Optional.empty();
        }
        Archive archive = Archive.of(file, n -> n.equals(BODY) || n.equals("word/document2.xml") || n.equals(STYLES) || n.equals("word/footnotes.xml")
            || n.equals("word/endnotes.xml") || n.equals("word/comments.xml"));
        byte[] body = archive.has(BODY) ? archive.get(BODY) : archive.get("word/document2.xml");
        if (body == null) {
            return Optional.empty();
        }
        var losses = new Losses(wording.language());
        try {
            var text = new DocumentText(wording, losses);
            var reader = new DocxBody(text, losses);
            if (archive.has(STYLES)) {
                reader.readStyles(archive.get(STYLES));
            }
            reader.read(body);
            for (String part : new String[] {"footnotes", "endnotes", "comments"}) {
                if (archive.has("word/" + part + ".xml")) {
                    new DocxNotes(part.substring(0, part.length() - 1), losses).read(archive.get("word/" + part + ".xml"));
                }
            }
            return Optional.of(DocumentReading.of(file, text, "Word document (docx)", wording, losses));
        } catch (XMLStreamException e) {
            FormatException fault = SafeXml.fault(file.name(), e);
            throw new FormatException(file.name(), 0, "in " + BODY + ", " + fault.problem(), fault.mend());
        }
    }
}
