package dk.udsagn.exchange;

import dk.udsagn.codebook.Wording;
import dk.udsagn.survey.FigureKind;
import dk.udsagn.survey.FigureKind.Band;
import dk.udsagn.survey.FigureKind.Point;
import dk.udsagn.survey.FigureKind.Ratio;
import dk.udsagn.survey.FigureKind.Row;
import dk.udsagn.survey.FigureKind.Total;
import dk.udsagn.survey.Quantity;
import dk.udsagn.survey.SurveyFigure;
import dk.udsagn.survey.SurveyFigure.Unit;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** A figure as JSON. */
final class FigureJson {
    private static final String[] KEYS = {"id", "title", "question", "themes", "answeredBy", "when", "unit", "base", "notes", "kind"};

    private FigureJson() {
    }

    static SurveyFigure read(JsonView view) {
        String id = view.text("id");
        if (!view.fields().containsKey("base")) {
            throw view.fault("figure " + id + " has no base", "give how many it is based on, or {\"missing\": \"why\"}");
        }
        Unit unit = view.word("unit", Unit::of);
        Quantity base = QuantityJson.read(view, "base", true);
        var kind = kind(view, unit);
        return view.checked(() -> new SurveyFigure(id, wording(view, "title"), view.textOr("question", ""), texts(view, "themes"), view.textOr("answeredBy", ""),
            view.textOr("when", ""), unit, base, kind, texts(view, "notes")));
    }

    private static FigureKind kind(JsonView view, Unit unit) {
        String kind = view.text("kind");
        return switch (kind) {
            case "mean" -> {
                only(view, "scale", "means", "bases", "overall");
                var scale = view.object("scale").only("least", "greatest", "best");
                var bases = new LinkedHashMap<String, Integer>();
                if (view.has("bases")) {
                    view.object("bases").fields().forEach((label, n) -> bases.put(label, view.object("bases").whole(label)));
                }
                yield view.checked(() -> new FigureKind.Mean(number(scale, "least"), number(scale, "greatest"), number(scale, "best"),
                    QuantityJson.values(view, "means"), bases, QuantityJson.read(view, "overall", false)));
            }
            case "ordered" -> {
                only(view, "answers", "best", "totals");
                yield view.checked(() -> new FigureKind.Ordered(QuantityJson.values(view, "answers"), !"last".equals(view.textOr("best", "first")), totals(view)));
            }
            case "twoPoints" -> {
                only(view, "scale", "bands", "merged", "from", "to", "first", "last");
                yield twoPoints(view);
            }
            case "several" -> {
                only(view, "answers", "totals");
                yield view.checked(() -> new FigureKind.Several(QuantityJson.values(view, "answers"), totals(view)));
            }
            case "series" -> {
                only(view, "values", "times", "rows", "ratios");
                boolean percent = view.textOr("values", "counts").equals("shares");
                var rows = view.objects("rows").stream().map(v -> row(v, unit, percent)).toList();
                var ratios = view.objects("ratios").stream().map(v -> v.only("id", "label", "numerator", "denominator", "stated", "attribute").checked(() ->
                    new Ratio(v.text("id"), v.textOr("label", v.text("id")), v.text("numerator"), v.text("denominator"), byTime(v, "stated", false),
                        v.textOr("attribute", "")))).toList();
                yield view.checked(() -> new FigureKind.Series(percent, texts(view, "times"), rows, ratios));
            }
            case "background" -> {
                only(view, "attribute", "groups", "target");
                var target = view.has("target") ? Optional.of(view.object("target").only("youngest", "oldest")) : Optional.<JsonView>empty();
                yield view.checked(() -> new FigureKind.Background(view.textOr("attribute", ""), QuantityJson.values(view, "groups"),
                    whole(target, "youngest"), whole(target, "oldest")));
            }
            default -> throw view.fault("there is no kind of figure \"" + kind + "\"", "there are mean, ordered, twoPoints, several, series and background");
        };
    }

    private static FigureKind twoPoints(JsonView view) {
        var scale = view.object("scale").only("least", "greatest", "best");
        var bands = new ArrayList<Band>();
        view.object("bands").fields().forEach((label, scores) -> bands.add(scores.checked(() -> new Band(label, scores.scalar()))));
        var merged = new LinkedHashMap<String, List<String>>();
        if (view.has("merged")) {
            view.object("merged").fields().keySet().forEach(label -> merged.put(label, texts(view.object("merged"), label)));
        }
        var labels = new LinkedHashSet<>(view.object("first").fields().keySet());
        labels.addAll(view.object("last").fields().keySet());
        var points = new ArrayList<Point>();
        for (String label : labels) {
            points.add(view.checked(() -> new Point(label, merged.getOrDefault(label, List.of(label)), QuantityJson.read(view.object("first"), label, false),
                QuantityJson.read(view.object("last"), label, false))));
        }
        boolean lowIsBest = number(scale, "best").compareTo(number(scale, "least")) == 0;
        return view.checked(() -> new FigureKind.TwoPoints(bands, lowIsBest, number(scale, "least"), number(scale, "greatest"), view.textOr("from", ""),
            view.textOr("to", ""), points));
    }

    private static Row row(JsonView v, Unit unit, boolean percent) {
        v.only("id", "label", "unit", "values", "since");
        return v.checked(() -> new Row(v.text("id"), v.textOr("label", v.text("id")), v.has("unit") ? v.word("unit", Unit::of) : unit, byTime(v, "values", !percent),
            v.textOr("since", "")));
    }

