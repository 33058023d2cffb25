package dk.udsagn.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dk.udsagn.transcript.Language;
import dk.udsagn.transcript.Span;
import dk.udsagn.transcript.Transcript;
import dk.udsagn.transcript.Turn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

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

    /** Queries are made of what texts are made of: decomposed letters, zero-width characters, emoji and halves of them. */
    @Property(tries = 60)
    void whatStandsInATextIsFoundAsAQueryAndItsHitsAnalyseToTheQuery(@ForAll("transcripts") List<List<String>> texts, @ForAll("queries") List<String> queries) throws IOException {
        Path folder = Files.createTempDirectory("index");
        var corpus = new Corpus();
        for (int i = 0; i < texts.size(); i++) {
            corpus.with("R" + i, texts.get(i).stream().map(t -> "A: " + t).toArray(String[]::new));
        }
        try (var index = corpus.index(folder, DANISH)) {
            for (String query : queries) {
                List<Token> wanted = DANISH.tokens(query, new Span(0, query.length()));
                boolean wordless = Stream.of(query.split(" ")).anyMatch(part -> DANISH.terms(part).isEmpty());
                collect(query, wordless);
                if (wordless) {
                    assertThrows(IllegalArgumentException.class, () -> index.search(Search.of(query)), query);
                    continue;
                }
                try (var hits = index.search(Search.of(query).withContext(0))) {
                    List<Passage> all = hits.toList();
                    assertEquals(slowly(corpus, query), all.stream().map(p -> p.transcript() + ":" + p.turn() + ":" + p.span() + p.quote() + p.evidence() + p.whole()).toList(), query);
                    for (Passage hit : all) {
                        String text = corpus.read(hit.transcript()).text();
                        assertEquals(hit.quote(), hit.span().in(text));
                        if (hit.whole() && wanted.size() == 1) {
                            var terms = DANISH.terms(hit.quote());
                            assertTrue(terms.stream().anyMatch(DANISH.termsAnywhere(wanted.get(0).exact())::contains), query + " found " + hit.quote());
                        }
                    }
                }
            }
        } finally {
            try (var files = Files.walk(folder)) {
                files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
            }
        }
    }

    /** The law would say nothing of characters that no query has. */
    private static void collect(String query, boolean empty) {
        Statistics.label("queries").collect(empty ? "without a word"
            : query.codePoints().anyMatch(c -> c >= 0xD800 && c < 0xE000) ? "half an emoji"
            : query.codePoints().anyMatch(c -> c > 0xFFFF) ? "emoji"
            : query.codePoints().anyMatch(c -> c >= 0x300 && c < 0x370) ? "decomposed"
            : query.chars().anyMatch(c -> Segmenter.isDropped((char) c)) ? "invisible" : "plain")
            .coverage(kinds -> {
                for (String kind : List.of("half an emoji", "emoji", "decomposed", "invisible", "plain", "without a word")) {
                    kinds.check(kind).count(n -> n > 0);
                }
            });
    }

    @Provide Arbitrary<List<String>> queries() {
        Arbitrary<String> piece = Arbitraries.of("mor", "far", "gå", "ensom", "face-to-face", "😊", "mo\u0308r", "m\u00ADor", "\uD83D", "\uDE0A", "mor\u200B", "\uFEFFfar", "漢字",
            "10.000", "—————", "pa\u030A", ".");
        return piece.list().ofMinSize(1).ofMaxSize(2).flatMap(two -> Arbitraries.of(String.join(" ", two), String.join("", two)))
            .list().ofSize(12);
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
            "(griner)", "[uklart]", "😊", "“", "–", ",", ".", "?", "mo\u0308r", "m\u00ADor", "\uD83D", "mor\u200B", "\uDE0A", "\uFEFFfar", "pa\u030A", "på", "morgenmad", "漢字", "10.000", "—————");
        return piece.list().ofMinSize(1).ofMaxSize(25).map(pieces -> String.join(" ", pieces)).list().ofMinSize(1).ofMaxSize(5).list().ofMinSize(1).ofMaxSize(6);
    }
}
