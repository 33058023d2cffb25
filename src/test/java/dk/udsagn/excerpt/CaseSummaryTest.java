package dk.udsagn.excerpt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dk.udsagn.codebook.Codebook;
import dk.udsagn.codebook.Polarity;
import dk.udsagn.codebook.Theme;
import dk.udsagn.codebook.Wording;
import dk.udsagn.coding.Codings;
import dk.udsagn.transcript.Respondent;
import dk.udsagn.transcript.Transcript;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

class CaseSummaryTest {
    private static final Codebook BOOK = new Codebook("b", "1", Wording.NONE, List.of(theme("seen"), theme("helped"),
        new Theme("bridging", Wording.NONE, Wording.NONE, List.of(), List.of(), "", "", List.of(), List.of(), List.of(), List.of(theme("contact")))));
    private static final Respondent A = new Respondent("A", Map.of("age", "26"));
    private static final Transcript TALK = Interviews.transcript("A",
        "I: Følte du dig hørt?",
        "R: Ja, jeg følte mig hørt dernede, og det hjalp.",              // 9 words
        "I: Altid?",
        "R: Nej, (griner) den første lyttede ikke.");                    // 5 words, the note not counted

    private static Theme theme(String id) {
        return Theme.of(id, Wording.NONE);
    }

    private static CaseSummary summary(Interviews codings) {
        return CaseSummary.of(A, List.of(TALK), BOOK, codings.codings());
    }

    @Test void overlappingCodingsOfOneThemeAreOneExcerptWithWhoMarkedWhat() {
        var section = summary(new Interviews().code(TALK, "jeg følte mig hørt", "seen", "k1", Polarity.POSITIVE)
            .code(TALK, "mig hørt dernede", "seen", "k2", Polarity.POSITIVE)).theme("seen");
        assertEquals(1, section.excerpts().size());
        var excerpt = section.excerpts().getFirst();
        assertEquals("jeg følte mig hørt dernede", excerpt.words());
        assertEquals(List.of("k1", "k2"), excerpt.coders());
        assertEquals(2, excerpt.turn());
        assertEquals(excerpt.words(), excerpt.span().in(TALK.text()));
        assertEquals("Ja, ", excerpt.before());
        assertEquals(", og det hjalp.", excerpt.after());
    }

    @Test void wordsAreCountedOnceAndNotesAreNoWords() {
        var summary = summary(new Interviews().code(TALK, "jeg følte mig hørt", "seen", "k1", Polarity.POSITIVE)
            .code(TALK, "mig hørt dernede", "seen", "k2", Polarity.POSITIVE));
        assertEquals(14, summary.words());
        assertEquals(5, summary.theme("seen").words());
        assertEquals(5 / 14.0, summary.theme("seen").share(), 1e-12);
        assertEquals(new CaseSummary.Talk("A", 2, 14, 5), summary.talk().getFirst());
    }

    @Test void namesThemesNeverTouchedButNotTheParentOfATouchedOne() {
        assertEquals(List.of("seen", "helped"), summary(new Interviews().code(TALK, "det hjalp", "contact", "k1", Polarity.NEUTRAL)).silent());
    }

    @Test void marksTheContraryVoiceAndTheContradiction() {
        var section = summary(new Interviews().code(TALK, "jeg følte mig hørt", "seen", "k1", Polarity.POSITIVE)
            .code(TALK, "den første lyttede ikke", "seen", "k1", Polarity.NEGATIVE)).theme("seen");
        assertEquals(1, section.contrary());
        assertTrue(section.contradictory());
        assertFalse(section.excerpts().get(0).contrary());
        assertTrue(section.excerpts().get(1).contrary());
    }

    @Test void codersWhoDisagreeOnTheSideMakeAMixedExcerpt() {
        var section = summary(new Interviews().code(TALK, "lyttede ikke", "seen", "k1", Polarity.NEGATIVE)
            .code(TALK, "lyttede ikke", "seen", "k2", Polarity.POSITIVE)).theme("seen");
        assertEquals(Polarity.MIXED, section.excerpts().getFirst().polarity());
    }

    @Test void cooccurrenceMeansSharedWords() {
        var summary = summary(new Interviews().code(TALK, "jeg følte mig hørt dernede, og det hjalp", "seen", "k1", Polarity.POSITIVE)
            .code(TALK, "det hjalp", "helped", "k2", Polarity.POSITIVE).code(TALK, "den første", "contact", "k2", Polarity.NEUTRAL));
        assertEquals(Map.of("helped", 1), summary.theme("seen").cooccurs());
        assertEquals(Map.of("seen", 1), summary.theme("helped").cooccurs());
        assertEquals(Map.of(), summary.theme("contact").cooccurs());
    }

    @Test void theInterviewersWordsAreNoRespondents() {
        var summary = summary(new Interviews().code(TALK, "Følte du dig hørt", "seen", "k1", Polarity.POSITIVE));
        assertEquals(List.of(), summary.themes());
        assertEquals(0, summary.talk().getFirst().codedWords());
    }

    @Test void aCodingOnAnotherTextIsNotCounted() {
        var edited = Interviews.transcript("A", "I: Følte du dig hørt?", "R: Ja, jeg følte mig hørt dernede, og det hjalp.");
        var codings = new Interviews().code(edited, "det hjalp", "helped", "k1", Polarity.POSITIVE).codings();
        assertEquals(List.of(), CaseSummary.of(A, List.of(TALK), BOOK, codings).themes());
    }

    @Test void aThemeTheCodebookNoLongerHasIsStillShown() {
        assertEquals("gone", summary(new Interviews().code(TALK, "det hjalp", "gone", "k1", Polarity.POSITIVE)).themes().getFirst().theme());
    }

    @Test void aRespondentWhoNeverSpeaksIsAnError() {
        assertThrows(NoSuchElementException.class, () -> CaseSummary.of(new Respondent("B", Map.of()), List.of(TALK), BOOK, Codings.of(List.of())));
    }

    @Test void acrossCasesItSaysHowManyAndHowManyContrary() {
        var b = Interviews.transcript("B", "R: De lyttede. Eller, den ene lyttede slet ikke.");
        var codings = new Interviews().code(TALK, "jeg følte mig hørt", "seen", "k1", Polarity.POSITIVE).code(b, "De lyttede", "seen", "k1", Polarity.POSITIVE)
            .code(b, "den ene lyttede slet ikke", "seen", "k1", Polarity.NEGATIVE).codings();
        var matrix = FrameworkMatrix.of(List.of(CaseSummary.of(A, List.of(TALK), BOOK, codings), CaseSummary.of(new Respondent("B", Map.of()), List.of(b), BOOK, codings)), BOOK);
        assertEquals(new FrameworkMatrix.ThemeRow("seen", 2, List.of("A", "B"), List.of("B"), 3), matrix.rows().getFirst());
        assertEquals(List.of("seen", "helped", "bridging", "contact"), matrix.themes());
    }
}
