package dk.udsagn.survey;

import dk.udsagn.transcript.Language;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What is wrong with the figures of a survey and with the sentences about them.
 *
 * <p>Every value is taken for all it can be given how it was rounded; a fault is found only where no such value would do.
 *
 * @param findings  the faults, in the order of the figures, those of a figure itself before those of the sentences about it
 * @param unchecked sentences and values that could not be checked, with the reason
 */
public record FigureCheck(List<Finding> findings, List<Unchecked> unchecked) {
    /** Copies the lists. */
    public FigureCheck {
        findings = List.copyOf(findings);
        unchecked = List.copyOf(unchecked);
    }

    /** The kinds of fault. */
    public enum Fault {
        /** Shares of which only one can be chosen do not sum to 100. */
        SUM,
        /** A share stated for some answers is not theirs. */
        SHARE,
        /** Shares were added though more than one answer could be given. */
        SEVERAL_ADDED,
        /** A change is called per cent that is in percentage points. */
        PERCENT_FOR_POINTS,
        /** A change is called percentage points that is in per cent, or is of counts. */
        POINTS_FOR_PERCENT,
        /** A change between two shares is given relative to the first, and does not say so. */
        RELATIVE_CHANGE,
        /** A change is not what the values give. */
        CHANGE,
        /** A change goes the other way. */
        TREND,
        /** An average does not follow from its parts, or lies outside the scale. */
        AVERAGE,
        /** The sentence counts something else than the figure. */
        UNIT,
        /** The sentence and the figure have different bases. */
        BASE,
        /** One base is not that share of the other. */
        RATE,
        /** A category was not counted at all the times that are compared. */
        CATEGORIES_CHANGED,
        /** Groups share values. */
        GROUPS_OVERLAP,
        /** There are values between the groups that are in none. */
        GROUPS_GAP,
        /** What is said to lie across a total is one of the disjoint parts that it is the sum of. */
        NOT_AN_OVERLAP,
        /** The figure does not show what the sentence is about. */
        NOT_SHOWN
    }

    /** How sure a finding is. */
    public enum Sure {
        /** The printed values rule everything else out. */
        CERTAIN,
        /** Another reading is possible, and strained. */
        LIKELY,
        /** It would explain the values; others would too. */
        POSSIBLE
    }

    /**
     * A fault.
     *
     * @param fault     its kind
     * @param figure    id of the figure
     * @param statement id of the sentence; empty when it is the figure's own
     * @param sure      how sure it is
     * @param found     what was found, in words
     * @param follows   what follows, in words
     */
    public record Finding(Fault fault, String figure, Optional<String> statement, Sure sure, String found, String follows) {
    }

    /**
     * What could not be checked.
     *
     * @param figure    id of the figure
     * @param statement id of the sentence; empty when it is the figure's own
     * @param why       why not, in words
     */
    public record Unchecked(String figure, Optional<String> statement, String why) {
    }

    /**
     * Checks figures and the sentences about them.
     *
     * @param survey   the survey
     * @param language the language of the findings
     * @return what was found; nothing when nothing is wrong
     */
    public static FigureCheck of(Survey survey, Language language) {
        var notes = new Notes(new Says(language));
        for (SurveyFigure figure : survey.figures()) {
            new FigureFaults(survey, figure, notes).check();
            survey.statements().stream().filter(s -> s.said().figure().equals(figure.id())).forEach(s -> new StatementFaults(survey, figure, s, notes).check());
        }
        var order = survey.figures().stream().map(SurveyFigure::id).toList();
        notes.findings.sort(Comparator.comparingInt(f -> order.indexOf(f.figure())));
        return new FigureCheck(notes.findings, notes.unchecked);
    }

    /** What has been found so far, and in which language to say it. */
    static final class Notes {
        final Says says;
        private final List<Finding> findings = new ArrayList<>();
        private final List<Unchecked> unchecked = new ArrayList<>();

        Notes(Says says) {
            this.says = says;
        }

        /** Wording is {@code fault.KEY.found} and {@code fault.KEY.follows}, each with the same values. */
        void found(Fault fault, String key, SurveyFigure figure, Optional<String> statement, Sure sure, Object... values) {
            findings.add(new Finding(fault, figure.id(), statement, sure, says.say("fault." + key + ".found", values), says.say("fault." + key + ".follows", values)));
        }

        void unchecked(SurveyFigure figure, Optional<String> statement, String key, Object... values) {
            unchecked.add(new Unchecked(figure.id(), statement, says.say("unchecked." + key, values)));
        }
    }
}
