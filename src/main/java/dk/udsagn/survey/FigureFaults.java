package dk.udsagn.survey;

import dk.udsagn.survey.FigureCheck.Fault;
import dk.udsagn.survey.FigureCheck.Sure;
import dk.udsagn.survey.FigureKind.Background;
import dk.udsagn.survey.FigureKind.Band;
import dk.udsagn.survey.FigureKind.Mean;
import dk.udsagn.survey.FigureKind.Ordered;
import dk.udsagn.survey.FigureKind.Point;
import dk.udsagn.survey.FigureKind.Row;
import dk.udsagn.survey.FigureKind.Series;
import dk.udsagn.survey.FigureKind.Several;
import dk.udsagn.survey.FigureKind.Total;
import dk.udsagn.survey.FigureKind.TwoPoints;
import dk.udsagn.survey.FigureKind.Value;
import dk.udsagn.survey.Quantity.Range;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Faults that a figure has by itself. */
final class FigureFaults {
    private final Survey survey;
    private final SurveyFigure figure;
    private final FigureCheck.Notes notes;

    FigureFaults(Survey survey, SurveyFigure figure, FigureCheck.Notes notes) {
        this.survey = survey;
        this.figure = figure;
        this.notes = notes;
    }

    void check() {
        switch (figure.kind()) {
            case Mean k -> mean(k);
            case Ordered k -> {
                sum(k.answers().stream().map(Value::value).toList(), 0, "");
                k.totals().forEach(t -> total(t, k.answers(), false));
                groups(k.answers().stream().map(Value::label).toList());
            }
            case TwoPoints k -> twoPoints(k);
            case Several k -> k.totals().forEach(t -> total(t, k.answers(), true));
            case Series k -> series(k);
            case Background k -> {
                sum(k.groups().stream().map(Value::value).toList(), 0, "");
                groups(k.groups().stream().map(Value::label).toList());
            }
        }
    }

    /** The shares of one choice sum to 100 somewhere within their rounding; missing ones may be what is left over. */
    private void sum(List<Quantity> values, double slack, String at) {
        var known = values.stream().flatMap(v -> v.range().stream()).toList();
        if (known.isEmpty()) {
            return;
        }
        var sum = known.stream().reduce(new Range(-slack, slack), Range::plus);
        boolean whole = known.size() == values.size();
        if (whole ? !sum.meets(new Range(100, 100)) : sum.low() > 100 + Range.EPSILON) {
            double printed = values.stream().flatMap(v -> v.number().stream()).mapToDouble(Number::doubleValue).sum();
            notes.found(Fault.SUM, "SUM", figure, Optional.empty(), Sure.CERTAIN, notes.says.number(printed, 2), notes.says.range(sum, " %"), at.isEmpty() ? "" : " (" + at + ")");
        }
    }

    private void total(Total total, List<Value> answers, boolean several) {
        var parts = new ArrayList<Range>();
        for (Value answer : answers) {
            if (total.of().contains(answer.label())) {
                if (answer.value().range().isEmpty()) {
                    return;                     // the missing part may be anything
                }
                parts.add(answer.value().range().get());
            }
        }
        total.value().range().ifPresent(stated -> share(figure, Optional.empty(), total.of(), total.value(), stated, parts, several, notes));
    }

    /** A share stated for some answers against what their own shares give. */
    static void share(SurveyFigure figure, Optional<String> statement, List<String> of, Quantity value, Range stated, List<Range> parts, boolean several, FigureCheck.Notes notes) {
        var sum = parts.stream().reduce(new Range(0, 0), Range::plus);
        String names = String.join(" + ", of);
        String said = notes.says.value(value, value instanceof Quantity.Derived ? "" : " %");
        if (several && parts.size() > 1) {
            double most = parts.stream().mapToDouble(Range::high).max().orElse(0);
            double least = parts.stream().mapToDouble(Range::low).max().orElse(0);
            if (stated.meets(sum) && sum.low() > most) {
                notes.found(Fault.SEVERAL_ADDED, "SEVERAL_ADDED", figure, statement, Sure.LIKELY, names, said, notes.says.range(new Range(least, Math.min(100, sum.high())), " %"));
            } else if (!stated.meets(new Range(least, Math.min(100, sum.high())))) {
                notes.found(Fault.SHARE, "SHARE", figure, statement, Sure.CERTAIN, names, said, notes.says.range(new Range(least, Math.min(100, sum.high())), " %"));
            }
        } else if (!stated.meets(sum)) {
            notes.found(Fault.SHARE, "SHARE", figure, statement, Sure.CERTAIN, names, said, notes.says.range(sum, " %"));
        }
    }

