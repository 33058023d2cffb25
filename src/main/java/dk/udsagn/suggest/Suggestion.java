package dk.udsagn.suggest;

import dk.udsagn.codebook.Polarity;
import dk.udsagn.coding.Decision;
import dk.udsagn.coding.Place;
import dk.udsagn.coding.Status;
import dk.udsagn.transcript.Span;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;

/**
 * A proposed coding with what it goes by. It is nobody's coding until a person accepts it.
 *
 * @param id         16 hexadecimal digits that are the same as long as suggester, theme, text, passage and the indicators that fired are; a
 *                   new version of library or codebook alone does not change it, so what was rejected stays rejected
 * @param turn       1-based number of the turn
 * @param respondent who speaks, when the study says so
 * @param content    passage, theme, polarity and status proposed
 * @param rule       the rule, its score from 0 to 1, and the evidence: words found, and words of negation, doubt or report
 */
public record Suggestion(String id, int turn, Optional<String> respondent, Decision.Content content, Decision.Rule rule) {
    /** Checks that nothing is missing. */
    public Suggestion {
        Objects.requireNonNull(respondent, "respondent");
        Objects.requireNonNull(content, "content");
        Objects.requireNonNull(rule, "rule");
        if (id.isBlank() || turn < 1) {
            throw new IllegalArgumentException("a suggestion needs an id and a turn from 1; found \"" + id + "\" and " + turn);
        }
    }

    /**
     * The passage proposed.
     *
     * @return a sentence, or a whole answer
     */
    public Place place() {
        return content.place();
    }

    /**
     * The theme proposed.
     *
     * @return its id
     */
    public String theme() {
        return content.theme();
    }

    /**
     * Which side the words take: the indicator's polarity, turned round by negation.
     *
     * @return the polarity, for a person to review
     */
    public Polarity polarity() {
        return content.polarity();
    }

    /**
     * How the words stand in their clause.
     *
     * @return the status
     */
    public Status status() {
        return content.status();
    }

    /**
     * How sure it is.
     *
     * @return 0 to 1
     */
    public double score() {
        return rule.score();
    }

    /**
     * The words it goes by.
     *
     * @return spans in the transcript's canonical text, in order
     */
    public List<Span> evidence() {
        return rule.evidence();
    }

    /** The id of a suggestion: 16 hexadecimal digits of a SHA-256. Parts are joined by characters that stand in none of them. */
    static String id(String kind, String theme, String digest, Span span, Collection<String> finds) {
        String key = kind + '\n' + theme + '\n' + digest + '\n' + span.start() + ':' + span.end() + '\n' + String.join("\n", new TreeSet<>(finds));
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8)), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
