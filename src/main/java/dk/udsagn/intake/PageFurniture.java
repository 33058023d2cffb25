package dk.udsagn.intake;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Lines that belong to the page and not to the talk: page numbers, running heads and feet. In a text with form feeds they
 * stand at the edges of pages and come back on many of them; in a text without, page numbers that count on give them away.
 */
final class PageFurniture {
    /**
     * A text and its furniture.
     *
     * @param source the text; a line whose end is glued to a running foot has become two, the first without a line end
     * @param lines  indexes of the lines that are furniture
     */
    record Found(SourceText source, BitSet lines) {
    }

    private static final int EDGE = 3;
    private static final Pattern PAGE_NUMBER = Pattern.compile(
        "(?:[-\u2013|\\[(]\\h*)?(?:(?:side|s\\.|page|p\\.|pg\\.)\\h*)?(\\d{1,4})\\.?(?:\\h*(?:af|of|/|ud af)\\h*\\d{1,4})?(?:\\h*[-\u2013|\\])])?",
        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern DASHED = Pattern.compile("\\h*([-\u2013])\\h?\\d{1,4}\\h?\\1\\h*");
    /** With its capital: a torn line of talk may be "side 2". */
    private static final Pattern NAMED = Pattern.compile("\\h*(?:Side|SIDE|Page|PAGE)\\h+\\d{1,4}(?:\\h*(?:af|of|/)\\h*\\d{1,4})?\\h*");
    private final SourceText source;
    private final LabelWords words;
    private final BitSet found = new BitSet();

    private PageFurniture(SourceText source, LabelWords words) {
        this.source = source;
        this.words = words;
    }

    static Found in(SourceText source, LabelWords words) {
        var furniture = new PageFurniture(source, words);
        furniture.found.or(LineNumbers.alone(source));
        furniture.found.or(BrowserPrint.lines(source));
        furniture.aloneNumbers();
        List<int[]> pages = furniture.pages();
        if (pages.size() < 2) {
            furniture.countingNumbers();
            furniture.onlyPage();
            return new Found(source, furniture.found);
        }
        furniture.edges(pages);
        SourceText unglued = furniture.unglue(pages);
        if (unglued == source) {
            return new Found(source, furniture.found);
        }
        var again = new PageFurniture(unglued, words);
        again.found.or(LineNumbers.alone(unglued));
        again.found.or(BrowserPrint.lines(unglued));
        again.aloneNumbers();
        again.edges(again.pages());
        return new Found(unglued, again.found);
    }

    /**
     * pdftotext mends a word that a page's last line tore by gluing the running foot to its first half: "kunSide 11" for
     * "kun-". Such a line becomes two; the first has no line end, so that {@link Seams} knows the word goes on.
     */
    private SourceText unglue(List<int[]> pages) {
        var shapes = new HashSet<String>();
        found.stream().forEach(i -> shapes.add(shape(i)));
        var lines = new ArrayList<>(source.lines());
        for (int n = pages.size() - 2; n >= 0; n--) {
            for (int i = pages.get(n)[1] - 1; i >= pages.get(n)[0]; i--) {
                if (source.isBlank(lines.get(i)) || found.get(i)) {
                    continue;
                }
                int at = glue(lines.get(i), shapes);
                if (at > 0) {
                    SourceText.Line line = lines.get(i);
                    lines.set(i, new SourceText.Line(line.start(), at, at, line.place()));
                    lines.add(i + 1, new SourceText.Line(at, line.end(), line.next(), line.place()));
                }
                break;
            }
        }
        return lines.size() == source.lines().size() ? source : new SourceText(source.name(), source.text(), List.copyOf(lines));
    }

    /** Where a known foot begins right after a letter; -1 where none does. */
    private int glue(SourceText.Line line, Set<String> shapes) {
        for (int at = line.end() - 1; at > line.start() && at > line.end() - 80; at--) {
            if (Character.isLetter(source.text().charAt(at - 1)) && !Characters.isSpace(source.text().charAt(at))
                && shapes.contains(shape(source.text().substring(at, line.end())))) {
                return at;
            }
        }
        return -1;
    }

    /** First line of each page and the line after its last; only pages that end with a form feed or the file. */
    private List<int[]> pages() {
        var pages = new ArrayList<int[]>();
        int start = 0;
        List<SourceText.Line> lines = source.lines();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).endsPage(source.text()) || i == lines.size() - 1) {
                if (hasWords(start, i + 1)) {
                    pages.add(new int[] {start, i + 1});
                }
                start = i + 1;
            }
        }
        return pages;
    }

    private boolean hasWords(int from, int to) {
        for (int i = from; i < to; i++) {
            if (!source.isBlank(source.lines().get(i))) {
                return true;
            }
        }
        return false;
    }

    private void edges(List<int[]> pages) {
        var onPages = new HashMap<String, Integer>();
        for (int[] page : pages) {
            var seen = new HashSet<String>();
            for (int line : edgeLines(page)) {
                seen.add(shape(line));
            }
            seen.forEach(s -> onPages.merge(s, 1, Integer::sum));
        }
        int enough = Math.max(2, (pages.size() + 1) / 2);     // heads of left and right pages stand on half of them
        for (int[] page : pages) {
            mark(page, true, onPages, enough);
            mark(page, false, onPages, enough);
        }
    }

    /** Goes from a page's edge inwards and stops at the first line that is talk. */
    private void mark(int[] page, boolean top, Map<String, Integer> onPages, int enough) {
        int step = top ? 1 : -1;
        int seen = 0;
        for (int i = top ? page[0] : page[1] - 1; i >= page[0] && i < page[1] && seen < EDGE; i += step) {
            if (source.isBlank(source.lines().get(i)) || found.get(i)) {
                continue;
            }
            if (!isFurniture(i, onPages, enough)) {
                return;
            }
            seen++;
            found.set(i);
        }
    }

    private boolean isFurniture(int line, Map<String, Integer> onPages, int enough) {
        String text = Characters.squeeze(source.words(source.lines().get(line)));
        return PAGE_NUMBER.matcher(text).matches() || onPages.getOrDefault(shape(line), 0) >= enough && !text.endsWith("-") && !isSpeech(line);
    }

    private boolean isSpeech(int line) {
        SourceText.Line l = source.lines().get(line);
        Head head = Head.of(source.text(), l.start(), l.end(), true);
        return (head.mark() == Head.Mark.COLON || head.mark() == Head.Mark.ALONE || head.mark() == Head.Mark.TAB) && words.knows(head.label())
            && !words.namesColumn(head.label()) || head.label().isEmpty() && head.time().isPresent();
    }

    private Set<Integer> edgeLines(int[] page) {
        var lines = new HashSet<Integer>();
        for (int i = page[0], seen = 0; i < page[1] && seen < EDGE; i++) {
            if (!source.isBlank(source.lines().get(i)) && !found.get(i)) {
                lines.add(i);
                seen++;
            }
        }
        for (int i = page[1] - 1, seen = 0; i >= page[0] && seen < EDGE; i--) {
            if (!source.isBlank(source.lines().get(i)) && !found.get(i)) {
                lines.add(i);
                seen++;
            }
        }
        return lines;
    }

    /** A line without what changes from page to page. */
    private String shape(int line) {
        return shape(source.words(source.lines().get(line)));
    }

    private static String shape(String words) {
        return Characters.squeeze(words).replaceAll("\\d+", "#");
    }

    /**
     * "- 1 -" alone on its line is a page's number wherever it stands: between columns the foot comes amid the text. So is "Side 2"
     * between empty lines.
     */
    private void aloneNumbers() {
        for (int i = 0; i < source.lines().size(); i++) {
            SourceText.Line line = source.lines().get(i);
            if (line.end() - line.start() < 90 && (DASHED.matcher(source.words(line)).matches() || isApart(i) && NAMED.matcher(source.words(line)).matches())) {
                found.set(i);
            }
        }
    }

    private boolean isApart(int line) {
        boolean above = line == 0 || source.isBlank(source.lines().get(line - 1)) || source.lines().get(line - 1).endsPage(source.text());
        return above && (line + 1 == source.lines().size() || source.isBlank(source.lines().get(line + 1)) || source.lines().get(line).endsPage(source.text()));
    }

    /** A page's number at the foot of the only page: "- 1 -" or "Side 1", or a bare number before a form feed. */
    private void onlyPage() {
        footAmidColumns();
        for (int i = source.lines().size() - 1; i > 0; i--) {
            if (!source.isBlank(source.lines().get(i)) && !found.get(i)) {
                String text = Characters.squeeze(source.words(source.lines().get(i)));
                var m = PAGE_NUMBER.matcher(text);
                if (m.matches() && m.group(1).equals("1") && (text.length() > 2 || source.text().indexOf('\f') > 0)) {
                    found.set(i);
                }
                return;
            }
        }
    }

    /** The same between the columns of the only page, where a text from PDF has it after the first: a "1" above an empty line, and no other number alone. */
    private void footAmidColumns() {
        int only = -1;
        for (int i = 0; i + 1 < source.lines().size(); i++) {
            SourceText.Line line = source.lines().get(i);
            if (line.end() - line.start() < 9 && !source.isBlank(line) && Characters.squeeze(source.words(line)).matches("\\d{1,4}")) {
                if (only >= 0) {
                    return;
                }
                only = i;
            }
        }
        boolean foot = only > 0 && Characters.squeeze(source.words(source.lines().get(only))).equals("1") && source.isBlank(source.lines().get(only + 1));
        if (foot && source.text().indexOf('\f') > 0) {
            found.set(only);
        }
    }

    /** "Side 1", "Side 2", "Side 3" or three bare numbers that count on, each alone on its line. */
    private void countingNumbers() {
        var chain = new ArrayList<Integer>();
        int last = -1;
        boolean worded = false;
        for (int i = 0; i < source.lines().size(); i++) {
            SourceText.Line l = source.lines().get(i);
            if (l.end() - l.start() > 30) {
                continue;
            }
            var m = PAGE_NUMBER.matcher(Characters.squeeze(source.words(l)));
            if (m.matches() && (last < 0 || Integer.parseInt(m.group(1)) == last + 1)) {
                last = Integer.parseInt(m.group(1));
                worded |= Character.isLetter(m.group().charAt(0));
                chain.add(i);
            }
        }
        if (chain.size() >= 3 || worded && chain.size() >= 2) {
            chain.forEach(found::set);
        }
    }
}
