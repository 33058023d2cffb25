package dk.udsagn.survey;

import dk.udsagn.survey.FigureCheck.Fault;
import dk.udsagn.survey.FigureCheck.Sure;
import dk.udsagn.survey.FigureKind.Background;
import dk.udsagn.survey.FigureKind.Mean;
import dk.udsagn.survey.FigureKind.Ordered;
import dk.udsagn.survey.FigureKind.Point;
import dk.udsagn.survey.FigureKind.Ratio;
import dk.udsagn.survey.FigureKind.Row;
import dk.udsagn.survey.FigureKind.Series;
import dk.udsagn.survey.FigureKind.Several;
import dk.udsagn.survey.FigureKind.TwoPoints;
import dk.udsagn.survey.FigureKind.Value;
import dk.udsagn.survey.Quantity.Range;
import dk.udsagn.survey.Statement.As;
import dk.udsagn.survey.Statement.Trend;
import dk.udsagn.survey.SurveyFigure.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Faults of a sentence about a figure. */
final class StatementFaults {
    private final Survey survey;
    private final SurveyFigure figure;
    private final Statement statement;
    private final Optional<String> id;
    private final FigureCheck.Notes notes;

    StatementFaults(Survey survey, SurveyFigure figure, Statement statement, FigureCheck.Notes notes) {
        this.survey = survey;
        this.figure = figure;
        this.statement = statement;
        this.id = Optional.of(statement.said().id());
        this.notes = notes;
    }

    void check() {
        switch (statement) {
            case Statement.Share s -> {
                unit(s.of().isEmpty() ? "" : s.of().getFirst());
                share(s);
            }
            case Statement.Change s -> {
                unit(s.of());
                change(s);
            }
            case Statement.Average s -> average(s);
            case Statement.Rate s -> {
                unit("");
                rate(s);
            }
            case Statement.Overlap s -> overlap(s);
            case Statement.Shows s -> shows(s.of());
        }
    }

    private void unit(String row) {
        Unit counted = figure.kind() instanceof Series k ? k.rows().stream().filter(r -> r.id().equals(row)).map(Row::unit).findFirst().orElse(figure.unit()) : figure.unit();
        statement.said().unit().filter(u -> u != Unit.UNSTATED && u != counted).ifPresent(said -> {
            if (counted == Unit.UNSTATED) {
                notes.unchecked(figure, id, "unit", word(said));
            } else {
                notes.found(Fault.UNIT, "UNIT", figure, id, Sure.CERTAIN, word(said), word(counted));
            }
        });
    }

    private String word(Unit unit) {
        return notes.says.say("unit." + unit.name());
    }

    /** The value of a label at a time; empty when the figure has no such label, or no such time. */
    private Optional<Quantity> value(String label, String at) {
        return switch (figure.kind()) {
            case Mean k -> find(k.means(), label);
            case Ordered k -> find(k.answers(), label);
            case Several k -> find(k.answers(), label);
            case Background k -> find(k.groups(), label);
            case TwoPoints k -> k.points().stream().filter(p -> p.label().equalsIgnoreCase(label)).findFirst()
                .flatMap(p -> at.equals(k.to()) ? Optional.of(p.last()) : at.equals(k.from()) ? Optional.of(p.first()) : Optional.empty());
            case Series k -> k.rows().stream().filter(r -> k.times().contains(at) && (r.id().equals(label) || r.label().equalsIgnoreCase(label))).findFirst().map(r -> r.at(at));
        };
    }

    private static Optional<Quantity> find(List<Value> values, String label) {
        return values.stream().filter(v -> v.label().equalsIgnoreCase(label)).map(Value::value).findFirst();
    }

    private void shows(String label) {
        if (figure.kind() instanceof TwoPoints k) {
            var merged = k.points().stream().filter(p -> p.bands().size() > 1 && p.bands().stream().anyMatch(label::equalsIgnoreCase)).map(Point::label).findFirst();
            boolean alone = k.points().stream().anyMatch(p -> p.label().equalsIgnoreCase(label) && p.first().range().isPresent() && p.last().range().isPresent());
            if (alone) {
                return;
            }
            if (merged.isPresent()) {
                notes.found(Fault.NOT_SHOWN, "NOT_SHOWN.merged", figure, id, Sure.CERTAIN, label, merged.get());
                return;
            }
        }
        String at = figure.kind() instanceof Series k ? k.times().getLast() : figure.kind() instanceof TwoPoints k ? k.to() : "";
        if (value(label, at).isEmpty()) {
            notes.found(Fault.NOT_SHOWN, "NOT_SHOWN", figure, id, Sure.CERTAIN, label);
        }
    }

