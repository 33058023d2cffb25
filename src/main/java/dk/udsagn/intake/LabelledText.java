package dk.udsagn.intake;

import dk.udsagn.transcript.Times;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;

/**
 * The turns of a text whose lines begin with labels, in source offsets, and what has to be taken out of it.
 *
 * @param turns the turns from the top
 * @param cuts  what does not stand in the canonical text, from the top; never across the edge of a turn
 */
record LabelledText(List<Turn> turns, List<Cut> cuts) {
    /**
     * Words of one speaker, from the first to the last character; both in the source.
     *
     * @param head    where the label stands
     * @param clocked whether the label stands alone with a time beside it, as Teams writes it
     */
    record Turn(String label, int head, int start, int end, Times times, boolean clocked) {
    }

    /** A stretch of the source and what stands in its stead. */
    record Cut(int from, int to, String instead, String name) {
    }

    /**
     * Finds the turns; there are none when no line names a speaker.
     *
     * @param furniture lines that are no part of any turn
     * @param sure      heads that are known to name a speaker, by line
     * @param heading   how deep a heading of the document a line is; 0 for one that is none
     * @param paged     whether pages and line widths may have torn the text
     */
    static LabelledText of(SourceText source, BitSet furniture, IntFunction<Optional<Head>> sure, IntUnaryOperator heading, boolean paged, Wording wording, Losses losses) {
        return new Finder(source, furniture, sure, heading, paged, wording, losses).find();
    }

    /** The same with more cuts; a turn that ends in one of them ends before it. */
    LabelledText without(List<Cut> more) {
        if (more.isEmpty()) {
            return this;
        }
        var all = new ArrayList<>(cuts);
        var shorter = new ArrayList<>(turns);
        var ends = new HashMap<Integer, Integer>();
        more.forEach(cut -> ends.put(cut.to(), cut.from()));
        shorter.replaceAll(t -> ends.getOrDefault(t.end(), 0) > t.start() ? new Turn(t.label(), t.head(), t.start(), ends.get(t.end()), t.times(), t.clocked()) : t);
        all.addAll(more);
        all.sort(Comparator.comparingInt(Cut::from));
        return new LabelledText(shorter, all);
    }

    private static final class Finder {
        private final SourceText source;
        private final String text;
        private final Losses losses;
        private final LabelWords words;
        private final boolean paged;
        private final IntUnaryOperator heading;
        private final List<Integer> content = new ArrayList<>();
        private final List<Labels.Line> heads = new ArrayList<>();
        private final List<Turn> turns = new ArrayList<>();
        private final List<Cut> cuts = new ArrayList<>();
        private final List<TimeMark> marks = new ArrayList<>();
        private String label;
        private OptionalLong start = OptionalLong.empty();
        private OptionalLong carried = OptionalLong.empty();
        private int head;
        private boolean clocked;
        private int first;
        private int last;

        private Finder(SourceText source, BitSet furniture, IntFunction<Optional<Head>> sure, IntUnaryOperator heading, boolean paged, Wording wording, Losses losses) {
            this.heading = heading;
            this.source = source;
            this.text = source.text();
            this.losses = losses;
            this.words = wording.labels();
            this.paged = paged;
            for (int i = 0; i < source.lines().size(); i++) {
                if (!furniture.get(i) && !source.isBlank(source.lines().get(i)) && !wording.isAside(source.words(source.lines().get(i)))) {
                    content.add(i);
                }
            }
            var labels = new HashMap<String, String>();      // a label that comes again is kept once
            for (int n = 0; n < content.size(); n++) {
                SourceText.Line line = source.lines().get(content.get(n));
                Optional<Head> known = sure.apply(content.get(n));
                Head found = known.orElseGet(() -> Head.of(text, line.start(), line.end(), true)).spelt(labels);
                boolean parted = n == 0 || content.get(n - 1) < content.get(n) - 1 || opensParagraph(n);
                boolean timed = n > 0 && heads.get(n - 1).opens() && isOnlyMark(heads.get(n - 1).head(), source.lines().get(content.get(n - 1)))
                    && content.get(n - 1) == content.get(n) - 1;
                heads.add(new Labels.Line(found, parted || timed, parted, timed, known.isPresent()));
            }
            dropClosing(wording);
            openEveryLineWhereMostAreLabelled();
        }

        /** Takes away last lines that only say that the talk is over. */
        private void dropClosing(Wording wording) {
            while (content.size() > 1 && heads.getLast().parted() && wording.isClosing(source.words(source.lines().get(content.getLast())))) {
                content.removeLast();
                heads.removeLast();
            }
        }

        private boolean opensParagraph(int n) {
            int paragraph = source.lines().get(content.get(n)).paragraph();
            return paragraph > 0 && paragraph != source.lines().get(content.get(n - 1)).paragraph();
        }

        private void openEveryLineWhereMostAreLabelled() {
            long labelled = heads.stream().filter(h -> h.head().mark() == Head.Mark.COLON && words.knows(h.head().label())).count();
            long any = heads.stream().filter(h -> h.head().mark() == Head.Mark.COLON).count();
            if (2 * labelled > heads.size() || 5 * any > 4 * heads.size()) {
                heads.replaceAll(Labels.Line::opening);
            }
        }