    private void mean(Mean k) {
        var scale = new Range(k.least().doubleValue(), k.greatest().doubleValue());
        var all = new ArrayList<>(k.means());
        if (k.overall().range().isPresent()) {
            all.add(new Value(notes.says.say("overall"), k.overall()));
        }
        for (Value mean : all) {
            mean.value().range().filter(r -> !r.meets(scale)).ifPresent(r -> notes.found(Fault.AVERAGE, "AVERAGE.scale", figure, Optional.empty(), Sure.CERTAIN,
                mean.label(), notes.says.value(mean.value(), ""), k.least().toPlainString() + "–" + k.greatest().toPlainString()));
        }
        var parts = k.means().stream().flatMap(m -> m.value().range().stream()).toList();
        if (k.overall().range().isEmpty() || parts.size() < k.means().size()) {
            return;
        }
        Range follows = new Range(parts.stream().mapToDouble(Range::low).min().orElseThrow(), parts.stream().mapToDouble(Range::high).max().orElseThrow());
        if (k.means().stream().allMatch(m -> k.bases().containsKey(m.label()))) {
            double n = k.means().stream().mapToInt(m -> k.bases().get(m.label())).sum();
            follows = k.means().stream().map(m -> m.value().range().orElseThrow().times(k.bases().get(m.label()) / n)).reduce(new Range(0, 0), Range::plus);
        }
        if (!k.overall().range().get().meets(follows)) {
            notes.found(Fault.AVERAGE, "AVERAGE.overall", figure, Optional.empty(), Sure.CERTAIN, notes.says.value(k.overall(), ""),
                notes.says.number(follows.low(), 2) + "–" + notes.says.number(follows.high(), 2));
        }
    }

    private void twoPoints(TwoPoints k) {
        var covered = k.points().stream().flatMap(p -> p.bands().stream()).toList();
        if (covered.size() == k.bands().size() && covered.stream().distinct().count() == covered.size()) {
            double slack = k.points().stream().mapToDouble(p -> merged(p)).sum();       // "low or medium" may be the sum of two rounded shares
            sum(k.points().stream().map(Point::first).toList(), slack, k.from());
            sum(k.points().stream().map(Point::last).toList(), slack, k.to());
        }
        for (Point point : k.points()) {
            if (point.first().range().isPresent() != point.last().range().isPresent()) {
                boolean first = point.first().range().isPresent();
                notes.found(Fault.CATEGORIES_CHANGED, "CATEGORIES_CHANGED.point", figure, Optional.empty(), Sure.POSSIBLE, point.label(), first ? k.from() : k.to(), first ? k.to() : k.from());
            }
        }
        groups(k.bands().stream().map(Band::scores).toList());
        var bands = k.bands().stream().flatMap(b -> NumberBand.of(b.scores()).stream()).toList();
        if (bands.size() == k.bands().size() && !bands.isEmpty()) {
            double least = bands.stream().mapToDouble(NumberBand::low).min().orElseThrow();
            double greatest = bands.stream().mapToDouble(NumberBand::high).max().orElseThrow();
            if (least > k.least().doubleValue() || greatest < k.greatest().doubleValue()) {
                notes.found(Fault.GROUPS_GAP, "GROUPS_GAP.scale", figure, Optional.empty(), Sure.CERTAIN, k.least().toPlainString() + "–" + k.greatest().toPlainString(),
                    notes.says.number(least, 2) + "–" + notes.says.number(greatest, 2));
            }
        }
    }

    private static double merged(Point point) {
        return point.first() instanceof Quantity.Rounded r ? (point.bands().size() - 1) * Math.pow(10, -Math.max(0, r.value().scale())) / 2 : 0;
    }

    /** Stretches of numbers among the labels: do they share values, or leave some out? Labels that are all single numbers are points of a scale. */
    private void groups(List<String> labels) {
        record Group(String label, NumberBand band) {
        }
        var groups = labels.stream().flatMap(l -> NumberBand.of(l).map(b -> new Group(l, b)).stream())
            .sorted(Comparator.comparingDouble((Group g) -> g.band.low()).thenComparingDouble(g -> g.band.high())).toList();
        if (groups.size() < 2 || groups.stream().allMatch(g -> g.band.low() == g.band.high())) {
            return;
        }
        double step = Math.pow(10, -groups.stream().mapToInt(g -> g.band.decimals()).max().orElse(0));
        var overlaps = new ArrayList<String>();
        var gaps = new ArrayList<String>();
        double reached = groups.getFirst().band.last(step);
        for (int i = 1; i < groups.size(); i++) {
            var next = groups.get(i);
            for (Group before : groups.subList(0, i)) {
                double low = next.band.first(step);
                double high = Math.min(before.band.last(step), next.band.last(step));
                if (low <= high + Range.EPSILON) {
                    overlaps.add("\"" + before.label + "\" / \"" + next.label + "\" (" + span(low, high) + ")");
                }
            }
            if (next.band.first(step) > reached + step + Range.EPSILON) {
                gaps.add(span(reached + step, next.band.first(step) - step));
            }
            reached = Math.max(reached, next.band.last(step));
        }
        if (!overlaps.isEmpty()) {
            notes.found(Fault.GROUPS_OVERLAP, "GROUPS_OVERLAP", figure, Optional.empty(), Sure.CERTAIN, notes.says.and(overlaps));
        }
        if (!gaps.isEmpty()) {
            notes.found(Fault.GROUPS_GAP, "GROUPS_GAP", figure, Optional.empty(), Sure.CERTAIN, notes.says.and(gaps));
        }
    }

