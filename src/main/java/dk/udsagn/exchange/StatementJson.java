package dk.udsagn.exchange;

import dk.udsagn.survey.FigureKind;
import dk.udsagn.survey.Statement;
import dk.udsagn.survey.Statement.As;
import dk.udsagn.survey.Statement.Said;
import dk.udsagn.survey.Statement.Trend;
import dk.udsagn.survey.SurveyFigure;
import dk.udsagn.survey.SurveyFigure.Unit;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** A statement about a figure as JSON. */
final class StatementJson {
    private StatementJson() {
    }

    static Statement read(JsonView v, Map<String, SurveyFigure> figures) {
        var unit = v.has("unit") ? Optional.of(v.word("unit", Unit::of)) : Optional.<Unit>empty();
        var said = v.checked(() -> new Said(v.text("id"), v.textOr("text", ""), v.text("figure"), unit));
        boolean counts = figures.containsKey(said.figure()) && figures.get(said.figure()).kind() instanceof FigureKind.Series s && !s.percent();
        String says = v.text("says");
        return switch (says) {
            case "share" -> {
                only(v, "of", "at", "value", "base");
                yield v.checked(() -> new Statement.Share(said, FigureJson.texts(v, "of"), v.textOr("at", ""), QuantityJson.read(v, "value", counts),
                    v.has("base") ? OptionalInt.of(v.whole("base")) : OptionalInt.empty()));
            }
            case "change" -> {
                only(v, "of", "from", "to", "value", "as", "trend");
                As as = v.word("as", w -> word(As.values(), w));
                yield new Statement.Change(said, v.text("of"), v.textOr("from", ""), v.textOr("to", ""), QuantityJson.read(v, "value", as == As.COUNT),
                    as, v.word("trend", w -> word(Trend.values(), w)));
            }
            case "average" -> {
                only(v, "of", "at", "value");
                yield new Statement.Average(said, v.textOr("of", ""), v.textOr("at", ""), QuantityJson.read(v, "value", false));
            }
            case "rate" -> {
                only(v, "among", "value");
                yield new Statement.Rate(said, v.text("among"), QuantityJson.read(v, "value", false));
            }
            case "overlap" -> {
                only(v, "part", "whole", "at");
                yield new Statement.Overlap(said, v.text("part"), v.text("whole"), v.textOr("at", ""));
            }
            case "shows" -> {
                only(v, "of");
                yield new Statement.Shows(said, v.text("of"));
            }
            default -> throw v.fault("no statement says \"" + says + "\"", "there are share, change, average, rate, overlap and shows");
        };
    }

    private static void only(JsonView v, String... more) {
        var keys = new java.util.ArrayList<>(java.util.List.of("id", "text", "figure", "unit", "says"));
        keys.addAll(java.util.List.of(more));
        v.only(keys.toArray(String[]::new));
    }

    private static <E extends Enum<E>> E word(E[] words, String word) {
        for (E e : words) {
            if (e.name().toLowerCase(Locale.ROOT).equals(word)) {
                return e;
            }
        }
        throw new IllegalArgumentException("there is no \"" + word + "\" here; there are " + java.util.Arrays.toString(words).toLowerCase(Locale.ROOT));
    }

    static Map<String, Object> map(Statement statement) {
        var s = statement.said();
        var map = Json.object("id", s.id(), "text", FigureJson.some(s.text()), "figure", s.figure(), "unit", s.unit().map(Unit::word));
        switch (statement) {
            case Statement.Share x -> map.putAll(Json.object("says", "share", "of", x.of(), "at", FigureJson.some(x.at()), "value", FigureJson.stated(x.value()), "base", x.base()));
            case Statement.Change x -> map.putAll(Json.object("says", "change", "of", x.of(), "from", FigureJson.some(x.from()), "to", FigureJson.some(x.to()),
                "value", FigureJson.stated(x.value()), "as", x.as().name().toLowerCase(Locale.ROOT), "trend", x.trend().name().toLowerCase(Locale.ROOT)));
            case Statement.Average x -> map.putAll(Json.object("says", "average", "of", FigureJson.some(x.of()), "at", FigureJson.some(x.at()), "value", FigureJson.stated(x.value())));
            case Statement.Rate x -> map.putAll(Json.object("says", "rate", "among", x.among(), "value", FigureJson.stated(x.value())));
            case Statement.Overlap x -> map.putAll(Json.object("says", "overlap", "part", x.part(), "whole", x.whole(), "at", FigureJson.some(x.at())));
            case Statement.Shows x -> map.putAll(Json.object("says", "shows", "of", x.of()));
        }
        return map;
    }
}
