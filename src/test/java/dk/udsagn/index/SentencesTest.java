package dk.udsagn.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dk.udsagn.transcript.Language;
import dk.udsagn.transcript.Span;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Sentences of what is said, with notes, abbreviations, ordinals and tag questions in it; of written news {@link TreebankTest} tells. */
class SentencesTest {
    private static final Analysis DANISH = Analysis.withoutDictionary(Language.DANISH);

    /** Thirty invented stretches of transcripts; where they should be parted was written down before the rules were tried on them. */
    @Test void sentencesOfSpeechEndWhereAReaderEndsThem() throws IOException {
        int right = 0;
        int said = 0;
        int there = 0;
        String[] paragraphs;
        try (var in = SentencesTest.class.getResourceAsStream("/sentences-of-speech.txt")) {
            paragraphs = new String(in.readAllBytes(), StandardCharsets.UTF_8).strip().split("\n");
        }
        assertEquals(30, paragraphs.length);
        for (String paragraph : paragraphs) {
            var ends = new TreeSet<Integer>();
            var text = new StringBuilder();
            for (String sentence : paragraph.split(" \\| ")) {
                ends.add(text.append(text.isEmpty() ? "" : " ").append(sentence).length());
            }
            var found = new TreeSet<Integer>();
            DANISH.sentences(text.toString(), new Span(0, text.length())).forEach(span -> found.add(span.end()));
            ends.remove(text.length());
            found.remove(text.length());
            there += ends.size();
            said += found.size();
            found.retainAll(ends);
            right += found.size();
        }
        double f1 = 2.0 * right / (said + there);
        assertTrue(f1 >= .975, "fell to " + f1 + "; it was .984");
    }

    @Test void anEnumerationsLastWordEndsASentenceBeforeACapitalOnly() {
        assertEquals(List.of("Vi lavede mad osv.", "Det hjalp."), sentences("Vi lavede mad osv. Det hjalp."));
        assertEquals(List.of("Vi lavede mad osv. og gik ture."), sentences("Vi lavede mad osv. og gik ture."));
        assertEquals(List.of("Jeg talte med dr. Hansen."), sentences("Jeg talte med dr. Hansen."));
    }

    private static List<String> sentences(String text) {
        return DANISH.sentences(text, new Span(0, text.length())).stream().map(span -> span.in(text)).toList();
    }
}
