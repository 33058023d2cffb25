package dk.udsagn.exchange;

import dk.udsagn.survey.SurveyFigure;
import dk.udsagn.transcript.FormatException;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Figures as a table, one row a value. Rows are put together to what JSON would say, and read as that. */
final class FigureTable {
    private static final List<String> COLUMNS = List.of("figure", "kind", "title", "question", "answeredBy", "when", "unit", "base", "themes", "field", "label", "at", "value");

    private FigureTable() {
    }

    static List<SurveyFigure> read(Path file) throws IOException {
        var table = Csv.read(file);
        if (table.isEmpty()) {
            throw new FormatException(file.toString(), 0, "the table is empty", "its first row names the columns " + String.join(", ", COLUMNS));
        }
        for (String column : table.getFirst().cells().keySet()) {
            if (!COLUMNS.contains(column)) {
                throw new FormatException(file.toString(), 1, "there is no column \"" + column + "\"", "there are " + String.join(", ", COLUMNS));
            }
        }
        var figures = new LinkedHashMap<String, Map<String, Object>>();
        var begins = new LinkedHashMap<String, Integer>();
        for (Csv.Row line : table) {
            var row = new LinkedHashMap<String, String>();
            line.cells().forEach((column, cell) -> row.put(column, cell.strip()));
            String id = row.getOrDefault("figure", "");
            begins.putIfAbsent(id, line.line());
            try {
                add(figures.computeIfAbsent(id, k -> figure(row)), row);
            } catch (IllegalArgumentException e) {
                throw new FormatException(file.toString(), line.line(), e.getMessage(), "");
            }
        }
        var read = new ArrayList<SurveyFigure>();
        figures.forEach((id, map) -> {
            try {
                read.add(SurveyFile.read(JsonView.of(file.toString(), 1, Json.line(Json.object("figures", List.of(map))))).figures().getFirst());
            } catch (FormatException e) {
                throw new FormatException(file.toString(), begins.get(id), "figure " + id + ": " + e.problem(), e.mend());
            }
        });
        return read;
    }

    private static Map<String, Object> figure(Map<String, String> row) {
        var map = Json.object("id", row.get("figure"));
        for (String key : List.of("kind", "title", "question", "answeredBy", "when", "unit")) {
            if (!row.getOrDefault(key, "").isEmpty()) {
                map.put(key, row.get(key));
            }
        }
        if (!row.getOrDefault("base", "").isEmpty()) {
            map.put("base", value(row.get("base")));
        }
        if (!row.getOrDefault("themes", "").isEmpty()) {
            map.put("themes", parts(row.get("themes")));
        }
        return map;
    }

    private static void add(Map<String, Object> figure, Map<String, String> row) {
        String field = row.getOrDefault("field", "");
        String label = row.getOrDefault("label", "");
        String at = row.getOrDefault("at", "");
        String value = row.getOrDefault("value", "");
        switch (field) {
            case "answers", "groups", "means", "bases", "first", "last", "scale", "target" -> object(figure, field).put(label, value(value));
            case "bands" -> object(figure, field).put(label, value);
            case "merged" -> object(figure, field).put(label, parts(value));
            case "total" -> list(figure, "totals").add(Json.object("of", parts(label), "value", value(value)));
            case "rows" -> {
                object(item(figure, "rows", label), "values").put(at, value(value));
                times(figure, at);
            }
            case "since" -> item(figure, "rows", label).put("since", value);
            case "rowUnit" -> item(figure, "rows", label).put("unit", value);
            case "rowLabel" -> item(figure, "rows", label).put("label", value);
            case "ratioLabel" -> item(figure, "ratios", label).put("label", value);
            case "ratioAttribute" -> item(figure, "ratios", label).put("attribute", value);
            case "ratio" -> {
                var parts = value.split("\\s*/\\s*");
                if (parts.length != 2) {
                    throw new IllegalArgumentException("a ratio is \"row / row\", found \"" + value + "\"");
                }
                item(figure, "ratios", label).putAll(Json.object("numerator", parts[0], "denominator", parts[1]));
            }
            case "stated" -> object(item(figure, "ratios", label), "stated").put(at, value(value));
            case "overall" -> figure.put(field, value(value));
            case "best", "attribute", "from", "to", "values" -> figure.put(field, value);
            case "note" -> list(figure, "notes").add(value);
            default -> throw new IllegalArgumentException("there is no field \"" + field + "\"");
        }
    }

