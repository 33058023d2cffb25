package dk.udsagn.survey;

import dk.udsagn.survey.Claim.Condition;
import dk.udsagn.survey.Quantity.Range;
import dk.udsagn.transcript.Respondent;
import java.util.Optional;

/** Attributes of respondents as numbers that may be told only by a limit: "26", "mere end 12", "over 30", "7-10". */
final class Attributes {
    private Attributes() {
    }

    /** Between what and what an attribute lies; empty when it is missing or no number. */
    static Optional<Range> range(Respondent who, String attribute) {
        return Optional.ofNullable(who.attributes().get(attribute)).flatMap(NumberBand::of)
            .map(b -> new Range(b.openLow() ? Math.nextUp(b.low()) : b.low(), b.openHigh() ? Math.nextDown(b.high()) : b.high()));
    }

    /** For when the condition surely holds, against when it surely does not, silent when that cannot be told. */
    static Stand stand(Respondent who, Condition condition) {
        String value = who.attributes().get(condition.attribute());
        if (value == null) {
            return Stand.SILENT;
        }
        if (condition.test() == Claim.Test.IS) {
            return value.strip().equalsIgnoreCase(condition.value().strip()) ? Stand.FOR : Stand.AGAINST;
        }
        double limit = NumberBand.of(condition.value()).orElseThrow().low();
        return range(who, condition.attribute()).map(r -> switch (condition.test()) {
            case OVER -> r.low() > limit ? Stand.FOR : r.high() <= limit ? Stand.AGAINST : Stand.SILENT;
            case AT_LEAST -> r.low() >= limit ? Stand.FOR : r.high() < limit ? Stand.AGAINST : Stand.SILENT;
            case UNDER -> r.high() < limit ? Stand.FOR : r.low() >= limit ? Stand.AGAINST : Stand.SILENT;
            case AT_MOST -> r.high() <= limit ? Stand.FOR : r.low() > limit ? Stand.AGAINST : Stand.SILENT;
            case IS -> Stand.SILENT;
        }).orElse(Stand.SILENT);
    }
}
