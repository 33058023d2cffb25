package dk.udsagn.report;

import dk.udsagn.codebook.Polarity;
import dk.udsagn.excerpt.CaseSummary;
import dk.udsagn.excerpt.Saturation;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Small drawings inside a page. They add nothing that does not stand beside them as a number or in words. */
final class Charts {
    private static final List<Polarity> ORDER = List.of(Polarity.POSITIVE, Polarity.NEUTRAL, Polarity.MIXED, Polarity.NEGATIVE);

    private Charts() {
    }

    /** A bar, so much of its full length. */
    static String bar(double part, String paint) {
        return "<svg class=\"bar\" width=\"100%\" height=\"10\" aria-hidden=\"true\" focusable=\"false\"><rect width=\"100%\" height=\"10\" class=\"rail\"/><rect width=\"" + percent(part)
            + "\" height=\"10\" fill=\"" + paint + "\"/></svg>";
    }

    /** How many excerpts take which side, as a bar in parts with its numbers as its name. */
    static String sides(CaseSummary.ThemeSection t, Wordings w) {
        return sides(counts(t), w);
    }

    /** How many excerpts are positive, neutral, mixed, negative. */
    static List<Integer> counts(CaseSummary.ThemeSection t) {
        return ORDER.stream().map(p -> (int) t.count(p)).toList();
    }

    /** Counts in the order positive, neutral, mixed, negative. */
    static String sides(List<Integer> counts, Wordings w) {
        int all = Math.max(1, counts.stream().mapToInt(n -> n).sum());
        String name = IntStream.range(0, ORDER.size()).filter(i -> counts.get(i) > 0).mapToObj(i -> counts.get(i) + " " + w.polarity(ORDER.get(i))).collect(Collectors.joining(", "));
        var out = new StringBuilder("<svg class=\"sides\" width=\"100%\" height=\"10\" role=\"img\" aria-label=\"" + Html.escape(name) + "\"><title>" + Html.escape(name) + "</title>");
        double at = 0;
        for (int i = 0; i < ORDER.size(); i++) {
            double width = (double) counts.get(i) / all;
            if (width > 0) {
                out.append("<rect x=\"").append(percent(at)).append("\" width=\"").append(percent(width)).append("\" height=\"10\" class=\"").append(ORDER.get(i).word()).append("\"/>");
            }
            at += width;
        }
        return out.append("</svg>").toString();
    }

    /** What the parts of such a bar mean. */
    static String key(Wordings w) {
        return "<p class=\"key soft\" aria-hidden=\"true\">" + ORDER.stream().map(p -> "<svg width=\"14\" height=\"10\"><rect width=\"14\" height=\"10\" class=\"" + p.word() + "\"/></svg> "
            + Html.escape(w.polarity(p))).collect(Collectors.joining(" &ensp; ")) + "</p>\n";
    }

    /** New themes an interview as bars, themes so far as a line over them; the numbers stand in the table below. */
    static String saturation(Saturation saturation, Wordings w) {
        var interviews = saturation.interviews();
        int n = Math.max(1, interviews.size());
        int most = Math.max(1, interviews.isEmpty() ? 1 : interviews.getLast().total());
        int step = Math.max(6, Math.min(48, 720 / n));
        int height = 120;
        var out = new StringBuilder("<svg class=\"chart\" role=\"img\" viewBox=\"0 0 " + (n * step + 40) + " " + (height + 24) + "\" width=\"" + (n * step + 40) + "\" height=\"" + (height + 24)
            + "\" aria-label=\"" + Html.escape(w.say("saturation")) + "\"><title>" + Html.escape(w.say("saturation.new") + ", " + w.say("saturation.total")) + "</title>");
        var line = new StringBuilder();
        for (int i = 0; i < interviews.size(); i++) {
            int bar = Math.round((float) height * interviews.get(i).fresh().size() / most);
            int x = 4 + i * step;
            out.append("<rect class=\"positive\" x=\"").append(x).append("\" y=\"").append(height + 4 - bar).append("\" width=\"").append(Math.max(2, step - 6)).append("\" height=\"").append(bar).append("\"/>");
            int y = height + 4 - Math.round((float) height * interviews.get(i).total() / most);
            line.append(i == 0 ? "M" : "L").append(x + (step - 6) / 2).append(' ').append(y);
            if (step >= 20) {
                out.append("<text x=\"").append(x + (step - 6) / 2).append("\" y=\"").append(height + 20).append("\" text-anchor=\"middle\">").append(Html.escape(interviews.get(i).transcript())).append("</text>");
            }
        }
        return out.append("<path class=\"line\" d=\"").append(line).append("\"/>").append(interviews.isEmpty() ? "" : "<text x=\"" + (n * step + 2) + "\" y=\"12\">" + most + "</text>").append("</svg>\n<p class=\"key soft\"><svg width=\"14\" height=\"10\" aria-hidden=\"true\"><rect width=\"14\" height=\"10\" class=\"positive\"/></svg> ")
            .append(Html.escape(w.say("saturation.new"))).append(" &ensp; <svg class=\"chart\" width=\"18\" height=\"10\" aria-hidden=\"true\"><path class=\"line\" d=\"M0 5H18\"/></svg> ")
            .append(Html.escape(w.say("saturation.total"))).append("</p>\n").toString();
    }

