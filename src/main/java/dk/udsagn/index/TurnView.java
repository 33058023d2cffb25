package dk.udsagn.index;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A {@link TurnRecord} being read. The bytes are not copied, so it is good until the next one is loaded. */
final class TurnView {
    private byte[] bytes;
    private int at;
    private int start;
    private int speaker;
    private int positions;
    private int length;
    private boolean wide;
    private int others;
    /** Of every so many of the other characters: the place of the one before it, and where it is written. A long turn may have thousands. */
    private static final int STRIDE = 64;
    private int[] markPlaces = new int[1];
    private int[] marks = new int[1];
    private int textAt;
    private byte[] latin = new byte[1024];
    private int firstBlock;
    private int endBlock;
    private int block;
    private int blockAt;
    private int placesAt;
    private int nibble;
    private int position;
    private int wordStart;
    private int wordEnd;

    void load(byte[] record, int offset) {
        bytes = record;
        at = offset;
        start = number();
        speaker = number();
        positions = number();
        length = number();
        int kind = number();
        wide = kind == TurnRecord.WIDE;
        others = wide ? 0 : kind >>> 1;
        int mark = 0;
        int place = 0;
        for (int i = 0; i < others; i++) {
            if (i % STRIDE == 0) {
                if (mark == marks.length) {
                    marks = Arrays.copyOf(marks, 2 * mark);
                    markPlaces = Arrays.copyOf(markPlaces, 2 * mark);
                }
                markPlaces[mark] = place;
                marks[mark++] = at;
            }
            place += number();
            at += 2;
        }
        textAt = at;
        placesAt = textAt + (wide ? 2 * length : packed());
        firstBlock = 0;
        endBlock = 0;
        block = 0;
        blockAt = textAt + TurnRecord.blocks(length);
        rewind();
    }

    /** How many positions a record tells of, read without the rest. */
    static int positions(byte[] record, int offset) {
        int at = offset;
        for (int number = 0; number < 2; number++) {
            while (record[at] < 0) {
                at++;
            }
            at++;
        }
        int value = 0;
        for (int shift = 0; ; shift += 7) {
            byte b = record[at++];
            value |= (b & 0x7F) << shift;
            if (b >= 0) {
                return value;
            }
        }
    }

    /** Bytes of the packed text, table of lengths included. */
    private int packed() {
        int blocks = TurnRecord.blocks(length);
        int packed = blocks;
        for (int i = 0; i < blocks; i++) {
            packed += bytes[textAt + i];
        }
        return packed;
    }

    int start() {
        return start;
    }

    int end() {
        return start + length;
    }

    int speaker() {
        return speaker;
    }

    int positions() {
        return positions;
    }

    private void rewind() {
        nibble = 0;
        position = -1;
        wordEnd = start;
    }

    /** Goes to the word at a position; quickest in rising order. */
    void seek(int wanted) {
        if (wanted < position) {
            rewind();
        }
        while (position < wanted) {
            int code = nibble();
            position++;
            if (code == 0) {
                continue;
            }
            int gap = code < 13 || code == 14 ? 1 : code == 13 ? 2 : small();
            int size = code < 13 ? code : code == 14 ? small() + 13 : small();
            wordStart = wordEnd + gap;
            wordEnd = wordStart + size;
        }
    }

    /** All places of words, counted in the turn. */
    void words(WordPlaces places) {
        places.clear(positions);
        rewind();
        int end = 0;
        for (int p = 0; p < positions; p++) {
            int code = nibble();
            if (code == 0) {
                places.markup();
            } else {
                int gap = code < 13 || code == 14 ? 1 : code == 13 ? 2 : small();
                int size = code < 13 ? code : code == 14 ? small() + 13 : small();
                places.word(end + gap, end + gap + size);
                end += gap + size;
            }
        }
        rewind();
    }

    /** The first position, {@code from} or later, whose word begins at {@code place} or later; past the last one when there is none. */
    int firstPositionFrom(int place, int from) {
        int all = positions;
        for (int p = from; p < all; p++) {
            seek(p);
            if (wordStart >= place) {
                return p;
            }
        }
        return all;
    }

    int wordStart() {
        return wordStart;
    }

    int wordEnd() {
        return wordEnd;
    }

    /** Characters of the turn, counted in the canonical text. */
    String text(int from, int to) {
        int a = from - start;
        int b = to - start;
        if (wide) {
            return units(a, b);
        }
        unpack(a / TurnRecord.BLOCK, TurnRecord.blocks(b));
        String plain = new String(latin, a, b - a, StandardCharsets.ISO_8859_1);
        return others == 0 ? plain : withOthers(plain, a, b);
    }

    /** Makes sure that these blocks are unpacked. What was unpacked for the hit before is kept when it stands close by. */
    private void unpack(int from, int to) {
        if (from >= firstBlock && to <= endBlock) {
            return;
        }
        if (latin.length <= length) {
            latin = Arrays.copyOf(latin, Math.max(length + 1, 2 * latin.length));
        }
        if (from < firstBlock || from > endBlock) {
            firstBlock = from;
            endBlock = from;
        }
        for (; endBlock < to; endBlock++) {
            while (block < endBlock) {
                blockAt += bytes[textAt + block++];
            }
            while (block > endBlock) {
                blockAt -= bytes[textAt + --block];
            }
            int start = endBlock * TurnRecord.BLOCK;
            Pairs.unpack(bytes, blockAt, latin, start, Math.min(TurnRecord.BLOCK, length - start));
        }
    }

    private String units(int a, int b) {
        var units = new char[b - a];
        for (int i = a; i < b; i++) {
            units[i - a] = (char) ((bytes[textAt + 2 * i] & 0xFF) << 8 | bytes[textAt + 2 * i + 1] & 0xFF);
        }
        return new String(units);                                 // no decoder: a lone surrogate stays what it is
    }

    private String withOthers(String plain, int a, int b) {
        char[] units = null;
        int mark = Arrays.binarySearch(markPlaces, 0, (others + STRIDE - 1) / STRIDE, a);
        mark = Math.max(0, mark < 0 ? -mark - 2 : mark - 1);
        at = marks[mark];
        int place = markPlaces[mark];
        for (int i = mark * STRIDE; i < others; i++) {
            place += number();
            if (place >= b) {
                break;
            }
            if (place >= a) {
                units = units == null ? plain.toCharArray() : units;
                units[place - a] = (char) ((bytes[at] & 0xFF) << 8 | bytes[at + 1] & 0xFF);
            }
            at += 2;
        }
        return units == null ? plain : new String(units);
    }

    private int nibble() {
        byte two = bytes[placesAt + (nibble >>> 1)];
        return (nibble++ & 1) == 0 ? two >>> 4 & 15 : two & 15;
    }

    private int small() {
        int value = 0;
        int shift = 0;
        int code = nibble();
        while (code >= 8) {
            value |= (code & 7) << shift;
            shift += 3;
            code = nibble();
        }
        return value | code << shift;
    }

    private int number() {
        int value = 0;
        int shift = 0;
        byte b = bytes[at++];
        while (b < 0) {
            value |= (b & 0x7F) << shift;
            shift += 7;
            b = bytes[at++];
        }
        return value | b << shift;
    }
}
