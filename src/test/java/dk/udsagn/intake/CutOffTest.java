package dk.udsagn.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A file that was cut off in the middle says so, where its form shows it; a whole one never does. */
class CutOffTest {
    private static final String TALK = "I: Hvad sker der?\n\nR: Ikke noget.\n\n".repeat(6);

    /** What the file's end lacks and where, as "1: the last ..."; empty where nothing is told. */
    private static String told(String name, byte[] file) {
        return Reads.items(Reads.read(name, file), "end of the file").stream().map(i -> i.place() + ": " + i.why()).findFirst().orElse("");
    }

    private static String told(String file) {
        return told("R01.txt", file.getBytes(StandardCharsets.UTF_8));
    }

    @Test void wholeFilesAreNeverToldToBeCut() throws IOException {
        for (String folder : List.of("src/test/resources/intake", "corpus/headspace/transcripts")) {
            try (Stream<Path> files = Files.walk(Path.of(folder))) {
                for (Path file : files.filter(Files::isRegularFile).filter(f -> !f.toString().matches(".*\\.said|.*index\\.tsv|.*README\\.md")).sorted().toList()) {
                    assertEquals("", told(file.toString(), Files.readAllBytes(file)), file.toString());
                    String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
                    if (file.toString().matches(".*\\.(txt|vtt|srt|tsv|csv|cha|md)") && text.indexOf('\uFFFD') < 0 && text.indexOf('\f') < 0) {      // an editor may take away the last line end
                        assertEquals("", told(file.toString(), text.stripTrailing().getBytes(StandardCharsets.UTF_8)), file + " without its last line end");
                    }
                }
            }
        }
    }

    @Test void aTextThatStopsAmidASentenceALabelOrATime() {
        assertEquals("", told(TALK));
        assertEquals("", told(TALK.stripTrailing()));
        assertEquals("line 25: the last line has no end and stops amid a sentence, as hardly any other turn does; the file may have been cut off", told(TALK + "I: Nå, men så"));
        assertEquals("", told(TALK.replace("noget.", "noget") + "I: Nå, men så"), "who leaves out full stops may leave out the last");
        assertEquals("line 25: the last line names a speaker and has no words; the file may have been cut off", told(TALK + "I:"));
        assertEquals("line 25: the last line stops amid a time mark; the file may have been cut off", told(TALK + "I: Nå. [00:12"));
    }

    @Test void aSubtitleFileThatStopsBetweenATimeAndItsWords() {
        String vtt = "WEBVTT\n\n1\n00:00.000 --> 00:01.000\n<v Bo>Ja.</v>\n\n2\n00:01.000 --> 00:02.000\n<v Bo>Nej.</v>\n\n3\n00:02.000 --> 00:03.000\n<v Bo>Tja.</v>\n\n4\n00:03.000 --> 00:04.000\n<v Ib>Hvad mener du?</v>\n\n";
        assertEquals("", told(vtt));
        int last = vtt.indexOf("4\n00:03");
        for (int cut = last + 1; cut < vtt.length() - 6; cut++) {
            String torn = vtt.substring(0, cut);
            assertTrue(told(torn).contains("the file may have been cut off"), torn.substring(last) + " gives " + told(torn));
        }
        assertEquals("cue 4, line 17: the last voice's words are not closed with </v>, as all others are; the file may have been cut off", told(vtt.substring(0, vtt.length() - 12)));
        String srt = "1\n00:00:00,000 --> 00:00:01,000\nBo: Ja.\n\n2\n00:00:01,000 --> 00:00:02,000\nIb: Hvad?\n\n";
        assertEquals("", told(srt));
        assertEquals("line 6: the last cue has a time and no words; the file may have been cut off", told(srt.substring(0, srt.indexOf("Ib"))));
        assertEquals("line 6: a last cue has begun, and has neither time nor words; the file may have been cut off", told(srt.substring(0, srt.indexOf("00:00:01,000 --> 00:00:02") + 5)));
        assertEquals("", told(srt + "3\n00:00:02,000 --> 00:00:03,000\n\n\n"), "a program may write an empty cue");
    }

    @Test void aTableWhoseLastRowIsShortOrWhoseLastCellIsOpen() {
        String csv = "Tid;Taler;Tekst\n0:01;I;\"Hvad?\"\n0:02;R;\"Ja; altså.\"\n0:03;I;\"Hvorfor det?\"\n";
        assertEquals("", told(csv));
        assertEquals("", told(csv.stripTrailing()));
        assertEquals("line 4: the last row has 2 cells, fewer than all others; the file may have been cut off", told(csv.substring(0, csv.lastIndexOf(";\"H"))));
        String open = csv.substring(0, csv.length() - 6);
        assertEquals("line 4: the last cell's quotation mark is never closed; the file may have been cut off", told(open));
        assertEquals(List.of("I|Hvad?", "R|Ja; altså.", "I|Hvorfor"), Reads.turns(open));
        String lines = "Tid;Taler;Tekst\n0:01;I;\"Hvad?\"\n0:02;R;\"Ja, \"\"altså\"\"\nog så";
        assertEquals(List.of("I|Hvad?", "R|Ja, \"altså\"/og så"), Reads.turns(lines));
        Reads.assertMapped(Reads.text(lines), lines);
        String tsv = "start\tend\tspeaker\ttext\n0\t900\tI\tHvad?\n1000\t1900\tR\tJa.\n2000\t2900\tI\tNå.\n";
        assertEquals("", told(tsv));
        assertEquals("line 4: the last row has 3 cells, fewer than all others; the file may have been cut off", told(tsv.substring(0, tsv.lastIndexOf("\tNå"))));
    }

    @Test void aTextThatStopsAmidACharacter() {
        byte[] bytes = "I: Er du glad for at bo på øen?\nR: Nej, ikke når".getBytes(StandardCharsets.UTF_8);
        byte[] half = Arrays.copyOf(bytes, bytes.length - 2);
        assertEquals("line 2: it stops amid a character; the file may have been cut off", told("x.txt", half));
        assertEquals(List.of("I|Er du glad for at bo på øen?", "R|Nej, ikke n"), Reads.turns(Reads.read("x.txt", half)));
        assertEquals("", told("x.txt", "I: Er du glad?\nR: Nej, ikke nå".getBytes(StandardCharsets.ISO_8859_1)));
        byte[] emoji = "I: Er du på øen?\nR: Ja 😊".getBytes(StandardCharsets.UTF_8);
        for (int less = 1; less < 4; less++) {
            assertEquals("line 2: it stops amid a character; the file may have been cut off", told("x.txt", Arrays.copyOf(emoji, emoji.length - less)));
        }
    }

    @Test void aChatFileWithoutItsEnd() {
        assertEquals("line 3: @End is missing; the file may have been cut off", told("@UTF8\n@Begin\n*INV:\tHvad?\n"));
    }
}
