package dk.udsagn.coding;

import dk.udsagn.codebook.Polarity;
import dk.udsagn.transcript.Span;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

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
     * What was done, in one word, as logs and audit tables carry it.
     *
     * @return {@code laid}, {@code suggested}, {@code accepted}, {@code rejected}, {@code respanned}, {@code withdrawn}, {@code noted},
     *     {@code moved}, {@code merged} or {@code split}
     */
    default String act() {
        return switch (this) {
            case Laid d -> "laid";
            case Suggested d -> "suggested";
            case Accepted d -> "accepted";
            case Rejected d -> "rejected";
            case Respanned d -> "respanned";
            case Withdrawn d -> "withdrawn";
            case Noted d -> "noted";
            case Moved d -> "moved";
            case Merged d -> "merged";
            case Split d -> "split";
        };
    }

    /**
     * The words something is laid on by this decision.
     *
     * @return for a move, the words in the new text; empty for decisions that lay nothing
     */
    default Optional<Place> place() {
        return switch (this) {
            case Laid d -> Optional.of(d.content.place);
            case Suggested d -> Optional.of(d.content.place);
            case Accepted d -> Optional.of(d.content.place);
            case Rejected d -> Optional.of(d.content.place);
            case Respanned d -> Optional.of(d.content.place);
            case Moved d -> Optional.of(d.to);
            case Withdrawn d -> Optional.empty();
            case Noted d -> Optional.empty();
            case Merged d -> Optional.empty();
            case Split d -> Optional.empty();
        };
    }

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
                throw new IllegalArgumentException("a decision needs an id and a coder, not \"" + id + "\" and \"" + coder + "\"");
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

        Content withTheme(String other) {
            return new Content(place, other, codebookVersion, polarity, status);
        }

        /**
         * The same laid on other words.
         *
         * @param other the words
         * @return a new content
         */
        public Content at(Place other) {
            return new Content(other, theme, codebookVersion, polarity, status);
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

    /**
     * The transcript was edited, and the words were found again with certainty; the coding or suggestion stands there from now on. Counts
     * only while its target stands where the words are said to come from, so that it never undoes what a person has decided meanwhile.
     *
     * @param entry    who and when
     * @param target   id of the coding or suggestion
     * @param from     the words in the text before
     * @param to       the words in the text after
     * @param evidence what its rule goes by, in the text after; none when that could not be found again
     * @param why      how they were found
     */
    record Moved(Entry entry, String target, Place from, Place to, List<Span> evidence, String why) implements Decision {
        /** Copies the evidence. */
        public Moved {
            Objects.requireNonNull(from, "from");
            Objects.requireNonNull(to, "to");
            Objects.requireNonNull(why, "why");
            evidence = List.copyOf(evidence);
        }
    }

    /**
     * A theme became part of another: codings and suggestions made with it until then carry the other from now on.
     *
     * @param entry           who and when
     * @param theme           id of the theme that goes
     * @param into            id of the theme it becomes part of
     * @param codebookVersion version of the codebook that says so
     * @param why             the coder's reason
     */
    record Merged(Entry entry, String theme, String into, String codebookVersion, Optional<String> why) implements Decision {
        /** Checks that there are two themes. */
        public Merged {
            Objects.requireNonNull(codebookVersion, "codebookVersion");
            if (theme.isBlank() || into.isBlank() || theme.equals(into)) {
                throw new IllegalArgumentException("theme \"" + theme + "\" cannot become part of \"" + into + "\"; it needs two themes");
            }
        }
    }

    /**
     * A theme was split: of its codings and suggestions, those named carry one of its parts from now on; the others keep the theme.
     *
     * @param entry           who and when
     * @param theme           id of the theme
     * @param parts           id of a coding or suggestion to id of the theme it carries from now on
     * @param codebookVersion version of the codebook that says so
     * @param why             the coder's reason
     */
    record Split(Entry entry, String theme, SortedMap<String, String> parts, String codebookVersion, Optional<String> why) implements Decision {
        /** Copies the parts. */
        public Split {
            Objects.requireNonNull(codebookVersion, "codebookVersion");
            parts = Collections.unmodifiableSortedMap(new TreeMap<>(parts));
            if (theme.isBlank() || parts.containsValue("")) {
                throw new IllegalArgumentException("theme \"" + theme + "\" can only be split into themes; it has parts " + parts);
            }
        }
    }
}
