package dk.udsagn.excerpt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dk.udsagn.codebook.Codebook;
import dk.udsagn.codebook.Polarity;
import dk.udsagn.codebook.Theme;
import dk.udsagn.codebook.Wording;
import dk.udsagn.coding.Codings;
import dk.udsagn.transcript.Respondent;
import dk.udsagn.transcript.Transcript;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AcrossCasesTest {
    private static final Codebook BOOK = new Codebook("b", "1", Wording.NONE, List.of(Theme.of("a", Wording.NONE), Theme.of("b", Wording.NONE),
        new Theme("c", Wording.NONE, Wording.NONE, List.of(), List.of(), "", "", List.of(), List.of(), List.of(), List.of(Theme.of("d", Wording.NONE)))));
    private static final Transcript ONE = Interviews.transcript("1", "R: et to tre fire fem", "I: og?", "R: seks syv otte", "I: og?", "R: ni ti");

    private static FrameworkMatrix matrix(Codings codings, Transcript... transcripts) {
        var cases = new ArrayList<CaseSummary>();
        for (Transcript t : transcripts) {
            cases.add(CaseSummary.of(new Respondent(t.id(), Map.of("age", t.id() + "0", "even", Integer.parseInt(t.id()) % 2 == 0 ? "yes" : "no")), List.of(t), BOOK, codings));
        }
        return FrameworkMatrix.of(cases, BOOK);
    }

    private static FrameworkMatrix one(String... wordsAndThemes) {
        var interviews = new Interviews();
        for (int i = 0; i < wordsAndThemes.length; i += 2) {
            interviews.code(ONE, wordsAndThemes[i], wordsAndThemes[i + 1], "k1", Polarity.NEUTRAL);
        }
        return matrix(interviews.codings(), ONE);
    }

    @Test void themesThatShareWordsOverlap() {
        var matrix = one("et to tre", "a", "tre fire", "b", "seks", "a", "ni", "b");
        assertEquals(List.of(new Cooccurrence("a", "b", 1, 2, 2)), matrix.overlapping());
        assertEquals(1 / 3.0, matrix.overlapping().getFirst().coefficient(), 1e-12);
    }

    @Test void themesThatOnlyTouchDoNotOverlap() {
        assertEquals(List.of(), one("et to ", "a", "tre", "b").overlapping());
    }

    @Test void oneTurnThatHoldsBothCountsOnce() {
        assertEquals(List.of(new Cooccurrence("a", "b", 1, 2, 1)), one("et", "a", "tre", "a", "fem", "b", "seks", "a").within(0));
    }

    @Test void withinTwoTurnsReachesOverTheInterviewersTurn() {
        var matrix = one("et", "a", "seks", "b", "ni", "b");
        assertEquals(List.of(), matrix.within(1));
        assertEquals(List.of(new Cooccurrence("a", "b", 1, 1, 2)), matrix.within(2));
        assertThrows(IllegalArgumentException.class, () -> matrix.within(-1));
    }

    @Test void theCoefficientNeverPassesOne() {
        assertEquals(1.0, one("et to tre fire fem", "a", "et", "b").overlapping().getFirst().coefficient());
        var many = one("et to tre fire fem", "a", "et", "b", "to", "b", "tre", "b").overlapping().getFirst();     // three pairs, yet one excerpt of a
        assertEquals(new Cooccurrence("a", "b", 1, 1, 3), many);
        assertEquals(1 / 3.0, many.coefficient(), 1e-12);
    }

    @Test void aBranchCountsWhatLiesUnderIt() {
        var rows = one("et", "d").branches(BOOK);
        assertEquals(new FrameworkMatrix.ThemeRow("c", 1, List.of("1"), List.of(), 1), rows.get(2));
        assertEquals(rows.get(2).excerpts(), rows.get(3).excerpts());
    }

    private static FrameworkMatrix interviews(String... themesOfEach) {
        var codings = new Interviews();
        var transcripts = new ArrayList<Transcript>();
        for (int i = 0; i < themesOfEach.length; i++) {
            var t = Interviews.transcript(String.valueOf(i + 1), "R: a b c d");
            transcripts.add(t);
            themesOfEach[i].chars().forEach(theme -> codings.code(t, (char) theme + "", (char) theme + "", "k1", Polarity.POSITIVE));
        }
        return matrix(codings.codings(), transcripts.toArray(Transcript[]::new));
    }

    @Test void newInformationIsNewThemesOverThoseOfTheBase() {
        var saturation = interviews("a", "ab", "", "ab", "c", "d", "a", "b").saturation(4, 2);
        assertEquals(List.of("b"), saturation.interviews().get(1).fresh());
        assertEquals(2, saturation.interviews().get(3).total());
        assertEquals(List.of(2 / 2.0, 1 / 2.0, 0.0), saturation.runs());             // interviews 5–6, 6–7, 7–8 over the two themes of the first four
        assertEquals(Optional.of(6), saturation.reached(0.05));
        assertEquals(Optional.of(5), saturation.reached(0.5));
    }

    @Test void tooFewInterviewsSayNothingOfSaturation() {
        assertEquals(List.of(), interviews("a", "b").saturation(4, 2).runs());
        assertEquals(Optional.empty(), interviews("a", "b").saturation(4, 2).reached(1));
        assertEquals(List.of(), interviews("", "", "", "", "a", "b").saturation(4, 2).runs());
    }

    @Test void aSideNotHeardBeforeIsNewInformationToo() {
        var a = Interviews.transcript("1", "R: a");
        var b = Interviews.transcript("2", "R: a");
        var codings = new Interviews().code(a, "a", "a", "k1", Polarity.POSITIVE).code(b, "a", "a", "k1", Polarity.NEGATIVE).codings();
        var second = matrix(codings, a, b).saturation(4, 2).interviews().get(1);
        assertEquals(0, second.fresh().size());
        assertEquals(1, second.sides());
    }

    @Test void anAttributePartsTheMatrix() {
        var matrix = interviews("a", "ab", "b");
        var parts = matrix.by("even");
        assertEquals(List.of("no", "yes"), List.copyOf(parts.keySet()));
        assertEquals(List.of("1"), parts.get("no").rows().getFirst().with());
        assertEquals(2, parts.get("no").rows().getFirst().of());
        assertEquals(List.of("2"), matrix.where(r -> r.attributes().get("even").equals("yes")).rows().getFirst().with());
        assertEquals(List.of("even"), matrix.groupings());
    }

    @Test void numbersAreInOrderOfTheirSize() {
        var nine = new Respondent("x", Map.of("n", "9"));
        var ten = new Respondent("y", Map.of("n", "10"));
        var matrix = new FrameworkMatrix(List.of(new CaseSummary(ten, List.of(), List.of(), List.of()), new CaseSummary(nine, List.of(), List.of(), List.of())), List.of());
        assertEquals(List.of("9", "10"), List.copyOf(matrix.by("n").keySet()));
    }
}
