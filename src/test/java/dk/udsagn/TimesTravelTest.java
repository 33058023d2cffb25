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
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
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

    @Test void aRecordingThatCameAlongGoesOutWithItsTimesAndIsTakenInTwiceAsOnce() throws IOException {
        Path came = temp.resolve("lyd.qdpx");
        try (var zip = new ZipOutputStream(Files.newOutputStream(came))) {
            zip.putNextEntry(new ZipEntry("project.qde"));
            zip.write(("<Project name=\"P\" origin=\"Transana\" xmlns=\"urn:QDA-XML:project:1.0\"><CodeBook><Codes><Code guid=\"11111111-1111-1111-1111-111111111111\" name=\"Godt\"/></Codes></CodeBook><Sources>"
                + "<AudioSource guid=\"22222222-2222-2222-2222-222222222222\" name=\"Ane\" path=\"internal://a.mp3\"><Transcript guid=\"33333333-3333-3333-3333-333333333333\" name=\"Udskrift\" plainTextPath=\"internal://a.txt\">"
                + "<SyncPoint guid=\"44444444-4444-4444-4444-444444444444\" timeStamp=\"0\" position=\"0\"/><SyncPoint guid=\"55555555-5555-5555-5555-555555555555\" timeStamp=\"2000\" position=\"12\"/>"
                + "</Transcript></AudioSource></Sources></Project>").getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry("sources/a.txt"));
            zip.write("I: Hvordan?\nR: Godt, tak.\n".getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry("sources/a.mp3"));
            zip.write(new byte[] {1, 2, 3});
        }
        Path folder = temp.resolve("studie");
        Study.importFrom(came, folder);
        try (var study = Study.open(folder)) {
            study.code("Ane", "Godt, tak", "godt", "k1");
        }
        Path out = temp.resolve("ud.qdpx");
        var told = export(folder, out);
        assertTrue(told.items().stream().noneMatch(i -> i.act() == Act.LEFT_OUT || i.what().contains("time")), told.toString());
        try (var zip = FileSystems.newFileSystem(out)) {
            String xml = Files.readString(zip.getPath("project.qde"));
            assertTrue(xml.contains("<SyncPoint guid=\"55555555-5555-5555-5555-555555555555\" timeStamp=\"2000\" position=\"12\"/>") && xml.contains("<TranscriptSelection "), xml);
        }
        Study.importFrom(out, temp.resolve("igen"));
        var before = ImportTest.files(folder);
        for (Path file : List.of(out, came, out)) {
            Study.importFrom(file, folder);
            assertEquals(before, ImportTest.files(folder), file.toString());
        }
        assertEquals(before.keySet(), ImportTest.files(temp.resolve("igen")).keySet());
        assertEquals("\1\2\3", before.get("beside/Ane.mp3"));
        assertEquals(turns(folder, "Ane").stream().map(Turn::times).toList(), turns(temp.resolve("igen"), "Ane").stream().map(Turn::times).toList());
        assertEquals(Times.between(0, 2_000), turns(folder, "Ane").getFirst().times());
        export(temp.resolve("igen"), temp.resolve("ud2.qdpx"));
        assertEquals(-1, Files.mismatch(out, temp.resolve("ud2.qdpx")));
    }
}
