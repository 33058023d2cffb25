package dk.udsagn.suggest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dk.udsagn.codebook.Codebook;
import dk.udsagn.codebook.Example;
import dk.udsagn.codebook.Polarity;
import dk.udsagn.codebook.Theme;
import dk.udsagn.codebook.Wording;
import dk.udsagn.coding.Codings;
import dk.udsagn.coding.Decision;
import dk.udsagn.coding.Place;
import dk.udsagn.coding.Status;
import dk.udsagn.transcript.Span;
import dk.udsagn.transcript.Transcript;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExampleSuggesterTest {
    private static final String CODED = """
        R: Vi spiste rugbrød til frokost. Bussen kom for sent igen. Hunden gøede hele natten. Kaffen var kold.
        R: Hun hjalp mig med skemaet. Hun ringede til kommunen for mig. De ringede til lægen for mig.
        R: Vi så fodbold i går. Min cykel er punkteret. Det sneede hele ugen. Jeg køber brød på hjørnet.
        R: Så ringede hun til skolen for mig. Rådgiveren ringede til jobcenteret for mig. Lampen blinker.""";

    @Test void proposesWhatIsLikeWhatPeopleCoded() {
        var suggester = learned().atLeast(0);
        var found = suggester.suggest(IndicatorSuggesterTest.transcript("I: Ringede nogen for dig?\nR: Der var is på søen. Hun ringede til psykiatrien for mig."));
        var best = found.stream().max(java.util.Comparator.comparingDouble(Suggestion::score)).orElseThrow();
        assertEquals("Hun ringede til psykiatrien for mig.", best.place().words());
        assertEquals("contact", best.theme());
        assertTrue(best.rule().name().startsWith("contact: like \"") && best.rule().name().contains("ringede"), best.rule().name());
        assertTrue(best.evidence().stream().allMatch(best.place().span()::contains), "evidence lies in the passage");
        assertTrue(found.stream().noneMatch(s -> s.turn() == 1), "the interviewer's words are context");
    }

    @Test void learnsTheSameFromTheSame() {
        var transcript = IndicatorSuggesterTest.transcript("R: Hun ringede til psykiatrien for mig. Vi spiste kage.");
        assertEquals(learned().atLeast(0).suggest(transcript), learned().atLeast(0).suggest(transcript));
    }

    @Test void leavesOutThemesWithTooFewExamples() {
        var suggester = ExampleSuggester.learn(book(), List.of(), Codings.of(List.of()), IndicatorSuggesterTest.DANISH, new HashingEmbedder());
        assertEquals(List.of(), suggester.atLeast(0).suggest(IndicatorSuggesterTest.transcript("R: Hun ringede til lægen for mig.")));
    }

    @Test void aBlendKeepsTheIndicatorsSuggestionAndBothReasons() {
        var indicators = IndicatorSuggester.of(book(), IndicatorSuggesterTest.DANISH);
        var transcript = IndicatorSuggesterTest.transcript("R: Hun ringede til psykiatrien for mig.");
        var alone = indicators.suggest(transcript).getFirst();
        var both = new BlendedSuggester(indicators, learned().atLeast(0)).suggest(transcript);
        assertEquals(1, both.size());
        assertEquals(alone.id(), both.getFirst().id());
        assertTrue(both.getFirst().score() > alone.score(), both.getFirst().score() + " > " + alone.score());
        assertTrue(both.getFirst().rule().name().startsWith("contact: for mig + like \""), both.getFirst().rule().name());
    }

    @Test void scoresAreSharesOfWhatPeopleHeldRight() {
        var transcript = IndicatorSuggesterTest.transcript("R: De gjorde det for mig. ".repeat(30) + "\n" + CODED);
        var codings = codings(transcript);
        var suggester = IndicatorSuggester.of(book(), IndicatorSuggesterTest.DANISH).calibratedOn(List.of(transcript), codings);
        assertEquals(1, suggester.calibration().points().size());
        assertEquals(4.0 / 34, suggester.calibration().points().getFirst().right(), 1e-12);
    }

    private static ExampleSuggester learned() {
        var transcript = IndicatorSuggesterTest.transcript(CODED);
        return ExampleSuggester.learn(book(), List.of(transcript), codings(transcript), IndicatorSuggesterTest.DANISH, new HashingEmbedder());
    }

    private static Codings codings(Transcript transcript) {
        var decisions = new ArrayList<Decision>();
        for (String words : List.of("Hun ringede til kommunen for mig.", "De ringede til lægen for mig.", "Så ringede hun til skolen for mig.", "Rådgiveren ringede til jobcenteret for mig.")) {
            int at = transcript.text().indexOf(words);
            decisions.add(new Decision.Laid(new Decision.Entry("d" + at, Instant.EPOCH, "k1", "test"), new Decision.Content(
                Place.in(transcript, new Span(at, at + words.length())), "contact", "1", Polarity.POSITIVE, Status.ASSERTED), Optional.empty()));
        }
        return Codings.of(decisions);
    }

    private static Codebook book() {
        return new Codebook("b", "1", Wording.NONE, List.of(new Theme("contact", Wording.NONE, Wording.NONE, List.of(), List.of(), "", "",
            List.of(IndicatorSuggesterTest.seen("for mig", 0.6)), List.of(new Example("Hun ringede til dem for mig.", Polarity.POSITIVE, "")), List.of(), List.of())));
    }
}
