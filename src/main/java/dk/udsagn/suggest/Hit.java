package dk.udsagn.suggest;

import dk.udsagn.codebook.Polarity;
import dk.udsagn.transcript.Span;
import java.util.List;

/**
 * An indicator found.
 *
 * @param evidence the words found
 * @param whole    false where a word was found only as part of a compound
 * @param reading  how the words stand
 */
record Hit(CompiledIndicator indicator, List<Span> evidence, boolean whole, StatusRules.Reading reading) {
    /** Parts of compounds are of lower trust; the share is that of right ones among words the splitter splits (.7, measured on the sample). */
    private static final double PART = 0.7;

    boolean of(String theme) {
        return indicator.theme().equals(theme);
    }

    double weight() {
        return indicator.indicator().weight() * (whole ? 1 : PART);
    }

    Polarity polarity() {
        Polarity polarity = indicator.indicator().polarity();
        return reading.turned() ? polarity.opposite() : polarity;
    }

    Hit answered(StatusRules.Reading answer) {
        return new Hit(indicator, evidence, whole, answer);
    }
}
