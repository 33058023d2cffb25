package dk.udsagn.report;

import dk.udsagn.survey.FigureKind.Background;
import dk.udsagn.survey.FigureKind.Mean;
import dk.udsagn.survey.FigureKind.Ordered;
import dk.udsagn.survey.FigureKind.Point;
import dk.udsagn.survey.FigureKind.Row;
import dk.udsagn.survey.FigureKind.Series;
import dk.udsagn.survey.FigureKind.Several;
import dk.udsagn.survey.FigureKind.TwoPoints;
import dk.udsagn.survey.FigureKind.Value;
import dk.udsagn.survey.Quantity;
import dk.udsagn.survey.SurveyFigure;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A survey figure as an SVG of its own kind, told apart by hatching and not by colour: dots on a scale for means, one bar in parts for ordered answers, two
 * such for two points in time, bars for several answers, groups and counts. What is missing is left empty and said to be; the table beside has the values.
 */
final class SurveyChart {
    private static final int WIDTH = 640;
    private static final int LEFT = 10;
    private static final int SPAN = 520;
    private static final int PATTERNS = 6;

    private final SurveyFigure figure;
    private final String missing;
    private final Map<String, Integer> interviewed;
    private final String language;
    private final String mark;
    private final StringBuilder out = new StringBuilder();
    private int y = 6;

    /**
     * A chart.
     *
     * @param missing     the word for a missing value
     * @param interviewed label of a group to the number of respondents in it, shown as dots; empty for none
     */
    SurveyChart(SurveyFigure figure, String missing, Map<String, Integer> interviewed, String language, String mark) {
        this.figure = figure;
        this.missing = missing;
        this.interviewed = interviewed;
        this.language = language;
        this.mark = mark;
    }

    String svg() {
        switch (figure.kind()) {
            case Mean k -> mean(k);
            case Ordered k -> {
                stacked(k.answers());
                legend(k.answers().stream().map(Value::label).toList(), 0);
            }
            case TwoPoints k -> {
                line(k.from(), 0);
                stacked(k.points().stream().map(p -> new Value(p.label(), p.first())).toList());
                line(k.to(), 0);
                stacked(k.points().stream().map(p -> new Value(p.label(), p.last())).toList());
                legend(k.points().stream().map(Point::label).toList(), 0);
            }
            case Several k -> k.answers().forEach(a -> bar(a.label(), a.value(), 100, " %", 0));
            case Background k -> k.groups().forEach(g -> {
                bar(g.label(), g.value(), 100, " %", 0);
                dots(interviewed.getOrDefault(g.label(), 0));
            });
            case Series k -> series(k);
        }
        String name = Html.escape(figure.name(language));
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" aria-label=\"" + name + "\" viewBox=\"0 0 " + WIDTH + " " + (y + 6) + "\" width=\"100%\" font-size=\"13\""
            + " font-family=\"sans-serif\" fill=\"currentColor\" stroke=\"none\">\n<title>" + name + "</title>\n" + patterns() + out + "</svg>\n";
    }

    /** Six fills that stay apart in black and white: solid, empty, and four hatchings. */
    private String patterns() {
        String[] marks = {"<rect width=\"8\" height=\"8\"/>", "<path d=\"M0 8L8 0M-2 2L2-2M6 10L10 6\" stroke=\"currentColor\" stroke-width=\"2\"/>",
            "<circle cx=\"4\" cy=\"4\" r=\"1.3\"/>", "<path d=\"M0 4H8\" stroke=\"currentColor\" stroke-width=\"1.5\"/>", "", "<path d=\"M4 0V8M0 4H8\" stroke=\"currentColor\"/>"};
        var defs = new StringBuilder("<defs>");
        for (int i = 0; i < PATTERNS; i++) {
            defs.append("<pattern id=\"").append(id(i)).append("\" width=\"8\" height=\"8\" patternUnits=\"userSpaceOnUse\">").append(marks[i]).append("</pattern>");
        }
        return defs.append("</defs>\n").toString();
    }

    private String id(int pattern) {
        return "h" + mark + "-" + pattern % PATTERNS;
    }

    private static String at(double n) {
        return String.format(Locale.ROOT, "%.1f", n);
    }

    private void text(double x, double baseline, String words) {
        out.append("<text x=\"").append(at(x)).append("\" y=\"").append(at(baseline)).append("\">").append(Html.escape(words)).append("</text>\n");
    }

    private void line(String words, int indent) {
        text(LEFT + indent, y + 12, words);
        y += 17;
    }

