package dk.udsagn.intake;

import dk.udsagn.transcript.SourcePlace;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Footnotes in text that was taken out of pages, where the raised figure stands glued to its word ("mælken.1") and the note at
 * the foot of the same page ("1Netto er ..."). Only a pair of both is one: neither figure nor note is speech.
 */
final class Footnotes {
    private static final Pattern NOTE = Pattern.compile("\\h*(\\d{1,3})\\h?(?=[\\p{L}\"(\u201d\u00bb]).*");
    private static final int MOST_LINES = 25;

    private Footnotes() {
    }

    /**
     * Finds the notes, adds their lines to the furniture, and takes the figures out of the words.
     *
     * @param furniture lines that are no talk; those of notes are added
     * @return the figures, from the top
     */
    static List<LabelledText.Cut> in(SourceText source, BitSet furniture, Losses losses) {
        var cuts = new ArrayList<LabelledText.Cut>();
        int expected = 1;
        int from = 0;
        for (int i = 0; i < source.lines().size(); i++) {
            boolean ends = source.lines().get(i).endsPage(source.text()) || i == source.lines().size() - 1;
            if (ends && source.text().indexOf('\f') >= 0) {
                expected = page(source, from, i + 1, expected, furniture, cuts, losses);
                from = i + 1;
            }
        }
        return cuts;
    }

    /** One page's notes; the number the next one should have. */
    private static int page(SourceText source, int from, int to, int expected, BitSet furniture, List<LabelledText.Cut> cuts, Losses losses) {
        int first = -1;
        for (int i = to - 1, seen = 0; i >= from && seen < MOST_LINES; i--) {
            SourceText.Line line = source.lines().get(i);
            if (furniture.get(i) || source.isBlank(line)) {
                continue;
            }
            seen++;
            int number = number(source, i);
            if (number == expected || number == 1) {
                first = i;
                break;
            }
        }
        if (first < 0) {
            return expected;
        }
        int next = number(source, first);
        var found = new ArrayList<LabelledText.Cut>();
        for (int i = first; i < to; i++) {
            if (!furniture.get(i) && number(source, i) == next) {
                LabelledText.Cut mark = mark(source, from, first, next, furniture);
                if (mark == null) {
                    return expected;
                }
                found.add(mark);
                next++;
            }
        }
        for (int i = first; i < to; i++) {
            SourceText.Line line = source.lines().get(i);
            if (!furniture.get(i) && !source.isBlank(line)) {
                furniture.set(i);
                losses.setAside("footnote", "it stands at the page's foot and its figure in the text", Characters.squeeze(source.words(line)), line.place());
            }
        }
        found.sort(java.util.Comparator.comparingInt(LabelledText.Cut::from));
        for (LabelledText.Cut cut : found) {
            SourcePlace place = source.place(cut.from());
            losses.repaired("footnote mark", "it is no part of the word", source.text().substring(Math.max(0, cut.from() - 15), cut.to()).strip(), place);
            cuts.add(cut);
        }
        return next;
    }

    private static int number(SourceText source, int line) {
        Matcher m = NOTE.matcher(source.words(source.lines().get(line)));
        return m.matches() ? Integer.parseInt(m.group(1)) : -1;
    }

    /** Where the figure stands glued to the end of a word or sentence; null where it does not. */
    private static LabelledText.Cut mark(SourceText source, int from, int to, int number, BitSet furniture) {
        var glued = Pattern.compile("(?<=[\\p{L}.,?!:;\"\u201d\u00bb)])" + number + "(?=[\\s.,?!;]|$)");
        for (int i = from; i < to; i++) {
            SourceText.Line line = source.lines().get(i);
            Matcher m = glued.matcher(source.words(line));
            while (!furniture.get(i) && m.find()) {
                int at = line.start() + m.start();
                boolean decimal = at >= 2 && Character.isDigit(source.text().charAt(at - 2)) && ".,:".indexOf(source.text().charAt(at - 1)) >= 0;
                if (!decimal) {
                    return new LabelledText.Cut(at, at + m.end() - m.start(), "", "footnote mark");
                }
            }
        }
        return null;
    }
}
