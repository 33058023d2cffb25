package dk.udsagn.exchange;

import static dk.udsagn.exchange.RefiRecordings.TEXT;
import static dk.udsagn.exchange.RefiRecordings.clip;
import static dk.udsagn.exchange.RefiRecordings.coding;
import static dk.udsagn.exchange.RefiRecordings.guid;
import static dk.udsagn.exchange.RefiRecordings.mark;
import static dk.udsagn.exchange.RefiRecordings.recording;
import static dk.udsagn.exchange.RefiRecordings.transcript;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dk.udsagn.coding.Codings;
import dk.udsagn.transcript.Language;
import dk.udsagn.transcript.LossReport;
import dk.udsagn.transcript.Times;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A recording that came along with its transcript goes out again as it came. */
class RefiRecordingTest {
    private static final int ANSWER = TEXT.indexOf("R: Godt");
    private static final int YES = TEXT.indexOf("Ja.");
    private static final int AND = TEXT.indexOf("I: Og");
    @TempDir Path folder;

    private static RefiRecordings one() {
        return new RefiRecordings().file("lyd.mp3", 500).text("t.txt", TEXT).source(recording("AudioSource", "lyd", "Ane", "internal://lyd.mp3", transcript("t", "Ane, udskrift", "internal://t.txt",
            mark("m1", TEXT, 0, "0"), mark("m2", TEXT, ANSWER, "2000"), mark("m2b", TEXT, ANSWER, "2500"), mark("m3", TEXT, AND, "9000"), clip("c", "m2b", "m3"))));
    }

    /** Too few selections to tell how such a small file counts. */
    private static RefiImport foreign(Path file) throws IOException {
        return RefiImport.open(file, Language.DANISH, Optional.of(Dialect.STANDARD));
    }

    private LossReport out(StudyData data, Path file) throws IOException {
        var told = RefiExport.write(data, file);
        if (Files.exists(Path.of("../shared/data/refi/Project.xsd"))) {
            RefiExportTest.assertValid("Project.xsd", RefiExportTest.qde(file));
        }
        return told;
    }

    private static List<String> told(LossReport report) {
        return report.items().stream().map(i -> i.act() + " " + i.what() + " " + i.count()).toList();
    }

    private Path again(Path came) throws IOException {
        Path back = folder.resolve("back.qdpx");
        try (var in = foreign(came)) {
            out(in.data(), back);
            try (var twice = RefiImport.open(back)) {
                assertEquals(in.data().remembered(), twice.data().remembered());
                assertEquals(in.data().decisions(), twice.data().decisions());
                assertEquals(in.data().study(), twice.data().study());
                for (int i = 0; i < in.data().sources().size(); i++) {
                    var a = in.data().sources().get(i);
                    var b = twice.data().sources().get(i);
                    assertEquals(a.id() + a.respondents() + a.text().read() + a.text().times(), b.id() + b.respondents() + b.text().read() + b.text().times());
                }
                assertEquals(in.data().sources().size(), twice.data().sources().size());
                assertEquals(in.data().asides().stream().map(StudyData.Aside::name).toList(), twice.data().asides().stream().map(StudyData.Aside::name).toList());
            }
        }
        return back;
    }

    @Test void aRecordingGoesOutAgainWithItsTranscriptTimeMarksAndSelections() throws IOException {
        Path came = one().write(folder.resolve("came.qdpx"));
        assertEquals(RefiRecordings.facts(came), RefiRecordings.facts(again(came)));
        assertEquals(7, RefiRecordings.facts(came).size(), RefiRecordings.facts(came).toString());
        try (var in = foreign(came)) {
            assertTrue(told(in.losses()).stream().noneMatch(t -> t.startsWith("LEFT_OUT")), in.losses().toString());
            var told = told(out(in.data(), folder.resolve("x.qdpx")));
            assertTrue(told.stream().noneMatch(t -> t.contains("time") || t.startsWith("LEFT_OUT")), told.toString());
        }
    }

