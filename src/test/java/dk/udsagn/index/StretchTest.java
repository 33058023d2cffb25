package dk.udsagn.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dk.udsagn.transcript.Language;
import dk.udsagn.transcript.Span;
import dk.udsagn.transcript.Transcript;
import dk.udsagn.transcript.Turn;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A transcript far longer than any interview, and turns longer than most interviews, are read piece by piece and nothing is lost where one piece ends. */
class StretchTest {
    private static final Analysis DANISH = Analysis.withoutDictionary(Language.DANISH);
    private static final String[] WORDS = "jeg følte mig hørt hun lyttede til rådgiveren psykologen ikke det var og så (griner) der".split(" ");

    @Test void postingsTellOfALongTranscriptWhatItsTextDoes(@TempDir Path folder) throws IOException {
        var random = new Random(8);
        var corpus = new Corpus();
        var lines = new ArrayList<String>();
        for (int words : new int[] {3, 80_000, 20, 0, 70_000, 5}) {
            lines.add(said(random, words));
        }
        for (int i = 0; i < 700; i++) {
            lines.add(said(random, random.nextInt(400)));
        }
        corpus.with("A", said(random, 30), said(random, 10));
        corpus.with("L", lines.toArray(String[]::new));
        corpus.with("M", "A: ingenting", "A: hørt mig", "A: følte");
        var set = ExpressionSet.of(List.of("hørt hun", "lytte til rådgiver", "psykolog near/2 ikke", "hørt mig", "det|var og så").stream().map(e -> Expression.parse(e, DANISH)).toList());
        var wanted = new ArrayList<String>();
        var scan = set.scan(DANISH);
        for (Transcript transcript : corpus.all()) {
            for (Turn turn : transcript.turns()) {
                scan.read(transcript.text(), turn.span());
                scan.findBySentence((sentence, i, matches) -> matches.forEach(m -> wanted.add(transcript.id() + turn.number() + " " + i + m.span() + m.whole() + m.from())));
            }
        }
        var got = new ArrayList<String>();
        try (var index = corpus.index(folder.resolve("index"), DANISH)) {
            index.turns(set, IndexedTurns.Way.POSTINGS, turn -> turn.findBySentence((sentence, i, matches) -> matches.forEach(m ->
                got.add(turn.transcript() + turn.number() + " " + i + new Span(m.span().start() + turn.span().start(), m.span().end() + turn.span().start()) + m.whole() + m.from()))));
        }
        assertEquals(wanted, got);
        assertTrue(got.size() > 3_000, got.size() + " found: too few to tell anything");
    }

    private static String said(Random random, int words) {
        var said = new StringBuilder("A: ");
        for (int i = 0; i < words; i++) {
            said.append(WORDS[random.nextInt(WORDS.length)]).append(random.nextInt(9) == 0 ? ". " : " ");
        }
        return said.append("Ja").toString();
    }
}
