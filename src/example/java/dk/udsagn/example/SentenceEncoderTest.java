package dk.udsagn.example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dk.udsagn.Study;
import dk.udsagn.codebook.Codebook;
import dk.udsagn.codebook.Theme;
import dk.udsagn.coding.Codings;
import dk.udsagn.index.Analysis;
import dk.udsagn.suggest.Suggestion;
import dk.udsagn.suggest.TurnSuggester;
import dk.udsagn.transcript.Language;
import dk.udsagn.transcript.Transcript;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The port for encoders holds a real one. {@code mvn -Pencoder test -Dtest=SentenceEncoderTest} */
class SentenceEncoderTest {
    private final SentenceEncoder encoder = new SentenceEncoder();

    @Test void whatMeansTheSameLiesNear() {
        float[] tired = encoder.embed("I was very tired that evening.");
        assertEquals(384, tired.length);
        assertTrue(likeness(tired, encoder.embed("She felt exhausted at night.")) > 2 * likeness(tired, encoder.embed("The bicycle has a new chain.")));
        assertEquals(0, likeness(encoder.embed(""), tired));
    }

    @Test void anInterviewHeldBackIsProposedFromTheOthersByLikenessAlone() throws IOException {
        var others = new ArrayList<Transcript>();
        Codebook codebook;
        Codings codings;
        Transcript heldBack;
        try (var study = Study.open(Path.of("corpus/headspace"))) {
            for (String id : List.of("B", "E", "F")) {
                others.add(study.transcript(id));
            }
            heldBack = study.transcript("A");
            codebook = study.codebook();
            codings = study.codings();
        }
        var suggester = TurnSuggester.byExamples(codebook, others, codings, Analysis.of(Language.DANISH), encoder);
        var suggestions = suggester.suggest(heldBack);
        assertEquals(suggestions, suggester.suggest(heldBack));
        assertTrue(suggestions.stream().allMatch(s -> s.rule().version().contains(encoder.id())), "the encoder's id stands beside what it proposed");
        double right = suggestions.stream().filter(s -> laid(codings, s)).count() / (double) suggestions.size();
        double byChance = chance(codebook, codings, heldBack, suggestions);
        System.out.printf("%d suggestions, right %.2f, by chance %.2f%n", suggestions.size(), right, byChance);
        assertTrue(right > 1.3 * byChance, right + " against " + byChance);
    }

    private static boolean laid(Codings codings, Suggestion s) {
        return codings.in(s.place().transcript()).all().stream().anyMatch(c -> root(c.theme()).equals(root(s.theme())) && c.span().overlaps(s.place().span()));
    }

    /** How many would be right if each were laid on any answer of the interview. */
    private static double chance(Codebook codebook, Codings codings, Transcript transcript, List<Suggestion> suggestions) {
        var answers = transcript.turns().stream().filter(t -> t.role() == dk.udsagn.transcript.Role.RESPONDENT).toList();
        double sum = 0;
        for (Theme theme : codebook.themes()) {
            double share = answers.stream().filter(t -> codings.in(transcript.id()).all().stream()
                .anyMatch(c -> root(c.theme()).equals(theme.id()) && c.span().overlaps(t.span()))).count() / (double) answers.size();
            sum += share * suggestions.stream().filter(s -> root(s.theme()).equals(theme.id())).count();
        }
        return sum / suggestions.size();
    }

    private static String root(String theme) {
        return theme.startsWith("bridging") ? "bridging" : theme;
    }

    private static double likeness(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
