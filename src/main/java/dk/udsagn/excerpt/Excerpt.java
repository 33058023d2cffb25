package dk.udsagn.excerpt;

import dk.udsagn.codebook.Polarity;
import dk.udsagn.coding.Coding;
import dk.udsagn.coding.Status;
import dk.udsagn.transcript.SourcePlace;
import dk.udsagn.transcript.Span;
import dk.udsagn.transcript.Times;
import dk.udsagn.transcript.Transcript;
import dk.udsagn.transcript.Turn;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A quotation with its source: words of one transcript on which one or more coders laid the same theme.
 *
 * <p>Codings of one theme that share words are one excerpt, from the first marked character to the last; who marked what
 * stands in {@link #codings}.
 *
 * @param transcript id of the transcript
 * @param respondent whose words they are; empty when they are no respondent's
 * @param turn       number of the turn they begin in; 0 when they begin outside all turns
 * @param speaker    how the transcript names who speaks; empty outside turns
 * @param times      when that turn was spoken
 * @param source     where the words begin in the file as it came
 * @param span       where they stand in the canonical text
 * @param words      exactly what stands there
 * @param before     what stands before them in the turn, to its beginning or at most as long as asked for
 * @param after      what stands after them in the turn
 * @param theme      id of the theme
 * @param codings    the codings, in order; never empty
 */
public record Excerpt(String transcript, Optional<String> respondent, int turn, String speaker, Times times, SourcePlace source, Span span, String words,
                      String before, String after, String theme, List<Coding> codings) {
    /** Copies the codings. */
    public Excerpt {
        codings = List.copyOf(codings);
    }

    /**
     * Who laid the theme on these words.
     *
     * @return ids of coders, each once, sorted
     */
    public List<String> coders() {
        return codings.size() == 1 ? List.of(codings.getFirst().coder()) : codings.stream().map(Coding::coder).distinct().sorted().toList();
    }

    /**
     * Which side the words take, as the coders hold.
     *
     * @return their common polarity; {@link Polarity#MIXED} when some hold them to be positive and others negative; a side goes before neutral
     */
    public Polarity polarity() {
        if (codings.size() == 1) {
            return codings.getFirst().polarity();
        }
        Polarity side = Polarity.NEUTRAL;
        for (Coding coding : codings) {
            Polarity other = coding.polarity();
            side = other == side || other == Polarity.NEUTRAL ? side : side == Polarity.NEUTRAL ? other : Polarity.MIXED;
        }
        return side;
    }

    /**
     * Whether the words speak, wholly or in part, against what the theme names.
     *
     * @return true for negative and mixed
     */
    public boolean contrary() {
        Polarity side = polarity();
        return side == Polarity.NEGATIVE || side == Polarity.MIXED;
    }

    /**
     * How the words stand in their clause.
     *
     * @return the first coding's status
     */
    public Status status() {
        return codings.getFirst().content().status();
    }

    /** What stands for words left out between two parts of a quote. */
    public static final String ELISION = "(…)";

    /**
     * Excerpts as quotes: those of one turn become one, with {@link #ELISION} for the words between them. Nothing else is changed.
     *
     * @param excerpts of one theme, in the order of the text
     * @return one quote a turn
     */
    public static List<String> quotes(List<Excerpt> excerpts) {
        var quotes = new ArrayList<String>();
        Excerpt last = null;
        for (Excerpt e : excerpts) {
            if (last != null && last.transcript().equals(e.transcript()) && last.turn() == e.turn() && last.span().end() <= e.span().start()) {
                int gap = e.span().start() - last.span().end();
                boolean blank = gap == 0 || last.after().length() >= gap && last.after().substring(0, gap).isBlank();
                quotes.add(quotes.removeLast() + (blank ? last.after().substring(0, gap) : " " + ELISION + " ") + e.words());
            } else {
                quotes.add(e.words());
            }
            last = e;
        }
        return quotes;
    }

    /**
     * The excerpts of one transcript.
     *
     * @param transcript the transcript, its speakers known
     * @param codings    codings; those of other transcripts are left aside, those made on another text of this one too
     * @param context    how many characters of the turn to give before and after, at most
     * @return in the order of the text, then by theme
     */
    static List<Excerpt> of(Transcript transcript, List<Coding> codings, int context) {
        String digest = transcript.digest();
        var byTheme = new TreeMap<String, List<Coding>>();
        codings.stream().filter(c -> c.place().transcript().equals(transcript.id()) && c.place().digest().equals(digest))
            .forEach(c -> byTheme.computeIfAbsent(c.theme(), k -> new ArrayList<>()).add(c));
        var excerpts = new ArrayList<Excerpt>();
        byTheme.forEach((theme, ofTheme) -> {
            ofTheme.sort(Comparator.comparing(Coding::span));
            var group = new ArrayList<Coding>();
            Span cover = null;
            for (Coding coding : ofTheme) {
                if (cover != null && !cover.overlaps(coding.span())) {
                    excerpts.add(of(transcript, theme, cover, group, context));
                    group.clear();
                    cover = null;
                }
                group.add(coding);
                cover = cover == null ? coding.span() : cover.cover(coding.span());
            }
            excerpts.add(of(transcript, theme, cover, group, context));
        });
        excerpts.sort(Comparator.comparing(Excerpt::span).thenComparing(Excerpt::theme));
        return excerpts;
    }

    private static Excerpt of(Transcript transcript, String theme, Span span, List<Coding> codings, int context) {
        Optional<Turn> turn = firstTurn(transcript, span);
        Span around = turn.map(t -> t.span().cover(span)).orElse(span);
        String text = transcript.text();
        return new Excerpt(transcript.id(), turn.flatMap(Turn::respondent), turn.map(Turn::number).orElse(0),
            turn.map(t -> t.speaker().label()).orElse(""), turn.map(Turn::times).orElse(Times.UNKNOWN), transcript.source().place(span.start()),
            span, span.in(text), cut(text, Math.max(around.start(), span.start() - context), span.start(), true),
            cut(text, span.end(), Math.min(around.end(), span.end() + context), false), theme, codings);
    }

    /** The first respondent's turn the span touches, else the first turn it touches. */
    private static Optional<Turn> firstTurn(Transcript transcript, Span span) {
        var turns = transcript.turns();
        int low = 0;
        for (int high = turns.size(); low < high;) {
            int middle = (low + high) >>> 1;
            if (turns.get(middle).span().end() <= span.start()) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        Optional<Turn> first = Optional.empty();
        for (int i = low; i < turns.size() && turns.get(i).span().start() < span.end(); i++) {
            if (turns.get(i).respondent().isPresent()) {
                return Optional.of(turns.get(i));
            }
            first = first.isPresent() ? first : Optional.of(turns.get(i));
        }
        return first;
    }

    /** Context that does not begin or end inside a word, nor with what stands after a word that is left out. */
    private static String cut(String text, int start, int end, boolean atStart) {
        if (atStart && start > 0 && start < end && Character.isLetterOrDigit(text.charAt(start - 1))) {
            while (start < end && Character.isLetterOrDigit(text.charAt(start))) {
                start++;
            }
            while (start < end && !Character.isLetterOrDigit(text.charAt(start)) && "([\"'“”»«‘’".indexOf(text.charAt(start)) < 0) {
                start++;
            }
        }
        if (!atStart && end < text.length() && end > start && Character.isLetterOrDigit(text.charAt(end))) {
            while (end > start && Character.isLetterOrDigit(text.charAt(end - 1))) {
                end--;
            }
        }
        return text.substring(start, end);
    }
}
