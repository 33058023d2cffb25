package dk.udsagn.exchange;

import dk.udsagn.exchange.RefiProject.Selection;
import dk.udsagn.transcript.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * Works out from the selections how a program counted: each dialect there can be is tried on all of them. A selection that carries its own
 * words as a name (ATLAS.ti, QualCoder) must stand on them; any selection should begin and end where words do (people select words) and lie
 * in the text. Each of these is weighed as the logarithm of how often it holds in the right dialect and in a wrong one.
 */
final class RefiDialects {
    static final List<Dialect> ALL = all();
    private static final double OUTSIDE = Math.log(1e-4);
    private static final double EMPTY = Math.log(0.02);
    // measured on an NVivo file of 303 selections: 302 begin and 98 % end at the edge of a word, rightly counted; wrongly, 72 do
    private static final double EDGE = Math.log(0.95);
    private static final double INSIDE_WORD = Math.log(0.05);
    private static final double BLANK_FIRST = Math.log(0.15);
    private static final double BLANK_LAST = Math.log(0.25);
    private static final double[] NAMED = {Math.log(0.001), Math.log(0.02), Math.log(0.7), Math.log(0.9), Math.log(0.98)};
    // of what comes back to a study, most was not touched by whoever had it
    private static final double KNOWN = Math.log(0.95);
    private static final double ELSEWHERE = Math.log(0.02);
    /** A way of counting that is at least this probable may be the right one. */
    private static final double RIVAL = 0.01;
    private static final int SHORTEST_NAME = 6;

    private final double[] evidence = new double[ALL.size()];
    private final int[] fitting = new int[ALL.size()];
    private final int[] off = new int[ALL.size()];
    private final long[] places = new long[ALL.size()];
    private int selections;
    private boolean anyMark;
    private boolean anyCrlf;

    private static List<Dialect> all() {
        var all = new ArrayList<Dialect>();
        for (boolean endWithin : new boolean[] {false, true}) {
            for (boolean markCounts : new boolean[] {false, true}) {
                for (int lineEnd = 1; lineEnd <= 2; lineEnd++) {
                    all.add(new Dialect(Dialect.Unit.CODE_POINT, lineEnd, markCounts, endWithin));
                    all.add(new Dialect(Dialect.Unit.UTF_16, lineEnd, markCounts, endWithin));
                }
            }
        }
        return List.copyOf(all);
    }

    static int start(RefiText text, Selection s, Dialect dialect) {
        return text.at(s.start(), dialect, false);
    }

    static int end(RefiText text, Selection s, Dialect dialect) {
        return s.end().isEmpty() ? text.text.length() : text.at(s.end().get() + (dialect.endWithin() && !s.edges() ? 1 : 0), dialect, true);
    }

