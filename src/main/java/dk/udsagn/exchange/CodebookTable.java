package dk.udsagn.exchange;

import dk.udsagn.codebook.Codebook;
import dk.udsagn.codebook.Theme;
import dk.udsagn.codebook.Wording;
import dk.udsagn.transcript.FormatException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A codebook as a table that people edit in a spreadsheet; see {@link CodebookFile#csv}. */
final class CodebookTable {
    private static final List<String> PLAIN = List.of("colour", "memo", "indicators", "examples", "counterExamples", "codebook", "version");
    /** What a report adds and can count again. */
    private static final Set<String> DERIVED = Set.of("path", "respondents", "excerpts");
    private static final Pattern WORDED = Pattern.compile("(name|definition|include|exclude|title)(?:[\\s_.(-]+([A-Za-z][A-Za-z0-9-]*)\\)?)?", Pattern.CASE_INSENSITIVE);
    private static final Pattern NUMBER = Pattern.compile("[0-9]+([.,][0-9]+)?");
    private static final String DEFAULT_LANGUAGE = "da";

    private CodebookTable() {
    }

    /** The head, then a row a theme, parents before children. */
    static List<List<String>> rows(Codebook codebook) {
        var head = new ArrayList<>(List.of("id", "parent"));
        var all = codebook.all().values();
        Map<String, Function<Theme, List<Wording>>> worded = new LinkedHashMap<>();
        worded.put("name", t -> List.of(t.name()));
        worded.put("definition", t -> List.of(t.definition()));
        worded.put("include", Theme::include);
        worded.put("exclude", Theme::exclude);
        var columns = new ArrayList<Function<Theme, String>>();
        for (var field : worded.entrySet()) {
            boolean list = field.getKey().endsWith("clude");
            var languages = new LinkedHashSet<>(List.of(DEFAULT_LANGUAGE, "en"));
            all.forEach(t -> field.getValue().apply(t).forEach(w -> languages.addAll(w.byLanguage().keySet())));
            for (String language : languages) {
                head.add(field.getKey() + " " + language);
                columns.add(t -> list ? lines(field.getValue().apply(t), language) : field.getValue().apply(t).getFirst().byLanguage().getOrDefault(language, ""));
            }
        }
        head.addAll(PLAIN);
        codebook.title().byLanguage().keySet().forEach(language -> head.add("title " + language));
        var rows = new ArrayList<List<String>>(List.of(head));
        var parents = new HashMap<String, String>();
        all.forEach(t -> t.themes().forEach(child -> parents.put(child.id(), t.id())));
        for (Theme t : all) {
            var row = new ArrayList<>(List.of(t.id(), parents.getOrDefault(t.id(), "")));
            columns.forEach(column -> row.add(column.apply(t)));
            row.addAll(List.of(t.colour(), t.memo(), items(t.indicators(), CodebookItem::written), items(t.examples(), CodebookItem::written),
                items(t.counterExamples(), CodebookItem::written)));
            whole(codebook, rows.size() == 1, row);
            rows.add(row);
        }
        if (all.isEmpty()) {
            var row = new ArrayList<>(Collections.nCopies(head.indexOf("codebook"), ""));
            whole(codebook, true, row);
            rows.add(row);
        }
        return rows;
    }

    /** What is said of the codebook itself stands in its first row only. An apostrophe keeps a spreadsheet from making 1 of version 1.0. */
    private static void whole(Codebook codebook, boolean first, List<String> row) {
        row.add(first ? codebook.id() : "");
        row.add(first ? (NUMBER.matcher(codebook.version()).matches() ? "'" : "") + codebook.version() : "");
        codebook.title().byLanguage().values().forEach(words -> row.add(first ? words : ""));
    }

    private static String lines(List<Wording> wordings, String language) {
        boolean any = wordings.stream().anyMatch(w -> w.byLanguage().containsKey(language));
        return any ? items(wordings, w -> CodebookItem.escaped(w.byLanguage().getOrDefault(language, ""))) : "";
    }

    private static <T> String items(List<T> items, Function<T, String> written) {
        return String.join("\n", items.stream().map(written).toList());
    }

    /** A row with what it stands on, so that faults can name it. */
    private record Line(Path file, int line, Map<String, Map<String, String>> worded, Map<String, String> cells) {
        String cell(String column) {
            return cells.getOrDefault(column, "");
        }

        FormatException fault(String problem, String mend) {
            return new FormatException(file.toString(), line, problem, mend);
        }

        <T> T checked(String column, Supplier<T> make) {
            try {
                return make.get();
            } catch (IllegalArgumentException e) {
                throw fault((column.isEmpty() ? "" : "column " + column + ": ") + e.getMessage(), "");
            }
        }

        Wording wording(String field) {
            return new Wording(worded.getOrDefault(field, Map.of()));
        }

        /** The i-th line of each language is the i-th criterion. */
        List<Wording> wordings(String field) {
            var byLanguage = worded.getOrDefault(field, Map.of());
            var wordings = new ArrayList<Wording>();
            int most = byLanguage.values().stream().mapToInt(cell -> split(cell).length).max().orElse(0);
            for (int i = 0; i < most; i++) {
                var words = new LinkedHashMap<String, String>();
                for (var language : byLanguage.entrySet()) {
                    String[] lines = split(language.getValue());
                    if (i < lines.length && !trimmed(lines[i]).isEmpty()) {
                        words.put(language.getKey(), CodebookItem.plain(trimmed(lines[i])));
                    }
                }
                if (!words.isEmpty()) {
                    wordings.add(new Wording(words));
                }
            }
            return wordings;
        }

        <T> List<T> items(String column, Function<String, T> read) {
            var items = new ArrayList<T>();
            for (String line : split(cell(column))) {
                if (!trimmed(line).isEmpty()) {
                    items.add(checked(column, () -> read.apply(trimmed(line))));
                }
            }
            return items;
        }

        private static String[] split(String cell) {
            return cell.split("\r\n|\n|\r", -1);
        }

        private static String trimmed(String line) {
            return line.replaceAll("^[ \t]+|[ \t]+$", "");
        }
    }

    static Codebook read(Path file) throws IOException {
        String name = file.getFileName().toString().replaceFirst("\\.[^.]*$", "");
        return read(file, new Codebook(name, "1", new Wording(Map.of(DEFAULT_LANGUAGE, name)), List.of()));
    }

    /** Id, version and title are the other's where the table does not say them. */
    static Codebook read(Path file, Codebook otherwise) throws IOException {
        var rows = new LinkedHashMap<String, Line>();
        var whole = new LinkedHashMap<String, String>();
        var title = new LinkedHashMap<String, String>();
        for (Csv.Row row : Csv.read(file)) {
            Line line = line(file, row);
            for (String column : List.of("codebook", "version")) {
                String said = line.cell(column).strip().replaceFirst("^'(?=" + NUMBER + "$)", "");
                if (!said.isEmpty() && !whole.computeIfAbsent(column, c -> said).equals(said)) {
                    throw line.fault("column " + column + " says \"" + said + "\" here and \"" + whole.get(column) + "\" before", "say it in the first row only");
                }
            }
            line.worded.getOrDefault("title", Map.of()).forEach(title::putIfAbsent);
            String id = line.cell("id").strip();
            if (id.isEmpty() && row.cells().keySet().stream().noneMatch(c -> c.strip().equalsIgnoreCase("id"))) {      // a table somebody wrote by hand has names
                id = line.worded.getOrDefault("name", Map.of()).values().stream().map(RefiNames::slug).findFirst().orElse("");
            }
            if (id.isEmpty()) {
                if (line.cells.keySet().stream().anyMatch(c -> !c.equals("codebook") && !c.equals("version")) || line.worded.keySet().stream().anyMatch(c -> !c.equals("title"))) {
                    throw line.fault("the theme has no id", "write one in column id, in lower-case letters, digits and hyphens, or a name in column name");
                }
            } else if (rows.putIfAbsent(id, line) != null) {
                throw line.fault("a second theme has the id \"" + id + "\"; the first is in line " + rows.get(id).line, "give one of them another");
            }
        }
        if (rows.isEmpty() && whole.isEmpty()) {
            throw new FormatException(file.toString(), 0, "there is no theme in it", "the first row names the columns, as in id, parent, name, indicators; then comes a row a theme");
        }
        rings(rows);
        var themes = children(rows, "");
        return new Codebook(whole.getOrDefault("codebook", otherwise.id()), whole.getOrDefault("version", otherwise.version()),
            title.isEmpty() ? otherwise.title() : new Wording(title), themes);
    }

    /** Every parent is there, and no theme stands under itself. */
    private static void rings(Map<String, Line> rows) {
        for (var row : rows.entrySet()) {
            var way = new LinkedHashSet<String>();
            for (String id = row.getKey(); !id.isEmpty(); id = rows.get(id).cell("parent").strip()) {
                if (!way.add(id)) {
                    throw row.getValue().fault("theme \"" + id + "\" stands under itself: " + String.join(" under ", way) + " under " + id, "one of them needs another parent, or none");
                }
                String parent = rows.get(id).cell("parent").strip();
                if (!parent.isEmpty() && !rows.containsKey(parent)) {
                    throw rows.get(id).fault("there is no theme \"" + parent + "\" for \"" + id + "\" to stand under", "the table has " + rows.keySet());
                }
            }
        }
    }

    private static List<Theme> children(Map<String, Line> rows, String parent) {
        return rows.entrySet().stream().filter(r -> r.getValue().cell("parent").strip().equals(parent))
            .map(r -> theme(r.getKey(), r.getValue(), children(rows, r.getKey()))).toList();
    }

    private static Theme theme(String id, Line row, List<Theme> children) {
        var indicators = row.items("indicators", CodebookItem::indicator);
        var examples = row.items("examples", CodebookItem::example);
        var counter = row.items("counterExamples", CodebookItem::example);
        return row.checked("", () -> new Theme(id, row.wording("name"), row.wording("definition"), row.wordings("include"), row.wordings("exclude"), row.cell("colour").strip(),
            row.cell("memo"), indicators, examples, counter, children));
    }

    private static Line line(Path file, Csv.Row row) {
        var worded = new LinkedHashMap<String, Map<String, String>>();
        var cells = new LinkedHashMap<String, String>();
        row.cells().forEach((column, cell) -> {
            Matcher words = WORDED.matcher(column.strip());
            String known = known(column.strip());
            if (words.matches()) {
                String language = words.group(2) == null ? DEFAULT_LANGUAGE : words.group(2);
                if (!cell.isEmpty()) {
                    worded.computeIfAbsent(words.group(1).toLowerCase(Locale.ROOT), f -> new LinkedHashMap<>()).put(language, cell);
                }
            } else if (known.isEmpty() && !(column.isBlank() && cell.isBlank())) {
                throw new FormatException(file.toString(), 1, "unknown column \"" + column + "\"", "there may be id, parent, name, definition, include, exclude, "
                    + String.join(", ", PLAIN) + " and title; a language may follow, as in \"name en\"");
            } else if (!cell.isEmpty() && !DERIVED.contains(known)) {
                cells.put(known, cell);
            }
        });
        return new Line(file, row.line(), worded, cells);
    }

    private static String known(String column) {
        String plain = column.toLowerCase(Locale.ROOT);
        if (plain.equals("id") || plain.equals("theme")) {
            return "id";
        }
        return plain.equals("parent") || DERIVED.contains(plain) ? plain : PLAIN.stream().filter(p -> p.equalsIgnoreCase(column)).findFirst().orElse("");
    }
}
