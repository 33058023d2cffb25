package dk.udsagn.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dk.udsagn.coding.Decision;
import dk.udsagn.transcript.Language;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever a program counts, selections land on the words they were made on. */
class RefiDialectsPropertyTest {
    private static final List<String> WORDS = List.of("jeg", "følte", "mig", "hørt", "😊", "a\u030Angst", "😀😀", "og", "blev", "mødt", "dernede", "\u200Bikke", "i");

    @Property(tries = 80)
    void selectionsLandOnTheirWordsWithoutAnyName(@ForAll("dialects") Dialect dialect, @ForAll long seed) throws IOException {
        check(dialect, seed, 60, false);
    }

    @Property(tries = 80)
    void fewSelectionsLandOnTheirWordsByTheirNames(@ForAll("dialects") Dialect dialect, @ForAll long seed) throws IOException {
        check(dialect, seed, 8, true);
    }

    @Provide Arbitrary<Dialect> dialects() {
        return Arbitraries.of(RefiDialects.ALL);
    }

    private static void check(Dialect dialect, long seed, int selections, boolean named) throws IOException {
        var random = new Random(seed);
        var native_ = new StringBuilder();                                   // as it stands in the file, without its mark
        var starts = new ArrayList<Integer>();
        var ends = new ArrayList<Integer>();
        for (int i = 0; i < selections * 6; i++) {
            starts.add(native_.length());
            native_.append(WORDS.get(random.nextInt(WORDS.size())));
            ends.add(native_.length());
            native_.append(random.nextInt(7) == 0 ? "\r\n" : random.nextInt(9) == 0 ? ", " : " ");
        }
        var xml = new StringBuilder("<Project name=\"x\" xmlns=\"urn:QDA-XML:project:1.0\"><Sources><TextSource guid=\"" + RefiGuid.of("t", "1")
            + "\" name=\"t\" plainTextPath=\"internal://t.txt\">");
        var expected = new ArrayList<String>();
        for (int i = 0; i < selections; i++) {
            int first = random.nextInt(starts.size() - 4);
            int last = first + random.nextInt(4);
            String words = native_.substring(starts.get(first), ends.get(last)).replace("\r\n", "\n");
            if (words.startsWith("\u200B")) {
                continue;
            }
            expected.add(words);
            xml.append("<PlainTextSelection guid=\"").append(RefiGuid.of("s", "" + i)).append("\" name=\"").append(named ? words.replace("\n", "&#10;") : "")
                .append("\" startPosition=\"").append(count(native_, starts.get(first), dialect)).append("\" endPosition=\"")
                .append(count(native_, ends.get(last), dialect) - (dialect.endWithin() ? lastWidth(native_, ends.get(last), dialect) : 0)).append("\"/>");
        }
        xml.append("</TextSource></Sources></Project>");
        Path file = Files.createTempFile("dialect", ".qdpx");
        try {
            var files = new LinkedHashMap<String, byte[]>();
            files.put("project.qde", xml.toString().getBytes(StandardCharsets.UTF_8));
            files.put("sources/T.TXT", ("\uFEFF" + native_).getBytes(StandardCharsets.UTF_8));
            RefiZips.zip(file, files);
            try (var in = RefiImport.open(file, Language.DANISH, Optional.empty())) {
                assertEquals(expected.stream().sorted().toList(), in.data().decisions().stream().map(d -> ((Decision.Laid) d).content().place().words()).sorted().toList(),
                    in.dialect() + " for " + dialect);
            }
        } finally {
            Files.delete(file);
        }
    }

    private static int count(CharSequence text, int to, Dialect dialect) {
        String before = text.subSequence(0, to).toString();
        int n = dialect.unit() == Dialect.Unit.CODE_POINT ? before.codePointCount(0, before.length()) : before.length();
        if (dialect.lineEnd() == 1) {
            n -= (int) before.chars().filter(c -> c == '\r').count();
        }
        return n + (dialect.markCounts() ? 1 : 0);
    }

    /** The position of the last character is where it begins. */
    private static int lastWidth(CharSequence text, int end, Dialect dialect) {
        return dialect.unit() == Dialect.Unit.UTF_16 && Character.isLowSurrogate(text.charAt(end - 1)) ? 2 : 1;
    }
}
