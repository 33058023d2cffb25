package dk.udsagn.survey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dk.udsagn.codebook.Polarity;
import dk.udsagn.survey.Claim.About;
import dk.udsagn.survey.Claim.Of;
import dk.udsagn.survey.Claim.Quantifier;
import dk.udsagn.survey.Claim.Share;
import dk.udsagn.survey.Claim.Thresholds;
import dk.udsagn.survey.Claim.Word;
import dk.udsagn.survey.ClaimCheck.Verdict;
import dk.udsagn.transcript.Language;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Stands are written one letter a respondent: + for, - against, x both, 0 no side, . silent. */
class ClaimTest {
    private static Verdict verdict(Quantifier how, String stands) {
        return check(how, stands).verdict();
    }

    private static ClaimCheck check(Quantifier how, String stands) {
        return Claim.of("c", how, "helped", Polarity.POSITIVE).check(Voices.of("helped", stands));
    }

    private static Verdict english(String sentence, Evidence evidence) {
        return Claim.parse("c", sentence, Language.ENGLISH).check(evidence).verdict();
    }

    @Test void allIsKeptOnlyWhenEveryoneIsPlainlyFor() {
        assertEquals(Verdict.KEPT, verdict(Word.ALL, "++++++"));
        assertEquals(Verdict.OVERCLAIMED, verdict(Word.ALL, "+++++."));
        assertEquals(Verdict.OVERCLAIMED, verdict(Word.ALL, "+++++x"));
        assertEquals(Verdict.OVERCLAIMED, verdict(Word.ALL, "+++++0"));
        assertEquals(Verdict.CONTRADICTED, verdict(Word.ALL, "+++..-"));
        assertEquals(Verdict.UNSUPPORTED, verdict(Word.ALL, "......"));
    }

    @Test void mostIsMoreThanHalfAndNotAll() {
        assertEquals(Verdict.KEPT, verdict(Word.MOST, "++++--"));
        assertEquals(Verdict.OVERCLAIMED, verdict(Word.MOST, "+++..."));
        assertEquals(Verdict.CONTRADICTED, verdict(Word.MOST, "+++---"));
        assertEquals(Verdict.UNDERCLAIMED, verdict(Word.MOST, "++++++"));
    }

    @Test void severalSomeAndOne() {
        assertEquals(Verdict.KEPT, verdict(Word.SEVERAL, "+++..."));
        assertEquals(Verdict.OVERCLAIMED, verdict(Word.SEVERAL, "++...."));
        assertEquals(Verdict.UNDERCLAIMED, verdict(Word.SEVERAL, "++++.."));
        assertEquals(Verdict.KEPT, verdict(Word.SOME, "++...-"));
        assertEquals(Verdict.UNDERCLAIMED, verdict(Word.SOME, "+++++."));
        assertEquals(Verdict.KEPT, verdict(Word.ONE, "+....-"));
        assertEquals(Verdict.UNDERCLAIMED, verdict(Word.ONE, "++...."));
        assertEquals(Verdict.UNSUPPORTED, verdict(Word.SOME, "---..."));
        assertEquals(Verdict.CONTRADICTED, verdict(Word.ONE, "------"));
    }

    @Test void noneIsContradictedByOneAndNotBornOutBySilence() {
        assertEquals(Verdict.KEPT, verdict(Word.NONE, "------"));
        assertEquals(Verdict.CONTRADICTED, verdict(Word.NONE, "-----+"));
        assertEquals(Verdict.CONTRADICTED, verdict(Word.NONE, "-----x"));
        assertEquals(Verdict.OVERCLAIMED, verdict(Word.NONE, "-----."));
        assertEquals(Verdict.UNSUPPORTED, verdict(Word.NONE, "......"));
    }

    @Test void nOfM() {
        assertEquals(Verdict.KEPT, verdict(new Of(4, 6), "++++.-"));
        assertEquals(Verdict.OVERCLAIMED, verdict(new Of(5, 6), "++++.-"));
        assertEquals(Verdict.CONTRADICTED, verdict(new Of(6, 6), "++++.-"));
        assertEquals(Verdict.UNDERCLAIMED, verdict(new Of(3, 6), "++++.-"));
        assertEquals(Verdict.OVERCLAIMED, verdict(new Of(5, 5), "+++++."));       // the silent one is left out of the count
        assertEquals(Verdict.OVERCLAIMED, verdict(new Of(6, 7), "++++++"));       // one was not asked
    }

