package dk.udsagn.index;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/**
 * Cuts text into words with exact places.
 *
 * <p>Words of Latin letters and digits are cut here in one pass, because that is nearly all there is and it has to be quick; a run with any
 * other letter or an emoji goes to Lucene's StandardTokenizer. Unlike Unicode's rules a hyphen between letters joins ("face-to-face" is a
 * word with parts), a full stop joins only within abbreviations ("bl.a"; not "hjem.Så", where somebody forgot the space), and soft hyphens
 * and zero-width characters belong to the word they stand in.
 */
final class Segmenter {
    /** Takes the words in text order. */
    interface Sink {
        /**
         * A word of up to {@link FormTable#LONGEST} letters of Latin-1 in lower case, eight to a number from its lowest byte on: the first and second
         * number are full or 0. False where it should come as a {@link Word}.
         */
        default boolean form(int start, int end, int position, long first, long second, long third) {
            return false;
        }

        void word(int start, int end, int position, Word word);

        /** A sign outside words and notes; not every one, but all that a sentence may end at. */
        default void sign(char sign, int at) {
        }
    }

    private static final byte OTHER = 0;
    private static final byte LETTER = 1;
    private static final byte DIGIT = 2;
    private static final byte INVISIBLE = 3;
    private static final byte COMPLEX = 4;
    private static final int LATIN = 0x250;
    private static final int LATIN_1 = 0x100;
    /** Lucene's own limit; a longer run is no word of any language, and StandardTokenizer cuts it too. */
    private static final int LONGEST = 255;

    private static final int EIGHT = 8;
    private static final VarHandle EIGHT_BYTES = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final byte[] kinds = new byte[LATIN];
    /** Letters of words that need no second look, in lower case; 0 for anything else. */
    private final byte[] plain = new byte[LATIN_1];
    private final char[] lower = new char[LATIN];
    private final WordMemo memo;
    private final Markup markup;

    Segmenter(WordMemo memo, Markup markup) {
        this.memo = memo;
        this.markup = markup;
        for (char c = 0; c < LATIN; c++) {
            kinds[c] = Character.isLetter(c) ? LETTER : Character.isDigit(c) ? DIGIT : c == 0xAD ? INVISIBLE : OTHER;
            lower[c] = Character.toLowerCase(c);
        }
        for (char c = 0; c < LATIN_1; c++) {
            plain[c] = kinds[c] == LETTER ? (byte) lower[c] : 0;
        }
    }

    /** Room for a passage that is being cut; for one thread, and good for one passage after another. */
    static final class Room {
        private final char[] key = new char[LONGEST];
        /** The passage, and a sign that is no letter. */
        private char[] units = new char[512];
        /** Letters that need no second look, in lower case, 0 for anything else; as many more are 0 as are read at once. */
        private byte[] letters = new byte[512];
    }

    private void fill(Room room, String text, int from, int to) {
        int length = to - from;
        if (length + EIGHT >= room.units.length) {
            room.units = new char[length + length / 2 + EIGHT];
            room.letters = new byte[room.units.length];
        }
        char[] units = room.units;
        byte[] letters = room.letters;
        text.getChars(from, to, units, 0);
        units[length] = 0;
        for (int i = 0; i < length; i++) {
            char c = units[i];
            letters[i] = c < LATIN_1 ? plain[c] : 0;
        }
        Arrays.fill(letters, length, length + EIGHT, (byte) 0);
    }

    /** How many of the eight bytes, the first in the lowest, come before the first that is 0. */
    private static int length(long eight) {
        long zero = eight - 0x0101010101010101L & ~eight & 0x8080808080808080L;     // Hacker's Delight, 2nd ed., section 6-1
        return Long.numberOfTrailingZeros(zero) >>> 3;
    }

    void scan(String text, int from, int to, Sink sink) {
        scan(text, from, to, sink, new Room());
    }

