package dk.udsagn.suggest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dk.udsagn.codebook.Codebook;
import dk.udsagn.codebook.Example;
import dk.udsagn.codebook.Indicator;
import dk.udsagn.codebook.Polarity;
import dk.udsagn.codebook.Theme;
import dk.udsagn.codebook.Wording;
import dk.udsagn.coding.Codings;
import dk.udsagn.coding.Decision;
import dk.udsagn.coding.Place;
import dk.udsagn.coding.Status;
import dk.udsagn.transcript.Transcript;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TurnSuggesterTest {
    private static final Codings NOTHING = Codings.of(List.of());
    private static final String CODED = """
        R: Vi spiste rugbrød til frokost, og bussen kom for sent igen.
        R: Hun ringede til kommunen for mig, mens jeg sad der.
        R: Hunden gøede hele natten, og kaffen var kold.
        R: De ringede til lægen for mig dagen efter.
        R: Vi så fodbold i går, og min cykel er punkteret.
        R: Det sneede hele ugen, jeg køber brød på hjørnet.
        R: Så ringede hun til skolen for mig, og det var rart.
        R: Lampen blinker, og kaffen er drukket.
        R: Rådgiveren ringede til jobcenteret for mig.""";

    @Test void proposesTheWholeAnswerAndShowsTheWordsItGoesBy() {
        var found = only("R: Det regnede, da jeg kom derned. Hun lyttede til mig hele tiden. Så gik jeg hjem igen.", seen("lytte til mig", 0.9));
        assertEquals("Det regnede, da jeg kom derned. Hun lyttede til mig hele tiden. Så gik jeg hjem igen.", found.place().words());
        assertEquals("seen: lytte til mig", found.rule().name());
        assertEquals(Status.ASSERTED, found.status());
    }

    @Test void theQuestionCountsForTheAnswer() {
        var asks = new Indicator("answer-to: \"lyttet til\"", 0.9, Polarity.POSITIVE);
        String answer = "R: Ja, det gjorde jeg faktisk, hun sad der bare og havde al tid i verden, og det var jeg slet ikke vant til.";
        assertEquals(1, suggest("I: Følte du dig lyttet til?\n" + answer, asks).size());
        assertEquals(List.of(), suggest("I: Hvornår kom du igen?\n" + answer, asks));
    }

    @Test void aQuestionStaysOpenWhileTheInterviewerOnlyNods() {
        var asks = new Indicator("answer-to: \"lyttet til\"", 0.9, Polarity.POSITIVE);
        String answer = "R: Ja, det gjorde jeg faktisk, hun sad der bare og havde al tid i verden, og det var jeg slet ikke vant til.";
        assertEquals(2, suggest("I: Følte du dig lyttet til?\n" + answer + "\nI: Mm.\n" + answer, asks).size());
    }

    @Test void aNoDeniesWhatWasAsked() {
        var asks = new Indicator("answer-to: \"lyttet til\"", 0.9, Polarity.POSITIVE);
        var found = suggest("I: Følte du dig lyttet til?\nR: Nej, det gjorde jeg ikke, de havde alt for travlt med alle mulige andre ting den dag.", asks).getFirst();
        assertEquals(Polarity.NEGATIVE, found.polarity());
        assertEquals(Status.NEGATED, found.status());
    }

    @Test void neverLaysAThemeOnTheInterviewersWords() {
        assertEquals(List.of(), suggest("I: Lyttede hun til mig?\nR: Det regnede.", seen("lytte til mig", 0.9)));
    }

    @Test void aThemeUnderAnotherIsProposedWhereItsOwnWordsAreFound() {
        var call = IndicatorSuggesterTest.theme("call", seen("ringe near/3 kommune|mig", 0.9));
        var bridge = new Theme("bridge", Wording.NONE, Wording.NONE, List.of(), List.of(), "", "", List.of(seen("hjælpe near/3 videre", 0.5)), List.of(), List.of(), List.of(call));
        var suggester = TurnSuggester.byIndicators(IndicatorSuggester.of(new Codebook("b", "1", Wording.NONE, List.of(bridge)), IndicatorSuggesterTest.DANISH), List.of(), NOTHING);
        var found = suggester.suggest(IndicatorSuggesterTest.transcript("R: De hjalp mig videre, og så ringede hun for mig til kommunen en dag i maj."));
        assertEquals(List.of("call"), found.stream().map(Suggestion::theme).toList());
    }

    @Test void aLongIndicatorIsNamedByItsNumberAndWhatItFound() {
        var found = only("R: Det var virkelig rart, at hun lod mig snakke færdig uden at afbryde en eneste gang.",
            seen("\"uden at afbryde\" or \"lod mig snakke færdig\" or \"lod mig tale ud\" or \"afbrød ikke\"", 0.9));
        assertEquals("seen: seen 1 \"lod mig snakke færdig\" + seen 1 \"uden at afbryde\"", found.rule().name());
    }

    @Test void learnsFromWhatPeopleCoded() {
        var suggester = learned().atLeast(0.2);
        var found = suggester.suggest(IndicatorSuggesterTest.transcript("I: Hvordan gik det?\nR: Der var is på søen.\nI: Ringede nogen for dig?\nR: Ja, hun ringede til psykiatrien for mig."));
        var best = found.stream().max(java.util.Comparator.comparingDouble(Suggestion::score)).orElseThrow();
        assertEquals("Ja, hun ringede til psykiatrien for mig.", best.place().words());
        assertEquals("contact", best.theme());
        assertEquals(Polarity.POSITIVE, best.polarity());
        assertTrue(best.rule().name().startsWith("contact: like \"") && best.rule().name().contains("ringede"), best.rule().name());
        assertTrue(best.evidence().stream().allMatch(best.place().span()::contains), "evidence lies in the passage");
    }

    @Test void learnsTheSameFromTheSame() {
        var transcript = IndicatorSuggesterTest.transcript("R: Hun ringede til psykiatrien for mig.\nR: Vi spiste kage.");
        assertEquals(learned().atLeast(0).suggest(transcript), learned().atLeast(0).suggest(transcript));
    }

    @Test void leavesOutThemesWithTooFewExamples() {
        var suggester = TurnSuggester.byExamples(book(), List.of(), NOTHING, IndicatorSuggesterTest.DANISH, new HashingEmbedder());
        assertEquals(List.of(), suggester.atLeast(0).suggest(IndicatorSuggesterTest.transcript("R: Hun ringede til lægen for mig.")));
    }

    @Test void bothGiveBothReasons() {
        var transcript = IndicatorSuggesterTest.transcript(CODED);
        var suggester = TurnSuggester.byBoth(IndicatorSuggester.of(book(), IndicatorSuggesterTest.DANISH), List.of(transcript), codings(transcript), new HashingEmbedder());
        var found = suggester.atLeast(0.1).suggest(IndicatorSuggesterTest.transcript("R: Hun ringede til psykiatrien for mig."));
        assertTrue(found.getFirst().rule().name().startsWith("contact: for mig + like \""), found.toString());
    }

    @Test void anEncoderThatLeavesNothingAtZeroTeachesToo() {
        var transcript = IndicatorSuggesterTest.transcript(CODED);
        Embedder dense = new Embedder() {
            @Override public String id() {
                return "two/1";
            }

            @Override public float[] embed(String passage) {
                return passage.contains("ringede") ? new float[] {0.9f, 0.1f} : new float[] {0.1f, 0.9f};
            }
        };
        var suggester = TurnSuggester.byExamples(book(), List.of(transcript), codings(transcript), IndicatorSuggesterTest.DANISH, dense).atLeast(0);
        var scores = suggester.suggest(IndicatorSuggesterTest.transcript("R: Vi spiste aftensmad hos min mormor.\nR: De ringede til psykiatrien om mig."));
        assertEquals(List.of("De ringede til psykiatrien om mig."), scores.stream().filter(s -> s.score() > 0.3).map(s -> s.place().words()).toList());
    }

    @Test void theCurveTellsWhatScoresMeant() {
        var transcript = IndicatorSuggesterTest.transcript(String.join("\n", CODED, CODED, CODED));
        var curve = TurnSuggester.byExamples(book(), List.of(transcript), codings(transcript), IndicatorSuggesterTest.DANISH, new HashingEmbedder()).curve();
        assertEquals(54, curve.points().stream().mapToInt(Calibration.Point::count).sum());
        assertEquals(Calibration.NONE, TurnSuggester.byExamples(book(), List.of(), NOTHING, IndicatorSuggesterTest.DANISH, new HashingEmbedder()).curve());
    }

    @Test void aScoreOutsideItsRangeIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> learned().atLeast(1.1));
    }

    private static Suggestion only(String text, Indicator... indicators) {
        var all = suggest(text, indicators);
        assertEquals(1, all.size(), () -> text + " gave " + all);
        return all.getFirst();
    }

    private static List<Suggestion> suggest(String text, Indicator... indicators) {
        return TurnSuggester.byIndicators(IndicatorSuggesterTest.suggester(indicators), List.of(), NOTHING).suggest(IndicatorSuggesterTest.transcript(text));
    }

    private static Indicator seen(String find, double weight) {
        return IndicatorSuggesterTest.seen(find, weight);
    }

    private static TurnSuggester learned() {
        var transcript = IndicatorSuggesterTest.transcript(CODED);
        return TurnSuggester.byExamples(book(), List.of(transcript), codings(transcript), IndicatorSuggesterTest.DANISH, new HashingEmbedder());
    }

    private static Codings codings(Transcript transcript) {
        var decisions = new ArrayList<Decision>();
        transcript.turns().stream().filter(t -> t.span().in(transcript.text()).contains("for mig")).forEach(t ->
            decisions.add(new Decision.Laid(new Decision.Entry("d" + t.number(), Instant.EPOCH, "k1", "test"), new Decision.Content(
                Place.in(transcript, t.span()), "contact", "1", Polarity.POSITIVE, Status.ASSERTED), Optional.empty())));
        return Codings.of(decisions);
    }

    private static Codebook book() {
        return new Codebook("b", "1", Wording.NONE, List.of(new Theme("contact", Wording.NONE, Wording.NONE, List.of(), List.of(), "", "",
            List.of(seen("for mig", 0.6)), List.of(new Example("Hun ringede til dem for mig.", Polarity.POSITIVE, "")), List.of(), List.of())));
    }
}
