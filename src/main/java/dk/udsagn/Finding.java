package dk.udsagn;

import dk.udsagn.codebook.Codebook;
import dk.udsagn.codebook.WordWeights;
import dk.udsagn.coding.Codings;
import dk.udsagn.exchange.StudyFile;
import dk.udsagn.index.Analysis;
import dk.udsagn.index.Passage;
import dk.udsagn.index.Search;
import dk.udsagn.index.TranscriptIndex;
import dk.udsagn.suggest.Calibration;
import dk.udsagn.suggest.CodebookCheck;
import dk.udsagn.suggest.HashingEmbedder;
import dk.udsagn.suggest.IndicatorSuggester;
import dk.udsagn.suggest.Suggester;
import dk.udsagn.suggest.Suggestion;
import dk.udsagn.suggest.TurnSuggester;
import dk.udsagn.suggest.WordLearner;
import dk.udsagn.transcript.Span;
import dk.udsagn.transcript.Transcript;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finding words and proposing themes: what of a study needs the analysis of its language. Made when first needed. */
final class Finding implements AutoCloseable {
    /** Fewer transcripts are read sooner than a codebook's thousand expressions are looked up in the index. */
    private static final int FEW = 50;
    /** From so many coded interviews on, what was learned from them proposes better than indicators do: measured on interviews of others. */
    private static final int LEARNS = 3;

    private final Path folder;
    private final Codebooks codebooks;
    private Codebook compiled;
    private final Transcripts transcripts;
    private final StudyFile file;
    private final List<String> told = new ArrayList<>();
    private Analysis analysis;
    private IndicatorSuggester suggester;
    private TranscriptIndex index;
    private Path aside;
    /** The files as they were when the index was brought up to date; null before. */
    private Map<String, String> stamps;

    /** {@code folder} is where derived files may lie. */
    Finding(Path folder, StudyFile file, Codebooks codebooks, Transcripts transcripts) {
        this.folder = folder;
        this.codebooks = codebooks;
        this.transcripts = transcripts;
        this.file = file;
    }

    private synchronized Analysis analysis() {
        if (analysis == null) {
            analysis = Analysis.of(file.language());
        }
        return analysis;
    }

    private synchronized IndicatorSuggester suggester() {
        Codebook now = codebooks.now();
        if (suggester == null || !now.equals(compiled)) {
            suggester = IndicatorSuggester.of(now, analysis());
            compiled = now;
        }
        return suggester;
    }

    /** What people have coded is learned from. */
    private TurnSuggester suggester(Set<Study.By> by, Codings codings) throws IOException {
        var read = coded(codings);
        if (!by.contains(Study.By.EXAMPLE)) {
            return TurnSuggester.byIndicators(suggester(), read, codings);
        }
        return by.contains(Study.By.INDICATOR) ? TurnSuggester.byBoth(suggester(), codebooks.words(), read, codings, new HashingEmbedder())
            : TurnSuggester.byExamples(codebooks.now(), read, codings, analysis(), new HashingEmbedder());
    }

    WordWeights learnWords(Codings codings) throws IOException {
        return WordLearner.learn(codebooks.now(), coded(codings), codings);
    }

    /** Only transcripts with codings are held in memory. */
    private List<Transcript> coded(Codings codings) throws IOException {
        var coded = codings.stream().map(c -> c.place().transcript()).collect(Collectors.toCollection(TreeSet::new));
        coded.retainAll(transcripts.files().keySet());
        var read = new ArrayList<Transcript>();
        for (String id : coded) {
            read.add(transcripts.read(id));
        }
        return read;
    }

    Stream<Passage> search(Search search, Codings codings) throws IOException {
        return upToDate().search(search.knowing(new StudyFacts(file, codebooks.now(), transcripts, codings)));
    }