    /**
     * Takes in the selections of one text. {@code known} gives the words a selection is known to have stood on, as far as that is known; else null.
     * Returns what the selections say by themselves, one weight a dialect.
     */
    double[] add(RefiText text, List<Selection> all, Function<Selection, Span> known) {
        double[] here = new double[ALL.size()];
        anyMark |= text.mark;
        anyCrlf |= text.crlf;
        int n = ALL.size();
        int[] starts = new int[n];
        int[] ends = new int[n];
        double[] weight = new double[n];
        int[] fits = new int[n];
        int[] sames = new int[n];                                        // the first dialect that comes to the same place
        String squeezed = null;
        boolean pairs = text.hasPairs();
        boolean lines = text.text.indexOf('\n') >= 0;
        for (Selection s : all) {
            selections++;
            int exact = 0;
            int stands = -1;                                             // a dialect in which the selection stands on its name, letter by letter
            Span before = known.apply(s);
            for (int d = 0; d < n; d++) {
                int like = like(d, pairs, lines, text.mark);             // ALL has unit, line end, mark and end as its binary digits
                int same = like < d ? sames[like] : 0;
                if (like < d) {
                    starts[d] = starts[like];
                    ends[d] = ends[like];
                } else {
                    int counted = like & 7;                              // where it begins does not hang on what its end means
                    starts[d] = counted < d ? starts[counted] : start(text, s, ALL.get(d));
                    ends[d] = end(text, s, ALL.get(d));
                    while (starts[same] != starts[d] || ends[same] != ends[d]) {
                        same++;
                    }
                }
                sames[d] = same;
                if (same < d) {
                    weight[d] = weight[same];
                    fits[d] = fits[same];
                } else {
                    weight[d] = edges(text.text, starts[d], ends[d]);
                    fits[d] = starts[d] >= 0 && ends[d] > starts[d] && RefiName.same(s.name(), text.text, starts[d], ends[d]) ? RefiName.EXACT : RefiName.NOT;
                }
                exact += fits[d] == RefiName.EXACT ? 1 : 0;
                stands = fits[d] == RefiName.EXACT ? d : stands;
                places[d] = places[d] * 0x9E3779B97F4A7C15L + starts[d] * 31L + ends[d] + 7;
            }
            RefiName named = null;
            boolean anyNamed = exact > 0;
            if (exact < n && !s.name().isBlank()) {                      // for those the name is cut short or has other blanks, or is none of the text's words
                for (int d = 0; d < n; d++) {
                    if (sames[d] < d) {
                        fits[d] = fits[sames[d]];
                    } else if (fits[d] == RefiName.NOT && starts[d] >= 0 && ends[d] > starts[d]
                        && (stands < 0 || RefiName.isBlank(text.text, starts[d], starts[stands]) && RefiName.isBlank(text.text, ends[d], ends[stands]))) {
                        named = named == null ? RefiName.of(s.name()) : named;
                        fits[d] = named.fit(text.text, starts[d], ends[d]);
                        anyNamed |= fits[d] > 0;
                    }
                }
            }
            String name = anyNamed || s.name().isBlank() ? "" : (named == null ? RefiName.of(s.name()) : named).squeezed();
            if (!anyNamed && name.length() >= 8 && squeezed == null) {
                squeezed = RefiName.squeeze(text.text);
            }
            boolean quoted = !anyNamed && name.length() >= 8 && squeezed.contains(name);
            for (int d = 0; d < n; d++) {
                here[d] += weight[d] + (anyNamed ? NAMED[fits[d]] : 0)
                    + (before == null ? 0 : before.start() == starts[d] && before.end() == ends[d] ? KNOWN : ELSEWHERE);
                fitting[d] += fits[d] > 0 ? 1 : 0;
                off[d] += anyNamed && exact == 0 && fits[d] == 0 || quoted ? 1 : 0;         // one that stands on its name otherwise counted is read so
            }
        }
        for (int d = 0; d < n; d++) {
            evidence[d] += here[d];
        }
        return here;
    }

    /** Takes in what was seen of another text. */
    void add(RefiDialects one) {
        selections += one.selections;
        anyMark |= one.anyMark;
        anyCrlf |= one.anyCrlf;
        for (int d = 0; d < ALL.size(); d++) {
            evidence[d] += one.evidence[d];
            fitting[d] += one.fitting[d];
            off[d] += one.off[d];
            places[d] = places[d] * 0x9E3779B97F4A7C15L + one.places[d];
        }
    }

    /**
     * The dialect in which a selection stands on the words it names, letter by letter, where it does not in the one chosen: QualCoder counts what was marked by hand as Qt does, in
     * UTF-16, and what it found itself in code points. Null when there is none, or when its words may be a name by chance.
     */
    static Dialect named(RefiText text, Selection s, Dialect chosen) {
        if (s.name().length() < SHORTEST_NAME || s.edges() || !text.hasPairs() && !text.mark && text.text.indexOf('\n') < 0 || stands(text, s, chosen)) {
            return null;
        }
        return ALL.stream().filter(d -> stands(text, s, d)).findFirst().orElse(null);
    }

    private static boolean stands(RefiText text, Selection s, Dialect dialect) {
        int start = start(text, s, dialect);
        int end = end(text, s, dialect);
        return start >= 0 && end > start && RefiName.same(s.name(), text.text, start, end);
    }

    /** The first dialect that cannot differ from this one in a text without pairs, lines or a mark. */
    private static int like(int dialect, boolean pairs, boolean lines, boolean mark) {
        return dialect & ((pairs ? 1 : 0) | (lines ? 2 : 0) | (mark ? 4 : 0) | 8);
    }

