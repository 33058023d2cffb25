package dk.udsagn.survey;

import dk.udsagn.survey.SurveyFigure.Unit;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;

/** What kind of figure it is, with its values. Shares are per cent, 0 to 100. */
public sealed interface FigureKind {
    /**
     * A value with what it is of.
     *
     * @param label the answer, group or dimension, as printed; never blank
     * @param value its value
     */
    record Value(String label, Quantity value) {
        /** Checks the label. */
        public Value {
            Objects.requireNonNull(value, "value");
            if (label.isBlank()) {
                throw new IllegalArgumentException("a value needs a label");
            }
        }
    }

    /**
     * Several answers taken together, with the share the source gives for them.
     *
     * @param name  what the source calls them; may be empty
     * @param of    labels of the answers
     * @param value the share stated; missing when they are only grouped
     */
    record Total(String name, List<String> of, Quantity value) {
        /** Checks that there are answers, and that the share is one. */
        public Total {
            Objects.requireNonNull(name, "name");
            of = List.copyOf(of);
            if (of.isEmpty()) {
                throw new IllegalArgumentException("a total needs the labels it is the total of");
            }
            share(String.join(" + ", of), value);
        }
    }

    /**
     * Means on a scale.
     *
     * @param least    lowest score of the scale
     * @param greatest highest score
     * @param best     the score that is best: one of the two
     * @param means    one a dimension
     * @param bases    label of a dimension to how many answered it, where told
     * @param overall  the mean over all dimensions as stated; missing when it is not
     */
    record Mean(BigDecimal least, BigDecimal greatest, BigDecimal best, List<Value> means, Map<String, Integer> bases, Quantity overall) implements FigureKind {
        /** Checks the scale. */
        public Mean {
            means = distinct(means);
            bases = Collections.unmodifiableMap(new LinkedHashMap<>(bases));
            Objects.requireNonNull(overall, "overall");
            if (least.compareTo(greatest) >= 0) {
                throw new IllegalArgumentException("a scale needs its lowest score first, found " + least + " to " + greatest);
            }
            if (best.compareTo(least) != 0 && best.compareTo(greatest) != 0) {
                throw new IllegalArgumentException("the best score of a scale is " + least + " or " + greatest + ", found " + best);
            }
        }
    }

    /**
     * One answer out of several in order.
     *
     * @param answers   shares, from one end of the scale to the other
     * @param bestFirst whether the first answer is the most favourable
     * @param totals    answers taken together, as stated
     */
    record Ordered(List<Value> answers, boolean bestFirst, List<Total> totals) implements FigureKind {
        /** Checks the shares. */
        public Ordered {
            answers = shares(answers);
            totals = known(totals, answers);
        }
    }

    /**
     * Scores in bands at two points in time.
     *
     * @param bands    the bands of raw scores
     * @param lowIsBest whether a low raw score is the favourable one
     * @param least    lowest raw score
     * @param greatest highest raw score
     * @param from     name of the first point in time
     * @param to       name of the second
     * @param points   shares at the two points
     */
    record TwoPoints(List<Band> bands, boolean lowIsBest, BigDecimal least, BigDecimal greatest, String from, String to, List<Point> points) implements FigureKind {
        /** Checks the shares and that they are shares of known bands. */
        public TwoPoints {
            bands = List.copyOf(bands);
            points = List.copyOf(points);
            var labels = bands.stream().map(Band::label).toList();
            for (Point point : points) {
                point.bands.stream().filter(b -> !labels.contains(b)).findFirst().ifPresent(b -> {
                    throw new IllegalArgumentException("there is no band \"" + b + "\"; there are " + labels);
                });
            }
        }

        /** Whether more of a point's bands lie on the favourable half of the scale (1), the other (-1), or neither (0). */
        int side(Point point) {
            double middle = least.add(greatest).doubleValue() / 2;
            double sum = 0;
            for (Band band : bands) {
                if (point.bands.contains(band.label)) {
                    sum += NumberBand.of(band.scores).map(b -> Math.signum(b.middle(least.doubleValue(), greatest.doubleValue()) - middle)).orElse(0.0);
                }
            }
            return (int) Math.signum(lowIsBest ? -sum : sum);
        }
    }

    /**
     * A band of raw scores.
     *
     * @param label  its name, "høj"
     * @param scores the raw scores in it, "1-2"
     */
    record Band(String label, String scores) {
        /** Checks both are there. */
        public Band {
            if (label.isBlank() || scores.isBlank()) {
                throw new IllegalArgumentException("a band needs a label and its scores, as in \"1-2\"");
            }
        }
    }

    /**
     * The share of one or more bands at two points in time.
     *
     * @param label as printed, "lav eller middel"
     * @param bands labels of the bands it takes together
     * @param first share at the first point
     * @param last  share at the second
     */
    record Point(String label, List<String> bands, Quantity first, Quantity last) {
        /** Checks the shares. */
        public Point {
            bands = List.copyOf(bands);
            share(label, first);
            share(label, last);
        }
    }

    /**
     * Answers of which more than one could be given: their shares need not sum to 100.
     *
     * @param answers shares
     * @param totals  answers grouped or taken together
     */
    record Several(List<Value> answers, List<Total> totals) implements FigureKind {
        /** Checks the shares. */
        public Several {
            answers = shares(answers);
            totals = known(totals, answers);
        }
    }

