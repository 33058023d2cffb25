package dk.udsagn.survey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dk.udsagn.codebook.Polarity;
import dk.udsagn.survey.Claim.About;
import dk.udsagn.survey.Claim.Condition;
import dk.udsagn.survey.Claim.Has;
import dk.udsagn.survey.Claim.Of;
import dk.udsagn.survey.Claim.Share;
import dk.udsagn.survey.Claim.Word;
import dk.udsagn.transcript.Language;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ClaimSentenceTest {
    private static Claim da(String sentence) {
        return Claim.parse("c", sentence, Language.DANISH);
    }

    private static Claim en(String sentence) {
        return Claim.parse("c", sentence, Language.ENGLISH);
    }

    @Test void readsEveryQuantifierInDanish() {
        assertEquals(Word.ALL, da("Alle respondenter er positive om helped.").quantifier());
        assertEquals(new Of(6, 6), da("Alle seks unge er positive om helped").quantifier());
        assertEquals(Word.MOST, da("De fleste af de unge er positive om helped").quantifier());
        assertEquals(Word.SEVERAL, da("Flere respondenter nævner helped").quantifier());
        assertEquals(Word.SOME, da("Nogle af respondenterne nævner helped").quantifier());
        assertEquals(Word.ONE, da("Én respondent er positiv om helped").quantifier());
        assertEquals(Word.NONE, da("Ingen af respondenterne er negative om helped").quantifier());
        assertEquals(new Of(4, 6), da("4 ud af 6 respondenter nævner helped").quantifier());
        assertEquals(new Of(1, 6), da("Én af seks respondenter nævner helped").quantifier());
        assertEquals(new Of(3, 6), da("Tre af de seks unge nævner helped").quantifier());
        assertEquals(new Share(66.7), da("66,7 % af respondenterne er positive om helped").quantifier());
    }

    @Test void readsEveryQuantifierInEnglish() {
        assertEquals(Word.ALL, en("All of the respondents are positive about helped.").quantifier());
        assertEquals(new Of(6, 6), en("All six respondents are positive about helped").quantifier());
        assertEquals(Word.MOST, en("Most respondents mention helped").quantifier());
        assertEquals(Word.SEVERAL, en("Several of the respondents mention helped").quantifier());
        assertEquals(Word.SOME, en("Some respondents mention helped").quantifier());
        assertEquals(Word.ONE, en("One of the respondents is positive about helped").quantifier());
        assertEquals(Word.ONE, en("One respondent is positive about helped").quantifier());
        assertEquals(new Of(1, 6), en("One of the six respondents mention helped").quantifier());
        assertEquals(Word.NONE, en("No respondents are positive about helped").quantifier());
        assertEquals(new Of(5, 6), en("5 out of 6 respondents are negative about helped").quantifier());
        assertEquals(new Share(60), en("60 per cent of the respondents are positive about helped").quantifier());
    }

    @Test void aSentenceInEnglishIsReadInADanishStudyToo() {
        assertEquals(en("Most respondents with gender = kvinde mention helped").says(), da("Most respondents with gender = kvinde mention helped").says());
        assertTrue(assertThrows(IllegalArgumentException.class, () -> da("Bananas are yellow")).getMessage().contains("a word such as \"alle\""));
    }

    @Test void readsGroupThemeAndSide() {
        var claim = da("De fleste respondenter med alder under 20 og gender = kvinde er negative om \"Følt sig set\" med undertemaer.");
        assertEquals(List.of(new Condition("alder", Claim.Test.UNDER, "20"), new Condition("gender", Claim.Test.IS, "kvinde")), claim.group());
        assertEquals(new About("Følt sig set", true, Optional.of(Polarity.NEGATIVE)), claim.says());
    }

    @Test void readsWhatRespondentsHave() {
        assertEquals(new Has(new Condition("sessions", Claim.Test.OVER, "2,4")), da("Alle respondenter har sessions over 2,4.").says());
        assertEquals(new Has(new Condition("first contact", Claim.Test.IS, "foråret 2021")), en("One respondent has \"first contact\" equal to \"foråret 2021\".").says());
    }

    @Test void writesWhatItReads() {
        assertEquals("Alle respondenter er positive om helped.", da("Alle respondenter er positive om helped").sentence(Language.DANISH));
        assertEquals("All respondents are positive about helped.", da("Alle respondenter er positive om helped").sentence(Language.ENGLISH));
        assertEquals("Én respondent nævner bridging med undertemaer.", en("One respondent mentions bridging with subthemes").sentence(Language.DANISH));
        assertEquals("5 of 6 respondents have sessions over 2.4.", en("5 of 6 respondents have sessions over 2.4").sentence(Language.ENGLISH));
    }

    @Test void aSentenceItCannotReadSaysWhatWasExpectedAndWhere() {
        var e = assertThrows(IllegalArgumentException.class, () -> da("Alle katte er positive om helped"));
        assertEquals("\"Alle katte er positive om helped\" is no sentence that can be held to the evidence: expected a word such as \"respondenter\" at \"katte\"", e.getMessage());
        assertTrue(assertThrows(IllegalArgumentException.class, () -> da("Alle respondenter er positive om")).getMessage().endsWith("expected a theme at its end"));
        assertTrue(assertThrows(IllegalArgumentException.class, () -> da("Alle respondenter har alder over mor")).getMessage().contains("a number only"));
        assertThrows(IllegalArgumentException.class, () -> da(""));
    }
}