    void scan(String text, int from, int to, Sink sink, Room room) {
        fill(room, text, from, to);
        char[] units = room.units;
        byte[] letters = room.letters;
        char[] key = room.key;
        int position = 0;
        int i = from;
        while (i < to) {
            int at = i - from;
            if (letters[at] != 0) {
                long first = 0;
                long second = 0;
                long third = (long) EIGHT_BYTES.get(letters, at);
                int last = length(third);
                int n = last;
                if (last == EIGHT) {
                    first = third;
                    third = (long) EIGHT_BYTES.get(letters, at + EIGHT);
                    last = length(third);
                    n = EIGHT + last;
                    if (last == EIGHT) {
                        second = third;
                        third = (long) EIGHT_BYTES.get(letters, at + 2 * EIGHT);
                        last = length(third);
                        n = 2 * EIGHT + last;
                    }
                }
                int end = i + n;
                if (n <= FormTable.LONGEST && (end == to || endsWord(units[at + n], units[Math.min(at + n + 1, to - from)], end + 1 == to))) {
                    if (!sink.form(i, end, position, first, second, third & (1L << 8 * last) - 1)) {
                        Word word = word(units, at, n, key);
                        sink.word(i, end, position, n > 4 ? word : memo.inContext(word, text, from, i, end, to));
                    }
                    position++;
                    i = end;
                    continue;
                }
            } else if (units[at] == ' ') {
                i++;
                continue;
            }
            byte kind = kind(text, i, to);
            if (kind == OTHER || kind == DIGIT) {
                int end = markup.end(text, from, i, to);
                if (end > i) {
                    position++;
                    i = end;
                    continue;
                }
            }
            if (kind == OTHER || kind == INVISIBLE) {
                sink.sign(units[at], i);
                i++;
            } else {
                int end = kind == COMPLEX ? -1 : plain(text, i, to);
                if (end < 0) {
                    int chunk = chunkEnd(text, i, to);
                    position = complex(text, i, chunk, position, sink);
                    i = chunk;
                } else {
                    int last = trimmed(text, i, end);
                    sink.word(i, last, position++, lookUp(text, i, last, from, to, key));
                    i = Math.max(end, last);
                }
            }
        }
    }

    /** Whether what follows a run of letters surely does not go on with the word. What is left in doubt is looked at again. */
    private static boolean endsWord(char c, char next, boolean last) {
        return switch (c) {
            case ' ', ',', '?', '!', '\n', ')', ':', '…', '–' -> true;
            case '.' -> last || next == ' ' || next == '\n';
            default -> false;
        };
    }

    private Word word(char[] units, int at, int length, char[] key) {
        int hash = 0;
        for (int k = 0; k < length; k++) {
            char c = lower[units[at + k]];
            key[k] = c;
            hash = 31 * hash + c;
        }
        return memo.word(key, length, hash);
    }

    /** End of the word of plain letters that starts here; -1 when it runs into a letter that is not plain. */
    private int plain(String text, int start, int to) {
        int i = start;
        boolean digits = kind(text, i, to) == DIGIT;
        while (true) {
            byte kind = i < to ? kind(text, i, to) : OTHER;
            if (kind == LETTER || kind == DIGIT || kind == INVISIBLE) {
                i++;
                digits = kind == DIGIT || kind == INVISIBLE && digits;
            } else if (kind == COMPLEX) {
                return -1;
            } else {
                int next = i < to ? joined(text, start, i, to, digits) : -1;
                if (next < 0) {
                    break;
                }
                i = next;
            }
            if (i - start >= LONGEST - 1) {
                return i;
            }
        }
        if (i < to && isApostrophe(text.charAt(i)) && memo.isSpokenWithApostrophe(text, start, i)) {
            i++;
        }
        return i;
    }

    /** Where the word goes on after a joining character at {@code i}; -1 when the word ends there. */
    private int joined(String text, int start, int i, int to, boolean digits) {
        byte next = i + 1 < to ? kind(text, i + 1, to) : OTHER;
        if (next != LETTER && next != DIGIT) {
            return -1;
        }
        boolean nextDigit = next == DIGIT;
        return switch (text.charAt(i)) {
            case '\'', '\u2019' -> digits && nextDigit ? -1 : i + 1;
            case '-', '\u2010', '\u2011' -> digits && nextDigit ? -1 : i + 1;
            case ',', ':' -> digits && nextDigit ? i + 1 : -1;
            case '.' -> digits ? nextDigit ? i + 1 : -1 : !nextDigit && inAbbreviation(text, start, i, to) ? i + 1 : -1;
            default -> -1;
        };
    }

