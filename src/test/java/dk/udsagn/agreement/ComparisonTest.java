package dk.udsagn.agreement;

import static dk.udsagn.agreement.Figures.assertUndefined;
import static dk.udsagn.agreement.Figures.of;
import static dk.udsagn.agreement.Figures.value;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dk.udsagn.codebook.Codebook;
import dk.udsagn.codebook.Theme;
import dk.udsagn.codebook.Wording;
import dk.udsagn.transcript.Role;
import dk.udsagn.transcript.Span;
import dk.udsagn.transcript.Transcript;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Tables, continua, disagreements and the report from codings. */
class ComparisonTest {
    private static CodedText study() {
        return new CodedText()
            .transcript("R1", "I: Hvordan gik det?", "R: De lyttede til mig. Jeg blev hørt.", "I: Ja?", "R: Jeg var alene hele dagen.")
            .transcript("R2", "I: Og du?", "R: Jeg var også alene.", "I: Nå.", "R: Det var godt.");
    }

    private static CodedText coded() {
        return study().lay("k1", "R1", "lyttede til mig", "seen").lay("k2", "R1", "De lyttede til mig. Jeg blev hørt", "seen")
            .lay("k1", "R1", "alene", "alone").lay("k1", "R2", "alene", "alone").lay("k2", "R2", "også alene", "alone").lay("k2", "R2", "godt", "seen");
    }

    /** A rough cut after each full stop, inside turns. */
    private static List<Span> sentences(Transcript transcript) {
        var spans = new ArrayList<Span>();
        for (var turn : transcript.turns()) {
            int at = turn.span().start();
            for (int i = at; i < turn.span().end(); i++) {
                if (".?".indexOf(transcript.text().charAt(i)) >= 0) {
                    spans.add(new Span(at, i + 1));
                    at = Math.min(i + 2, turn.span().end());
                }
            }
        }
        return spans;
    }

    @Test void aTurnCarriesAThemeWhenAnyOfItsCharactersDoes() {
        var table = coded().compare("k1", "k2").table("seen");
        assertEquals(8, table.units());
        assertEquals(7 / 8.0, value(PercentAgreement.of(table)), 1e-12);          // they differ on "Det var godt."
        assertEquals(Optional.of("yes"), table.rating(1, "k2"));
        assertEquals(Optional.of("no"), table.rating(7, "k1"));
    }

    @Test void sentencesAreHandedInByTheCaller() {
        var table = coded().compare("k1", "k2").by(Unit.SENTENCE, ComparisonTest::sentences).table("seen");
        assertEquals(9, table.units());
        assertEquals(7 / 9.0, value(PercentAgreement.of(table)), 1e-12);
    }

    @Test void charactersAreThoseOfTheWholeText() {
        var study = coded();
        var table = study.compare("k1", "k2").by(Unit.CHARACTER, t -> List.of()).table("alone");
        int all = study.transcripts().stream().mapToInt(t -> t.text().length()).sum();
        assertEquals(all, table.units());
        assertEquals(1 - ("alene".length() + "også ".length()) / (double) all, value(PercentAgreement.of(table)), 1e-12);
        assertEquals(value(CohenKappa.of(study.compare("k1", "k2").continuum(Set.of("alone")).orElseThrow().characters(Set.of("alone")))),
            value(CohenKappa.of(table)), 1e-12);
    }

    @Test void charactersOfRespondentsOnlyLeaveLabelsAndInterviewersOut() {
        var study = coded();
        var respondents = study.compare("k1", "k2").among(t -> t.role() == Role.RESPONDENT);
        int words = study.transcripts().stream().flatMap(t -> t.turns().stream()).filter(t -> t.role() == Role.RESPONDENT).mapToInt(t -> t.span().length()).sum();
        assertEquals(words, respondents.by(Unit.CHARACTER, t -> List.of()).table("alone").units());
        assertEquals(words, respondents.continuum(Set.of("alone")).orElseThrow().length());
        assertEquals(4, respondents.table("alone").units());
        assertTrue(respondents.basis().toString().contains("on some turns only"));
    }

