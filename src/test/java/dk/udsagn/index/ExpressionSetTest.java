package dk.udsagn.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dk.udsagn.transcript.Language;
import dk.udsagn.transcript.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ExpressionSetTest {
    private static final Analysis DANISH = Analysis.withoutDictionary(Language.DANISH);
    private static final String[] WORDS = {"hun", "lyttede", "lytter", "til", "mig", "psykologen", "psykolog", "hørte", "taget", "seriøst", "ikke", "og"};

    @Test void missesNothingThatAnExpressionFindsByItself() {
        var expressions = List.of("lytte", "lytte til mig", "\"hørte\"", "psykolog*", "lytter~", "tage|tog seriøst", "hun near/4 mig", "lytte before/3 mig",
            "(lytte) not near/2 (ikke)", "hun or mig", "(psykolog or hun) before/2 (lytte or \"hørte\")").stream().map(e -> Expression.parse(e, DANISH)).toList();
        var set = ExpressionSet.of(expressions);
        var random = new Random(4);
        int found = 0;
        for (int i = 0; i < 2_000; i++) {
            String text = random.ints(1 + random.nextInt(8), 0, WORDS.length).mapToObj(w -> WORDS[w]).collect(Collectors.joining(" "));
            var tokens = DANISH.tokens(text, new Span(0, text.length()));
            var hit = IntStream.range(0, expressions.size()).filter(e -> !expressions.get(e).in(tokens).isEmpty()).boxed().toList();
            var tried = new ArrayList<>(set.candidates(tokens).boxed().toList());
            var missing = new ArrayList<>(hit);
            missing.removeAll(tried);
            assertEquals(List.of(), missing, text);
            assertEquals(!tried.isEmpty(), set.hasChance(tokens), text);
            found += hit.size();
        }
        assertFalse(found < 1_000, "the sample is too easy: " + found);
    }
}
