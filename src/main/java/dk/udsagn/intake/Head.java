package dk.udsagn.intake;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * What may be the head of a turn: the beginning of a line up to its first spoken word. Whether the label is one is for
 * {@link Labels} to say.
 *
 * @param label the label without marks and colon; empty when the line begins with no more than time marks
 * @param mark  how the label is set off
 * @param text  where the words begin
 * @param time  the time named before or beside the label
 * @param first first character of the label
 */
record Head(String label, Mark mark, int text, OptionalLong time, int first) {
    /** How a label is set off from the words. */
    enum Mark { COLON, TIGHT_COLON, SEMICOLON, TAB, BRACKET, DASH, ALONE, ALONE_WITH_TIME, NONE }

    private static final int LONGEST_LABEL = 63;

    /** The head of a line; {@code marks} says whether time marks may stand before the label. */
    static Head of(String text, int from, int to, boolean marks) {
        var scan = new Scan(text, from, to);
        if (marks) {
            scan.marks();
        }
        int words = scan.at;
        scan.emphasis();
        int emphasised = scan.at;
        if (marks) {
            scan.marks();
        }
        int labelStart = scan.at;
        if (labelStart > emphasised) {
            words = labelStart;
        }
        Optional<Head> head = scan.label();
        return head.isPresent() ? head.get() : new Head("", Mark.NONE, words, scan.before, labelStart);
    }

    private static final class Scan {
        private final String text;
        private final int to;
        private int at;
        private boolean bold;
        private OptionalLong before = OptionalLong.empty();
        private OptionalLong beside = OptionalLong.empty();

        private Scan(String text, int from, int to) {
            this.text = text;
            this.to = to;
            at = Characters.skip(text, from, to);
        }

        private void marks() {
            for (Optional<TimeMark> mark = mark(at); mark.isPresent(); mark = mark(at)) {
                before = before.isPresent() ? before : OptionalLong.of(mark.get().startMs());
                at = Characters.skip(text, mark.get().end(), to);
            }
        }

        private Optional<TimeMark> mark(int place) {
            Optional<TimeMark> mark = TimeMark.at(text, place, to);
            return mark.isPresent() ? mark : TimeMark.bareAt(text, place, to);
        }

        /** Bold and headings as Markdown writes them, list dots, the dash of a dialogue, and the arrows of subtitles. */
        private void emphasis() {
            if (at + 1 < to && "-\u2013".indexOf(text.charAt(at)) >= 0 && text.charAt(at + 1) == ' ') {
                at = Characters.skip(text, at + 1, to);
            }
            while (at < to && "*_#>\u2022".indexOf(text.charAt(at)) >= 0 && TimeMark.at(text, at, to).isEmpty()) {
                bold |= "*_".indexOf(text.charAt(at)) >= 0;
                at = Characters.skip(text, at + 1, to);
            }
        }

        private Optional<Head> label() {
            boolean bracket = at < to && "[<(".indexOf(text.charAt(at)) >= 0;
            int start = bracket ? at + 1 : at;
            int i = start;
            int spaces = 0;
            while (i < to && i - start <= LONGEST_LABEL) {
                char c = text.charAt(i);
                if (c == ':' || c == '\uff1a' || c == '\t' || bracket && isClosing(c)) {
                    break;
                }
                if (c == ';' && i > start && i - start < 20 && i + 1 < to && text.charAt(i + 1) == ' ') {
                    return head(start, i, Mark.SEMICOLON, i + 1);
                }
                if (",!?\"\u201c\u201d\u2026;".indexOf(c) >= 0 || spaces > 5) {
                    return dash(start, Math.min(to, start + 40));
                }
                if (i > start && (Characters.isSpace(text.charAt(i - 1)) || "[({#<".indexOf(c) >= 0)) {
                    Optional<TimeMark> mark = mark(i);
                    if (mark.isPresent()) {
                        return besides(start, i, mark.get());
                    }
                }
                spaces += Characters.isSpace(c) ? 1 : 0;
                i = c == '(' && !bracket ? closing(i) : i + 1;
            }
            if (i - start > LONGEST_LABEL) {
                return dash(start, Math.min(to, start + 40));
            }
            return setOff(start, i, bracket);
        }

