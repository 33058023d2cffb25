package dk.udsagn.suggest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dk.udsagn.codebook.Codebook;
import dk.udsagn.codebook.Polarity;
import dk.udsagn.codebook.WordWeights;
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
import java.util.Set;
import org.junit.jupiter.api.Test;

class WordLearnerTest {
    private static final Codebook BOOK = new Codebook("b", "1", Wording.NONE, List.of(IndicatorSuggesterTest.theme("seen"), IndicatorSuggesterTest.theme("call"), IndicatorSuggesterTest.theme("never")));
    private static final List<String> TOWNS = List.of("Varde", "Ribe", "Struer", "Holbæk", "Greve");

    /** Five who say the same things of five towns. */
    private static List<Transcript> interviews() {
        var interviews = new ArrayList<Transcript>();
        for (String town : TOWNS) {
            interviews.add(IndicatorSuggesterTest.transcript(town, "I: Hvor bor du?\nR: Jeg bor i " + town + ".\nI: Hvordan var hun?\nR: Hun lyttede til mig hele tiden.\n"
                + "I: Ringede nogen for dig?\nR: Hun ringede til kommunen.\nI: Hvad ellers?\nR: Det regnede.\n"));
        }
        return interviews;
    }

    private static Codings codings(List<Transcript> interviews) {
        var decisions = new ArrayList<Decision>();
        for (Transcript t : interviews) {
            for (var turn : t.turns()) {
                String words = turn.span().in(t.text());
                Optional<String> theme = words.contains("lyttede") ? Optional.of("seen") : words.contains("ringede") ? Optional.of("call") : Optional.empty();
                theme.ifPresent(id -> decisions.add(new Decision.Laid(new Decision.Entry("d" + decisions.size(), Instant.EPOCH, "k1", "test"),
                    new Decision.Content(Place.in(t, turn.span()), id, "1", Polarity.POSITIVE, Status.ASSERTED), Optional.empty())));
            }
        }
        return Codings.of(decisions);
    }

    private static WordWeights learned() {
        return WordLearner.learn(BOOK, interviews(), codings(interviews()));
    }

    @Test void wordsSpeakForTheThemeTheyWereCodedWith() {
        WordWeights words = learned();
        assertEquals(List.of("seen", "call"), words.themes(), "nothing is known of a theme nobody laid");
        assertTrue(words.answer().get("lyttede").get(0) > 0 && words.answer().get("lyttede").get(1) < 0, words.answer().toString());
        assertTrue(words.answer().get("lytte*").get(0) > 0 && words.answer().get("til kommunen").get(1) > 0, words.answer().toString());
        assertTrue(words.question().containsKey("ringede"), words.toString());
        assertTrue(words.question().get("ringede").get(1) > 0, words.question().toString());
        assertEquals("5 interviews with 20 answers, coded by the codebook b 1", words.from());
    }

    @Test void whatFewHaveSaidDoesNotTravel() {
        WordWeights words = learned();
        TOWNS.forEach(town -> assertFalse(words.answer().keySet().stream().anyMatch(w -> w.contains(town.toLowerCase())), town));
        assertTrue(words.answer().containsKey("bor i"));
    }

    @Test void theSameInterviewsTeachTheSame() {
        assertEquals(learned(), learned());
    }

    @Test void threeInterviewsAreTooFew() {
        var three = interviews().subList(0, 3);
        var fault = assertThrows(IllegalArgumentException.class, () -> WordLearner.learn(BOOK, interviews(), codings(three)));
        assertEquals("words are learned from at least 4 coded interviews; there are 3", fault.getMessage());
    }

    @Test void suggestsWhereNobodyHasCodedByWordsAlone() {
        var indicators = IndicatorSuggester.of(BOOK, IndicatorSuggesterTest.DANISH);
        var suggester = TurnSuggester.byBoth(indicators, Optional.of(learned()), List.of(), Codings.of(List.of()), new HashingEmbedder());
        var unseen = IndicatorSuggesterTest.transcript("ny", "I: Hvor kommer du fra?\nR: Fra Skive.\nI: Hvordan var hun så?\nR: Hun lyttede til mig.\nI: Ja?\nR: Det regnede jo.\n");
        var best = suggester.atLeast(0).suggest(unseen).stream().max(java.util.Comparator.comparingDouble(Suggestion::score)).orElseThrow();
        assertEquals("seen", best.theme());
        assertEquals("Hun lyttede til mig.", best.place().words());
        assertTrue(best.evidence().stream().anyMatch(e -> e.in(unseen.text()).equals("lyttede")), best.toString());
        assertTrue(best.rule().name().startsWith("seen: words \"lyttede\", "), best.rule().name());
        assertTrue(best.rule().version().contains("words of 5 interviews"), best.rule().version());
        assertEquals(Set.of("seen", "call"), Set.copyOf(suggester.atLeast(0).suggest(unseen).stream().map(Suggestion::theme).toList()));
    }
}
