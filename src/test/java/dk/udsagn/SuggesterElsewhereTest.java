package dk.udsagn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dk.udsagn.codebook.Codebook;
import dk.udsagn.coding.Codings;
import dk.udsagn.exchange.WordWeightsFile;
import dk.udsagn.index.Analysis;
import dk.udsagn.suggest.Embedder;
import dk.udsagn.suggest.HashingEmbedder;
import dk.udsagn.suggest.IndicatorSuggester;
import dk.udsagn.suggest.Suggester;
import dk.udsagn.suggest.TurnSuggester;
import dk.udsagn.transcript.Language;
import dk.udsagn.transcript.Transcript;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InvalidObjectException;
import java.io.NotSerializableException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A suggester written here and read elsewhere, as a cluster would. */
class SuggesterElsewhereTest {
    private static final Codings NOTHING = Codings.of(List.of());
    private final List<Transcript> transcripts = new ArrayList<>();
    private final Codebook codebook;
    private final Codings codings;

    SuggesterElsewhereTest() throws IOException {
        try (var study = Study.open(Path.of("corpus/headspace"))) {
            for (String id : study.transcripts()) {
                transcripts.add(study.transcript(id));
            }
            codebook = study.codebook();
            codings = study.codings();
        }
    }

    @Test void suggestsTheSameThere() throws Exception {
        var indicators = IndicatorSuggester.of(codebook, Analysis.of(Language.DANISH));
        same(indicators.calibratedOn(transcripts, codings).atLeast(0.2));
        same(TurnSuggester.byIndicators(indicators, transcripts, codings));
        same(TurnSuggester.byBoth(indicators, transcripts.subList(0, 2), codings, new HashingEmbedder()));
        same(TurnSuggester.byBoth(indicators, Optional.of(WordWeightsFile.read(Path.of("corpus/headspace/words.json"))), transcripts.subList(0, 2), codings, new HashingEmbedder()));
    }

    @Test void keepsItsCalibrationAndItsLowestScore() throws Exception {
        var here = IndicatorSuggester.of(codebook, Analysis.withoutDictionary(Language.DANISH)).calibratedOn(transcripts, codings).atLeast(0.5);
        var there = (IndicatorSuggester) read(written(here));
        assertEquals(here.calibration(), there.calibration());
        assertTrue(there.suggest(transcripts.getFirst()).stream().allMatch(s -> s.score() >= 0.5));
    }

    @Test void isSmallSinceTheDictionaryStaysBehind() throws Exception {
        var bytes = written(TurnSuggester.byIndicators(IndicatorSuggester.of(codebook, Analysis.of(Language.DANISH)), List.of(), NOTHING));
        assertTrue(bytes.length < 400_000, bytes.length + " bytes");
    }

    @Test void aDictionaryThatIsGoneOrAnotherIsSaidToBe(@TempDir Path folder) throws Exception {
        Path affix = Files.writeString(folder.resolve("da.aff"), "SET UTF-8\n");
        Path words = Files.writeString(folder.resolve("da.dic"), "1\nkolonihave\n");
        var here = Analysis.of(Language.DANISH, affix, words);
        byte[] bytes = written(here);
        assertEquals(here.version(), ((Analysis) read(bytes)).version());
        Files.writeString(words, "2\nkolonihave\nkajak\n");
        var another = assertThrows(InvalidObjectException.class, () -> read(bytes));
        assertTrue(another.getMessage().contains(here.version()) && another.getMessage().contains("da.dic"), another.getMessage());
        Files.delete(words);
        var gone = assertThrows(InvalidObjectException.class, () -> read(bytes));
        assertTrue(gone.getMessage().contains("cannot be read here") && gone.getMessage().contains("da.dic"), gone.getMessage());
    }

    @Test void anAnalysisOfAnotherLibraryIsRefused() throws Exception {
        var here = Analysis.withoutDictionary(Language.DANISH);
        String stream = new String(written(here), StandardCharsets.ISO_8859_1);
        byte[] older = stream.replace(here.version(), "da-0").getBytes(StandardCharsets.ISO_8859_1);
        assertEquals("da-0".length(), here.version().length(), "the stream holds the version with its length");
        var fault = assertThrows(InvalidObjectException.class, () -> read(older));
        assertTrue(fault.getMessage().contains("da-0") && fault.getMessage().contains(here.version()), fault.getMessage());
    }

    @Test void anEncoderThatCannotBeWrittenIsNamed() {
        class Mine implements Embedder {
            @Override public String id() {
                return "mine/1";
            }

            @Override public float[] embed(String passage) {
                return new float[] {passage.length()};
            }
        }

        var suggester = TurnSuggester.byExamples(codebook, List.of(), NOTHING, Analysis.withoutDictionary(Language.DANISH), new Mine());
        assertTrue(assertThrows(NotSerializableException.class, () -> written(suggester)).getMessage().contains("Mine"));
    }

    private void same(Suggester here) throws Exception {
        var there = (Suggester) read(written(here));
        for (Transcript transcript : transcripts) {
            var suggestions = here.suggest(transcript);
            assertFalse(suggestions.isEmpty(), "nothing to compare in " + transcript.id());
            assertEquals(suggestions, there.suggest(transcript));
        }
    }

    private static byte[] written(Object value) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new ObjectOutputStream(bytes)) {
            out.writeObject(value);
        }
        return bytes.toByteArray();
    }

    private static Object read(byte[] bytes) throws IOException, ClassNotFoundException {
        try (var in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
            return in.readObject();
        }
    }
}
