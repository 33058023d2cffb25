package dk.udsagn.intake;

import dk.udsagn.transcript.SourcePlace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Gathers the text of a document that is no file of lines: its paragraphs and table rows, each with its place. */
final class DocumentText {
    private final StringBuilder text = new StringBuilder();
    private final List<SourceText.Line> lines = new ArrayList<>();
    private final Map<Integer, Head> heads = new HashMap<>();
    private final List<Row> oneRowed = new ArrayList<>();
    private final Map<Integer, Integer> headings = new HashMap<>();
    private final BoldLabels bold = new BoldLabels();
    private final SetOffQuestions questions = new SetOffQuestions();
    private final Wording wording;
    private final Losses losses;

    DocumentText(Wording wording, Losses losses) {
        this.wording = wording;
        this.losses = losses;
    }

    /**
     * A row of a table.
     *
     * @param cells each cell's paragraphs, an LF between them
     * @param place where it stands
     */
    record Row(List<String> cells, SourcePlace place) {
    }

    /** Adds a paragraph; line ends within it make several lines of one place. The offsets it got, start and end. */
    int[] add(String paragraph, SourcePlace place) {
        if (!Characters.trim(paragraph).isEmpty()) {
            endOneRowed();
        }
        return addLines(paragraph, place);
    }

    /** Adds a paragraph of which it is known how it begins. */
    void add(Paragraph paragraph, SourcePlace place) {
        String words = paragraph.toString();
        if (!Characters.trim(words).isEmpty()) {
            endOneRowed();
            bold.add(lines.size(), words, text.length(), paragraph.bold());
            if (paragraph.heading() > 0) {
                headings.put(lines.size(), paragraph.heading());
            } else {
                questions.add(lines.size(), words, text.length(), paragraph.looks(), place);
            }
        }
        addLines(words, place);
    }

    private int[] addLines(String paragraph, SourcePlace place) {
        int from = text.length();
        int at = 0;
        for (int i = 0; i <= paragraph.length(); i++) {
            if (i == paragraph.length() || isLineEnd(paragraph.charAt(i))) {
                int start = text.length();
                text.append(paragraph, at, i).append('\n');
                lines.add(new SourceText.Line(start, text.length() - 1, text.length(), place));
                at = i + 1;
            }
        }
        return new int[] {from, text.length() - 1};
    }

    private static boolean isLineEnd(char c) {
        return c == '\n' || c == '\r' || c == '\f' || c == '\u000b' || c == '\u2028' || c == '\u2029' || c == '\u0085';
    }

    /**
     * Adds a table. Where one column holds speakers, a row is a line of speaker and words; else its cells are paragraphs.
     * What of it is no speech is told. Tables of one row that follow each other, a turn each, are one table.
     */
    void add(List<Row> table) {
        boolean fits = table.size() == 1 && (oneRowed.isEmpty() || oneRowed.getFirst().cells().size() == table.getFirst().cells().size());
        if (!fits) {
            endOneRowed();
        }
        if (table.size() == 1) {
            oneRowed.addAll(table);
        } else {
            addTable(table);
        }
    }

    private void endOneRowed() {
        if (!oneRowed.isEmpty()) {
            var table = List.copyOf(oneRowed);
            oneRowed.clear();
            addTable(table);
        }
    }

    private void addTable(List<Row> table) {
        TableShape shape = TableShape.of(table, wording.language(), wording.labels());
        if (shape == null) {
            int only = TableShape.labelled(table, wording.labels());
            for (Row row : table) {
                for (int i = 0; i < row.cells().size(); i++) {
                    if (only < 0 || i == only) {
                        add(row.cells().get(i), row.place());
                    }
                }
                if (only >= 0) {
                    tellUnused(row, only, only, only);
                }
            }
            return;
        }
        for (int i = 0; i < table.size(); i++) {
            Row row = table.get(i);
            if (i == 0 && shape.headed()) {
                losses.setAside("table head", "it names the columns", String.join(" | ", row.cells()), row.place());
            } else {
                add(row, shape);
                tellUnused(row, shape.words(), shape.speaker(), shape.time());
            }
        }
    }

    private void tellUnused(Row row, int words, int speaker, int time) {
        for (int i = 0; i < row.cells().size(); i++) {
            if (i != words && i != speaker && i != time && !Characters.trim(row.cells().get(i)).isEmpty()) {
                losses.setAside("column", "it holds neither words, speaker nor time", Characters.squeeze(row.cells().get(i)), row.place());
            }
        }
    }

    private void add(Row row, TableShape shape) {
        String said = cell(row, shape.words());
        String speaker = cell(row, shape.speaker());
        OptionalLong time = shape.time() < 0 ? OptionalLong.empty() : TableReader.Columns.ms(cell(row, shape.time()));
        Head head = Head.of(speaker, 0, speaker.length(), true);
        String label = head.label().isEmpty() ? Characters.squeeze(speaker) : head.label();
        if (Characters.trim(said).isEmpty() && label.isEmpty()) {
            return;
        }
        if (label.isEmpty()) {
            add(said, row.place());
            return;
        }
        int line = lines.size();
        int start = text.length();
        add(speaker.replace('\n', ' ') + "\t" + said, row.place());
        heads.put(line, new Head(label, Head.Mark.COLON, start + speaker.length() + 1, time.isPresent() ? time : head.time(), start));
    }

    private static String cell(Row row, int column) {
        return column < 0 || column >= row.cells().size() ? "" : row.cells().get(column);
    }

    /** The head of a line that is a table row with a speaker of its own, or that only its bold beginning tells. */
    Optional<Head> head(int line) {
        return Optional.ofNullable(heads.get(line)).or(() -> bold.head(line));
    }

    /** The heads of a document whose speakers are told apart by the look of their letters alone; empty for others. */
    Map<Integer, Head> questions() {
        return questions.heads(losses);
    }

    /** How deep a heading a line is; 0 for one that is none. */
    int heading(int line) {
        return headings.getOrDefault(line, 0);
    }

    boolean isEmpty() {
        endOneRowed();
        return Characters.trim(text.toString()).isEmpty();
    }

    SourceText source(String name) {
        endOneRowed();
        return new SourceText(name, text.toString(), List.copyOf(lines));
    }
}
