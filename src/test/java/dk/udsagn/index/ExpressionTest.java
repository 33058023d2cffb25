package dk.udsagn.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dk.udsagn.transcript.Language;
import dk.udsagn.transcript.Span;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExpressionTest {
    private static final Analysis DANISH = Analysis.withoutDictionary(Language.DANISH);

    @Test void aWordFindsItsOtherForms() {
        assertEquals(List.of("Jeg blev så [lettet], og hun [lettede]"), found("lette", "Jeg blev så lettet, og hun lettede"));
    }

    @Test void wordsInARowFindTheirFormsInARow() {
        assertEquals(List.of("De [lyttede til mig], men jeg lyttede ikke til dig"), found("lytte til mig", "De lyttede til mig, men jeg lyttede ikke til dig"));
    }

    @Test void aQuotationFindsItsVeryWordsOnly() {
        assertEquals(List.of("Jeg [blev taget seriøst]. Jeg bliver taget seriøst."),
            found("\"blev taget seriøst\"", "Jeg blev taget seriøst. Jeg bliver taget seriøst."));
    }

    @Test void aBeginningFindsAllThatBeginsSo() {
        assertEquals(List.of("[Psykologerne] og [psykologhjælpen]"), found("psykolog*", "Psykologerne og psykologhjælpen"));
    }

    @Test void aWordSpelledNearlySoIsFound() {
        assertEquals(List.of("et [fejlstavet] ord, men ikke fejltolket"), found("fejlstavt~", "et fejlstavet ord, men ikke fejltolket"));
    }

    @Test void alternativesStandAtOnePlaceOfARow() {
        assertEquals(List.of("de [tog det alvorligt] og [tager mig seriøst]"), found("tage det|mig seriøst|alvorlig", "de tog det alvorligt og tager mig seriøst"));
    }

    @Test void nearCountsWordsInEitherOrderAndBeforeInOne() {
        String text = "hørt er jeg, og jeg føler mig virkelig hørt";
        assertEquals(List.of("hørt er jeg, og jeg [føler mig virkelig hørt]"), found("føle near/3 hørt", text));
        assertEquals(List.of("hørt er jeg, og jeg føler mig virkelig hørt"), found("føle near/2 hørt", text));
        assertEquals(List.of("[hørt er jeg, og jeg føler] mig virkelig hørt", "hørt er jeg, og jeg [føler mig virkelig hørt]"), apart("føle near/5 hørt", text));
        assertEquals(List.of("[hørt er jeg, og jeg føler] mig virkelig hørt"), apart("hørt before/5 føle", text));
    }

    @Test void notNearLeavesOutWhatTheOtherStandsBeside() {
        assertEquals(List.of("Jeg fik ikke hjælp. Senere hen fik jeg dog meget god [hjælp]."),
            found("(hjælp) not near/3 (ikke)", "Jeg fik ikke hjælp. Senere hen fik jeg dog meget god hjælp."));
    }

    @Test void overlappingMatchesAreAllFound() {
        assertEquals(List.of("[ja ja] ja", "ja [ja ja]"), apart("ja ja", "ja ja ja"));
        assertEquals(3, matches("(ja near/5 ja) or nej", "ja ja ja").size());
    }

    @Test void orBindsLoosest() {
        assertEquals(List.of("[mor] og [far hjælper]"), found("mor or far hjælpe", "mor og far hjælper"));
    }

    @Test void evidenceIsTheVeryWords() {
        String text = "De tog mig virkelig meget alvorligt";
        Match match = matches("tage mig near/4 alvorlig", text).get(0);
        assertEquals(List.of("tog mig", "alvorligt"), match.evidence().stream().map(s -> s.in(text)).toList());
        assertEquals("tog mig virkelig meget alvorligt", match.span().in(text));
        assertEquals(List.of(1, 6), List.of(match.from(), match.to()));
    }

    @Test void markupBetweenTwoWordsKeepsThemApart() {
        assertEquals(List.of("føler (griner) mig"), found("føle mig", "føler (griner) mig"));
    }

    @Test void anErrorNamesThePlaceWhatWasFoundAndWhatWouldDo() {
        assertEquals("character 9 of lytte x(: found the end; a word, a quotation or an opening bracket is needed here", error("lytte x("));
        assertEquals("character 1 of ps*: found \"ps*\"; the beginning of a word needs at least three letters before *", error("ps*"));
        assertEquals("character 6 of føle near/x hørt: found \"near/x\"; nearness needs a number of words from 1 to 100, as in near/5", error("føle near/x hørt"));
        assertEquals("character 5 of mor AND far: found \"AND\"; AND combines turns in a search; inside an expression write near/5, or, not near/5",
            error("mor AND far"));
        assertEquals("character 6 of blev \"taget: the quotation that starts here has no end; close it with \"", error("blev \"taget"));
        assertEquals("character 1 of : found the end; a word, a quotation or an opening bracket is needed here", error(""));
        assertEquals("character 5 of mor ): found \")\"; an opening bracket is missing, or this one is too many", error("mor )"));
        assertEquals("character 1 of ---: found \"---\"; there is no word in it", error("---"));
    }

    @Test void bracketsWithoutEndAreRefusedAndDoNotHang() {
        assertThrows(IllegalArgumentException.class, () -> Expression.parse("(".repeat(100_000), DANISH));
    }

    private static String error(String expression) {
        return assertThrows(IllegalArgumentException.class, () -> Expression.parse(expression, DANISH)).getMessage();
    }

    private static List<Match> matches(String expression, String text) {
        return Expression.parse(expression, DANISH).in(DANISH.tokens(text, new Span(0, text.length())));
    }

    /** All matches bracketed in one text. */
    private static List<String> found(String expression, String text) {
        String marked = text;
        List<Match> matches = matches(expression, text);
        for (int i = matches.size() - 1; i >= 0; i--) {
            marked = bracketed(marked, matches.get(i).span());
        }
        return List.of(marked);
    }

    /** Each match bracketed in a text of its own. */
    private static List<String> apart(String expression, String text) {
        return matches(expression, text).stream().map(match -> bracketed(text, match.span())).toList();
    }

    private static String bracketed(String text, Span span) {
        return text.substring(0, span.start()) + "[" + span.in(text) + "]" + text.substring(span.end());
    }
}
