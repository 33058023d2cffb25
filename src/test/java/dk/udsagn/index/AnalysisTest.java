package dk.udsagn.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dk.udsagn.transcript.Language;
import dk.udsagn.transcript.Span;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class AnalysisTest {
    private static final Analysis DANISH = Analysis.of(Language.DANISH);
    private static final Analysis BARE = Analysis.withoutDictionary(Language.DANISH);
    private static final Analysis ENGLISH = Analysis.of(Language.ENGLISH);

    @Test void noWordIsThrownAway() {
        assertEquals("jeg kunne ikke selv og alle vil op", words("Jeg kunne ikke selv, og alle vil op"));
    }

    @Test void irregularFormsComeBackToTheDictionaryForm() {
        for (Analysis analysis : List.of(DANISH, BARE)) {
            assertEquals(Set.of("barn"), analysis.terms("børnene"));
            assertEquals(Set.of("hjælpe"), analysis.terms("hjulpet"));
            assertFalse(shares(analysis, "kunne", "kun"));
        }
    }

    @Test void theRegularPastIsFoundByTheDictionaryForm() {
        for (Analysis analysis : List.of(DANISH, BARE)) {
            assertTrue(shares(analysis, "snakke", "snakkede"));
        }
    }

    @Test void deponentVerbsKeepTheirS() {
        for (Analysis analysis : List.of(DANISH, BARE)) {
            assertTrue(shares(analysis, "lykkes", "lykkedes"));
            assertTrue(shares(analysis, "synes", "syntes"));
            assertFalse(shares(analysis, "lykkes", "lykke"));
        }
    }

    @Test void anImperativeIsFoundByTheVerbUnlessItIsANoun() {
        for (Analysis analysis : List.of(DANISH, BARE)) {
            assertTrue(shares(analysis, "spørge", "spørg"));
            assertTrue(shares(analysis, "skyde", "skyd"));
            assertFalse(shares(analysis, "snakke", "snak"));
        }
    }

    @Test void theImperativeKeepsWhatStandsBeforeTheVerb() {
        for (Analysis analysis : List.of(DANISH, BARE)) {
            assertTrue(shares(analysis, "forbyde", "forbyd"));
            assertTrue(shares(analysis, "udsætte", "udsæt"));
        }
        assertTrue(shares(BARE, "anlæg", "anlægget"));
    }

    @Test void whatWasDoneInThePastIsFoundByTheVerb() {
        for (Analysis analysis : List.of(DANISH, BARE)) {
            assertTrue(shares(analysis, "beskrive", "beskreves"));
            assertTrue(shares(analysis, "lægge", "lagdes"));
            assertTrue(shares(analysis, "tilbyde", "tilbødes"));
            assertFalse(shares(analysis, "gide", "gades"), "what is the street's");
            assertFalse(shares(analysis, "lide", "ledes"), "is led");
        }
    }

    @Test void aFormOfANounIsNoPastThatAStrongVerbDoesNotHave() {
        assertFalse(shares(DANISH, "ryge", "rygte"));
        assertFalse(shares(DANISH, "låne", "lånet"));
        assertTrue(shares(DANISH, "lån", "lånet"));
    }

    @Test void nounsLoseOrChangeWhatStandsBeforeTheEndingOfThePlural() {
        for (Analysis analysis : List.of(DANISH, BARE)) {
            assertTrue(shares(analysis, "nummer", "numrene"));
            assertTrue(shares(analysis, "studium", "studierne"));
            assertFalse(shares(analysis, "rum", "ordrerne"));
        }
        assertTrue(shares(DANISH, "kursus", "kurserne"));
        assertTrue(shares(DANISH, "kurs", "kurserne"));
        assertTrue(shares(BARE, "kollegium", "kollegiet"));
    }

    @Test void smallWordsAgreeInGenderAndNumberAndKeepTheirCase() {
        for (Analysis analysis : List.of(DANISH, BARE)) {
            assertTrue(shares(analysis, "denne", "disse"));
            assertTrue(shares(analysis, "sin", "sit"));
            assertTrue(shares(analysis, "ofte", "oftere"));
            assertFalse(shares(analysis, "jeg", "mig"), "who hears whom");
            assertFalse(shares(analysis, "nogen", "noget"));
        }
    }

    @Test void participlesInflectLikeTheVerbTheyComeFrom() {
        for (Analysis analysis : List.of(DANISH, BARE)) {
            assertTrue(shares(analysis, "ødelægge", "ødelagte"));
            assertTrue(shares(analysis, "bryde", "brudte"));
        }
        assertFalse(shares(DANISH, "tælle", "tiltalt"));
        assertFalse(shares(DANISH, "let", "lede"));
    }

    @Test void adjectivesInEnAreNoNouns() {
        assertEquals(Set.of("erfaren"), DANISH.terms("erfaren"));
        assertEquals(Set.of("erfaren"), DANISH.terms("erfarne"));
        assertTrue(shares(DANISH, "fremmed", "fremmede"));
        assertTrue(shares(BARE, "usikker", "usikre"));
    }

    @Test void anAccentOrAnApostropheMakesNoOtherWord() {
        for (Analysis analysis : List.of(DANISH, BARE)) {
            assertTrue(shares(analysis, "idé", "ideen"));
            assertTrue(shares(analysis, "sms", "sms'er"));
            assertFalse(shares(analysis, "allé", "alle"));
        }
    }

    @Test void aNounOfAgentIsItsOwnWord() {
        assertTrue(shares(DANISH, "køber", "købere"));
        assertTrue(shares(BARE, "sagsbehandler", "sagsbehandlere"));
        assertTrue(shares(BARE, "far", "fædrenes"));
    }

    @Test void wordsOfTheDayInflectByTheRules() {
        for (Analysis analysis : List.of(DANISH, BARE)) {
            assertTrue(shares(analysis, "ghoste", "ghostede"));
            assertTrue(shares(analysis, "ghoste", "ghostet"));
            assertTrue(shares(analysis, "app", "appen"));
        }
    }

    @Test void spokenFormsAreTheWrittenOnes() {
        assertTrue(shares(BARE, "ka'", "kan"));
        assertTrue(shares(BARE, "sku'", "skulle"));
        assertTrue(shares(BARE, "sån", "sådan"));
        assertTrue(shares(BARE, "rigti'", "rigtig"));
        assertTrue(shares(BARE, "li'", "lide") && shares(BARE, "li'", "lige"));
        assertEquals("jeg ka' ikke", words("jeg ka’ ikke"));
    }

    @Test void aTagQuestionDeniesNothing() {
        assertEquals(Set.of("ik'"), last("det var svært, ik'?"));
        assertEquals(Set.of("ikke"), token("jeg ka' ik' lide det", 2));
    }

    @Test void whatATranscriberNotedIsAGap() {
        assertEquals("jeg:0 synes:2 det:3 er:5 svært:6", places("jeg (griner) synes det [uklart] er svært"));
        assertEquals("og:0 så:2 gik:4 jeg:5", places("og (…) så 00:12:33 gik jeg"));
        assertEquals("min:0 kollega:1 er:2 altså:3", places("min kollega(er) altså"));
        assertEquals("det:0 som:1 jeg:2 jo:3 nok:4 burde:5 sige:6", places("det (som jeg jo nok burde) sige"));
    }

    @Test void invisibleCharactersAreNoBorders() {
        assertEquals("ensomhed", words("en\u00ADsom\u200Bhed"));
        assertEquals("på", words("pa\u030A"));
        assertEquals("to ord", words("to\u00A0ord"));
    }

    @Test void aTurkishCapitalIsFoundByItsLowerCase() {
        assertEquals("i\u0307zmir", words("\u0130zmir"));
    }

    @Test void hyphensJoinAndAForgottenSpaceDoesNot() {
        assertEquals("face-to-face", words("face-to-face"));
        assertEquals("børne og ungeområdet", words("børne- og ungeområdet"));
        assertEquals("hjem så bl.a det", words("hjem.Så bl.a. det"));
    }

    @Test void placesCountInTheWholeText() {
        String text = "I: Hvad så? 😊 R: Æblet faldt";
        assertEquals(List.of("Æblet", "faldt"),
            DANISH.tokens(text, new Span(text.indexOf("Æ"), text.length())).stream().map(t -> t.span().in(text)).toList());
    }

    @Test void englishIsTheOtherLanguage() {
        assertTrue(shares(ENGLISH, "help", "helping"));
        assertEquals(Set.of("not"), ENGLISH.terms("not"));
    }

    @Test void theVersionTellsOneDictionaryFromAnother() {
        assertNotEquals(DANISH.version(), BARE.version());
        assertTrue(DANISH.version().startsWith("da-"), DANISH.version());
    }

    @Test void sentencesEndWhereTheyEnd() {
        assertEquals(List.of("Jeg så dr. Hansen d. 3. maj.", "Det var fint, ik'? altså (…) ja.", "Og bl.a. mor kom!"),
            sentences("Jeg så dr. Hansen d. 3. maj. Det var fint, ik'? altså (…) ja.\nOg bl.a. mor kom!"));
    }

    private static boolean shares(Analysis analysis, String one, String other) {
        return analysis.terms(one).stream().anyMatch(analysis.terms(other)::contains);
    }

    private static List<Token> tokens(String text) {
        return DANISH.tokens(text, new Span(0, text.length()));
    }

    private static String words(String text) {
        return tokens(text).stream().map(Token::exact).collect(Collectors.joining(" "));
    }

    private static String places(String text) {
        return tokens(text).stream().map(t -> t.exact() + ":" + t.position()).collect(Collectors.joining(" "));
    }

    private static Set<String> token(String text, int index) {
        return tokens(text).get(index).terms();
    }

    private static Set<String> last(String text) {
        return token(text, tokens(text).size() - 1);
    }

    private static List<String> sentences(String text) {
        return DANISH.sentences(text, new Span(0, text.length())).stream().map(s -> s.in(text)).toList();
    }
}
