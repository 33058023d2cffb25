package dk.udsagn.coding;

import dk.udsagn.codebook.Polarity;
import dk.udsagn.transcript.Span;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A theme that a coder holds to lie on words: what the decisions come to.
 *
 * @param id      id of the decision that made it
 * @param coder   whose it is
 * @param content what and where
 * @param rule    the rule that had proposed it; empty for a coding made by hand
 * @param why     the coder's reason
 * @param memos   notes on it, oldest first
 * @param at      when it was made
 */
public record Coding(String id, String coder, Decision.Content content, Optional<Decision.Rule> rule, Optional<String> why,
                     List<String> memos, Instant at) {
    /** The coder in whose name suggestions are recorded: no person, so no person may code by it. */
    public static final String SUGGESTER = "udsagn";

    /** Copies the memos. */
    public Coding {
        memos = List.copyOf(memos);
    }

    /**
     * The words and where they stand.
     *
     * @return the place
     */
    public Place place() {
        return content.place();
    }

    /**
     * Where the words stand.
     *
     * @return the span in the transcript's canonical text
     */
    public Span span() {
        return content.place().span();
    }

    /**
     * The theme's id.
     *
     * @return the id
     */
    public String theme() {
        return content.theme();
    }

    /**
     * Which side the words take.
     *
     * @return the polarity
     */
    public Polarity polarity() {
        return content.polarity();
    }

    /**
     * Where it came from.
     *
     * @return {@code hand}; {@code suggestion} for one that a coder accepted; {@code open} for one that nobody has decided on
     */
    public String origin() {
        return coder.equals(SUGGESTER) ? "open" : rule.isPresent() ? "suggestion" : "hand";
    }
}