    @Test void aTranscriptHasADateAndANameWhichQualCoderStopsWithout() throws IOException {
        Path came = new RefiRecordings().file("lyd.mp3", 5).text("t.txt", TEXT).source(recording("AudioSource", "lyd", "Ane", "internal://lyd.mp3", transcript("t", "", "internal://t.txt"))).write(folder.resolve("came.qdpx"));
        String xml = new String(RefiExportTest.qde(again(came)), StandardCharsets.UTF_8);
        var transcript = java.util.regex.Pattern.compile("<Transcript [^>]*>").matcher(xml);
        assertTrue(transcript.find() && transcript.group().contains(" name=\"Ane\" ") && transcript.group().contains(" creationDateTime=\"1970-"), xml);
    }

    @Test void aSelectionThatNamesAllMarksAtItsPlaceOneAfterAnotherLiesBetweenThem() throws IOException {
        String clip = clip("c", "m2", "m3").replace("fromSyncPoint=\"", "fromSyncPoint=\"" + guid("m2b"));
        Path came = new RefiRecordings().origin("QualCoder 3.2").file("lyd.mp3", 5).text("t.txt", TEXT).source(recording("AudioSource", "lyd", "Ane.mp3", "internal://lyd.mp3", transcript("t", "Ane.mp3.transcribed", "internal://t.txt",
            mark("m2", TEXT, ANSWER, "0"), mark("m2b", TEXT, ANSWER, "0"), mark("m3", TEXT, AND, "9000"), clip))).write(folder.resolve("came.qdpx"));
        try (var in = foreign(came)) {
            assertEquals(List.of(TEXT.substring(ANSWER, AND)), Codings.of(in.data().decisions()).all().stream().map(c -> c.place().words()).toList(), in.losses().toString());
        }
        again(came);
    }

    @Test void theCaseOfARecordingRefersToTheRecording() throws IOException {
        Path came = one().write(folder.resolve("came.qdpx"));
        String xml = new String(RefiExportTest.qde(came), StandardCharsets.UTF_8).replace("<Sources>", "<Cases><Case guid=\"" + guid("case") + "\" name=\"Bo\"><SourceRef targetGUID=\"" + guid("lyd") + "\"/></Case></Cases><Sources>")
            .replace("</Sources>", "</Sources><Sets><Set guid=\"" + guid("set") + "\" name=\"Lyd\"><MemberSource targetGUID=\"" + guid("lyd") + "\"/></Set></Sets>");
        Path with = RefiZips.zip(folder.resolve("with.qdpx"), java.util.Map.of("project.qde", xml.getBytes(StandardCharsets.UTF_8), "sources/lyd.mp3", new byte[] {1}, "sources/t.txt", TEXT.getBytes(StandardCharsets.UTF_8)));
        String back = new String(RefiExportTest.qde(again(with)), StandardCharsets.UTF_8);
        assertTrue(back.contains("<SourceRef targetGUID=\"" + guid("lyd") + "\"/>") && back.contains("<MemberSource targetGUID=\"" + guid("lyd") + "\"/>"), back);
        try (var in = RefiImport.open(folder.resolve("back.qdpx"))) {
            assertEquals(List.of("Bo"), in.data().sources().getFirst().respondents());
        }
    }

