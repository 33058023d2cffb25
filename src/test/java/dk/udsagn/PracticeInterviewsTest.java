package dk.udsagn;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dk.udsagn.codebook.Polarity;
import dk.udsagn.coding.Codings;
import dk.udsagn.coding.Decision;
import dk.udsagn.coding.Place;
import dk.udsagn.coding.Status;
import dk.udsagn.exchange.CodebookFile;
import dk.udsagn.exchange.WordWeightsFile;
import dk.udsagn.suggest.WordLearner;
import dk.udsagn.transcript.Language;
import dk.udsagn.transcript.Span;
import dk.udsagn.transcript.Transcript;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sample's {@code words.json} is what the practice interviews teach, and nothing else. */
class PracticeInterviewsTest {
    private static final Path FOLDER = Path.of("src/test/resources/suggest/practice");
    private static final Path SAMPLE = Path.of("corpus/headspace");

    @Test void theSamplesWordsAreLearnedFromThem(@TempDir Path temp) throws IOException {
        var files = new ArrayList<Path>();
        try (var texts = Files.newDirectoryStream(FOLDER, "*.txt")) {
            texts.forEach(files::add);
        }
        var interviews = new TreeMap<String, Transcript>();
        try (var study = Study.create(temp.resolve("practice"), files, Optional.empty(), Language.DANISH)) {
            for (String id : study.transcripts()) {
                interviews.put(id, study.transcript(id));
            }
        }
        var decisions = new ArrayList<Decision>();
        for (String line : Files.readAllLines(FOLDER.resolve("codings.tsv"))) {
            String[] cells = line.split("\t");
            Transcript there = interviews.get(cells[0]);
            int start = there.text().indexOf(cells[3]);
            var place = Place.in(there, new Span(start, start + cells[3].length()));
            decisions.add(new Decision.Laid(new Decision.Entry("d" + decisions.size(), Instant.EPOCH, "coder", "test"),
                new Decision.Content(place, cells[1], "1", Polarity.valueOf(cells[2].toUpperCase(Locale.ROOT)), Status.ASSERTED), Optional.empty()));
        }
        String learned = WordWeightsFile.write(WordLearner.learn(CodebookFile.read(SAMPLE.resolve("codebook.json")), interviews.values(), Codings.of(decisions)));
        Files.writeString(Path.of("target/words.json"), learned);
        assertEquals(Files.readString(SAMPLE.resolve("words.json")), learned, "what is learned now lies in target/words.json");
    }
}
