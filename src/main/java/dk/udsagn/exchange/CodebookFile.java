package dk.udsagn.exchange;

import dk.udsagn.codebook.Codebook;
import dk.udsagn.codebook.Example;
import dk.udsagn.codebook.Indicator;
import dk.udsagn.codebook.Polarity;
import dk.udsagn.codebook.Theme;
import dk.udsagn.codebook.Wording;
import dk.udsagn.transcript.FormatException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A codebook as {@code codebook.json}, or as a table for spreadsheets. */
public final class CodebookFile {
    private CodebookFile() {
    }

    /**
     * Reads a codebook. In JSON too, an indicator without {@code weight} and {@code polarity} has .5 and positive, and an indicator or example may be a
     * bare text: {@code "indicators": ["søvn", {"find": "sove near/3 dårlig", "polarity": "negative"}]}.
     *
     * @param file the file: a table as {@link #csv} writes it when its name ends in .csv, parted by commas, semicolons or tabs, else JSON; of a
     *             table only the column {@code id} must be there
     * @return the codebook
     * @throws IOException     if the file cannot be read
     * @throws FormatException if it is no codebook; names file, line, what was found and what would do
     */
    public static Codebook read(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw new FormatException(file.toString(), 0, "this is a folder", "name a codebook's file, .json or .csv");
        }
        return file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".csv") ? CodebookTable.read(file) : of(JsonView.of(file));
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
     * A codebook as a table for spreadsheets: one row a theme, parents before children. A column a language ({@code name da}, {@code name en}); where a
     * cell holds several things, each has a line of its own:
     *
     * <table><caption>Lines in cells</caption>
     * <tr><td>include, exclude</td><td>{@code når nogen lytter}; the same line in another language's cell is the same criterion</td></tr>
     * <tr><td>indicators</td><td>{@code 0.8 positive: lytte til mig}; without weight and side, .5 and positive</td></tr>
     * <tr><td>examples, counterExamples</td><td>{@code positive: asked: hvad gjorde han? // han hørte efter // hvorfor}; side, question and note may be left out</td></tr>
     * </table>
     *
     * <p>Id, version and title of the codebook stand in the first row. A cell that a spreadsheet would take for a formula gets an apostrophe before it,
     * which {@link #read} takes off again; a line break or backslash within a line is written {@code \n} or {@code \\}.
     *
     * @param codebook the codebook
     * @return RFC 4180, UTF-8, CRLF row ends; {@link #read} gives it back unchanged
     */
    public static String csv(Codebook codebook) {
        return csv(codebook, ',');
    }

    /**
     * The same as Excel opens it by a double click where the comma is the decimal sign: parted by semicolons, with a mark of UTF-8 at the top.
     *
     * @param codebook the codebook
     * @return the text of a file that {@link #read} gives back unchanged
     */
    public static String csvForExcel(Codebook codebook) {
        return '\uFEFF' + csv(codebook, ';');
    }

    private static String csv(Codebook codebook, char separator) {
        var out = new StringBuilder();
        table(codebook).forEach(row -> Csv.row(out, row, separator));
        return out.toString();
    }

    /**
     * The rows of {@link #csv}, for tables that add columns of their own.
     *
     * @param codebook the codebook
     * @return the head, then a row a theme in the order of {@link Codebook#all()}; a codebook without themes has one row
     */
    public static List<List<String>> table(Codebook codebook) {
        return CodebookTable.rows(codebook);
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
        return view.checked(() -> new Theme(view.text("id"), wording(view, "name"), wording(view, "definition"), wordings(view, "include"),
            wordings(view, "exclude"), view.textOr("colour", ""), view.textOr("memo", ""), indicators(view), examples(view, "examples"),
            examples(view, "counterExamples"), children));
    }

    /** A fault is named by theme and number too: in a file without line breaks the line tells nothing. */
    private static List<Indicator> indicators(JsonView view) {
        var indicators = new ArrayList<Indicator>();
        for (JsonView v : view.items("indicators")) {
            boolean bare = v.isText();
            String find = bare ? v.scalar() : v.only("find", "weight", "polarity").text("find");
            double weight = !bare && v.has("weight") ? v.number("weight") : Indicator.USUAL_WEIGHT;
            Polarity polarity = !bare && v.has("polarity") ? v.word("polarity", Polarity::of) : Polarity.POSITIVE;
            try {
                indicators.add(new Indicator(find, weight, polarity));
            } catch (IllegalArgumentException e) {
                throw v.fault("theme " + view.text("id") + ", indicator " + (indicators.size() + 1) + ": " + e.getMessage(), "");
            }
        }
        return indicators;
    }

    private static List<Example> examples(JsonView view, String key) {
        return view.items(key).stream().map(v -> v.isText() ? v.checked(() -> new Example(v.scalar(), Polarity.NEUTRAL, "")) : v.only("text", "polarity", "note", "question").checked(
            () -> new Example(v.text("text"), v.has("polarity") ? v.word("polarity", Polarity::of) : Polarity.NEUTRAL, v.textOr("note", ""), v.textOr("question", "")))).toList();
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
        return Json.object("question", some(example.question()), "text", example.text(), "polarity", example.polarity() == Polarity.NEUTRAL ? Optional.empty() : example.polarity().word(),
            "note", some(example.note()));
    }

    private static Optional<Object> some(Object value) {
        boolean none = value instanceof String s && s.isEmpty() || value instanceof List<?> l && l.isEmpty() || value instanceof Map<?, ?> m && m.isEmpty();
        return none ? Optional.empty() : Optional.of(value);
    }
}
