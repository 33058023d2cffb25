package dk.udsagn.intake;

import static dk.udsagn.intake.Reads.losses;
import static dk.udsagn.intake.Reads.places;
import static dk.udsagn.intake.Reads.roles;
import static dk.udsagn.intake.Reads.text;
import static dk.udsagn.intake.Reads.times;
import static dk.udsagn.intake.Reads.turns;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Files of segments with speakers: Whisper's JSON, tables, CHAT and ELAN. */
class SegmentFilesTest {
    @Test void readsWhisperXAndSplitsASegmentWhereTheSpeakerOfItsWordsChanges() {
        String file = """
            {"segments": [
              {"start": 0.5, "end": 2.0, "text": " Hvordan h\\u00f8rte du om det?", "speaker": "SPEAKER_00", "words": [{"word": "Hvordan"}]},
              {"start": 2.1, "end": 4.25, "text": " Det var min mor. N\\u00e5?", "speaker": "SPEAKER_01", "words": [
                {"word": "Det", "start": 2.1, "end": 2.2, "speaker": "SPEAKER_01"}, {"word": "var", "speaker": "SPEAKER_01"},
                {"word": "min", "speaker": "SPEAKER_01"}, {"word": "mor."}, {"word": "N\\u00e5?", "speaker": "SPEAKER_00"}]},
              {"start": 5, "end": 6.5, "text": " Hun \\"googler\\".", "speaker": "SPEAKER_01", "compression_ratio": 3.1}
            ], "language": "da"}
            """;
        var reading = text(file);
        assertEquals("SPEAKER_00: Hvordan hørte du om det?\n\nSPEAKER_01: Det var min mor.\n\nSPEAKER_00: Nå?\n\nSPEAKER_01: Hun \"googler\".\n",
            reading.transcript().text());
        assertEquals(List.of("500-2000", "2100-4250", "2100-4250", "5000-6500"), times(reading));
        assertEquals(List.of("line 2", "line 3", "line 3", "line 6"), places(reading));
        assertEquals(List.of("GUESSED doubtful segment 1"), losses(reading));
        Reads.assertMapped(reading, file);
    }

    @Test void readsWhisperCppAndLabelsBeforeTheWords() {
        var cpp = text("{\"transcription\":[{\"timestamps\":{\"from\":\"00:00:00,000\",\"to\":\"00:00:03,000\"},\"offsets\":{\"from\":0,\"to\":3000},\"text\":\" Hvad?\",\"speaker\":\"0\"},"
            + "{\"offsets\":{\"from\":3000,\"to\":4000},\"text\":\" Ja.\",\"speaker\":\"1\"}]}");
        assertEquals(List.of("Speaker 0|Hvad?", "Speaker 1|Ja."), turns(cpp));
        assertEquals(List.of("0-3000", "3000-4000"), times(cpp));
        assertEquals(List.of("I|S\u00e5 hvad?", "R|Ja, s\u00e5. Og."), turns("[{\"text\":\"I: S\\u00e5 hvad?\"},{\"text\":\"R: Ja, s\\u00e5.\"},{\"text\":\" Og.\"}]"));
    }

    @Test void jsonWithoutSpeakersOrCutOffIsToldWithItsLine() {
        var unnamed = text("{\"segments\":[{\"start\":0,\"text\":\" Hej.\"},{\"start\":2,\"text\":\" Med dig.\"}]}");
        assertEquals(List.of("?|Hej. Med dig."), turns(unnamed));
        assertEquals(List.of("? other"), Reads.roles(unnamed));
        assertEquals(List.of("GUESSED speaker 1"), Reads.losses(unnamed));
        assertEquals("R01.txt:2: a string has no end; is the JSON whole, or was it cut off?", Reads.fault("{\"segments\":\n[{\"text\":\"Hej").getMessage());
        assertEquals("R01.txt:1: the JSON has no segments; a transcript has \"segments\" with \"start\", \"end\", \"text\" and \"speaker\"", Reads.fault("{\"a\":1}").getMessage());
        assertTrue(Reads.fault("[{\"a\":" + "[".repeat(100_000)).getMessage().contains("nested more than 100 deep"));
    }

