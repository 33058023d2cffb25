package dk.udsagn.suggest;

import dk.udsagn.coding.Decision;
import dk.udsagn.transcript.Span;
import dk.udsagn.transcript.Transcript;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/**
 * Indicators and examples together: where both propose a theme for overlapping words there is one suggestion, the indicators', with the
 * evidence of both and a score that both lift; what only one of them proposes stays as it is.
 */
public final class BlendedSuggester implements Suggester {
    private final Suggester indicators;
    private final Suggester examples;

    /**
     * Blends two.
     *
     * @param indicators whose passages, polarity and status hold where both propose
     * @param examples   the other
     */
    public BlendedSuggester(IndicatorSuggester indicators, ExampleSuggester examples) {
        this.indicators = indicators;
        this.examples = examples;
    }

    @Override public List<Suggestion> suggest(Transcript transcript) {
        var others = new ArrayList<>(examples.suggest(transcript));
        var all = new ArrayList<Suggestion>();
        for (Suggestion suggestion : indicators.suggest(transcript)) {
            var same = others.stream().filter(o -> o.theme().equals(suggestion.theme()) && o.place().span().overlaps(suggestion.place().span())).toList();
            others.removeAll(same);
            all.add(same.isEmpty() ? suggestion : both(suggestion, same));
        }
        all.addAll(others);
        all.sort(Comparator.comparing((Suggestion s) -> s.place().span()).thenComparing(Suggestion::theme));
        return List.copyOf(all);
    }

    private static Suggestion both(Suggestion suggestion, List<Suggestion> same) {
        double none = 1 - suggestion.score();
        var evidence = new TreeSet<Span>(suggestion.evidence());
        for (Suggestion other : same) {
            none *= 1 - other.score();
            evidence.addAll(other.evidence());
        }
        Suggestion like = same.getFirst();
        var rule = new Decision.Rule(suggestion.rule().name() + " + " + like.rule().name().substring(like.theme().length() + 2),
            suggestion.rule().version() + "; " + like.rule().version(), 1 - none, List.copyOf(evidence));
        return new Suggestion(suggestion.id(), suggestion.turn(), suggestion.respondent(), suggestion.content(), rule);
    }
}
