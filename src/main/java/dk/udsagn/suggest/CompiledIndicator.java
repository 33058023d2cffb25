package dk.udsagn.suggest;

import dk.udsagn.codebook.Codebook;
import dk.udsagn.codebook.Indicator;
import dk.udsagn.codebook.Theme;
import dk.udsagn.index.Analysis;
import dk.udsagn.index.Expression;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;

/**
 * An indicator ready to be looked for.
 *
 * @param theme      id of its theme
 * @param themeOrder the theme's place in the codebook
 * @param number     1-based place among the theme's indicators
 * @param indicator  as the codebook has it
 * @param expression what to find: one of the indicator's choices
 * @param where      in whose words it is looked for
 * @param deniable   whether a word of denial among the words it finds still denies: true where it is but one of several choices, as in
 *                   {@code ("hun" or "ingen") before/3 forstå}, false where the words wanted deny by themselves
 */
record CompiledIndicator(String theme, int themeOrder, int number, Indicator indicator, Expression expression, Where where, boolean deniable) {
    /** Whose words, by what the expression begins with. */
    enum Where {
        /** What a respondent says speaks for the theme, and a question before it lends it weight. */
        ANYWHERE(""),
        /** The interviewer's question, and the answer is what it speaks for. */
        ANSWERED("answer-to:"),
        /** The interviewer's question, which only lends weight to what the answer says. */
        ASKED("asked:"),
        /** What a respondent says, whatever was asked. */
        SAID("said:");

        private final String prefix;

        Where(String prefix) {
            this.prefix = prefix;
        }

        static Where of(String find) {
            return Arrays.stream(values()).filter(w -> w != ANYWHERE && find.strip().startsWith(w.prefix)).findFirst().orElse(ANYWHERE);
        }

        boolean inQuestions() {
            return this != SAID;
        }

        boolean inAnswers() {
            return this == ANYWHERE || this == SAID;
        }
    }

    private static final int SHOWN = 200;

    static List<CompiledIndicator> all(Codebook codebook, Analysis analysis, StatusRules rules) {
        var all = new ArrayList<CompiledIndicator>();
        int order = 0;
        for (Theme theme : codebook.all().values()) {
            for (int i = 0; i < theme.indicators().size(); i++) {
                all.addAll(of(theme, order, i, analysis, rules));
            }
            order++;
        }
        return List.copyOf(all);
    }

    /** Each of an indicator's choices by itself: a long list of phrases is then only looked through for those whose words are there. */
    private static List<CompiledIndicator> of(Theme theme, int order, int i, Analysis analysis, StatusRules rules) {
        Indicator indicator = theme.indicators().get(i);
        String find = indicator.find().strip();
        Where where = Where.of(find);
        try {
            Expression expression = Expression.parse(find.substring(where.prefix.length()), analysis);
            possible(expression);
            boolean deniable = deniable(expression, rules);
            List<Expression> choices = expression instanceof Expression.AnyOf any ? any.choices() : List.of(expression);
            return choices.stream().map(c -> new CompiledIndicator(theme.id(), order, i + 1, indicator, c, where, deniable)).toList();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("theme " + theme.id() + ", indicator " + (i + 1) + " \"" + shown(find) + "\"" + (where == Where.ANYWHERE ? "" : " (after " + where.prefix + ")")
                + ": " + e.getMessage(), e);
        }
    }

    /** Whether what it finds in a question hands its theme to the answer. */
    boolean toAnswer() {
        return where == Where.ANSWERED;
    }

    /** Theme and number, as in "being-seen 12": the choices of one indicator share it. */
    String name() {
        return name(theme, number);
    }

    static String name(String theme, int number) {
        return theme + ' ' + number;
    }

    /** Refuses what can never be found: something where the same thing is not near. */
    private static void possible(Expression expression) {
        switch (expression) {
            case Expression.NotNear not -> {
                if (covers(not.unwanted(), not.wanted())) {
                    throw new IllegalArgumentException("it is never found, since what must not be near is what is looked for");
                }
                possible(not.wanted());
            }
            case Expression.Near near -> {
                possible(near.left());
                possible(near.right());
            }
            case Expression.Row row -> row.places().forEach(CompiledIndicator::possible);
            case Expression.AnyOf any -> any.choices().forEach(CompiledIndicator::possible);
            case Expression.AnyForm word -> { }
            case Expression.Exactly word -> { }
            case Expression.Prefix word -> { }
            case Expression.Fuzzy word -> { }
        }
    }

    private static boolean covers(Expression wide, Expression narrow) {
        var of = new HashSet<Expression>();
        choices(wide).forEach(of::add);
        return choices(narrow).allMatch(of::contains);
    }

    /** Choices within choices are choices. */
    private static Stream<Expression> choices(Expression expression) {
        return expression instanceof Expression.AnyOf any ? any.choices().stream().flatMap(CompiledIndicator::choices) : Stream.of(expression);
    }

    private static String shown(String find) {
        return find.length() <= SHOWN ? find : find.substring(0, SHOWN - 1) + "…";
    }

    private static boolean deniable(Expression expression, StatusRules rules) {
        return switch (expression) {
            case Expression.AnyOf any -> any.choices().stream().anyMatch(c -> c instanceof Expression.Exactly w && rules.denies(w.form())
                    || c instanceof Expression.AnyForm f && rules.denies(f.written()))
                && !any.choices().stream().allMatch(c -> c instanceof Expression.Exactly w && rules.denies(w.form()))
                || any.choices().stream().anyMatch(c -> deniable(c, rules));
            case Expression.Near near -> deniable(near.left(), rules) || deniable(near.right(), rules);
            case Expression.NotNear not -> deniable(not.wanted(), rules);
            case Expression.Row row -> row.places().stream().anyMatch(c -> deniable(c, rules));
            case Expression.AnyForm word -> false;
            case Expression.Exactly word -> false;
            case Expression.Prefix word -> false;
            case Expression.Fuzzy word -> false;
        };
    }
}