    @Test void aShareIsHeldWithinItsMargin() {
        assertEquals(Verdict.KEPT, verdict(new Share(67), "++++--"));
        assertEquals(Verdict.KEPT, verdict(new Share(70), "++++--"));
        assertEquals(Verdict.CONTRADICTED, verdict(new Share(75), "++++--"));
        assertEquals(Verdict.OVERCLAIMED, verdict(new Share(75), "++++-."));
        assertEquals(Verdict.UNDERCLAIMED, verdict(new Share(50), "++++--"));
    }

    @Test void saysWhoDecidesWithTheirQuotesAndTheMostThatCanBeSaid() {
        var check = check(Word.ALL, "+++..-");
        assertEquals(List.of("A", "B", "C"), check.with(Stand.FOR));
        assertEquals(List.of("D", "E"), check.with(Stand.SILENT));
        assertEquals(List.of("F"), check.deciding());
        assertEquals(List.of("det var ikke helped"), check.excerpts().stream().map(e -> e.words()).toList());
        assertEquals("3 af 6 respondenter er positive om helped.", check.honest().orElseThrow().sentence(Language.DANISH));
        assertEquals("Alle respondenter er positive om helped. – modsiges. Af 6: 3 for (A, B, C); 1 imod (F); 2 tavs eller uoplyst (D, E). Det mest, der kan siges: "
            + "3 af 6 respondenter er positive om helped.", check.text(Language.DANISH));
    }

    @Test void anOverclaimIsDecidedByThoseWhoAreNotFor() {
        assertEquals(List.of("E", "F"), check(Word.ALL, "++++x.").deciding());
        assertEquals(List.of("A", "B"), check(Word.SOME, "++....").deciding());
    }

    @Test void theMostThatCanBeSaidMayBeTheOppositeOrNothing() {
        assertEquals("2 of 3 respondents are negative about helped.", check(Word.ALL, "--.").honest().orElseThrow().sentence(Language.ENGLISH));
        assertEquals(Optional.empty(), check(Word.ALL, "...").honest());
        assertEquals(Optional.empty(), check(Word.ALL, "00.").honest());
    }

    @Test void thresholdsCanBeSet() {
        var evidence = Voices.of("helped", "++++--");
        var claim = Claim.of("c", Word.MOST, "helped", Polarity.POSITIVE);
        assertEquals(Verdict.KEPT, claim.check(evidence).verdict());
        assertEquals(Verdict.CONTRADICTED, claim.check(evidence, new Thresholds(.75, 3, 2, 1, 5)).verdict());
        assertThrows(IllegalArgumentException.class, () -> new Thresholds(.3, 3, 2, 1, 5));
    }

    @Test void aRespondentMayLeanEnoughToBeOnASide() {
        var evidence = new Voices("helped").quote("A", "helped", Polarity.POSITIVE).quote("A", "helped", Polarity.POSITIVE).quote("A", "helped", Polarity.POSITIVE)
            .quote("A", "helped", Polarity.NEGATIVE).evidence();
        var claim = Claim.of("c", Word.ALL, "helped", Polarity.POSITIVE);
        assertEquals(List.of("A"), claim.check(evidence).with(Stand.MIXED));
        assertEquals(List.of("A"), claim.check(evidence, new Thresholds(.5, 3, 2, .75, 5)).with(Stand.FOR));
    }

    @Test void manyQuotesOfOneRespondentCountOnce() {
        var voices = new Voices("helped");
        for (int i = 0; i < 9; i++) {
            voices.quote("A", "helped", Polarity.POSITIVE);
        }
        assertEquals(Verdict.OVERCLAIMED, english("All respondents are positive about helped", voices.quote("B", "other", Polarity.NEUTRAL).evidence()));
    }