        private LabelledText find() {
            String[] labels = Labels.of(words, heads, text);
            int begin = Preamble.length(source, content, heads, labels, words);
            for (int n = 0; n < begin; n++) {
                labels[n] = null;
            }
            Set<Integer> speaking = speakingHeadings(labels);
            boolean marksLead = false;
            for (int n = 0; n < content.size(); n++) {
                SourceText.Line line = source.lines().get(content.get(n));
                Head h = heads.get(n).head();
                int to = Characters.skipBack(text, line.start(), line.end());
                if (labels[n] != null) {
                    close();
                    label = labels[n];
                    head = h.first();
                    clocked = h.mark() == Head.Mark.ALONE_WITH_TIME || h.mark() == Head.Mark.ALONE && heads.get(n).timed();
                    start = h.time().isPresent() ? h.time() : carried;
                    carried = OptionalLong.empty();
                    first = -1;
                    speak(h.text(), to);
                } else if (isOnlyMark(h, line) && (label == null || marksLead || leads(n, labels))) {
                    marksLead |= label == null;
                    carried = h.time();
                } else if (label == null) {
                    losses.setAside("heading", "it stands before the first turn", Characters.squeeze(source.words(line)), line.place());
                } else if (heading.applyAsInt(content.get(n)) > 0 && !speaking.contains(heading.applyAsInt(content.get(n)))
                    || heads.get(n).parted() && h.mark() == Head.Mark.COLON && words.isNumberedHeading(h.label()) && Preamble.isBrief(source, content.get(n))) {
                    losses.setAside("heading", "it stands between turns and names no speaker", Characters.squeeze(source.words(line)), line.place());
                    if (first >= 0) {
                        cuts.add(new Cut(last, to, "", "heading"));
                    }
                } else {
                    goOn(h, line, to);
                }
            }
            close();
            if (!turns.isEmpty()) {
                new Seams(source, content, labels, paged, losses).addTo(cuts);
            }
            cuts.sort(Comparator.comparingInt(Cut::from));
            return new LabelledText(turns, cuts);
        }

        /** The depths of headings that name speakers: where one does, another may be a name that came only once. */
        private Set<Integer> speakingHeadings(String[] labels) {
            var depths = new HashSet<Integer>();
            for (int n = 0; n < labels.length; n++) {
                if (labels[n] != null) {
                    depths.add(heading.applyAsInt(content.get(n)));
                }
            }
            return depths;
        }

        private static boolean isOnlyMark(Head h, SourceText.Line line) {
            return h.label().isEmpty() && h.time().isPresent() && h.text() >= line.end();
        }

        /** A line without a label: more words, or a mark and nothing that is spoken. */
        private void goOn(Head h, SourceText.Line line, int to) {
            int at = Characters.skip(text, line.start(), to);
            if (isOnlyMark(h, line)) {
                marks.add(new TimeMark(at, to, h.time().getAsLong(), OptionalLong.empty()));
            } else {
                speak(at, to);
            }
        }

        /** Whether a mark alone on a line belongs to the label on the very next line. */
        private boolean leads(int n, String[] labels) {
            return n + 1 < labels.length && labels[n + 1] != null && content.get(n + 1) == content.get(n) + 1
                && (n == 0 || content.get(n - 1) < content.get(n) - 1) && heads.get(n + 1).head().time().isEmpty();
        }

        /** Takes up a line's words; bracketed marks among them are noted. */
        private void speak(int from, int to) {
            int at = from;
            while (at < to) {
                Optional<TimeMark> mark = TimeMark.at(text, at, to);
                if (mark.isPresent()) {
                    marks.add(mark.get());
                    at = mark.get().end();
                } else if (Characters.isSpace(text.charAt(at))) {
                    at++;
                } else {
                    first = first < 0 ? at : first;
                    last = ++at;
                }
            }
        }

        private void close() {
            if (label == null) {
                return;
            }
            if (first < 0) {
                losses.setAside("turn without words", "there is nothing to code in it", label, source.place(head));
            } else {
                OptionalLong end = OptionalLong.empty();
                for (TimeMark mark : marks) {
                    if (mark.end() <= first) {
                        start = start.isPresent() ? start : OptionalLong.of(mark.startMs());
                        end = mark.endMs().isPresent() ? mark.endMs() : end;
                    } else if (mark.start() >= last) {
                        end = OptionalLong.of(mark.endMs().orElse(mark.startMs()));
                    } else {
                        takeOut(mark);
                    }
                }
                turns.add(new Turn(label, head, first, last, Draft.times(start, end), clocked));
            }
            marks.clear();
            start = OptionalLong.empty();
        }

        /** A mark amid speech, with the space on one side of it. */
        private void takeOut(TimeMark mark) {
            int from = mark.start();
            int to = mark.end();
            if (from > first && text.charAt(from - 1) == ' ') {
                from--;
            } else if (text.charAt(to) == ' ') {
                to++;
            }
            cuts.add(new Cut(from, to, "", "time mark"));
            losses.repaired("time mark", "it stood amid speech", text.substring(mark.start(), mark.end()), source.place(from));
        }
    }
}
