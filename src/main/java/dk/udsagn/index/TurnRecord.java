package dk.udsagn.index;

import java.util.Arrays;

/**
 * A turn as the index keeps it, beside the postings: where it begins, who speaks, the places of its words, and its text.
 *
 * <p>The record lies in a memory-mapped column, so a hit's context is a copy of some hundred bytes and one pass over a few of them. Postings
 * hold word positions only; this table turns a position into characters at .6 bytes a word, where offsets in the postings take four times
 * that. Text takes a byte a character, or a byte for two ({@link Pairs}); the few characters past Latin-1 (dashes, quotes, emoji) stand in a list.
 * A text with more of them takes two bytes a character. {@link TurnView} reads it.
 */
final class TurnRecord {
    static final int WIDE = 1;
    /** Characters packed together: a hit and its usual context touch two or three. */
    static final int BLOCK = 64;

    private byte[] bytes = new byte[1024];
    private int size;
    private int nibbles;

    /** Words of one turn on their way into the index. */
    static final class Words {
        int count;
        int[] starts = new int[256];
        int[] ends = new int[256];
        int[] positions = new int[256];
        Word[] words = new Word[256];

        void clear() {
            count = 0;
        }

        void add(int start, int end, int position, Word word) {
            if (count == starts.length) {
                starts = Arrays.copyOf(starts, count * 2);
                ends = Arrays.copyOf(ends, count * 2);
                positions = Arrays.copyOf(positions, count * 2);
                words = Arrays.copyOf(words, count * 2);
            }
            starts[count] = start;
            ends[count] = end;
            positions[count] = position;
            words[count++] = word;
        }
    }

    byte[] bytes() {
        return bytes;
    }

    int size() {
        return size;
    }

    /** Writes a turn over whatever was there. */
    void write(String text, int from, int to, int speaker, Words words) {
        size = 0;
        number(from);
        number(speaker);
        number(words.count == 0 ? 0 : words.positions[words.count - 1] + 1);
        number(to - from);
        text(text, from, to);
        places(from, words);
    }

    private void text(String text, int from, int to) {
        int others = 0;
        for (int i = from; i < to; i++) {
            others += isOther(text.charAt(i)) ? 1 : 0;
        }
        boolean wide = others * 3L > to - from;
        number(wide ? WIDE : others * 2);
        if (wide) {
            room((to - from) * 2);
            for (int i = from; i < to; i++) {
                bytes[size++] = (byte) (text.charAt(i) >> 8);
                bytes[size++] = (byte) text.charAt(i);
            }
            return;
        }
        int last = from;
        for (int i = from; i < to && others > 0; i++) {
            char c = text.charAt(i);
            if (isOther(c)) {
                number(i - last);
                room(2);
                bytes[size++] = (byte) (c >> 8);
                bytes[size++] = (byte) c;
                last = i;
                others--;
            }
        }
        var latin = new byte[to - from];
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            latin[i - from] = isOther(c) ? (byte) '?' : (byte) c;
        }
        packed(latin);
    }

    /** Each block by itself, so that a hit's context is read without what stands before it; first their lengths, a byte each. */
    private void packed(byte[] latin) {
        int lengths = size;
        room(latin.length + blocks(latin.length));
        size += blocks(latin.length);
        for (int from = 0; from < latin.length; from += BLOCK) {
            int packed = Pairs.pack(latin, from, Math.min(BLOCK, latin.length - from), bytes, size);
            bytes[lengths++] = (byte) packed;
            size += packed;
        }
    }

    /** How many blocks a text has. */
    static int blocks(int length) {
        return (length + BLOCK - 1) / BLOCK;
    }

    private static boolean isOther(char c) {
        return c > 0xFF || Pairs.isCode(c);
    }

    /**
     * Half a byte a word: its length when one character stands before it. 0 is a position without a word, 13 a distance of two and the
     * length, 14 a length over 12, 15 any distance and length.
     */
    private void places(int from, Words words) {
        nibbles = 0;
        int end = from;
        int position = 0;
        for (int i = 0; i < words.count; i++) {
            while (position++ < words.positions[i]) {
                nibble(0);
            }
            int gap = words.starts[i] - end;
            int length = words.ends[i] - words.starts[i];
            if (gap == 1 && length <= 12) {
                nibble(length);
            } else if (gap == 1) {
                nibble(14);
                small(length - 13);
            } else if (gap == 2) {
                nibble(13);
                small(length);
            } else {
                nibble(15);
                small(gap);
                small(length);
            }
            end = words.ends[i];
        }
    }

    private void small(int value) {
        int rest = value;
        while (rest >= 8) {
            nibble(8 | rest & 7);
            rest >>>= 3;
        }
        nibble(rest);
    }

    private void nibble(int value) {
        if ((nibbles++ & 1) == 0) {
            room(1);
            bytes[size++] = (byte) (value << 4);
        } else {
            bytes[size - 1] |= (byte) value;
        }
    }

    private void number(int value) {
        room(5);
        int rest = value;
        while (rest >= 0x80) {
            bytes[size++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[size++] = (byte) rest;
    }

    private void room(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(size + more, bytes.length * 2));
        }
    }
}
