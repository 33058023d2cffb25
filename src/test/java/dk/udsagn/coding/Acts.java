package dk.udsagn.coding;

import dk.udsagn.codebook.Polarity;
import dk.udsagn.transcript.Span;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Decisions for tests: one a second, from a fixed moment on. */
public final class Acts {
    /** Moment of the first decision, less a second. */
    public static final Instant BEGIN = Instant.parse("2026-05-01T12:00:00Z");
    private static final String DIGEST = "0".repeat(64);

    private int seconds;

    /** No decisions yet. */
    public Acts() {
    }

    /** The entry of the next decision. */
    public Decision.Entry entry(String id, String coder) {
        return new Decision.Entry(id, BEGIN.plusSeconds(++seconds), coder, "udsagn test");
    }

    /** Words at a place of transcript A. */
    public static Decision.Content content(int start, String words, String theme) {
        return new Decision.Content(new Place("A", DIGEST, new Span(start, start + words.length()), words), theme, "1", Polarity.POSITIVE, Status.ASSERTED);
    }

    /** A rule that found "hørt". */
    public static Decision.Rule rule(int start) {
        return new Decision.Rule("being-seen: hørt", "1", 0.75, List.of(new Span(start, start + 4)));
    }

    /** A theme laid on "hørt". */
    public Decision.Laid laid(String id, String coder, int start, String theme) {
        return new Decision.Laid(entry(id, coder), content(start, "hørt", theme), Optional.of("fordi"));
    }

    /** A theme suggested for "hørt". */
    public Decision.Suggested suggested(String id, int start, String theme) {
        return new Decision.Suggested(entry(id, "suggester"), content(start, "hørt", theme), rule(start));
    }

    /** A suggestion made a coding. */
    public Decision.Accepted accepted(String id, String coder, Decision.Suggested s) {
        return new Decision.Accepted(entry(id, coder), s.entry().id(), s.content(), s.rule(), Optional.empty());
    }

    /** A suggestion turned down. */
    public Decision.Rejected rejected(String id, String coder, Decision.Suggested s) {
        return new Decision.Rejected(entry(id, coder), s.entry().id(), s.content(), s.rule(), Optional.of("nej"));
    }

    /** A decision taken back. */
    public Decision.Withdrawn withdrawn(String id, String coder, String target) {
        return new Decision.Withdrawn(entry(id, coder), target, Optional.empty());
    }

    /** A coding laid on other words. */
    public Decision.Respanned respanned(String id, String coder, String target, int start, String words, String theme) {
        return new Decision.Respanned(entry(id, coder), target, content(start, words, theme), Optional.empty());
    }

    /** A memo. */
    public Decision.Noted noted(String id, String coder, String target, String memo) {
        return new Decision.Noted(entry(id, coder), target, memo);
    }
}
