package dk.udsagn.suggest;

import dk.udsagn.codebook.Codebook;
import dk.udsagn.codebook.WordWeights;
import dk.udsagn.coding.Codings;
import dk.udsagn.index.Analysis;
import dk.udsagn.transcript.Transcript;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Proposes themes for whole answers: what indicators find in the answer and in the question before it, in the answers around it, how long it
 * is and where it stands are weighed against one another; with examples, also the words themselves. Where people have coded interviews of
 * the study, the weights are learned from them when the suggester is made, in seconds; else they are those of the sample study.
 *
 * <p>The score is the chance that a coder lays the theme there. Proposed is what scores more than a third; and where an interview has less of
 * that than interviews usually have, the best of the rest, up to somewhat more than a coder lays: indicators are written with the interviews at hand in
 * mind, so in a new one the right answers score lower than the same chance did before.
 *
 * <p>Immutable and pure; safe for many threads if the encoder is. Serialised, it is the codebook, the {@link Analysis} and what was learned;
 * with examples also the encoder, which has to be serialisable, and the passages learned from. Read back, it suggests the same.
 */
public final class TurnSuggester implements Suggester, Serializable {
    private static final long serialVersionUID = 1;
    static final String KIND = "turn";
    /** Proposed from this score on, however many are. */
    private static final double LEAST = 0.35;
    /** An interview is filled up to so much of what a coder lays in one. */
    private static final double FILLED = 1.5;
    /** Nothing is filled in that is less likely than this. */
    private static final double FLOOR = 0.05;
    private static final double NOT = Double.NEGATIVE_INFINITY;

    private final transient Codebook codebook;
    private final transient Analysis analysis;
    private final transient Optional<IndicatorSuggester> indicators;
    private final transient Optional<Wordings> wordings;
    private final transient Told told;
    private final transient Signs signs;
    private final transient Training.Result learned;
    private final transient Writing writing;

    private TurnSuggester(Codebook codebook, Analysis analysis, Optional<IndicatorSuggester> indicators, Optional<Wordings> wordings, Told told,
                          Signs signs, Training.Result learned) {
        this.codebook = codebook;
        this.analysis = analysis;
        this.indicators = indicators;
        this.wordings = wordings;
        this.told = told;
        this.signs = signs;
        this.learned = learned;
        this.writing = new Writing(codebook, analysis, indicators, wordings, told, signs, learned);
    }

    /**
     * By the codebook's indicators.
     *
     * @param indicators  the codebook compiled
     * @param transcripts interviews that codings lie in; may be none
     * @param codings     what people have coded or accepted; may be none
     * @return the suggester
     */
    public static TurnSuggester byIndicators(IndicatorSuggester indicators, Collection<Transcript> transcripts, Codings codings) {
        return learn(indicators.codebook(), indicators.analysis(), Optional.of(indicators), Optional.empty(), transcripts, codings, Optional.empty());
    }

    /**
     * By likeness to the codebook's examples and to what people have coded; themes with fewer than three of both together are left out.
     *
     * @param codebook    its examples and counter-examples
     * @param transcripts interviews that codings lie in; may be none
     * @param codings     what people have coded or accepted; may be none
     * @param analysis    the language's analysis
     * @param embedder    passages to vectors, such as a {@link HashingEmbedder}
     * @return the suggester
     */
    public static TurnSuggester byExamples(Codebook codebook, Collection<Transcript> transcripts, Codings codings, Analysis analysis, Embedder embedder) {
        return learn(codebook, analysis, Optional.empty(), Optional.empty(), transcripts, codings, Optional.of(embedder));
    }

    /**
     * By both.
     *
     * @param indicators  the codebook compiled
     * @param transcripts interviews that codings lie in; may be none
     * @param codings     what people have coded or accepted; may be none
     * @param embedder    passages to vectors, such as a {@link HashingEmbedder}
     * @return the suggester
     */
    public static TurnSuggester byBoth(IndicatorSuggester indicators, Collection<Transcript> transcripts, Codings codings, Embedder embedder) {
        return byBoth(indicators, Optional.empty(), transcripts, codings, embedder);
    }

    /**
     * By both, and by what words weigh as earlier interviews taught it.
     *
     * @param indicators  the codebook compiled
     * @param words       what words weigh for the codebook's themes; a theme they do not name goes by the rest alone
     * @param transcripts interviews that codings lie in; may be none
     * @param codings     what people have coded or accepted; may be none
     * @param embedder    passages to vectors, such as a {@link HashingEmbedder}
     * @return the suggester
     */
    public static TurnSuggester byBoth(IndicatorSuggester indicators, Optional<WordWeights> words, Collection<Transcript> transcripts, Codings codings, Embedder embedder) {
        return learn(indicators.codebook(), indicators.analysis(), Optional.of(indicators), words, transcripts, codings, Optional.of(embedder));
    }

