package dk.udsagn.suggest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dk.udsagn.codebook.Codebook;
import dk.udsagn.codebook.Indicator;
import dk.udsagn.codebook.Polarity;
import dk.udsagn.codebook.Theme;
import dk.udsagn.codebook.Wording;
import dk.udsagn.coding.Status;
import dk.udsagn.index.Analysis;
import dk.udsagn.transcript.Language;
import dk.udsagn.transcript.Role;
import dk.udsagn.transcript.SourceMap;
import dk.udsagn.transcript.Span;
import dk.udsagn.transcript.Speaker;
import dk.udsagn.transcript.Times;
import dk.udsagn.transcript.Transcript;
import dk.udsagn.transcript.Turn;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class IndicatorSuggesterTest {
    static final Analysis DANISH = Analysis.of(Language.DANISH);

    @Test void proposesTheSentenceAndShowsTheWordsItGoesBy() {
        var found = only("R: Det regnede. Hun lyttede til mig hele tiden. Så gik jeg.", seen("lytte til mig", 0.8));
        assertEquals("Hun lyttede til mig hele tiden.", found.place().words());
        assertEquals(List.of("lyttede til mig"), evidence(found, "R: Det regnede. Hun lyttede til mig hele tiden. Så gik jeg."));
        assertEquals("seen: lytte til mig", found.rule().name());
        assertEquals(Status.ASSERTED, found.status());
        assertEquals(0.8, found.score(), 1e-12);
    }

    @Test void neverLaysAThemeOnTheInterviewersWords() {
        assertEquals(List.of(), suggest("I: Lyttede hun til mig?\nR: Det regnede.", book(seen("lytte til mig", 0.8))));
    }

    @Test void aDenialTurnsPolarityRoundAndIsPartOfTheEvidence() {
        var heard = only("R: Hun lyttede ikke til mig.", seen("lytte near/3 mig", 0.8));
        assertEquals(Status.NEGATED, heard.status());
        assertEquals(Polarity.NEGATIVE, heard.polarity());
        assertEquals(List.of("lyttede", "ikke", "mig"), evidence(heard, "R: Hun lyttede ikke til mig."));
        var judged = only("R: De dømmer ikke.", new Indicator("dømme|dømmer", 0.8, Polarity.NEGATIVE));
        assertEquals(Polarity.POSITIVE, judged.polarity());
    }

    @Test void aDenialThatIsWhatTheIndicatorAsksForTurnsNothing() {
        assertEquals(Polarity.POSITIVE, only("R: De har aldrig presset mig.", seen("\"aldrig presset\"", 0.8)).polarity());
        assertEquals(Polarity.NEGATIVE, only("R: Ingen forstod mig.", seen("(\"hun\" or \"ingen\") before/2 forstå", 0.8)).polarity());
        assertEquals(Polarity.POSITIVE, only("R: Hun forstod mig.", seen("(\"hun\" or \"ingen\") before/2 forstå", 0.8)).polarity());
    }

    @Test void whatSpeaksForOneThemeInOneSentenceIsOneSuggestion() {
        var found = only("R: Hun lyttede til mig, og jeg følte mig hørt.", seen("lytte til mig", 0.8), seen("føle near/3 høre", 0.5));
        assertEquals(0.9, found.score(), 1e-12);
        assertEquals("seen: lytte til mig + føle near/3 høre", found.rule().name());
    }

    @Test void bothSidesInOneSentenceAreMixed() {
        assertEquals(Polarity.MIXED, only("R: De dømmer mig, men de lytter.", new Indicator("dømme|dømmer", 0.8, Polarity.NEGATIVE), seen("lytte", 0.8)).polarity());
    }

    @Test void aQuestionFoundProposesTheWholeAnswer() {
        String text = "I: Hvordan hørte du om stedet?\nR: Det var min mor. Hun så et opslag.";
        var found = only(text, new Indicator("answer-to: høre before/2 om", 0.6, Polarity.NEUTRAL));
        assertEquals("Det var min mor. Hun så et opslag.", found.place().words());
        assertEquals(List.of("hørte", "om"), evidence(found, text));
    }

    @Test void whatIsSaidIsNotLookedForInQuestions() {
        String text = "I: Så hun lyttede til mig?\nR: Ja, hun lyttede til mig.";
        assertEquals(0.88, only(text, seen("lytte til mig", 0.8)).score(), 1e-12);        // 1 - (1 - .8) (1 - .8 / 2)
        assertEquals(0.8, only(text, seen("said: lytte til mig", 0.8)).score(), 1e-12);
        assertEquals(List.of(), suggest("I: Lyttede hun til mig?\nR: Ja.", book(seen("said: lytte", 0.8))));
    }

    @Test void whatIsAskedLendsWeightAndProposesNothing() {
        assertEquals(List.of(), suggest("I: Lyttede hun?\nR: Ja, hun lyttede.", book(seen("asked: lytte", 0.8))));
        var lent = only("I: Lyttede hun?\nR: Ja, hun hørte efter.", seen("asked: lytte", 0.8), seen("said: høre", 0.5));
        assertEquals(0.7, lent.score(), 1e-12);                              // 1 - (1 - .5) (1 - .8 / 2)
        assertEquals(0.5, only("I: Og så?\nR: Ja, hun hørte efter.", seen("asked: lytte", 0.8), seen("said: høre", 0.5)).score(), 1e-12);
        assertEquals("Ja, hun hørte efter.", lent.place().words());
    }

    @Test void saysAfterWhichPrefixAnIndicatorCannotBeRead() {
        var fault = assertThrows(IllegalArgumentException.class, () -> suggester(seen("asked: near/3 mig", 0.5)));
        assertTrue(fault.getMessage().startsWith("theme seen, indicator 1 \"asked: near/3 mig\" (after asked:): character 2"), fault.getMessage());
    }

    @Test void theIdStaysWhileRuleAndTextStay() {
        var once = only("R: Hun lyttede til mig.", seen("lytte til mig", 0.8));
        assertEquals(once.id(), only("R: Hun lyttede til mig.", seen("lytte til mig", 0.5)).id());
        assertNotEquals(once.id(), only("R: Hun lyttede til mig.", seen("lytte", 0.8)).id());
        assertNotEquals(once.id(), only("R: Hun lyttede til mig!", seen("lytte til mig", 0.8)).id());
        assertTrue(once.id().matches("[0-9a-f]{16}"), once.id());
    }

    @Test void saysWhereAnIndicatorCannotBeRead() {
        var fault = assertThrows(IllegalArgumentException.class, () -> suggester(seen("lytte", 0.8), seen("føle near/x hørt", 0.5)));
        assertTrue(fault.getMessage().startsWith("theme seen, indicator 2 \"føle near/x hørt\": "), fault.getMessage());
        assertTrue(fault.getMessage().matches("(?s).*\\b6\\b.*"), fault.getMessage());
    }

    @Test void refusesAnIndicatorThatIsNeverFound() {
        var fault = assertThrows(IllegalArgumentException.class, () -> suggester(seen("(lytte) not near/3 (lytte or høre)", 0.8)));
        assertTrue(fault.getMessage().contains("never found"), fault.getMessage());
    }

    @Test void keepsBackWhatIsTooUncertain() {
        var suggester = suggester(seen("lytte", 0.4), seen("hørt", 0.9)).atLeast(0.5);
        assertEquals(1, suggester.suggest(transcript("R: De lytter. Jeg blev hørt.")).size());
    }

    static Suggestion only(String text, Indicator... indicators) {
        var all = suggest(text, book(indicators));
        assertEquals(1, all.size(), () -> text + " gave " + all);
        return all.getFirst();
    }

    static List<String> evidence(Suggestion suggestion, String text) {
        var spoken = transcript(text).text();
        return suggestion.evidence().stream().map(s -> s.in(spoken)).toList();
    }

    static List<Suggestion> suggest(String text, Codebook book) {
        return IndicatorSuggester.of(book, DANISH).suggest(transcript(text));
    }

    static IndicatorSuggester suggester(Indicator... indicators) {
        return IndicatorSuggester.of(book(indicators), DANISH);
    }

    static Indicator seen(String find, double weight) {
        return new Indicator(find, weight, Polarity.POSITIVE);
    }

    static Codebook book(Indicator... indicators) {
        return new Codebook("b", "1", Wording.NONE, List.of(theme("seen", indicators)));
    }

    static Theme theme(String id, Indicator... indicators) {
        return new Theme(id, new Wording(Map.of("da", id)), Wording.NONE, List.of(), List.of(), "", "", List.of(indicators), List.of(), List.of(), List.of());
    }

    /** "I: …" and "R: …", one turn a line. */
    static Transcript transcript(String lines) {
        return transcript("T", lines);
    }

    static Transcript transcript(String id, String lines) {
        var turns = new ArrayList<Turn>();
        int at = 0;
        for (String line : lines.split("\n", -1)) {
            if (line.length() > 3) {
                boolean asks = line.startsWith("I: ");
                turns.add(new Turn(turns.size() + 1, new Speaker(asks ? "I" : "R", asks ? Role.INTERVIEWER : Role.RESPONDENT), new Span(at + 3, at + line.length()), Times.UNKNOWN));
            }
            at += line.length() + 1;
        }
        return new Transcript(id, lines, turns, SourceMap.identity(lines));
    }
}
