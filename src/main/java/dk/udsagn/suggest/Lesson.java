package dk.udsagn.suggest;

import dk.udsagn.codebook.Codebook;
import dk.udsagn.codebook.Example;
import dk.udsagn.codebook.Polarity;
import dk.udsagn.codebook.Theme;
import dk.udsagn.coding.Coding;
import dk.udsagn.coding.Codings;
import dk.udsagn.index.Scan;
import dk.udsagn.transcript.Span;
import dk.udsagn.transcript.Transcript;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntFunction;

/**
 * An answer, or an example of the codebook, to learn from.
 *
 * @param said     the words
 * @param signs    for each root theme what speaks for it
 * @param sides    for each root theme what indicators found here, read for denial, say for it, against it, and neither: see {@link Sides}; none
 *                 where no theme was laid
 * @param told     what weights of words tell: see {@link Told}
 * @param share    for each root theme the share of those who coded the interview who laid it, or one under it, here; NaN where nothing is known
 * @param polarity which side each theme laid here takes, by its id
 * @param group    transcript it comes from; empty for the codebook's own examples
 */
record Lesson(Said said, double[][] signs, double[][] sides, double[] told, double[] share, Map<String, Polarity> polarity, String group)
    implements Serializable {
    /** So many answers without a theme are enough to tell what is usual; more only cost time. */
    static final int USUAL = 2_000;

    /**
     * The codebook's examples: right for their theme, wrong for all others but those that have the same one; a counter-example is wrong for its own theme and
     * tells of no other.
     */
    static List<Lesson> examples(Codebook codebook, Signs signs, Optional<IndicatorSuggester> indicators) {
        var lessons = new LinkedHashMap<Said, Lesson>();
        var scan = indicators.map(IndicatorSuggester::scan);
        for (Theme theme : codebook.all().values()) {
            for (Example example : theme.examples()) {
                Said said = Said.alone(example.question(), example.text());
                Lesson lesson = lessons.computeIfAbsent(said, s -> alone(s, 0, sides(s, signs, indicators, scan), signs));
                lesson.share[signs.root(theme.id())] = 1;
                lesson.polarity.put(theme.id(), example.polarity());
            }
        }
        for (Theme theme : codebook.themes()) {
            for (Example example : theme.counterExamples()) {
                Said said = Said.alone(example.question(), example.text());
                lessons.computeIfAbsent(said, s -> alone(s, Double.NaN, new double[signs.roots().size()][Sides.COUNT], signs)).share[signs.root(theme.id())] = 0;
            }
        }
        return List.copyOf(lessons.values());
    }

    private static Lesson alone(Said said, double share, double[][] sides, Signs signs) {
        double[] shares = new double[signs.roots().size()];
        Arrays.fill(shares, share);
        return new Lesson(said, new double[shares.length][Signs.COUNT], sides, new double[shares.length + Told.SIDES], shares, new TreeMap<>(), "");
    }

    /**
     * The answers of coded interviews; of those without a theme at most {@code most}, from all of them alike. An interview nobody has coded tells nothing: what has
     * no theme there has not been looked at.
     */
    static List<Lesson> answers(Collection<Transcript> transcripts, Codings codings, Signs signs, Optional<IndicatorSuggester> indicators, Told told,
                                int most) {
        var lessons = new ArrayList<Lesson>();
        var usual = new ArrayList<Lesson>();
        for (Transcript transcript : transcripts) {
            var here = codings.in(transcript.id()).all();
            var coders = new HashSet<String>();
            here.forEach(c -> coders.add(c.coder()));
            if (coders.isEmpty()) {
                continue;
            }
            var answers = Answer.of(transcript, indicators);
            var all = signs.of(transcript.text(), answers);
            var said = Said.of(transcript.text(), answers);
            double[][] toldHere = told.of(said);
            for (int i = 0; i < answers.size(); i++) {
                Answer answer = answers.get(i);
                Span span = answer.turn().span();
                var laid = here.stream().filter(c -> c.span().overlaps(span) && signs.root(c.theme()) >= 0).toList();
                var polarity = new TreeMap<String, Polarity>();
                laid.forEach(c -> polarity.put(c.theme(), c.polarity()));
                (laid.isEmpty() ? usual : lessons).add(
                    new Lesson(said.get(i), all[i], laid.isEmpty() ? new double[signs.roots().size()][Sides.COUNT] : sides(transcript.text(), span, r -> answer.hits(r, signs), signs, indicators),
                        toldHere[i], shares(laid, coders, signs), polarity, transcript.id()));
            }
        }
        double step = Math.max(1, usual.size() / (double) most);
        for (double i = 0; i < usual.size(); i += step) {
            lessons.add(usual.get((int) i));
        }
        return lessons;
    }

    private static double[][] sides(Said alone, Signs signs, Optional<IndicatorSuggester> indicators, Optional<Scan> scan) {
        Span answer = new Span(0, alone.answer().length());
        var own = indicators.map(i -> i.unread(alone.answer(), answer, scan.orElseThrow())).orElse(List.of());
        var asked = indicators.filter(i -> !alone.question().isEmpty())
            .map(i -> i.asked(alone.question(), new Span(0, alone.question().length()), scan.orElseThrow())).orElse(List.of());
        return sides(alone.answer(), answer, r -> Answer.hits(own, asked, r, signs), signs, indicators);
    }

    private static double[][] sides(String text, Span answer, IntFunction<List<Hit>> hits, Signs signs, Optional<IndicatorSuggester> indicators) {
        double[][] sides = new double[signs.roots().size()][Sides.COUNT];
        for (int r = 0; r < sides.length && indicators.isPresent(); r++) {
            sides[r] = Sides.row(indicators.get().read(hits.apply(r), text, answer));
        }
        return sides;
    }

    private static double[] shares(List<Coding> laid, Set<String> coders, Signs signs) {
        double[] share = new double[signs.roots().size()];
        for (int r = 0; r < share.length; r++) {
            int root = r;
            share[r] = laid.stream().filter(c -> signs.root(c.theme()) == root).map(Coding::coder).distinct().count() / (double) coders.size();
        }
        return share;
    }

    boolean is(int root) {
        return share[root] > 0;
    }
}
