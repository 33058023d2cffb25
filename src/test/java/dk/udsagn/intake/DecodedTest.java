package dk.udsagn.intake;

import static dk.udsagn.intake.Reads.losses;
import static dk.udsagn.intake.Reads.text;
import static dk.udsagn.intake.Reads.turns;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class DecodedTest {
    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final String TWO = "I: Hørte du … det på åen?\n\nR: Ja, “ærligt” talt.\n";
    private static final List<String> TURNS = List.of("I|Hørte du … det på åen?", "R|Ja, “ærligt” talt.");

    @Test void readsEveryEncodingAndSaysWhich() {
        assertEquals("plain text, UTF-8 with byte order mark, LF", text("\ufeff" + TWO).format());
        assertEquals("plain text, Windows-1252, LF", text(TWO, WINDOWS).format());
        assertEquals("plain text, UTF-16 LE with byte order mark, LF", text("\ufeff" + TWO, StandardCharsets.UTF_16LE).format());
        assertEquals("plain text, UTF-16 BE with byte order mark, LF", text("\ufeff" + TWO, StandardCharsets.UTF_16BE).format());
        assertEquals("plain text, UTF-16 LE, LF", text(TWO, StandardCharsets.UTF_16LE).format());
        for (var reading : List.of(text(TWO), text("\ufeff" + TWO), text(TWO, WINDOWS), text("\ufeff" + TWO, StandardCharsets.UTF_16LE),
            text("\ufeff" + TWO, StandardCharsets.UTF_16BE), text(TWO, StandardCharsets.UTF_16LE))) {
            assertEquals(TWO, reading.transcript().text());
            assertEquals(TURNS, turns(reading));
        }
    }

    @Test void byte85IsAnEllipsisInAFileWithLinesAndALineEndInAFileWithout() {
        byte[] windows = "I: Ja \u0085 hør?\nR: Nej.\n".getBytes(StandardCharsets.ISO_8859_1);
        assertEquals(List.of("I|Ja … hør?", "R|Nej."), turns(Reads.read("a.txt", windows)));
        byte[] nel = "I: Ja, hør?\u0085R: Nej.\u0085".getBytes(StandardCharsets.ISO_8859_1);
        assertEquals("I: Ja, hør?\nR: Nej.\n", Reads.read("a.txt", nel).transcript().text());
        assertEquals("plain text, ISO-8859-1, NEL", Reads.read("a.txt", nel).format());
    }

    @Test void readsOldMacsAndDos() {
        String old = "I: Hvordan går det på øen?\n\nR: Ærligt talt går det skidt på åen.\n";
        assertEquals(old, text(old, Charset.forName("x-MacRoman")).transcript().text());
        assertEquals(old, text(old, Charset.forName("IBM850")).transcript().text());
        assertEquals("plain text, IBM850, LF", text(old, Charset.forName("IBM850")).format());
    }

    @Test void everyKindOfLineEndIsALineFeed() {
        for (String end : List.of("\r\n", "\r", "\u0085", "\u2028")) {
            String file = "I: Hej?" + end + end + "R: Åh nej." + end + "Nej." + end;
            assertEquals("I: Hej?\n\nR: Åh nej.\nNej.\n", text(file).transcript().text());
            Reads.assertMapped(text(file), file);
            assertEquals(List.of("line 1", "line 3"), Reads.places(text(file)));
        }
        assertEquals("plain text, UTF-8, CRLF and LF", text("I: Hej?\r\nR: Ja.\n").format());
    }

    @Test void theByteOrderMarkIsInTheSourceAndNotInTheText() {
        var reading = text("\ufeffI: Hej?\nR: Ja.");
        assertEquals(1, reading.transcript().source().sourceOffset(0).orElseThrow());
        Reads.assertMapped(reading, "\ufeffI: Hej?\nR: Ja.");
    }

    @Test void aGuessIsTold() {
        assertEquals(List.of("GUESSED encoding 1"), losses(text(TWO, WINDOWS)));
        assertEquals(List.of(), losses(text(TWO)));
    }

    @Test void aStrayByteInUtf8IsReadAndTold() {
        byte[] bytes = "I: Hørte du på åen, på øen, på æblet?\nR: N?r.\n".getBytes(StandardCharsets.UTF_8);
        bytes[new String(bytes, StandardCharsets.ISO_8859_1).indexOf("N?r") + 1] = (byte) 0xE5;
        assertEquals(List.of("I|Hørte du på åen, på øen, på æblet?", "R|Når."), turns(Reads.read("a.txt", bytes)));
        assertEquals(List.of("GUESSED stray byte 1"), losses(Reads.read("a.txt", bytes)));
    }

    @Test void whatIsNoTranscriptIsToldWithItsPlace() {
        assertEquals("R01.txt: the file is empty; was it saved, or is it still on its way from the cloud?", Reads.fault("").getMessage());
        assertEquals("R01.txt:2: no line names a speaker; found \"uden kolon her\"; a turn needs a speaker and a colon, as in \"I: Hvordan ...\"",
            Reads.fault("\nuden kolon her\n").getMessage());
        byte[] unknown = "I: \u0081 hej?\n".getBytes(StandardCharsets.ISO_8859_1);
        assertEquals("a.txt:1: byte 0x81 is no character in UTF-8, UTF-16, Windows-1252 or ISO-8859-1; save the file as UTF-8",
            Reads.fault("a.txt", unknown).getMessage());
        byte[] zeros = new byte[500];
        Arrays.fill(zeros, 0, 250, (byte) 'a');
        assertEquals("a.txt", Reads.fault("a.txt", zeros).source());
        assertEquals("a.txt: this is a sound file (mp3), no transcript; a recording has to be transcribed first",
            Reads.fault("a.txt", "ID3\u0003 I: hej\n".getBytes(StandardCharsets.UTF_8)).getMessage());
    }
}
