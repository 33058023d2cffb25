package dk.udsagn.intake;

import dk.udsagn.transcript.FormatException;
import dk.udsagn.transcript.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * Good files with bytes flipped, cut and repeated are read or refused with a {@link FormatException}, and soon. Each try
 * breaks {@code -Dudsagn.fuzz=N} files, 1 by default: 250 gives 10,000 a kind.
 */
class BrokenFilesPropertyTest {
    private static final Path FOLDER = Path.of("src/test/resources/intake");
    private static final int MANY = Integer.getInteger("udsagn.fuzz", 1);
    private static final long TOO_LONG_MS = 10_000;
    private static final Logger PDFBOX = Logger.getLogger("org.apache.pdfbox");
    private static final Logger FONTBOX = Logger.getLogger("org.apache.fontbox");
    private final Map<String, List<byte[]>> samples = new HashMap<>();
    private final Intake intake = Intake.standard(Language.DANISH);

    BrokenFilesPropertyTest() {
        PDFBOX.setLevel(Level.OFF);
        FONTBOX.setLevel(Level.OFF);
    }

    @Property(tries = 40) void plainText(@ForAll long seed) throws IOException {
        breakMany("txt", seed);
    }

    @Property(tries = 40) void textFromPdf(@ForAll long seed) throws IOException {
        breakMany("pdftekst", seed);
    }

    @Property(tries = 40) void webVtt(@ForAll long seed) throws IOException {
        breakMany("vtt", seed);
    }

    @Property(tries = 40) void srt(@ForAll long seed) throws IOException {
        breakMany("srt", seed);
    }

    @Property(tries = 40) void json(@ForAll long seed) throws IOException {
        breakMany("json", seed);
    }

    @Property(tries = 40) void tables(@ForAll long seed) throws IOException {
        breakMany("tabel", seed);
    }

    @Property(tries = 40) void chat(@ForAll long seed) throws IOException {
        breakMany("chat", seed);
    }

    @Property(tries = 40) void elan(@ForAll long seed) throws IOException {
        breakMany("elan", seed);
    }

    @Property(tries = 40) void docx(@ForAll long seed) throws IOException {
        breakMany("docx", seed);
    }

    @Property(tries = 40) void odt(@ForAll long seed) throws IOException {
        breakMany("odt", seed);
    }

    @Property(tries = 40) void rtf(@ForAll long seed) throws IOException {
        breakMany("rtf", seed);
    }

    @Property(tries = 40) void pdf(@ForAll long seed) throws IOException {
        breakMany("pdf", seed);
    }

    /** The packed XML broken and packed again: a flipped byte in a zip seldom gets past its checksum. */
    @Property(tries = 40) void xmlInsideADocument(@ForAll("documents") String kind, @ForAll long seed) throws IOException {
        for (int n = 0; n < MANY; n++) {
            var random = new Random(seed + n);
            byte[] good = Packed.body(pick(kind, random));
            check("x." + kind, Packed.repack(kind, broken(good, random)), seed + n);
        }
    }

    @Provide Arbitrary<String> documents() {
        return Arbitraries.of("docx", "odt");
    }

    private void breakMany(String kind, long seed) throws IOException {
        for (int n = 0; n < MANY; n++) {
            var random = new Random(seed + n);
            check("x." + kind, broken(pick(kind, random), random), seed + n);
        }
    }

    private void check(String name, byte[] bytes, long seed) throws IOException {
        long start = System.nanoTime();
        try {
            intake.read(new Source(name, bytes));
        } catch (FormatException e) {
            if (!e.source().equals(name)) {
                throw new AssertionError("the fault names " + e.source(), e);
            }
        } catch (RuntimeException | StackOverflowError e) {
            throw new AssertionError("seed " + seed + " of " + name + " gives " + e, e);
        }
        long ms = (System.nanoTime() - start) / 1_000_000;
        if (ms > TOO_LONG_MS) {
            throw new AssertionError("seed " + seed + " of " + name + " took " + ms + " ms");
        }
    }

    private byte[] pick(String kind, Random random) throws IOException {
        if (!samples.containsKey(kind)) {
            try (Stream<Path> files = Files.list(FOLDER.resolve(kind))) {
                var all = new java.util.ArrayList<byte[]>();
                for (Path file : files.sorted().filter(f -> !f.toString().endsWith(".fodt")).toList()) {
                    all.add(Files.readAllBytes(file));
                }
                samples.put(kind, all);
            }
        }
        List<byte[]> all = samples.get(kind);
        return all.get(random.nextInt(all.size()));
    }

    /** One to four times: some bytes flipped, a stretch cut out, the end cut off, a stretch repeated. */
    private static byte[] broken(byte[] good, Random random) {
        byte[] bytes = good;
        for (int n = random.nextInt(4); n >= 0 && bytes.length > 1; n--) {
            int from = random.nextInt(bytes.length);
            int length = 1 + random.nextInt(Math.min(200, bytes.length - from));
            bytes = switch (random.nextInt(4)) {
                case 0 -> flipped(bytes, random);
                case 1 -> joined(Arrays.copyOf(bytes, from), Arrays.copyOfRange(bytes, from + length, bytes.length));
                case 2 -> Arrays.copyOf(bytes, from);
                default -> joined(Arrays.copyOf(bytes, from + length), Arrays.copyOfRange(bytes, from, bytes.length));
            };
        }
        return bytes;
    }

    private static byte[] flipped(byte[] bytes, Random random) {
        byte[] out = bytes.clone();
        for (int n = random.nextInt(8); n >= 0; n--) {
            out[random.nextInt(out.length)] = (byte) random.nextInt(256);
        }
        return out;
    }

    private static byte[] joined(byte[] a, byte[] b) {
        byte[] out = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, out, a.length, b.length);
        return out;
    }
}
