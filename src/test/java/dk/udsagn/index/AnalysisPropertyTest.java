package dk.udsagn.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dk.udsagn.transcript.Language;
import dk.udsagn.transcript.Span;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class AnalysisPropertyTest {
    private static final Analysis DANISH = Analysis.withoutDictionary(Language.DANISH);

    @Property(tries = 1_000)
    void everyWordStandsWhereItIsSaidToStand(@ForAll("transcriptText") String text) {
        int end = 0;
        int position = -1;
        for (Token token : DANISH.tokens(text, new Span(0, text.length()))) {
            assertTrue(token.start() >= end && token.end() > token.start() && token.position() > position, () -> token + " in " + text);
            assertEquals(token.exact(), Normal.form(token.span().in(text)));
            assertTrue(!token.terms().isEmpty() && token.terms().stream().noneMatch(String::isEmpty), () -> "no term for " + token);
            end = token.end();
            position = token.position();
        }
    }

    @Property(tries = 1_000)
    void sentencesHoldAllThatIsNotSpaceInOrder(@ForAll("transcriptText") String text) {
        int end = 0;
        for (Span sentence : DANISH.sentences(text, new Span(0, text.length()))) {
            assertTrue(sentence.start() >= end, text);
            assertTrue(text.substring(end, sentence.start()).chars().allMatch(c -> Character.isWhitespace(c) || c == 0xA0), text);
            end = sentence.end();
        }
        assertTrue(text.substring(end).chars().allMatch(c -> Character.isWhitespace(c) || c == 0xA0), text);
    }

    @Property(tries = 300)
    void aTurnsRecordGivesBackItsTextAndPlaces(@ForAll("transcriptText") String text) {
        var words = new TurnRecord.Words();
        DANISH.scan(text, 0, text.length(), words::add);
        var record = new TurnRecord();
        record.write(text, 0, text.length(), 3, words);
        var view = new TurnView();
        view.load(record.bytes(), 0);
        assertEquals(text, view.text(0, text.length()));
        for (int i = words.count - 1; i >= 0; i--) {
            view.seek(words.positions[i]);
            assertEquals(List.of(words.starts[i], words.ends[i]), List.of(view.wordStart(), view.wordEnd()));
        }
    }

    @Provide Arbitrary<String> transcriptText() {
        Arbitrary<String> piece = Arbitraries.of("jeg", "følte", "ka'", "ik'?", "ik’", "pa\u030A", "so\u00ADlen", "x\u200By", "\uFEFF", "😊", "👨‍👩‍👧", "\uD83D", "\uDE00", "漢字", "ไทย",
            "ß", "İ", "ǅ", "ﬁ", "“", "”", "…", "—", "-", "e-mail", "bl.a.", "d. 3. maj", "10.000,5", "(griner)", "[", "]", "(", ")", "<v A>", "#00:01:02-3#", "00:01:02", "*",
            "\u00A0", "\r\n", "\n\n", ". ", "? ", "! ", "z".repeat(300), "\u0301", "a_b", "@", "1-2");
        return Arbitraries.oneOf(piece.list().ofMinSize(1).ofMaxSize(30).map(p -> String.join("", p)), piece.list().ofMinSize(1).ofMaxSize(30).map(p -> String.join(" ", p)),
            Arbitraries.strings().ofMinLength(1).ofMaxLength(60));
    }
}
