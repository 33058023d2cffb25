package dk.udsagn.exchange;

import dk.udsagn.codebook.Codebook;
import dk.udsagn.codebook.Example;
import dk.udsagn.codebook.Indicator;
import dk.udsagn.codebook.Polarity;
import dk.udsagn.codebook.Theme;
import dk.udsagn.codebook.Wording;
import dk.udsagn.transcript.FormatException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A codebook as {@code codebook.json}. */
public final class CodebookFile {
    private static final List<String> COLUMNS = List.of("id", "parent", "name", "definition", "include", "exclude", "colour", "memo", "indicators", "examples", "counterExamples");

    private CodebookFile() {
    }

    /**
     * Reads a codebook.
     *
     * @param file the file
     * @return the codebook
     * @throws IOException     if the file cannot be read
     * @throws FormatException if it is no codebook; names file, line, what was found and what would do
     */
    public static Codebook read(Path file) throws IOException {
        return of(JsonView.of(file));
    }

    static Codebook of(JsonView view) {
        view.only("id", "version", "title", "themes");
        var themes = themes(view, new HashSet<>());
        return view.checked(() -> new Codebook(view.text("id"), view.text("version"), wording(view, "title"), themes));
    }

    /**
     * A codebook as JSON.
     *
     * @param codebook the codebook
     * @return the text of a file that {@link #read} gives back unchanged
     */
    public static String write(Codebook codebook) {
        return Json.pretty(Json.object("id", codebook.id(), "version", codebook.version(), "title", codebook.title().byLanguage(),
            "themes", codebook.themes().stream().map(CodebookFile::map).toList()));
    }

    /**
     * A codebook as a table: one row a theme, parents before children. Wordings, criteria, indicators and examples are JSON in their cells,
     * as in {@code codebook.json}; a bare text in such a cell is read as Danish.
     *
     * @param codebook the codebook
     * @return RFC 4180, UTF-8, CRLF row ends; {@link #readCsv} gives it back unchanged
     */
    public static String csv(Codebook codebook) {
        var out = new StringBuilder();
        Csv.row(out, COLUMNS);
        rows(codebook.themes(), "", out);
        return out.toString();
    }

    private static void rows(List<Theme> themes, String parent, StringBuilder out) {
        for (Theme theme : themes) {
            var map = map(theme);
            Csv.row(out, COLUMNS.stream().map(k -> k.equals("parent") ? parent : cell(map.get(k))).toList());
            rows(theme.themes(), theme.id(), out);
        }
    }

    private static String cell(Object value) {
        return switch (value) {
            case Optional<?> o -> o.map(CodebookFile::cell).orElse("");
            case List<?> l -> Json.line(l);
            case Map<?, ?> m -> m.isEmpty() ? "" : Json.line(m);
            default -> String.valueOf(value);
        };
    }

    /**
     * Reads a table of themes.
     *
     * @param file    the table; only the column {@code id} must be there
     * @param id      id of the codebook
     * @param version its version
     * @param title   its title
     * @return the codebook
     * @throws IOException     if the file cannot be read
     * @throws FormatException if it has the wrong form; names file, line, what was found and what would do
     */
    public static Codebook readCsv(Path file, String id, String version, Wording title) throws IOException {
        var rows = new LinkedHashMap<String, JsonView>();
        for (Csv.Row row : Csv.read(file)) {
            JsonView view = row.object(file, COLUMNS);
            if (rows.putIfAbsent(view.text("id"), view) != null) {
                throw view.fault("a second theme has the id \"" + view.text("id") + "\"", "give one of them another");
            }
        }
        for (JsonView view : rows.values()) {
            if (view.has("parent") && !rows.containsKey(view.text("parent"))) {
                throw view.fault("there is no theme \"" + view.text("parent") + "\" to stand under", "the table has " + rows.keySet());
            }
        }
        var themes = children(rows, "");
        var codebook = new Codebook(id, version, title, themes);
        if (codebook.all().size() != rows.size()) {
            throw new FormatException(file.toString(), 0, "some themes stand under one another in a ring", "one of them needs another parent");
        }
        return codebook;
    }