    @Test void whatIsCodedBetweenTheMarksGetsMarksWithoutATimeThatComeBackAsNothing() throws IOException {
        Path came = one().write(folder.resolve("came.qdpx"));
        Path back = folder.resolve("more.qdpx");
        try (var in = foreign(came)) {
            var more = new RefiMore(in.data()).laid("Ane", YES, YES + 3).data();
            out(more, back);
            var facts = RefiRecordings.facts(back);
            assertEquals(List.of("Ja."), facts.stream().filter(f -> f.startsWith("clip") && !f.contains(guid("c"))).map(f -> f.substring(f.length() - 3)).toList());
            var kept = RefiRecordings.facts(came);
            kept.removeAll(facts);
            assertTrue(kept.isEmpty(), kept.toString());
            try (var twice = RefiImport.open(back)) {
                assertEquals(more.remembered(), twice.data().remembered());
                assertEquals(more.decisions(), twice.data().decisions());
                assertTrue(told(twice.losses()).stream().noneMatch(t -> t.contains("time")), twice.losses().toString());
            }
            try (var twice = RefiImport.open(back, more, Optional.empty())) {
                var merged = StudyMerge.into(more, twice.data());
                assertEquals(more.remembered(), new java.util.TreeMap<>(merged.remembered()));
                assertEquals(List.of(), merged.append());
                assertEquals(List.of(), merged.added());
                assertEquals(List.of(), merged.losses().items());
            }
        }
    }

    @Test void aMarkThatAnotherProgramMovedIsTakenOverByANewStudyAndToldToTheOneItLeft() throws IOException {
        try (var in = foreign(one().write(folder.resolve("came.qdpx")))) {
            out(in.data(), folder.resolve("out.qdpx"));
            try (var zip = java.nio.file.FileSystems.newFileSystem(folder.resolve("out.qdpx"))) {
                Path xml = zip.getPath("project.qde");
                Files.writeString(xml, Files.readString(xml).replace("timeStamp=\"9000\"", "timeStamp=\"9999\""));
            }
            try (var moved = RefiImport.open(folder.resolve("out.qdpx")); var home = RefiImport.open(folder.resolve("out.qdpx"), in.data(), Optional.empty())) {
                assertTrue(moved.data().sources().getFirst().text().times().containsValue(Times.between(2_500, 9_999)), moved.data().sources().getFirst().text().times().toString());
                var merged = StudyMerge.into(in.data(), home.data());
                assertEquals(List.of("LEFT_OUT time marks of a recording 1"), told(merged.losses()));
                assertEquals(in.data().remembered(), new java.util.TreeMap<>(merged.remembered()));
            }
        }
    }

    @Test void anEditedTranscriptGoesOutWithItsRecordingAndWithoutMarksAndTheUserIsTold() throws IOException {
        try (var in = foreign(one().write(folder.resolve("came.qdpx")))) {
            var d = in.data();
            var was = d.sources().getFirst();
            var edited = new StudyData(d.study(), d.codebook(), List.of(new StudyData.Source(was.id(), was.respondents(), () -> TEXT + "I: Farvel.\n", was.original())), d.decisions(), d.asides(), d.remembered());
            var told = told(out(edited, folder.resolve("x.qdpx")));
            assertTrue(told.contains("LEFT_OUT time mark 4"), told.toString());
            var facts = RefiRecordings.facts(folder.resolve("x.qdpx"));
            assertEquals(1, facts.stream().filter(f -> f.startsWith("AudioSource")).count(), facts.toString());
            assertEquals(List.of(), facts.stream().filter(f -> f.startsWith("mark")).toList());
            assertTrue(facts.stream().anyMatch(f -> f.endsWith(" " + TEXT.substring(ANSWER, AND)) && f.startsWith("clip")), facts.toString());
        }
    }

    @Test void aRecordingThatIsGoneIsToldAndItsTranscriptGoesOutAsAText() throws IOException {
        try (var in = foreign(one().write(folder.resolve("came.qdpx")))) {
            var d = in.data();
            var gone = new StudyData(d.study(), d.codebook(), d.sources(), d.decisions(), List.of(), d.remembered());
            var told = told(out(gone, folder.resolve("x.qdpx")));
            assertTrue(told.contains("LEFT_OUT recording of a transcript 1") && told.contains("SET_ASIDE time of a turn 3"), told.toString());
            String xml = new String(RefiExportTest.qde(folder.resolve("x.qdpx")), StandardCharsets.UTF_8);
            assertTrue(xml.contains("<TextSource guid=\"" + guid("t")) && xml.contains("<PlainTextSelection guid=\"" + guid("c")) && !xml.contains("AudioSource"), xml);
            try (var again = RefiImport.open(folder.resolve("x.qdpx"))) {
                assertEquals(d.sources().getFirst().text().times(), again.data().sources().getFirst().text().times());
            }
        }
    }

