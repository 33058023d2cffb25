package dk.udsagn.index;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dk.udsagn.transcript.Language;
import dk.udsagn.transcript.Transcript;
import dk.udsagn.transcript.Turn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The index finds what reading everything would find: no hit more, none less, each at the same place. */
class TranscriptIndexPropertyTest {
    private static final Analysis DANISH = Analysis.withoutDictionary(Language.DANISH);
    private static final List<String> QUERIES = List.of("mor", "\"mor\"", "moren|far går", "far near/3 mor", "mor before/2 gå", "mor* not near/2 ikke",
        "ikke", "\"ik'\"", "gå hjem", "(far or mor) near/4 (gå or hjem)", "mor mor", "ensomm~", "face-to-face", "mor near/3 mor");

    @Property(tries = 60)
    void theIndexFindsWhatReadingEverythingFinds(@ForAll("transcripts") List<List<String>> texts) throws IOException {
        Path folder = Files.createTempDirectory("index");
        var corpus = new Corpus();
        for (int i = 0; i < texts.size(); i++) {
            corpus.with("R" + i, texts.get(i).stream().map(t -> (t.length() % 2 == 0 ? "A: " : "I: ") + t).toArray(String[]::new));
        }
        try (var index = corpus.index(folder, DANISH)) {
            for (String query : QUERIES) {
                try (var hits = index.search(Search.of(query).withContext(3))) {
                    assertEquals(slowly(corpus, query), hits.map(p -> p.transcript() + ":" + p.turn() + ":" + p.span() + p.quote() + p.evidence() + p.whole()).toList(), query);
                }
            }
        } finally {
            try (var files = Files.walk(folder)) {
                files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
            }
        }
    }

    private static List<String> slowly(Corpus corpus, String query) {
        var hits = new ArrayList<String>();
        Expression expression = Expression.parse(query, DANISH);
        for (Transcript transcript : corpus.all()) {
            for (Turn turn : transcript.turns()) {
                for (Match match : expression.in(DANISH.tokens(transcript.text(), turn.span()))) {
                    hits.add(transcript.id() + ":" + turn.number() + ":" + match.span() + match.span().in(transcript.text()) + match.evidence() + match.whole());
                }
            }
        }
        return hits;
    }

    @Provide Arbitrary<List<List<String>>> transcripts() {
        Arbitrary<String> piece = Arbitraries.of("mor", "moren", "Mor", "far", "fars", "gik", "går", "hjem", "ikke", "ik'", "ensomme", "ensom", "face-to-face",
            "(griner)", "[uklart]", "😊", "“", "–", ",", ".", "?", "mo\u0308r", "m\u00ADor", "\uD83D", "mor\u200B", "morgenmad", "漢字", "10.000", "—————");
        return piece.list().ofMinSize(1).ofMaxSize(25).map(pieces -> String.join(" ", pieces)).list().ofMinSize(1).ofMaxSize(5).list().ofMinSize(1).ofMaxSize(6);
    }
}
