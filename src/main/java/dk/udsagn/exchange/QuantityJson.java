package dk.udsagn.exchange;

import dk.udsagn.survey.FigureKind.Value;
import dk.udsagn.survey.Quantity;
import dk.udsagn.survey.Statement;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Values of figures as JSON. */
final class QuantityJson {
    private static final Map<String, Quantity.Side> SIDES = Map.of("over", Quantity.Side.OVER, "under", Quantity.Side.UNDER,
        "atLeast", Quantity.Side.AT_LEAST, "atMost", Quantity.Side.AT_MOST);

    private QuantityJson() {
    }

    /** The value under a key; missing when there is none. */
    static Quantity read(JsonView object, String key, boolean count) {
        JsonView value = object.fields().get(key);
        return value == null ? Quantity.missing("") : read(value, count);
    }

    static Quantity read(JsonView value, boolean count) {
        if (value.isNull()) {
            return Quantity.missing("");
        }
        if (!value.isObject()) {
            BigDecimal number = value.decimal();
            return count && number.stripTrailingZeros().scale() <= 0 ? new Quantity.Exact(number) : new Quantity.Rounded(number);
        }
        if (value.has("missing")) {
            return Quantity.missing(value.only("missing").text("missing"));
        }
        if (value.has("n")) {
            value.only("n", "of");
            return value.checked(() -> Statement.fraction(value.whole("n"), value.whole("of")));
        }
        if (value.has("low")) {
            value.only("low", "high", "from");
            return value.checked(() -> new Quantity.Derived(new Quantity.Range(value.number("low"), value.number("high")), value.text("from")));
        }
        value.only("over", "under", "atLeast", "atMost", "missing", "n", "of", "low", "high", "from");
        for (var side : value.fields().entrySet()) {
            if (SIDES.containsKey(side.getKey())) {
                return new Quantity.Bound(SIDES.get(side.getKey()), side.getValue().decimal());
            }
        }
        throw value.fault("this is no value", "a number, null, {\"missing\": \"why\"}, {\"over\": 9} or {\"n\": 3, \"of\": 4} would do");
    }

    static Object map(Quantity quantity) {
        return switch (quantity) {
            case Quantity.Exact e -> e.value();
            case Quantity.Rounded r -> r.value();
            case Quantity.Bound b -> Json.object(SIDES.entrySet().stream().filter(s -> s.getValue() == b.side()).findFirst().orElseThrow().getKey(), b.limit());
            case Quantity.Derived d when d.from().matches("[0-9]+/[0-9]+") ->
                Json.object("n", Integer.valueOf(d.from().split("/")[0]), "of", Integer.valueOf(d.from().split("/")[1]));
            case Quantity.Derived d -> Json.object("low", d.between().low(), "high", d.between().high(), "from", d.from());
            case Quantity.Missing m -> Json.object("missing", m.why());
        };
    }

    /** An object of labels and values. */
    static List<Value> values(JsonView object, String key) {
        var values = new ArrayList<Value>();
        object.object(key).fields().forEach((label, v) -> values.add(v.checked(() -> new Value(label, read(v, false)))));
        return values;
    }

    static Map<String, Object> map(List<Value> values) {
        var map = new LinkedHashMap<String, Object>();
        values.forEach(v -> map.put(v.label(), map(v.value())));
        return map;
    }
}
