package dk.udsagn.suggest;

import dk.udsagn.codebook.Codebook;
import dk.udsagn.coding.Codings;
import dk.udsagn.index.Analysis;
import dk.udsagn.index.ExpressionSet;
import dk.udsagn.index.IndexedTurn;
import dk.udsagn.index.Match;
import dk.udsagn.index.Scan;
import dk.udsagn.index.Searched;
import dk.udsagn.index.TranscriptIndex;
import dk.udsagn.transcript.Role;
import dk.udsagn.transcript.Span;
import dk.udsagn.transcript.Transcript;
import dk.udsagn.transcript.Turn;
import java.io.IOException;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Proposes themes where their indicators are found: a codebook compiled once, then applied to any number of transcripts.
 *
 * <p>A passage is a sentence of a respondent's turn, or the whole turn where an indicator marked {@code answer-to:} is found in the
 * interviewer's question before it. All that speaks for one theme in one passage makes one suggestion; its score is the chance that at
 * least one of its indicators is right, were they independent ("noisy or"), a question that names the theme lending some weight to what
 * the answer itself says, brought to what people held right by a {@link Calibration}. Of one indicator's choice, the first 100 places in a
 * sentence count.
 *
 * <table><caption>In whose words an indicator is looked for, by what it begins with</caption>
 * <tr><td>{@code lytte til mig}</td><td>a respondent's; found in the question before, it lends weight to what the answer says</td></tr>
 * <tr><td>{@code said: lytte til mig}</td><td>a respondent's only, whatever was asked</td></tr>
 * <tr><td>{@code asked: føle near/3 hørt}</td><td>the interviewer's only: lends weight to what the answer says, and proposes nothing by itself</td></tr>
 * <tr><td>{@code answer-to: føle near/3 hørt}</td><td>the interviewer's only: proposes the whole answer</td></tr>
 * </table>
 *
 * <p>Immutable and pure; safe for many threads. Serialised, it is the codebook, the {@link Analysis}, the calibration and the lowest score; it
 * is compiled again when read, and then suggests the same.
 *
 * @see "Pearl, Probabilistic Reasoning in Intelligent Systems, 1988, section 4.3 (noisy or)"
 */
public final class IndicatorSuggester implements Suggester, Serializable {
    private static final long serialVersionUID = 1;
    static final String KIND = "indicator";
    private static final int FEWEST = 20;
    /** Each place is read for denial in its whole sentence: without a limit a word said thousands of times in one would take minutes. */
    private static final int MOST = 100;

    private final transient Codebook codebook;
    private final transient Analysis analysis;
    private final transient List<CompiledIndicator> indicators;
    private final transient ExpressionSet set;
    private final transient StatusRules statusRules;
    private final transient Calibration calibration;
    private final transient double least;

    private IndicatorSuggester(Codebook codebook, Analysis analysis, List<CompiledIndicator> indicators, ExpressionSet set,
                               StatusRules statusRules, Calibration calibration, double least) {
        this.codebook = codebook;
        this.analysis = analysis;
        this.indicators = indicators;
        this.set = set;
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
        var indicators = CompiledIndicator.all(codebook, analysis, rules);
        var set = ExpressionSet.of(indicators.stream().map(CompiledIndicator::expression).toList());
        return new IndicatorSuggester(codebook, analysis, indicators, set, rules, Calibration.NONE, 0);
    }

    /**
     * The same with scores that mean a share.
     *
     * @param curve from raw scores to shares held right
     * @return a new suggester
     */
    public IndicatorSuggester calibrated(Calibration curve) {
        return new IndicatorSuggester(codebook, analysis, indicators, set, statusRules, Objects.requireNonNull(curve, "curve"), least);
    }

    /**
     * The same with scores that mean a share, as people's codings tell it: a suggestion counts as right when the theme, or one over or
     * under it, was laid on overlapping words.
     *
     * @param transcripts interviews; those without any coding are passed over
     * @param codings     what people have coded or accepted
     * @return a new suggester; with fewer than 20 suggestions to judge by, scores stay as they are
     */
    public IndicatorSuggester calibratedOn(Collection<Transcript> transcripts, Codings codings) {
        var raw = calibrated(Calibration.NONE).atLeast(0);
        var outcomes = new ArrayList<Calibration.Outcome>();
        for (Transcript transcript : transcripts) {
            if (!codings.in(transcript.id()).all().isEmpty()) {
                for (Suggestion suggestion : raw.suggest(transcript)) {
                    boolean right = codings.at(transcript.id(), suggestion.place().span()).stream()
                        .anyMatch(c -> CodebookCheck.family(c.theme(), suggestion.theme(), codebook));
                    outcomes.add(new Calibration.Outcome(suggestion.score(), right));
                }
            }
        }
        return calibrated(outcomes.size() < FEWEST ? Calibration.NONE : Calibration.of(outcomes, FEWEST));
    }

