package dk.udsagn.agreement;

import java.util.Arrays;
import java.util.List;

/**
 * Where coders' segments meet.
 *
 * @param withGaps every character, category 0 being the gaps
 * @param valued   only characters that both coders of a pair marked
 * @param common   characters that two or more coders marked
 */
record Intersections(Lengths withGaps, Lengths valued, int common) {
    /** Each pair of coders is walked along once: linear in their segments. */
    static Intersections of(Continuum continuum) {
        int q = continuum.categories().size();
        int m = continuum.coders().size();
        double[][] observed = new double[q + 1][q + 1];
        double[][] shared = new double[m][];
        for (int g = 0; g < m; g++) {
            shared[g] = new double[continuum.marked().get(g).size()];
        }
        for (int g = 0; g < m; g++) {
            for (int h = 0; h < g; h++) {
                meet(continuum.marked().get(g), continuum.marked().get(h), shared[g], shared[h], observed);
            }
        }
        gaps(continuum, observed);
        double[] self = new double[q + 1];
        double[] selfValued = new double[q];
        for (int g = 0; g < m; g++) {
            double gap = continuum.length();
            for (int i = 0; i < shared[g].length; i++) {
                var segment = continuum.marked().get(g).get(i);
                double pairable = shared[g][i] / (m - 1);
                gap -= segment.length();
                self[segment.category() + 1] += segment.length() * segment.length();
                selfValued[segment.category()] += pairable * pairable;
            }
            self[0] += gap;
        }
        double[][] valued = new double[q][];
        for (double[] row : observed) {
            for (int k = 0; k <= q; k++) {
                row[k] /= m - 1;
            }
        }
        for (int c = 0; c < q; c++) {
            valued[c] = Arrays.copyOfRange(observed[c + 1], 1, q + 1);
        }
        return new Intersections(new Lengths(observed, self), new Lengths(valued, selfValued), common(continuum));
    }

    private static void meet(List<Continuum.Marked> a, List<Continuum.Marked> b, double[] sharedA, double[] sharedB, double[][] observed) {
        for (int i = 0, j = 0; i < a.size() && j < b.size();) {
            var x = a.get(i);
            var y = b.get(j);
            double length = Math.min(x.end(), y.end()) - (double) Math.max(x.start(), y.start());
            if (length > 0) {
                observed[x.category() + 1][y.category() + 1] += length;
                observed[y.category() + 1][x.category() + 1] += length;
                sharedA[i] += length;
                sharedB[j] += length;
            }
            if (x.end() <= y.end()) {
                i++;
            } else {
                j++;
            }
        }
    }

    /** What of a category met no segment met a gap; what of the gaps met no segment met gaps. */
    private static void gaps(Continuum continuum, double[][] observed) {
        int m = continuum.coders().size();
        double[] marked = new double[observed.length];
        continuum.marked().forEach(list -> list.forEach(s -> marked[s.category() + 1] += s.length()));
        double unmarked = (double) m * continuum.length() - Lengths.sum(marked);
        double met = 0;
        for (int c = 1; c < observed.length; c++) {
            double gap = (m - 1) * marked[c] - Lengths.sum(observed[c]);
            observed[c][0] = gap;
            observed[0][c] = gap;
            met += gap;
        }
        observed[0][0] = (m - 1) * unmarked - met;
    }

    private static int common(Continuum continuum) {
        int[] starts = continuum.marked().stream().flatMap(List::stream).mapToInt(Continuum.Marked::start).sorted().toArray();
        int[] ends = continuum.marked().stream().flatMap(List::stream).mapToInt(Continuum.Marked::end).sorted().toArray();
        int common = 0;
        int open = 0;
        int at = 0;
        for (int i = 0, j = 0; j < ends.length;) {
            int next = i < starts.length ? Math.min(starts[i], ends[j]) : ends[j];
            common += open > 1 ? next - at : 0;
            at = next;
            if (i < starts.length && starts[i] == next) {
                open++;
                i++;
            } else {
                open--;
                j++;
            }
        }
        return common;
    }
}
