package dk.udsagn.survey;

import dk.udsagn.survey.FigureKind.Background;
import dk.udsagn.survey.FigureKind.Ratio;
import dk.udsagn.survey.FigureKind.Series;
import dk.udsagn.survey.FigureKind.Value;
import dk.udsagn.survey.Quantity.Range;
import dk.udsagn.transcript.Language;
import dk.udsagn.transcript.Respondent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The respondents beside those they stand for: which groups are missing or over-represented, and how often as many respondents drawn by chance would
 * look like that. Respondents are seldom drawn by chance, so a probability is a measure of how far apart the two lie, and no test.
 *
 * @param groups   one for each background figure whose attribute respondents have
 * @param averages one for each average that one of the respondents' attributes can be held against
 */
public record SampleCheck(List<Comparison> groups, List<Against> averages) {
    /** At or below this probability a group is said to be over- or under-represented. */
    private static final double RARE = 0.1;

    /** Copies the lists. */
    public SampleCheck {
        groups = List.copyOf(groups);
        averages = List.copyOf(averages);
    }

    /**
     * Respondents beside a distribution.
     *
     * @param figure    id of the figure
     * @param attribute the attribute
     * @param of        how many respondents have the attribute
     * @param groups    the groups in the figure's order
     * @param nowhere   respondents whose value lies in no group
     * @param unclear   respondents whose value lies in more than one group, or is told too loosely
     * @param unknown   respondents without the attribute
     * @param outside   respondents outside those the service is for
     * @param missing   the groups with no respondent, taken together after the fact; labels are in {@code groups}
     */
    public record Comparison(String figure, String attribute, int of, List<Group> groups, List<String> nowhere, List<String> unclear, List<String> unknown,
                             List<String> outside, Chance missing) {
        /** Copies the lists. */
        public Comparison {
            groups = List.copyOf(groups);
            nowhere = List.copyOf(nowhere);
            unclear = List.copyOf(unclear);
            unknown = List.copyOf(unknown);
            outside = List.copyOf(outside);
        }
    }

    /**
     * One group.
     *
     * @param label    as printed
     * @param share    its share of those the respondents stand for
     * @param who      respondents who surely are of it
     * @param standing how they compare
     * @param chance   how probable it is that of as many drawn by chance no more, or no fewer, are of it
     */
    public record Group(String label, Quantity share, List<String> who, Standing standing, Chance chance) {
        /** Copies the list. */
        public Group {
            who = List.copyOf(who);
        }
    }

    /** How respondents compare with a group's share. */
    public enum Standing {
        /** No respondent is of it. */
        MISSING,
        /** There are fewer than one draw in ten would give. */
        UNDER,
        /** Chance would do. */
        AS_EXPECTED,
        /** There are more than one draw in ten would give. */
        OVER,
        /** It cannot be told. */
        UNKNOWN
    }

    /** A probability, or why there is none. */
    public sealed interface Chance {
        /**
         * An exact probability, as far as the printed share goes.
         *
         * @param range  0 to 1: for all shares the printed one can stand for
         * @param finite whether it is of draws without replacement from a known number (hypergeometric); else binomial
         */
        record Exact(Range range, boolean finite) implements Chance {
        }

        /**
         * Only an upper limit can be had.
         *
         * @param limit 0 to 1
         */
        record AtMost(double limit) implements Chance {
        }

        /**
         * There is none.
         *
         * @param why a word for the reason: "unclear", "share", "nobody"
         */
        record Undefined(String why) implements Chance {
        }
    }

    /**
     * Respondents beside an average.
     *
     * @param figure  id of the figure
     * @param ratio   id of the average
     * @param at      the time it is of: the last there is
     * @param mean    the average that follows from its parts, else the one stated
     * @param over    respondents surely over it
     * @param under   respondents surely not over it
     * @param unknown respondents of whom it cannot be told
     * @param chance  the most probable it can be that all those over it, drawn by chance, would have as much as they have: by Markov's inequality, as
     *                the average alone does not say how the values are spread
     */
    public record Against(String figure, String ratio, String at, Range mean, List<String> over, List<String> under, List<String> unknown, Chance chance) {
        /** Copies the lists. */
        public Against {
            over = List.copyOf(over);
            under = List.copyOf(under);
            unknown = List.copyOf(unknown);
        }
    }

    /**
     * Sets respondents beside those they stand for.
     *
     * @param survey      the survey, whose background figures and averages name attributes
     * @param respondents the respondents
     * @param language    the language of the groups, for what it calls the rest
     * @return the comparisons; none for attributes that no respondent has
     */
    public static SampleCheck of(Survey survey, List<Respondent> respondents, Language language) {
        var rest = new Says(language).list("rest");
        var groups = new ArrayList<Comparison>();
        var averages = new ArrayList<Against>();
        for (SurveyFigure figure : survey.figures()) {
            if (figure.kind() instanceof Background k && respondents.stream().anyMatch(r -> r.attributes().containsKey(k.attribute()))) {
                groups.add(compare(figure, k, respondents, rest));
            }
            if (figure.kind() instanceof Series k) {
                k.ratios().stream().filter(r -> respondents.stream().anyMatch(p -> p.attributes().containsKey(r.attribute())))
                    .flatMap(r -> against(figure, k, r, respondents).stream()).forEach(averages::add);
            }
        }
        return new SampleCheck(groups, averages);
    }

