package dk.udsagn.exchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import dk.udsagn.transcript.FormatException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** RFC 4180, in UTF-8; UTF-16 is read too. */
final class Csv {
    private static final Set<String> NUMBERS = Set.of("start", "end");
    private static final Set<String> JSON = Set.of("memos", "rule");

    /** With or without apostrophes before it. */
    private static final Pattern FORMULA = Pattern.compile("'*[=+\\-@\t\r＝＋－＠]");
    private static final Pattern NUMBER = Pattern.compile("[-+]?[0-9]+([.,][0-9]+)?");

    private Csv() {
    }

    /** A row below the head: its cells by the head's names, and the line it begins on. */
    record Row(int line, Map<String, String> cells) {
        /** The row as the JSON object it stands for, so that faults name file and line; empty cells are left out. */
        JsonView object(Path file, List<String> keys) {
            var object = new LinkedHashMap<String, Object>();
            cells.forEach((key, cell) -> {
                if (!keys.contains(key)) {
                    throw new FormatException(file.toString(), 1, "unknown column \"" + key + "\"", "there may be " + String.join(", ", keys));
                }
                if (!cell.isEmpty()) {
                    object.put(key, value(file, key, cell));
                }
            });
            return JsonView.of(file.toString(), line, Json.line(object));
        }

        private Object value(Path file, String key, String cell) {
            try {
                if (NUMBERS.contains(key)) {
                    return Integer.valueOf(cell.strip());
                }
                boolean json = JSON.contains(key) && (cell.startsWith("[") || cell.startsWith("{"));
                return json ? Json.MAPPER.readValue(cell, Object.class) : cell;
            } catch (NumberFormatException e) {
                throw new FormatException(file.toString(), line, "\"" + cell + "\" in column " + key + " is no whole number", "");
            } catch (JsonProcessingException e) {
                throw new FormatException(file.toString(), line, "column " + key + " is no JSON: " + e.getOriginalMessage(), "");
            }
        }
    }

    static void row(StringBuilder out, List<String> cells) {
        row(out, cells, ',');
    }

    /** What a spreadsheet would take for a formula gets an apostrophe before it; {@link #read} takes it off. */
    static void row(StringBuilder out, List<String> cells, char separator) {
        for (int i = 0; i < cells.size(); i++) {
            String cell = FORMULA.matcher(cells.get(i)).lookingAt() && !NUMBER.matcher(cells.get(i)).matches() ? "'" + cells.get(i) : cells.get(i);
            boolean quote = cell.indexOf('"') >= 0 || cell.indexOf(',') >= 0 || cell.indexOf(';') >= 0 || cell.indexOf('\n') >= 0 || cell.indexOf('\r') >= 0
                || !cell.equals(cell.strip());
            out.append(i == 0 ? "" : separator).append(quote ? '"' + cell.replace("\"", "\"\"") + '"' : cell);
        }
        out.append("\r\n");
    }

    /** All rows below the head; a mark at the top and empty rows are passed over. Spreadsheets in Danish separate by semicolons: that is read too. */
    static List<Row> read(Path file) throws IOException {
        String text = text(file);
        char separator = separator(text);
        List<String> head = null;
        var rows = new ArrayList<Row>();
        int[] at = {0, 1};
        while (at[0] < text.length()) {
            int line = at[1];
            var cells = cells(file, text, separator, at);
            if (head == null && cells.getFirst().toLowerCase(Locale.ROOT).startsWith("sep=") && line == 1) {
                continue;                                       // a line for Excel only
            } else if (head == null) {
                head = cells;
                named(file, line, head);
            } else if (cells.stream().anyMatch(c -> !c.isBlank())) {
                while (cells.size() > head.size() && cells.getLast().isBlank()) {
                    cells.removeLast();
                }
                if (cells.size() != head.size()) {
                    throw new FormatException(file.toString(), line, "the row has " + cells.size() + " cells, the head " + head.size(), "is a quote missing?");
                }
                var row = new LinkedHashMap<String, String>();
                for (int i = 0; i < head.size(); i++) {
                    String cell = cells.get(i);
                    row.merge(head.get(i), cell.startsWith("'") && FORMULA.matcher(cell).lookingAt() ? cell.substring(1) : cell, String::concat);
                }
                rows.add(new Row(line, row));
            }
        }
        return rows;
    }

