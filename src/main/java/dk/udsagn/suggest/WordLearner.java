package dk.udsagn.suggest;

import dk.udsagn.codebook.Codebook;
import dk.udsagn.codebook.Polarity;
import dk.udsagn.codebook.WordWeights;
import dk.udsagn.coding.Codings;
import dk.udsagn.suggest.Learned.Sparse;
import dk.udsagn.transcript.Transcript;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Learns from coded interviews how much words speak for themes. Only words that stand in at least four of the interviews, and in one of fifty, are kept, so that what
 * goes along with a codebook tells no name and no story; names that many say are to be taken out of the transcripts first, as ever.
 */
public final class WordLearner {
    /** A word counts that stands in as many interviews: fewer teach little, and might tell who was asked. */
    public static final int FEWEST = 4;
    /** And in one of so many interviews. */
    private static final int OF = 50;
    /** Brings a vector's numbers to where one ridge fits questions and answers, few words and many. */
    private static final double SCALE = 0.2;
    private static final double HUNDREDTHS = 100;
    /** A mixed coding is as much for as against. */
    private static final double MIXED = 0.5;

    private WordLearner() {
    }

    /**
     * Learns. Themes under a theme count as that theme.
     *
     * @param codebook    the themes
     * @param transcripts coded interviews; those without any coding are passed over
     * @param codings     what people have laid in them
     * @return the weights, rounded to hundredths
     * @throws IllegalArgumentException if fewer than four interviews are coded
     */
    public static WordWeights learn(Codebook codebook, Collection<Transcript> transcripts, Codings codings) {
        var signs = new Signs(codebook);
        List<Lesson> lessons = Lesson.answers(transcripts, codings, signs, Optional.empty(), new Told(Optional.empty(), signs), Integer.MAX_VALUE);
        var interviews = new TreeSet<>(lessons.stream().map(Lesson::group).toList());
        if (interviews.size() < FEWEST) {
            throw new IllegalArgumentException("words are learned from at least " + FEWEST + " coded interviews; there are " + interviews.size());
        }
        Map<String, Map<String, Double>> values = new HashMap<>();
        Function<String, Map<String, Double>> of = text -> values.computeIfAbsent(text, t -> Told.values(Clauses.words(t)));
        int fewest = Math.max(FEWEST, interviews.size() / OF);
        var answers = new Words(lessons, of, Said::answer, fewest);
        var questions = new Words(lessons, of, Said::question, fewest);
        int second = answers.number.size();
        int third = second + questions.number.size();
        List<Sparse> vectors = lessons.stream().map(l -> {
            Said s = l.said();
            Sparse own = answers.vector(of.apply(s.answer())).and(answers.vector(of.apply(s.before())), Told.BESIDE).and(answers.vector(of.apply(s.after())), Told.BESIDE);
            Sparse asked = questions.vector(of.apply(s.question())).times(Told.ASKED).and(questions.vector(of.apply(s.earlier())), Told.BESIDE);
            return own.plus(asked.moved(second)).plus(questions.vector(of.apply(s.next())).times(Told.ASKED).moved(third));
        }).toList();
        int dimensions = third + questions.number.size();
        var themes = signs.roots().stream().filter(t -> lessons.stream().anyMatch(l -> l.is(signs.root(t))) && lessons.stream().anyMatch(l -> l.share()[signs.root(t)] < 1)).toList();
        double[][] learned = new double[themes.size()][];
        double[] constant = new double[themes.size()];
        IntStream.range(0, learned.length).parallel().forEach(k -> {
            int root = signs.root(themes.get(k));
            double[] right = lessons.stream().mapToDouble(l -> l.share()[root]).toArray();
            double[] weight = new double[right.length];
            Arrays.fill(weight, 1);
            Training.balance(right, weight);
            Learned model = Learned.from(Weighed.WORDS, Collections.nCopies(right.length, Weighed.NO_SIGNS), vectors, right, weight, new double[right.length], dimensions);
            learned[k] = model.words(dimensions);
            constant[k] = model.logOdds(Weighed.NO_SIGNS, Sparse.NONE);
        });
        return new WordWeights("%d interviews with %d answers, coded by the codebook %s %s".formatted(interviews.size(), lessons.size(), codebook.id(), codebook.version()), themes,
            Arrays.stream(constant).mapToObj(WordLearner::rounded).toList(), answers.weights(learned, 0), questions.weights(learned, second), questions.weights(learned, third), sides(lessons, of, answers, signs));
    }

