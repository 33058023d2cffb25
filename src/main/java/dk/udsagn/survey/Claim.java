package dk.udsagn.survey;

import dk.udsagn.codebook.Polarity;
import dk.udsagn.transcript.Language;
import dk.udsagn.transcript.Respondent;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;

/**
 * A sentence about respondents, as data: how many, of whom, say or have what. It can be held to the evidence.
 *
 * <p>Respondents are counted, never quotes: each has one {@link Stand}. The quantifiers mean these numbers F of N who are plainly for:
 * <i>all</i> N; <i>most</i> more than half ({@link Thresholds#most}) and not all; <i>several</i> at least 3 ({@link Thresholds#several}) and at most half;
 * <i>some</i> at least 2 ({@link Thresholds#some}) and at most half; <i>one</i> 1; <i>n of m</i> n, with m = N; a share that many per cent, give or take
 * {@link Thresholds#margin}; <i>none</i> none, mixed ones included, and all the others plainly against.
 *
 * @param id         how reports name it; never blank
 * @param text       the sentence as a report has it; empty when it is only {@link #sentence}
 * @param quantifier how many
 * @param group      what those must have of whom it is said; empty for all respondents
 * @param says       what is said of them
 */
public record Claim(String id, String text, Quantifier quantifier, List<Condition> group, Predicate says) {
    /** Checks the id and copies the group. */
    public Claim {
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(quantifier, "quantifier");
        Objects.requireNonNull(says, "says");
        group = List.copyOf(group);
        if (id.isBlank()) {
            throw new IllegalArgumentException("a claim needs an id");
        }
    }

    /** How many. */
    public sealed interface Quantifier {
    }

    /** How many, in a word. */
    public enum Word implements Quantifier {
        /** All. */
        ALL,
        /** More than half, not all. */
        MOST,
        /** Three or more. */
        SEVERAL,
        /** Two or more. */
        SOME,
        /** One. */
        ONE,
        /** None. */
        NONE
    }

    /**
     * n of m.
     *
     * @param n  how many
     * @param of of how many, n or more and at least 1
     */
    public record Of(int n, int of) implements Quantifier {
        /** Checks the order. */
        public Of {
            if (n < 0 || of < 1 || n > of) {
                throw new IllegalArgumentException(n + " of " + of + " is no number of respondents");
            }
        }
    }

    /**
     * A share.
     *
     * @param percent 0 to 100
     */
    public record Share(double percent) implements Quantifier {
        /** Checks the range. */
        public Share {
            if (!(percent >= 0 && percent <= 100)) {
                throw new IllegalArgumentException("a share is 0 to 100 per cent, found " + percent);
            }
        }
    }

    /** What is said of respondents. */
    public sealed interface Predicate {
    }

    /**
     * They speak of a theme.
     *
     * @param theme     its id or name
     * @param subthemes whether the themes below it count as it
     * @param side      the side they take; empty for speaking of it at all
     */
    public record About(String theme, boolean subthemes, Optional<Polarity> side) implements Predicate {
        /** Checks that there is a theme. */
        public About {
            Objects.requireNonNull(side, "side");
            if (theme.isBlank()) {
                throw new IllegalArgumentException("a claim needs a theme");
            }
        }
    }

    /**
     * They have something: "sessions over 2.4".
     *
     * @param condition what
     */
    public record Has(Condition condition) implements Predicate {
        /** Checks that it is there. */
        public Has {
            Objects.requireNonNull(condition, "condition");
        }
    }

    /**
     * A condition on an attribute of respondents.
     *
     * @param attribute name of the attribute
     * @param test      how it is compared
     * @param value     with what: any text for {@link Test#IS}, else a number
     */
    public record Condition(String attribute, Test test, String value) {
        /** Checks the value. */
        public Condition {
            Objects.requireNonNull(test, "test");
            if (attribute.isBlank() || value.isBlank()) {
                throw new IllegalArgumentException("a condition needs an attribute and a value, as in \"age over 20\"");
            }
            if (test != Test.IS && NumberBand.of(value).filter(b -> b.low() == b.high()).isEmpty()) {
                throw new IllegalArgumentException("\"" + attribute + "\" can be " + test.name().toLowerCase(java.util.Locale.ROOT) + " a number only, found \"" + value + "\"");
            }
        }

