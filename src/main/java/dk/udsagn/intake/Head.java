package dk.udsagn.intake;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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
    private static final String NAMES = "\\p{Lu}[\\p{L}'\u2019.-]*(?: \\p{Lu}[\\p{L}'\u2019.-]*){0,3}";
    private static final Pattern SURNAME_FIRST = Pattern.compile(NAMES + ", " + NAMES + "(?: \\([^()]{1,30}\\))?\\h?(?=[:\\t])");

    private static final Pattern EMPHASIS = Pattern.compile("^[*_]+|[*_]+$");
    private static final Pattern AFTER = Pattern.compile(" [-\u2013\u2014|,]$");

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

    /** The same with its label as it was kept before. */
    Head spelt(Map<String, String> kept) {
        String same = kept.putIfAbsent(label, label);
        return same == null ? this : new Head(same, mark, text, time, first);
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

        /** Bold and headings as Markdown writes them, list dots, a turn's number, the dash of a dialogue, and the arrows of subtitles. */
        private void emphasis() {
            if (at + 1 < to && "-\u2013".indexOf(text.charAt(at)) >= 0 && text.charAt(at + 1) == ' ') {
                at = Characters.skip(text, at + 1, to);
            }
            int number = at;
            while (number < to && number - at < 4 && Character.isDigit(text.charAt(number))) {
                number++;
            }
            if (number > at && number + 2 < to && ".)".indexOf(text.charAt(number)) >= 0 && Characters.isSpace(text.charAt(number + 1))) {
                at = Characters.skip(text, number + 1, to);
            }
            while (at < to && "*_#>\u2022".indexOf(text.charAt(at)) >= 0 && TimeMark.at(text, at, to).isEmpty()) {
                bold |= "*_".indexOf(text.charAt(at)) >= 0;
                at = Characters.skip(text, at + 1, to);
            }
        }

        private Optional<Head> label() {
            boolean bracket = at < to && "[<(".indexOf(text.charAt(at)) >= 0;
            char close = !bracket ? 0 : text.charAt(at) == '[' ? ']' : text.charAt(at) == '<' ? '>' : ')';
            int start = bracket ? at + 1 : at;
            int i = start;
            int spaces = 0;
            while (i < to && i - start <= LONGEST_LABEL) {
                char c = text.charAt(i);
                if (c == ':' || c == '\uff1a' || c == '\t' || bracket && c == close) {
                    break;
                }
                if (c == ';' && i > start && i - start < 20 && i + 1 < to && text.charAt(i + 1) == ' ') {
                    return head(start, i, Mark.SEMICOLON, i + 1);
                }
                if (c == ',' && i > start && spaces < 3) {
                    Optional<Head> clocked = clockedAtEnd(start);
                    if (clocked.isPresent()) {
                        return clocked;
                    }
                    Matcher name = SURNAME_FIRST.matcher(text).region(start, to);
                    if (name.lookingAt() && name.end() > i) {
                        i++;
                        continue;
                    }
                }
                if (c == ' ' && i > start) {
                    Optional<Head> column = column(start, i);
                    if (column.isPresent()) {
                        return column;
                    }
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
                i = c == '(' ? closing(i) : i + 1;
            }
            if (i - start > LONGEST_LABEL) {
                return dash(start, Math.min(to, start + 40));
            }
            return setOff(start, i, bracket, close);
        }

        /** A name that no punctuation limits, with spaces and a time that end the line: "Lund, Anna (gæst)   0:02". */
        private Optional<Head> clockedAtEnd(int start) {
            int end = Characters.skipBack(text, start, to);
            int i = end;
            while (i > start && !Characters.isSpace(text.charAt(i - 1))) {
                i--;
            }
            int stop = Characters.skipBack(text, start, i);
            Optional<TimeMark> mark = mark(i).filter(m -> m.end() == end);
            return mark.isPresent() && i - stop >= 2 && stop - start <= LONGEST_LABEL ? besides(start, stop, mark.get()) : Optional.empty();
        }

        /** A label set off by a column's width of spaces; two are enough beside a time. */
        private Optional<Head> column(int start, int end) {
            int next = Characters.skip(text, end, to);
            boolean wide = next - end >= (before.isPresent() ? 2 : 3);
            boolean words = next < to && text.charAt(next) != ':' && text.charAt(next - 1) != '\t' && mark(next).isEmpty();
            return wide && words && end - start <= 30 ? head(start, end, Mark.TAB, next) : Optional.empty();
        }

        /** Past the brackets that open here, as in "Informant 3 (mand, 24 år)"; past one character where they do not close. */
        private int closing(int open) {
            int close = text.indexOf(')', open, Math.min(to, open + 40));
            return close > 0 ? close + 1 : open + 1;
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

        private Optional<Head> setOff(int start, int stop, boolean bracket, char close) {
            int i = stop;
            if (bracket) {
                if (i >= to || text.charAt(i) != close) {
                    if (i >= to || text.charAt(i) != ':') {
                        return Optional.empty();
                    }
                } else {
                    i = skipEmphasis(i + 1);
                    Optional<TimeMark> time = mark(i);
                    if (time.isPresent() && Characters.skip(text, time.get().end(), to) == to) {
                        return besides(start, stop, time.get());
                    }
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
            char next = open ? ' ' : text.charAt(i + 1);
            boolean tight = Character.isLetter(next) || Character.isDigit(next) && Character.isLetter(text.charAt(Math.max(start, i - 1)))
                || "\"\u201d\u201e\u00bb-\u2013\u2026.".indexOf(next) >= 0;
            return open || tight ? head(start, stop, open ? Mark.COLON : Mark.TIGHT_COLON, i + 1) : Optional.empty();
        }

        private Optional<Head> dash(int start, int stop) {
            for (String dash : new String[] {" - ", " \u2013 ", " \u2014 ", ") "}) {
                int at = text.indexOf(dash, start, Math.min(to, start + 30 + dash.length()));     // to the line's end: else each line would search the rest of the file
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
            String label = AFTER.matcher(EMPHASIS.matcher(Characters.squeeze(text.substring(start, end))).replaceAll("")).replaceAll("").strip();
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