    @Test void readsTablesWithTheirQuotesAndTimes() {
        String file = "Timespan,Content,Speaker\r\n0:00.0 - 0:04.5,\"Hvad, sagde \"\"de\"\"?\",Anne\r\n0:04.5 - 1:10.0,\"De sagde:\r\nkom ind.\",Bo\r\n";
        var reading = text(file);
        assertEquals(List.of("Anne|Hvad, sagde \"de\"?", "Bo|De sagde:/kom ind."), turns(reading));
        assertEquals(List.of("0-4500", "4500-70000"), times(reading));
        Reads.assertMapped(reading, file);
        var semicolons = text("Nr;Tid;Taler;Tekst\n1;75;I;Hvad?\n2;1:6;R;\"Ja; altså.\"\n");
        assertEquals(List.of("I|Hvad?", "R|Ja; altså."), turns(semicolons));
        assertEquals(List.of("75000-", "66000-"), times(semicolons));
        assertEquals(List.of("SET_ASIDE column 1"), losses(semicolons));
        var headless = text("00:00:01\tHvad skete der så?\tInterviewer\n00:00:04\tIkke noget.\tInformant\n");
        assertEquals(List.of("Interviewer|Hvad skete der så?", "Informant|Ikke noget."), turns(headless));
        assertEquals(List.of("line 1", "line 2"), places(headless));
        assertEquals(List.of("1000-2000", "2000-4000"), times(text("start\tend\ttext\n1000\t2000\tI: Hvad?\n2000\t4000\tR: Ja.\n")));
    }

    @Test void readsChatWithItsBulletsAndContinuedLines() {
        String file = "@UTF8\n@Begin\n@Languages:\tdan\n@Participants:\tINV Investigator, ANN Anne Participant\n@ID:\tdan|x|INV|||||Investigator|||\n"
            + "*INV:\thvad sker der ? \u00150_1500\u0015\n%com:\tder grines\n*ANN:\tjeg kommer\n\tnu . \u00151500_3000\u0015\n*ANN:\tja . \u00153000_3500\u0015\n@End\n";
        var reading = text(file);
        assertEquals(List.of("INV|hvad sker der ?", "ANN|jeg kommer nu . ja ."), turns(reading));
        assertEquals(List.of("0-1500", "1500-3500"), times(reading));
        assertEquals(List.of("INV interviewer", "ANN respondent"), roles(reading));
        assertEquals(List.of("SET_ASIDE heading 6", "SET_ASIDE dependent tier 1"), losses(reading));
        Reads.assertMapped(reading, file);
    }

    @Test void readsElanTiersInTheOrderOfTimeAndKeepsOverlaps() {
        var reading = text("""
            <?xml version="1.0" encoding="UTF-8"?>
            <ANNOTATION_DOCUMENT AUTHOR="" DATE="2026-01-01" FORMAT="3.0" VERSION="3.0">
              <TIME_ORDER><TIME_SLOT TIME_SLOT_ID="t1" TIME_VALUE="100"/><TIME_SLOT TIME_SLOT_ID="t2" TIME_VALUE="900"/>
                <TIME_SLOT TIME_SLOT_ID="t3" TIME_VALUE="800"/><TIME_SLOT TIME_SLOT_ID="t4"/><TIME_SLOT TIME_SLOT_ID="t5" TIME_VALUE="2000"/></TIME_ORDER>
              <TIER LINGUISTIC_TYPE_REF="x" TIER_ID="R1" PARTICIPANT="Respondent A">
                <ANNOTATION><ALIGNABLE_ANNOTATION ANNOTATION_ID="a1" TIME_SLOT_REF1="t3" TIME_SLOT_REF2="t4"><ANNOTATION_VALUE>Jo &amp; ja.</ANNOTATION_VALUE></ALIGNABLE_ANNOTATION></ANNOTATION>
                <ANNOTATION><ALIGNABLE_ANNOTATION ANNOTATION_ID="a2" TIME_SLOT_REF1="t4" TIME_SLOT_REF2="t5"><ANNOTATION_VALUE>Altså.</ANNOTATION_VALUE></ALIGNABLE_ANNOTATION></ANNOTATION>
              </TIER>
              <TIER LINGUISTIC_TYPE_REF="x" TIER_ID="I">
                <ANNOTATION><ALIGNABLE_ANNOTATION ANNOTATION_ID="a3" TIME_SLOT_REF1="t1" TIME_SLOT_REF2="t2"><ANNOTATION_VALUE>Er du der?</ANNOTATION_VALUE></ALIGNABLE_ANNOTATION></ANNOTATION>
              </TIER>
              <TIER LINGUISTIC_TYPE_REF="y" TIER_ID="en" PARENT_REF="I">
                <ANNOTATION><REF_ANNOTATION ANNOTATION_ID="a4" ANNOTATION_REF="a3"><ANNOTATION_VALUE>Are you there?</ANNOTATION_VALUE></REF_ANNOTATION></ANNOTATION>
              </TIER>
            </ANNOTATION_DOCUMENT>
            """);
        assertEquals(List.of("I|Er du der?", "Respondent A|Jo & ja. Altså."), turns(reading));
        assertEquals(List.of("100-900", "800-2000"), times(reading));
        assertEquals(List.of("line 10", "line 6"), places(reading));
        assertEquals(List.of("SET_ASIDE tier en 1"), losses(reading));
    }

