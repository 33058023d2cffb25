package dk.udsagn.suggest;

import dk.udsagn.suggest.Learned.Sparse;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Learning each theme, and from how likely on it is proposed. */
final class Training {
    /** Interviews are held back in so many groups to see how what is learned does on others. */
    private static final int FOLDS = 6;
    private static final int FEWEST = 3;
    /** The lowest score is drawn towards the usual one as by so many coded answers. */
    private static final double DRAWN = 10;
    /** Neither below nor above this is the lowest score ever put. */
    private static final double LOWEST = 0.2;
    private static final double HIGHEST = 0.5;
    /** Where nothing has been learned: a theme of the sample study lies on a tenth of the answers. */
    private static final double LAID = 0.1;
    /** Steps of the curve rest on at least as many judgements. */
    private static final int STEP = 40;

    private Training() {
    }

    /**
     * What was learned.
     *
     * @param models for each root theme what weighs its signs; null where there is too little to go by
     * @param least  for each root theme the lowest score proposed
     * @param laid   for each root theme the share of answers on which a coder lays it
     * @param sides  for each root theme what tells which side an answer takes
     * @param curve  scores and shares held right, on interviews not learned from
     */
    record Result(List<Weighed> models, double[] least, double[] laid, List<Sides> sides, Calibration curve) implements Serializable {
    }

    static Result of(List<Lesson> lessons, Optional<Wordings> wordings, Signs signs, boolean indicators, double usual) {
        int roots = signs.roots().size();
        var models = new ArrayList<Weighed>();
        double[] least = new double[roots];
        double[] laid = new double[roots];
        var sides = new ArrayList<Sides>();
        var outcomes = new ArrayList<Calibration.Outcome>();
        int[] fold = folds(lessons);
        for (int r = 0; r < roots; r++) {
            int root = r;
            least[r] = usual;
            laid[r] = LAID;
            sides.add(Sides.of(lessons, wordings, r, signs));
            if (lessons.stream().filter(l -> l.is(root)).count() < FEWEST) {
                models.add(indicators ? new Weighed(Signs.START.unchanged(), Weighed.WORDS.unchanged(), 1, 0) : null);
                continue;
            }
            Weighed model = learn(lessons, wordings, r, fold, -1);
            double[] sums = heldBack(lessons, wordings, r, fold);
            boolean[] known = new boolean[fold.length];
            double[] right = new double[fold.length];
            for (int i = 0; i < fold.length; i++) {
                known[i] = fold[i] >= 0;
                right[i] = lessons.get(i).share()[r];
            }
            Weighed believed = model.believed(sums, right, known);
            models.add(believed);
            double[] scores = Arrays.stream(sums).map(z -> Learned.sigmoid(believed.slope() * z + believed.offset())).toArray();
            least[r] = balanced(lessons, r, fold, scores, usual);
            laid[r] = lessons.stream().filter(l -> !l.group().isEmpty()).mapToDouble(l -> l.share()[root]).average().orElse(LAID);
            for (int i = 0; i < scores.length; i++) {
                if (fold[i] >= 0) {
                    double share = lessons.get(i).share()[r];
                    outcomes.add(new Calibration.Outcome(scores[i], share >= 0.5));          // as two coders would judge it: one of them, and both
                    outcomes.add(new Calibration.Outcome(scores[i], share > 0.5));
                }
            }
        }
        return new Result(models, least, laid, sides, outcomes.size() < STEP ? Calibration.NONE : Calibration.of(outcomes, STEP));
    }

    /** Which group an answer is held back in: interviews go together; -1 for the codebook's examples, which are always learned from. */
    private static int[] folds(List<Lesson> lessons) {
        var groups = new ArrayList<>(new TreeSet<>(lessons.stream().map(Lesson::group).filter(g -> !g.isEmpty()).toList()));
        int[] fold = new int[lessons.size()];
        for (int i = 0; i < fold.length; i++) {
            int group = groups.indexOf(lessons.get(i).group());
            fold[i] = group < 0 ? -1 : groups.size() > 1 ? group % FOLDS : i % FOLDS;
        }
        return fold;
    }

    private static Weighed learn(List<Lesson> lessons, Optional<Wordings> wordings, int root, int[] fold, int heldBack) {
        double[] right = new double[fold.length];
        double[] weight = new double[fold.length];
        for (int i = 0; i < fold.length; i++) {
            double share = lessons.get(i).share()[root];
            right[i] = Double.isNaN(share) ? 0 : share;
            weight[i] = Double.isNaN(share) || heldBack >= 0 && fold[i] == heldBack ? 0 : 1;
        }
        List<Sparse> none = Collections.nCopies(fold.length, Sparse.NONE);
        Learned signs = Learned.from(Signs.START, lessons.stream().map(l -> l.signs()[root]).toList(), none, right, weight, 0);
        Learned words = wordings.map(w -> Learned.from(Weighed.WORDS, Collections.nCopies(fold.length, new double[0]), w.vectors(), right, weight, w.dimensions()))
            .orElseGet(Weighed.WORDS::unchanged);
        return new Weighed(signs, words, 1, 0);
    }

    /** What each answer scores by what was learned from the other interviews. */
    private static double[] heldBack(List<Lesson> lessons, Optional<Wordings> wordings, int root, int[] fold) {
        double[] scores = new double[fold.length];
        for (int f = 0; f < FOLDS; f++) {
            int group = f;
            if (Arrays.stream(fold).noneMatch(k -> k == group)) {
                continue;
            }
            Weighed rest = learn(lessons, wordings, root, fold, f);
            for (int i = 0; i < fold.length; i++) {
                if (fold[i] == f) {
                    scores[i] = rest.sum(lessons.get(i).signs()[root], wordings.isPresent() ? wordings.get().vectors().get(i) : Sparse.NONE);
                }
            }
        }
        return scores;
    }

    /** The score from which on as much is proposed as a coder lays, so that wrong ones and missed ones balance. */
    private static double balanced(List<Lesson> lessons, int root, int[] fold, double[] scores, double usual) {
        double laid = 0;
        var coded = new ArrayList<Double>();
        for (int i = 0; i < fold.length; i++) {
            if (fold[i] >= 0) {
                laid += lessons.get(i).share()[root];
                coded.add(scores[i]);
            }
        }
        coded.sort((a, b) -> Double.compare(b, a));
        int n = (int) Math.round(laid);
        if (n == 0 || n >= coded.size()) {
            return usual;
        }
        double between = (coded.get(n - 1) + coded.get(n)) / 2;
        return Math.min(HIGHEST, Math.max(LOWEST, (n * between + DRAWN * usual) / (n + DRAWN)));
    }
}
