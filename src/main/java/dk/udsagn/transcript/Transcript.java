package dk.udsagn.transcript;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * An interview as text: the canonical text, its turns, and the way back to the file.
 *
 * <p>The canonical text has LF line ends and no byte order mark; its characters are otherwise as they came. All
 * positions everywhere count in it, and nothing ever changes it: a quote is always {@code text.substring(start, end)}.
 *
 * @param id     the transcript's id: the file name without its ending
 * @param text   the canonical text
 * @param turns  the turns in the order of the text; their spans do not overlap
 * @param source the way from the canonical text back to the file as it came
 */
public record Transcript(String id, String text, List<Turn> turns, SourceMap source) {
    /** Checks that turns are numbered from 1 and stand one after another inside the text. */
    public Transcript {
        if (id.isBlank()) {
            throw new IllegalArgumentException("a transcript needs an id");
        }
        Objects.requireNonNull(source, "source");
        turns = List.copyOf(turns);
        int at = 0;
        for (int i = 0; i < turns.size(); i++) {
            Turn turn = turns.get(i);
            if (turn.number() != i + 1 || turn.span().start() < at || turn.span().end() > text.length()) {
                throw new IllegalArgumentException("transcript " + id + ": turn " + turn.number() + " at " + turn.span()
                    + " is out of order or past the text of " + text.length() + " characters");
            }
            at = turn.span().end();
        }
    }

    /**
     * The turn that holds a position.
     *
     * @param position 0-based, in the canonical text
     * @return the turn; empty when the position stands in a label, a time mark or between turns
     */
    public Optional<Turn> turnAt(int position) {
        int low = 0;
        int high = turns.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            Span span = turns.get(middle).span();
            if (position < span.start()) {
                high = middle - 1;
            } else if (position >= span.end()) {
                low = middle + 1;
            } else {
                return Optional.of(turns.get(middle));
            }
        }
        return Optional.empty();
    }

    /**
     * The words of a turn.
     *
     * @param turn one of this transcript's turns
     * @return exactly as they stand in the text
     */
    public String words(Turn turn) {
        return turn.span().in(text);
    }

    /**
     * The transcript with other speakers: same text, same turns, same places.
     *
     * @param change what becomes of each turn's speaker
     * @return a new transcript
     */
    public Transcript withSpeakers(UnaryOperator<Speaker> change) {
        return new Transcript(id, text, turns.stream()
            .map(t -> new Turn(t.number(), change.apply(t.speaker()), t.span(), t.times())).toList(), source);
    }

    /**
     * What the text is known by: a coding made on another text carries another digest.
     *
     * @return SHA-256 of the canonical text in UTF-8, 64 lower-case hexadecimal digits
     */
    public String digest() {
        return digest(text);
    }

    /**
     * What a canonical text is known by.
     *
     * @param text the text
     * @return as {@link #digest()}
     */
    public static String digest(String text) {
        return digest(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * What a canonical text is known by.
     *
     * @param utf8 the text in UTF-8
     * @return as {@link #digest()}
     */
    public static String digest(byte[] utf8) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(utf8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
