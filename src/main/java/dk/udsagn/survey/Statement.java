package dk.udsagn.survey;

import dk.udsagn.survey.SurveyFigure.Unit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/** A sentence about a figure, as data: what a report says that the figure should bear out. */
public sealed interface Statement {
    /**
     * What every statement has.
     *
     * @return id, words and figure
     */
    Said said();

    /**
     * The sentence and the figure it is about.
     *
     * @param id     how findings name it; never blank
     * @param text   what the report says
     * @param figure id of the figure
     * @param unit   what the sentence counts ("3 of 4 young people": persons); empty when it does not say
     */
    record Said(String id, String text, String figure, Optional<Unit> unit) {
        /** Checks the id. */
        public Said {
            Objects.requireNonNull(text, "text");
            Objects.requireNonNull(figure, "figure");
            Objects.requireNonNull(unit, "unit");
            if (id.isBlank()) {
                throw new IllegalArgumentException("a statement needs an id");
            }
        }
    }

    /**
     * A share of the figure: "74 % very much or much", "3 of 4 young people".
     *
     * @param said  the sentence
     * @param of    labels of the answers, groups or bands taken together; in a series ids of rows
     * @param at    the time, in a series or at two points; else empty
     * @param value per cent
     * @param base  how many the sentence says it is of; empty when it does not say
     */
    record Share(Said said, List<String> of, String at, Quantity value, OptionalInt base) implements Statement {
        /** Copies the labels. */
        public Share {
            of = List.copyOf(of);
        }
    }

    /**
     * A change from one time to another: "a rise of 8 %".
     *
     * @param said  the sentence
     * @param of    row, band or label that changes
     * @param from  first time
     * @param to    second time
     * @param value size of the change, without sign; missing when only the direction is told
     * @param as    what the sentence calls it
     * @param trend which way it says it goes
     */
    record Change(Said said, String of, String from, String to, Quantity value, As as, Trend trend) implements Statement {
    }

    /**
     * An average: "2.4 conversations a person", "over 9".
     *
     * @param said  the sentence
     * @param of    id of a series' ratio, or label of a dimension of means
     * @param at    the time, in a series; else empty
     * @param value the average
     */
    record Average(Said said, String of, String at, Quantity value) implements Statement {
    }

    /**
     * How many of one figure's base another figure's base is: "in every fifth session".
     *
     * @param said  the sentence; its figure is the smaller one
     * @param among id of the figure whose base it is a share of
     * @param value per cent
     */
    record Rate(Said said, String among, Quantity value) implements Statement {
    }

    /**
     * One row said to lie across another: "17 of the 105 have besides used the chat".
     *
     * @param said  the sentence
     * @param part  id of the row that is said to be inside
     * @param whole id of the row it is said to be inside of
     * @param at    the time
     */
    record Overlap(Said said, String part, String whole, String at) implements Statement {
    }

    /**
     * The text announces something that the figure is to show: "the development in low self-efficacy".
     *
     * @param said the sentence
     * @param of   label of the band, answer, group or row
     */
    record Shows(Said said, String of) implements Statement {
    }

    /** What a sentence calls a change. */
    enum As {
        /** Per cent, with no word on of what. */
        PERCENT,
        /** Per cent of the earlier value, and said to be so. */
        RELATIVE,
        /** Percentage points. */
        POINTS,
        /** A number of whatever is counted. */
        COUNT
    }

    /** Which way something goes, or is said to. */
    enum Trend {
        /** It grows. */
        RISE,
        /** It shrinks. */
        FALL,
        /** It gets better, whichever way that is on the scale. */
        BETTER,
        /** It gets worse. */
        WORSE
    }

    /**
     * "3 of 4", "every fifth": a share in words, with how far it is rounded.
     *
     * @param n  how many
     * @param of of how many; over 0
     * @return per cent: for 1 of m what is nearer to it than to 1 of m-1 or m+1 by the denominator (m ± ½), else what is nearest by the numerator (n ± ½)
     * @throws IllegalArgumentException if it is no share
     */
    static Quantity fraction(int n, int of) {
        if (n < 0 || of <= 0 || n > of) {
            throw new IllegalArgumentException(n + " of " + of + " is no share");
        }
        double low = n == 1 && of > 1 ? 1 / (of + .5) : (n - .5) / of;
        double high = n == 1 && of > 1 ? 1 / (of - .5) : (n + .5) / of;
        return new Quantity.Derived(new Quantity.Range(100 * Math.max(0, low), 100 * Math.min(1, high)), n + "/" + of);
    }
}
