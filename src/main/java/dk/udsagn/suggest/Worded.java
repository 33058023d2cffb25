package dk.udsagn.suggest;

import dk.udsagn.suggest.Learned.Sparse;
import dk.udsagn.transcript.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The words of one answer, read once for all themes: what they are like, and which of them carry a theme. Used by one thread. */
final class Worded {
    private static final int WORDS_SHOWN = 3;

    private final Wordings wordings;
    private final Told told;
    private final String text;
    private final List<Span> stretches;
    private final float[] answer;
    private final Map<Span, Stretch> whole = new HashMap<>();
    private final Map<Span, Parts> parts = new HashMap<>();

    /** What a stretch's words are like, and what weights of words tell of it for each root. */
    private record Stretch(Sparse vector, double[] told) {
    }

    /** A stretch's words, and the stretch without each. */
    private record Parts(List<Clauses.Word> words, List<Stretch> without) {
    }

    Worded(Wordings wordings, Told told, String text, Span turn, List<Span> sentences, Sparse vector) {
        this.wordings = wordings;
        this.told = told;
        this.text = text;
        this.stretches = sentences.isEmpty() ? List.of(turn) : sentences;
        this.answer = wordings.answer(vector);
    }

    /** The lesson of a root theme most like the answer. */
    Optional<Lesson> nearest(int root) {
        return Optional.ofNullable(wordings.nearest(answer, root));
    }

    /** In the sentence that speaks most for a theme, the words without which the answer scores less, at most three. */
    List<Span> carrying(Weighed model, int root, double[] row) {
        Span best = stretches.getFirst();
        double most = -1;
        for (Span stretch : stretches) {
            Stretch read = whole.computeIfAbsent(stretch, s -> new Stretch(wordings.vector(text, s), told.alone(Clauses.words(text, s))));
            double score = model.score(row, read.vector, read.told[root]);
            if (score > most) {
                most = score;
                best = stretch;
            }
        }
        Parts parts = this.parts.computeIfAbsent(best, s -> {
            var words = Clauses.words(text, s);
            return new Parts(words, without(s, words));
        });
        double[] fall = new double[parts.words.size()];
        for (int i = 0; i < fall.length; i++) {
            fall[i] = most - model.score(row, parts.without.get(i).vector, parts.without.get(i).told[root]);
        }
        var order = new Integer[fall.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparingDouble((Integer i) -> -fall[i]));
        return Arrays.stream(order).limit(WORDS_SHOWN).filter(i -> fall[i] > 0).map(i -> parts.words.get(i).span()).sorted().toList();
    }

    private List<Stretch> without(Span stretch, List<Clauses.Word> words) {
        List<Sparse> vectors = wordings.without(text, stretch, words);
        var without = new ArrayList<Stretch>();
        for (int i = 0; i < words.size(); i++) {
            var others = new ArrayList<>(words);
            others.remove(i);
            without.add(new Stretch(vectors.get(i), told.alone(others)));
        }
        return without;
    }
}
