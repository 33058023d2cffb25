package dk.udsagn.index;

import dk.udsagn.transcript.Span;
import java.util.Arrays;
import java.util.List;

/**
 * The words of one passage, and which expressions of a set stand among them: what {@link Expression#in} finds, without a value for every word.
 * For one thread and one passage after another.
 */
public final class Scan implements Searched {
    /** Takes what is found, expressions in the order of their numbers. */
    @FunctionalInterface
    public interface Taker {
        /**
         * One expression that is found.
         *
         * @param expression 0-based number in the set
         * @param matches    its places by their first word, then their last; at least one
         */
        void take(int expression, List<Match> matches);
    }

    private static final int ALONE = 0;
    private static final int RIGHT = 1;
    private static final int LEFT = 2;
    /** Numbers that a form is. */
    private static final int FORM = 3;

    private final ExpressionSet set;
    private final Analysis analysis;
    private int[] starts = new int[256];
    private int[] ends = new int[256];
    private int[] positions = new int[256];
    /** What each word is: its number in the table, or, below 0, its place among the others. */
    private int[] kinds = new int[256];
    /** The letters of words that are forms, as {@link FormTable} has them. */
    private long[] forms = new long[256 * FORM];
    private Known[] others = new Known[8];
    private int otherCount;
    private int count;
    /** Four times a word, and how something may be found by it; in rising order. */
    private int[] chances = new int[64];
    private int chanceCount;
    private final PairRows pairRows;
    private final Tried tried;
    private final Sentences.Stops stops = new Sentences.Stops();
    private final Words words = new Words();
    private final Segmenter.Room room = new Segmenter.Room();
    private String text = "";
    private Span within;
    private FormTable table;

    Scan(ExpressionSet set, Analysis analysis) {
        this.set = set;
        this.analysis = analysis;
        this.pairRows = new PairRows(set);
        this.tried = new Tried(set, this);
    }

    /**
     * Reads a passage. What was read before is forgotten.
     *
     * @param text   a text
     * @param within the passage in it
     * @return whether an expression may be found in it: false only if none is
     * @throws IllegalArgumentException if the passage ends past the text
     */
    public boolean read(String text, Span within) {
        Analysis.check(text, within);
        this.text = text;
        this.within = within;
        count = 0;
        chanceCount = 0;
        otherCount = 0;
        tried.clear();
        stops.clear();
        table = set.table();
        analysis.scan(text, within.start(), within.end(), words, room);
        lookUp();
        chances();
        for (int k = 0; k < chanceCount; k++) {
            meet(chances[k] >>> 2, chances[k] & 3);
        }
        return !tried.isEmpty();
    }

    private void add(int start, int end, int position, int kind) {
        if (count == starts.length) {
            starts = Arrays.copyOf(starts, count * 2);
            ends = Arrays.copyOf(ends, count * 2);
            positions = Arrays.copyOf(positions, count * 2);
            kinds = Arrays.copyOf(kinds, count * 2);
            forms = Arrays.copyOf(forms, count * 2 * FORM);
        }
        starts[count] = start;
        ends[count] = end;
        positions[count] = position;
        kinds[count++] = kind;
    }

    /** Looks all forms up in the table, one right after another: the memory is then asked for many at a time. */
    private void lookUp() {
        for (int at = 0; at < count; at++) {
            if (kinds[at] == 0) {
                kinds[at] = table.get(forms[at * FORM], forms[at * FORM + 1], forms[at * FORM + 2]);
            }
        }
    }

    /** A form the table does not know, or which depends on its place. */
    private int other(int at) {
        long first = forms[at * FORM];
        long second = forms[at * FORM + 1];
        long third = forms[at * FORM + 2];
        int number = kinds[at] == 0 ? table.get(first, second, third) : kinds[at];
        if (number > FormTable.IN_CONTEXT) {
            return number;                                          // it was met a few words before
        }
        Word word = analysis.word(text, within, starts[at], ends[at], room);
        Known is = set.known(word);
        if (number == 0 && !table.put(first, second, third, is, analysis.dependsOnContext(word))) {
            set.outgrown(table);
        }
        return other(is);
    }

    private int other(Known is) {
        if (otherCount == others.length) {
            others = Arrays.copyOf(others, 2 * otherCount);
        }
        others[otherCount] = is;
        return ~otherCount++;
    }

