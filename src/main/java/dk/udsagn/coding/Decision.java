package dk.udsagn.coding;

import dk.udsagn.codebook.Polarity;
import dk.udsagn.transcript.Span;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a coder did, as one line of the log. Nothing in a log is ever changed: undoing is a decision too.
 *
 * <p>Every decision on words carries the words, so that a log can be read, and joined with others, on its own.
 */
public sealed interface Decision {
    /**
     * Who decided when.
     *
     * @return the entry
     */
    Entry entry();

    /**
     * Who decided when, and with what.
     *
     * @param id      unique among all logs of the study
     * @param at      when, to the millisecond
     * @param coder   id of the coder; suggestions carry the name of the suggester
     * @param library name and version of the program that wrote the line, such as "udsagn 0.1.0"
     */
    record Entry(String id, Instant at, String coder, String library) {
        /** Checks that nothing is blank. */
        public Entry {
            Objects.requireNonNull(at, "at");
            if (id.isBlank() || coder.isBlank()) {
                throw new IllegalArgumentException("a decision needs an id and a coder");
            }
        }
    }

    /**
     * What is laid where.
     *
     * @param place           the words
     * @param theme           id of the theme
     * @param codebookVersion version of the codebook the coder had before them
     * @param polarity        which side the words take
     * @param status          how they stand in their clause
     */
    record Content(Place place, String theme, String codebookVersion, Polarity polarity, Status status) {
        /** Checks that nothing is missing. */
        public Content {
            Objects.requireNonNull(place, "place");
            Objects.requireNonNull(codebookVersion, "codebookVersion");
            Objects.requireNonNull(polarity, "polarity");
            Objects.requireNonNull(status, "status");
            if (theme.isBlank()) {
                throw new IllegalArgumentException("a coding needs a theme");
            }
        }
    }

    /**
     * What made a suggestion.
     *
     * @param name     the rule, as a person can look it up: "being-seen: lytte til mig"
     * @param version  version of the suggester, its analysis and its codebook
     * @param score    how sure it is, 0 to 1
     * @param evidence the words it goes by, in the transcript's canonical text
     */
    record Rule(String name, String version, double score, List<Span> evidence) {
        /** Checks the score and copies the evidence. */
        public Rule {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(version, "version");
            evidence = List.copyOf(evidence);
            if (!(score >= 0 && score <= 1)) {
                throw new IllegalArgumentException("rule \"" + name + "\" has score " + score + "; it needs to be 0 to 1");
            }
        }
    }

    /**
     * A coder laid a theme on words.
     *
     * @param entry   who and when; its id becomes the coding's id
     * @param content what and where
     * @param why     the coder's reason
     */
    record Laid(Entry entry, Content content, Optional<String> why) implements Decision {
    }

    /**
     * A rule proposed a coding. It is nobody's coding until a person accepts it.
     *
     * @param entry   the suggester and when; its id names the suggestion
     * @param content what and where
     * @param rule    by which rule and on what evidence
     */
    record Suggested(Entry entry, Content content, Rule rule) implements Decision {
    }

    /**
     * A coder made a suggestion a coding of their own.
     *
     * @param entry   who and when; its id becomes the coding's id
     * @param target  id of the suggestion
     * @param content what and where, with the polarity the coder settled on
     * @param rule    the rule that had proposed it
     * @param why     the coder's reason
     */
    record Accepted(Entry entry, String target, Content content, Rule rule, Optional<String> why) implements Decision {
    }

    /**
     * A coder turned a suggestion down.
     *
     * @param entry   who and when
     * @param target  id of the suggestion
     * @param content what had been proposed
     * @param rule    the rule that had proposed it
     * @param why     the coder's reason
     */
    record Rejected(Entry entry, String target, Content content, Rule rule, Optional<String> why) implements Decision {
    }

    /**
     * A coder moved the edges of a coding, or laid it on other words; the latest such decision holds.
     *
     * @param entry   who and when
     * @param target  id of the coding
     * @param content the coding as it is from now on
     * @param why     the coder's reason
     */
    record Respanned(Entry entry, String target, Content content, Optional<String> why) implements Decision {
    }

    /**
     * A coder takes a decision back: it then counts as never made. A withdrawal can itself be withdrawn.
     *
     * @param entry  who and when
     * @param target id of the decision taken back
     * @param why    the coder's reason
     */
    record Withdrawn(Entry entry, String target, Optional<String> why) implements Decision {
    }

    /**
     * A coder wrote a memo on a coding.
     *
     * @param entry  who and when
     * @param target id of the coding
     * @param memo   the words
     */
    record Noted(Entry entry, String target, String memo) implements Decision {
    }
}