    private static void times(Map<String, Object> figure, String at) {
        if (!list(figure, "times").contains(at)) {
            list(figure, "times").add(at);
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> object(Map<String, Object> in, String key) {
        return (Map<String, Object>) in.computeIfAbsent(key, k -> new LinkedHashMap<String, Object>());
    }

    @SuppressWarnings("unchecked")
    private static List<Object> list(Map<String, Object> in, String key) {
        return (List<Object>) in.computeIfAbsent(key, k -> new ArrayList<>());
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> item(Map<String, Object> in, String key, String id) {
        for (Object item : list(in, key)) {
            if (((Map<String, Object>) item).get("id").equals(id)) {
                return (Map<String, Object>) item;
            }
        }
        var item = Json.object("id", id);
        list(in, key).add(item);
        return item;
    }

    private static List<String> parts(String text) {
        return Arrays.stream(text.split(" \\+ ")).map(String::strip).toList();
    }

    private static Object value(String text) {
        if (text.isEmpty() || text.equals("missing")) {
            return Json.object("missing", "");
        }
        if (text.startsWith("missing:")) {
            return Json.object("missing", text.substring("missing:".length()).strip());
        }
        for (String side : List.of("over", "under", "atLeast", "atMost")) {
            if (text.startsWith(side + " ")) {
                return Json.object(side, number(text.substring(side.length()).strip()));
            }
        }
        if (text.matches("[0-9]+/[0-9]+")) {
            return Json.object("n", Integer.valueOf(text.split("/")[0]), "of", Integer.valueOf(text.split("/")[1]));
        }
        return number(text);
    }

    /** With a point or, as Danish spreadsheets write it, a comma; every decimal written counts. */
    private static BigDecimal number(String text) {
        if (text.matches("-?[0-9]+([.,][0-9]+)?")) {
            return new BigDecimal(text.replace(',', '.'));
        }
        throw new IllegalArgumentException("\"" + text + "\" is no value; a number, \"over 9\", \"3/4\" or \"missing: why\" would do");
    }

    // ---- writing

    static String write(List<SurveyFigure> figures) {
        var out = new StringBuilder();
        Csv.row(out, COLUMNS);
        for (SurveyFigure figure : figures) {
            var map = FigureJson.map(figure);
            boolean first = true;
            for (List<String> value : rows(map)) {
                var row = new ArrayList<>(List.of(figure.id()));
                row.addAll(first ? List.of(map.get("kind").toString(), figure.title().in("da"), figure.question(), figure.answeredBy(), figure.when(),
                    figure.unit().word(), text(map.get("base")), String.join(" + ", figure.themes())) : List.of("", "", "", "", "", "", "", ""));
                row.addAll(value);
                Csv.row(out, row);
                first = false;
            }
        }
        return out.toString();
    }

    private static List<List<String>> rows(Map<String, Object> map) {
        var rows = new ArrayList<List<String>>();
        map.forEach((key, given) -> {
            Object value = given instanceof java.util.Optional<?> o ? o.orElse(null) : given;
            switch (key) {
                case "answers", "groups", "means", "bases", "first", "last", "scale", "bands", "merged", "target" -> {
                    if (value instanceof Map<?, ?> m) {
                        m.forEach((label, v) -> rows.add(List.of(key, label.toString(), "", text(v))));
                    }
                }
                case "totals" -> items(value).forEach(t -> rows.add(List.of("total", text(t.get("of")), "", text(t.get("value")))));
                case "rows" -> items(value).forEach(r -> {
                    String id = text(r.get("id"));
                    ((Map<?, ?>) r.get("values")).forEach((at, v) -> rows.add(List.of("rows", id, at.toString(), text(v))));
                    rows.add(List.of("rowLabel", id, "", text(r.get("label"))));
                    rows.add(List.of("rowUnit", id, "", text(r.get("unit"))));
                    if (!text(r.get("since")).isEmpty()) {
                        rows.add(List.of("since", id, "", text(r.get("since"))));
                    }
                });
                case "ratios" -> items(value).forEach(r -> {
                    rows.add(List.of("ratio", text(r.get("id")), "", r.get("numerator") + " / " + r.get("denominator")));
                    rows.add(List.of("ratioLabel", text(r.get("id")), "", text(r.get("label"))));
                    if (!text(r.get("attribute")).isEmpty()) {
                        rows.add(List.of("ratioAttribute", text(r.get("id")), "", text(r.get("attribute"))));
                    }
                    ((Map<?, ?>) r.get("stated")).forEach((at, v) -> rows.add(List.of("stated", text(r.get("id")), at.toString(), text(v))));
                });
                case "best", "attribute", "from", "to", "values", "overall" -> {
                    if (value != null) {
                        rows.add(List.of(key, "", "", text(value)));
                    }
                }
                case "notes" -> {
                    if (value instanceof List<?> notes) {
                        notes.forEach(n -> rows.add(List.of("note", "", "", n.toString())));
                    }
                }
                default -> { }
            }
        });
        return rows;
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> items(Object value) {
        return value == null ? List.of() : (List<Map<String, Object>>) value;
    }

    private static String text(Object value) {
        return switch (value) {
            case null -> "";
            case java.util.Optional<?> o -> text(o.orElse(null));
            case java.util.OptionalInt o -> o.isPresent() ? String.valueOf(o.getAsInt()) : "";
            case List<?> l -> l.stream().map(Object::toString).collect(Collectors.joining(" + "));
            case Map<?, ?> m when m.containsKey("missing") -> "missing: " + m.get("missing");
            case Map<?, ?> m when m.containsKey("n") -> m.get("n") + "/" + m.get("of");
            case Map<?, ?> m when m.size() == 1 -> m.keySet().iterator().next() + " " + text(m.values().iterator().next());
            case Map<?, ?> m -> "missing: " + m.get("from");
            case BigDecimal n -> n.toPlainString();
            default -> value.toString();
        };
    }
}
