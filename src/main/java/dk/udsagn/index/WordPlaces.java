package dk.udsagn.index;

import java.util.Arrays;

/** Where the words of one turn stand in its text, by position. Good until the next turn is read into it. */
final class WordPlaces {
    /** Where there is markup, the word before it ends. */
    int[] starts = new int[256];
    int[] ends = new int[256];
    /** How many words stand before a position. */
    int[] before = new int[257];
    int count;
    /** Positions of words that more than one character stands before: a sentence ends before white space. */
    private int[] gaps = new int[64];
    private int gapCount;

    void clear(int positions) {
        count = 0;
        gapCount = 0;
        if (positions > starts.length) {
            starts = new int[2 * positions];
            ends = new int[2 * positions];
            before = new int[2 * positions + 1];
        }
    }

    /** The next position is that of a word. */
    void word(int start, int end) {
        int last = count == 0 ? 0 : ends[count - 1];
        if (start - last > 1) {
            gaps = gapCount == gaps.length ? Arrays.copyOf(gaps, 2 * gapCount) : gaps;
            gaps[gapCount++] = count;
        }
        starts[count] = start;
        ends[count] = end;
        before[count + 1] = before[count] + 1;
        count++;
    }

    /** The next position is that of markup. */
    void markup() {
        int last = count == 0 ? 0 : ends[count - 1];
        starts[count] = last;
        ends[count] = last;
        before[count + 1] = before[count];
        count++;
    }

    /** The first position whose word begins at a place or later. */
    int first(int place) {
        int low = 0;
        int high = count;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (starts[middle] < place) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Where sentences may end in the turn's text. */
    void stops(String text, Sentences sentences, Sentences.Stops stops) {
        stops.clear();
        for (int k = 0; k < gapCount; k++) {
            sentences.between(text, 0, gaps[k] == 0 ? 0 : ends[gaps[k] - 1], starts[gaps[k]], text.length(), stops);
        }
        sentences.between(text, 0, count == 0 ? 0 : ends[count - 1], text.length(), text.length(), stops);
    }
}
