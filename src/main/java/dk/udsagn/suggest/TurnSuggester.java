package dk.udsagn.suggest;

import dk.udsagn.codebook.Codebook;
import dk.udsagn.coding.Codings;
import dk.udsagn.index.Analysis;
import dk.udsagn.transcript.Span;
import dk.udsagn.transcript.Transcript;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Proposes themes for whole answers: what indicators find in the answer and in the question before it, in the answers around it, how long it
 * is and where it stands are weighed against one another; with examples, also the words themselves. Where people have coded interviews of
 * the study, the weights are learned from them when the suggester is made, in seconds; else they are those of the sample study.
 *
 * <p>The score is the chance that a coder lays the theme there. Proposed is what scores as high as what coders laid; and where an interview has
 * less of that than interviews usually have, the best of the rest, up to half as much again as a coder lays: indicators are written with the
 * interviews at hand in mind, so in a new one the right answers score lower than the same chance did before.
 *
 * <p>Immutable and pure; safe for many threads if the encoder is. Serialised, it is the codebook, the {@link Analysis} and what was learned;
 * with examples also the encoder, which has to be serialisable, and the passages learned from. Read back, it suggests the same.
 */
public final class TurnSuggester implements Suggester, Serializable {
    private static final long serialVersionUID = 1;
    static final String KIND = "turn";
    /** Proposed from this score on where nothing has been learned. */
    private static final double LEAST = 0.35;
    /**
     * An interview is filled up to so much of what a coder lays in one. Set on five interviews that nobody had read who wrote an indicator: from
     * here on precision falls as fast as recall rises.
     */
    private static final double FILLED = 1.5;
    /** Nothing is filled in that is less likely than this. */
    private static final double FLOOR = 0.05;

    private final transient Codebook codebook;
    private final transient Analysis analysis;
    private final transient Optional<IndicatorSuggester> indicators;
    private final transient Optional<Wordings> wordings;
    private final transient Signs signs;
    private final transient Training.Result learned;
    private final transient Writing writing;

    private TurnSuggester(Codebook codebook, Analysis analysis, Optional<IndicatorSuggester> indicators, Optional<Wordings> wordings, Signs signs,
                          Training.Result learned) {
        this.codebook = codebook;
        this.analysis = analysis;
        this.indicators = indicators;
        this.wordings = wordings;
        this.signs = signs;
        this.learned = learned;
        this.writing = new Writing(codebook, analysis, indicators, wordings, signs, learned);
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
        return learn(indicators.codebook(), indicators.analysis(), Optional.of(indicators), transcripts, codings, Optional.empty());
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
        return learn(codebook, analysis, Optional.empty(), transcripts, codings, Optional.of(embedder));
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
        return learn(indicators.codebook(), indicators.analysis(), Optional.of(indicators), transcripts, codings, Optional.of(embedder));
    }

    private static TurnSuggester learn(Codebook codebook, Analysis analysis, Optional<IndicatorSuggester> indicators, Collection<Transcript> transcripts,
                                       Codings codings, Optional<Embedder> embedder) {
        var signs = new Signs(codebook);
        var lessons = new ArrayList<Lesson>();
        lessons.addAll(Lesson.answers(transcripts, codings, signs, indicators));
        // the codebook's examples stand in no interview, so they cannot teach what an answer's surroundings weigh
        if (embedder.isPresent() && (indicators.isEmpty() || lessons.isEmpty())) {
            lessons.addAll(0, Lesson.examples(codebook, signs));
        }
        var wordings = embedder.map(e -> Wordings.of(e, lessons));
        return new TurnSuggester(codebook, analysis, indicators, wordings, signs, Training.of(lessons, wordings, signs, indicators.isPresent(), LEAST));
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
        double[] least = new double[signs.roots().size()];
        Arrays.fill(least, score);
        var lowered = new Training.Result(learned.models(), least, new double[least.length], learned.sides(), learned.curve());
        return new TurnSuggester(codebook, analysis, indicators, wordings, signs, lowered);
    }

    @Override public List<Suggestion> suggest(Transcript transcript) {
        var suggestions = new ArrayList<Suggestion>();
        String text = transcript.text();
        var answers = Answer.of(transcript, indicators);
        var all = signs.of(text, answers);
        String version = "udsagn turns 1, " + analysis.version() + wordings.map(w -> ", " + w.about()).orElse("");
        var sheet = new SuggestionSheet(transcript, codebook, KIND, version);
        double[][] scores = new double[answers.size()][];
        var vectors = new ArrayList<Learned.Sparse>();
        for (int i = 0; i < scores.length; i++) {
            Answer answer = answers.get(i);
            String question = answer.question().map(q -> q.span().in(text)).orElse("");
            vectors.add(wordings.map(w -> w.vector(answer.turn().span().in(text), question)).orElse(Learned.Sparse.NONE));
            scores[i] = scores(answer, all[i], vectors.get(i));
        }
        double[] least = least(scores);
        for (int i = 0; i < scores.length; i++) {
            for (int r = 0; r < least.length; r++) {
                if (scores[i][r] >= least[r]) {
                    Gathered found = writing.gathered(text, answers.get(i), r, scores[i][r], all[i][r], vectors.get(i));
                    if (!found.evidence().isEmpty()) {
                        suggestions.add(sheet.suggestion(answers.get(i).turn(), found, scores[i][r], writing.key(answers.get(i), r)));
                    }
                }
            }
        }
        return List.copyOf(suggestions);
    }

    /** What each theme scores for an answer; less than any score where it is not considered. */
    private double[] scores(Answer answer, double[][] signsHere, Learned.Sparse vector) {
        double[] scores = new double[signs.roots().size()];
        for (int r = 0; r < scores.length; r++) {
            Weighed model = learned.models().get(r);
            scores[r] = model == null || wordings.isEmpty() && !heard(answer, r) ? -1 : model.score(signsHere[r], vector);
        }
        return scores;
    }

    /** For each theme the lowest score proposed in an interview with these. */
    private double[] least(double[][] scores) {
        double[] least = learned.least().clone();
        for (int r = 0; r < least.length; r++) {
            int root = r;
            int filled = (int) Math.round(FILLED * learned.laid()[r] * scores.length);
            if (filled > 0) {
                double last = Arrays.stream(scores).mapToDouble(s -> s[root]).boxed().sorted(Collections.reverseOrder()).skip(filled - 1).findFirst().orElse(FLOOR);
                least[r] = Math.min(least[r], Math.max(FLOOR, last));
            }
        }
        return least;
    }

    /** Whether an indicator of a theme is found in the answer, or asks for it. */
    private boolean heard(Answer answer, int root) {
        return answer.own().stream().anyMatch(h -> signs.root(h.indicator().theme()) == root)
            || answer.asked().stream().anyMatch(h -> h.indicator().toAnswer() && signs.root(h.indicator().theme()) == root);
    }

    private Object writeReplace() {
        return new Written(codebook, analysis, indicators.orElse(null), wordings.map(Wordings::embedder).orElse(null),
            wordings.map(Wordings::lessons).orElse(List.of()), learned);
    }

    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw new InvalidObjectException("a suggester is written as what it is made from");
    }

    /** What it is made from; no indicators or no encoder: null. */
    private record Written(Codebook codebook, Analysis analysis, IndicatorSuggester indicators, Embedder embedder, List<Lesson> lessons,
                           Training.Result learned) implements Serializable {
        private Object readResolve() {
            return new TurnSuggester(codebook, analysis, Optional.ofNullable(indicators), Optional.ofNullable(embedder).map(e -> Wordings.of(e, lessons)),
                new Signs(codebook), learned);
        }
    }
}
