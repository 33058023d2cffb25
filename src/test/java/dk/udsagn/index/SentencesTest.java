package dk.udsagn.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dk.udsagn.transcript.Language;
import dk.udsagn.transcript.Span;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
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

    /** Who has cut a passage into words knows where sentences may end, from the signs it passed over or from the places of its words. */
    @Test void theyAreTheSameFromTheSignsBetweenWordsAsFromAllCharacters() {
        String[] bits = {"jeg", "Det", "bl.a.", "f.eks", "H.C.", "P", "osv.", "dr.", "3", "12.5", "00:12:33", "x-00:12:33.5", "ik'", "so\u00adl\u00ad", "\u20acж", "😊", ".", ".", "?", "!", "…", "...", "\n", "\n\n",
            "\n\n\n", " ", " ", " ", " ", "(", ")", "[", "]", "{", "}", "<v Anna>", "#", "*", "(griner)", "[uklart.\n\n Nej. Ja]", "#00:12:01-3#", "\"", "’", "»", "«", "–", "-", ",", "\u00a0", "e\u0301", "٣"};
        var random = new Random(4);
        int several = 0;
        for (int round = 0; round < 30_000; round++) {
            var made = new StringBuilder();
            for (int i = random.nextInt(30); i >= 0; i--) {
                made.append(bits[random.nextInt(bits.length)]);
            }
            String text = made.toString();
            var passage = new Span(random.nextInt(text.length()), text.length());
            List<Span> all = DANISH.sentences(text, passage);
            several += all.size() > 1 ? 1 : 0;
            var signs = new Sentences.Stops();
            var between = new Sentences.Stops();
            var end = new int[] {passage.start()};
            DANISH.scan(text, passage.start(), passage.end(), new Segmenter.Sink() {
                @Override public void word(int start, int last, int position, Word word) {
                    DANISH.sentences().between(text, passage.start(), end[0], start, passage.end(), between);
                    end[0] = last;
                }

                @Override public void sign(char sign, int at) {
                    signs.add(sign, at);
                }
            });
            DANISH.sentences().between(text, passage.start(), end[0], passage.end(), passage.end(), between);
            assertEquals(all, course(text, passage, signs), text);
            assertEquals(all, course(text, passage, between), text);
            for (int place = passage.start(); place < passage.end(); place++) {
                int at = place;
                assertEquals(all.stream().filter(s -> s.end() > at).findFirst().orElse(null),
                    DANISH.sentences().course(text, passage.start(), passage.end(), signs).after(place), text);
            }
        }
        assertTrue(several > 5_000, several + " texts of several sentences: too few to tell anything");
    }

    private static List<Span> course(String text, Span passage, Sentences.Stops stops) {
        var sentences = new ArrayList<Span>();
        var course = DANISH.sentences().course(text, passage.start(), passage.end(), stops);
        for (Span next = course.next(); next != null; next = course.next()) {
            sentences.add(next);
        }
        return sentences;
    }

    private static List<String> sentences(String text) {
        return DANISH.sentences(text, new Span(0, text.length())).stream().map(span -> span.in(text)).toList();
    }
}