    /** Which side answers take, all themes together: what speaks for one theme's being positive speaks for another's. */
    private static Map<String, List<Double>> sides(List<Lesson> lessons, Function<String, Map<String, Double>> of, Words words, Signs signs) {
        var vectors = new ArrayList<Sparse>();
        var laid = new ArrayList<Polarity>();
        for (Lesson lesson : lessons) {
            Sparse vector = words.vector(of.apply(lesson.said().answer()));
            var roots = new HashSet<Integer>();
            lesson.polarity().forEach((theme, polarity) -> {
                if (roots.add(signs.root(theme))) {
                    vectors.add(vector);
                    laid.add(polarity);
                }
            });
        }
        double[][] learned = new double[2][];
        double[] constant = new double[2];
        for (int side = 0; side < learned.length; side++) {
            double[] right = new double[laid.size()];
            double[] weight = new double[right.length];
            for (int i = 0; i < right.length; i++) {
                Polarity polarity = laid.get(i);
                weight[i] = side == 0 || polarity != Polarity.NEUTRAL ? 1 : 0;
                right[i] = side == 0 ? polarity == Polarity.NEUTRAL ? 1 : 0 : polarity == Polarity.POSITIVE ? 1 : polarity == Polarity.MIXED ? MIXED : 0;
            }
            Learned model = Learned.from(Weighed.WORDS, Collections.nCopies(right.length, Weighed.NO_SIGNS), vectors, right, weight, new double[right.length], words.number.size());
            learned[side] = model.words(words.number.size());
            constant[side] = model.logOdds(Weighed.NO_SIGNS, Sparse.NONE);
        }
        var sides = words.weights(learned, 0);
        sides.put("", Arrays.stream(constant).mapToObj(WordLearner::rounded).toList());
        return sides;
    }

    private static double rounded(double weight) {
        return Math.round(weight * HUNDREDTHS) / HUNDREDTHS + 0.0;          // no -0.0
    }

    /** The words that stand in enough interviews, numbered, and how seldom each is. */
    private static final class Words {
        private final Map<String, Integer> number = new TreeMap<>();
        private final double[] rarity;

        Words(List<Lesson> lessons, Function<String, Map<String, Double>> of, Function<Said, String> text, int fewest) {
            var in = new HashMap<String, HashSet<String>>();
            var counts = new HashMap<String, Integer>();
            for (Lesson lesson : lessons) {
                of.apply(text.apply(lesson.said())).keySet().forEach(word -> {
                    in.computeIfAbsent(word, w -> new HashSet<>()).add(lesson.group());
                    counts.merge(word, 1, Integer::sum);
                });
            }
            in.forEach((word, interviews) -> {
                if (interviews.size() >= fewest) {
                    number.put(word, 0);
                }
            });
            rarity = new double[number.size()];
            int n = 0;
            for (var word : number.entrySet()) {
                rarity[n] = SCALE * (1 + Math.log((1 + lessons.size()) / (1.0 + counts.get(word.getKey()))));
                word.setValue(n++);
            }
        }

        Sparse vector(Map<String, Double> values) {
            var sorted = new TreeMap<Integer, Double>();
            values.forEach((word, value) -> {
                Integer at = number.get(word);
                if (at != null) {
                    sorted.put(at, value * rarity[at]);
                }
            });
            int[] boxes = sorted.keySet().stream().mapToInt(Integer::intValue).toArray();
            float[] floats = new float[boxes.length];
            int k = 0;
            for (double value : sorted.values()) {
                floats[k++] = (float) value;
            }
            return new Sparse(boxes, floats);
        }

        /** What each word's value is to be multiplied with; words that come to nothing are left out. */
        Map<String, List<Double>> weights(double[][] learned, int from) {
            var weights = new TreeMap<String, List<Double>>();
            number.forEach((word, at) -> {
                var row = Arrays.stream(learned).map(of -> rounded(of[from + at] * rarity[at])).toList();
                if (row.stream().anyMatch(w -> w != 0)) {
                    weights.put(word, row);
                }
            });
            return weights;
        }
    }
}
