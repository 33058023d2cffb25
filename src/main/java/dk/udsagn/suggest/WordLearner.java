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
        List<Sparse> vectors = lessons.stream().map(l -> l.said().vector(answers::vector, second, questions::vector, third - second)).toList();
        int dimensions = third + questions.number.size();
        var themes = signs.roots().stream().filter(t -> lessons.stream().anyMatch(l -> l.is(signs.root(t))) && lessons.stream().anyMatch(l -> l.share()[signs.root(t)] < 1)).toList();
        List<Learned> learned = themes.parallelStream().map(theme -> {
            int root = signs.root(theme);
            double[] right = lessons.stream().mapToDouble(l -> l.share()[root]).toArray();
            double[] weight = new double[right.length];
            Arrays.fill(weight, 1);
            Training.balance(right, weight);
            return learned(vectors, right, weight, dimensions);
        }).toList();
        return new WordWeights("%d interviews with %d answers, coded by the codebook %s %s".formatted(interviews.size(), lessons.size(), codebook.id(), codebook.version()), themes,
            constants(learned), answers.weights(learned, 0), questions.weights(learned, second), questions.weights(learned, third), sides(lessons, answers, signs));
    }

    private static Learned learned(List<Sparse> vectors, double[] right, double[] weight, int dimensions) {
        return Learned.from(Weighed.WORDS, Collections.nCopies(right.length, Weighed.NO_SIGNS), vectors, right, weight, new double[right.length], dimensions);
    }

    private static List<Double> constants(List<Learned> learned) {
        return learned.stream().map(model -> rounded(model.logOdds(Weighed.NO_SIGNS, Sparse.NONE))).toList();
    }

    /** Which side answers take, all themes together: what speaks for one theme's being positive speaks for another's. */
    private static Map<String, List<Double>> sides(List<Lesson> lessons, Words words, Signs signs) {
        var vectors = new ArrayList<Sparse>();
        var laid = new ArrayList<Polarity>();
        for (Lesson lesson : lessons) {
            Sparse vector = words.vector(lesson.said().answer());
            var roots = new HashSet<Integer>();
            lesson.polarity().forEach((theme, polarity) -> {
                if (roots.add(signs.root(theme))) {
                    vectors.add(vector);
                    laid.add(polarity);
                }
            });
        }
        var learned = new ArrayList<Learned>();
        for (int side = 0; side < Told.SIDES; side++) {
            double[] right = new double[laid.size()];
            double[] weight = new double[right.length];
            for (int i = 0; i < right.length; i++) {
                Polarity polarity = laid.get(i);
                weight[i] = side == 0 || polarity != Polarity.NEUTRAL ? 1 : 0;
                right[i] = side == 0 ? polarity == Polarity.NEUTRAL ? 1 : 0 : polarity == Polarity.POSITIVE ? 1 : polarity == Polarity.MIXED ? MIXED : 0;
            }
            learned.add(learned(vectors, right, weight, words.number.size()));
        }
        var sides = words.weights(learned, 0);
        sides.put("", constants(learned));
        return sides;
    }

    private static double rounded(double weight) {
        return Math.round(weight * HUNDREDTHS) / HUNDREDTHS + 0.0;          // no -0.0
    }

    /** The words that stand in enough interviews, numbered, and how seldom each is. */
    private static final class Words {
        private final Map<String, Integer> number = new TreeMap<>();
        private final double[] rarity;
        private final Function<String, Map<String, Double>> of;

        Words(List<Lesson> lessons, Function<String, Map<String, Double>> of, Function<Said, String> text, int fewest) {
            this.of = of;
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

        Sparse vector(String text) {
            var sorted = new TreeMap<Integer, Double>();
            of.apply(text).forEach((word, value) -> {
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
        Map<String, List<Double>> weights(List<Learned> learned, int from) {
            var weights = new TreeMap<String, List<Double>>();
            number.forEach((word, at) -> {
                var row = learned.stream().map(model -> rounded(model.word(from + at) * rarity[at])).toList();
                if (row.stream().anyMatch(w -> w != 0)) {
                    weights.put(word, row);
                }
            });
            return weights;
        }
    }
}
