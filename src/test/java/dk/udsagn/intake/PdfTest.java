package dk.udsagn.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.junit.jupiter.api.Test;

/** What stands where on the page of a PDF. */
class PdfTest {
    /** Words of a page: how far from its left edge and its top, how large. */
    private record Words(int left, int down, int size, String words) {
    }

    private static Reading read(List<List<Words>> pages) throws IOException {
        var font = new PDType1Font(Standard14Fonts.FontName.HELVETICA);
        try (var document = new PDDocument(); var out = new ByteArrayOutputStream()) {
            for (List<Words> page : pages) {
                var sheet = new PDPage(PDRectangle.A4);
                document.addPage(sheet);
                try (var content = new PDPageContentStream(document, sheet)) {
                    for (Words words : page) {
                        content.beginText();
                        content.setFont(font, words.size);
                        content.newLineAtOffset(words.left, PDRectangle.A4.getHeight() - words.down);
                        content.showText(words.words);
                        content.endText();
                    }
                }
            }
            document.save(out);
            return Reads.read("x.pdf", out.toByteArray());
        }
    }

    @Test void smallNumbersInTheMarginAreNoSpeechWhereverTheirLineIsEmpty() throws IOException {
        var page = new ArrayList<Words>();
        String[] talk = {"I: Hvad laver du?", "", "R: Jeg har 31 sager, og", "24 er normen.", "", "I: Aha.", "", "R: Ja. Vi er", "2 om dagen.", "", "", "I: Nå?"};
        for (int i = 0; i < talk.length; i++) {
            page.add(new Words(30, 60 + 16 * i, 8, "" + (i + 1)));
            if (!talk[i].isEmpty()) {
                page.add(new Words(60, 60 + 16 * i, 11, talk[i]));
            }
        }
        var reading = read(List.of(page));
        assertEquals(List.of("I|Hvad laver du?", "R|Jeg har 31 sager, og/24 er normen.", "I|Aha.", "R|Ja. Vi er/2 om dagen.", "I|Nå?"),
            Reads.turns(reading));
        assertEquals(List.of("SET_ASIDE line number 12"), Reads.losses(reading));
    }
}
