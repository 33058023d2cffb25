package dk.udsagn.index;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;

/**
 * The chain of this library as a Lucene analyzer, for those who have an index of their own: the same words at the same places.
 *
 * <p>Offsets are exact in the text that was given, whatever characters stand in it; all terms of a word stand at its position, and
 * transcript markup leaves a gap. Safe for many threads, as every analyzer.
 */
public final class UdsagnAnalyzer extends Analyzer {
    private final Analysis analysis;
    private final Function<Word, Collection<String>> terms;

    private UdsagnAnalyzer(Analysis analysis, Function<Word, Collection<String>> terms) {
        this.analysis = Objects.requireNonNull(analysis, "analysis");
        this.terms = terms;
    }

    /**
     * For a field of dictionary forms and stems.
     *
     * @param analysis the chain
     * @return an analyzer that gives {@link Word#terms()}
     */
    public static UdsagnAnalyzer terms(Analysis analysis) {
        return new UdsagnAnalyzer(analysis, Word::terms);
    }

    /**
     * For a field of forms as they stand, in lower case: for quotations.
     *
     * @param analysis the chain
     * @return an analyzer that gives {@link Word#exact()}
     */
    public static UdsagnAnalyzer exact(Analysis analysis) {
        return new UdsagnAnalyzer(analysis, word -> List.of(word.exact()));
    }

    /**
     * For a field of parts of compounds, to be trusted less; at the place of the whole word.
     *
     * @param analysis the chain
     * @return an analyzer that gives {@link Word#parts()}
     */
    public static UdsagnAnalyzer parts(Analysis analysis) {
        return new UdsagnAnalyzer(analysis, Word::parts);
    }

    @Override protected TokenStreamComponents createComponents(String fieldName) {
        return new TokenStreamComponents(new UdsagnTokenizer(analysis, terms));
    }

    /** For the beginnings and patterns a query parser does not analyse: they are brought to lower case as terms are. */
    @Override protected TokenStream normalize(String fieldName, TokenStream in) {
        return new LowerCaseFilter(in);
    }
}
