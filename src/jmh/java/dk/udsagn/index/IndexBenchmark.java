package dk.udsagn.index;

import dk.udsagn.transcript.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
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
 * Searching by JMH, this library beside plain Lucene on the same interviews with the same chain.
 * {@code mvn -q -Pjmh test-compile exec:exec@jmh -Dbenchmarks=IndexBenchmark}
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(value = 1, jvmArgs = {"-Xmx512m", "--enable-native-access=ALL-UNNAMED"})
public class IndexBenchmark {
    private static final int INTERVIEWS = 300;

    /** What is looked up: a common word, a rare one, a row of two. */
    @Param({"ikke", "skole", "jeg var"})
    public String query;

    private TranscriptIndex index;
    private PlainLucene plain;
    private Analysis analysis;
    private String interview;

    /**
     * Makes both indexes.
     *
     * @throws Exception if anything fails
     */
    @Setup(Level.Trial)
    public void indexes() throws Exception {
        Path texts = Path.of("target", "benchmark", "interviews-" + INTERVIEWS);
        Map<String, String> ids = Interviews.write(texts, INTERVIEWS);
        analysis = Analysis.of(Language.DANISH);
        interview = Files.readString(texts.resolve(ids.keySet().iterator().next() + ".txt"));
        index = TranscriptIndex.open(Path.of("target", "benchmark", "jmh-udsagn"), analysis);
        index.update(ids, id -> Interviews.read(texts, id));
        Path folder = Path.of("target", "benchmark", "jmh-plain");
        if (Files.exists(folder)) {
            try (var files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
        plain = new PlainLucene(folder, analysis);
        plain.index(ids, 2, id -> Interviews.read(texts, id));
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

    /**
     * The first hundred hits with their context.
     *
     * @param sink takes them
     * @throws IOException if the disk fails
     */
    @Benchmark
    public void firstPage(Blackhole sink) throws IOException {
        try (var hits = index.search(Search.of(query))) {
            hits.limit(100).forEach(sink::consume);
        }
    }

    /**
     * The same by Lucene alone, text in stored fields.
     *
     * @param sink takes them
     * @throws IOException if the disk fails
     */
    @Benchmark
    public void firstPagePlainLucene(Blackhole sink) throws IOException {
        plain.search(query, 100, sink::consume);
    }

    /**
     * All hits with their context.
     *
     * @param sink takes them
     * @throws IOException if the disk fails
     */
    @Benchmark
    public void allHits(Blackhole sink) throws IOException {
        try (var hits = index.search(Search.of(query))) {
            hits.forEach(sink::consume);
        }
    }

    /**
     * The same by Lucene alone.
     *
     * @param sink takes them
     * @throws IOException if the disk fails
     */
    @Benchmark
    public void allHitsPlainLucene(Blackhole sink) throws IOException {
        plain.search(query, Integer.MAX_VALUE, sink::consume);
    }

    /**
     * The words of an interview of 40 KB.
     *
     * @return them
     */
    @Benchmark
    public List<Token> wordsOfAnInterview() {
        return analysis.tokens(interview, new dk.udsagn.transcript.Span(0, interview.length()));
    }
}