    @Test void xmlThatNamesOtherFilesIsRefused() {
        assertEquals("R01.txt:1: the XML is refused: it has a DOCTYPE, which transcripts have no use for; no program that writes transcripts does this; where is the file from?",
            Reads.fault("<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><ANNOTATION_DOCUMENT>&x;</ANNOTATION_DOCUMENT>").getMessage());
    }

    @Test void slotsWithoutATimeKeepTheirPlaceAmongTheSlots() {
        String eaf = "<ANNOTATION_DOCUMENT><TIME_ORDER><TIME_SLOT TIME_SLOT_ID=\"a\" TIME_VALUE=\"1000\"/><TIME_SLOT TIME_SLOT_ID=\"b\"/><TIME_SLOT TIME_SLOT_ID=\"c\"/>"
            + "<TIME_SLOT TIME_SLOT_ID=\"d\" TIME_VALUE=\"9000\"/></TIME_ORDER><TIER TIER_ID=\"R\">" + annotation("c", "d", "Ja.") + "</TIER><TIER TIER_ID=\"I\">"
            + annotation("a", "b", "Hvad?") + annotation("d", "d", "Nå?") + "</TIER></ANNOTATION_DOCUMENT>";
        assertEquals(List.of("I|Hvad?", "R|Ja.", "I|Nå?"), turns(eaf));
    }

    private static String annotation(String from, String to, String words) {
        return "<ANNOTATION><ALIGNABLE_ANNOTATION TIME_SLOT_REF1=\"" + from + "\" TIME_SLOT_REF2=\"" + to + "\"><ANNOTATION_VALUE>" + words + "</ANNOTATION_VALUE></ALIGNABLE_ANNOTATION></ANNOTATION>";
    }

    @Test void whatAChatFileLacksIsTold() {
        assertEquals(List.of("SET_ASIDE heading 3", "GUESSED end of the file 1", "GUESSED participant 1"),
            Reads.losses(text("@UTF8\n@Begin\n@Participants:\tINV Investigator\n*INV:\tHvad?\n*HAN:\tJa.\n")));
    }

    @Test void wordsThatNameTheirVoiceNeedNoSegmentThatDoes() {
        assertEquals(List.of("S1|Ja.", "S0|Hvad mener du?", "S1|Jamen."), turns(text("{\"segments\":[{\"start\":0,\"end\":1,\"text\":\" Ja.\",\"speaker\":\"S1\"},"
            + "{\"start\":1,\"end\":2,\"text\":\" Hvad mener du?\",\"words\":[{\"word\":\"Hvad\",\"speaker\":\"S0\"},{\"word\":\"mener\",\"speaker\":\"S0\"},{\"word\":\"du?\",\"speaker\":\"S0\"}]},"
            + "{\"start\":2,\"end\":3,\"text\":\" Jamen.\",\"speaker\":\"S1\"}]}")));
    }
}