    /** The index with what the files hold now. File times and sizes tell whether there is anything to look at; what was read goes by content. */
    private synchronized TranscriptIndex upToDate() throws IOException {
        if (index == null) {
            index = TranscriptIndex.open(folder.resolve("index"), analysis());
        }
        var files = transcripts.files();
        var now = new TreeMap<String, String>();
        for (var entry : files.entrySet()) {
            now.put(entry.getKey(), entry.getValue() + " " + Files.size(entry.getValue()) + " " + Files.getLastModifiedTime(entry.getValue()));
        }
        if (!now.equals(stamps)) {
            Map<String, String> digests = digests(files);
            try {
                index.update(digests, transcripts::read).rebuilt().ifPresent(told::add);
            } catch (AccessDeniedException e) {
                aside(folder + " cannot be written");
                index.update(digests, transcripts::read);
            } catch (TranscriptIndex.BusyException e) {
                aside("somebody else is updating the index in " + folder + " just now");
                index.update(digests, transcripts::read);
            }
            stamps = now;
        }
        return index;
    }

    /** Where the study's own index cannot be brought up to date, one is made elsewhere, for as long as the study is open: old places would be wrong. */
    private void aside(String why) throws IOException {
        index.close();
        if (aside == null) {
            aside = Files.createTempDirectory("udsagn-index");
            told.add(why + "; an index was made in a temporary folder and goes when the study is closed");
        }
        index = TranscriptIndex.open(aside, analysis());
    }

    Set<Study.By> usual(Codings codings) {
        boolean both = codebooks.hasWords() || codings.stream().map(c -> c.place().transcript()).distinct().count() >= LEARNS;
        return both ? EnumSet.allOf(Study.By.class) : EnumSet.of(Study.By.INDICATOR);
    }

    /** Proposals a person has not rejected. */
    List<Suggestion> suggest(Set<Study.By> by, Codings codings) throws IOException {
        if (by.isEmpty()) {
            throw new IllegalArgumentException("suggestions go by indicator, by example, or by both");
        }
        var rejections = Recorded.rejected(codings);
        var suggestions = new ArrayList<Suggestion>();
        Suggester suggester = suggester(by, codings);
        for (String id : worthReading(by)) {
            Transcript transcript = transcripts.read(id);
            suggester.suggest(transcript).stream().filter(s -> !rejections.has(s, transcript.text())).forEach(suggestions::add);
        }
        return List.copyOf(suggestions);
    }

    List<TurnSuggester.Considered> explain(Set<Study.By> by, Codings codings, Transcript transcript, int turn) throws IOException {
        return suggester(by, codings).explain(transcript, turn);
    }

    Calibration curve(Set<Study.By> by, Codings codings) throws IOException {
        return suggester(by, codings).curve();
    }

    /** On the study's transcripts too, one after another. */
    CodebookCheck checkCodebook() throws IOException {
        var interviews = transcripts.files().keySet().stream().map(id -> {
            try {
                return transcripts.read(id);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        try {
            return CodebookCheck.of(codebooks.now(), analysis(), interviews);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** The sentences of every turn. */
    List<Span> sentences(Transcript transcript) {
        return transcript.turns().stream().flatMap(t -> analysis().sentences(transcript.text(), t.span()).stream()).toList();
    }

    synchronized List<String> told() {
        return List.copyOf(told);
    }

    /** What each file holds, and who speaks in it. */
    private Map<String, String> digests(Map<String, Path> files) throws IOException {
        var digests = new TreeMap<String, String>();
        String speakers = digest((file.speakers() + " " + file.respondents().stream().map(r -> r.id()).toList()).getBytes(StandardCharsets.UTF_8));
        for (var entry : files.entrySet()) {
            digests.put(entry.getKey(), Study.LIBRARY + " " + speakers + " " + digest(Files.readAllBytes(entry.getValue())));
        }
        return digests;
    }

    /** Transcripts there may be something to suggest in: by the index where there is one that is current, else all. Makes none. */
    private synchronized Set<String> worthReading(Set<Study.By> by) throws IOException {
        var files = transcripts.files();
        if (by.contains(Study.By.EXAMPLE) || files.size() < FEW || index == null && !Files.isDirectory(folder.resolve("index"))) {
            return files.keySet();
        }
        if (index == null) {
            index = TranscriptIndex.open(folder.resolve("index"), analysis());
        }
        return index.isCurrent(digests(files)) ? suggester().heardIn(index) : files.keySet();
    }

    private static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override public synchronized void close() throws IOException {
        if (index != null) {
            index.close();
        }
        if (aside != null) {
            try (var files = Files.list(aside)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(aside);
        }
    }
}
