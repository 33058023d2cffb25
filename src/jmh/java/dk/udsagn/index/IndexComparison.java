package dk.udsagn.index;

import dk.udsagn.transcript.Language;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The index of this library beside plain Lucene: the same interviews, chain, machine and run, one after the other in turns.
 * {@code mvn -q -Pjmh test-compile exec:exec@index-comparison -Dinterviews=1000}
 */
public final class IndexComparison {
    private static final List<String> QUERIES = List.of("ikke", "skole", "hjælpe", "ensomhed", "føle", "arbejde", "lytte", "venskab", "mor", "snakke",
        "svær", "tryg", "glad", "rådgivning", "problem", "jeg var", "ikke så", "det er", "kunne ikke", "og så");

    private IndexComparison() {
    }

    /**
     * Prints a table.
     *
     * @param args how many interviews, and how many rounds of indexing
     * @throws Exception if anything fails: a benchmark has nothing to mend
     */
    public static void main(String[] args) throws Exception {
        int count = args.length > 0 ? Integer.parseInt(args[0]) : 1000;
        int rounds = args.length > 1 ? Integer.parseInt(args[1]) : 5;
        boolean alone = args.length > 2 && args[2].equals("alone");
        Path work = Path.of("target", "benchmark");
        Path texts = work.resolve("interviews-" + count);
        Map<String, String> ids = Interviews.write(texts, count);
        double megabytes = size(texts) / 1e6;
        Analysis analysis = Analysis.of(Language.DANISH);
        print("%d interviews, %.1f MB, heap %d MB, %s", count, megabytes, Runtime.getRuntime().maxMemory() >> 20, analysis.version());

        var seconds = new double[4][rounds];
        var processor = new double[4][rounds];
        for (int round = 0; round < rounds; round++) {
            for (int threads = 1; threads <= 2; threads++) {
                int t = threads;
                if (!alone) {
                    double before = processor();
                    seconds[threads - 1][round] = time(() -> plain(fresh(work.resolve("plain")), analysis, ids, t, texts).close());
                    processor[threads - 1][round] = processor() - before;
                }
                if (!alone || threads == 2) {
                    double before = processor();
                    seconds[threads + 1][round] = time(() -> udsagn(fresh(work.resolve("udsagn")), analysis, ids, t, texts).close());
                    processor[threads + 1][round] = processor() - before;
                }
            }
        }
        String[] names = {"plain Lucene, 1 thread", "plain Lucene, 2 threads", "Udsagn, 1 thread", "Udsagn, 2 threads"};
        for (int i = 0; i < names.length; i++) {
            if (median(seconds[i]) > 0) {
                print("indexing   %-24s %6.2f s  %5.1f MB/s; %6.2f s of processor time", names[i], median(seconds[i]), megabytes / median(seconds[i]), median(processor[i]));
            }
        }
        if (!alone) {
            print("threads    two are %.2f times as fast as one by Udsagn, %.2f by plain Lucene (median of the rounds)", faster(seconds[2], seconds[3]),
                faster(seconds[0], seconds[1]));
        }
        try (TranscriptIndex index = TranscriptIndex.open(work.resolve("udsagn"), analysis)) {
            print("disk       Udsagn %.2f times the transcripts", size(work.resolve("udsagn")) / 1e6 / megabytes);
            search("Udsagn", (words, limit) -> {
                try (var hits = index.search(Search.of(words))) {
                    var n = new int[1];
                    hits.limit(limit).forEach(hit -> n[0]++);
                    return n[0];
                }
            });
        }
        if (!alone) {
            print("disk       plain Lucene %.2f times the transcripts", size(work.resolve("plain")) / 1e6 / megabytes);
            try (PlainLucene plain = plain(fresh(work.resolve("plain")), analysis, ids, 2, texts)) {
                search("plain Lucene", (words, limit) -> plain.search(words, limit, hit -> { }));
            }
        }
    }

    private interface Searching {
        int hits(String words, int limit) throws IOException;
    }

    private interface Work {
        void run() throws Exception;
    }

    private static void search(String name, Searching searching) throws IOException {
        var first = new double[60 * QUERIES.size()];
        var all = new double[5];
        int hits = 0;
        for (int i = 0; i < first.length; i++) {
            long start = System.nanoTime();
            searching.hits(QUERIES.get(i % QUERIES.size()), 100);
            first[i] = (System.nanoTime() - start) / 1e6;
        }
        for (int i = 0; i < all.length; i++) {
            long start = System.nanoTime();
            hits = 0;
            for (String query : QUERIES) {
                hits += searching.hits(query, Integer.MAX_VALUE);
            }
            all[i] = (System.nanoTime() - start) / 1e9;
        }
        double[] warm = Arrays.copyOfRange(first, first.length / 2, first.length);
        print("searching  %-14s first 100 hits %.3f ms (median), all %d hits of %d queries %.3f s (median), %.2f µs a hit", name, median(warm), hits, QUERIES.size(),
            median(all), median(all) * 1e6 / hits);
    }

    private static PlainLucene plain(Path folder, Analysis analysis, Map<String, String> ids, int threads, Path texts) throws Exception {
        var plain = new PlainLucene(folder, analysis);
        plain.index(ids, threads, id -> Interviews.read(texts, id));
        return plain;
    }

    private static TranscriptIndex udsagn(Path folder, Analysis analysis, Map<String, String> ids, int threads, Path texts) throws IOException {
        TranscriptIndex index = TranscriptIndex.open(folder, analysis, threads);
        index.update(ids, id -> Interviews.read(texts, id));
        return index;
    }

    private static double time(Work work) throws Exception {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e9;
    }

    /** Of all threads: on a machine that others use too, this is the fairer measure. */
    private static double processor() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime() / 1e9;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static double faster(double[] one, double[] two) {
        var times = new double[one.length];
        Arrays.setAll(times, round -> one[round] / two[round]);
        return median(times);
    }

    private static Path fresh(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (var files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
        Files.createDirectories(folder);
        return folder;
    }

    private static long size(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
        }
    }

    private static void print(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}