    private static TurnSuggester learn(Codebook codebook, Analysis analysis, Optional<IndicatorSuggester> indicators, Optional<WordWeights> words,
                                       Collection<Transcript> transcripts, Codings codings, Optional<Embedder> embedder) {
        var signs = new Signs(codebook);
        var told = new Told(words, signs);
        var lessons = new ArrayList<Lesson>();
        lessons.addAll(Lesson.answers(transcripts, codings, signs, indicators, told, Lesson.USUAL));
        // where interviews are coded, here or earlier, what people laid there tells more than examples picked to be clear
        if (embedder.isPresent() && (indicators.isEmpty() || lessons.isEmpty() && words.isEmpty())) {
            lessons.addAll(0, Lesson.examples(codebook, signs, indicators));
        }
        var wordings = embedder.map(e -> Wordings.of(e, lessons));
        return new TurnSuggester(codebook, analysis, indicators, wordings, told, signs, Training.of(lessons, wordings, signs, indicators.isPresent(), words.isPresent(), LEAST));
    }

    /**
     * How scores and what people held right go together, on coded interviews held back in turn while learning from the others.
     *
     * @return score, share of coders who laid the theme there, and on how many judgements it rests, two an answer and theme; {@link Calibration#NONE}
     *     with fewer than 40
     */
    public Calibration curve() {
        return learned.curve();
    }

    /**
     * The same with one lowest score for all themes.
     *
     * @param score lowest score proposed, 0 to 1
     * @return a new suggester
     */
    public TurnSuggester atLeast(double score) {
        if (!(score >= 0 && score <= 1)) {
            throw new IllegalArgumentException("the lowest score needs to be 0 to 1, not " + score);
        }
        var lowered = new Training.Result(learned.models(), score, 0, learned.sides(), learned.curve());
        return new TurnSuggester(codebook, analysis, indicators, wordings, told, signs, lowered);
    }

    @Override public List<Suggestion> suggest(Transcript transcript) {
        var suggestions = new ArrayList<Suggestion>();
        String version = "udsagn turns 1, " + analysis.version() + wordings.map(w -> ", " + w.about()).orElse("") + told.weights().map(w -> ", words of " + w.from()).orElse("");
        var sheet = new SuggestionSheet(transcript, codebook, KIND, version);
        Scored all = scored(transcript);
        for (int i = 0; i < all.answers.size(); i++) {
            Answer answer = all.answers.get(i);
            Writing.Read read = null;
            for (int r = 0; r < all.least.length; r++) {
                if (all.scores[i][r] >= all.least[r]) {
                    read = read == null ? writing.read(transcript.text(), answer, all.vectors.get(i), all.told[i]) : read;
                    Gathered found = writing.gathered(read, r, all.scores[i][r], all.signs[i][r]);
                    if (!found.evidence().isEmpty()) {
                        suggestions.add(sheet.suggestion(answer.turn(), found, found.passage().in(transcript.text()), all.scores[i][r], writing.key(answer, r)));
                    }
                }
            }
        }
        return List.copyOf(suggestions);
    }

    /**
     * What a theme came to in one answer, so that it can be told why it was proposed or not. A theme and those under it are one.
     *
     * @param theme id of the theme, one that lies under no other
     * @param score the chance that a coder lays it there, 0 to 1; empty where it was not considered: no indicator of it is found in the answer, or asks for it
     * @param least the score from which on it is proposed in this interview
     * @param found indicators found in the answer, and {@code answer-to:} indicators found in the question, as the codebook writes them, the weightiest first
     * @param asked other indicators found in the question before: they lend weight to what the answer says, and propose nothing by themselves
     */
    public record Considered(String theme, OptionalDouble score, double least, List<String> found, List<String> asked) {
        /** Copies the indicators. */
        public Considered {
            found = List.copyOf(found);
            asked = List.copyOf(asked);
        }

        /**
         * Whether it is proposed.
         *
         * @return whether the score comes up to the least
         */
        public boolean isProposed() {
            return score.isPresent() && score.getAsDouble() >= least;
        }
    }

