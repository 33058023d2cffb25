package dk.udsagn.suggest;

import dk.udsagn.codebook.Codebook;
import dk.udsagn.codebook.Example;
import dk.udsagn.codebook.Indicator;
import dk.udsagn.codebook.Polarity;
import dk.udsagn.codebook.Theme;
import dk.udsagn.index.Analysis;
import dk.udsagn.transcript.Role;
import dk.udsagn.transcript.Span;
import dk.udsagn.transcript.Transcript;
import dk.udsagn.transcript.Turn;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A codebook held to its own examples: every indicator is tried on every example and counter-example.
 *
 * <p>A theme is right where it is found in one of its examples, wrong where it is found in a counter-example of its own or in an example of
 * a theme that is neither over nor under it and does not have the same example.
 *
 * @param themes     each theme that has examples or indicators, in the codebook's order
 * @param confused   which themes are found in others' examples, most often first
 * @param indicators each indicator, in the codebook's order
 * @param problems   what no figure shows: examples that contradict, indicators that find almost everything or much of what is said
 */
public record CodebookCheck(List<ThemeResult> themes, List<Confusion> confused, List<IndicatorResult> indicators, List<String> problems) {
    /** An indicator found in more than this share of passages that are not its theme's tells nothing. */
    private static final double EVERYTHING = 0.5;
    /** Nor does one found in more than this share of what is said in the interviews. */
    private static final double MUCH = 1.0 / 3;
    private static final int FEW = 10;

    /** Copies the lists. */
    public CodebookCheck {
        themes = List.copyOf(themes);
        confused = List.copyOf(confused);
        indicators = List.copyOf(indicators);
        problems = List.copyOf(problems);
    }

    /**
     * How a theme fared.
     *
     * @param theme  its id
     * @param right  examples of its own it was found in
     * @param missed examples of its own it was not found in
     * @param wrong  passages it was wrongly found in
     * @param turned examples it was found in with the other polarity than the example's
     */
    public record ThemeResult(String theme, int right, int missed, int wrong, int turned) {
        /**
         * Share of what was found that was right.
         *
         * @return 0 to 1; empty when nothing was found
         */
        public OptionalDouble precision() {
            return share(right, wrong);
        }

        /**
         * Share of the examples that were found.
         *
         * @return 0 to 1; empty when there are no examples
         */
        public OptionalDouble recall() {
            return share(right, missed);
        }

