package dk.udsagn.agreement;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;

/**
 * Every coefficient for every theme, or why there is none, with what they rest on.
 *
 * @param basis         what was compared, to be said beside every figure
 * @param rows          theme by theme, then all together
 * @param coincidences  theme to its coincidence table of {@code no} and {@code yes}, in the order of the rows
 * @param disagreements where coders do not agree and on which words, theme by theme in the order of the rows
 */
public record AgreementReport(Basis basis, List<Row> rows, Map<String, Coincidences> coincidences, List<Disagreement> disagreements) {
    /** Copies lists and map. */
    public AgreementReport {
        Objects.requireNonNull(basis, "basis");
        rows = List.copyOf(rows);
        coincidences = Collections.unmodifiableMap(new LinkedHashMap<>(coincidences));
        disagreements = List.copyOf(disagreements);
    }

    /**
     * One figure.
     *
     * @param theme       the theme's id; empty for all themes together: every theme on every unit is then a rating of its own
     * @param measure     which coefficient, such as {@code alpha}
     * @param coefficient its value, or why there is none
     */
    public record Row(Optional<String> theme, String measure, Coefficient coefficient) {
    }

    /**
     * What was compared.
     *
     * @param unit        turns, sentences or characters
     * @param coders      who
     * @param transcripts on which transcripts
     * @param unread      transcripts in which some coders laid nothing and are taken not to have read them: their ratings are missing there
     * @param uncoded     whether text that nobody coded counts
     * @param suggestions whether accepted suggestions count as a coder's own
     * @param rolledUp    whether a theme means those under it too
     * @param everyone    whether all text counts, or only some turns
     */
    public record Basis(Unit unit, List<String> coders, List<String> transcripts, Map<String, List<String>> unread, boolean uncoded,
                        boolean suggestions, boolean rolledUp, boolean everyone) {
        /** Copies the lists. */
        public Basis {
            coders = List.copyOf(coders);
            transcripts = List.copyOf(transcripts);
            unread = Collections.unmodifiableMap(new LinkedHashMap<>(unread));
        }

        @Override public String toString() {
            var text = new StringBuilder("unit: ").append(unit.word()).append("; coders: ").append(String.join(", ", coders))
                .append("; transcripts: ").append(transcripts.size())
                .append(uncoded ? "; text nobody coded counts" : "; text nobody coded does not count")
                .append(suggestions ? "; accepted suggestions count" : "; accepted suggestions do not count and are missing")
                .append(rolledUp ? "; a theme means those under it too" : "; a theme means exactly that theme")
                .append(everyone ? "" : "; on some turns only");
            unread.forEach((transcript, not) -> text.append("; ").append(transcript).append(" counts as not read by ").append(String.join(", ", not)));
            return text.toString();
        }
    }

    /**
     * One figure of a theme.
     *
     * @param theme   the theme's id
     * @param measure which coefficient
     * @return the coefficient
     * @throws NoSuchElementException if the report has no such row; the message lists the measures there are
     */
    public Coefficient of(String theme, String measure) {
        return find(Optional.of(theme), measure);
    }

    /**
     * One figure of all themes together.
     *
     * @param measure which coefficient
     * @return the coefficient
     * @throws NoSuchElementException if the report has no such row; the message lists the measures there are
     */
    public Coefficient overall(String measure) {
        return find(Optional.empty(), measure);
    }

    private Coefficient find(Optional<String> theme, String measure) {
        return rows.stream().filter(r -> r.theme().equals(theme) && r.measure().equals(measure)).map(Row::coefficient).findFirst()
            .orElseThrow(() -> new NoSuchElementException("the report has no \"" + measure + "\" for " + theme.orElse("all themes") + "; it has "
                + rows.stream().filter(r -> r.theme().equals(theme)).map(Row::measure).toList()));
    }
}
