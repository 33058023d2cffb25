package dk.udsagn.exchange;

import dk.udsagn.codebook.Polarity;
import dk.udsagn.coding.Coding;
import dk.udsagn.coding.Decision;
import dk.udsagn.coding.History;
import dk.udsagn.coding.Place;
import dk.udsagn.coding.Status;
import dk.udsagn.transcript.Span;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;

/**
 * How long a million decisions take to open, and what one more costs.
 *
 * <p>Invented: 1,000 interviews, 40 themes, quotes of 20 to 120 letters; of ten decisions four are suggestions, three themes laid, two
 * suggestions accepted and one rejected, by three coders; each line carries the words around those coded. Argument: how many decisions (1,000,000).
 */
final class LogBenchmark {
    private static final String WORDS = "Jeg følte mig ikke rigtig hørt, før jeg kom derned og der var en, der sagde mit navn, og så ku' jeg ligesom godt "
        + "være der, uden at jeg sku' forklare det hele forfra. Det var egentlig det vigtigste ved det, tror jeg nok, når jeg tænker over det. ";

    private static final String TEXT = WORDS.repeat(40_200 / WORDS.length() + 1);

    private static final Decision.Suggested[] SUGGESTED = new Decision.Suggested[10];      // verdicts say what their suggestion said

    private LogBenchmark() {
    }

    public static void main(String[] args) throws IOException {
        int n = args.length > 0 ? Integer.parseInt(args[0]) : 1_000_000;
        Path folder = Files.createTempDirectory("log-benchmark");
        System.out.printf(Locale.ROOT, "Java %s, %d processors, heap of %d MB, %d decisions%n", Runtime.version(), Runtime.getRuntime().availableProcessors(),
            Runtime.getRuntime().maxMemory() >> 20, n);
        try {
            double first = appends(new DecisionLog(folder), 0);
            write(folder, n);
            double last = appends(new DecisionLog(folder), n);
            System.out.printf(Locale.ROOT, "append of one, forced: median %.3f ms to an empty log, %.3f ms to the full one, ratio %.2f%n", first, last, last / first);
            open(folder);
        } finally {
            try (var files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(folder);
        }
    }

    private static void write(Path folder, int n) throws IOException {
        var log = new DecisionLog(folder);
        var random = new Random(1);
        long begun = System.nanoTime();
        int batch = 100_000;
        for (int i = 0; i < n; i += batch) {
            var decisions = new ArrayList<Decision>();
            for (int j = i; j < Math.min(n, i + batch); j++) {
                decisions.add(decision(j, random));
            }
            long at = System.nanoTime();
            log.append(decisions, digest -> Optional.of(TEXT));
            if (i == 0) {
                System.out.printf(Locale.ROOT, "recording the first %d together: %.2f s%n", decisions.size(), (System.nanoTime() - at) / 1e9);
            }
        }
        long bytes = 0;
        for (Path file : log.files()) {
            bytes += Files.size(file);
        }
        System.out.printf(Locale.ROOT, "%d decisions written in %.1f s, %.0f MB%n", n, (System.nanoTime() - begun) / 1e9, bytes / 1e6);
    }

    private static void open(Path folder) throws IOException {
        System.gc();
        var log = new DecisionLog(folder);
        long cpu = cpu();
        long begun = System.nanoTime();
        History history = log.history();
        long read = System.nanoTime();
        var codings = history.codings();
        long folded = System.nanoTime();
        System.out.printf(Locale.ROOT, "opened in %.2f s (%.2f s of one processor): %.2f s read, %.2f s folded into %d codings and %d open suggestions%n",
            (folded - begun) / 1e9, (cpu() - cpu) / 1e9, (read - begun) / 1e9, (folded - read) / 1e9, codings.all().size(), codings.open().size());
        System.gc();
        System.out.printf(Locale.ROOT, "held: %d MB%n", (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) >> 20);

        double[] times = new double[50];
        var random = new Random(2);
        for (int i = 0; i < times.length; i++) {
            long at = System.nanoTime();
            log.append(List.of(new Decision.Laid(new Decision.Entry("more" + i, history.after(Instant.EPOCH), "k1", "udsagn"), content(random), Optional.empty())));
            history = log.history();
            history.codings().coding("more" + i);
            times[i] = (System.nanoTime() - at) / 1e6;
        }
        Arrays.sort(times);
        System.out.printf(Locale.ROOT, "one more laid, on disk and in the codings: median %.1f ms%n", times[times.length / 2]);
        long verify = System.nanoTime();
        int faults = log.faults().size();
        System.out.printf(Locale.ROOT, "read and every seal checked in %.2f s, %d faults%n", (System.nanoTime() - verify) / 1e9, faults);
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static double appends(DecisionLog log, int from) throws IOException {
        var random = new Random(3);
        double[] times = new double[400];
        for (int i = 0; i < times.length; i++) {
            var one = List.of(new Decision.Laid(new Decision.Entry("one" + from + "-" + i, Instant.EPOCH.plusMillis(from * 10L + i), "k1", "udsagn"), content(random),
                Optional.empty()));
            long at = System.nanoTime();
            log.append(one, digest -> Optional.of(TEXT));
            times[i] = (System.nanoTime() - at) / 1e6;
        }
        Arrays.sort(times, 100, 400);                       // the first hundred warm up
        return times[250];
    }

    private static Decision decision(int i, Random random) {
        var content = i % 10 < 7 ? content(random) : SUGGESTED[(i - 7) % 10].content();
        String coder = "k" + (1 + i % 3);
        var entry = new Decision.Entry(id(i), Instant.EPOCH.plusMillis(i * 10L + 5_000), i % 10 < 4 ? Coding.SUGGESTER : coder, "udsagn 0.1.0");
        int start = content.place().span().start();
        var rule = i % 10 >= 7 ? SUGGESTED[(i - 7) % 10].rule() : new Decision.Rule(content.theme() + ": føle near/4 hørt", "indicator 1 / da 1 / hverdag 3", random.nextInt(101) / 100.0,
            List.of(new Span(start, start + 5), new Span(start + 10, start + 14)));
        return switch (i % 10) {
            case 0, 1, 2, 3 -> SUGGESTED[i % 10] = new Decision.Suggested(entry, content, rule);
            case 4, 5, 6 -> new Decision.Laid(entry, content, i % 3 == 0 ? Optional.of("siger det selv") : Optional.empty());
            case 7, 8 -> new Decision.Accepted(entry, id(i - 7), content, rule, Optional.empty());
            default -> new Decision.Rejected(entry, id(i - 7), content, rule, Optional.empty());
        };
    }

    private static String id(int i) {
        return String.format(Locale.ROOT, "%016x", i * 0x9E3779B97F4A7C15L);
    }

    private static Decision.Content content(Random random) {
        int transcript = random.nextInt(1_000);
        int start = random.nextInt(40_000);
        String words = TEXT.substring(start, start + 20 + random.nextInt(100));
        return new Decision.Content(new Place("R" + transcript, String.format(Locale.ROOT, "%064x", transcript * 7919L), new Span(start, start + words.length()), words),
            "theme-" + random.nextInt(40), "3", Polarity.values()[random.nextInt(4)], Status.values()[random.nextInt(5)]);
    }
}