    private static Map<String, Quantity> byTime(JsonView view, String key, boolean count) {
        var values = new LinkedHashMap<String, Quantity>();
        view.object(key).fields().forEach((time, v) -> values.put(time, QuantityJson.read(v, count)));
        return values;
    }

    private static void only(JsonView view, String... more) {
        var keys = new ArrayList<>(List.of(KEYS));
        keys.addAll(List.of(more));
        view.only(keys.toArray(String[]::new));
    }

    private static List<Total> totals(JsonView view) {
        return view.objects("totals").stream().map(v -> v.only("name", "of", "value").checked(() ->
            new Total(v.textOr("name", ""), texts(v, "of"), QuantityJson.read(v, "value", false)))).toList();
    }

    private static BigDecimal number(JsonView view, String key) {
        view.number(key);
        return view.fields().get(key).decimal();
    }

    private static OptionalInt whole(Optional<JsonView> view, String key) {
        return view.filter(v -> v.has(key)).map(v -> OptionalInt.of(v.whole(key))).orElse(OptionalInt.empty());
    }

    static List<String> texts(JsonView view, String key) {
        return view.items(key).stream().map(JsonView::scalar).toList();
    }

    private static Wording wording(JsonView view, String key) {
        if (!view.has(key)) {
            return Wording.NONE;
        }
        var words = new LinkedHashMap<String, String>();
        var field = view.fields().get(key);
        if (field.isObject()) {
            field.fields().forEach((language, v) -> words.put(language, v.scalar()));
        } else {
            words.put("da", view.text(key));
        }
        return new Wording(words);
    }

    static Map<String, Object> map(SurveyFigure f) {
        var map = Json.object("id", f.id(), "title", some(f.title().byLanguage()), "question", some(f.question()), "themes", some(f.themes()),
            "answeredBy", some(f.answeredBy()), "when", some(f.when()), "unit", f.unit().word(), "base", QuantityJson.map(f.base()));
        switch (f.kind()) {
            case FigureKind.Mean k -> map.putAll(Json.object("kind", "mean", "scale", Json.object("least", k.least(), "greatest", k.greatest(), "best", k.best()),
                "means", QuantityJson.map(k.means()), "bases", some(k.bases()), "overall", stated(k.overall())));
            case FigureKind.Ordered k -> map.putAll(Json.object("kind", "ordered", "answers", QuantityJson.map(k.answers()), "best", k.bestFirst() ? "first" : "last",
                "totals", some(totals(k.totals()))));
            case FigureKind.TwoPoints k -> {
                var bands = new LinkedHashMap<String, Object>();
                k.bands().forEach(b -> bands.put(b.label(), b.scores()));
                var merged = new LinkedHashMap<String, Object>();
                k.points().stream().filter(p -> !p.bands().equals(List.of(p.label()))).forEach(p -> merged.put(p.label(), p.bands()));
                var first = new LinkedHashMap<String, Object>();
                k.points().forEach(p -> first.put(p.label(), QuantityJson.map(p.first())));
                var last = new LinkedHashMap<String, Object>();
                k.points().forEach(p -> last.put(p.label(), QuantityJson.map(p.last())));
                map.putAll(Json.object("kind", "twoPoints", "scale", Json.object("least", k.least(), "greatest", k.greatest(), "best", k.lowIsBest() ? k.least() : k.greatest()),
                    "bands", bands, "merged", some(merged), "from", some(k.from()), "to", some(k.to()), "first", first, "last", last));
            }
            case FigureKind.Several k -> map.putAll(Json.object("kind", "several", "answers", QuantityJson.map(k.answers()), "totals", some(totals(k.totals()))));
            case FigureKind.Series k -> map.putAll(Json.object("kind", "series", "values", k.percent() ? "shares" : "counts", "times", k.times(),
                "rows", k.rows().stream().map(r -> Json.object("id", r.id(), "label", r.label(), "unit", r.unit().word(), "values", byTime(r.values()), "since", some(r.since()))).toList(),
                "ratios", some(k.ratios().stream().map(r -> Json.object("id", r.id(), "label", r.label(), "numerator", r.numerator(), "denominator", r.denominator(),
                    "stated", byTime(r.stated()), "attribute", some(r.attribute()))).toList())));
            case FigureKind.Background k -> map.putAll(Json.object("kind", "background", "attribute", some(k.attribute()), "groups", QuantityJson.map(k.groups()),
                "target", k.youngest().isEmpty() && k.oldest().isEmpty() ? Optional.empty() : Json.object("youngest", k.youngest(), "oldest", k.oldest())));
        }
        map.put("notes", some(f.notes()));
        return map;
    }

    private static Map<String, Object> byTime(Map<String, Quantity> values) {
        var map = new LinkedHashMap<String, Object>();
        values.forEach((time, v) -> map.put(time, QuantityJson.map(v)));
        return map;
    }

    private static List<Map<String, Object>> totals(List<Total> totals) {
        return totals.stream().map(t -> Json.object("name", some(t.name()), "of", t.of(), "value", stated(t.value()))).toList();
    }

    static Object stated(Quantity quantity) {
        return quantity instanceof Quantity.Missing(String why) && why.isEmpty() ? Optional.empty() : QuantityJson.map(quantity);
    }

    static Optional<Object> some(Object value) {
        boolean none = value instanceof String s && s.isEmpty() || value instanceof List<?> l && l.isEmpty() || value instanceof Map<?, ?> m && m.isEmpty();
        return none ? Optional.empty() : Optional.of(value);
    }
}