    private static Comparison compare(SurveyFigure figure, Background k, List<Respondent> respondents, List<String> rest) {
        var unknown = respondents.stream().filter(r -> !r.attributes().containsKey(k.attribute())).map(Respondent::id).toList();
        var known = respondents.stream().filter(r -> r.attributes().containsKey(k.attribute())).toList();
        var certain = new LinkedHashMap<String, List<String>>();
        var perhaps = new LinkedHashMap<String, List<String>>();
        k.groups().forEach(g -> {
            certain.put(g.label(), new ArrayList<>());
            perhaps.put(g.label(), new ArrayList<>());
        });
        var nowhere = new ArrayList<String>();
        var unclear = new ArrayList<String>();
        var outside = new ArrayList<String>();
        for (Respondent one : known) {
            var labels = labels(k, one, rest);
            if (labels.isEmpty()) {
                nowhere.add(one.id());
            } else if (labels.size() == 1 && surely(one, k.attribute(), labels.getFirst())) {
                certain.get(labels.getFirst()).add(one.id());
            } else {
                unclear.add(one.id());
                labels.forEach(l -> perhaps.get(l).add(one.id()));
            }
            Attributes.range(one, k.attribute()).filter(r -> k.youngest().isPresent() && r.high() < k.youngest().getAsInt()
                || k.oldest().isPresent() && r.low() > k.oldest().getAsInt()).ifPresent(r -> outside.add(one.id()));
        }
        var groups = k.groups().stream().map(g -> group(figure, g, certain.get(g.label()), perhaps.get(g.label()), known.size())).toList();
        var empty = groups.stream().filter(g -> g.standing() == Standing.MISSING).toList();
        var share = empty.stream().flatMap(g -> g.share().range().stream()).reduce(Range::plus);
        Chance missing = empty.size() < 2 || share.isEmpty() ? new Chance.Undefined("nobody") : Odds.of(0, known.size(), clamp(share.get()), figure.base(), false);
        return new Comparison(figure.id(), k.attribute(), known.size(), groups, nowhere, unclear, unknown, outside, missing);
    }

    private static Range clamp(Range percent) {
        return new Range(Math.max(0, percent.low()) / 100, Math.min(100, percent.high()) / 100);
    }

    /** The groups a respondent's value may lie in. */
    private static List<String> labels(Background k, Respondent one, List<String> rest) {
        String value = one.attributes().get(k.attribute()).strip();
        var range = Attributes.range(one, k.attribute());
        var labels = k.groups().stream().map(Value::label).filter(l -> l.equalsIgnoreCase(value) || range.isPresent() && NumberBand.of(l).filter(b ->
            b.holds(range.get().low()) || b.holds(range.get().high()) || range.get().low() < b.low() && b.high() < range.get().high()).isPresent()).toList();
        return labels.isEmpty() && k.groups().stream().noneMatch(g -> NumberBand.of(g.label()).isPresent())
            ? k.groups().stream().map(Value::label).filter(l -> rest.contains(l.toLowerCase(java.util.Locale.ROOT))).toList() : labels;
    }

    private static boolean surely(Respondent one, String attribute, String label) {
        return Attributes.range(one, attribute).flatMap(r -> NumberBand.of(label).map(b -> b.holds(r.low()) && b.holds(r.high()))).orElse(true);
    }

    private static Group group(SurveyFigure figure, Value group, List<String> who, List<String> perhaps, int of) {
        if (!perhaps.isEmpty()) {
            return new Group(group.label(), group.value(), who, Standing.UNKNOWN, new Chance.Undefined("unclear"));
        }
        var share = group.value().range();
        if (share.isEmpty()) {
            return new Group(group.label(), group.value(), who, Standing.UNKNOWN, new Chance.Undefined("share"));
        }
        boolean more = who.size() > of * group.value().number().orElseThrow().doubleValue() / 100;
        var chance = Odds.of(who.size(), of, clamp(share.get()), figure.base(), more);
        boolean rare = chance instanceof Chance.Exact e && e.range().high() <= RARE;
        return new Group(group.label(), group.value(), who, who.isEmpty() ? Standing.MISSING : !rare ? Standing.AS_EXPECTED : more ? Standing.OVER : Standing.UNDER, chance);
    }

    private static Optional<Against> against(SurveyFigure figure, Series k, Ratio ratio, List<Respondent> respondents) {
        var at = k.times().reversed().stream().filter(t -> mean(k, ratio, t).isPresent()).findFirst();
        if (at.isEmpty()) {
            return Optional.empty();
        }
        Range mean = mean(k, ratio, at.get()).get();
        var over = new ArrayList<String>();
        var under = new ArrayList<String>();
        var unknown = new ArrayList<String>();
        double limit = 1;
        for (Respondent one : respondents) {
            var has = Attributes.range(one, ratio.attribute());
            if (has.filter(r -> r.low() > mean.high()).isPresent()) {
                over.add(one.id());
                limit *= Math.min(1, mean.high() / has.get().low());
            } else if (has.filter(r -> r.high() <= mean.low()).isPresent()) {
                under.add(one.id());
            } else {
                unknown.add(one.id());
            }
        }
        return Optional.of(new Against(figure.id(), ratio.id(), at.get(), mean, over, under, unknown, over.isEmpty() ? new Chance.Undefined("nobody") : new Chance.AtMost(limit)));
    }

    private static Optional<Range> mean(Series k, Ratio ratio, String at) {
        Map<String, FigureKind.Row> rows = new LinkedHashMap<>();
        k.rows().forEach(r -> rows.put(r.id(), r));
        var above = rows.get(ratio.numerator()).at(at).range();
        var below = rows.get(ratio.denominator()).at(at).range();
        return above.isPresent() && below.isPresent() ? Optional.of(above.get().over(below.get()))
            : Optional.ofNullable(ratio.stated().get(at)).flatMap(Quantity::range);
    }

    /**
     * The comparisons in words, one sentence each.
     *
     * @param survey   the survey they were made from
     * @param language the language wanted
     * @return sentences in the order of the figures
     */
    public List<String> text(Survey survey, Language language) {
        return new SampleText(survey, language).lines(this);
    }
}
