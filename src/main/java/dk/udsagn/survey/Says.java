package dk.udsagn.survey;

import dk.udsagn.transcript.Language;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;

/** The words of this room in one language. */
final class Says {
    private final Language language;
    private final Map<String, String> words;

    Says(Language language) {
        this.language = language;
        this.words = language.words();
    }

    String code() {
        return language.code();
    }

    /** The words for a key with {0}, {1} … filled in. */
    String say(String key, Object... values) {
        String said = words.get("survey." + key);
        if (said == null) {
            throw new IllegalStateException("language " + language.code() + " lacks the wording survey." + key);
        }
        for (int i = 0; i < values.length; i++) {
            said = said.replace("{" + i + "}", values[i] instanceof BigDecimal n ? number(n) : values[i] instanceof Double d ? number(d, 1) : values[i].toString());
        }
        return said;
    }

    /** The phrases of a key, parted by bars. */
    List<String> list(String key) {
        return List.of(say(key).split("\\|"));
    }

    String number(BigDecimal value) {
        return value.toPlainString().replace(".", words.get("report.decimal"));
    }

    /** At most so many decimals, none that are zero at the end. */
    String number(double value, int decimals) {
        var rounded = BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_EVEN).stripTrailingZeros();
        return number(rounded.scale() < 0 ? rounded.setScale(0) : rounded);
    }

    /** A value as a person would write it; a missing one is said to be missing, a derived one to be derived. */
    String value(Quantity quantity, String unit) {
        return switch (quantity) {
            case Quantity.Exact e -> number(e.value()) + unit;
            case Quantity.Rounded r -> number(r.value()) + unit;
            case Quantity.Bound b -> say("side." + b.side().name(), number(b.limit()) + unit);
            case Quantity.Derived d -> d.from().matches("[0-9]+/[0-9]+") ? d.from().replace("/", " " + list("claim.of").getFirst() + " ") : say("derived", range(d.between(), unit));
            case Quantity.Missing m -> m.why().isEmpty() ? say("missing") : say("missingBecause", m.why());
        };
    }

    /** The middle of a range when its ends round to the same, else both ends. */
    String range(Quantity.Range range, String unit) {
        String low = number(range.low(), 1);
        String high = Double.isInfinite(range.high()) ? "∞" : number(range.high(), 1);
        return low.equals(high) ? low + unit : low + "–" + high + unit;
    }

    String and(List<String> names) {
        int n = names.size();
        return n < 2 ? String.join("", names) : String.join(", ", names.subList(0, n - 1)) + " " + list("claim.and").getFirst() + " " + names.get(n - 1);
    }
}
