package dk.udsagn.index;

import dk.udsagn.transcript.Language;
import dk.udsagn.transcript.Span;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * Searching by JMH, this library beside plain Lucene on the same interviews with the same chain, on one thread; and cutting into words. About
 * four minutes. {@code mvn -q -Pjmh test-compile exec:exec@jmh -Dbenchmarks=IndexBenchmark}
 */
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgs = {"-Xmx512m", "--enable-native-access=ALL-UNNAMED"})
public class IndexBenchmark {
    private static final Path FOLDER = Path.of("target", "benchmark");

    /** Both indexes. Making them takes longer than all that is measured on them, so the first fork leaves them to the others. */
    @State(Scope.Benchmark)
    public static class Indexes {
        private static final int INTERVIEWS = 300;

        /** What is looked up: a common word, a rare one, a row of two. */
        @Param({"ikke", "skole", "jeg var"})
        public String query;

        private TranscriptIndex index;
        private PlainLucene plain;

        /**
         * Opens both.
         *
         * @throws Exception if anything fails
         */
        @Setup(Level.Trial)
        public void open() throws Exception {
            Path texts = FOLDER.resolve("interviews-" + INTERVIEWS);
            Map<String, String> ids = Interviews.write(texts, INTERVIEWS);
            Analysis analysis = Analysis.of(Language.DANISH);
            index = TranscriptIndex.open(FOLDER.resolve("jmh-udsagn"), analysis);
            index.update(ids, id -> Interviews.read(texts, id));
            plain = new PlainLucene(FOLDER.resolve("jmh-plain"), analysis);
            if (!plain.reopen()) {
                plain.index(ids, 2, id -> Interviews.read(texts, id));
            }
        }

        /**
         * Closes both.
         *
         * @throws IOException if the disk fails
         */
        @TearDown(Level.Trial)
        public void close() throws IOException {
            index.close();
            plain.close();
        }
    }

    /** An interview of 40 KB. */
    @State(Scope.Benchmark)
    public static class Interview {
        private Analysis analysis;
        private String text;

        /**
         * Reads it.
         *
         * @throws IOException if the disk fails
         */
        @Setup(Level.Trial)
        public void read() throws IOException {
            Path texts = FOLDER.resolve("interviews-1");
            String id = Interviews.write(texts, 1).keySet().iterator().next();
            analysis = Analysis.of(Language.DANISH);
            text = Files.readString(texts.resolve(id + ".txt"));
        }
    }

    /**
     * The first hundred hits with their context.
     *
     * @param indexes where
     * @param sink    takes them
     * @throws IOException if the disk fails
     */
    @Benchmark
    public void firstPage(Indexes indexes, Blackhole sink) throws IOException {
        try (var hits = indexes.index.search(Search.of(indexes.query))) {
            hits.limit(100).forEach(sink::consume);
        }
    }

    /**
     * The same by Lucene alone, text in stored fields.
     *
     * @param indexes where
     * @param sink    takes them
     * @throws IOException if the disk fails
     */
    @Benchmark
    public void firstPagePlainLucene(Indexes indexes, Blackhole sink) throws IOException {
        indexes.plain.search(indexes.query, 100, sink::consume);
    }

    /**
     * All hits with their context.
     *
     * @param indexes where
     * @param sink    takes them
     * @throws IOException if the disk fails
     */
    @Benchmark
    public void allHits(Indexes indexes, Blackhole sink) throws IOException {
        try (var hits = indexes.index.search(Search.of(indexes.query))) {
            hits.forEach(sink::consume);
        }
    }

    /**
     * The same by Lucene alone.
     *
     * @param indexes where
     * @param sink    takes them
     * @throws IOException if the disk fails
     */
    @Benchmark
    public void allHitsPlainLucene(Indexes indexes, Blackhole sink) throws IOException {
        indexes.plain.search(indexes.query, Integer.MAX_VALUE, sink::consume);
    }

    /**
     * Cutting an interview into words.
     *
     * @param interview which
     * @return its words
     */
    @Benchmark
    public List<Token> wordsOfAnInterview(Interview interview) {
        return interview.analysis.tokens(interview.text, new Span(0, interview.text.length()));
    }
}