    @Test void codedOnlyLeavesOutWhatNobodyCoded() {
        var table = coded().compare("k1", "k2").codedOnly().table("alone");
        assertEquals(2, table.units());
        assertEquals(.5, value(PercentAgreement.of(table)), 1e-12);
        assertTrue(coded().compare("k1", "k2").codedOnly().basis().toString().contains("text nobody coded does not count"));
        assertTrue(coded().compare("k1", "k2").basis().toString().contains("unit: turn; coders: k1, k2; transcripts: 2; text nobody coded counts"));
    }

    @Test void acceptedSuggestionsAreMissingUnlessAskedFor() {
        var study = coded().accept("k2", "R1", "alene hele", "alone");
        var compared = study.compare("k1", "k2");
        assertEquals(7, of(PercentAgreement.of(compared.table("alone"))).units());
        assertEquals(1, value(PercentAgreement.of(compared.table("alone"))), 0);
        assertEquals(8, of(PercentAgreement.of(compared.withSuggestions().table("alone"))).units());
        int all = study.transcripts().stream().mapToInt(t -> t.text().length()).sum();
        assertEquals(all - "alene hele".length(), compared.continuum(Set.of("alone")).orElseThrow().length());
        assertEquals(all, compared.withSuggestions().continuum(Set.of("alone")).orElseThrow().length());
        assertEquals(all - "alene hele".length(), of(PercentAgreement.of(compared.by(Unit.CHARACTER, t -> List.of()).table("alone"))).units());
    }

    @Test void aHandCodingOnTheSameTurnOutweighsAnAcceptedSuggestion() {
        var table = coded().accept("k2", "R1", "alene hele", "alone").lay("k2", "R1", "dagen", "alone").compare("k1", "k2").table("alone");
        assertEquals(8, of(PercentAgreement.of(table)).units());
    }

    @Test void twoCodersWhoOnlyAcceptedHaveNoAgreementToMeasure() {
        var study = study().accept("k1", "R1", "hørt", "seen").accept("k2", "R1", "hørt", "seen");
        assertUndefined("no unit was rated by two coders", KrippendorffAlpha.of(study.compare("k1", "k2").table("seen")));
        assertEquals(Optional.empty(), study.compare("k1", "k2").continuum(Set.of("seen")));
        assertEquals(1, value(KrippendorffAlpha.of(study.compare("k1", "k2").withSuggestions().table("seen"))), 0);
    }

    /** INCEpTION, issue 2219: two coders of two different documents came to 1.0. */
    @Test void codersWhoReadDifferentTranscriptsHaveNoAgreementToMeasure() {
        var study = study().lay("k1", "R1", "alene", "alone").lay("k2", "R2", "alene", "alone");
        var compared = study.compare("k1", "k2");
        assertUndefined("no unit was rated by two coders", KrippendorffAlpha.of(compared.table("alone")));
        assertUndefined("no transcript was read by all", compared.by(Unit.CHARACTER, t -> List.of()).report(List.of("alone"), Bootstrap.STANDARD).overall("u-alpha"));
        assertTrue(compared.basis().toString().contains("R1 counts as not read by k2; R2 counts as not read by k1"));
        assertTrue(value(KrippendorffAlpha.of(compared.readByAll().table("alone"))) < 0);
    }

    /** The same issue's other half: places of several documents must not fall on one another. */
    @Test void placesOfSeveralTranscriptsAreLaidEndToEnd() {
        var study = study().lay("k1", "R1", "I", "x").lay("k2", "R2", "I", "x").lay("k1", "R2", "Nå", "y").lay("k2", "R1", "hørt", "y");
        var continuum = study.compare("k1", "k2").continuum(Set.of("x")).orElseThrow();
        int first = study.transcripts().getFirst().text().length();
        assertEquals(List.of(new Continuum.Segment(new Span(0, 1), "x")), continuum.segments("k1"));
        assertEquals(List.of(new Continuum.Segment(new Span(first, first + 1), "x")), continuum.segments("k2"));
        assertTrue(value(UnitizingAlpha.u(continuum)) < 0);
    }

    @Test void aThemeMeansExactlyItselfUnlessRolledUp() {
        var child = Theme.of("heard", new Wording(Map.of("en", "heard")));
        var parent = new Theme("seen", child.name(), Wording.NONE, List.of(), List.of(), "", "", List.of(), List.of(), List.of(), List.of(child));
        var book = new Codebook("b", "1", Wording.NONE, List.of(parent));
        var compared = study().lay("k1", "R1", "hørt", "heard").lay("k2", "R1", "hørt", "seen").compare("k1", "k2");
        assertEquals(3 / 4.0, value(PercentAgreement.of(compared.table("seen"))), 1e-12);
        assertEquals(1, value(PercentAgreement.of(compared.rolledUp(book).table("seen"))), 0);
        assertEquals(3 / 4.0, value(PercentAgreement.of(compared.rolledUp(book).table("heard"))), 1e-12);
    }

