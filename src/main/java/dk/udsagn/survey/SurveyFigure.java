package dk.udsagn.survey;

import dk.udsagn.codebook.Wording;
import dk.udsagn.transcript.Language;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * A figure of a questionnaire or of records: what was asked of whom, when, counted in what, how many, and the values.
 *
 * @param id         how statements and reports name it; never blank
 * @param title      what people call it
 * @param question   the question as asked; empty when its wording is not known
 * @param themes     ids of the themes it stands beside
 * @param answeredBy who answered; may be empty
 * @param when       the time it covers; may be empty
 * @param unit       what its base counts
 * @param base       how many it is based on: a count, or missing with the reason
 * @param kind       the values
 * @param notes      what else the source says, or does not say
 */
public record SurveyFigure(String id, Wording title, String question, List<String> themes, String answeredBy, String when, Unit unit, Quantity base,
                           FigureKind kind, List<String> notes) {
    /** Checks id and base. */
    public SurveyFigure {
        if (id.isBlank()) {
            throw new IllegalArgumentException("a figure needs an id");
        }
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(question, "question");
        Objects.requireNonNull(answeredBy, "answeredBy");
        Objects.requireNonNull(when, "when");
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(kind, "kind");
        if (!(base instanceof Quantity.Exact e && e.value().signum() > 0 && e.value().stripTrailingZeros().scale() <= 0) && !(base instanceof Quantity.Missing)) {
            throw new IllegalArgumentException("figure " + id + ": a base is a whole number over 0, or missing with the reason; found " + base);
        }
        themes = List.copyOf(themes);
        notes = List.copyOf(notes);
    }

    /** What is counted. */
    public enum Unit {
        /** People, each once. */
        PERSONS,
        /** Talks, visits: one person may have many. */
        SESSIONS,
        /** Courses of sessions: one person may have more than one. */
        COURSES,
        /** The source does not say. */
        UNSTATED;

        /**
         * The word for it in files.
         *
         * @return {@code persons}, {@code sessions}, {@code courses} or {@code unstated}
         */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /**
         * The unit a word names.
         *
         * @param word one of {@link #word}
         * @return the unit
         * @throws IllegalArgumentException if it names none; the message lists those there are
         */
        public static Unit of(String word) {
            for (Unit unit : values()) {
                if (unit.word().equals(word)) {
                    return unit;
                }
            }
            throw new IllegalArgumentException("there is no unit \"" + word + "\"; there are persons, sessions, courses and unstated");
        }
    }

    /**
     * A figure with no more than its values.
     *
     * @param id   how statements name it
     * @param unit what its base counts
     * @param base how many
     * @param kind the values
     * @return the figure
     */
    public static SurveyFigure of(String id, Unit unit, long base, FigureKind kind) {
        return new SurveyFigure(id, Wording.NONE, "", List.of(), "", "", unit, Quantity.exact(base), kind, List.of());
    }

    /**
     * What to call it.
     *
     * @param language code of the language wanted
     * @return its title, or its id when it has none
     */
    public String name(String language) {
        String name = title.in(language);
        return name.isEmpty() ? id : name;
    }

    /**
     * The values as a table: what is missing says so, and what was worked out says so.
     *
     * @param language the language wanted
     * @return rows of cells, the first one the head; all of the same length
     */
    public List<List<String>> table(Language language) {
        return new FigureRows(language).of(this);
    }

    /**
     * What it is based on, in words: "n = 3753 sessions".
     *
     * @param language the language wanted
     * @return the words; that the base is missing, and why, when it is
     */
    public String based(Language language) {
        var says = new Says(language);
        return says.say("based", says.value(base, ""), base instanceof Quantity.Missing ? "" : " " + says.say("unit." + unit.name())).strip();
    }
}
