package dk.udsagn.index;

import dk.udsagn.transcript.Transcript;
import dk.udsagn.transcript.Turn;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchesIterator;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.apache.lucene.store.FSDirectory;

/** The same interviews in an index as one writes it with Lucene alone: the same chain, exact and stemmed terms with offsets, text stored. */
public final class PlainLucene implements AutoCloseable {
    private static final String CHAIN = "chain";
    private final Analysis analysis;
    private final Path folder;
    private FSDirectory directory;
    private DirectoryReader reader;

    PlainLucene(Path folder, Analysis analysis) {
        this.folder = folder;
        this.analysis = analysis;
    }

    /** Opens the index that lies there; clears the folder and says false where there is none, or one that another chain or an unfinished run made. */
    boolean reopen() throws IOException {
        directory = FSDirectory.open(folder);
        if (DirectoryReader.indexExists(directory)) {
            reader = DirectoryReader.open(directory);
            if (analysis.version().equals(reader.getIndexCommit().getUserData().get(CHAIN))) {
                return true;
            }
            reader.close();
        }
        for (String file : directory.listAll()) {
            directory.deleteFile(file);
        }
        directory.close();
        return false;
    }

    void index(Map<String, String> ids, int threads, TranscriptIndex.Source source) throws IOException, InterruptedException {
        Analyzer analyzer = new PerFieldAnalyzerWrapper(UdsagnAnalyzer.terms(analysis), Map.of("exact", UdsagnAnalyzer.exact(analysis)));
        directory = FSDirectory.open(folder);
        var all = new ArrayList<>(ids.keySet());
        var next = new AtomicInteger();
        try (var writer = new IndexWriter(directory, new IndexWriterConfig(analyzer).setRAMBufferSizeMB(48)); var pool = Executors.newFixedThreadPool(threads)) {
            var running = new ArrayList<Future<?>>();
            for (int t = 0; t < threads; t++) {
                running.add(pool.submit(() -> {
                    for (int i = next.getAndIncrement(); i < all.size(); i = next.getAndIncrement()) {
                        Transcript transcript = source.read(all.get(i));
                        writer.addDocuments(documents(transcript));
                    }
                    return null;
                }));
            }
            for (Future<?> one : running) {
                one.get();
            }
            writer.setLiveCommitData(Map.of(CHAIN, analysis.version()).entrySet());
            writer.commit();
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        }
        reader = DirectoryReader.open(directory);
    }

    private static List<Document> documents(Transcript transcript) {
        var type = new FieldType();
        type.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS_AND_OFFSETS);
        type.setOmitNorms(true);
        type.freeze();
        var documents = new ArrayList<Document>();
        for (Turn turn : transcript.turns()) {
            String words = transcript.words(turn);
            var document = new Document();
            document.add(new StringField("id", transcript.id(), Field.Store.YES));
            document.add(new StoredField("turn", turn.number()));
            document.add(new StoredField("start", turn.span().start()));
            document.add(new Field("terms", words, type));
            document.add(new Field("exact", words, type));
            document.add(new StoredField("text", words));
            documents.add(document);
        }
        return documents;
    }

    /** All hits with 60 characters of context, as far as {@code limit}; a single term straight from its postings, more by Lucene's matches. */
    int search(String words, int limit, Consumer<Passage> hits) throws IOException {
        var terms = analysis.tokens(words, new dk.udsagn.transcript.Span(0, words.length())).stream().map(token -> token.terms().first()).toList();
        return terms.size() == 1 ? term(terms.get(0), limit, hits) : phrase(new PhraseQuery("terms", terms.toArray(String[]::new)), limit, hits);
    }

    private int term(String term, int limit, Consumer<Passage> hits) throws IOException {
        int n = 0;
        for (LeafReaderContext leaf : reader.leaves()) {
            PostingsEnum postings = leaf.reader().postings(new Term("terms", term), PostingsEnum.OFFSETS);
            var stored = leaf.reader().storedFields();
            while (postings != null && postings.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
                Document document = stored.document(postings.docID());
                for (int i = postings.freq(); i > 0; i--) {
                    postings.nextPosition();
                    hits.accept(passage(document, postings.startOffset(), postings.endOffset()));
                    if (++n == limit) {
                        return n;
                    }
                }
            }
        }
        return n;
    }

    private int phrase(Query query, int limit, Consumer<Passage> hits) throws IOException {
        int n = 0;
        var searcher = new IndexSearcher(reader);
        Weight weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
        for (LeafReaderContext leaf : reader.leaves()) {
            Scorer scorer = weight.scorer(leaf);
            var stored = leaf.reader().storedFields();
            for (int doc = scorer == null ? DocIdSetIterator.NO_MORE_DOCS : scorer.iterator().nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS;
                 doc = scorer.iterator().nextDoc()) {
                Document document = stored.document(doc);
                MatchesIterator matches = weight.matches(leaf, doc).getMatches("terms");
                while (matches.next()) {
                    hits.accept(passage(document, matches.startOffset(), matches.endOffset()));
                    if (++n == limit) {
                        return n;
                    }
                }
            }
        }
        return n;
    }

    private static Passage passage(Document document, int start, int end) {
        String text = document.get("text");
        int at = document.getField("start").numericValue().intValue();
        var span = new dk.udsagn.transcript.Span(at + start, at + end);
        return new Passage(document.get("id"), java.util.Optional.empty(), document.getField("turn").numericValue().intValue(), span,
            text.substring(Math.max(0, start - 60), start), text.substring(start, end), text.substring(end, Math.min(text.length(), end + 60)),
            Collections.singletonList(span), true);
    }

    @Override public void close() throws IOException {
        reader.close();
        directory.close();
    }
}
