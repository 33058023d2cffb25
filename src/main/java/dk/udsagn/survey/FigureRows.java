package dk.udsagn.survey;

import dk.udsagn.survey.FigureKind.Background;
import dk.udsagn.survey.FigureKind.Mean;
import dk.udsagn.survey.FigureKind.Ordered;
import dk.udsagn.survey.FigureKind.Point;
import dk.udsagn.survey.FigureKind.Ratio;
import dk.udsagn.survey.FigureKind.Row;
import dk.udsagn.survey.FigureKind.Series;
import dk.udsagn.survey.FigureKind.Several;
import dk.udsagn.survey.FigureKind.Total;
import dk.udsagn.survey.FigureKind.TwoPoints;
import dk.udsagn.survey.FigureKind.Value;
import dk.udsagn.survey.Quantity.Range;
import dk.udsagn.transcript.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A figure's values as rows of text: what is missing says so, what was worked out says so. */
final class FigureRows {
    private final Says says;
    private final List<List<String>> rows = new ArrayList<>();

    FigureRows(Language language) {
        this.says = new Says(language);
    }

    List<List<String>> of(SurveyFigure figure) {
        switch (figure.kind()) {
            case Mean k -> {
                rows.add(List.of(says.say("table.dimension"), says.say("table.mean", says.number(k.least()), says.number(k.greatest()), says.number(k.best()))));
                values(k.means(), "");
                if (k.overall().range().isPresent()) {
                    rows.add(List.of(says.say("overall"), says.value(k.overall(), "")));
                }
            }
            case Ordered k -> {
                rows.add(List.of(says.say("table.answer"), says.say("table.share")));
                values(k.answers(), " %");
                totals(k.totals());
            }
            case Several k -> {
                rows.add(List.of(says.say("table.several"), says.say("table.share")));
                values(k.answers(), " %");
                totals(k.totals());
            }
            case Background k -> {
                rows.add(List.of(says.say("table.group"), says.say("table.share")));
                values(k.groups(), " %");
            }
            case TwoPoints k -> {
                rows.add(List.of(says.say("table.band"), k.from(), k.to(), says.say("table.points")));
                for (Point point : k.points()) {
                    rows.add(List.of(point.label(), says.value(point.first(), " %"), says.value(point.last(), " %"), change(point.first(), point.last())));
                }
            }
            case Series k -> series(k);
        }
        return rows;
    }

    private void series(Series k) {
        var head = new ArrayList<>(List.of(says.say("table.what")));
        head.addAll(k.times());
        rows.add(head);
        for (Row row : k.rows()) {
            var cells = new ArrayList<>(List.of(row.label()));
            k.times().forEach(t -> cells.add(says.value(row.at(t), k.percent() ? " %" : "")));
            rows.add(cells);
        }
        for (Ratio ratio : k.ratios()) {
            var cells = new ArrayList<>(List.of(ratio.label()));
            for (String time : k.times()) {
                var follows = derived(k, ratio, time).map(r -> says.say("derived", says.number(r.middle(), 2)));
                Quantity stated = ratio.stated().getOrDefault(time, Quantity.missing(""));
                cells.add(stated instanceof Quantity.Missing ? follows.orElse(says.say("missing"))
                    : says.say("stated", says.value(stated, "")) + follows.map(f -> "; " + f).orElse(""));
            }
            rows.add(cells);
        }
    }

    private static Optional<Range> derived(Series k, Ratio ratio, String time) {
        var above = k.rows().stream().filter(r -> r.id().equals(ratio.numerator())).findFirst().flatMap(r -> r.at(time).range());
        var below = k.rows().stream().filter(r -> r.id().equals(ratio.denominator())).findFirst().flatMap(r -> r.at(time).range());
        return above.isPresent() && below.isPresent() && below.get().low() > 0 ? Optional.of(above.get().over(below.get())) : Optional.empty();
    }

    private void values(List<Value> values, String unit) {
        values.forEach(v -> rows.add(List.of(v.label(), says.value(v.value(), unit))));
    }

    private void totals(List<Total> totals) {
        totals.stream().filter(t -> t.value().range().isPresent())
            .forEach(t -> rows.add(List.of(t.name().isEmpty() ? String.join(" + ", t.of()) : t.name(), says.say("stated", says.value(t.value(), " %")))));
    }

    /** From the printed values, in percentage points. */
    private String change(Quantity first, Quantity last) {
        if (first.number().isEmpty() || last.number().isEmpty()) {
            return says.say("missing");
        }
        double points = last.number().get().subtract(first.number().get()).doubleValue();
        return says.say("derived", (points > 0 ? "+" : "") + says.number(points, 1));
    }
}