        private static OptionalDouble share(int of, int rest) {
            return of + rest == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) of / (of + rest));
        }
    }

    /**
     * A theme found where another was meant.
     *
     * @param theme whose example it was
     * @param found the other theme that was found in it
     * @param times in how many examples
     */
    public record Confusion(String theme, String found, int times) {
    }

    /**
     * How an indicator fared. One that looks at questions has no example to be tried on.
     *
     * @param theme  its theme's id
     * @param number 1-based place among the theme's indicators
     * @param find   its expression
     * @param right  examples of its theme it was found in
     * @param wrong  passages it was wrongly found in
     * @param heard  respondents' sentences it was found in, or questions where it looks at those only
     * @param of     how many there are in the interviews it was tried on
     */
    public record IndicatorResult(String theme, int number, String find, int right, int wrong, int heard, int of) {
    }

    /**
     * Tries a codebook on its own examples. Cost: a pass over the examples.
     *
     * @param codebook the codebook
     * @param analysis the language's analysis
     * @return how it fared
     * @throws IllegalArgumentException if an indicator cannot be read; names theme, indicator and character
     */
    public static CodebookCheck of(Codebook codebook, Analysis analysis) {
        return of(codebook, analysis, Stream.of());
    }

    /**
     * Tries a codebook on its own examples, and counts in how much of what is said in interviews each indicator is found: one in more than a
     * third of it tells nothing and is a problem. Cost: a pass over both.
     *
     * @param codebook   the codebook
     * @param analysis   the language's analysis
     * @param interviews such as the study's transcripts; read one after another
     * @return how it fared
     * @throws IllegalArgumentException if an indicator cannot be read; names theme, indicator and character
     */
    public static CodebookCheck of(Codebook codebook, Analysis analysis, Stream<Transcript> interviews) {
        var suggester = IndicatorSuggester.of(codebook, analysis);
        var trials = new ArrayList<Trial>();
        for (Theme theme : codebook.all().values()) {
            theme.examples().forEach(e -> trials.add(Trial.of(theme.id(), e, true, suggester)));
            theme.counterExamples().forEach(e -> trials.add(Trial.of(theme.id(), e, false, suggester)));
        }
        var heard = new Heard();
        interviews.forEachOrdered(t -> heard.add(t, suggester));
        var indicators = indicators(codebook, trials, heard);
        return new CodebookCheck(themes(codebook, trials), confused(codebook, trials), indicators, problems(codebook, trials, indicators));
    }

    /** In how much of what is said each indicator is found, by {@link CompiledIndicator#name}. */
    private static final class Heard {
        private final Map<String, Integer> inSentences = new HashMap<>();
        private final Map<String, Integer> inQuestions = new HashMap<>();
        private int sentences;
        private int questions;

        void add(Transcript transcript, IndicatorSuggester suggester) {
            String text = transcript.text();
            var scan = suggester.scan();
            for (Turn turn : transcript.turns()) {
                if (turn.role() == Role.INTERVIEWER) {
                    questions++;
                    count(suggester.asked(text, turn.span(), scan), inQuestions);
                } else if (turn.role() == Role.RESPONDENT) {
                    for (Span sentence : suggester.analysis().sentences(text, turn.span())) {
                        sentences++;
                        count(suggester.unread(text, sentence, scan), inSentences);
                    }
                }
            }
        }

        private static void count(List<Hit> hits, Map<String, Integer> times) {
            hits.stream().map(h -> h.indicator().name()).distinct().forEach(name -> times.merge(name, 1, Integer::sum));
        }
    }

    /** A passage and what was found in it. */
    private record Trial(String theme, Example example, boolean positive, Map<String, Gathered> found) {
        static Trial of(String theme, Example example, boolean positive, IndicatorSuggester suggester) {
            var found = new LinkedHashMap<String, Gathered>();
            suggester.gather(example.text(), new Span(0, example.text().length()))
                .forEach(g -> found.merge(g.theme(), g, (a, b) -> a.raw() >= b.raw() ? a.plus(b) : b.plus(a)));
            return new Trial(theme, example, positive, found);
        }

        String key() {
            return example.text().strip().toLowerCase(Locale.ROOT);
        }

        boolean is(String other, Codebook codebook, List<Trial> all) {
            return positive && (family(theme, other, codebook) || all.stream().anyMatch(t -> t.positive && t.theme.equals(other) && t.key().equals(key())));
        }

        /** Whether a theme has no business here. */
        boolean wrong(String other, Codebook codebook, List<Trial> all) {
            return positive ? !is(other, codebook, all) : theme.equals(other);
        }
    }

    static boolean family(String one, String other, Codebook codebook) {
        return one.equals(other) || over(one, other, codebook) || over(other, one, codebook);
    }

    private static boolean over(String above, String below, Codebook codebook) {
        return codebook.parent(below).map(p -> p.id().equals(above) || over(above, p.id(), codebook)).orElse(false);
    }

    private static List<ThemeResult> themes(Codebook codebook, List<Trial> trials) {
        var results = new ArrayList<ThemeResult>();
        for (Theme theme : codebook.all().values()) {
            String id = theme.id();
            var own = trials.stream().filter(t -> t.positive && t.theme.equals(id)).toList();
            int right = (int) own.stream().filter(t -> t.found.containsKey(id)).count();
            int wrong = (int) trials.stream().filter(t -> t.found.containsKey(id) && t.wrong(id, codebook, trials)).count();
            int turned = (int) own.stream().filter(t -> t.found.containsKey(id) && t.example.polarity() != Polarity.NEUTRAL
                && t.found.get(id).polarity() == t.example.polarity().opposite()).count();
            if (!own.isEmpty() || !theme.indicators().isEmpty()) {
                results.add(new ThemeResult(id, right, own.size() - right, wrong, turned));
            }
        }
        return results;
    }

    private static List<Confusion> confused(Codebook codebook, List<Trial> trials) {
        var times = new TreeMap<String, Map<String, Integer>>();
        for (Trial trial : trials) {
            if (trial.positive) {
                trial.found.keySet().stream().filter(other -> trial.wrong(other, codebook, trials))
                    .forEach(other -> times.computeIfAbsent(trial.theme, t -> new TreeMap<>()).merge(other, 1, Integer::sum));
            }
        }
        var confused = new ArrayList<Confusion>();
        times.forEach((theme, others) -> others.forEach((other, n) -> confused.add(new Confusion(theme, other, n))));
        confused.sort(Comparator.comparingInt(Confusion::times).reversed());
        return confused;
    }

    private static List<IndicatorResult> indicators(Codebook codebook, List<Trial> trials, Heard heard) {
        var results = new ArrayList<IndicatorResult>();
        for (Theme theme : codebook.all().values()) {
            int number = 1;
            for (Indicator indicator : theme.indicators()) {
                var fired = trials.stream().filter(t -> t.found.containsKey(theme.id()) && t.found.get(theme.id()).finds().contains(indicator.find())).toList();
                int right = (int) fired.stream().filter(t -> t.positive && t.theme.equals(theme.id())).count();
                int wrong = (int) fired.stream().filter(t -> t.wrong(theme.id(), codebook, trials)).count();
                boolean said = CompiledIndicator.Where.of(indicator.find()).inAnswers();
                int times = (said ? heard.inSentences : heard.inQuestions).getOrDefault(CompiledIndicator.name(theme.id(), number), 0);
                results.add(new IndicatorResult(theme.id(), number++, indicator.find(), right, wrong, times, said ? heard.sentences : heard.questions));
            }
        }
        return results;
    }

    private static List<String> problems(Codebook codebook, List<Trial> trials, List<IndicatorResult> indicators) {
        var problems = new ArrayList<String>();
        for (Theme theme : codebook.all().values()) {
            var seen = new HashSet<String>();
            theme.indicators().stream().map(Indicator::find).filter(find -> !seen.add(find))
                .forEach(find -> problems.add("theme " + theme.id() + " has the indicator \"" + find + "\" twice"));
            Set<String> counter = new HashSet<>();
            theme.counterExamples().forEach(e -> counter.add(e.text().strip().toLowerCase(Locale.ROOT)));
            theme.examples().stream().filter(e -> counter.contains(e.text().strip().toLowerCase(Locale.ROOT)))
                .forEach(e -> problems.add("theme " + theme.id() + " has \"" + e.text() + "\" both as an example and as a counter-example"));
        }
        for (Trial trial : trials) {
            trials.stream().filter(t -> t != trial && t.positive && trial.positive && t.theme.equals(trial.theme) && t.key().equals(trial.key())
                    && t.example.polarity().compareTo(trial.example.polarity()) > 0)
                .forEach(t -> problems.add("theme " + t.theme + " has \"" + t.example.text() + "\" both as " + trial.example.polarity().word() + " and as "
                    + t.example.polarity().word()));
        }
        for (IndicatorResult result : indicators) {
            long others = trials.stream().filter(t -> t.wrong(result.theme(), codebook, trials)).count();
            if (others >= 5 && result.wrong() > EVERYTHING * others) {
                problems.add("theme " + result.theme() + ", indicator " + result.number() + " \"" + result.find() + "\" finds almost everything: " + result.wrong()
                    + " of " + others + " passages that are not its theme's");
            }
            boolean said = CompiledIndicator.Where.of(result.find()).inAnswers();
            if (result.of() >= FEW && result.heard() > MUCH * result.of()) {
                problems.add("theme " + result.theme() + ", indicator " + result.number() + " \"" + result.find() + "\" is found in more than a third of all "
                    + (said ? "sentences" : "questions") + " of the transcripts: " + result.heard() + " of " + result.of());
            }
        }
        return problems;
    }

    /**
     * Themes with indicators that nothing tells to be right: no example tries them.
     *
     * @return ids, in the codebook's order
     */
    public List<String> untried() {
        return themes.stream().filter(t -> t.right() + t.missed() == 0).map(ThemeResult::theme).toList();
    }

    /**
     * Indicators found in no example at all, nor in any interview they were tried on.
     *
     * @return in the codebook's order; those that look at questions are left out where there was no question to try them on
     */
    public List<IndicatorResult> neverFound() {
        return indicators.stream().filter(i -> i.right() + i.wrong() + i.heard() == 0 && (i.of() > 0 || CompiledIndicator.Where.of(i.find()).inAnswers())).toList();
    }

    /**
     * Indicators that are wrong more often than right.
     *
     * @return the worst first
     */
    public List<IndicatorResult> oftenWrong() {
        return indicators.stream().filter(i -> i.wrong() > i.right())
            .sorted(Comparator.comparingInt((IndicatorResult i) -> i.right() - i.wrong())).toList();
    }

    /**
     * For a test: fails unless every theme with examples comes up to both shares and there are no problems.
     *
     * @param precision least precision of each theme, 0 to 1
     * @param recall    least recall of each theme, 0 to 1
     * @throws AssertionError if one does not; the message names all that do not, and with whom they are mixed up
     */
    public void assertAtLeast(double precision, double recall) {
        var faults = new ArrayList<String>(problems);
        for (ThemeResult theme : themes) {
            if (theme.recall().isPresent() && (theme.recall().getAsDouble() < recall || theme.precision().orElse(1) < precision)) {
                var with = confused.stream().filter(c -> c.found().equals(theme.theme())).map(c -> c.theme() + " (" + c.times() + ")").toList();
                faults.add(String.format(Locale.ROOT, "theme %s: precision %s, recall %.2f%s", theme.theme(),
                    theme.precision().isPresent() ? String.format(Locale.ROOT, "%.2f", theme.precision().getAsDouble()) : "none", theme.recall().getAsDouble(),
                    with.isEmpty() ? "" : ", wrongly found in examples of " + String.join(", ", with)));
            }
        }
        if (!faults.isEmpty()) {
            throw new AssertionError("the codebook does not come up to precision " + precision + " and recall " + recall + ":\n" + String.join("\n", faults));
        }
    }
}