    @Test void subthemesCountForTheirParentWhenAsked() {
        var evidence = new Voices("bridging", "bridging/contact").quote("A", "contact", Polarity.POSITIVE).quote("B", "bridging", Polarity.POSITIVE).evidence();
        assertEquals(Verdict.OVERCLAIMED, english("All respondents are positive about bridging", evidence));
        assertEquals(Verdict.KEPT, english("All respondents are positive about bridging with subthemes", evidence));
    }

    @Test void speakingOfAThemeAtAllTakesNoSide() {
        assertEquals(Verdict.KEPT, english("2 of 4 respondents mention helped", Voices.of("helped", "-0..")));
        assertEquals(Verdict.KEPT, english("None of the respondents mention helped", Voices.of("helped", "....")));
        assertEquals(Verdict.CONTRADICTED, english("All respondents mention helped", Voices.of("helped", "+++.")));
    }

    @Test void theNegativeSideIsTheOtherWayRound() {
        assertEquals(Verdict.KEPT, english("2 of 3 respondents are negative about helped", Voices.of("helped", "--+")));
        assertEquals(Verdict.KEPT, english("One respondent is mixed about helped", Voices.of("helped", "--x")));
    }

    @Test void aGroupIsHeldToItsOwn() {
        var evidence = Voices.of("helped", "++--");             // ages 20, 21, 22, 23
        assertEquals(Verdict.KEPT, english("All respondents with age under 22 are positive about helped", evidence));
        assertEquals(Verdict.CONTRADICTED, english("All respondents with age at least 22 are positive about helped", evidence));
    }

    @Test void whatRespondentsHaveIsKnownOnlyOfThoseWhoTold() {
        var check = Claim.parse("c", "All respondents have sessions over 2.4", Language.ENGLISH).check(Voices.withAttribute("sessions", "mere end 12", "8", null, "over 30", "15", "flere end 15"));
        assertEquals(Verdict.OVERCLAIMED, check.verdict());
        assertEquals(List.of("C"), check.deciding());
        assertEquals("5 of 6 respondents have sessions over 2.4.", check.honest().orElseThrow().sentence(Language.ENGLISH));
    }

    @Test void aLimitThatDoesNotDecideIsNotKnown() {
        assertEquals(Verdict.OVERCLAIMED, english("All respondents have sessions over 20", Voices.withAttribute("sessions", "mere end 12", "30")));
        assertEquals(Verdict.KEPT, english("All respondents have sessions over 12", Voices.withAttribute("sessions", "mere end 12", "30")));
    }

    @Test void isOneLineInATest() {
        Claim.parse("c", "Most respondents are positive about helped.", Language.ENGLISH).check(Voices.of("helped", "+++-")).assertKept();
        var e = assertThrows(AssertionError.class, () -> check(Word.ALL, "+++.").assertKept());
        assertEquals("All respondents are positive about helped. – overclaimed. Of 4: 3 for (A, B, C); 1 silent or not known (D). The most that can be said: "
            + "3 of 4 respondents are positive about helped.", e.getMessage());
    }

    @Test void unknownThemesAttributesAndGroupsAreNamed() {
        var evidence = Voices.of("helped", "++");
        assertEquals("codebook b has no theme \"hlped\"; it has [helped]",
            assertThrows(NoSuchElementException.class, () -> Claim.of("c", Word.ALL, "hlped", Polarity.POSITIVE).check(evidence)).getMessage());
        assertEquals("no respondent has an attribute \"height\"; there are [age]",
            assertThrows(NoSuchElementException.class, () -> english("All respondents have height over 3", evidence)).getMessage());
        assertTrue(assertThrows(NoSuchElementException.class, () -> english("All respondents with age over 90 mention helped", evidence)).getMessage().contains("found [20, 21]"));
    }

    @Test void aThemeMayBeNamedAsPeopleNameIt() {
        assertEquals(Verdict.KEPT, Claim.parse("c", "Alle respondenter er positive om \"navn på helped\"", Language.DANISH).check(Voices.of("helped", "++")).verdict());
        assertEquals(new About("navn på helped", false, Optional.of(Polarity.POSITIVE)), Claim.parse("c", "Alle respondenter er positive om navn på helped", Language.DANISH).says());
    }
}