    /** UTF-8, or UTF-16 with its mark, as Excel's "Unicode text" is. What else it may be cannot be told for certain: Windows and Mac write "å" otherwise. */
    private static String text(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        int mark = bytes.length < 2 ? 0 : (bytes[0] & 0xFF) << 8 | bytes[1] & 0xFF;
        Charset charset = mark == 0xFFFE || mark == 0xFEFF ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
        var in = ByteBuffer.wrap(bytes);
        try {
            String text = charset.newDecoder().decode(in).toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            if (mark == ('P' << 8 | 'K')) {
                throw new FormatException(file.toString(), 0, "this is a workbook or an archive, no CSV", "save it from the spreadsheet as \"CSV UTF-8\"");
            }
            throw new FormatException(file.toString(), lineOf(bytes, in.position()), "it is not UTF-8, as Excel's plain \"CSV\" is not",
                "save it from the spreadsheet as \"CSV UTF-8\"");
        }
    }

    private static int lineOf(byte[] bytes, int at) {
        int line = 1;
        for (int i = 0; i < at; i++) {
            line += bytes[i] == '\n' ? 1 : 0;
        }
        return line;
    }

    /** Of comma, semicolon and tab the one that parts most of the head, quoted cells aside. */
    private static char separator(String text) {
        if (text.regionMatches(true, 0, "sep=", 0, 4) && text.length() > 4) {
            return text.charAt(4);
        }
        int[] counts = new int[3];
        boolean quoted = false;
        for (int i = 0; i < text.length() && (quoted || text.charAt(i) != '\n'); i++) {
            quoted ^= text.charAt(i) == '"';
            int which = ",;\t".indexOf(text.charAt(i));
            counts[which < 0 || quoted ? 0 : which] += which < 0 || quoted ? 0 : 1;
        }
        return counts[1] > counts[0] && counts[1] >= counts[2] ? ';' : counts[2] > counts[0] ? '\t' : ',';
    }

    /** A column without a name may be there if it is empty; two of one name may not. */
    private static void named(Path file, int line, List<String> head) {
        for (int i = 0; i < head.size(); i++) {
            if (!head.get(i).isBlank() && head.indexOf(head.get(i)) < i) {
                throw new FormatException(file.toString(), line, "two columns are called \"" + head.get(i) + "\"", "give one of them another name");
            }
        }
    }

    /** One row from {@code at[0]} on, which is moved behind it; {@code at[1]} counts lines. */
    private static List<String> cells(Path file, String text, char separator, int[] at) {
        var cells = new ArrayList<String>();
        var cell = new StringBuilder();
        boolean quoted = false;
        int line = at[1];
        while (at[0] < text.length()) {
            char c = text.charAt(at[0]++);
            at[1] += c == '\n' ? 1 : 0;
            if (quoted) {
                if (c != '"') {
                    cell.append(c);
                } else if (at[0] < text.length() && text.charAt(at[0]) == '"') {
                    cell.append('"');
                    at[0]++;
                } else {
                    quoted = false;
                }
            } else if (c == '"' && cell.isEmpty()) {
                quoted = true;
            } else if (c == separator) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else if (c == '\n') {
                break;
            } else if (c != '\r' || at[0] < text.length() && text.charAt(at[0]) != '\n') {
                cell.append(c);
            }
        }
        if (quoted) {
            throw new FormatException(file.toString(), line, "a quoted cell is not ended", "is a quote missing?");
        }
        cells.add(cell.toString());
        return cells;
    }
}
