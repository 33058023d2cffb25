package dk.udsagn.coding;

import java.util.Optional;

/** Words that were changed themselves: a misspelling mended, a name replaced, a sentence put in. Found by what stands around them. */
final class Changed {
    /** Tokens in a row that must agree where the words begin and end. */
    private static final int SUPPORT = 3;
    /** The longest row of new words inside that still counts as put in: two or three sentences. */
    private static final int PUT_IN = 60;
    /** The longest row of tokens replaced by others: "Anne Marie" by "[navn 1]". */
    private static final int REPLACED = 5;

    private final Tokens old;
    private final Tokens now;
    private final Alignment alignment;

    Changed(Tokens old, Tokens now) {
        this.old = old;
        this.now = now;
        this.alignment = new Alignment(old, now);
    }

    /**
     * Where changed words are.
     *
     * @param from    first new token
     * @param to      after the last new token
     * @param certain whether they are certain to be the same words, changed
     * @param why     what was changed
     */
    record Found(int from, int to, boolean certain, String why) {
    }

    /** Where the old tokens are now; empty when too few of them are left. */
    Optional<Found> find(int a, int b) {
        int from = alignment.to(a) >= 0 ? alignment.to(a) : a == 0 ? 0 : alignment.to(a - 1) >= 0 ? alignment.to(a - 1) + 1 : -1;
        int to = alignment.to(b - 1) >= 0 ? alignment.to(b - 1) + 1 : b == old.size() ? now.size() : alignment.to(b);
        boolean edges = from >= 0 && to > from && isHeld(a, a - 1) && isHeld(b - 1, b);
        if (edges) {
            String why = inside(a, b, from, to);
            if (why != null) {
                return Optional.of(new Found(from, to, true, why));
            }
        }
        return rest(a, b);
    }

    /** Whether an edge is certain: the token on this side of it, or else the one beyond, agrees together with its neighbours. */
    private boolean isHeld(int inner, int outer) {
        if (alignment.to(inner) >= 0) {
            return alignment.run(inner, SUPPORT) >= SUPPORT;
        }
        return outer < 0 || outer >= old.size() || alignment.run(outer, SUPPORT) >= SUPPORT;
    }

    /** What was changed inside; null when that is more than a mend. */
    private String inside(int a, int b, int from, int to) {
        int same = 0;
        int replaced = 0;
        int putIn = 0;
        int at = from;
        for (int i = a; i < b; ) {
            if (alignment.to(i) == at) {
                same++;
                i++;
                at++;
                continue;
            }
            int end = i;
            while (end < b && alignment.to(end) < 0) {
                end++;
            }
            int next = end < b ? alignment.to(end) : to;
            int lost = end - i;
            int came = next - at;
            boolean edge = i == a || end == b;
            if (lost == 0) {
                putIn += came;
            } else if (came == 0 ? !isSigns(i, end) : lost > REPLACED || came > lost + (edge ? 1 : REPLACED)) {
                return null;
            } else {
                replaced += lost;
            }
            i = end;
            at = next;
        }
        if (putIn > PUT_IN || same < replaced && b - a > REPLACED || same < replaced && !isAlike(a, b, from, to)) {
            return null;
        }
        return (replaced > 0 ? replaced + " of " + (b - a) + " words or signs were changed" : "")
            + (replaced > 0 && putIn > 0 ? ", " : "") + (putIn > 0 ? putIn + " words or signs were put in" : "");
    }

    private boolean isSigns(int from, int to) {
        for (int i = from; i < to; i++) {
            if (old.isSaid(i)) {
                return false;
            }
        }
        return true;
    }

    /** Whether short words are spelt nearly alike: at most a third of the letters differ. */
    private boolean isAlike(int a, int b, int from, int to) {
        String one = old.letters(a, b);
        String other = now.letters(from, to);
        int[][] cost = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                if (i == 0 || j == 0) {
                    cost[i][j] = i + j;
                    continue;
                }
                boolean same = one.charAt(i - 1) == other.charAt(j - 1);
                cost[i][j] = Math.min(Math.min(cost[i - 1][j], cost[i][j - 1]) + 1, cost[i - 1][j - 1] + (same ? 0 : 1));
                if (i > 1 && j > 1 && one.charAt(i - 1) == other.charAt(j - 2) && one.charAt(i - 2) == other.charAt(j - 1)) {
                    cost[i][j] = Math.min(cost[i][j], cost[i - 2][j - 2] + 1);          // two letters that changed places
                }
            }
        }
        return cost[one.length()][other.length()] * 3 <= Math.max(one.length(), other.length());
    }

    /** From the first to the last token that is left, when that is a third of them and they stand together. */
    private Optional<Found> rest(int a, int b) {
        int first = -1;
        int last = -1;
        int same = 0;
        for (int i = a; i < b; i++) {
            if (alignment.to(i) >= 0) {
                first = first < 0 ? alignment.to(i) : first;
                last = alignment.to(i);
                same++;
            }
        }
        return same * 3 < b - a || same == 0 || last - first > 3 * (b - a) ? Optional.empty()
            : Optional.of(new Found(first, last + 1, false, same + " of " + (b - a) + " words or signs are left"));
    }

    /** Whether the texts as a whole, read in order, put one of the old tokens elsewhere than a row of new ones from {@code at} on. */
    boolean isElsewhere(int a, int b, int at) {
        for (int i = a; i < b; i++) {
            if (alignment.to(i) >= 0 && alignment.to(i) != at + i - a) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether words that stand as they were from {@code at} on could as well begin or end elsewhere: what was put in or taken out beside them
     * begins or ends like they do, as in "… drak. | Det tog et år. | Det …".
     *
     * @param left  tokens before them that agree
     * @param right tokens after them that agree
     */
    boolean canSlide(int a, int b, int at, int left, int right) {
        int end = at + b - a;
        if (alignment.to(b - 1) == end - 1) {
            int putIn = b + right < old.size() ? alignment.to(b + right) : -1;
            int takenOut = end + right < now.size() ? alignment.from(end + right) : -1;
            if (putIn >= 0 && back(b + right, putIn, b - a + right) > right || takenOut >= 0 && back(takenOut, end + right, b - a + right) > right) {
                return true;
            }
        }
        if (alignment.to(a) == at) {
            int putIn = a - left > 0 ? alignment.to(a - left - 1) : -1;
            int takenOut = at - left > 0 ? alignment.from(at - left - 1) : -1;
            return putIn >= 0 && forth(a - left, putIn + 1, b - a + left) > left || takenOut >= 0 && forth(takenOut + 1, at - left, b - a + left) > left;
        }
        return false;
    }

    private int back(int token, int other, int limit) {
        int same = 0;
        while (same < limit && token - same > 0 && other - same > 0 && old.id(token - same - 1) == now.id(other - same - 1)) {
            same++;
        }
        return same;
    }

    private int forth(int token, int other, int limit) {
        int same = 0;
        while (same < limit && token + same < old.size() && other + same < now.size() && old.id(token + same) == now.id(other + same)) {
            same++;
        }
        return same;
    }

    /** The new tokens of old ones inside words that were found; empty unless all are there, one after another. */
    Optional<int[]> part(int a, int b) {
        for (int i = a; i < b; i++) {
            if (alignment.to(i) < 0 || alignment.to(i) != alignment.to(a) + i - a) {
                return Optional.empty();
            }
        }
        return Optional.of(new int[] {alignment.to(a), alignment.to(b - 1) + 1});
    }
}