    private void share(Statement.Share s) {
        var base = figure.base().number();
        if (s.base().isPresent() && base.isPresent() && base.get().intValue() != s.base().getAsInt()) {
            notes.found(Fault.BASE, "BASE", figure, id, Sure.CERTAIN, s.base().getAsInt(), base.get());
        }
        var parts = new ArrayList<Range>();
        for (String label : s.of()) {
            var value = value(label, s.at());
            if (value.isEmpty()) {
                shows(label);
                return;
            }
            if (value.get().range().isEmpty()) {
                notes.unchecked(figure, id, "missing", label);
                return;
            }
            parts.add(value.get().range().get());
        }
        if (s.value().range().isEmpty() || parts.isEmpty()) {
            notes.unchecked(figure, id, "value");
            return;
        }
        FigureFaults.share(figure, id, s.of(), s.value(), s.value().range().get(), parts, figure.kind() instanceof Several, notes);
    }

    private void change(Statement.Change s) {
        var first = value(s.of(), s.from());
        var last = value(s.of(), s.to());
        if (first.isEmpty() || last.isEmpty()) {
            if (figure.kind() instanceof TwoPoints) {
                shows(s.of());
            } else {
                notes.found(Fault.NOT_SHOWN, "NOT_SHOWN", figure, id, Sure.CERTAIN, s.of());
            }
            return;
        }
        if (first.get().range().isEmpty() || last.get().range().isEmpty()) {
            notes.unchecked(figure, id, "missing", s.of());
            return;
        }
        Range a = first.get().range().get();
        Range b = last.get().range().get();
        Range points = b.minus(a);
        boolean shares = !(figure.kind() instanceof Series k) || k.percent();
        trend(s, points);
        if (s.value().range().isEmpty()) {
            return;
        }
        boolean down = points.low() + points.high() < 0;
        Range size = down ? points.times(-1) : points;
        // relative change is monotone in both ends: its range is that of the corners
        Range relative = a.low() <= 0 ? null : down ? new Range(100 * (1 - b.high() / a.low()), 100 * (1 - b.low() / a.high()))
            : new Range(100 * (b.low() / a.high() - 1), 100 * (b.high() / a.low() - 1));
        Range said = s.value().range().get();
        boolean fitsPoints = said.meets(size);
        boolean fitsRelative = relative != null && said.meets(relative);
        String value = notes.says.value(s.value(), "");
        String sizeSaid = number(size.middle());
        String relativeSaid = relative == null ? "∞" : number(relative.middle());
        Object[] values = {value, notes.says.value(first.get(), shares ? " %" : ""), notes.says.value(last.get(), shares ? " %" : ""), sizeSaid, relativeSaid};
        switch (s.as()) {
            case PERCENT, RELATIVE -> {
                if (shares && fitsRelative && !fitsPoints && s.as() == As.PERCENT) {
                    notes.found(Fault.RELATIVE_CHANGE, "RELATIVE_CHANGE", figure, id, Sure.LIKELY, values);
                } else if (fitsPoints && !fitsRelative && shares) {
                    notes.found(Fault.PERCENT_FOR_POINTS, "PERCENT_FOR_POINTS", figure, id, Sure.CERTAIN, values);
                } else if (!fitsRelative) {
                    notes.found(Fault.CHANGE, shares ? "CHANGE" : fitsPoints ? "CHANGE.absolute" : "CHANGE.counts", figure, id, Sure.CERTAIN, values);
                }
            }
            case POINTS -> {
                if (!shares) {
                    notes.found(Fault.POINTS_FOR_PERCENT, "POINTS_FOR_PERCENT.counts", figure, id, Sure.CERTAIN, values);
                } else if (!fitsPoints) {
                    notes.found(fitsRelative ? Fault.POINTS_FOR_PERCENT : Fault.CHANGE, fitsRelative ? "POINTS_FOR_PERCENT" : "CHANGE", figure, id, Sure.CERTAIN, values);
                }
            }
            case COUNT -> {
                if (shares) {
                    notes.unchecked(figure, id, "value");
                } else if (!fitsPoints) {
                    notes.found(Fault.CHANGE, "CHANGE.counts", figure, id, Sure.CERTAIN, values);
                }
            }
        }
    }

    private String number(double value) {
        return Double.isInfinite(value) ? "∞" : notes.says.number(value, 1);
    }

    private void trend(Statement.Change s, Range change) {
        int way = change.low() > Range.EPSILON ? 1 : change.high() < -Range.EPSILON ? -1 : 0;
        int good = figure.kind() instanceof TwoPoints k ? k.points().stream().filter(p -> p.label().equalsIgnoreCase(s.of())).mapToInt(k::side).findFirst().orElse(0) : 0;
        int said = switch (s.trend()) {
            case RISE -> 1;
            case FALL -> -1;
            case BETTER -> good;
            case WORSE -> -good;
        };
        if ((s.trend() == Trend.BETTER || s.trend() == Trend.WORSE) && good == 0) {
            notes.unchecked(figure, id, "side", s.of());
        } else if (way * said < 0) {
            notes.found(Fault.TREND, "TREND", figure, id, Sure.CERTAIN, s.of(), notes.says.say(way > 0 ? "rises" : "falls"),
                good == 0 ? "" : notes.says.say(good > 0 ? "isGood" : "isBad"));
        }
    }