    @Test void disagreementsComeWithTheirWords() {
        var found = coded().compare("k1", "k2").disagreements("alone");
        assertEquals(1, found.size());
        assertEquals("Jeg var alene hele dagen.", found.getFirst().words());
        assertEquals(List.of("k1"), found.getFirst().laid());
        assertEquals(List.of("k2"), found.getFirst().not());
    }

    @Test void disagreementsOnCharactersAreTheLongestStretches() {
        var found = coded().compare("k1", "k2").by(Unit.CHARACTER, t -> List.of()).disagreements("seen");
        assertEquals(List.of("De ", ". Jeg blev hørt", "godt"), found.stream().map(Disagreement::words).toList());
    }

    @Test void setsHoldTheThemesOfEachUnit() {
        var study = study().lay("k1", "R1", "hørt", "a").lay("k1", "R1", "lyttede", "b").lay("k2", "R1", "hørt", "a").lay("k2", "R1", "alene", "b");
        var table = study.compare("k1", "k2").sets(Set.of("a", "b"));
        assertEquals(Optional.of("{a, b}"), table.rating(1, "k1"));
        assertEquals(Optional.of("{a}"), table.rating(1, "k2"));
        assertEquals(Optional.of("{}"), table.rating(0, "k2"));
        assertEquals((.5 + 1) / 4, of(KrippendorffAlpha.of(table, Metric.JACCARD)).observed(), 1e-12);
    }

    @Test void theReportHoldsEveryCoefficientOrWhyThereIsNone() {
        var report = coded().compare("k1", "k2").report(List.of("seen", "alone", "unused"), Bootstrap.STANDARD);
        assertEquals(7 / 8.0, value(report.of("seen", "percent")), 1e-12);
        assertEquals(value(KrippendorffAlpha.of(coded().compare("k1", "k2").table("seen"))), value(report.of("seen", "alpha")), 0);
        assertTrue(of(report.of("seen", "alpha")).interval().isEmpty() || of(report.of("seen", "alpha")).interval().get().low() <= value(report.of("seen", "alpha")));
        assertUndefined("every rating is \"no\"", report.of("unused", "cohen"));
        assertEquals(24, of(report.overall("percent")).units());
        assertUndefined("ask for the unit character", report.overall("u-alpha"));
        assertThrows(NoSuchElementException.class, () -> report.of("seen", "kappa"));
    }

    @Test void theReportOnCharactersHoldsTheAlphasForUnitizing() {
        var compared = coded().compare("k1", "k2").by(Unit.CHARACTER, t -> List.of());
        var report = compared.report(List.of("seen", "alone", "unused"), Bootstrap.STANDARD);
        assertEquals(value(UnitizingAlpha.u(compared.continuum(Set.of("seen")).orElseThrow())), value(report.of("seen", "u-alpha")), 0);
        assertEquals(1, value(report.overall("cu-alpha")), 1e-12);
        assertUndefined("nobody laid \"unused\"", report.of("unused", "(k)u-alpha"));
        assertEquals(value(PercentAgreement.of(compared.table("alone"))), value(report.of("alone", "percent")), 1e-12);
    }

    @Test void badRequestsSayWhatThereIs() {
        assertTrue(assertThrows(NoSuchElementException.class, () -> coded().compare("k1", "k9")).getMessage().contains("[k1, k2]"));
        assertThrows(IllegalArgumentException.class, () -> coded().compare("k1"));
        assertThrows(IllegalArgumentException.class, () -> coded().compare("k1", "k1"));
        var edited = new CodedText().transcript("R1", "I: Noget andet", "R: her").transcript("R2", "I: x", "R: y").transcripts();
        assertTrue(assertThrows(IllegalArgumentException.class, () -> Comparison.of(edited, coded().codings(), List.of("k1", "k2"))).getMessage()
            .contains("was the transcript edited"));
        assertThrows(IllegalArgumentException.class, () -> Unit.of("word"));
    }
}
