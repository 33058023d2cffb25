package dk.udsagn.intake;

import dk.udsagn.transcript.FormatException;
import dk.udsagn.transcript.Times;
import dk.udsagn.transcript.Transcript;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/** Tables with a column of words and one of speakers, separated by tabs, semicolons or commas, as NVivo and f4 write them. */
final class TableReader implements TranscriptReader {
    private final Wording wording;

    TableReader(Wording wording) {
        this.wording = wording;
    }

    @Override public Optional<Reading> read(Source file) {
        if (!Sniff.looksLikeText(file)) {
            return Optional.empty();
        }
        var losses = new Losses(wording.language());
        Decoded decoded = file.decoded(losses);
        SourceText source = decoded.source();
        for (char delimiter : new char[] {'\t', ';', ','}) {
            List<Cells.Row> rows = Cells.first(source, delimiter, 30);
            Columns columns = Columns.of(rows, delimiter, wording.language());
            if (columns != null) {
                Headroom.check(source, "\n", 600);
                return Optional.of(read(file, source, Cells.all(source, delimiter, losses), columns, "table, " + decoded.encoding(), losses));
            }
        }
        return Optional.empty();
    }

    private Reading read(Source file, SourceText source, List<Cells.Row> rows, Columns columns, String format, Losses losses) {
        List<Utterance> utterances = utterances(source, rows, columns, losses);
        if (utterances.stream().allMatch(u -> u.label().isEmpty())) {
            utterances = InnerLabels.found(source, utterances, wording.labels());
        }
        if (utterances.isEmpty()) {
            throw new FormatException(file.name(), 1, "no row of the table has words", "it needs a column \"Text\" and one \"Speaker\"");
        }
        var assembly = new Assembly(source, wording, losses, " ");
        assembly.addAll(utterances);
        Repeats.tell(source, utterances, losses);
        Transcript transcript = assembly.transcript(file.id());
        if (!tellShortRow(source, rows, losses)) {
            CutOff.tellLastWords(source, transcript, losses);
        }
        return losses.reading(transcript, format);
    }

    /** Tells a last row that has neither a line end nor as many cells as each of the others. */
    private static boolean tellShortRow(SourceText source, List<Cells.Row> rows, Losses losses) {
        int width = rows.getLast().cells().size();
        if (CutOff.hasLastLineEnd(source) || rows.size() < 3 || rows.subList(0, rows.size() - 1).stream().anyMatch(r -> r.cells().size() <= width)) {
            return false;
        }
        CutOff.tell("the last row has " + width + " cells, fewer than all others", Characters.squeeze(String.join(" ", rows.getLast().plain())), source.place(rows.getLast().start()), losses);
        return true;
    }

    private static List<Utterance> utterances(SourceText source, List<Cells.Row> rows, Columns columns, Losses losses) {
        var out = new ArrayList<Utterance>();
        var unused = new HashSet<Integer>();
        for (Cells.Row row : rows.subList(columns.headed() ? 1 : 0, rows.size())) {
            List<Piece> words = CueText.trimmed(source, columns.words() < row.cells().size() ? row.cells().get(columns.words()) : List.of());
            String speaker = columns.speaker() < 0 || columns.speaker() >= row.cells().size() ? ""
                : label(CueText.string(source, row.cells().get(columns.speaker())));
            for (int i = 0; i < row.cells().size(); i++) {
                if (!columns.uses(i) && unused.add(i) && !CueText.string(source, row.cells().get(i)).isBlank()) {
                    losses.setAside("column", "it holds neither words, speaker nor time", CueText.string(source, row.cells().get(i)), source.place(row.start()));
                }
            }
            if (words.isEmpty()) {
                if (row.cells().stream().anyMatch(c -> !Characters.trim(CueText.string(source, c)).isEmpty())) {
                    losses.setAside("row without words", "there is nothing to code in it", speaker, source.place(row.start()));
                }
            } else {
                out.add(new Utterance(speaker, words, columns.times(source, row)));
            }
        }
        return out;
    }

    private static String label(String cell) {
        String squeezed = Characters.squeeze(cell);
        return Characters.squeeze(squeezed.endsWith(":") ? squeezed.substring(0, squeezed.length() - 1) : squeezed);
    }

    /**
     * Which column holds what; -1 for none.
     *
     * @param headed whether the first row names the columns
     * @param millis whether bare numbers are milliseconds, as in Whisper's own tables
     */
    record Columns(int words, int speaker, int start, int end, boolean headed, boolean millis) {
        boolean uses(int i) {
            return i == words || i == speaker || i == start || i == end;
        }