    private String span(double low, double high) {
        String from = Double.isInfinite(low) ? "…" : notes.says.number(low, 2);
        String to = Double.isInfinite(high) ? "…" : notes.says.number(high, 2);
        return from.equals(to) ? from : from + "–" + to;
    }

    private void series(Series k) {
        for (var ratio : k.ratios()) {
            ratio.stated().forEach((time, stated) -> {
                var statement = survey.statements().stream().filter(s -> s instanceof Statement.Average a && a.said().figure().equals(figure.id())
                    && a.of().equals(ratio.id()) && a.at().equals(time) && a.value().equals(stated)).map(s -> s.said().id()).findFirst();
                StatementFaults.ratio(figure, k, ratio, time, stated, statement, notes);
            });
        }
        k.rows().forEach(row -> categories(k, row));
    }

    /** A row that was not counted at all times makes those times different, and every total it is part of. */
    private void categories(Series k, Row row) {
        var known = k.times().stream().filter(t -> row.at(t).range().isPresent()).toList();
        var missing = k.times().stream().filter(t -> row.at(t).range().isEmpty()).toList();
        if (row.since().isEmpty() && (missing.isEmpty() || known.isEmpty())) {
            return;
        }
        Optional<Parts> parts = known.stream().flatMap(t -> k.rows().stream().filter(w -> w != row).flatMap(w -> Parts.of(k, row, w, t).stream()))
            .filter(Parts::all).max(Comparator.comparingInt(p -> p.times().size()));
        if (row.since().isEmpty() && parts.isEmpty() && !(k.percent() && known.stream().anyMatch(t -> hundred(k, t)) && missing.stream().anyMatch(t -> hundred(k, t)))) {
            return;                             // a value that is missing, not a category that is
        }
        String values = String.join(", ", k.times().stream().map(t -> t + ": " + notes.says.value(row.at(t), k.percent() ? " %" : "")).toList());
        String since = row.since().isEmpty() ? notes.says.and(known) : row.since();
        var statement = survey.statements().stream().filter(s -> s instanceof Statement.Change c && c.said().figure().equals(figure.id())
            && (c.of().equals(row.id()) || parts.filter(p -> p.whole().id().equals(c.of())).isPresent())).map(s -> s.said().id()).findFirst();
        var like = parts.flatMap(p -> likeForLike(k, row, p));
        var sure = row.since().isEmpty() ? Sure.POSSIBLE : Sure.CERTAIN;
        if (like.isPresent()) {
            notes.found(Fault.CATEGORIES_CHANGED, "CATEGORIES_CHANGED.like", figure, statement, sure, row.label(), since, values, parts.get().whole().label(), like.get());
        } else {
            notes.found(Fault.CATEGORIES_CHANGED, "CATEGORIES_CHANGED", figure, statement, sure, row.label(), since, values);
        }
    }

    /** Whether the shares known at a time are all there are: then one that is missing was no answer at that time. */
    private static boolean hundred(Series k, String time) {
        var known = k.rows().stream().flatMap(r -> r.at(time).range().stream()).toList();
        return known.size() > 1 && known.stream().reduce(new Range(0, 0), Range::plus).meets(new Range(100, 100));
    }

    /** The total from first to last time, with the row and without it. */
    private Optional<String> likeForLike(Series k, Row row, Parts parts) {
        String from = k.times().getFirst();
        String to = k.times().getLast();
        var a = parts.whole().at(from).number();
        var b = parts.whole().at(to).number();
        if (a.isEmpty() || b.isEmpty() || a.get().signum() == 0) {
            return Optional.empty();
        }
        double first = a.get().doubleValue();
        double last = b.get().doubleValue();
        double firstWithout = first - row.at(from).number().map(Number::doubleValue).orElse(0.0);
        double lastWithout = last - row.at(to).number().map(Number::doubleValue).orElse(0.0);
        return firstWithout <= 0 ? Optional.empty() : Optional.of(notes.says.say("like", notes.says.number(first, 0), notes.says.number(last, 0),
            notes.says.number((last - first) / first * 100, 1), notes.says.number(firstWithout, 0), notes.says.number(lastWithout, 0),
            notes.says.number((lastWithout - firstWithout) / firstWithout * 100, 1)));
    }
}