    private void rect(double x, double width, double height, int pattern) {
        out.append("<rect x=\"").append(at(x)).append("\" y=\"").append(at(y)).append("\" width=\"").append(at(width)).append("\" height=\"").append(at(height))
            .append("\" fill=\"url(#").append(id(pattern)).append(")\" stroke=\"currentColor\"/>\n");
    }

    private String said(Quantity value, String unit) {
        return value.number().map(n -> (value instanceof Quantity.Bound b ? switch (b.side()) {
            case OVER -> "> ";
            case UNDER -> "< ";
            case AT_LEAST -> "≥ ";
            case AT_MOST -> "≤ ";
        } : "") + (language.equals("en") ? n.toPlainString() : n.toPlainString().replace('.', ',')) + unit).orElse(missing);
    }

    private void bar(String label, Quantity value, double full, String unit, int pattern) {
        if (!label.isEmpty()) {
            line(label, 0);
        }
        double width = value.number().map(n -> n.doubleValue() / full * SPAN).orElse(0.0);
        if (value.number().isPresent()) {
            rect(LEFT, width, 14, pattern);
        }
        text(LEFT + width + 6, y + 12, said(value, unit));
        y += 22;
    }

    /** The interviewees of a group, one dot each. */
    private void dots(int n) {
        for (int i = 0; i < n; i++) {
            out.append("<circle cx=\"").append(at(WIDTH - 16 - 12.0 * i)).append("\" cy=\"").append(at(y - 15)).append("\" r=\"4\"/>\n");
        }
    }

    private void stacked(List<Value> parts) {
        double total = Math.max(100, parts.stream().flatMap(p -> p.value().number().stream()).mapToDouble(Number::doubleValue).sum());
        double x = LEFT;
        int pattern = 0;
        for (Value part : parts) {
            double width = part.value().number().map(n -> n.doubleValue() / total * (WIDTH - 2 * LEFT)).orElse(0.0);
            if (width > 0) {
                rect(x, width, 26, pattern);
            }
            x += width;
            pattern++;
        }
        y += 32;
        var values = new ArrayList<String>();
        parts.forEach(p -> values.add(said(p.value(), " %")));
        line(String.join(" · ", values), 0);
        y += 2;
    }

    private void mean(Mean k) {
        double least = k.least().doubleValue();
        double wide = k.greatest().doubleValue() - least;
        for (Value mean : k.means()) {
            line(mean.label(), 0);
            out.append("<path d=\"M").append(LEFT).append(' ').append(y + 8).append("H").append(LEFT + SPAN).append("\" stroke=\"currentColor\" fill=\"none\"/>\n");
            mean.value().number().ifPresent(n -> {
                double x = LEFT + (n.doubleValue() - least) / wide * SPAN;
                if (mean.value() instanceof Quantity.Bound b) {
                    boolean up = b.side() == Quantity.Side.OVER || b.side() == Quantity.Side.AT_LEAST;
                    double end = up ? LEFT + SPAN : LEFT;
                    out.append("<path d=\"M").append(at(x)).append(' ').append(y + 8).append("H").append(at(end)).append("\" stroke=\"currentColor\" stroke-width=\"7\" stroke-dasharray=\"3 3\"/>\n")
                        .append("<path d=\"M").append(at(x)).append(' ').append(y).append("v16\" stroke=\"currentColor\" stroke-width=\"2\"/>\n");
                } else {
                    out.append("<circle cx=\"").append(at(x)).append("\" cy=\"").append(y + 8).append("\" r=\"6\"/>\n");
                }
            });
            text(LEFT + SPAN + 12, y + 12, said(mean.value(), ""));
            y += 24;
        }
        text(LEFT, y + 10, said(new Quantity.Rounded(k.least()), ""));
        text(LEFT + SPAN - 14, y + 10, said(new Quantity.Rounded(k.greatest()), ""));
        y += 16;
    }

    private void series(Series k) {
        double full = k.percent() ? 100 : k.rows().stream().flatMap(r -> k.times().stream().flatMap(t -> r.at(t).number().stream())).mapToDouble(Number::doubleValue).max().orElse(1);
        for (Row row : k.rows()) {
            line(row.label(), 0);
            for (int i = 0; i < k.times().size(); i++) {
                bar("", row.at(k.times().get(i)), Math.max(full, 1), k.percent() ? " %" : "", i + 1);
                y -= 3;
            }
            y += 6;
        }
        legend(k.times(), 1);
    }

    private void legend(List<String> labels, int from) {
        for (int i = 0; i < labels.size(); i++) {
            rect(LEFT, 20, 12, i + from);
            text(LEFT + 28, y + 11, labels.get(i));
            y += 18;
        }
    }
}
