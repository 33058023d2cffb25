package dk.udsagn.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dk.udsagn.codebook.Codebook;
import dk.udsagn.codebook.Polarity;
import dk.udsagn.codebook.Theme;
import dk.udsagn.codebook.Wording;
import dk.udsagn.excerpt.CaseSummary;
import dk.udsagn.excerpt.FrameworkMatrix;
import dk.udsagn.excerpt.Interviews;
import dk.udsagn.transcript.Language;
import dk.udsagn.transcript.Respondent;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {
    private static final String HOSTILE = "<script>alert(1)</script> \"onmouseover=\"x\" =1+1; _sagde_ # hun";

    private static Report report(Language language) {
        var book = new Codebook("b", "1", Wording.NONE, List.of(Theme.of("seen", new Wording(Map.of("da", "Set", "en", "Seen"))), Theme.of("helped", Wording.NONE)));
        var talk = Interviews.transcript("A", "I: Hvordan?", "R: " + HOSTILE);
        var codings = new Interviews().code(talk, HOSTILE, "seen", "k1", Polarity.NEGATIVE).codings();
        var matrix = FrameworkMatrix.of(List.of(CaseSummary.of(new Respondent("A", Map.of("age", "=26")), List.of(talk), book, codings)), book);
        return new Report("En <b>titel</b>", language, book, matrix, Map.of("A", "A.txt"), new Report.Made("udsagn test", "f".repeat(64), Map.of("k1", List.of(1, 0)), 0, 0), Optional.empty());
    }

    @Test void transcriptsNeverBecomeMarkupInHtml() {
        String html = report(Language.DANISH).html();
        assertFalse(html.contains("<script>alert"), html);
        assertFalse(html.contains("<b>titel"), html);
        assertFalse(html.contains("\"onmouseover"), html);
        assertTrue(html.contains("&lt;script&gt;alert(1)&lt;/script&gt; &quot;onmouseover=&quot;x&quot;"), html);
    }

    @Test void theHtmlAsksNothingOfTheNetwork() {
        String html = report(Language.DANISH).html();
        assertTrue(html.contains("default-src 'none'"));
        assertFalse(html.matches("(?s).*(src|href)=\"(https?:)?//.*"), html);
    }

    @Test void transcriptsNeverBecomeMarkupInMarkdown() {
        assertTrue(report(Language.DANISH).markdown("A").contains("\\<script\\>alert(1)\\</script\\> \"onmouseover=\"x\" =1+1; \\_sagde\\_ \\# hun"));
    }

    @Test void aCellIsNeverAFormula() throws IOException {
        var out = new StringWriter();
        new Csv(out).cells("=1+1", "- nej", "-3", "a,\"b\"", "=a,b", "", "\t=1").end();
        assertEquals("'=1+1,'- nej,-3,\"a,\"\"b\"\"\",\"'=a,b\",,'\t=1\r\n", out.toString());
        assertTrue(report(Language.DANISH).framework((c, t) -> "=" + t.theme()).contains("A,'=26,'=seen,\r\n"));
    }

    @Test void saysWhatIsSilentAndWhoIsContraryInBothLanguages() {
        assertTrue(report(Language.DANISH).markdown().contains("en | 1 af 1 (A) | heraf 1 med modsatte udsagn (A) | 1 |"));
        assertTrue(report(Language.ENGLISH).markdown().contains("one | 1 of 1 (A) | of whom 1 contrary (A) | 1 |"));
        assertTrue(report(Language.ENGLISH).markdown("A").contains("**Never touched:**"));
    }

    @Test void theQuoteStandsWithItsPlaceAndCoder() {
        assertTrue(report(Language.ENGLISH).markdown("A").contains("— A:2 · A.txt line 2 · k1 · negative"));
    }

    @Test void anUnknownRespondentIsAnsweredWithThoseThereAre() {
        var e = assertThrows(NoSuchElementException.class, () -> report(Language.DANISH).markdown("Z"));
        assertTrue(e.getMessage().contains("[A]"), e.getMessage());
    }

    @Test void sameInputsSameBytes(@TempDir Path folder) throws IOException {
        var first = report(Language.DANISH).write(folder.resolve("1"));
        var second = report(Language.DANISH).write(folder.resolve("2"));
        assertEquals(List.of("index.html", "summary.md", "summary.json", "excerpts.csv", "matrix.csv", "codebook.csv"), first.stream().limit(6).map(f -> f.getFileName().toString()).toList());
        for (int i = 0; i < first.size(); i++) {
            assertEquals(-1, Files.mismatch(first.get(i), second.get(i)), first.get(i).toString());
        }
    }
}
