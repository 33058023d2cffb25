package dk.udsagn.suggest;

import dk.udsagn.suggest.Learned.Sparse;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Learning each theme, and from how likely on it is proposed. */
final class Training {
    /** Interviews are held back in so many groups to see how what is learned does on others. */
    private static final int FOLDS = 6;
    private static final int FEWEST = 3;
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
     * @param least  from this score on a theme is proposed, however many are
     * @param laid   how many themes a coder lays on an answer
     * @param sides  for each root theme what tells which side an answer takes
     * @param curve  scores and shares held right, on interviews not learned from
     */
    record Result(List<Weighed> models, double least, double laid, List<Sides> sides, Calibration curve) implements Serializable {
    }

    static Result of(List<Lesson> lessons, Optional<Wordings> wordings, Signs signs, boolean indicators, boolean told, double least) {
        int roots = signs.roots().size();
        var models = new ArrayList<Weighed>();
        double laid = 0;
        var sides = new ArrayList<Sides>();
        var outcomes = new ArrayList<Calibration.Outcome>();
        int[] fold = folds(lessons);
        for (int r = 0; r < roots; r++) {
            int root = r;
            sides.add(Sides.of(lessons, wordings, r, signs));
            if (lessons.stream().filter(l -> l.is(root)).count() < FEWEST) {
                models.add(indicators ? Weighed.usual(wordings.isPresent(), told) : null);
                laid += indicators ? LAID : 0;
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
            laid += lessons.stream().filter(l -> !l.group().isEmpty()).mapToDouble(l -> l.share()[root]).average().orElse(LAID);
            for (int i = 0; i < sums.length; i++) {
                if (fold[i] >= 0) {
                    double share = lessons.get(i).share()[r];
                    outcomes.add(new Calibration.Outcome(believed.score(sums[i]), share >= 0.5));          // as two coders would judge it: one of them, and both
                    outcomes.add(new Calibration.Outcome(believed.score(sums[i]), share > 0.5));
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
        double laid = 0;
        double all = 0;
        for (int i = 0; i < fold.length; i++) {
            double share = lessons.get(i).share()[root];
            if (!Double.isNaN(share) && (heldBack < 0 || fold[i] != heldBack)) {
                right[i] = share;
                weight[i] = 1;
                laid += share;
                all++;
            }
        }
        List<Sparse> none = Collections.nCopies(fold.length, Sparse.NONE);
        Learned signs = Learned.from(Signs.START, lessons.stream().map(l -> l.signs()[root]).toList(), none, right, weight, new double[fold.length], 0);
        if (wordings.isEmpty()) {
            return new Weighed(signs, Weighed.WORDS.unchanged(), 0, 1, 0);
        }
        if (laid == 0 || laid == all) {
            return new Weighed(signs, Weighed.WORDS.unchanged(), Weighed.SHARE, 1, 0);
        }
        balance(right, weight);
        Wordings w = wordings.get();
        Learned words = Learned.from(Weighed.WORDS, Collections.nCopies(fold.length, Weighed.NO_SIGNS), w.vectors(), right, weight,
            lessons.stream().mapToDouble(l -> l.told()[root]).toArray(), w.dimensions());
        return new Weighed(signs, words, Weighed.SHARE, 1, 0);
    }

    /** Makes right and wrong count alike, however few are right. */
    static void balance(double[] right, double[] weight) {
        double all = Arrays.stream(weight).sum();
        double laid = IntStream.range(0, right.length).mapToDouble(i -> right[i] * weight[i]).sum();
        for (int i = 0; i < right.length; i++) {
            double asRight = right[i] * weight[i] * all / (2 * laid);
            weight[i] = asRight + (1 - right[i]) * weight[i] * all / (2 * (all - laid));
            right[i] = weight[i] == 0 ? 0 : asRight / weight[i];
        }
    }

    /** What each answer scores by what was learned from the other interviews. */
    private static double[] heldBack(List<Lesson> lessons, Optional<Wordings> wordings, int root, int[] fold) {
        double[] scores = new double[fold.length];
        IntStream.range(0, FOLDS).parallel().filter(f -> Arrays.stream(fold).anyMatch(k -> k == f)).forEach(f -> {          // each writes its own answers
            Weighed rest = learn(lessons, wordings, root, fold, f);
            for (int i = 0; i < fold.length; i++) {
                if (fold[i] == f) {
                    scores[i] = rest.sum(lessons.get(i).signs()[root], wordings.isPresent() ? wordings.get().vectors().get(i) : Sparse.NONE, lessons.get(i).told()[root]);
                }
            }
        });
        return scores;
    }
}