        /**
         * Whether it holds of a respondent.
         *
         * @param who the respondent, whose attribute may be a number told by a limit only, as in "over 30" or "7-10"
         * @return {@link Stand#FOR} when it surely does, {@link Stand#AGAINST} when it surely does not, {@link Stand#SILENT} when that cannot be told
         */
        public Stand holds(Respondent who) {
            return Attributes.stand(who, this);
        }
    }

    /** How an attribute is compared. */
    public enum Test {
        /** It is this text, in any case. */
        IS,
        /** It is greater. */
        OVER,
        /** It is less. */
        UNDER,
        /** It is as great or greater. */
        AT_LEAST,
        /** It is as great or less. */
        AT_MOST
    }

    /**
     * What the quantifiers mean.
     *
     * @param most    a share of respondents over this is most; 0.5 to less than 1
     * @param several the fewest that are several; 2 or more
     * @param some    the fewest that are some; 1 or more
     * @param lean    how large a part of a respondent's quotes that take a side must be on one side, for the respondent to be plainly on it; over 0.5, at most 1
     * @param margin  how far a stated share may lie from the counted one, in percentage points
     */
    public record Thresholds(double most, int several, int some, double lean, double margin) {
        /** More than half; three; two; every quote; five points. */
        public static final Thresholds DEFAULT = new Thresholds(0.5, 3, 2, 1, 5);

        /** Checks the ranges. */
        public Thresholds {
            if (!(most >= 0.5 && most < 1) || several < 2 || some < 1 || !(lean > 0.5 && lean <= 1) || !(margin >= 0)) {
                throw new IllegalArgumentException("thresholds need most 0.5 to under 1, several 2 or more, some 1 or more, lean over 0.5 to 1 and margin 0 or more; found "
                    + most + ", " + several + ", " + some + ", " + lean + ", " + margin);
            }
        }
    }

    /**
     * All, or whatever the word says, of the respondents take a side on a theme.
     *
     * @param id    how reports name it
     * @param how   how many
     * @param theme the theme's id
     * @param side  the side
     * @return the claim, themes below the theme not counted
     */
    public static Claim of(String id, Quantifier how, String theme, Polarity side) {
        return new Claim(id, "", how, List.of(), new About(theme, false, Optional.of(side)));
    }

    /**
     * Reads a claim from a plain sentence such as "Alle respondenter er positive om helped", "De fleste respondenter med alder under 20 nævner bridging med
     * undertemaer", "5 of 6 respondents are negative about being-seen", "None of the respondents have sessions over 30". Names of more than one word
     * stand in quotation marks.
     *
     * @param id       how reports name it
     * @param sentence the sentence
     * @param language the language to try first; a sentence in another one the library knows is read as well
     * @return the claim
     * @throws IllegalArgumentException if it is no such sentence; the message says which words of the first language were expected
     */
    public static Claim parse(String id, String sentence, Language language) {
        try {
            return new ClaimSentence(language).parse(id, sentence);
        } catch (IllegalArgumentException inFirst) {
            for (Language other : Language.all()) {
                try {
                    return new ClaimSentence(other).parse(id, sentence);
                } catch (IllegalArgumentException inOther) {
                    // the fault in the language asked for says more
                }
            }
            throw inFirst;
        }
    }

    /**
     * The claim as a plain sentence that {@link #parse} reads.
     *
     * @param language the language wanted
     * @return the sentence, with a full stop
     */
    public String sentence(Language language) {
        return new ClaimSentence(language).write(this);
    }

    /**
     * Holds the claim to the evidence.
     *
     * @param evidence the respondents and what is quoted of them
     * @return the verdict with whom it rests on
     * @throws NoSuchElementException if the theme, the attribute, or a respondent with what the group needs is not there
     */
    public ClaimCheck check(Evidence evidence) {
        return check(evidence, Thresholds.DEFAULT);
    }

    /**
     * Holds the claim to the evidence.
     *
     * @param evidence   the respondents and what is quoted of them
     * @param thresholds what the quantifiers mean
     * @return the verdict with whom it rests on
     * @throws NoSuchElementException if the theme, the attribute, or a respondent with what the group needs is not there
     */
    public ClaimCheck check(Evidence evidence, Thresholds thresholds) {
        return ClaimCheck.of(this, evidence, thresholds);
    }
}
