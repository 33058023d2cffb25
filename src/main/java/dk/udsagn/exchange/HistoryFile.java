package dk.udsagn.exchange;

import dk.udsagn.coding.History;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The audit table of a study: one row a decision, in the order of time, as CSV or JSON.
 *
 * <p>Columns: {@code id}, {@code at}, {@code coder}, {@code act}, {@code target} (the decision it is about), {@code transcript}, {@code digest},
 * {@code start}, {@code end}, {@code quote}, {@code theme}, {@code detail} (the rule, the memo, the other theme), {@code why}, {@code library},
 * {@code codebook}. CSV is RFC 4180 in UTF-8 with CRLF row ends; JSON has one object a line, keys without a value left out.
 */
public final class HistoryFile {
    private static final List<String> KEYS = List.of("id", "at", "coder", "act", "target", "transcript", "digest", "start", "end", "quote", "theme", "detail", "why", "library",
        "codebook");

    private HistoryFile() {
    }

    /**
     * Writes rows to a file. Cost: linear; one row at a time is in memory.
     *
     * @param rows as {@link History#rows} gives them
     * @param file where to; it ends in .csv, .json or .jsonl
     * @throws IOException              if the disk failed; what was there then stays
     * @throws IllegalArgumentException if the ending is another
     */
    public static void write(Stream<History.Row> rows, Path file) throws IOException {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        boolean csv = name.endsWith(".csv");
        if (!csv && !name.endsWith(".json") && !name.endsWith(".jsonl")) {
            throw new IllegalArgumentException("\"" + file.getFileName() + "\" does not end in a form of the audit table; there are .csv, and .json or .jsonl");
        }
        Path beside = Files.createDirectories(file.toAbsolutePath().getParent()).resolve("." + file.getFileName() + ".new");     // with the permissions of any other
        try {
            try (BufferedWriter out = Files.newBufferedWriter(beside)) {
                if (csv) {
                    out.write(line(KEYS));
                }
                for (Iterator<History.Row> each = rows.iterator(); each.hasNext();) {
                    var row = object(each.next());
                    out.write(csv ? line(KEYS.stream().map(k -> row.get(k) instanceof Optional<?> o ? o.map(String::valueOf).orElse("") : String.valueOf(row.get(k))).toList()) : Json.line(row) + "\n");
                }
            }
            Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    private static String line(List<String> cells) {
        var line = new StringBuilder();
        Csv.row(line, cells);
        return line.toString();
    }

    /**
     * One row as the object of a line of JSON.
     *
     * @param row a row
     * @return keys in the order of the columns; those without a value are left out
     */
    public static Map<String, Object> object(History.Row row) {
        var place = row.place();
        return Json.object("id", row.id(), "at", row.when().toString(), "coder", row.who(), "act", row.act(), "target", row.target(),
            "transcript", place.map(p -> p.transcript()), "digest", place.map(p -> p.digest()), "start", place.map(p -> p.span().start()), "end", place.map(p -> p.span().end()),
            "quote", place.map(p -> p.words()), "theme", given(row.theme()), "detail", given(row.detail()), "why", row.why(), "library", given(row.library()),
            "codebook", given(row.codebook()));
    }

    private static Optional<String> given(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }
}
