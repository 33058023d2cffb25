package dk.udsagn.suggest;

import dk.udsagn.suggest.Learned.Sparse;
import dk.udsagn.transcript.Span;
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
    private final String text;
    private final List<Span> stretches;
    private final float[] answer;
    private final Map<Span, Sparse> whole = new HashMap<>();
    private final Map<Span, Parts> parts = new HashMap<>();

    /** A stretch's words, and the stretch without each. */
    private record Parts(List<Clauses.Word> words, List<Sparse> without) {
    }

    Worded(Wordings wordings, String text, Span turn, List<Span> sentences, Sparse vector) {
        this.wordings = wordings;
        this.text = text;
        this.stretches = sentences.isEmpty() ? List.of(turn) : sentences;
        this.answer = wordings.answer(vector);
    }

    /** The lesson of a root theme most like the answer. */
    Optional<Lesson> nearest(int root) {
        return Optional.ofNullable(wordings.nearest(answer, root));
    }

    /** In the sentence that speaks most for a theme, the words without which the answer scores less, at most three. */
    List<Span> carrying(Weighed model, double[] row) {
        Span best = stretches.getFirst();
        double most = -1;
        for (Span stretch : stretches) {
            double score = model.score(row, whole.computeIfAbsent(stretch, s -> wordings.vector(text, s)));
            if (score > most) {
                most = score;
                best = stretch;
            }
        }
        Parts parts = this.parts.computeIfAbsent(best, s -> {
            var words = Clauses.words(text, s);
            return new Parts(words, wordings.without(text, s, words));
        });
        double[] fall = new double[parts.words.size()];
        for (int i = 0; i < fall.length; i++) {
            fall[i] = most - model.score(row, parts.without.get(i));
        }
        var order = new Integer[fall.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparingDouble((Integer i) -> -fall[i]));
        return Arrays.stream(order).limit(WORDS_SHOWN).filter(i -> fall[i] > 0).map(i -> parts.words.get(i).span()).sorted().toList();
    }
}
