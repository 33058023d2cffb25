package dk.udsagn.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dk.udsagn.transcript.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** qdpx to study to qdpx keeps recordings, transcripts, time marks and selections, held to the XML itself; a study with recordings that is coded on comes back as it was. */
class RefiRecordingPropertyTest {
    private static final List<String> PIECES = List.of("jeg", "følte", "😊", " ", "\n", "A\u030Angst", "og", "\u200Bikke", "𝔸", ". ");

    @Property(tries = 60)
    void aRecordingComesBackAsItWas(@ForAll long seed) throws IOException {
        var random = new Random(seed);
        Path folder = Files.createTempDirectory("recorded");
        try {
            var program = new RefiRecordings();
            var texts = new ArrayList<String>();
            for (int m = 0; m < 2; m++) {
                var transcripts = new ArrayList<String>();
                for (int t = 0; t <= random.nextInt(2); t++) {
                    String text = text(random);
                    texts.add(text);
                    program.text(m + "-" + t + ".txt", text);
                    transcripts.add(RefiRecordings.transcript(m + "-" + t, "Udskrift " + t, "internal://" + m + "-" + t + ".txt", inside(random, m + "-" + t + "-", text)));
                }
                program.file(m + ".mp4", 20).source(RefiRecordings.recording(random.nextBoolean() ? "AudioSource" : "VideoSource", "m" + m, "Lyd " + random.nextInt(2), "internal://" + m + ".mp4", transcripts.toArray(String[]::new)));
            }
            Path came = program.write(folder.resolve("came.qdpx"));
            Path back = folder.resolve("back.qdpx");
            var before = RefiRecordings.facts(came);
            assertTrue(before.size() > 10 && before.stream().anyMatch(f -> f.startsWith("clip")), "nothing to hold the law to: " + before);
            try (var in = RefiImport.open(came, Language.DANISH, Optional.of(Dialect.STANDARD))) {
                RefiExport.write(in.data(), back);
                assertEquals(before, new TreeSet<>(RefiRecordings.facts(back)));
                var more = new RefiMore(in.data());
                for (int i = 0; i < 5; i++) {
                    int which = random.nextInt(texts.size());
                    var source = in.data().sources().get(which);
                    String text = source.text().read();
                    int start = boundary(text, random.nextInt(text.length() - 1));
                    more.laid(source.id(), start, Math.max(boundary(text, start + 1 + random.nextInt(text.length() - start)), start + Character.charCount(text.codePointAt(start))));
                }
                var study = more.data();
                RefiExport.write(study, back);
                if (Files.exists(Path.of("../shared/data/refi/Project.xsd"))) {
                    RefiExportTest.assertValid("Project.xsd", RefiExportTest.qde(back));
                }
                try (var again = RefiImport.open(back)) {
                    assertEquals(study.study(), again.data().study());
                    assertEquals(study.remembered(), again.data().remembered());
                    assertEquals(List.of(), RefiRoundTripPropertyTest.minus(study.decisions(), again.data().decisions()), "lost");
                    assertEquals(List.of(), RefiRoundTripPropertyTest.minus(again.data().decisions(), study.decisions()), "come anew");
                    for (int i = 0; i < study.sources().size(); i++) {
                        assertEquals(study.sources().get(i).text().times(), again.data().sources().get(i).text().times());
                    }
                }
                try (var again = RefiImport.open(back, study, Optional.empty())) {
                    var merged = StudyMerge.into(study, again.data());
                    assertEquals(study.remembered(), new TreeMap<>(merged.remembered()));
                    assertEquals(List.of(), merged.append());
                    assertEquals(List.of(), merged.losses().items());
                }
            }
        } finally {
            try (var files = Files.walk(folder)) {
                for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private static String text(Random random) {
        var text = new StringBuilder("R: ja");
        for (int i = 0; i < 40; i++) {
            text.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return text.append(random.nextInt()).toString();
    }

    private static int boundary(String text, int at) {
        return at > 0 && at < text.length() && Character.isLowSurrogate(text.charAt(at)) ? at - 1 : Math.min(at, text.length());
    }

    /** Marks, some of them at one place and some without a time, in no order, and clips between them. */
    private static String inside(Random random, String of, String text) {
        var marks = new ArrayList<String>();
        var places = new ArrayList<Integer>();
        for (int i = 0; i < 6 + random.nextInt(6); i++) {
            int at = i == 0 ? 0 : i == 1 ? boundary(text, 5 + random.nextInt(text.length() - 5)) : random.nextInt(5) == 0 ? places.getLast() : boundary(text, random.nextInt(text.length() + 1));
            places.add(at);
            marks.add(RefiRecordings.mark(of + i, text, at, i < 2 || random.nextInt(4) > 0 ? String.valueOf(random.nextInt(1_000_000)) : ""));
        }
        var clips = new StringBuilder(RefiRecordings.clip(of + "first", of + 0, of + 1));
        for (int i = 0; i < 5; i++) {
            int a = random.nextInt(places.size());
            int b = random.nextInt(places.size());
            if (places.get(a) < places.get(b)) {
                clips.append(RefiRecordings.clip(of + "clip" + i, of + a, of + b));
            }
        }
        java.util.Collections.shuffle(marks, random);
        return String.join("", marks) + clips;
    }
}
