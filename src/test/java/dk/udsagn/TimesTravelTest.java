package dk.udsagn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dk.udsagn.transcript.FormatException;
import dk.udsagn.transcript.Language;
import dk.udsagn.transcript.LossReport;
import dk.udsagn.transcript.LossReport.Act;
import dk.udsagn.transcript.Times;
import dk.udsagn.transcript.Turn;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When words were said travels with them. */
class TimesTravelTest {
    private static final String VTT = """
        WEBVTT

        00:00:02.100 --> 00:00:06.500
        <v Interviewer>Hvordan har du det?</v>

        00:00:07.000 --> 00:00:09.500
        <v Ane>Jeg følte mig hørt 😊.</v>

        00:00:09.500 --> 00:00:12.000
        <v Ane>Og mødt.</v>

        01:00:12.000 --> 01:00:13.000
        <v Interviewer>Ja?</v>
        """;
    private static final String SRT = """
        1
        00:00:01,500 --> 00:00:03,000
        I: Hvordan var det?

        2
        00:00:03,250 --> 00:00:05,000
        R: Det hjalp.
        """;
    private static final String WHISPER = """
        {"text": "", "language": "da", "segments": [
          {"id": 0, "start": 0.0, "end": 2.5, "text": " Hvordan gik det?", "speaker": "SPEAKER_00"},
          {"id": 1, "start": 2.75, "end": 4.0, "text": " Det gik godt.", "speaker": "SPEAKER_01"}]}
        """;
    @TempDir Path temp;

    private Path study() throws IOException {
        Path folder = temp.resolve("studie");
        var files = List.of(Files.writeString(temp.resolve("A.vtt"), VTT), Files.writeString(temp.resolve("B.srt"), SRT), Files.writeString(temp.resolve("C.json"), WHISPER));
        Study.create(folder, files, Optional.empty(), Language.DANISH).close();
        return folder;
    }

    private static List<Turn> turns(Path folder, String id) throws IOException {
        try (var study = Study.open(folder)) {
            return study.transcript(id).turns();
        }
    }

    private static LossReport export(Path folder, Path file) throws IOException {
        try (var study = Study.open(folder)) {
            return study.export(file);
        }
    }

    @Test void turnsOfVttSrtAndWhisperComeBackWithTheirTimes() throws IOException {
        Path folder = study();
        var told = export(folder, temp.resolve("ud.qdpx"));
        assertEquals(7, told.items().stream().filter(i -> i.act() == Act.SET_ASIDE && i.what().equals("time of a turn")).mapToInt(LossReport.Item::count).sum(), told.toString());
        assertTrue(told.items().stream().noneMatch(i -> i.act() == Act.LEFT_OUT), told.toString());
        Study.importFrom(temp.resolve("ud.qdpx"), temp.resolve("igen"));
        export(temp.resolve("igen"), temp.resolve("ud2.qdpx"));
        Study.importFrom(temp.resolve("ud2.qdpx"), temp.resolve("igen2"));
        for (String id : List.of("A", "B", "C")) {
            var before = turns(folder, id);
            assertTrue(before.stream().noneMatch(t -> t.times().equals(Times.UNKNOWN)), before.toString());
            for (String again : List.of("igen", "igen2")) {
                var after = turns(temp.resolve(again), id);
                assertEquals(before.stream().map(Turn::span).toList(), after.stream().map(Turn::span).toList());
                assertEquals(before.stream().map(Turn::times).toList(), after.stream().map(Turn::times).toList());
            }
        }
    }

    @Test void aTextThatAnotherProgramChangedHasNoTimesAndTheUserIsTold() throws IOException {
        Path file = temp.resolve("ud.qdpx");
        export(study(), file);
        try (var zip = FileSystems.newFileSystem(file); var all = Files.list(zip.getPath("sources"))) {
            for (Path source : all.toList()) {
                String text = Files.readString(source);
                if (text.contains("Det hjalp.") && !text.startsWith("{")) {
                    Files.write(source, text.replace("Det hjalp.", "Nej. Det hjalp.").getBytes(StandardCharsets.UTF_8));
                }
            }
        }
        var told = Study.importFrom(file, temp.resolve("igen"));
        assertEquals(2, told.items().stream().filter(i -> i.act() == Act.LEFT_OUT && i.what().equals("time of a turn")).mapToInt(LossReport.Item::count).sum(), told.toString());
        assertTrue(turns(temp.resolve("igen"), "B").stream().allMatch(t -> t.times().equals(Times.UNKNOWN)));
        assertEquals(Times.between(7_000, 12_000), turns(temp.resolve("igen"), "A").get(1).times());
    }

    @Test void timeMarksOfARecordingsTranscriptAreTheTimesOfTheTurnsTheyStandAt() throws IOException {
        String text = "I: Hvordan?&#10;R: Godt, tak 😊. Ja.&#10;I: Og?&#10;";                // turns from 0, 12 and 33 as UTF-16 counts, 32 in code points
        Path file = Files.writeString(temp.resolve("lyd.qde"), "<Project name=\"P\" origin=\"Udsagn\" xmlns=\"urn:QDA-XML:project:1.0\"><Sources><AudioSource guid=\"a\" name=\"Ane\" path=\"relative:///a.mp3\">"
            + "<Transcript guid=\"t\" name=\"Ane\"><PlainTextContent>" + text + "</PlainTextContent><SyncPoint guid=\"s1\" timeStamp=\"0\" position=\"0\"/>"
            + "<SyncPoint guid=\"s3\" timeStamp=\"9000\" position=\"32\"/><SyncPoint guid=\"s2\" timeStamp=\"2000\" position=\"12\"/><SyncPoint guid=\"s4\" timeStamp=\"5000\" position=\"18\"/>"
            + "<SyncPoint guid=\"s5\" position=\"3\"/></Transcript></AudioSource></Sources></Project>");
        var told = Study.importFrom(file, temp.resolve("igen"));
        var turns = turns(temp.resolve("igen"), "Ane");
        assertEquals(List.of(Times.between(0, 2_000), Times.between(2_000, 9_000), new Times(OptionalLong.of(9_000), OptionalLong.empty())), turns.stream().map(Turn::times).toList());
        assertTrue(told.items().stream().anyMatch(i -> i.act() == Act.LEFT_OUT && i.what().equals("time mark") && i.count() == 1), told.toString());
        Path times = temp.resolve("igen/times/Ane.json");
        Files.writeString(times, Files.readString(times).replace("@2000-5000", "@2000"));
        String error = Assertions.assertThrows(FormatException.class, () -> turns(temp.resolve("igen"), "Ane")).getMessage();
        assertTrue(error.contains("Ane.json") && error.contains("12-40@2100-6500"), error);
    }
}