    @Test void qualCodersTranscriptIsASourceOfItsOwnTooInWhateverOrderTheyStand() throws IOException {
        String source = "<TextSource guid=\"" + guid("s") + "\" name=\"Ane.mp3.txt\" plainTextPath=\"internal://t.txt\"><PlainTextSelection guid=\"" + guid("p") + "\" name=\"Ja.\" startPosition=\""
            + TEXT.codePointCount(0, YES) + "\" endPosition=\"" + (TEXT.codePointCount(0, YES) + 3) + "\">" + coding("p") + "</PlainTextSelection></TextSource>";
        String sound = recording("AudioSource", "lyd", "Ane.mp3", "internal://lyd.mp3", transcript("t", "Ane.mp3.txt", "internal://t.txt", mark("m1", TEXT, 0, "0"), mark("m2", TEXT, ANSWER, "2000")));
        for (String both : List.of(source + sound, sound + source)) {
            Path came = new RefiRecordings().origin("QualCoder 3.8").file("lyd.mp3", 9).text("t.txt", TEXT).source(both).write(folder.resolve("came.qdpx"));
            Path back = again(came);
            assertEquals(RefiRecordings.facts(came), RefiRecordings.facts(back));
            String xml = new String(RefiExportTest.qde(back), StandardCharsets.UTF_8);
            assertTrue(xml.contains("<TextSource guid=\"" + guid("s")) && xml.contains("<PlainTextSelection guid=\"" + guid("p")), xml);
            try (var in = RefiImport.open(back)) {
                assertEquals(List.of("Ane.mp3"), in.data().sources().stream().map(StudyData.Source::id).toList());
                assertEquals(List.of("Ja."), Codings.of(in.data().decisions()).all().stream().map(c -> c.place().words()).toList());
            }
        }
    }

    @Test void twoRecordingsOfOneNameKeepTheirOwnFilesAlsoWhereAThirdIsHereAlready() throws IOException {
        String[] both = new String[2];
        for (int i = 0; i < 2; i++) {
            both[i] = recording(i == 0 ? "AudioSource" : "VideoSource", "lyd" + i, "Ane", "internal://" + i + ".mp4", transcript("t" + i, "A" + i, "internal://t" + i + ".txt", mark("m" + i, TEXT, 0, "5")),
                transcript("u" + i, "B" + i, "internal://u" + i + ".txt"));
        }
        var program = new RefiRecordings().source(String.join("", both));
        for (int i = 0; i < 2; i++) {
            program.file(i + ".mp4", 50 + i).text("t" + i + ".txt", TEXT + i).text("u" + i + ".txt", TEXT + "u" + i);
        }
        Path came = program.write(folder.resolve("came.qdpx"));
        Path back = again(came);
        assertEquals(RefiRecordings.facts(came), RefiRecordings.facts(back));
        try (var here = RefiImport.open(new RefiRecordings().file("x.mp4", 70).source(recording("VideoSource", "andet", "Ane", "internal://x.mp4")).write(folder.resolve("here.qdpx"))); var in = RefiImport.open(back)) {
            var merged = StudyMerge.into(here.data(), in.data());
            assertEquals(List.of("Ane 2.mp4", "Ane 3.mp4"), merged.asides().stream().map(StudyData.Aside::name).sorted().toList());
            var asides = new ArrayList<>(here.data().asides());
            asides.addAll(merged.asides());
            var study = new StudyData(merged.study(), merged.codebook(), merged.added(), merged.append(), asides, merged.remembered());
            out(study, folder.resolve("three.qdpx"));
            var facts = RefiRecordings.facts(folder.resolve("three.qdpx"));
            var lost = RefiRecordings.facts(came);
            lost.removeAll(facts);
            assertEquals(java.util.Set.of(), lost);
            assertEquals(3, facts.stream().filter(f -> f.contains("Source ")).count(), facts.toString());
            try (var twice = RefiImport.open(folder.resolve("three.qdpx"), study, Optional.empty())) {
                var nothing = StudyMerge.into(study, twice.data());
                assertEquals(study.remembered(), new java.util.TreeMap<>(nothing.remembered()));
                assertEquals(asides.stream().map(StudyData.Aside::name).sorted().toList(), nothing.asides().stream().map(StudyData.Aside::name).sorted().toList());
                assertEquals(List.of(), nothing.losses().items());
            }
        }
    }

