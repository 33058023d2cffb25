package dk.udsagn.suggest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Indicators nobody should write: named with theme, number and character, or looked for within bounds. */
class HostileIndicatorTest {
    private static final Duration SOON = Duration.ofSeconds(20);

    @ParameterizedTest
    @ValueSource(strings = {"\"\"", "\" \"", "*", "a*", "ab*", "~", "a~", "**", "***", "?", "()", "(", ")", "|", "\"", "near/3", "a near/3", "or", "lytte or", "not", "…",
        "[griner]", "lytte near/0 mig", "lytte near/101 mig", "lytte near/99999999999999 mig", "lytte near/-1 mig", "lytte near/ mig", "lytte before/3,5 mig",
        "answer-to:", "answer-to: *", "answer-to: answer-to: lytte", "said:", "asked: \"\"", "asked: said: lytte", "spurgt: lytte", "role:respondent", "lytte AND mig"})
    void whatFindsNothingOrEverythingIsNamed(String find) {
        var fault = assertThrows(IllegalArgumentException.class, () -> IndicatorSuggesterTest.suggester(seen("lytte"), seen(find)));
        assertTrue(fault.getMessage().startsWith("theme seen, indicator 2 \"" + find + "\""), fault.getMessage());
        assertTrue(fault.getMessage().matches("(?s).*: character \\d+ of .*"), fault.getMessage());
    }

    @Test void bracketsNestedWithoutEndAreNamedInFewWords() {
        named("(".repeat(10_000) + "lytte" + ")".repeat(10_000), "brackets this deep");
        named("(".repeat(1_000_000), "brackets this deep");
    }

    @Test void nearnessNestedWithoutEndIsNamed() {
        named("lytte" + " near/2 mig".repeat(10_000), "nested");
        named("lytte" + " not near/2 mig".repeat(10_000), "nested");
        String deep = "lytte";
        for (int i = 0; i < 90; i++) {
            deep = "(" + deep + " near/2 mig".repeat(90) + ")";
        }
        named(deep, "nested");
    }

    @Test void longRowsAndManyChoicesAreRead() {
        assertEquals(0, found("R: Hun lyttede til mig.", "lytte ".repeat(20_000)));
        String choices = IntStream.range(0, 20_000).mapToObj(i -> "ord" + i).collect(Collectors.joining(" or "));
        assertEquals(1, found("R: Så sagde hun ord777 igen.", choices));
        assertEquals(1, found("R: Så sagde hun ord777 igen.", "(" + choices + ") before/3 (" + choices + " or igen)"));
        assertEquals(1, found("R: Så sagde hun ord777 igen.", "hun (" + choices.replace(" or ", "|") + ")"));
        assertEquals(1, found("R: Så sagde hun ord777 igen.", "(ord777) not near/3 (" + choices.replace("ord777 or ", "") + ")"));
    }

    @Test void choicesWithinChoicesAreComparedOnce() {
        String wanted = "lytte";
        String unwanted = "høre";
        for (int i = 0; i < 60; i++) {
            wanted = "(" + wanted + " or a" + i + "x)";
            unwanted = "(" + unwanted + " or b" + i + "x)";
        }
        assertEquals(1, found("R: Hun lyttede til mig.", wanted + " not near/3 " + unwanted));
        named(wanted + " not near/3 (" + unwanted + " or " + wanted + ")", "never found");
    }

    @Test void aWordSaidOverAndOverDoesNotMultiply() {
        String text = "R: " + "ja ".repeat(3_000);
        assertEquals(1, found(text, "ja near/100 ja near/100 ja near/100 ja near/100 ja"));
        assertEquals(1, found(text, "(ja or \"ja\" or jaa) (ja or \"ja ja\") near/100 (ja ja ja)"));
        assertEquals(1, found("I: " + "ja ".repeat(3_000) + "\nR: Det ved jeg ikke.", "answer-to: ja near/100 ja near/100 ja near/100 ja"));
    }

    @Test void beginningsThatMillionsOfFormsShareAreAskedOfTheWordsSaid() {
        String text = "R: " + IntStream.range(0, 20_000).mapToObj(i -> "abe" + Integer.toString(i, 36)).collect(Collectors.joining(" "));
        assertEquals(1, found(text, "abe*"));
        assertEquals(1, found(text, "abe* near/100 abe*"));
    }

    @Test void oneWordWithoutEndIsRead() {
        assertEquals(0, found("R: Hun lyttede til mig.", "a".repeat(200_000)));
        assertEquals(0, found("R: " + "psykologhjælp".repeat(20_000), "lytte"));
        named("psykolog".repeat(20_000) + "~", "go with one word");
    }

    private static void named(String find, String problem) {
        var fault = assertTimeoutPreemptively(SOON, () -> assertThrows(IllegalArgumentException.class, () -> IndicatorSuggesterTest.suggester(seen("lytte"), seen(find))));
        assertTrue(fault.getMessage().startsWith("theme seen, indicator 2 \"") && fault.getMessage().contains(problem), fault.getMessage());
        assertTrue(fault.getMessage().length() < 600, () -> "a message of " + fault.getMessage().length() + " characters");
    }

    private static int found(String text, String find) {
        return assertTimeoutPreemptively(SOON, () -> IndicatorSuggesterTest.suggester(seen(find)).suggest(IndicatorSuggesterTest.transcript(text)).size());
    }

    private static dk.udsagn.codebook.Indicator seen(String find) {
        return IndicatorSuggesterTest.seen(find, 0.8);
    }
}
