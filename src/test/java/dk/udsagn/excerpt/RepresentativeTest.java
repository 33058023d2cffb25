package dk.udsagn.excerpt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dk.udsagn.codebook.Codebook;
import dk.udsagn.codebook.Polarity;
import dk.udsagn.codebook.Theme;
import dk.udsagn.codebook.Wording;
import dk.udsagn.transcript.Respondent;
import dk.udsagn.transcript.Transcript;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RepresentativeTest {
    private static final Codebook BOOK = new Codebook("b", "1", Wording.NONE, List.of(Theme.of("a", Wording.NONE)));
    private static final Transcript TALK = Interviews.transcript("A",
        "R: Rådgiveren lyttede til mig. Vejret var gråt den torsdag. Rådgiverne lytter altid opmærksomt. Jeg fik kaffe. Rådgiveren lyttede, og jeg fik kaffe.",
        "R: Ingen lyttede overhovedet.");

    private static CaseSummary.ThemeSection section(Polarity last, String... quotes) {
        var codings = new Interviews();
        for (String quote : quotes) {
            codings.code(TALK, quote, "a", "k1", quote.startsWith("Ingen") ? last : Polarity.POSITIVE);
        }
        return CaseSummary.of(new Respondent("A", Map.of()), List.of(TALK), BOOK, codings.codings()).theme("a");
    }

    private static List<String> words(List<Excerpt> excerpts) {
        return excerpts.stream().map(Excerpt::words).toList();
    }

    @Test void theCentralOneStandsFirstAndTheNextIsNotItsTwin() {
        var section = section(Polarity.POSITIVE, "Rådgiveren lyttede til mig", "Vejret var gråt den torsdag", "Rådgiverne lytter altid opmærksomt", "Jeg fik kaffe", "Rådgiveren lyttede, og jeg fik kaffe");
        assertEquals("Rådgiveren lyttede, og jeg fik kaffe", section.representative(3).getFirst().words());
        assertTrue(words(section.representative(2)).stream().filter(w -> w.startsWith("Rådgiveren lyttede")).count() < 2);
        assertEquals(section.representative(3), section.representative(3));
    }

    @Test void aContraryVoiceIsNeverLeftOut() {
        var section = section(Polarity.NEGATIVE, "Rådgiveren lyttede til mig", "Rådgiverne lytter altid opmærksomt", "Rådgiveren lyttede, og jeg fik kaffe", "Ingen lyttede overhovedet");
        assertTrue(section.representative(2).stream().anyMatch(Excerpt::contrary));
    }

    @Test void fewerThanAskedForAreAllOfThem() {
        assertEquals(1, section(Polarity.POSITIVE, "Jeg fik kaffe").representative(3).size());
        assertEquals(List.of(), section(Polarity.POSITIVE, "Jeg fik kaffe").representative(0));
        assertEquals(2, section(Polarity.POSITIVE, "Jeg fik kaffe.", "Vejret var gråt den torsdag").representative(9).size());
    }

    @Test void aBoundLeavesQuotesOutButNeverCutsOne() {
        var section = section(Polarity.POSITIVE, "Rådgiveren lyttede til mig", "Vejret var gråt den torsdag", "Jeg fik kaffe", "Rådgiveren lyttede, og jeg fik kaffe");
        assertEquals(1, section.bounded(5, 1).size());
        assertTrue(section.bounded(5, 9).stream().allMatch(e -> section.excerpts().contains(e)));
        assertTrue(section.bounded(5, 9).stream().mapToInt(e -> e.words().split(" ").length).sum() <= 9);
        assertEquals(section.excerpts(), section.bounded(99, 999));
    }

    @Test void partsOfOneTurnAreOneQuoteWithWhatWasLeftOutShown() {
        var section = section(Polarity.POSITIVE, "Rådgiveren lyttede til mig.", "Vejret var gråt den torsdag.", "Jeg fik kaffe.", "Ingen lyttede overhovedet");
        assertEquals(List.of("Rådgiveren lyttede til mig. Vejret var gråt den torsdag. (…) Jeg fik kaffe.", "Ingen lyttede overhovedet"), Excerpt.quotes(section.excerpts()));
    }

    @Test void severalInterviewsShowWhatBecameOfIt() {
        var later = Interviews.transcript("A2", "R: Nu bliver jeg hørt.");
        var mine = later.withSpeakers(s -> TALK.turns().getFirst().speaker());
        var codings = new Interviews().code(TALK, "Ingen lyttede", "a", "k1", Polarity.NEGATIVE).code(mine, "Nu bliver jeg hørt", "a", "k1", Polarity.POSITIVE).codings();
        var summary = CaseSummary.of(new Respondent("A", Map.of()), List.of(TALK, mine), BOOK, codings);
        assertEquals(List.of("A", "A2"), List.copyOf(summary.theme("a").development().keySet()));
        assertEquals(Polarity.POSITIVE, summary.theme("a").development().get("A2").getFirst().polarity());
    }
}
