package dk.udsagn.suggest;

import dk.udsagn.codebook.Codebook;
import dk.udsagn.index.Analysis;
import dk.udsagn.index.Match;
import dk.udsagn.index.Token;
import dk.udsagn.transcript.Role;
import dk.udsagn.transcript.Span;
import dk.udsagn.transcript.Transcript;
import dk.udsagn.transcript.Turn;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Proposes themes where their indicators are found: a codebook compiled once, then applied to any number of transcripts.
 *
 * <p>A passage is a sentence of a respondent's turn, or the whole turn where an indicator marked {@code answer-to:} is found in the
 * interviewer's question before it. All that speaks for one theme in one passage makes one suggestion; its score is the chance that at
 * least one of its indicators is right, were they independent ("noisy or"), brought to what people held right by a {@link Calibration}.
 *
 * <p>Immutable and pure; safe for many threads.
 *
 * @see "Pearl, Probabilistic Reasoning in Intelligent Systems, 1988, section 4.3 (noisy or)"
 */
public final class IndicatorSuggester implements Suggester {
    static final String KIND = "indicator";

    private final Codebook codebook;
    private final Analysis analysis;
    private final List<CompiledIndicator> indicators;
    private final StatusRules statusRules;
    private final Calibration calibration;
    private final double least;

    private IndicatorSuggester(Codebook codebook, Analysis analysis, List<CompiledIndicator> indicators, StatusRules statusRules,
                               Calibration calibration, double least) {
        this.codebook = codebook;
        this.analysis = analysis;
        this.indicators = indicators;
        this.statusRules = statusRules;
        this.calibration = calibration;
        this.least = least;
    }

    /**
     * Compiles a codebook. Scores are not calibrated and nothing is held back.
     *
     * @param codebook the themes and their indicators
     * @param analysis how words are cut and brought to their dictionary form
     * @return the suggester
     * @throws IllegalArgumentException if an indicator cannot be read, or can never be found; names theme, number of the indicator from 1,
     *                                  and character
     */
    public static IndicatorSuggester of(Codebook codebook, Analysis analysis) {
        var rules = new StatusRules(analysis.language());
        return new IndicatorSuggester(codebook, analysis, CompiledIndicator.all(codebook, analysis, rules), rules, Calibration.NONE, 0);
    }

    /**
     * The same with scores that mean a share.
     *
     * @param curve from raw scores to shares held right
     * @return a new suggester
     */
    public IndicatorSuggester calibrated(Calibration curve) {
        return new IndicatorSuggester(codebook, analysis, indicators, statusRules, Objects.requireNonNull(curve, "curve"), least);
    }

    /**
     * The same without the least certain suggestions.
     *
     * @param score lowest score proposed, 0 to 1, after calibration
     * @return a new suggester
     */
    public IndicatorSuggester atLeast(double score) {
        if (!(score >= 0 && score <= 1)) {
            throw new IllegalArgumentException("the lowest score needs to be 0 to 1, not " + score);
        }
        return new IndicatorSuggester(codebook, analysis, indicators, statusRules, calibration, score);
    }

    @Override public List<Suggestion> suggest(Transcript transcript) {
        var suggestions = new ArrayList<Suggestion>();
        var sheet = new SuggestionSheet(transcript, codebook, KIND, "udsagn indicators 1, " + analysis.version());
        List<Hit> asked = List.of();
        for (Turn turn : transcript.turns()) {
            if (turn.role() == Role.INTERVIEWER) {
                asked = asked(transcript.text(), turn.span());
            } else if (turn.role() == Role.RESPONDENT) {
                for (Gathered gathered : gather(transcript.text(), turn.span(), asked)) {
                    double score = calibration.apply(gathered.raw());
                    if (score >= least) {
                        suggestions.add(sheet.suggestion(turn, gathered, score));
                    }
                }
            }
        }
        return List.copyOf(suggestions);
    }

    /** What a respondent's turn, or any other passage, comes to: by place, then by theme in the codebook's order. */
    List<Gathered> gather(String text, Span turn, List<Hit> asked) {
        var byPassage = new TreeMap<Span, List<Hit>>();
        List<Token> tokens = analysis.tokens(text, turn);
        if (tokens.isEmpty()) {
            return List.of();
        }
        int from = 0;
        for (Span sentence : analysis.sentences(text, turn)) {
            int to = from;
            while (to < tokens.size() && tokens.get(to).start() < sentence.end()) {
                to++;
            }
            var hits = hits(text, turn, sentence, tokens.subList(from, to));
            if (!hits.isEmpty()) {
                byPassage.put(sentence, hits);
            }
            from = to;
        }
        var gathered = new ArrayList<Gathered>();
        for (Hit question : asked) {
            String theme = question.indicator().theme();
            var answer = new ArrayList<Hit>();
            asked.stream().filter(h -> h.indicator().theme().equals(theme)).map(h -> h.answered(statusRules.refusal(text, turn))).forEach(answer::add);
            byPassage.values().forEach(hits -> hits.stream().filter(h -> h.indicator().theme().equals(theme)).forEach(answer::add));
            if (gathered.stream().noneMatch(g -> g.theme().equals(theme))) {
                gathered.add(Gathered.of(theme, trimmed(text, turn), answer));
            }
        }
        var answered = gathered.stream().map(Gathered::theme).toList();
        byPassage.forEach((passage, hits) -> hits.stream().map(h -> h.indicator().theme()).distinct().filter(t -> !answered.contains(t))
            .forEach(theme -> gathered.add(Gathered.of(theme, passage, hits.stream().filter(h -> h.indicator().theme().equals(theme)).toList()))));
        gathered.sort(Comparator.comparing(Gathered::passage).thenComparing(g -> order(g.theme())));
        return gathered;
    }

    private int order(String theme) {
        for (CompiledIndicator indicator : indicators) {
            if (indicator.theme().equals(theme)) {
                return indicator.themeOrder();
            }
        }
        return Integer.MAX_VALUE;
    }

    private List<Hit> hits(String text, Span turn, Span sentence, List<Token> tokens) {
        var hits = new ArrayList<Hit>();
        for (CompiledIndicator indicator : indicators) {
            if (!indicator.toAnswer()) {
                for (Match match : indicator.expression().in(tokens)) {
                    hits.add(new Hit(indicator, match.evidence(), match.whole(),
                        statusRules.read(text, turn, sentence, match.evidence(), indicator.deniable())));
                }
            }
        }
        return hits;
    }

    private List<Hit> asked(String text, Span turn) {
        var hits = new ArrayList<Hit>();
        List<Token> tokens = null;
        for (CompiledIndicator indicator : indicators) {
            if (indicator.toAnswer()) {
                tokens = tokens == null ? analysis.tokens(text, turn) : tokens;
                for (Match match : indicator.expression().in(tokens)) {
                    hits.add(new Hit(indicator, match.evidence(), match.whole(), StatusRules.ASSERTED));
                }
            }
        }
        return hits;
    }

    private static Span trimmed(String text, Span span) {
        int from = span.start();
        int to = span.end();
        while (to > from + 1 && Character.isWhitespace(text.charAt(to - 1))) {
            to--;
        }
        while (from < to - 1 && Character.isWhitespace(text.charAt(from))) {
            from++;
        }
        return new Span(from, to);
    }
}
