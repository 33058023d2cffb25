package dk.udsagn.suggest;

import dk.udsagn.codebook.Codebook;
import dk.udsagn.codebook.Polarity;
import dk.udsagn.coding.Codings;
import dk.udsagn.index.Analysis;
import dk.udsagn.suggest.Learned.Sparse;
import dk.udsagn.transcript.Role;
import dk.udsagn.transcript.Span;
import dk.udsagn.transcript.Transcript;
import dk.udsagn.transcript.Turn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Proposes themes for sentences that are like the codebook's examples and like what people have coded. Learns when it is made, in seconds,
 * from 3 examples a theme upward; themes with fewer are left out. What a sentence was taken for is explained by the words that carried it
 * and the example most like it.
 *
 * <p>Immutable and pure; safe for many threads if the encoder is.
 */
public final class ExampleSuggester implements Suggester {
    static final String KIND = "example";
    private static final int FEWEST = 3;
    private static final int FOLDS = 3;
    private static final int WORDS_SHOWN = 3;
    private static final int STEP = 20;
    /** With fewer outcomes a curve would have a step or two and rank nothing. */
    private static final int ENOUGH = 200;
    /** Below this share right a proposal costs a coder more than it gives. */
    private static final double LEAST = 0.3;

    private final Codebook codebook;
    private final Analysis analysis;
    private final Embedder embedder;
    private final StatusRules statusRules;
    private final float[] rarity;
    private final Map<String, Learned> themes;
    private final List<Lesson> lessons;
    private final List<Sparse> vectors;
    private final Calibration calibration;
    private final double least;

    private ExampleSuggester(Codebook codebook, Analysis analysis, Embedder embedder, float[] rarity, Map<String, Learned> themes, List<Lesson> lessons,
                             List<Sparse> vectors, Calibration calibration, double least) {
        this.codebook = codebook;
        this.analysis = analysis;
        this.embedder = embedder;
        this.statusRules = new StatusRules(analysis.language());
        this.rarity = rarity;
        this.themes = themes;
        this.lessons = lessons;
        this.vectors = vectors;
        this.calibration = calibration;
        this.least = least;
    }

    /**
     * Learns. Scores are calibrated on lessons held back in turn, where there are enough.
     *
     * @param codebook    its examples and counter-examples
     * @param transcripts the interviews the codings lie in; sentences of a coded interview without a coding count as examples of no theme
     * @param codings     what people have coded or accepted; may be none
     * @param analysis    the language's analysis
     * @param embedder    passages to vectors, such as a {@link HashingEmbedder}
     * @return the suggester; it proposes what scores .3 or more
     */
    public static ExampleSuggester learn(Codebook codebook, Collection<Transcript> transcripts, Codings codings, Analysis analysis, Embedder embedder) {
        var lessons = Lesson.all(codebook, transcripts, codings, analysis);
        var dense = lessons.stream().map(l -> embedder.embed(l.text())).toList();
        float[] rarity = rarity(dense);
        var vectors = dense.stream().map(d -> Sparse.of(d, rarity)).toList();
        var themes = new LinkedHashMap<String, Learned>();
        var outcomes = new ArrayList<Calibration.Outcome>();
        for (String theme : codebook.all().keySet()) {
            if (lessons.stream().filter(l -> l.is(theme)).count() >= FEWEST) {
                themes.put(theme, learn(theme, codebook, lessons, vectors, rarity.length, -1));
                for (int fold = 0; fold < FOLDS; fold++) {
                    Learned rest = learn(theme, codebook, lessons, vectors, rarity.length, fold);
                    for (int i = fold; i < lessons.size(); i += FOLDS) {
                        outcomes.add(new Calibration.Outcome(rest.score(vectors.get(i)), lessons.get(i).is(theme)));
                    }
                }
            }
        }
        return new ExampleSuggester(codebook, analysis, embedder, rarity, themes, lessons, vectors,
            outcomes.size() < ENOUGH ? Calibration.NONE : Calibration.of(outcomes, STEP), LEAST);
    }

    /**
     * The same with another least score.
     *
     * @param score lowest score proposed, 0 to 1
     * @return a new suggester
     */
    public ExampleSuggester atLeast(double score) {
        if (!(score >= 0 && score <= 1)) {
            throw new IllegalArgumentException("the lowest score needs to be 0 to 1, not " + score);
        }
        return new ExampleSuggester(codebook, analysis, embedder, rarity, themes, lessons, vectors, calibration, score);
    }

