package dk.udsagn.exchange;

import dk.udsagn.exchange.RefiProject.Selection;
import dk.udsagn.transcript.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * The selections of one text, tried in each dialect there can be. Dialects that cannot differ in this text, for want of pairs, lines or a mark, are
 * tried once.
 */
final class RefiTrial {
    private static final int DIALECTS = RefiDialects.ALL.size();
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
    private static final int LEAST_QUOTED = 8;
    private static final long MIX = 0x9E3779B97F4A7C15L;

    private final RefiText words;
    private final String text;
    private final List<Dialect> tried;                                   // the latter half as the first, but for the end
    private final int selections;
    private final int[] like = new int[DIALECTS];                        // for each dialect the one that was tried for it
    private final double[] evidence;
    private final int[] fitting;
    private final int[] off;
    private final long[] places;                                         // digests of all places each comes to
    // of the selection that is tried
    private final int[] starts;
    private final int[] ends;
    private final int[] sames;                                           // the first that comes to the same place
    private final double[] weights;
    private final int[] fits;
    private boolean named;
    private boolean quoted;
    private String squeezed;

    /** {@code known} gives the words a selection is known to have stood on, as far as that is known; else null. */
    RefiTrial(RefiText words, List<Selection> all, Function<Selection, Span> known) {
        this.words = words;
        this.text = words.text;
        this.selections = all.size();
        // ALL has unit, line end, mark and end as its binary digits
        int differing = (words.hasPairs() ? 1 : 0) | (text.indexOf('\n') >= 0 ? 2 : 0) | (words.mark ? 4 : 0) | 8;
        var distinct = new ArrayList<Dialect>();
        for (int d = 0; d < DIALECTS; d++) {
            if ((d & differing) == d) {
                distinct.add(RefiDialects.ALL.get(d));
            }
            like[d] = distinct.indexOf(RefiDialects.ALL.get(d & differing));
        }
        this.tried = List.copyOf(distinct);
        int n = tried.size();
        evidence = new double[n];
        fitting = new int[n];
        off = new int[n];
        places = new long[n];
        starts = new int[n];
        ends = new int[n];
        sames = new int[n];
        weights = new double[n];
        fits = new int[n];
        for (Selection s : all) {
            place(s);
            name(s.name());
            weigh(known.apply(s));
        }
    }

    /** Where a selection stands, and how likely it is that one stands there. */
    private void place(Selection s) {
        int half = tried.size() / 2;
        for (int d = 0; d < tried.size(); d++) {
            int start = d < half ? RefiDialects.start(words, s, tried.get(d)) : starts[d - half];
            int end = RefiDialects.end(words, s, tried.get(d));
            starts[d] = start;
            ends[d] = end;
            places[d] = places[d] * MIX + start * 31L + end + 7;
            int same = 0;
            while (starts[same] != start || ends[same] != end) {
                same++;
            }
            sames[d] = same;
            weights[d] = same < d ? weights[same] : edges(text, start, end);
        }
    }

    /** How well it fits its name, and whether that is one of the text's words at all. */
    private void name(String name) {
        int exact = 0;
        int stands = -1;                                                 // one in which the selection stands on its name, letter by letter
        for (int d = 0; d < fits.length; d++) {
            boolean fit = sames[d] < d ? fits[sames[d]] == RefiName.EXACT : RefiName.same(name, text, starts[d], ends[d]);
            fits[d] = fit ? RefiName.EXACT : RefiName.NOT;
            exact += fit ? 1 : 0;
            stands = fit ? d : stands;
        }
        named = exact > 0;
        quoted = false;
        if (exact < fits.length && !name.isBlank()) {
            loosely(name, stands);
        }
        for (int d = 0; d < fits.length; d++) {
            fitting[d] += fits[d] > 0 ? 1 : 0;
            off[d] += named && exact == 0 && fits[d] == 0 || quoted ? 1 : 0;         // one that stands on its name otherwise counted is read so
        }
    }

    /** For those the name is cut short or has other blanks, or is none of the text's words. */
    private void loosely(String raw, int stands) {
        RefiName name = null;
        for (int d = 0; d < fits.length; d++) {
            if (sames[d] < d) {
                fits[d] = fits[sames[d]];
            } else if (fits[d] == RefiName.NOT && isIn(d)) {
                if (stands < 0) {
                    name = name == null ? RefiName.of(raw) : name;
                    fits[d] = name.fit(text, starts[d], ends[d]);
                } else if (RefiName.isBlank(text, starts[d], starts[stands]) && RefiName.isBlank(text, ends[d], ends[stands])) {
                    fits[d] = RefiName.fitBesideBlanks(raw, text, starts[d], ends[d]);
                }
                named |= fits[d] > 0;
            }
        }
        if (!named) {
            String plain = name == null ? RefiName.of(raw).squeezed() : name.squeezed();
            if (plain.length() >= LEAST_QUOTED) {
                squeezed = squeezed == null ? RefiName.squeeze(text) : squeezed;
                quoted = squeezed.contains(plain);
            }
        }
    }

    private void weigh(Span known) {
        for (int d = 0; d < evidence.length; d++) {
            evidence[d] += weights[d] + (named ? NAMED[fits[d]] : 0)
                + (known == null ? 0 : known.start() == starts[d] && known.end() == ends[d] ? KNOWN : ELSEWHERE);
        }
    }

    private boolean isIn(int d) {
        return starts[d] >= 0 && ends[d] > starts[d];
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

    int selections() {
        return selections;
    }

    boolean hasMark() {
        return words.mark;
    }

    boolean hasCrlf() {
        return words.crlf;
    }

    /** How much the selections speak for a dialect, as a logarithm. */
    double evidence(int dialect) {
        return evidence[like[dialect]];
    }

    /** What the selections say by themselves, one weight a dialect. */
    double[] evidence() {
        return IntStream.range(0, DIALECTS).mapToDouble(this::evidence).toArray();
    }

    int fitting(int dialect) {
        return fitting[like[dialect]];
    }

    int off(int dialect) {
        return off[like[dialect]];
    }

    long places(int dialect) {
        return places[like[dialect]];
    }
}