    /**
     * The curve its scores are read by.
     *
     * @return {@link Calibration#NONE} until calibrated
     */
    public Calibration calibration() {
        return calibration;
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
        return new IndicatorSuggester(codebook, analysis, indicators, set, statusRules, calibration, score);
    }

    @Override public List<Suggestion> suggest(Transcript transcript) {
        var suggestions = new ArrayList<Suggestion>();
        var sheet = new SuggestionSheet(transcript, codebook, KIND, version());
        var scan = set.scan(analysis);
        List<Hit> asked = List.of();
        for (Turn turn : transcript.turns()) {
            if (turn.role() == Role.INTERVIEWER || turn.role() == Role.RESPONDENT) {
                scan.read(transcript.text(), turn.span());
                if (turn.role() == Role.INTERVIEWER) {
                    asked = asked(scan, 0);
                } else {
                    suggest(scan, 0, asked, turn.number(), turn.respondent(), sheet, suggestions::add);
                }
            }
        }
        return List.copyOf(suggestions);
    }

    /**
     * Proposes for all transcripts of an index what {@link #suggest(Transcript)} does for each, without reading their files: where indicators stand is told by
     * the index, and words are read only where one does.
     *
     * @param index an index of the transcripts, made with the same analysis
     * @param taker gets the suggestions, by transcript id, then in the order of {@link #suggest(Transcript)}
     * @throws IOException if the index cannot be read
     */
    public void suggest(TranscriptIndex index, Consumer<Suggestion> taker) throws IOException {
        index.turns(set, new Consumer<>() {
            private SuggestionSheet sheet;
            private List<Hit> asked = List.of();

            @Override public void accept(IndexedTurn turn) {
                if (sheet == null || !sheet.isOf(turn.transcript())) {
                    String digest = turn.digest();
                    sheet = new SuggestionSheet(turn.transcript(), () -> digest, codebook, KIND, version());
                    asked = List.of();
                }
                int from = turn.span().start();
                if (turn.role() == Role.INTERVIEWER) {
                    asked = asked(turn, from);
                } else if (turn.role() == Role.RESPONDENT) {
                    suggest(turn, from, asked, turn.number(), turn.respondent(), sheet, taker);
                }
            }
        });
    }

    private String version() {
        return "udsagn indicators 1, " + analysis.version();
    }

    private void suggest(Searched turn, int offset, List<Hit> asked, int number, Optional<String> respondent, SuggestionSheet sheet, Consumer<Suggestion> taker) {
        for (Gathered gathered : gather(turn, offset, asked)) {
            double score = calibration.apply(gathered.raw());
            if (score >= least) {
                Span passage = gathered.passage();
                taker.accept(sheet.suggestion(number, respondent, gathered, turn.text().substring(passage.start() - offset, passage.end() - offset), score, gathered.finds()));
            }
        }
    }

    /** What a passage by itself comes to. */
    List<Gathered> gather(String text, Span passage) {
        var scan = set.scan(analysis);
        scan.read(text, passage);
        return gather(scan, 0, List.of());
    }

    /**
     * What a respondent's turn, or any other passage, comes to: by place, then by theme in the codebook's order. Places are counted in the canonical
     * text, where that of the turn begins {@code offset} further on.
     */
    private List<Gathered> gather(Searched heard, int offset, List<Hit> asked) {
        if (heard.isEmpty() || !heard.hasChance() && asked.isEmpty()) {
            return List.of();
        }
        var byPassage = new LinkedHashMap<Span, List<Hit>>();
        String text = heard.text();
        Span turn = heard.within();
        if (heard.hasChance()) {
            heard.findBySentence(new Searched.Taker() {
                private Span last;
                private StatusRules.Reader reader;
                private List<Hit> hits;

                @Override public void take(Span sentence, int number, List<Match> matches) {
                    if (indicators.get(number).where().inAnswers()) {
                        if (sentence != last) {
                            last = sentence;
                            reader = statusRules.in(text, turn, sentence);
                            hits = new ArrayList<>();
                            byPassage.put(moved(sentence, offset), hits);
                        }
                        hits(number, matches, false, offset, match -> reader.read(match.evidence(), indicators.get(number).deniable()), hits);
                    }
                }
            });
        }
        var gathered = new ArrayList<Gathered>();
        var answered = new HashSet<String>();
        for (Hit question : asked) {
            String theme = question.indicator().theme();
            if (question.indicator().toAnswer() && answered.add(theme)) {
                var refusal = statusRules.refusal(text, turn).moved(offset);
                var answer = new ArrayList<>(asked.stream().filter(h -> h.indicator().toAnswer() && h.of(theme)).map(h -> h.answered(refusal)).toList());
                byPassage.values().forEach(hits -> hits.stream().filter(h -> h.of(theme)).forEach(answer::add));
                gathered.add(Gathered.of(theme, moved(trimmed(text, turn), offset), answer, asked));
            }
        }
        byPassage.forEach((passage, hits) -> hits.stream().map(h -> h.indicator().theme()).distinct().filter(theme -> !answered.contains(theme))
            .forEach(theme -> gathered.add(Gathered.of(theme, passage, hits.stream().filter(h -> h.of(theme)).toList(), asked))));
        gathered.sort(Comparator.comparing(Gathered::passage).thenComparing(Gathered::order));
        return gathered;
    }