    private void average(Statement.Average s) {
        switch (figure.kind()) {
            case Series k -> {
                var ratio = k.ratios().stream().filter(r -> r.id().equals(s.of())).findFirst();
                if (ratio.isEmpty() || !k.times().contains(s.at())) {
                    notes.found(Fault.NOT_SHOWN, "NOT_SHOWN", figure, id, Sure.CERTAIN, s.of());
                } else if (!s.value().equals(ratio.get().stated().get(s.at()))) {       // else it was checked with the figure
                    ratio(figure, k, ratio.get(), s.at(), s.value(), id, notes);
                }
            }
            case Mean k -> {
                var means = s.of().isEmpty() ? k.means() : k.means().stream().filter(m -> m.label().equalsIgnoreCase(s.of())).toList();
                if (means.isEmpty()) {
                    notes.found(Fault.NOT_SHOWN, "NOT_SHOWN", figure, id, Sure.CERTAIN, s.of());
                }
                for (Value mean : means) {
                    if (mean.value().range().isEmpty() || s.value().range().isEmpty()) {
                        notes.unchecked(figure, id, "missing", mean.label());
                    } else if (!mean.value().range().get().meets(s.value().range().get())) {
                        notes.found(Fault.AVERAGE, "AVERAGE.mean", figure, id, Sure.CERTAIN, mean.label(), notes.says.value(s.value(), ""), notes.says.value(mean.value(), ""));
                    }
                }
            }
            case Ordered k -> notes.unchecked(figure, id, "value");
            case TwoPoints k -> notes.unchecked(figure, id, "value");
            case Several k -> notes.unchecked(figure, id, "value");
            case Background k -> notes.unchecked(figure, id, "value");
        }
    }

    /** An average stated against its parts. */
    static void ratio(SurveyFigure figure, Series series, Ratio ratio, String time, Quantity stated, Optional<String> statement, FigureCheck.Notes notes) {
        Row above = row(series, ratio.numerator());
        Row below = row(series, ratio.denominator());
        if (stated.range().isEmpty()) {
            return;
        }
        if (above.at(time).range().isEmpty() || below.at(time).range().isEmpty()) {
            notes.unchecked(figure, statement, "missing", above.label() + " / " + below.label() + " " + time);
            return;
        }
        Range follows = above.at(time).range().get().over(below.at(time).range().get());
        if (!follows.meets(stated.range().get())) {
            notes.found(Fault.AVERAGE, "AVERAGE", figure, statement, Sure.CERTAIN, ratio.label(), time, notes.says.value(stated, ""),
                notes.says.value(above.at(time), ""), notes.says.value(below.at(time), ""), notes.says.number(follows.middle(), 2));
        }
    }

    private static Row row(Series series, String id) {
        return series.rows().stream().filter(r -> r.id().equals(id)).findFirst().orElseThrow();
    }

    private void rate(Statement.Rate s) {
        var other = survey.figure(s.among());
        var part = figure.base().number();
        var whole = other.base().number();
        if (part.isEmpty() || whole.isEmpty() || s.value().range().isEmpty()) {
            notes.unchecked(figure, id, "base");
            return;
        }
        if (figure.unit() != other.unit() && figure.unit() != Unit.UNSTATED && other.unit() != Unit.UNSTATED) {
            notes.found(Fault.UNIT, "UNIT.bases", figure, id, Sure.CERTAIN, word(figure.unit()), word(other.unit()), other.name(notes.says.code()));
            return;
        }
        double percent = 100 * part.get().doubleValue() / whole.get().doubleValue();
        if (!s.value().range().get().meets(new Range(percent, percent))) {
            notes.found(Fault.RATE, "RATE", figure, id, Sure.LIKELY, notes.says.value(s.value(), s.value() instanceof Quantity.Derived ? "" : " %"), part.get(), whole.get(),
                notes.says.number(percent, 1));
        }
    }

    private void overlap(Statement.Overlap s) {
        if (!(figure.kind() instanceof Series k)) {
            notes.unchecked(figure, id, "value");
            return;
        }
        var part = k.rows().stream().filter(r -> r.id().equals(s.part())).findFirst();
        var whole = k.rows().stream().filter(r -> r.id().equals(s.whole())).findFirst();
        if (part.isEmpty() || whole.isEmpty()) {
            notes.found(Fault.NOT_SHOWN, "NOT_SHOWN", figure, id, Sure.CERTAIN, part.isEmpty() ? s.part() : s.whole());
            return;
        }
        if (part.get().at(s.at()).range().isEmpty() || whole.get().at(s.at()).range().isEmpty()) {
            notes.unchecked(figure, id, "missing", part.get().label() + " / " + whole.get().label());
            return;
        }
        Parts.of(k, part.get(), whole.get(), s.at()).ifPresent(p -> notes.found(Fault.NOT_AN_OVERLAP, "NOT_AN_OVERLAP", figure, id, p.all() ? Sure.LIKELY : Sure.POSSIBLE,
            part.get().label(), whole.get().label(), String.join(" + ", p.parts().stream().map(r -> notes.says.value(r.at(s.at()), "") + " " + r.label()).toList()),
            notes.says.value(whole.get().at(s.at()), ""), notes.says.and(p.times())));
    }
}
