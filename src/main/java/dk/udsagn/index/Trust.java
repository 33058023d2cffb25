package dk.udsagn.index;

import java.util.Set;

/** How a word of an expression is found in a form: as a whole, as a part of a compound, or not. */
enum Trust {
    NONE, PART, WHOLE;

    static Trust of(Expression wanted, Word word) {
        return switch (wanted) {
            case Expression.AnyForm any -> share(any.terms(), word.terms()) ? WHOLE : share(any.terms(), word.parts()) ? PART : NONE;
            case Expression.Exactly exactly -> exactly.form().equals(word.exact()) ? WHOLE : NONE;
            case Expression.Prefix prefix -> word.exact().startsWith(prefix.start()) ? WHOLE : NONE;
            case Expression.Fuzzy fuzzy -> near(fuzzy.form(), word.exact(), fuzzy.edits()) ? WHOLE : NONE;
            case Expression.Row row -> throw new IllegalArgumentException("no single word: " + row);
            case Expression.Near near -> throw new IllegalArgumentException("no single word: " + near);
            case Expression.NotNear not -> throw new IllegalArgumentException("no single word: " + not);
            case Expression.AnyOf any -> throw new IllegalArgumentException("no single word: " + any);
        };
    }

    private static boolean share(Set<String> some, Set<String> others) {
        for (String term : some) {
            if (others.contains(term)) {
                return true;
            }
        }
        return false;
    }

    /** Whether so few letters are lost, added, changed or swapped, the first one standing: optimal string alignment. */
    static boolean near(String form, String other, int edits) {
        if (Math.abs(form.length() - other.length()) > edits || other.isEmpty() || form.charAt(0) != other.charAt(0)) {
            return false;
        }
        int[] before = new int[other.length() + 1];
        int[] last = new int[other.length() + 1];
        int[] now = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= form.length(); i++) {
            now[0] = i;
            int least = i;
            for (int j = 1; j <= other.length(); j++) {
                boolean same = form.charAt(i - 1) == other.charAt(j - 1);
                int cost = Math.min(Math.min(now[j - 1], last[j]) + 1, last[j - 1] + (same ? 0 : 1));
                if (i > 1 && j > 1 && form.charAt(i - 1) == other.charAt(j - 2) && form.charAt(i - 2) == other.charAt(j - 1)) {
                    cost = Math.min(cost, before[j - 2] + 1);
                }
                now[j] = cost;
                least = Math.min(least, cost);
            }
            if (least > edits) {
                return false;
            }
            int[] free = before;
            before = last;
            last = now;
            now = free;
        }
        return last[other.length()] <= edits;
    }
}