    /** "bl.a", "f.eks", "d.v.s": no more than three small letters on either side of the full stop. */
    private boolean inAbbreviation(String text, int start, int dot, int to) {
        int before = dot;
        while (before > start && kind(text, before - 1, to) == LETTER) {
            before--;
        }
        int after = dot + 1;
        while (after < to && after < dot + 5 && kind(text, after, to) == LETTER) {
            after++;
        }
        return dot - before <= 3 && after - dot - 1 <= 3
            && (Character.isLowerCase(text.charAt(dot + 1)) || dot - before == 1 && after - dot - 1 == 1);
    }

    /** Soft hyphens and zero-width characters after the last letter are not the word's. */
    private int trimmed(String text, int start, int end) {
        int last = end;
        while (last > start + 1 && isDropped(text.charAt(last - 1))) {
            last--;
        }
        return last;
    }

    /** The word that stands at a place where {@link Sink#form} was told of one. */
    Word word(String text, int from, int start, int end, int to, Room room) {
        return lookUp(text, start, end, from, to, room.key);
    }

    private Word lookUp(String text, int start, int end, int from, int to, char[] key) {
        if (end - start > LONGEST) {
            return memo.word(Normal.form(text.substring(start, end)));
        }
        int hash = 0;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (c >= LATIN) {
                if (c == '\u2019') {
                    c = '\'';
                } else if (c == '\u2010' || c == '\u2011') {
                    c = '-';
                } else {
                    return memo.inContext(memo.word(Normal.form(text.substring(start, end))), text, from, start, end, to);
                }
            } else if (c == 0xAD || c == 0x130) {           // a Turkish capital is two characters in lower case
                return memo.inContext(memo.word(Normal.form(text.substring(start, end))), text, from, start, end, to);
            } else {
                c = lower[c];
            }
            key[i - start] = c;
            hash = 31 * hash + c;
        }
        return memo.inContext(memo.word(key, end - start, hash), text, from, start, end, to);
    }

    private int chunkEnd(String text, int start, int to) {
        int i = start;
        while (i < to && (kind(text, i, to) != OTHER || Character.isLowSurrogate(text.charAt(i)) && i > start)) {
            i++;
        }
        return Math.max(i, start + 1);
    }

    private int complex(String text, int start, int end, int position, Sink sink) {
        int at = position;
        try (var tokenizer = new StandardTokenizer()) {
            tokenizer.setReader(new StringReader(text.substring(start, end)));
            var term = tokenizer.getAttribute(CharTermAttribute.class);
            var offsets = tokenizer.getAttribute(OffsetAttribute.class);
            tokenizer.reset();
            while (tokenizer.incrementToken()) {
                String form = Normal.form(term.toString());
                if (!form.isEmpty()) {
                    int last = trimmed(text, start + offsets.startOffset(), start + offsets.endOffset());
                    sink.word(start + offsets.startOffset(), last, at++, memo.word(form));
                }
            }
            tokenizer.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return at;
    }

    private byte kind(String text, int i, int to) {
        char c = text.charAt(i);
        if (c < LATIN) {
            return kinds[c];
        }
        if (c >= 0x300 && c < 0x370 || isDropped(c)) {
            return INVISIBLE;
        }
        if (c >= 0x1E00 && c < 0x1F00) {
            return LETTER;
        }
        if (c >= 0x2000 && c < 0x2100) {
            return OTHER;
        }
        if (Character.isHighSurrogate(c)) {
            return i + 1 < to && Character.isLowSurrogate(text.charAt(i + 1)) ? COMPLEX : OTHER;
        }
        if (Character.isLowSurrogate(c)) {
            return i > 0 && Character.isHighSurrogate(text.charAt(i - 1)) ? COMPLEX : OTHER;
        }
        return Character.isLetterOrDigit(c) || c >= 0x2190 && c < 0x2C00 || c >= 0xFE00 && c <= 0xFE0F ? COMPLEX : OTHER;
    }

    static boolean isApostrophe(char c) {
        return c == '\'' || c == '\u2019';
    }

    /** Characters that are in a text without being seen. */
    static boolean isDropped(char c) {
        return c == 0xAD || c >= 0x200B && c <= 0x200D || c == 0x2060 || c == 0xFEFF;
    }
}
