package dk.udsagn.index;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dk.udsagn.transcript.Language;
import dk.udsagn.transcript.Span;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CompoundsTest {
    private static final Analysis DANISH = Analysis.of(Language.DANISH);

    @Test void aWordWithoutARootOfItsOwnIsFoundByItsParts() {
        assertEquals(Set.of("ung", "rådgiver"), parts("ungerådgiveren"));
        assertEquals(Set.of("rådgivning", "samtale"), parts("rådgivningssamtaler"));
        assertEquals(Set.of("lav", "tærskel", "tilbud"), parts("lavtærskeltilbuddet"));
        assertEquals(Set.of("familie", "problematik"), parts("familieproblematikker"));
    }

    @Test void aWordOfItsOwnIsNotCut() {
        for (String word : Set.of("ensomhedsfølelse", "fortælle", "hverdagen", "overgreb", "rasmussen", "instagram", "computerspil")) {
            assertEquals(Set.of(), parts(word), word);
        }
    }

    @Test void partsOfAHyphenatedWordAreItsWords() {
        assertEquals(Set.of("mor", "datter", "forhold"), parts("mor-datter-forholdet"));
    }

    @Test void aPartIsTrustedLess() {
        String text = "Hun var min ungerådgiver";
        Match match = Expression.parse("rådgiver", DANISH).in(DANISH.tokens(text, new Span(0, text.length()))).get(0);
        assertEquals("ungerådgiver", match.span().in(text));
        assertEquals(false, match.whole());
    }

    @Test void allFormsOfACompoundShareItsDictionaryForm() {
        assertEquals(DANISH.terms("lavtærskeltilbud"), DANISH.terms("lavtærskeltilbuddene"));
    }

    private static Set<String> parts(String word) {
        return DANISH.tokens(word, new Span(0, word.length())).get(0).parts();
    }
}
