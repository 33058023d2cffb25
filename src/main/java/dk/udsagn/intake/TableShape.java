package dk.udsagn.intake;

import dk.udsagn.transcript.Language;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;

/**
 * Which column of a document's table holds what; -1 for none.
 *
 * @param headed whether the first row names the columns
 */
record TableShape(int time, int speaker, int words, boolean headed) {
    /** The shape of a table that holds turns; null when no column holds speakers. */
    static TableShape of(List<DocumentText.Row> rows, Language language, LabelWords labels) {
        int width = rows.stream().mapToInt(r -> r.cells().size()).max().orElse(0);
        if (width < 2) {
            return null;
        }
        List<String> head = rows.getFirst().cells().stream().map(c -> Characters.squeeze(c).toLowerCase(Locale.ROOT)).toList();
        int words = TableReader.Columns.find(head, language.list("columns.txt"), "words");
        int speaker = TableReader.Columns.find(head, language.list("columns.txt"), "speaker");
        if (words >= 0 && speaker >= 0 && rows.size() > 1) {
            return new TableShape(TableReader.Columns.find(head, language.list("columns.txt"), "start"), speaker, words, true);
        }
        TableShape shape = byContent(rows, width, labels);
        boolean named = shape != null && rows.size() > 1 && (isNamed(head, shape.speaker, language, "speaker") || isNamed(head, shape.time, language, "start"));
        return named ? new TableShape(shape.time, shape.speaker, shape.words, true) : shape;
    }

    /** Whether the first row names what the column holds, though not all of its names are known. */
    private static boolean isNamed(List<String> head, int column, Language language, String kind) {
        return column >= 0 && column < head.size() && TableReader.Columns.find(List.of(head.get(column)), language.list("columns.txt"), kind) == 0;
    }

    private static TableShape byContent(List<DocumentText.Row> rows, int width, LabelWords labels) {
        int time = -1;
        int speaker = -1;
        int words = 0;
        long longest = -1;
        for (int c = 0; c < width; c++) {
            if (speaker < 0 && holdsSpeakers(rows, c, labels)) {
                speaker = c;
            } else if (time < 0 && share(rows, c) >= 0.6) {
                time = c;
            }
        }
        for (int c = 0; c < width; c++) {
            int column = c;
            long length = rows.stream().filter(r -> column < r.cells().size()).mapToLong(r -> r.cells().get(column).length()).sum();
            if (c != speaker && c != time && length > longest) {
                longest = length;
                words = c;
            }
        }
        return speaker < 0 || longest < 0 ? null : new TableShape(time, speaker, words, false);
    }

    /** The column whose cells mostly begin with a label, of a table that has no column of speakers; -1 for none. */
    static int labelled(List<DocumentText.Row> rows, LabelWords labels) {
        int width = rows.stream().mapToInt(r -> r.cells().size()).max().orElse(0);
        for (int c = 0; c < width; c++) {
            int column = c;
            long begun = rows.stream().filter(r -> column < r.cells().size()).map(r -> Head.of(r.cells().get(column), 0, r.cells().get(column).length(), true))
                .filter(h -> h.mark() == Head.Mark.COLON && labels.knows(h.label())).count();
            if (begun >= 2 && begun * 10 >= rows.size() * 6L) {
                return c;
            }
        }
        return -1;
    }

    /** How many of a column's cells are times. */
    private static double share(List<DocumentText.Row> rows, int column) {
        return (double) rows.stream().filter(r -> column < r.cells().size() && r.cells().get(column).matches(".*\\d:\\d.*")
            && TableReader.Columns.ms(r.cells().get(column)).isPresent()).count() / rows.size();
    }

    /** Short cells, few different ones, mostly filled, and labels by their words or by coming again. */
    private static boolean holdsSpeakers(List<DocumentText.Row> rows, int column, LabelWords labels) {
        var distinct = new HashSet<String>();
        int filled = 0;
        int known = 0;
        int headings = 0;
        for (DocumentText.Row row : rows) {
            String cell = column < row.cells().size() ? Characters.squeeze(row.cells().get(column)) : "";
            if (cell.isEmpty()) {
                continue;
            }
            Head head = Head.of(cell, 0, cell.length(), true);
            if (head.label().isEmpty() || head.label().length() > 40 || head.text() < cell.length()) {
                return false;
            }
            filled++;
            known += labels.knows(head.label()) ? 1 : 0;
            headings += labels.isHeading(head.label()) ? 1 : 0;
            distinct.add(head.label().toLowerCase(Locale.ROOT));
        }
        if (headings > 0 && distinct.size() == filled) {
            return false;                      // a form: date, interviewer, respondent, duration, each with what is filled in
        }
        return filled * 2 >= rows.size() && filled > 0 && (known * 2 >= filled || distinct.size() <= Math.max(3, filled * 2 / 3) && distinct.size() < filled && filled >= 3);
    }
}