    private static List<Theme> children(Map<String, JsonView> rows, String parent) {
        return rows.values().stream().filter(v -> v.textOr("parent", "").equals(parent)).map(v -> theme(v, children(rows, v.text("id")))).toList();
    }

    private static List<Theme> themes(JsonView view, Set<String> seen) {
        return view.objects("themes").stream().map(v -> theme(v, seen)).toList();
    }

    private static Theme theme(JsonView view, Set<String> seen) {
        view.only("id", "name", "definition", "include", "exclude", "colour", "memo", "indicators", "examples", "counterExamples", "themes");
        if (!seen.add(view.text("id"))) {
            throw view.fault("there are two themes with the id \"" + view.text("id") + "\"", "give one of them another");
        }
        return theme(view, themes(view, seen));
    }

    private static Theme theme(JsonView view, List<Theme> children) {
        var indicators = view.objects("indicators").stream().map(v -> v.only("find", "weight", "polarity").checked(() ->
            new Indicator(v.text("find"), v.number("weight"), v.word("polarity", Polarity::of)))).toList();
        return view.checked(() -> new Theme(view.text("id"), wording(view, "name"), wording(view, "definition"), wordings(view, "include"),
            wordings(view, "exclude"), view.textOr("colour", ""), view.textOr("memo", ""), indicators, examples(view, "examples"),
            examples(view, "counterExamples"), children));
    }

    private static List<Example> examples(JsonView view, String key) {
        return view.objects(key).stream().map(v -> v.only("text", "polarity", "note").checked(() -> new Example(v.text("text"),
            v.has("polarity") ? v.word("polarity", Polarity::of) : Polarity.NEUTRAL, v.textOr("note", "")))).toList();
    }

    /** One language may be given as a bare text. */
    private static Wording wording(JsonView view, String key) {
        if (!view.has(key)) {
            return Wording.NONE;
        }
        var field = view.fields().get(key);
        return field.isObject() ? words(field) : new Wording(Map.of("da", view.text(key)));
    }

    private static List<Wording> wordings(JsonView view, String key) {
        return view.items(key).stream().map(v -> v.isObject() ? words(v) : new Wording(Map.of("da", v.scalar()))).toList();
    }

    private static Wording words(JsonView object) {
        var words = new LinkedHashMap<String, String>();
        object.fields().forEach((language, v) -> words.put(language, v.scalar()));
        return new Wording(words);
    }

    private static Map<String, Object> map(Theme theme) {
        return Json.object("id", theme.id(), "name", theme.name().byLanguage(), "definition", some(theme.definition().byLanguage()),
            "include", some(theme.include().stream().map(Wording::byLanguage).toList()),
            "exclude", some(theme.exclude().stream().map(Wording::byLanguage).toList()),
            "colour", some(theme.colour()), "memo", some(theme.memo()),
            "indicators", some(theme.indicators().stream().map(i -> Json.object("find", i.find(), "weight", i.weight(), "polarity", i.polarity().word())).toList()),
            "examples", some(theme.examples().stream().map(CodebookFile::map).toList()),
            "counterExamples", some(theme.counterExamples().stream().map(CodebookFile::map).toList()),
            "themes", some(theme.themes().stream().map(CodebookFile::map).toList()));
    }

    private static Map<String, Object> map(Example example) {
        return Json.object("text", example.text(), "polarity", example.polarity() == Polarity.NEUTRAL ? Optional.empty() : example.polarity().word(),
            "note", some(example.note()));
    }

    private static Optional<Object> some(Object value) {
        boolean none = value instanceof String s && s.isEmpty() || value instanceof List<?> l && l.isEmpty() || value instanceof Map<?, ?> m && m.isEmpty();
        return none ? Optional.empty() : Optional.of(value);
    }
}