    private static Learned learn(String theme, Codebook codebook, List<Lesson> lessons, List<Sparse> vectors, int dimensions, int heldBack) {
        boolean[] right = new boolean[lessons.size()];
        double[] weight = new double[lessons.size()];
        var kin = new ArrayList<>(codebook.theme(theme).themes().stream().map(t -> t.id()).toList());
        codebook.parent(theme).ifPresent(p -> kin.add(p.id()));
        for (int i = 0; i < right.length; i++) {
            right[i] = lessons.get(i).is(theme);
            boolean unclear = !right[i] && kin.stream().anyMatch(lessons.get(i)::is);
            boolean elsewhere = !lessons.get(i).not().isEmpty() && !lessons.get(i).not().equals(theme);
            weight[i] = i % FOLDS == heldBack || unclear || elsewhere ? 0 : 1;
        }
        return Learned.from(vectors, right, weight, dimensions);
    }

    /** Boxes that most passages have say little: the logarithm of the share that has them, as in Spärck Jones, J. of Documentation 28, 1972. */
    private static float[] rarity(List<float[]> dense) {
        float[] rarity = new float[dense.isEmpty() ? 0 : dense.getFirst().length];
        for (float[] vector : dense) {
            for (int i = 0; i < rarity.length; i++) {
                rarity[i] += vector[i] != 0 ? 1 : 0;
            }
        }
        for (int i = 0; i < rarity.length; i++) {
            rarity[i] = rarity[i] == 0 ? 0 : (float) Math.log((dense.size() + 1) / (double) rarity[i]);
        }
        return rarity;
    }

    @Override public List<Suggestion> suggest(Transcript transcript) {
        if (themes.isEmpty()) {
            return List.of();
        }
        var suggestions = new ArrayList<Suggestion>();
        var sheet = new SuggestionSheet(transcript, codebook, KIND, "udsagn examples 1, " + embedder.id() + ", " + lessons.size() + " passages");
        for (Turn turn : transcript.turns()) {
            if (turn.role() == Role.RESPONDENT) {
                for (Span sentence : analysis.sentences(transcript.text(), turn.span())) {
                    Sparse vector = vector(sentence.in(transcript.text()));
                    int order = 0;
                    for (var theme : themes.entrySet()) {
                        double raw = theme.getValue().score(vector);
                        double score = calibration.apply(raw);
                        if (vector.boxes().length > 0 && score >= least) {
                            suggestions.add(sheet.suggestion(turn, gathered(transcript.text(), turn.span(), sentence, theme.getKey(), order, vector, raw), score, List.of()));
                        }
                        order++;
                    }
                }
            }
        }
        return List.copyOf(suggestions);
    }

    private Sparse vector(String passage) {
        return Sparse.of(embedder.embed(passage), rarity);
    }

    private Gathered gathered(String text, Span turn, Span sentence, String theme, int order, Sparse vector, double raw) {
        int nearest = -1;
        double like = -1;
        for (int i = 0; i < lessons.size(); i++) {
            if (lessons.get(i).is(theme) && vectors.get(i).like(vector) > like) {
                like = vectors.get(i).like(vector);
                nearest = i;
            }
        }
        Lesson example = lessons.get(nearest);
        var evidence = carrying(text, sentence, theme, raw);
        var reading = statusRules.read(text, turn, sentence, evidence);
        var all = new ArrayList<>(evidence);
        reading.cues().stream().filter(c -> !all.contains(c)).forEach(all::add);
        all.sort(null);
        Polarity polarity = example.themes().get(theme);
        String shown = example.text().codePointCount(0, example.text().length()) <= 60 ? example.text()
            : example.text().substring(0, example.text().offsetByCodePoints(0, 57)) + "…";
        return new Gathered(theme, order, sentence, polarity, reading.status(), raw, all, List.of("like \"" + shown + "\""));
    }

    /** The words without which the score falls most, at most three. */
    private List<Span> carrying(String text, Span sentence, String theme, double raw) {
        var words = Clauses.words(text, sentence);
        double[] fall = new double[words.size()];
        for (int i = 0; i < fall.length; i++) {
            String without = text.substring(sentence.start(), words.get(i).start()) + text.substring(words.get(i).end(), sentence.end());
            fall[i] = raw - themes.get(theme).score(vector(without));
        }
        var order = new Integer[fall.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparingDouble((Integer i) -> -fall[i]));
        return Arrays.stream(order).limit(WORDS_SHOWN).filter(i -> i == order[0] || fall[i] > 0).map(i -> words.get(i).span()).sorted().toList();
    }
}