    /** Looks for words that something may be found by: with a bit that is wanted beside them, or wherever they stand. */
    private void chances() {
        long before = 0;
        long wantedBefore = 0;
        for (int at = 0; at < count; at++) {
            int kind = kinds[at];
            if (kind >= 0 && kind <= FormTable.IN_CONTEXT) {
                kind = other(at);
                kinds[at] = kind;
            }
            Known is = kind < 0 ? others[~kind] : null;
            long mask = kind >= 0 ? table.mask(kind) : is == null ? 0 : is.mask();
            if ((wantedBefore & mask) != 0 && (wantedPlaces(at - 1, true) & placeBits(at)) != 0) {
                chance(at - 1, RIGHT);
            }
            if (kind >= 0 ? table.isTriedAlone(kind) : is != null && is.alone().length > 0) {
                chance(at, ALONE);
            }
            if (((kind >= 0 ? table.wantedLeft(kind) : is == null ? 0 : is.wantedLeft().bits()) & before) != 0 && (wantedPlaces(at, false) & placeBits(at - 1)) != 0) {
                chance(at, LEFT);
            }
            wantedBefore = kind >= 0 ? table.wantedRight(kind) : is == null ? 0 : is.wantedRight().bits();
            before = mask;
        }
    }

    private void chance(int at, int how) {
        if (chanceCount == chances.length) {
            chances = Arrays.copyOf(chances, chanceCount * 2);
        }
        chances[chanceCount++] = at << 2 | how;
    }

    /** Null for a word of no interest. */
    Known known(int at) {
        int kind = kinds[at];
        return kind < 0 ? others[~kind] : table.known(kind);
    }

    /** Of a word that wants some. */
    private long wantedPlaces(int at, boolean right) {
        int kind = kinds[at];
        if (kind >= 0) {
            return table.wantedPlaces(kind, right);
        }
        return (right ? others[~kind].wantedRight() : others[~kind].wantedLeft()).places();
    }

    private long placeBits(int at) {
        int kind = kinds[at];
        if (kind >= 0) {
            return table.placeBits(kind);
        }
        return others[~kind] == null ? 0 : others[~kind].placeBits();
    }

    /** What may be found by a word, alone or with the one beside it. */
    private void meet(int at, int how) {
        if (how == ALONE) {
            Known is = known(at);
            for (int expression : is.alone()) {
                ExpressionSet.PlainRow row = set.row(expression);
                tried.add(at, 2 * expression + (row != null && is.isWholeAt(row.places()[0]) ? 1 : 0));
            }
            return;
        }
        int beside = how == RIGHT ? at + 1 : at - 1;
        if (Math.abs(positions[beside] - positions[at]) == 1) {
            int rows = pairRows.find(table, kinds[at], kinds[beside], how == RIGHT, this, at, beside);
            for (int k = 0; k < rows; k++) {
                int found = pairRows.row(k);
                if (set.length(found >>> 1) == 2) {
                    tried.add(at, found);
                } else {
                    Trust trust = trust(set.row(found >>> 1), at, beside);
                    if (trust != Trust.NONE) {
                        tried.add(at, trust == Trust.WHOLE ? found : found & -2);
                    }
                }
            }
        }
    }

    /** How the rest of a row stands round a word and the one beside it, which are known to be its. */
    private Trust trust(ExpressionSet.PlainRow row, int at, int beside) {
        int[] places = row.places();
        int from = at - row.anchor();
        int to = from + places.length - 1;
        if (from < 0 || to >= count || positions[to] - positions[from] != places.length - 1) {
            return Trust.NONE;
        }
        Trust trust = Trust.WHOLE;
        for (int k = 0; k < places.length; k++) {
            if (from + k != at && from + k != beside) {
                if ((placeBits(from + k) & Known.bit(places[k])) == 0) {
                    return Trust.NONE;
                }
                Known is = known(from + k);
                if (!is.isAt(places[k])) {
                    return Trust.NONE;
                }
                trust = is.isWholeAt(places[k]) ? trust : Trust.PART;
            }
        }
        return trust;
    }

    @Override public String text() {
        return text;
    }

    @Override public Span within() {
        return within;
    }

    @Override public boolean isEmpty() {
        return count == 0;
    }

    @Override public boolean hasChance() {
        return !tried.isEmpty();
    }

    @Override public void find(Span part, Taker taker) {
        tried.find(part, taker);
    }

    @Override public void findBySentence(Searched.Taker taker) {
        if (!tried.isEmpty()) {
            tried.findBySentence(analysis.sentences().course(text, within.start(), within.end(), stops), taker);
        }
    }

    int count() {
        return count;
    }

    int start(int at) {
        return starts[at];
    }

    int end(int at) {
        return ends[at];
    }

    int position(int at) {
        return positions[at];
    }

    /** The word at a position, one of those {@code from} to {@code to}. */
    int at(int position, int from, int to) {
        return Arrays.binarySearch(positions, from, to, position);
    }

    /** Takes the words in. */
    private final class Words implements Segmenter.Sink {
        @Override public boolean form(int start, int end, int position, long first, long second, long third) {
            add(start, end, position, 0);
            int at = (count - 1) * FORM;
            forms[at] = first;
            forms[at + 1] = second;
            forms[at + 2] = third;
            return true;
        }

        @Override public void word(int start, int end, int position, Word word) {
            add(start, end, position, other(set.known(word)));
        }

        @Override public void sign(char sign, int at) {
            stops.add(sign, at);
        }
    }
}
