package dk.udsagn.coding;

import java.util.Locale;

/**
 * What a study holds good analysis to be; agreement of coders and saturation are shown only where it asks for them.
 *
 * @see "the three schools of Braun and Clarke 2021, Can I use TA? Should I use TA? Should I not use TA?, Counselling and Psychotherapy Research 21"
 */
public enum Approach {
    /** Coders are to agree (coding reliability). */
    RELIABILITY,
    /** A codebook keeps coders together (framework, template and matrix analysis). */
    CODEBOOK,
    /** Themes are the researcher's reading (reflexive thematic analysis): agreement and saturation are no marks of quality. */
    REFLEXIVE;

    /**
     * The word for it in {@code study.json}.
     *
     * @return the name in lower case
     */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The approach a word names.
     *
     * @param word reliability, codebook or reflexive, in any case
     * @return the approach
     * @throws IllegalArgumentException if it names none
     */
    public static Approach of(String word) {
        for (Approach approach : values()) {
            if (approach.word().equalsIgnoreCase(word)) {
                return approach;
            }
        }
        throw new IllegalArgumentException("there is no approach \"" + word + "\"; there are reliability, codebook and reflexive");
    }
}
