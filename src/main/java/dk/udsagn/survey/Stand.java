package dk.udsagn.survey;

import dk.udsagn.codebook.Polarity;
import dk.udsagn.excerpt.Excerpt;
import java.util.List;

/** Where a respondent stands on something, by all that is quoted of them. Each respondent has one stand, however many quotes. */
public enum Stand {
    /** For: enough of the quotes that take a side are positive. */
    FOR,
    /** Against: enough of them are negative. */
    AGAINST,
    /** Both: neither side has enough. */
    MIXED,
    /** There are quotes, and none takes a side. */
    NEUTRAL,
    /** Nothing is quoted, or, of an attribute, nothing is known. */
    SILENT;

    /**
     * The stand that quotes come to.
     *
     * @param quotes the respondent's excerpts on one theme
     * @param lean   how large a part of the quotes that take a side must be on the same side, over 0.5 to 1; a mixed quote counts against both
     */
    static Stand of(List<Excerpt> quotes, double lean) {
        long positive = quotes.stream().filter(e -> e.polarity() == Polarity.POSITIVE).count();
        long negative = quotes.stream().filter(e -> e.polarity() == Polarity.NEGATIVE).count();
        long sided = quotes.stream().filter(e -> e.polarity() != Polarity.NEUTRAL).count();
        if (sided == 0) {
            return quotes.isEmpty() ? SILENT : NEUTRAL;
        }
        return positive >= lean * sided ? FOR : negative >= lean * sided ? AGAINST : MIXED;
    }

    /** The stand on a claim that wants a side, of a respondent who stands so on the theme itself. */
    Stand towards(Polarity side) {
        return switch (side) {
            case POSITIVE -> this;
            case NEGATIVE -> this == FOR ? AGAINST : this == AGAINST ? FOR : this;
            case MIXED -> this == MIXED ? FOR : this == FOR || this == AGAINST ? AGAINST : this;
            case NEUTRAL -> this == NEUTRAL ? FOR : this == SILENT ? SILENT : AGAINST;
        };
    }
}