    /**
     * Why themes are proposed for an answer, and why others are not.
     *
     * @param transcript the interview
     * @param turn       1-based number of a respondent's turn
     * @return a line a theme, the likeliest first
     * @throws NoSuchElementException if no respondent speaks in this turn; the message names those in which one does
     */
    public List<Considered> explain(Transcript transcript, int turn) {
        Scored all = scored(transcript);
        var turns = all.answers.stream().map(a -> a.turn().number()).toList();
        int i = turns.indexOf(turn);
        if (i < 0) {
            throw new NoSuchElementException("turn " + turn + " of " + transcript.id() + " is no respondent's, and only what respondents say is proposed; their turns are " + turns);
        }
        var considered = new ArrayList<Considered>();
        for (int r = 0; r < all.least.length; r++) {
            int root = r;
            double score = all.scores[i][r];
            var asked = all.answers.get(i).asked().stream().filter(h -> !h.indicator().toAnswer() && signs.root(h.indicator().theme()) == root)
                .map(h -> h.indicator().indicator().find()).distinct().toList();
            considered.add(new Considered(signs.roots().get(r), score < 0 ? OptionalDouble.empty() : OptionalDouble.of(score), all.least[r],
                writing.key(all.answers.get(i), r), asked));
        }
        considered.sort(Comparator.comparingDouble((Considered c) -> c.score().orElse(-1)).reversed());
        return List.copyOf(considered);
    }

    /** The answers of an interview with what speaks for each theme in each, what that comes to, and for each theme the lowest score proposed. */
    private record Scored(List<Answer> answers, double[][][] signs, List<Learned.Sparse> vectors, double[][] told, double[][] scores, double[] least) {
    }

    private Scored scored(Transcript transcript) {
        String text = transcript.text();
        var answers = Answer.of(transcript, indicators);
        var all = signs.of(text, answers);
        double[][] sums = new double[answers.size()][];
        var said = Said.of(text, answers);
        double[][] toldHere = told.of(said);
        var vectors = wordings.map(w -> w.vectors(said)).orElse(Collections.nCopies(sums.length, Learned.Sparse.NONE));
        for (int i = 0; i < sums.length; i++) {
            sums[i] = sums(answers.get(i), all[i], vectors.get(i), toldHere[i]);
        }
        double last = last(sums);
        double[][] scores = new double[sums.length][learned.models().size()];
        double[] least = new double[learned.models().size()];
        for (int r = 0; r < least.length; r++) {
            Weighed model = learned.models().get(r);
            least[r] = model == null ? learned.least() : Math.min(learned.least(), Math.max(FLOOR, model.score(last)));
            for (int i = 0; i < sums.length; i++) {
                scores[i][r] = sums[i][r] == NOT ? -1 : model.score(sums[i][r]);
            }
        }
        return new Scored(answers, all, vectors, toldHere, scores, least);
    }

    /** What speaks for each theme in an answer, as log-odds; {@link #NOT} where it is not considered. */
    private double[] sums(Answer answer, double[][] signsHere, Learned.Sparse vector, double[] toldHere) {
        double[] sums = new double[signs.roots().size()];
        for (int r = 0; r < sums.length; r++) {
            Weighed model = learned.models().get(r);
            sums[r] = model == null || wordings.isEmpty() && !heard(answer, r) ? NOT : model.sum(signsHere[r], vector, toldHere[r]);
        }
        return sums;
    }

    /** The lowest that is proposed where as much is proposed as fills an interview. */
    private double last(double[][] sums) {
        int filled = (int) Math.round(FILLED * learned.laid() * sums.length);
        double[] all = Arrays.stream(sums).flatMapToDouble(Arrays::stream).sorted().toArray();
        return filled == 0 ? Double.POSITIVE_INFINITY : all[Math.max(0, all.length - filled)];
    }

    /** Whether an indicator of a theme is found in the answer, or asks for it. */
    private boolean heard(Answer answer, int root) {
        return answer.own().stream().anyMatch(h -> signs.root(h.indicator().theme()) == root)
            || answer.asked().stream().anyMatch(h -> h.indicator().toAnswer() && signs.root(h.indicator().theme()) == root);
    }

    private Object writeReplace() {
        return new Written(codebook, analysis, indicators.orElse(null), wordings.map(Wordings::embedder).orElse(null),
            wordings.map(Wordings::lessons).orElse(List.of()), told.weights().orElse(null), learned);
    }

    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw new InvalidObjectException("a suggester is written as what it is made from");
    }

    /** What it is made from; no indicators, no encoder or no words: null. */
    private record Written(Codebook codebook, Analysis analysis, IndicatorSuggester indicators, Embedder embedder, List<Lesson> lessons,
                           WordWeights words, Training.Result learned) implements Serializable {
        private Object readResolve() {
            var signs = new Signs(codebook);
            return new TurnSuggester(codebook, analysis, Optional.ofNullable(indicators), Optional.ofNullable(embedder).map(e -> Wordings.of(e, lessons)),
                new Told(Optional.ofNullable(words), signs), signs, learned);
        }
    }
}
