package dk.udsagn.survey;

import dk.udsagn.survey.FigureKind.Row;
import dk.udsagn.survey.FigureKind.Series;
import dk.udsagn.survey.SurveyFigure.Unit;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Rows of a series that sum to another one, one of them given: disjoint parts of a total.
 *
 * @param whole the row they sum to
 * @param parts the rows, the given one first
 * @param times at which times they do; a part that is missing at a time counts as none there
 * @param all   whether they are all rows that could be parts, or they sum at more than one time: hardly chance
 */
record Parts(Row whole, List<Row> parts, List<String> times, boolean all) {
    /** More rows than this are not searched: every subset is tried. */
    private static final int MOST = 14;

    /** The best such sum that holds at a time; empty when there is none. */
    static Optional<Parts> of(Series series, Row part, Row whole, String time) {
        var others = series.rows().stream().filter(r -> r != part && r != whole && fits(r, whole) && r.at(time) instanceof Quantity.Exact
            && count(r, time).compareTo(count(whole, time)) < 0).toList();
        if (!fits(part, whole) || !(part.at(time) instanceof Quantity.Exact) || !(whole.at(time) instanceof Quantity.Exact) || others.isEmpty() || others.size() > MOST) {
            return Optional.empty();
        }
        Parts best = null;
        for (int set = (1 << others.size()) - 1; set > 0; set--) {
            var parts = new ArrayList<Row>(List.of(part));
            for (int i = 0; i < others.size(); i++) {
                if ((set >> i & 1) == 1) {
                    parts.add(others.get(i));
                }
            }
            if (sum(parts, time).compareTo(count(whole, time)) == 0) {
                var times = series.times().stream().filter(t -> whole.at(t) instanceof Quantity.Exact && sum(parts, t).compareTo(count(whole, t)) == 0).toList();
                if (best == null || times.size() > best.times.size()) {
                    best = new Parts(whole, parts, times, parts.size() == others.size() + 1 || times.size() > 1);
                }
            }
        }
        return Optional.ofNullable(best);
    }

    /** Whether a row could be a part of another: it counts the same, or does not say what. */
    private static boolean fits(Row part, Row whole) {
        return part.unit() == whole.unit() || part.unit() == Unit.UNSTATED;
    }

    private static BigDecimal sum(List<Row> rows, String time) {
        return rows.stream().map(r -> count(r, time)).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal count(Row row, String time) {
        return row.at(time) instanceof Quantity.Exact(BigDecimal value) ? value : BigDecimal.ZERO;
    }
}