    private static double edges(String text, int start, int end) {
        if (start < 0 || end < start) {
            return OUTSIDE;
        }
        if (start == end) {
            return EMPTY;
        }
        double first = Character.isWhitespace(text.charAt(start)) ? BLANK_FIRST : insideWord(text, start) ? INSIDE_WORD : EDGE;
        double last = Character.isWhitespace(text.charAt(end - 1)) ? BLANK_LAST : insideWord(text, end) ? INSIDE_WORD : EDGE;
        return first + last;
    }

    private static boolean insideWord(String text, int at) {
        if (at == 0 || at == text.length()) {
            return false;
        }
        return Character.isSurrogatePair(text.charAt(at - 1), text.charAt(at))
            || Character.isLetterOrDigit(text.codePointBefore(at)) && isWordOrMark(text.codePointAt(at));
    }

    private static boolean isWordOrMark(int c) {
        return Character.isLetterOrDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK;
    }

    /** How probable each dialect is, relative to the best: what all selections together say, with what is known of the program. */
    private double[] weights(String origin) {
        double[] weight = new double[ALL.size()];
        for (int d = 0; d < ALL.size(); d++) {
            weight[d] = evidence[d] + prior(ALL.get(d), origin.toLowerCase(Locale.ROOT));
        }
        return weight;
    }

    /** The dialects that may be right though another was chosen, and come to other places: a tie, or nearly one. */
    List<Dialect> rivals(String origin, Dialect chosen) {
        double[] weight = weights(origin);
        int c = ALL.indexOf(chosen);
        var rivals = new ArrayList<Dialect>();
        var seen = new ArrayList<Long>(List.of(places[c]));
        for (int d = 0; d < ALL.size(); d++) {
            if (weight[d] > weight[c] + Math.log(RIVAL) && !seen.contains(places[d])) {
                seen.add(places[d]);
                rivals.add(ALL.get(d));
            }
        }
        return rivals;
    }

    /** What all selections together say, with what is known of the program. */
    Dialect.Guess guess(String origin) {
        int best = 0;
        double[] weight = weights(origin);
        for (int d = 0; d < ALL.size(); d++) {
            best = weight[d] > weight[best] ? d : best;
        }
        double all = 0;
        double same = 0;
        for (int d = 0; d < ALL.size(); d++) {
            double p = Math.exp(weight[d] - weight[best]);
            all += p;
            same += places[d] == places[best] ? p : 0;
        }
        return new Dialect.Guess(ALL.get(best), same / all, selections, fitting[best], off[best]);
    }

    /** A dialect somebody settled on, with what the selections say to it. */
    Dialect.Guess given(Dialect dialect) {
        int d = ALL.indexOf(dialect);
        return new Dialect.Guess(dialect, 1, selections, fitting[d], off[d]);
    }

    /** The dialect that a single text speaks plainly for against the one of the file as a whole; that one where it does not. */
    static Dialect ofOne(double[] here, Dialect whole) {
        int best = ALL.indexOf(whole);
        double bar = here[best] + 15;
        for (int d = 0; d < here.length; d++) {
            if (here[d] > bar) {
                best = d;
                bar = here[d];
            }
        }
        return ALL.get(best);
    }

    /**
     * What is known before looking: no program seen names the last character, or counts the mark; NVivo and ATLAS.ti as measured on their files, QualCoder as its
     * source says. A program that writes LF hardly counts it as two.
     */
    private double prior(Dialect d, String origin) {
        if (origin.startsWith("udsagn")) {
            return d.equals(Dialect.STANDARD) ? 0 : -25;
        }
        double units = origin.contains("nvivo") ? 0.9 : origin.contains("qualcoder") ? 0.05 : 0.4;
        double two = !anyCrlf ? 0.1 : origin.contains("nvivo") ? 0.9 : origin.contains("atlas") || origin.contains("qualcoder") ? 0.1 : 0.5;
        return Math.log(d.unit() == Dialect.Unit.UTF_16 ? units : 1 - units) + Math.log(d.lineEnd() == 2 ? two : 1 - two)
            + Math.log(d.endWithin() ? 0.03 : 0.97) + Math.log(d.markCounts() ? anyMark ? 0.1 : 0.01 : 0.9);
    }
}