    @Test void anHourOfSilenceGoesOutAndComesBackInPieces() throws IOException {
        int length = 70 << 20;                                            // more than may be a bomb
        try (var in = foreign(one().write(folder.resolve("came.qdpx")))) {
            var d = in.data();
            int[] most = {0};
            var silent = new StudyData(d.study(), d.codebook(), d.sources(), d.decisions(), List.of(new StudyData.Aside("Ane.mp3", () -> new InputStream() {
                private int left = length;

                @Override public int read() {
                    return left-- > 0 ? 0 : -1;
                }

                @Override public int read(byte[] into, int offset, int wanted) {
                    int n = Math.min(left, wanted);
                    most[0] = Math.max(most[0], n);
                    left -= n;
                    return n == 0 ? -1 : n;
                }
            })), d.remembered());
            RefiExport.write(silent, folder.resolve("x.qdpx"));
            assertTrue(most[0] <= 1 << 16, "read at once: " + most[0]);
        }
        try (var in = RefiImport.open(folder.resolve("x.qdpx")); var sound = in.data().asides().getFirst().bytes().open()) {
            assertEquals(length, sound.transferTo(java.io.OutputStream.nullOutputStream()));
        }
    }

    @Test void marksThatTwoProgramsSpoiltHaveGuidsOfTheirOwnAfterwards() throws IOException {
        Path came = new RefiRecordings().file("lyd.mp3", 5).text("t.txt", TEXT).source(recording("AudioSource", "lyd", "Ane", "internal://lyd.mp3", transcript("t", "Ane", "internal://t.txt",
            mark("m", TEXT, 0, "0"), mark("m", TEXT, ANSWER, "2000"), "<SyncPoint position=\"3\" timeStamp=\"7\"/><SyncPoint guid=\"x\" position=\"5\" timeStamp=\"-1\"/><SyncPoint guid=\"y\" position=\"9999\" timeStamp=\"1\"/>")))
            .write(folder.resolve("came.qdpx"));
        try (var in = foreign(came)) {
            assertTrue(told(in.losses()).contains("LEFT_OUT time mark 2"), in.losses().toString());
        }
        var facts = RefiRecordings.facts(again(came));
        assertEquals(3, facts.stream().filter(f -> f.startsWith("mark")).map(f -> f.substring(5, 41)).distinct().count(), facts.toString());
    }

    @Test void aRecordingThatDidNotComeAlongIsNoRecordingInTheExport() throws IOException {
        Path came = new RefiRecordings().text("t.txt", TEXT).source(recording("AudioSource", "lyd", "Ane", "relative:///lyd.mp3", transcript("t", "Ane", "internal://t.txt", mark("m1", TEXT, 0, "0")))).write(folder.resolve("came.qdpx"));
        String xml = new String(RefiExportTest.qde(again(came)), StandardCharsets.UTF_8);
        assertFalse(xml.contains("AudioSource") || xml.contains("SyncPoint"), xml);
        assertTrue(xml.contains("<TextSource guid=\"" + guid("t")), xml);
    }
}