    private void hits(int number, List<Match> matches, boolean questions, int offset, Function<Match, StatusRules.Reading> reading, List<Hit> hits) {
        var indicator = indicators.get(number);
        if (questions ? indicator.where().inQuestions() : indicator.where().inAnswers()) {
            for (Match match : matches.size() > MOST ? matches.subList(0, MOST) : matches) {
                hits.add(new Hit(indicator, moved(match.evidence(), offset), match.whole(), reading.apply(match).moved(offset)));
            }
        }
    }

    static List<Span> moved(List<Span> spans, int offset) {
        if (offset == 0) {
            return spans;
        }
        return spans.size() == 1 ? List.of(moved(spans.getFirst(), offset)) : spans.stream().map(span -> moved(span, offset)).toList();
    }

    private static Span moved(Span span, int offset) {
        return offset == 0 ? span : new Span(span.start() + offset, span.end() + offset);
    }

    /** A reader of turns for this codebook; for one thread. */
    Scan scan() {
        return set.scan(analysis);
    }

    /** What is found in a turn, not read for denial and doubt: enough to tell which turns are worth reading. */
    List<Hit> unread(String text, Span turn, Scan scan) {
        scan.read(text, turn);
        return unread(scan, 0);
    }

    /** As above, in a turn that was searched; places are counted {@code offset} further on. */
    List<Hit> unread(Searched turn, int offset) {
        if (!turn.hasChance()) {
            return List.of();
        }
        var hits = new ArrayList<Hit>();
        turn.findBySentence((sentence, number, matches) -> hits(number, matches, false, offset, match -> StatusRules.ASSERTED, hits));
        return hits;
    }

    /** The same hits read for denial and doubt, each in its sentence; a question found stands as the answer begins: "nej" denies it. */
    List<Hit> read(List<Hit> hits, String text, Span turn) {
        if (hits.isEmpty()) {
            return hits;
        }
        List<Span> sentences = analysis.sentences(text, turn);
        var readers = new HashMap<Span, StatusRules.Reader>();
        var refusal = statusRules.refusal(text, turn);
        return hits.stream().map(hit -> {
            if (hit.indicator().toAnswer()) {
                return hit.answered(refusal);
            }
            Span sentence = sentences.stream().filter(s -> s.contains(hit.evidence().getFirst())).findFirst().orElse(turn);
            var reader = readers.computeIfAbsent(sentence, s -> statusRules.in(text, turn, s));
            return hit.answered(reader.read(hit.evidence(), hit.indicator().deniable()));
        }).toList();
    }

    /**
     * Which transcripts an indicator may be found in, as an index tells: in the others there is nothing to suggest, so they need not be read.
     *
     * @param index an index of the transcripts, made with the same analysis
     * @return their ids
     * @throws IOException if the index cannot be read
     */
    public Set<String> heardIn(TranscriptIndex index) throws IOException {
        var heard = new TreeSet<String>();
        index.turns(set, turn -> {
            if (turn.hasChance() && !heard.contains(turn.transcript()) && (turn.role() == Role.RESPONDENT && !unread(turn, 0).isEmpty()
                || turn.role() == Role.INTERVIEWER && !asked(turn, 0).isEmpty())) {
                heard.add(turn.transcript());
            }
        });
        return heard;
    }

    ExpressionSet set() {
        return set;
    }

    Codebook codebook() {
        return codebook;
    }

    Analysis analysis() {
        return analysis;
    }

    StatusRules statusRules() {
        return statusRules;
    }

    /** What a question is about: indicators that hand their theme to the answer, and others, which only lend weight to what the answer says. */
    List<Hit> asked(String text, Span turn, Scan scan) {
        scan.read(text, turn);
        return asked(scan, 0);
    }

    private List<Hit> asked(Searched turn, int offset) {
        if (!turn.hasChance()) {
            return List.of();
        }
        var hits = new ArrayList<Hit>();
        turn.find(turn.within(), (number, matches) -> hits(number, matches, true, offset, match -> StatusRules.ASSERTED, hits));
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

    private Object writeReplace() {
        return new Written(codebook, analysis, calibration, least);
    }

    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw new InvalidObjectException("a suggester is written as what it is made from");
    }

    /** What it is made from. */
    private record Written(Codebook codebook, Analysis analysis, Calibration calibration, double least) implements Serializable {
        private Object readResolve() throws InvalidObjectException {
            try {
                return of(codebook, analysis).calibrated(calibration).atLeast(least);
            } catch (IllegalArgumentException | NullPointerException e) {
                throw new InvalidObjectException("what was written makes no suggester: " + e.getMessage(), e);
            }
        }
    }
}
