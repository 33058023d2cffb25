package dk.udsagn.suggest;

import dk.udsagn.codebook.WordWeights;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What {@link WordWeights} tell of answers, in log-odds: of each root theme, then of its being {@link #neutral} and {@link #positive}, whichever theme it is. A theme they
 * do not know is at nothing.
 */
final class Told {
    static final int SIDES = 2;

    private final WordWeights weights;
    private final int roots;
    private final double[] constant;
    private final Map<Said.Part, Map<String, double[]>> words = new EnumMap<>(Said.Part.class);

    /** What they tell of a codebook's root themes. */
    Told(Optional<WordWeights> weights, Signs signs) {
        this.weights = weights.orElse(new WordWeights("", List.of(), List.of(), Map.of(), Map.of(), Map.of(), Map.of()));
        this.roots = signs.roots().size();
        int[] at = signs.roots().stream().mapToInt(this.weights.themes()::indexOf).toArray();
        var sides = this.weights.sides();
        constant = row(this.weights.constant(), at, sides.get(""));
        words.put(Said.Part.ANSWER, rows(this.weights.answer(), at));
        sides.forEach((word, row) -> words.get(Said.Part.ANSWER).put(word, row(this.weights.answer().get(word), at, row)));
        words.put(Said.Part.QUESTION, rows(this.weights.question(), at));
        words.put(Said.Part.NEXT, rows(this.weights.next(), at));
    }

    private static Map<String, double[]> rows(Map<String, List<Double>> words, int[] at) {
        var rows = new HashMap<String, double[]>();
        words.forEach((word, row) -> rows.put(word, row(row, at, null)));
        return rows;
    }

    /** Null for no weights. */
    private static double[] row(List<Double> themes, int[] at, List<Double> sides) {
        double[] row = new double[at.length + SIDES];
        for (int r = 0; r < at.length; r++) {
            row[r] = themes == null || at[r] < 0 ? 0 : themes.get(at[r]);
        }
        for (int k = 0; k < SIDES && sides != null; k++) {
            row[at.length + k] = sides.get(k);
        }
        return row;
    }

    /** Of what is told of an answer, the log-odds of its being neutral. */
    static double neutral(double[] told) {
        return told[told.length - SIDES];
    }

    /** Of what is told of an answer, the log-odds of its being positive, if it is not neutral. */
    static double positive(double[] told) {
        return told[told.length - 1];
    }

    Optional<WordWeights> weights() {
        return weights.themes().isEmpty() ? Optional.empty() : Optional.of(weights);
    }

    /** Of all answers of an interview, each text looked at once. */
    double[][] of(List<Said> said) {
        var known = new EnumMap<Said.Part, Map<String, double[]>>(Said.Part.class);
        double[][] told = new double[said.size()][];
        for (int i = 0; i < told.length; i++) {
            told[i] = constant.clone();
            for (Said.Counted text : said.get(i).counted()) {
                double[] of = known.computeIfAbsent(text.part(), p -> new HashMap<>()).computeIfAbsent(text.text(), t -> of(Clauses.words(t), words.get(text.part())));
                int counts = text.share() == 1 ? told[i].length : roots;                // which side is taken, the answer's own words tell
                for (int r = 0; r < counts; r++) {
                    told[i][r] += text.share() * of[r];
                }
            }
        }
        return told;
    }

    /** Of words of an answer by themselves. */
    double[] alone(List<Clauses.Word> words) {
        double[] told = of(words, this.words.get(Said.Part.ANSWER));
        for (int r = 0; r < told.length; r++) {
            told[r] += constant[r];
        }
        return told;
    }

    private double[] of(List<Clauses.Word> words, Map<String, double[]> weights) {
        double[] told = new double[constant.length];
        if (!weights.isEmpty()) {
            values(words).forEach((word, value) -> {
                double[] row = weights.get(word);
                for (int r = 0; row != null && r < told.length; r++) {
                    told[r] += value * row[r];
                }
            });
        }
        return told;
    }

    /** Words, pairs of them and beginnings, each with what its weight is to be multiplied with. */
    static Map<String, Double> values(List<Clauses.Word> words) {
        var counts = new LinkedHashMap<String, Integer>();
        String before = "";
        for (var word : words) {
            for (String one : named(before, word.form())) {
                counts.merge(one, 1, Integer::sum);
            }
            before = word.form();
        }
        var values = new LinkedHashMap<String, Double>();
        double unit = 1 / Math.sqrt(counts.size());
        counts.forEach((one, count) -> values.put(one, unit * (1 + Math.log(count))));
        return values;
    }

    private static List<String> named(String before, String form) {
        var named = new ArrayList<String>();
        named.add(form);
        if (!before.isEmpty()) {
            named.add(before + ' ' + form);
        }
        if (form.length() >= WordWeights.LONG) {
            named.add(form.substring(0, WordWeights.BEGINNING) + '*');
        }
        return named;
    }
}
