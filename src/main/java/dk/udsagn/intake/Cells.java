package dk.udsagn.intake;

import dk.udsagn.transcript.FormatException;
import java.util.ArrayList;
import java.util.List;

/** Rows and cells of a text table; a cell in quotation marks may hold separators and line ends, and doubles its own marks. */
final class Cells {
    private static final int NEVER = -2;

    private Cells() {
    }

    /**
     * A row.
     *
     * @param start where it begins in the source
     * @param cells its cells, in pieces of the source
     * @param plain the same as characters
     */
    record Row(int start, List<List<Piece>> cells, List<String> plain) {
    }

    /** The first rows that are not blank, as far as they can be told: it may be no table. */
    static List<Row> first(SourceText source, char delimiter, int most) {
        return rows(source, delimiter, most, null);
    }

    /** All rows of a table that are not blank. */
    static List<Row> all(SourceText source, char delimiter, Losses losses) {
        return rows(source, delimiter, Integer.MAX_VALUE, losses);
    }

    private static List<Row> rows(SourceText source, char delimiter, int most, Losses losses) {
        String text = source.text();
        var rows = new ArrayList<Row>();
        for (int i = 0; i < source.lines().size() && rows.size() < most; i++) {
            SourceText.Line line = source.lines().get(i);
            if (source.isBlank(line)) {
                continue;
            }
            var cells = new ArrayList<List<Piece>>();
            int at = line.start();
            int end = line.end();
            while (at <= end) {
                int open = at;
                while (open < end && text.charAt(open) == ' ') {
                    open++;
                }
                int close = open < end && text.charAt(open) == '"' ? closing(text, open, delimiter) : -1;
                if (close == NEVER && losses != null && isLastCell(source, i, rows, delimiter)) {
                    CutOff.tell("the last cell's quotation mark is never closed", Characters.squeeze(text.substring(open)), line.place(), losses);
                    cells.add(unquoted(text, open + 1, Characters.skipBack(text, open + 1, text.length())));
                    i = source.lines().size();
                    break;
                }
                if (close < 0 && losses != null && delimiter != '\t' && open < end && text.charAt(open) == '"' && source.words(line).indexOf('"') == source.words(line).lastIndexOf('"')) {
                    throw new FormatException(source.name(), line.place().line().orElse(0), "a quotation mark opens a cell and is never closed", "close it at the end of the cell");
                }
                if (close >= 0) {
                    cells.add(unquoted(text, open + 1, close));
                    i = Math.max(i, source.lineAt(close));
                    end = source.lines().get(i).end();
                    at = close + 1;
                    while (at < end && text.charAt(at) != delimiter) {
                        at++;
                    }
                } else {
                    int next = text.indexOf(delimiter, at);
                    int stop = next < 0 || next > end ? end : next;
                    cells.add(at < stop ? List.of(new Piece.Copy(at, stop)) : List.of());
                    at = stop;
                }
                at++;
            }
            rows.add(new Row(line.start(), cells, cells.stream().map(c -> CueText.string(source, c)).toList()));
        }
        return rows;
    }

    /** Whether a cell that opens in a line may be the file's last: what follows has no line of as many cells as the first row. */
    private static boolean isLastCell(SourceText source, int line, List<Row> rows, char delimiter) {
        int width = rows.isEmpty() ? 1 : rows.getFirst().cells().size();
        for (int i = line + 1; i < source.lines().size(); i++) {
            if (source.words(source.lines().get(i)).chars().filter(c -> c == delimiter).count() + 1 >= width) {
                return false;
            }
        }
        return true;
    }

    /** The mark that closes a quoted cell: a single one before a separator or a line's end; -1 when the quotation is speech, {@link #NEVER} when none follows. */
    private static int closing(String text, int open, char delimiter) {
        for (int i = open + 1; i < text.length(); i++) {
            if (text.charAt(i) != '"') {
                continue;
            }
            if (i + 1 < text.length() && text.charAt(i + 1) == '"') {
                i++;
                continue;
            }
            int after = i + 1;
            while (after < text.length() && text.charAt(after) == ' ') {
                after++;
            }
            boolean ends = after >= text.length() || text.charAt(after) == delimiter || "\r\n\u0085".indexOf(text.charAt(after)) >= 0;
            return ends ? i : -1;
        }
        return NEVER;
    }

    private static List<Piece> unquoted(String text, int from, int to) {
        var pieces = new ArrayList<Piece>();
        int at = from;
        for (int i = from; i < to; i++) {
            if (text.charAt(i) == '"') {
                if (at < i) {
                    pieces.add(new Piece.Copy(at, i));
                }
                pieces.add(new Piece.Repair("\"", "doubled quotation mark"));
                i++;
                at = i + 1;
            }
        }
        if (at < to) {
            pieces.add(new Piece.Copy(at, to));
        }
        return pieces;
    }
}
