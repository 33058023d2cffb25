package dk.udsagn.index;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A turn as the index keeps it, beside the postings: where it begins, who speaks, the places of its words, and its text.
 *
 * <p>The record lies in a memory-mapped column, so a hit's context is a copy of some hundred bytes and one pass over them. Postings hold word positions only; this table turns a position into characters at .6 bytes a word, where offsets in the
 * postings take four times that. Text takes a byte a character, or a byte for two ({@link Pairs}); the few characters past Latin-1 (dashes, quotes, emoji) stand in a list.
 * A text with more of them takes two bytes a character.
 */
final class TurnRecord {
    private static final int WIDE = 1;
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
        int packed = Pairs.pack(latin, 0, latin.length);
        number(packed);
        room(packed);
        System.arraycopy(latin, 0, bytes, size, packed);
        size += packed;
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

    /** A record being read. The bytes are not copied, so it is good until the next one is loaded. */
    static final class View {
        private byte[] bytes;
        private int at;
        private int start;
        private int speaker;
        private int positions;
        private int length;
        private boolean wide;
        private int others;
        private int othersAt;
        private int textAt;
        private byte[] latin = new byte[1024];
        private boolean unpacked;
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
            wide = kind == WIDE;
            others = wide ? 0 : kind >>> 1;
            othersAt = at;
            for (int i = 0; i < others; i++) {
                number();
                at += 2;
            }
            int packed = wide ? 2 * length : number();
            textAt = at;
            placesAt = textAt + packed;
            unpacked = false;
            rewind();
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
            if (!unpacked) {
                latin = latin.length < length ? new byte[Math.max(length, 2 * latin.length)] : latin;
                Pairs.unpack(bytes, textAt, latin, length);
                unpacked = true;
            }
            String plain = new String(latin, a, b - a, StandardCharsets.ISO_8859_1);
            return others == 0 ? plain : withOthers(plain, a, b);
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
            at = othersAt;
            int place = 0;
            for (int i = 0; i < others; i++) {
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
}
