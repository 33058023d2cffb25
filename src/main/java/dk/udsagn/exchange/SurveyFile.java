package dk.udsagn.exchange;

import dk.udsagn.survey.Survey;
import dk.udsagn.survey.SurveyFigure;
import dk.udsagn.transcript.FormatException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a study knows from questionnaires, as {@code survey.json}; figures also as a table.
 *
 * <p>A value is a number, read with the decimals it is written with (a share 74 lies between 73.5 and 74.5, a share 74.0 between 73.95 and 74.05; a count
 * is exact); or {@code {"missing": "why"}}; or {@code {"over": 9}}, and so {@code under}, {@code atLeast}, {@code atMost}; or {@code {"n": 3, "of": 4}};
 * or {@code {"low": 1, "high": 2, "from": "how it was worked out"}}; or {@code null} for missing without a reason. Shares are per cent.
 *
 * <p>A figure has {@code id, title, question, themes, answeredBy, when, unit} (persons, sessions, courses, unstated), {@code base} (a whole number or
 * {@code {"missing": "why"}}; never left out), {@code notes} and {@code kind}:
 * <ul>
 * <li>{@code mean}: {@code scale {least, greatest, best}, means {label: value}, bases {label: n}, overall}
 * <li>{@code ordered}: {@code answers {label: value}, best} (first or last), {@code totals [{name, of, value}]}
 * <li>{@code twoPoints}: {@code scale, bands {label: "1-2"}, merged {label: [bands]}, from, to, first {label: value}, last {label: value}}
 * <li>{@code several}: {@code answers, totals}
 * <li>{@code series}: {@code values} (counts or shares), {@code times, rows [{id, label, unit, values {time: value}, since}],
 * ratios [{id, label, numerator, denominator, stated {time: value}, attribute}]}
 * <li>{@code background}: {@code attribute, groups {label: value}, target {youngest, oldest}}
 * </ul>
 *
 * <p>A statement has {@code id, text, figure, unit} and {@code says}: {@code share} ({@code of [labels], at, value, base}), {@code change}
 * ({@code of, from, to, value, as} percent, relative, points or count, {@code trend} rise, fall, better or worse), {@code average} ({@code of, at, value}),
 * {@code rate} ({@code among, value}), {@code overlap} ({@code part, whole, at}), {@code shows} ({@code of}).
 *
 * <p>A claim has {@code id, text} and either {@code sentence} (a text in Danish, or {@code {"en": "…"}}) or {@code quantifier} (all, most, several, some,
 * one, none, {@code {"n": 5, "of": 6}} or {@code {"percent": 60}}), {@code group [{attribute, test, value}]} and either {@code theme, subthemes,
 * polarity} or {@code has {attribute, test, value}}; {@code test} is is, over, under, atLeast or atMost.
 */
public final class SurveyFile {
    private SurveyFile() {
    }

    /**
     * The survey of a study: {@code survey.json} or, where there is none, the figures of {@code survey.csv}.
     *
     * @param folder the study's folder
     * @return what it says; {@link Survey#NONE} when there is neither
     * @throws IOException     if the file cannot be read
     * @throws FormatException if it has the wrong form; names file and line
     */
    public static Survey in(Path folder) throws IOException {
        Path json = folder.resolve("survey.json");
        Path csv = folder.resolve("survey.csv");
        return Files.exists(json) ? read(json) : Files.exists(csv) ? new Survey(readCsv(csv), List.of(), List.of()) : Survey.NONE;
    }

    /**
     * Reads {@code survey.json}.
     *
     * @param file the file
     * @return what it says
     * @throws IOException     if the file cannot be read
     * @throws FormatException if it has the wrong form: a figure without base, a negative share, an unknown unit; names file and line
     */
    public static Survey read(Path file) throws IOException {
        return read(JsonView.of(file));
    }

    static Survey read(JsonView view) {
        view.only("figures", "statements", "claims");
        var figures = view.objects("figures").stream().map(FigureJson::read).toList();
        unique(view.objects("figures"));
        var units = new HashMap<String, SurveyFigure>();
        figures.forEach(f -> units.put(f.id(), f));
        var statements = view.objects("statements").stream().map(v -> StatementJson.read(v, units)).toList();
        unique(view.objects("statements"));
        var claims = view.objects("claims").stream().map(ClaimJson::read).toList();
        unique(view.objects("claims"));
        return view.checked(() -> new Survey(figures, statements, claims));
    }

    private static void unique(List<JsonView> views) {
        var seen = new HashSet<String>();
        for (JsonView view : views) {
            if (!seen.add(view.text("id"))) {
                throw view.fault("the id \"" + view.text("id") + "\" is used twice", "give one of the two another");
            }
        }
    }

    /**
     * The same as JSON.
     *
     * @param survey figures, statements and claims
     * @return the text of a file that {@link #read} gives back unchanged
     */
    public static String write(Survey survey) {
        return Json.pretty(map(survey));
    }

    /**
     * A {@code survey.json} in which one theme's id is another's, everything else as it stands.
     *
     * @param json  the text of the file
     * @param theme id of the theme that figures and claims name
     * @param into  id of the theme they name instead
     * @return the text with the names changed
     */
    public static String renamed(String json, String theme, String into) {
        String id = Pattern.quote("\"" + theme + "\"");
        String other = Matcher.quoteReplacement("\"" + into + "\"");
        String claims = json.replaceAll("(\"theme\"\\s*:\\s*)" + id, "$1" + other);
        return Pattern.compile("\"themes\"\\s*:\\s*\\[[^\\]]*]").matcher(claims).replaceAll(list -> Matcher.quoteReplacement(
            list.group().contains("\"" + into + "\"") ? list.group().replaceAll("," + "\\s*" + id + "|" + id + "\\s*,\\s*", "") : list.group().replaceAll(id, other)));
    }

    static Map<String, Object> map(Survey survey) {
        return Json.object("figures", survey.figures().stream().map(FigureJson::map).toList(),
            "statements", survey.statements().stream().map(StatementJson::map).toList(), "claims", survey.claims().stream().map(ClaimJson::map).toList());
    }

    /**
     * Reads figures from a table: one row a value, the columns {@code figure, kind, title, question, answeredBy, when, unit, base, themes, field, label,
     * at, value} in any order, parted by commas or semicolons. What is said of the figure stands in its first row. {@code field} is where the value
     * belongs in JSON ({@code answers, groups, means, bases, first, last, bands, merged, scale, target, rows, since, rowUnit, rowLabel, ratio, ratioLabel, ratioAttribute, stated, total} or a
     * single setting such as {@code best, attribute, from, to, overall, values, note}); {@code at} is the time in a series. A value is a number with a
     * point or a comma, or "over 9", "under 9", "3/4", or "missing: why"; an empty one is missing. Labels in a list are parted by " + ".
     *
     * @param file the file, UTF-8
     * @return the figures, in order
     * @throws IOException     if the file cannot be read
     * @throws FormatException if it has the wrong form; names file, line, what was found and what would do
     */
    public static List<SurveyFigure> readCsv(Path file) throws IOException {
        return FigureTable.read(file);
    }

    /**
     * Figures as a table.
     *
     * @param figures the figures
     * @return the text of a file that {@link #readCsv} gives back; RFC 4180, CRLF row ends. Names of totals, values worked out, and titles in more than one
     *     language do not come along
     */
    public static String writeCsv(List<SurveyFigure> figures) {
        return FigureTable.write(figures);
    }
}
