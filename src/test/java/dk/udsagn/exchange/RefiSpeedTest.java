package dk.udsagn.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dk.udsagn.codebook.Codebook;
import dk.udsagn.codebook.Polarity;
import dk.udsagn.codebook.Theme;
import dk.udsagn.codebook.Wording;
import dk.udsagn.coding.Coder;
import dk.udsagn.coding.Decision;
import dk.udsagn.coding.Place;
import dk.udsagn.coding.Status;
import dk.udsagn.transcript.Language;
import dk.udsagn.transcript.SourceMap;
import dk.udsagn.transcript.Span;
import dk.udsagn.transcript.Transcript;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A thousand sources and 142,000 selections: what another program needs ten minutes to write. */
class RefiSpeedTest {
    @TempDir Path folder;

    /** A tenth of it, unless {@code -Dspeed=full}. */
    @Test void aThousandSourcesWith142SelectionsEachGoOutAndComeInInSeconds() throws IOException {
        Path file = folder.resolve("large.qdpx");
        boolean full = "full".equals(System.getProperty("speed"));
        StudyData study = large(full ? 1_000 : 100, 142);
        long start = cpu();
        RefiExport.write(study, file);
        long out = cpu();
        int decisions = study.decisions().size();
        study = null;
        try (var in = RefiImport.open(file)) {
            long done = cpu();
            assertEquals(decisions, in.data().decisions().size());
            String took = "out " + (out - start) / 1_000_000 + " ms, in " + (done - out) / 1_000_000 + " ms";
            if (full) {
                System.out.println(took);
            }
            assertTrue(out - start < 10_000_000_000L && done - out < 10_000_000_000L, took);
        }
    }

    /** Time this thread had a processor: the machine may be busy with other things. */
    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    static StudyData large(int sources, int selections) {
        var random = new Random(7);
        var words = List.of("jeg", "følte", "mig", "hørt", "😊", "og", "mødt", "dernede", "ikke", "altid");
        var text = new StringBuilder();
        for (int i = 0; i < 8_000; i++) {
            text.append(words.get(random.nextInt(words.size()))).append(i % 12 == 11 ? "\n" : " ");
        }
        var themes = new ArrayList<Theme>();
        for (int i = 0; i < 100; i++) {
            themes.add(Theme.of("t" + i, new Wording(Map.of("da", "Tema " + i))));
        }
        var all = new ArrayList<StudyData.Source>();
        var decisions = new ArrayList<Decision>();
        for (int s = 0; s < sources; s++) {
            String id = "interview " + s;
            String own = "Interview " + s + "\n" + text;
            all.add(new StudyData.Source(id, List.of(), () -> own.substring(0), Optional.empty()));
            String digest = new Transcript(id, own, List.of(), SourceMap.builder().build()).digest();
            for (int i = 0; i < selections; i++) {
                int at = own.indexOf(' ', random.nextInt(own.length() - 400)) + 1;
                var span = new Span(at, own.indexOf(' ', at + 20 + random.nextInt(150)));
                decisions.add(new Decision.Laid(new Decision.Entry(new java.util.UUID(random.nextLong(), random.nextLong()).toString(),
                    Instant.parse("2026-01-01T00:00:00Z").plusSeconds(decisions.size()), "k" + i % 3, "udsagn 0.1.0"),
                    new Decision.Content(new Place(id, digest, span, own.substring(span.start(), span.end())), "t" + random.nextInt(100), "1",
                        Polarity.values()[random.nextInt(4)], Status.ASSERTED), i % 10 == 0 ? Optional.of("fordi") : Optional.empty()));
            }
        }
        var study = new StudyFile("Stor", Language.DANISH, List.of(new Coder("k0", ""), new Coder("k1", ""), new Coder("k2", "")), List.of(), Map.of());
        return new StudyData(study, new Codebook("bog", "1", Wording.NONE, themes), all, decisions);
    }
}