    /**
     * Counts, or shares, at several times.
     *
     * @param percent whether the rows are shares; else counts
     * @param times   the times, in order: "2020", "2021"
     * @param rows    what was counted
     * @param ratios  averages stated as one row over another
     */
    record Series(boolean percent, List<String> times, List<Row> rows, List<Ratio> ratios) implements FigureKind {
        /** Checks that times and rows are known. */
        public Series {
            times = List.copyOf(times);
            rows = List.copyOf(rows);
            ratios = List.copyOf(ratios);
            var ids = new HashSet<String>();
            for (Row row : rows) {
                if (!ids.add(row.id)) {
                    throw new IllegalArgumentException("two rows have the id \"" + row.id + "\"");
                }
                times(times, row.values, row.id);
                row.values.forEach((time, value) -> {
                    if (percent) {
                        share(row.id + " " + time, value);
                    } else if (value.range().filter(r -> r.low() < 0).isPresent()) {
                        throw new IllegalArgumentException("count \"" + row.id + "\" of " + time + " is negative");
                    }
                });
            }
            for (Ratio ratio : ratios) {
                times(times, ratio.stated, ratio.id);
                for (String id : List.of(ratio.numerator, ratio.denominator)) {
                    if (!ids.contains(id)) {
                        throw new IllegalArgumentException("ratio \"" + ratio.id + "\" names a row \"" + id + "\"; there are " + rows.stream().map(Row::id).toList());
                    }
                }
            }
        }

        private static void times(List<String> times, Map<String, Quantity> values, String id) {
            values.keySet().stream().filter(t -> !times.contains(t)).findFirst().ifPresent(t -> {
                throw new IllegalArgumentException("\"" + id + "\" has a value of " + t + "; the series has " + times);
            });
        }
    }

    /**
     * What was counted at several times.
     *
     * @param id     how statements name it
     * @param label  as printed
     * @param unit   what was counted
     * @param values time to value; a time that is not there is missing
     * @param since  from when on it was counted at all, "2021-04-12"; empty when all the time
     */
    record Row(String id, String label, Unit unit, Map<String, Quantity> values, String since) {
        /** Copies the values. */
        public Row {
            Objects.requireNonNull(unit, "unit");
            Objects.requireNonNull(since, "since");
            values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
            if (id.isBlank() || label.isBlank()) {
                throw new IllegalArgumentException("a row needs an id and a label");
            }
        }

        /**
         * The value at a time.
         *
         * @param time one of the series' times
         * @return the value; missing when the row has none
         */
        public Quantity at(String time) {
            return values.getOrDefault(time, Quantity.missing(""));
        }
    }

    /**
     * An average stated as one row over another: sessions a person.
     *
     * @param id          how statements name it
     * @param label       as printed
     * @param numerator   id of the row above
     * @param denominator id of the row below
     * @param stated      time to the value stated
     * @param attribute   the attribute of respondents that is the same of one person: "sessions"; empty when none is
     */
    record Ratio(String id, String label, String numerator, String denominator, Map<String, Quantity> stated, String attribute) {
        /** Copies the values. */
        public Ratio {
            Objects.requireNonNull(attribute, "attribute");
            stated = Collections.unmodifiableMap(new LinkedHashMap<>(stated));
            if (id.isBlank() || label.isBlank()) {
                throw new IllegalArgumentException("a ratio needs an id and a label");
            }
        }
    }

    /**
     * How those the respondents stand for are distributed.
     *
     * @param attribute the attribute of respondents that has these groups: "age"; empty when none has
     * @param groups    shares; labels of number groups are read as such: "12-14", "&lt;12", "over 25", "20 år"
     * @param youngest  least value of those the service is for; empty when there is no such limit
     * @param oldest    greatest such value
     */
    record Background(String attribute, List<Value> groups, OptionalInt youngest, OptionalInt oldest) implements FigureKind {
        /** Checks the shares. */
        public Background {
            groups = shares(groups);
            Objects.requireNonNull(attribute, "attribute");
        }
    }

    private static List<Value> distinct(List<Value> values) {
        var labels = new HashSet<String>();
        for (Value value : values) {
            if (!labels.add(value.label)) {
                throw new IllegalArgumentException("two values have the label \"" + value.label + "\"");
            }
        }
        if (values.isEmpty()) {
            throw new IllegalArgumentException("a figure needs at least one value, if only a missing one");
        }
        return List.copyOf(values);
    }

    private static List<Value> shares(List<Value> values) {
        values.forEach(v -> share(v.label, v.value));
        return distinct(values);
    }

    private static void share(String label, Quantity value) {
        value.number().filter(n -> n.signum() < 0 || n.compareTo(BigDecimal.valueOf(100)) > 0).ifPresent(n -> {
            throw new IllegalArgumentException("share of \"" + label + "\" is " + n.toPlainString() + "; a share is 0 to 100 per cent");
        });
    }

    private static List<Total> known(List<Total> totals, List<Value> answers) {
        var labels = answers.stream().map(Value::label).toList();
        totals.forEach(t -> t.of.stream().filter(l -> !labels.contains(l)).findFirst().ifPresent(l -> {
            throw new IllegalArgumentException("a total names an answer \"" + l + "\"; there are " + labels);
        }));
        return List.copyOf(totals);
    }
}
