package dk.udsagn.survey;

import dk.udsagn.survey.FigureKind.Background;
import dk.udsagn.survey.FigureKind.Mean;
import dk.udsagn.survey.FigureKind.Ordered;
import dk.udsagn.survey.FigureKind.Point;
import dk.udsagn.survey.FigureKind.Series;
import dk.udsagn.survey.FigureKind.Several;
import dk.udsagn.survey.FigureKind.TwoPoints;
import dk.udsagn.survey.FigureKind.Value;
import dk.udsagn.survey.JointDisplay.Lean;
import dk.udsagn.survey.Quantity.Range;
import java.util.List;

/** To which side a figure leans; the rules stand with {@link JointDisplay}. */
final class Leaning {
    private Leaning() {
    }

    static Lean of(FigureKind kind) {
        return switch (kind) {
            case Mean k -> mean(k);
            case Ordered k -> ordered(k);
            case TwoPoints k -> twoPoints(k);
            case Several k -> side(k.answers());
            case Series k -> k.rows().stream().allMatch(r -> k.times().stream().allMatch(t -> r.at(t).range().isEmpty())) ? Lean.NOTHING : Lean.NO_SIDE;
            case Background k -> side(k.groups());
        };
    }

    private static Lean side(List<Value> values) {
        return values.stream().allMatch(v -> v.value().range().isEmpty()) ? Lean.NOTHING : Lean.NO_SIDE;
    }

    private static Lean mean(Mean k) {
        double middle = k.least().add(k.greatest()).doubleValue() / 2;
        boolean high = k.best().compareTo(k.greatest()) == 0;
        var known = k.means().stream().flatMap(m -> m.value().range().stream()).toList();
        if (known.isEmpty()) {
            return Lean.NOTHING;
        }
        boolean over = known.stream().allMatch(r -> r.low() > middle);
        boolean under = known.stream().allMatch(r -> r.high() < middle);
        return over == high && over != under ? Lean.FAVOURABLE : over != under ? Lean.UNFAVOURABLE : Lean.DIVIDED;
    }

    private static Lean ordered(Ordered k) {
        int n = k.answers().size();
        var first = sum(k.answers().subList(0, n / 2));
        var last = sum(k.answers().subList(n - n / 2, n));
        if (k.answers().stream().allMatch(a -> a.value().range().isEmpty())) {
            return Lean.NOTHING;
        }
        Range good = k.bestFirst() ? first : last;
        Range bad = k.bestFirst() ? last : first;
        return good.low() > 50 ? Lean.FAVOURABLE : bad.low() > 50 ? Lean.UNFAVOURABLE : Lean.DIVIDED;
    }

    private static Range sum(List<Value> values) {
        return values.stream().flatMap(v -> v.value().range().stream()).reduce(new Range(0, 0), Range::plus);
    }

    private static Lean twoPoints(TwoPoints k) {
        double change = 0;
        boolean known = false;
        for (Point point : k.points()) {
            if (k.side(point) > 0 && point.first().range().isPresent() && point.last().range().isPresent()) {
                Range moved = point.last().range().get().minus(point.first().range().get());
                known = true;
                change += moved.low() > 0 ? 1 : moved.high() < 0 ? -1 : 0;
            }
        }
        return !known ? Lean.NOTHING : change > 0 ? Lean.FAVOURABLE : change < 0 ? Lean.UNFAVOURABLE : Lean.DIVIDED;
    }
}
