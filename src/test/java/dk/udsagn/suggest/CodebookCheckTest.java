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
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CodebookCheckTest {
    private static final Theme SEEN = theme("seen", List.of(positive("lytte"), positive("hørte"), positive("bisidder")),
        List.of(example("Hun lyttede til mig."), example("De så mig.")), List.of(example("Jeg hørte radio.")));
    private static final Theme HELPED = theme("helped", List.of(positive("hjalp")),
        List.of(example("Det hjalp, at nogen lyttede."), example("Det hjalp ikke.")), List.of());

    @Test void countsWhatIsFoundMissedAndWrong() {
        var seen = check(SEEN, HELPED).themes().getFirst();
        assertEquals(new CodebookCheck.ThemeResult("seen", 1, 1, 2, 0), seen);
        assertEquals(1.0 / 3, seen.precision().getAsDouble(), 1e-12);
        assertEquals(0.5, seen.recall().getAsDouble(), 1e-12);
    }

    @Test void countsExamplesReadTheWrongWayRound() {
        assertEquals(1, check(SEEN, HELPED).themes().get(1).turned());
    }

    @Test void namesThemesThatAreMixedUp() {
        assertEquals(List.of(new CodebookCheck.Confusion("helped", "seen", 1)), check(SEEN, HELPED).confused());
    }

    @Test void namesIndicatorsThatAreNeverFoundAndThoseThatAreOftenWrong() {
        assertEquals(List.of("bisidder"), check(SEEN, HELPED).neverFound().stream().map(CodebookCheck.IndicatorResult::find).toList());
        assertEquals(List.of("hørte"), check(SEEN, HELPED).oftenWrong().stream().map(CodebookCheck.IndicatorResult::find).toList());
    }

    @Test void doesNotBlameIndicatorsThatLookAtQuestionsOnly() {
        var seen = theme("seen", List.of(positive("asked: lytte"), positive("answer-to: lytte"), positive("said: bisidder"), positive("said: lytte")),
            List.of(example("Hun lyttede til mig.")), List.of());
        assertEquals(List.of("said: bisidder"), check(seen).neverFound().stream().map(CodebookCheck.IndicatorResult::find).toList());
    }

    @Test void aThemeFoundInItsChildsExampleIsNotWrong() {
        var child = theme("child", List.of(positive("ringe")), List.of(example("Hun ringede for mig.")), List.of());
        var parent = new Theme("parent", Wording.NONE, Wording.NONE, List.of(), List.of(), "", "", List.of(positive("ringe")),
            List.of(example("De ringede rundt.")), List.of(), List.of(child));
        assertEquals(List.of(), check(parent).confused());
    }

    @Test void namesExamplesThatContradictAndIndicatorsThatFindEverything() {
        var wide = theme("wide", List.of(positive("det")), List.of(example("Det regner.")), List.of(example("det regner."), example("Det er dag."), example("Det er nat.")));
        var other = theme("other", List.of(), List.of(example("Det blæser."), example("Det sner.")), List.of());
        assertEquals(List.of("theme wide has \"Det regner.\" both as an example and as a counter-example",
            "theme wide, indicator 1 \"det\" finds almost everything: 5 of 5 passages that are not its theme's"), check(wide, other).problems());
    }

    @Test void failsATestWithTheThemesThatFallShort() {
        var failure = assertThrows(AssertionError.class, () -> check(SEEN, HELPED).assertAtLeast(0.7, 0.7));
        assertTrue(failure.getMessage().contains("theme seen: precision 0.33, recall 0.50, wrongly found in examples of helped (1)"), failure.getMessage());
        check(HELPED).assertAtLeast(1, 1);
    }

    @Test void namesIndicatorsFoundInMuchOfWhatIsSaidAndThoseFoundNowhere() {
        String text = "I: Hvad så?\n" + "R: Jeg gik hjem. Så sov jeg. Det regnede.\n".repeat(4) + "R: En bisidder kom.\n";
        var seen = theme("seen", List.of(positive("jeg"), positive("sove"), positive("bisidder"), positive("høre"), positive("asked: hvad"), positive("asked: høre")),
            List.of(example("Jeg hørte det.")), List.of());
        var check = CodebookCheck.of(new Codebook("b", "1", Wording.NONE, List.of(seen)), IndicatorSuggesterTest.DANISH, Stream.of(IndicatorSuggesterTest.transcript(text)));
        assertEquals(List.of("theme seen, indicator 1 \"jeg\" is found in more than a third of all sentences of the transcripts: 8 of 13"), check.problems());
        assertEquals(List.of("asked: høre"), check.neverFound().stream().map(CodebookCheck.IndicatorResult::find).toList());
        assertEquals(List.of(8, 4, 1, 0, 1, 0), check.indicators().stream().map(CodebookCheck.IndicatorResult::heard).toList());
        assertThrows(AssertionError.class, () -> check.assertAtLeast(0, 0));
    }

    private static CodebookCheck check(Theme... themes) {
        return CodebookCheck.of(new Codebook("b", "1", Wording.NONE, List.of(themes)), IndicatorSuggesterTest.DANISH);
    }

    private static Theme theme(String id, List<Indicator> indicators, List<Example> examples, List<Example> counter) {
        return new Theme(id, Wording.NONE, Wording.NONE, List.of(), List.of(), "", "", indicators, examples, counter, List.of());
    }

    private static Example example(String text) {
        return new Example(text, Polarity.POSITIVE, "");
    }

    private static Indicator positive(String find) {
        return new Indicator(find, 0.8, Polarity.POSITIVE);
    }
}