        /** The columns of a table; null when these rows are none. */
        static Columns of(List<Cells.Row> rows, char delimiter, dk.udsagn.transcript.Language language) {
            if (rows.isEmpty() || rows.getFirst().cells().size() < 2) {
                return null;
            }
            List<String> head = rows.getFirst().plain().stream().map(c -> Characters.squeeze(c).toLowerCase(Locale.ROOT)).toList();
            int words = find(head, language.list("columns.txt"), "words");
            int speaker = find(head, language.list("columns.txt"), "speaker");
            int start = find(head, language.list("columns.txt"), "start");
            int end = find(head, language.list("columns.txt"), "end");
            if (words >= 0 && (speaker >= 0 || start >= 0)) {
                return new Columns(words, speaker, start, end, true, start >= 0 && end >= 0 && bareNumbers(rows, start));
            }
            return delimiter == '\t' ? headless(rows) : null;
        }

        static int find(List<String> head, List<String> lists, String kind) {
            for (String list : lists) {
                if (list.startsWith(kind + ":")) {
                    for (String name : list.substring(kind.length() + 1).split(",")) {
                        if (head.contains(name.strip())) {
                            return head.indexOf(name.strip());
                        }
                    }
                }
            }
            return -1;
        }

        /** Whole numbers that soon pass what seconds would: Whisper's tables count milliseconds. */
        private static boolean bareNumbers(List<Cells.Row> rows, int column) {
            return rows.stream().skip(1).filter(r -> column < r.cells().size()).allMatch(r -> r.plain().get(column).strip().matches("\\d+"));
        }

        /** Tab-separated rows, all of one width, that begin with a time: time, words, speaker, or time, speaker, words. */
        private static Columns headless(List<Cells.Row> rows) {
            int width = rows.getFirst().cells().size();
            if (width < 3 || rows.size() < 2 || !rows.stream().allMatch(r -> r.cells().size() == width && ms(r.plain().getFirst()).isPresent())) {
                return null;
            }
            int[] lengths = new int[width];
            rows.forEach(r -> {
                for (int i = 1; i < width; i++) {
                    lengths[i] += r.plain().get(i).length();
                }
            });
            boolean twoTimes = width > 3 && rows.stream().allMatch(r -> ms(r.plain().get(1)).isPresent());
            int first = twoTimes ? 2 : 1;
            int words = lengths[first] >= lengths[first + 1] ? first : first + 1;
            return new Columns(words, words == first ? first + 1 : first, 0, twoTimes ? 1 : -1, false, false);
        }

        Times times(SourceText source, Cells.Row row) {
            if (start < 0 || start >= row.cells().size()) {
                return Times.UNKNOWN;
            }
            String cell = row.plain().get(start);
            if (millis) {
                return new Times(whole(cell), end < 0 || end >= row.cells().size() ? OptionalLong.empty() : whole(row.plain().get(end)));
            }
            String[] range = cell.split("\\s*(?:-->|/|\u2013|(?<=\\d)\\s*-(?=\\s*\\d{1,3}:|\\s+))\\s*", 2);
            OptionalLong from = ms(range[0]);
            OptionalLong to = range.length > 1 ? ms(range[1]) : end >= 0 && end < row.cells().size() ? ms(row.plain().get(end)) : OptionalLong.empty();
            return new Times(from, to);
        }

        private static OptionalLong whole(String cell) {
            return cell.strip().matches("\\d{1,12}") ? OptionalLong.of(Long.parseLong(cell.strip())) : OptionalLong.empty();
        }

        /** A time as NVivo reads it: 1:02:03.4, 12:31, 1:6 for 00:01:06, 75 for 00:01:15; of a range the first. */
        static OptionalLong ms(String cell) {
            var m = java.util.regex.Pattern.compile("[\\[(#{]?\\s*(?:(?:(\\d{1,3}):)?(\\d{1,4}):)?(\\d{1,6})(?:[.,](\\d{1,9}))?(?:[-\u2013/\\s].*)?[\\])#}]?").matcher(cell.strip());
            if (!m.matches()) {
                return OptionalLong.empty();
            }
            long hours = m.group(1) == null ? 0 : Long.parseLong(m.group(1));
            long minutes = m.group(2) == null ? 0 : Long.parseLong(m.group(2));
            long fraction = m.group(4) == null ? 0 : Long.parseLong((m.group(4) + "00").substring(0, 3));
            return OptionalLong.of(((hours * 60 + minutes) * 60 + Long.parseLong(m.group(3))) * 1000 + fraction);
        }
    }
}