    /** A value with its interval, to be drawn on one line. */
    record Whisker(String name, double value, double low, double high) {
    }

    /** Krippendorff's customary limits: below the first no conclusion, between them a tentative one (Content Analysis, 2nd ed. 2004, p. 241). */
    private static final List<Double> LIMITS = List.of(.667, .8);

    /** Values up to 1 as dots with their intervals as lines, one under another. */
    static String whiskers(List<Whisker> bars, String title, Wordings w) {
        double lowest = bars.stream().mapToDouble(Whisker::low).min().orElse(0);
        double from = Math.min(0, Math.floor(lowest * 5) / 5);
        int left = 14;
        int width = 560;
        int row = 38;
        int bottom = bars.size() * row + 8;
        DoubleUnaryOperator x = value -> left + Math.round(width * (value - from) / (1 - from) * 10) / 10.0;
        var out = new StringBuilder("<svg class=\"plot\" role=\"img\" viewBox=\"0 0 " + (left + width + 14) + " " + (bottom + 22) + "\" width=\"" + (left + width + 14) + "\" height=\"" + (bottom + 22)
            + "\" aria-label=\"" + Html.escape(title) + "\"><title>" + Html.escape(title) + "</title>");
        for (int i = (int) Math.round(from * 5); i <= 5; i++) {
            double at = x.applyAsDouble(i / 5.0);
            out.append("<path class=\"grid\" d=\"M").append(at).append(" 4V").append(bottom).append("\"/><text x=\"").append(at).append("\" y=\"").append(bottom + 16).append("\" text-anchor=\"middle\">")
                .append(Html.escape(w.decimal(i / 5.0, 1))).append("</text>");
        }
        LIMITS.forEach(limit -> out.append("<path class=\"limit\" d=\"M").append(x.applyAsDouble(limit)).append(" 4V").append(bottom).append("\"/>"));
        for (int i = 0; i < bars.size(); i++) {
            var bar = bars.get(i);
            int y = i * row + 30;
            out.append("<text x=\"").append(left).append("\" y=\"").append(y - 12).append("\">").append(Html.escape(bar.name())).append("</text><path class=\"whisker\" d=\"M")
                .append(x.applyAsDouble(bar.low())).append(' ').append(y).append('H').append(x.applyAsDouble(bar.high())).append("\"/><circle class=\"dot\" r=\"5\" cx=\"").append(x.applyAsDouble(bar.value()))
                .append("\" cy=\"").append(y).append("\"><title>").append(Html.escape(bar.name() + ": " + w.decimal(bar.value(), 3) + " (" + w.decimal(bar.low(), 2) + " – " + w.decimal(bar.high(), 2) + ")"))
                .append("</title></circle>");
        }
        return out.append("</svg>\n").toString();
    }

    static String percent(double part) {
        return BigDecimal.valueOf(part * 100).setScale(1, RoundingMode.HALF_EVEN).toPlainString() + "%";
    }
}
