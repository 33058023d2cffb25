package dk.udsagn.intake;

import dk.udsagn.transcript.SourcePlace;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * A file's characters after decoding, in lines. Offsets are UTF-16 units of the text as it came, byte order mark and
 * line ends included.
 *
 * @param name  the file as the user knows it
 * @param text  its characters
 * @param lines its lines from the top; between the next of one and the start of the following may stand what is no part of any
 */
record SourceText(String name, String text, List<Line> lines) {
    /**
     * A line; {@code [start, end)} without its end, {@code next} where the following one begins. Where a person finds it stands in
     * bare numbers, 0 for what is unknown: places as objects would take more memory than the text.
     */
    record Line(int start, int end, int next, int line, int page, int cue, int paragraph) {
        Line(int start, int end, int next, SourcePlace place) {
            this(start, end, next, place.line().orElse(0), place.page().orElse(0), place.cue().orElse(0), place.paragraph().orElse(0));
        }

        /** Where a person finds it. */
        SourcePlace place() {
            return new SourcePlace(number(line), number(page), number(cue), number(paragraph));
        }

        private static OptionalInt number(int n) {
            return n == 0 ? OptionalInt.empty() : OptionalInt.of(n);
        }

        Line inCue(int number) {
            return new Line(start, end, next, line, page, number, paragraph);
        }

        /** Whether a page ends with this line. */
        boolean endsPage(String text) {
            return next > end && text.charAt(end) == '\f';
        }
    }

    /** The lines of a plain file: ended by LF, CRLF, CR, NEL, U+2028, U+2029 or a form feed, which also turns the page. */
    static SourceText of(String name, String text) {
        Headroom.checkLines(name, text);
        var lines = new ArrayList<Line>();
        boolean paged = text.indexOf('\f') >= 0;
        int start = text.startsWith("\uFEFF") ? 1 : 0;
        int number = 1;
        int page = 1;
        for (int i = start; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '\n' && c != '\r' && c != '\f' && c != '\u0085' && c != '\u2028' && c != '\u2029') {
                continue;
            }
            int next = c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n' ? i + 2 : i + 1;
            lines.add(new Line(start, i, next, number, paged ? page : 0, 0, 0));
            start = next;
            i = next - 1;
            if (c == '\f') {
                page++;
            } else {
                number++;
            }
        }
        if (start < text.length()) {
            lines.add(new Line(start, text.length(), text.length(), number, paged ? page : 0, 0, 0));
        }
        return new SourceText(name, text, List.copyOf(lines));
    }

    String words(Line line) {
        return text.substring(line.start(), line.end());
    }

    boolean isBlank(Line line) {
        return Characters.skip(text, line.start(), line.end()) == line.end();
    }

    /** Index of the line that holds an offset, its end included. */
    int lineAt(int offset) {
        int low = 0;
        int high = lines.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (lines.get(middle).start() <= offset) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    SourcePlace place(int offset) {
        return lines.isEmpty() ? SourcePlace.UNKNOWN : lines.get(lineAt(offset)).place();
    }
}
