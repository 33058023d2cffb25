package dk.udsagn.coding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A text as words and signs, white space aside, so that line breaks may change freely. Two texts that share a vocabulary number equal words alike.
 * A stretch of U+0000 is something unknown, which equals nothing.
 */
final class Tokens {
    private final String text;
    private final int[] starts;
    private final int[] ends;
    private final int[] ids;
    private final boolean[] words;
    private final boolean complete;
    private Map<Integer, int[]> places;

    Tokens(String text, Map<String, Integer> vocabulary) {
        this.text = text;
        var found = new ArrayList<int[]>();
        boolean known = true;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            int end = i + Character.charCount(c);
            if (c == 0) {
                while (end < text.length() && text.charAt(end) == 0) {
                    end++;
                }
                known = false;
                found.add(new int[] {i, end, -1 - vocabulary.size() - found.size(), 0});
            } else if (isWord(c)) {
                while (end < text.length() && isWord(text.codePointAt(end))) {
                    end += Character.charCount(text.codePointAt(end));
                }
                found.add(new int[] {i, end, id(text.substring(i, end), vocabulary), 1});
            } else if (!Character.isWhitespace(c) && !Character.isSpaceChar(c)) {
                found.add(new int[] {i, end, id(text.substring(i, end), vocabulary), 0});
            }
            i = end;
        }
        starts = found.stream().mapToInt(t -> t[0]).toArray();
        ends = found.stream().mapToInt(t -> t[1]).toArray();
        ids = found.stream().mapToInt(t -> t[2]).toArray();
        words = new boolean[ids.length];
        for (int i = 0; i < words.length; i++) {
            words[i] = found.get(i)[3] == 1;
        }
        complete = known;
    }

    private static boolean isWord(int c) {
        return Character.isLetterOrDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK;
    }

    private static int id(String token, Map<String, Integer> vocabulary) {
        return vocabulary.computeIfAbsent(token, k -> vocabulary.size());
    }

    int size() {
        return ids.length;
    }

    int start(int token) {
        return starts[token];
    }

    int end(int token) {
        return ends[token];
    }

    int id(int token) {
        return ids[token];
    }

    /** Whether a token is a word, not a sign. */
    boolean isSaid(int token) {
        return words[token];
    }

    /** Whether the whole text is known. */
    boolean isComplete() {
        return complete;
    }

    /** The first token that ends after a position. */
    int after(int position) {
        int i = Arrays.binarySearch(ends, position + 1);
        return i >= 0 ? i : -i - 1;
    }

    /** The token after the last one that starts before a position. */
    int before(int position) {
        int i = Arrays.binarySearch(starts, position);
        return i >= 0 ? i : -i - 1;
    }

    String letters(int from, int to) {
        return text.substring(starts[from], ends[to - 1]);
    }

    int[] sequence(int from, int to) {
        return Arrays.copyOfRange(ids, from, to);
    }

    /** Where a sequence stands, by its first tokens, in order. */
    List<Integer> find(int[] sequence) {
        if (places == null) {
            places = index();
        }
        int rarest = 0;
        for (int i = 1; i < sequence.length; i++) {
            rarest = places(sequence[i]).length < places(sequence[rarest]).length ? i : rarest;
        }
        var found = new ArrayList<Integer>();
        for (int place : places(sequence[rarest])) {
            int from = place - rarest;
            if (from >= 0 && from + sequence.length <= ids.length && Arrays.equals(ids, from, from + sequence.length, sequence, 0, sequence.length)) {
                found.add(from);
            }
        }
        return found;
    }

    private int[] places(int id) {
        return places.getOrDefault(id, new int[0]);
    }

    private Map<Integer, int[]> index() {
        var counts = new HashMap<Integer, Integer>();
        for (int id : ids) {
            counts.merge(id, 1, Integer::sum);
        }
        var index = new HashMap<Integer, int[]>();
        var filled = new HashMap<Integer, Integer>();
        for (int i = 0; i < ids.length; i++) {
            int[] of = index.computeIfAbsent(ids[i], id -> new int[counts.get(id)]);
            of[filled.merge(ids[i], 1, Integer::sum) - 1] = i;
        }
        return index;
    }
}
