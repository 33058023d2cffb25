package dk.udsagn.transcript;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TranscriptTest {
    private static final String TEXT = "I: Hvordan?\nR: Godt.";
    private static final Speaker I = new Speaker("I", Role.INTERVIEWER);
    private static final Speaker R = new Speaker("R", Role.RESPONDENT);

    private static Turn turn(int number, Speaker speaker, int start, int end) {
        return new Turn(number, speaker, new Span(start, end), Times.UNKNOWN);
    }

    private static Transcript transcript(Turn... turns) {
        return new Transcript("A", TEXT, List.of(turns), SourceMap.identity(TEXT));
    }

    @Test void aQuoteIsWhatStandsInTheText() {
        var t = transcript(turn(1, I, 3, 11), turn(2, R, 15, 20));
        assertEquals("Hvordan?", t.words(t.turns().get(0)));
        assertEquals("Godt.", t.words(t.turns().get(1)));
    }

    @Test void aLabelBelongsToNoTurn() {
        var t = transcript(turn(1, I, 3, 11), turn(2, R, 15, 20));
        assertEquals(Optional.empty(), t.turnAt(12));
        assertEquals(2, t.turnAt(15).orElseThrow().number());
        assertEquals(1, t.turnAt(10).orElseThrow().number());
        assertEquals(Optional.empty(), t.turnAt(20));
    }

    @Test void turnsStandInOrderAndInsideTheText() {
        assertThrows(IllegalArgumentException.class, () -> transcript(turn(1, R, 15, 20), turn(2, I, 3, 11)));
        assertThrows(IllegalArgumentException.class, () -> transcript(turn(1, R, 15, 21)));
        assertThrows(IllegalArgumentException.class, () -> transcript(turn(2, R, 15, 20)));
    }

    @Test void theDigestIsTheTextsAlone() {
        var t = transcript(turn(1, I, 3, 11));
        assertEquals(t.digest(), new Transcript("B", TEXT, List.of(), SourceMap.identity(TEXT)).digest());
        assertNotEquals(t.digest(), new Transcript("A", TEXT + " ", List.of(), SourceMap.identity(TEXT)).digest());
        assertEquals("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",           // FIPS 180-2, appendix B.1
            new Transcript("A", "abc", List.of(), SourceMap.identity("abc")).digest());
    }

    @Test void onlyARespondentIsARespondent() {
        assertThrows(IllegalArgumentException.class, () -> new Speaker("I", Role.INTERVIEWER, Optional.of("A")));
    }

    @Test void placesAreLinesUnlessAReaderKnowsBetter() {
        var map = SourceMap.identity(TEXT);
        assertEquals("line 1", map.place(11).toString());
        assertEquals("line 2", map.place(12).toString());
    }

    @Test void aRepairHasNoPlaceInTheSource() {                        // "snak-\nkede" became "snakkede"
        var map = SourceMap.builder().stretch(0, 0).stretch(4, 6).build();
        assertEquals(3, map.sourceOffset(3).orElseThrow());
        assertEquals(6, map.sourceOffset(4).orElseThrow());
        var joined = SourceMap.builder().stretch(0, 0).repair(4, "cue join").stretch(5, 9).build();
        assertEquals(Optional.of("cue join"), joined.repair(4));
        assertEquals(true, joined.sourceOffset(4).isEmpty());
        assertEquals(9, joined.sourceOffset(5).orElseThrow());
    }
}
