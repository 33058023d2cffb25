package dk.udsagn.suggest;

import dk.udsagn.codebook.Codebook;
import dk.udsagn.codebook.Example;
import dk.udsagn.codebook.Polarity;
import dk.udsagn.codebook.Theme;
import dk.udsagn.coding.Coding;
import dk.udsagn.coding.Codings;
import dk.udsagn.transcript.Span;
import dk.udsagn.transcript.Transcript;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * An answer, or an example of the codebook, to learn from.
 *
 * @param text     the words
 * @param question what was asked; may be empty
 * @param next     what was asked before the next answer; may be empty
 * @param signs    for each root theme what speaks for it
 * @param sides    for each root theme what indicators found here, read for denial, say for it, against it, and neither: see {@link Sides}; none
 *                 where no theme was laid
 * @param share    for each root theme the share of those who coded the interview who laid it, or one under it, here; NaN where nothing is known
 * @param polarity which side each theme laid here takes, by its id
 * @param group    transcript it comes from; empty for the codebook's own examples
 */
record Lesson(String text, String question, String next, double[][] signs, double[][] sides, double[] share, Map<String, Polarity> polarity, String group)
    implements Serializable {
    /** So many answers without a theme are enough to tell what is usual; more only cost time. */
    private static final int USUAL = 2_000;

    /** The codebook's examples: right for their theme, wrong for all others; a counter-example is wrong for its own theme and tells of no other. */
    static List<Lesson> examples(Codebook codebook, Signs signs) {
        var lessons = new ArrayList<Lesson>();
        double[][] none = new double[signs.roots().size()][Signs.COUNT];
        double[][] noSides = new double[signs.roots().size()][Sides.COUNT];
        for (Theme theme : codebook.all().values()) {
            int root = signs.root(theme.id());
            for (Example example : theme.examples()) {
                double[] share = new double[signs.roots().size()];
                share[root] = 1;
                lessons.add(new Lesson(example.text(), "", "", none, noSides, share, Map.of(theme.id(), example.polarity()), ""));
            }
            for (Example example : theme.counterExamples()) {
                double[] share = new double[signs.roots().size()];
                Arrays.fill(share, Double.NaN);
                share[root] = theme.id().equals(signs.roots().get(root)) ? 0 : Double.NaN;
                lessons.add(new Lesson(example.text(), "", "", none, noSides, share, Map.of(), ""));
            }
        }
        return lessons;
    }

    /** The answers of coded interviews. An interview nobody has coded tells nothing: what has no theme there has not been looked at. */
    static List<Lesson> answers(Collection<Transcript> transcripts, Codings codings, Signs signs, Optional<IndicatorSuggester> indicators) {
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
            for (int i = 0; i < answers.size(); i++) {
                Span span = answers.get(i).turn().span();
                var laid = here.stream().filter(c -> c.span().overlaps(span) && signs.root(c.theme()) >= 0).toList();
                var polarity = new TreeMap<String, Polarity>();
                laid.forEach(c -> polarity.put(c.theme(), c.polarity()));
                String next = i + 1 < answers.size() ? answers.get(i + 1).question(transcript.text()) : "";
                (laid.isEmpty() ? usual : lessons).add(
                    new Lesson(span.in(transcript.text()), answers.get(i).question(transcript.text()), next, all[i], sides(laid.isEmpty(), transcript.text(), answers.get(i), signs, indicators),
                        shares(laid, coders, signs), polarity, transcript.id()));
            }
        }
        double step = Math.max(1, usual.size() / (double) USUAL);
        for (double i = 0; i < usual.size(); i += step) {
            lessons.add(usual.get((int) i));
        }
        return lessons;
    }

    private static double[][] sides(boolean none, String text, Answer answer, Signs signs, Optional<IndicatorSuggester> indicators) {
        double[][] sides = new double[signs.roots().size()][Sides.COUNT];
        if (!none && indicators.isPresent()) {
            for (int r = 0; r < sides.length; r++) {
                sides[r] = Sides.row(indicators.get().read(answer.hits(r, signs), text, answer.turn().span()));
            }
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