        private static boolean isClosing(char c) {
            return c == ']' || c == '>' || c == ')';
        }

        /** Past the brackets that open here, as in "Informant 3 (mand, 24 år)"; past one character where they do not close. */
        private int closing(int open) {
            int close = text.indexOf(')', open);
            return close > 0 && close < Math.min(to, open + 40) ? close + 1 : open + 1;
        }

        /** A label with its time beside it: {@code Anna [00:12]: ...} or {@code Anna   0:12} alone. */
        private Optional<Head> besides(int start, int end, TimeMark mark) {
            beside = OptionalLong.of(mark.startMs());
            int i = Characters.skip(text, mark.end(), to);
            while (i < to && "*_]".indexOf(text.charAt(i)) >= 0) {
                i = Characters.skip(text, i + 1, to);
            }
            if (i >= to) {
                return head(start, end, Mark.ALONE_WITH_TIME, to);
            }
            if (text.charAt(i) == ':') {
                return head(start, end, Mark.COLON, i + 1);
            }
            return text.charAt(mark.end() - 1) == ']' || text.charAt(mark.end() - 1) == ')' ? head(start, end, Mark.DASH, i) : Optional.empty();
        }

        private Optional<Head> setOff(int start, int stop, boolean bracket) {
            int i = stop;
            if (bracket) {
                if (i >= to || !isClosing(text.charAt(i))) {
                    if (i >= to || text.charAt(i) != ':') {
                        return Optional.empty();
                    }
                } else {
                    i = skipEmphasis(i + 1);
                    return i < to && text.charAt(i) == ':' ? head(start, stop, Mark.COLON, i + 1) : head(start, stop, Mark.BRACKET, i);
                }
            }
            if (i >= to) {
                return dash(start, stop).or(() -> head(start, stop, Mark.ALONE, to));
            }
            if (text.charAt(i) == '\t') {
                int j = Characters.skip(text, i, to);
                return j < to && text.charAt(j) == ':' ? head(start, stop, Mark.COLON, j + 1) : head(start, stop, Mark.TAB, i);
            }
            boolean open = i + 1 >= to || Characters.isSpace(text.charAt(i + 1)) || "*_[({#<".indexOf(text.charAt(i + 1)) >= 0;
            boolean tight = !open && (Character.isLetter(text.charAt(i + 1)) || "\"\u201d\u201e\u00bb-\u2013\u2026.".indexOf(text.charAt(i + 1)) >= 0);
            return open || tight ? head(start, stop, open ? Mark.COLON : Mark.TIGHT_COLON, i + 1) : Optional.empty();
        }

        private Optional<Head> dash(int start, int stop) {
            for (String dash : new String[] {" - ", " \u2013 ", " \u2014 ", ") "}) {
                int at = text.indexOf(dash, start);
                if (at > start && at < Math.min(stop, start + 30)) {
                    return head(start, at, Mark.DASH, at + dash.length());
                }
            }
            return Optional.empty();
        }

        private int skipEmphasis(int from) {
            int i = Characters.skip(text, from, to);
            while (bold && i < to && "*_".indexOf(text.charAt(i)) >= 0) {
                i = Characters.skip(text, i + 1, to);
            }
            return i;
        }

        private Optional<Head> head(int start, int end, Mark mark, int after) {
            String label = Characters.squeeze(text.substring(start, end)).replaceAll("^[*_]+|[*_]+$", "").strip();
            int words = skipEmphasis(after);
            OptionalLong time = before.isPresent() ? before : beside;
            for (Optional<TimeMark> m = TimeMark.at(text, words, to); m.isPresent(); m = TimeMark.at(text, words, to)) {
                time = time.isPresent() ? time : OptionalLong.of(m.get().startMs());
                words = skipEmphasis(m.get().end());
            }
            return isPlausible(label) ? Optional.of(new Head(label, mark, words, time, start)) : Optional.empty();
        }

        private static boolean isPlausible(String label) {
            return !label.isEmpty() && label.length() <= LONGEST_LABEL && Character.isLetter(label.codePointAt(0))
                && label.chars().filter(c -> c == ' ').count() < 5;
        }
    }
}
