package dk.udsagn.index;

import dk.udsagn.transcript.Language;
import dk.udsagn.transcript.Span;
import java.io.IOException;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * How a language's words are cut, brought to their dictionary form, and gathered to sentences.
 *
 * <p>No word is thrown away, every place is exact, and what a transcriber wrote among the words ("(griner)", "[uklart]", time marks) is a
 * gap. Immutable but for a bounded memo of words already looked up; safe for many threads. Cost: loading a dictionary takes about a
 * second, so keep the value.
 *
 * <p>Serialised, it is the language, where the dictionary comes from, and {@link #version}, never the dictionary itself: reading it back
 * loads the dictionary again from the class path or from the same two files, and throws {@link InvalidObjectException} where it is not
 * there or gives another version.
 */
public final class Analysis implements Serializable {
    private static final long serialVersionUID = 1;

    private final transient Language language;
    private final transient Lexicon lexicon;
    private final transient WordMemo memo;
    private final transient Segmenter segmenter;
    private final transient Sentences sentences;
    /** Kept, not made anew when written: a stream that holds the analysis twice then still gives back one. */
    private final AnalysisRecipe recipe;

    private Analysis(Language language, Optional<Roots> roots, List<String> files) {
        this.language = language;
        this.lexicon = new Lexicon(language, roots);
        this.recipe = new AnalysisRecipe(language, roots.isPresent(), files, version());
        this.memo = new WordMemo(lexicon);
        Markup markup = new Markup(language);
        this.segmenter = new Segmenter(memo, markup);
        this.sentences = new Sentences(language, markup);
    }

    /**
     * With the Hunspell dictionary on the class path ({@code org.languagetool:language-da}, optional), else without.
     *
     * @param language whose words
     * @return the analysis
     */
    public static Analysis of(Language language) {
        try {
            return new Analysis(language, Roots.onClassPath(language), List.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * With a Hunspell dictionary from two files.
     *
     * @param language   whose words
     * @param affix      the {@code .aff} file
     * @param dictionary the {@code .dic} file
     * @return the analysis
     * @throws IOException              if a file cannot be read
     * @throws IllegalArgumentException if the affix file is not one of Hunspell's
     */
    public static Analysis of(Language language, Path affix, Path dictionary) throws IOException {
        var files = List.of(affix.toAbsolutePath().toString(), dictionary.toAbsolutePath().toString());
        return new Analysis(language, Optional.of(Roots.of(affix, dictionary)), files);
    }

    /**
     * With the library's own tables and rules alone, whatever is on the class path.
     *
     * @param language whose words
     * @return the analysis
     */
    public static Analysis withoutDictionary(Language language) {
        return new Analysis(language, Optional.empty(), List.of());
    }

    /**
     * The language analysed.
     *
     * @return the language
     */
    public Language language() {
        return language;
    }

    /**
     * Names the chain and its version, dictionary included: two analyses with one version give the same terms.
     *
     * @return such as {@code da-1+hunspell-3f0c9a12}
     */
    public String version() {
        return language.code() + "-" + lexicon.version();
    }

    /**
     * What the index holds for a word.
     *
     * @param word a word; where it has spaces or slashes, the terms of all its words
     * @return its terms in order; empty when there is no word in it
     */
    public SortedSet<String> terms(String word) {
        var terms = new TreeSet<String>();
        segmenter.scan(word, 0, word.length(), (start, end, position, found) -> terms.addAll(found.terms()));
        return terms;
    }

    /**
     * The words of a passage.
     *
     * @param text   a text
     * @param within the passage in it, such as a turn
     * @return the words in text order, their places counted in {@code text}
     * @throws IllegalArgumentException if the passage ends past the text
     */
    public List<Token> tokens(String text, Span within) {
        check(text, within);
        var tokens = new ArrayList<Token>(within.length() / 6 + 4);
        segmenter.scan(text, within.start(), within.end(), (start, end, position, word) -> tokens.add(new Token(start, end, position, word)));
        return tokens;
    }

    /**
     * The sentences of a passage: not needed to find anything, only for the edges of excerpts.
     *
     * @param text   a text
     * @param within the passage in it, such as a turn
     * @return the sentences in text order, white space round them left out; together they hold every other character of the passage
     * @throws IllegalArgumentException if the passage ends past the text
     */
    public List<Span> sentences(String text, Span within) {
        check(text, within);
        return sentences.of(text, within.start(), within.end());
    }

    static void check(String text, Span within) {
        if (within.end() > text.length()) {
            throw new IllegalArgumentException("passage " + within + " ends past the text of " + text.length() + " characters");
        }
    }

    /** Words one by one, for those in this room who need no list. */
    void scan(String text, int from, int to, Segmenter.Sink sink) {
        segmenter.scan(text, from, to, sink);
    }

    /** The same for one who reads many passages. */
    void scan(String text, int from, int to, Segmenter.Sink sink, Segmenter.Room room) {
        segmenter.scan(text, from, to, sink, room);
    }

    /** How sentences are told apart, for those in this room who know where stops are. */
    Sentences sentences() {
        return sentences;
    }

    /** The word that stands at a place of a passage, where {@link Segmenter.Sink#form} was told of one. */
    Word word(String text, Span within, int start, int end, Segmenter.Room room) {
        return segmenter.word(text, within.start(), start, end, within.end(), room);
    }

    /** Whether a form is another word at the end of a clause. */
    boolean dependsOnContext(Word word) {
        return memo.isTag(word.exact());
    }

    /** Terms one of which the index holds wherever the form stands, tag question or not. */
    SortedSet<String> termsAnywhere(String form) {
        return memo.termsAnywhere(form);
    }

    private Object writeReplace() {
        return recipe;
    }

    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw new InvalidObjectException("an analysis is written as what it is made from");
    }
}
