package dk.udsagn.transcript;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Positions of one text in two countings: UTF-16 units, as Java counts, and Unicode code points, as exchange formats do.
 * A pair of surrogates is two units and one code point; a lone surrogate is one of each. Cost: a conversion is a binary search
 * among the text's surrogate pairs.
 */
public final class TextPositions {
    private final int[] lowSurrogates;
    private final int length;

    private TextPositions(int[] lowSurrogates, int length) {
        this.lowSurrogates = lowSurrogates;
        this.length = length;
    }

    /**
     * The positions of a text.
     *
     * @param text any text
     * @return its positions
     */
    public static TextPositions of(String text) {
        return new TextPositions(IntStream.range(1, text.length())
            .filter(i -> Character.isSurrogatePair(text.charAt(i - 1), text.charAt(i))).toArray(), text.length());
    }

    /**
     * From UTF-16 units to code points.
     *
     * @param utf16 0 to the text's length, both included; inside a surrogate pair it counts as the pair's start
     * @return the number of code points before it
     */
    public int codePoint(int utf16) {
        if (utf16 < 0 || utf16 > length) {
            throw new IllegalArgumentException("position " + utf16 + " is outside the text of " + length + " characters");
        }
        int i = Arrays.binarySearch(lowSurrogates, utf16);
        return i >= 0 ? utf16 - i - 1 : utf16 - (-i - 1);
    }

    /**
     * From code points to UTF-16 units.
     *
     * @param codePoint 0 to the text's number of code points, both included
     * @return the unit where that code point starts
     */
    public int utf16(int codePoint) {
        int low = 0;
        int high = lowSurrogates.length;
        while (low < high) {                      // how many pairs end before the code point: pair i ends at code point lowSurrogates[i] - i
            int middle = (low + high) >>> 1;
            if (lowSurrogates[middle] - middle <= codePoint) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        int utf16 = codePoint + low;
        if (codePoint < 0 || utf16 > length) {
            throw new IllegalArgumentException("code point " + codePoint + " is outside the text of "
                + (length - lowSurrogates.length) + " code points");
        }
        return utf16;
    }

    /**
     * All positions between code points.
     *
     * @return UTF-16 units in order, 0 and the text's length included, the inside of surrogate pairs not
     */
    public int[] boundaries() {
        return IntStream.rangeClosed(0, length).filter(i -> Arrays.binarySearch(lowSurrogates, i) < 0).toArray();
    }
}
