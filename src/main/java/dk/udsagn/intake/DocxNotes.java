package dk.udsagn.intake;

import dk.udsagn.transcript.SourcePlace;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Tells the footnotes, endnotes or comments of a Word document, which are no speech. */
final class DocxNotes {
    private final String kind;
    private final Losses losses;

    DocxNotes(String kind, Losses losses) {
        this.kind = kind;
        this.losses = losses;
    }

    void read(byte[] part) throws XMLStreamException {
        XMLStreamReader xml = SafeXml.open(part);
        var words = new StringBuilder();
        boolean text = false;
        while (xml.hasNext()) {
            int event = SafeXml.next(xml);
            if (event == XMLStreamConstants.START_ELEMENT) {
                text = "t".equals(xml.getLocalName());
                words.append("p".equals(xml.getLocalName()) ? " " : "");
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                text = false;
                if (xml.getLocalName().equals(kind)) {
                    if (!Characters.squeeze(words.toString()).isEmpty()) {
                        losses.setAside(kind, "it is no speech", Characters.squeeze(words.toString()), SourcePlace.UNKNOWN);
                    }
                    words.setLength(0);
                }
            } else if (text && event == XMLStreamConstants.CHARACTERS) {
                words.append(xml.getText());
            }
        }
    }
}
