package dk.udsagn.intake;

import dk.udsagn.transcript.SourceMap;
import java.util.function.IntUnaryOperator;

/** Writes a transcript's canonical text from the top, and the map back to the source with it. Not for threads to share. */
final class Canonical {
    private final SourceText source;
    private final IntUnaryOperator origin;
    private final StringBuilder out;
    private final SourceMap.Builder map = SourceMap.builder();
    private int line;
    private static final int LONGEST_GUESS = 64 << 20;

    Canonical(SourceText source) {
        this(source, at -> at);
    }

    /** For a source whose characters stood elsewhere in the file; {@code origin} says where, below 0 for those that did not. */
    Canonical(SourceText source, IntUnaryOperator origin) {
        this.source = source;
        this.origin = origin;
        this.out = new StringBuilder(Math.min(source.text().length(), LONGEST_GUESS));      // growing by doubling would need three times the text for a moment
    }

    int length() {
        return out.length();
    }

    /** Copies characters of the source; line ends other than LF become LF, a named repair. What stands between lines is left out. */
    void copy(int from, int to) {
        int at = from;
        while (at < to) {
            SourceText.Line here = source.lines().get(seek(at));
            int gap = at < here.start() ? here.start() : at >= here.next() && line + 1 < source.lines().size() ? source.lines().get(line + 1).start() : at;
            if (gap > at) {                  // a number in the margin
                at = gap;
                continue;
            }
            map.place(out.length(), here.place());
            int end = Math.min(to, here.end());
            if (at < end) {
                stretch(at);
                out.append(source.text(), at, end);
            }
            at = end;
            if (at < to) {
                if (source.text().charAt(at) == '\n' && here.next() == at + 1) {
                    stretch(at);
                } else {
                    map.repair(out.length(), source.text().charAt(at) == '\f' ? "page break" : "line end");
                }
                out.append('\n');
                at = here.next();
            }
        }
    }

    private void stretch(int at) {
        int from = origin.applyAsInt(at);
        if (from < 0) {
            map.repair(out.length(), "line end");
        } else {
            map.stretch(out.length(), from);
        }
    }

    /** The line that holds an offset; almost always the same as before or the next one. */
    private int seek(int offset) {
        if (offset < source.lines().get(line).start()) {
            line = source.lineAt(offset);
        }
        while (line + 1 < source.lines().size() && source.lines().get(line + 1).start() <= offset) {
            line++;
        }
        return line;
    }

    /** Writes characters that do not stand in the source so. */
    void repair(String words, String name) {
        if (!words.isEmpty()) {
            map.repair(out.length(), name);
            out.append(words);
        }
    }

    String text() {
        return out.toString();
    }

    SourceMap map() {
        return map.build();
    }
}
