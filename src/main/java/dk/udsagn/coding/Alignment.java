package dk.udsagn.coding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;

/**
 * Which token of an old text is which of a new one, in order: words that occur once in both hold the rest together.
 *
 * @see "B. Cohen, patience diff; the longest common subsequence between its anchors"
 */
final class Alignment {
    /** A stretch without unique words is compared cell by cell up to so many cells; beyond, it stays unaligned. */
    private static final long CELLS = 4_000_000;

    private final Tokens old;
    private final Tokens now;
    private final int[] to;
    private final int[] from;

    Alignment(Tokens old, Tokens now) {
        this.old = old;
        this.now = now;
        this.to = new int[old.size()];
        Arrays.fill(to, -1);
        align(0, old.size(), 0, now.size());
        from = new int[now.size()];
        Arrays.fill(from, -1);
        for (int i = 0; i < to.length; i++) {
            if (to[i] >= 0) {
                from[to[i]] = i;
            }
        }
    }

    /** The old token that a new one is; -1 when there is none. */
    int from(int token) {
        return from[token];
    }

    /** The new token that an old one is; -1 when there is none. */
    int to(int token) {
        return to[token];
    }

    /** How many old tokens around one, itself included, are matched one after another without a gap, counted up to a limit. */
    int run(int token, int limit) {
        if (to[token] < 0) {
            return 0;
        }
        int run = 1;
        for (int i = token - 1; run < limit && i >= 0 && to[i] >= 0 && to[i] == to[i + 1] - 1; i--) {
            run++;
        }
        for (int i = token + 1; run < limit && i < to.length && to[i] >= 0 && to[i] == to[i - 1] + 1; i++) {
            run++;
        }
        return run;
    }

    private void align(int a, int b, int c, int d) {
        int from = a;
        int till = b;
        int into = c;
        int end = d;
        while (from < till && into < end && old.id(from) == now.id(into)) {
            to[from++] = into++;
        }
        while (from < till && into < end && old.id(till - 1) == now.id(end - 1)) {
            to[--till] = --end;
        }
        if (from == till || into == end) {
            return;
        }
        List<int[]> anchors = anchors(from, till, into, end);
        if (anchors.isEmpty()) {
            subsequence(from, till, into, end);
            return;
        }
        int i = from;
        int j = into;
        for (int[] anchor : anchors) {
            align(i, anchor[0], j, anchor[1]);
            to[anchor[0]] = anchor[1];
            i = anchor[0] + 1;
            j = anchor[1] + 1;
        }
        align(i, till, j, end);
    }

    /** Pairs of tokens that occur once on either side, the longest chain of them in order. */
    private List<int[]> anchors(int a, int b, int c, int d) {
        var ours = once(old, a, b);
        var theirs = once(now, c, d);
        var pairs = new ArrayList<int[]>();
        for (int i = a; i < b; i++) {
            int place = ours.get(old.id(i));
            int other = theirs.getOrDefault(old.id(i), -1);
            if (place >= 0 && other >= 0) {
                pairs.add(new int[] {i, other});
            }
        }
        return rising(pairs);
    }

    private static HashMap<Integer, Integer> once(Tokens tokens, int from, int to) {
        var once = new HashMap<Integer, Integer>();
        for (int i = from; i < to; i++) {
            once.merge(tokens.id(i), i, (x, y) -> -1);
        }
        return once;
    }

    private static List<int[]> rising(List<int[]> pairs) {
        int[] tails = new int[pairs.size()];
        int[] before = new int[pairs.size()];
        int length = 0;
        for (int i = 0; i < pairs.size(); i++) {
            int low = 0;
            int high = length;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (pairs.get(tails[middle])[1] < pairs.get(i)[1]) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            before[i] = low == 0 ? -1 : tails[low - 1];
            tails[low] = i;
            length = Math.max(length, low + 1);
        }
        var chain = new ArrayList<int[]>();
        for (int i = length == 0 ? -1 : tails[length - 1]; i >= 0; i = before[i]) {
            chain.addFirst(pairs.get(i));
        }
        return chain;
    }

    private void subsequence(int a, int b, int c, int d) {
        int n = b - a;
        int m = d - c;
        if ((long) n * m > CELLS) {
            return;
        }
        int[][] best = new int[n + 1][m + 1];
        for (int i = n - 1; i >= 0; i--) {
            for (int j = m - 1; j >= 0; j--) {
                best[i][j] = old.id(a + i) == now.id(c + j) ? best[i + 1][j + 1] + 1 : Math.max(best[i + 1][j], best[i][j + 1]);
            }
        }
        for (int i = 0, j = 0; i < n && j < m; ) {
            if (old.id(a + i) == now.id(c + j)) {
                to[a + i++] = c + j++;
            } else if (best[i + 1][j] >= best[i][j + 1]) {
                i++;
            } else {
                j++;
            }
        }
    }
}
