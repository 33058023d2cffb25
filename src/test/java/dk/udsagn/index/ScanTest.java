package dk.udsagn.index;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dk.udsagn.transcript.Language;
import dk.udsagn.transcript.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** One pass finds what each expression by itself finds: none extra, none missing, at the same words, with the same trust. */
class ScanTest {
    private static final Analysis DANISH = Analysis.withoutDictionary(Language.DANISH);
    private static final String[] WORDS = ("jeg følte mig hørt høre hører lyttede lytte til rådgiver rådgiveren ungerådgiver rådgivningssamtale ikke ik' ikk' ka' sku' bl.a. f.eks. "
        + "face-to-face it's børne- 12,5 d.3 hjælp hjalp hjælper psykologen psykolog fejlstavt fejlstavet Åh ÆRLIGT İstanbul e\u0301n so\u00adlen 😊ja navn_x tog|tage").split(" ");
    private static final String[] BETWEEN = {" ", " ", " ", ", ", ". ", "? ", "… ", " – ", "\n", " (griner) ", " [uklart] ", "  ", ": ", ".", "-", "’", "\u00a0", " 00:12:33 "};
    private static final String[] EXPRESSIONS = {"høre", "føle mig hørt", "\"mig hørt\"", "lytte til", "rådgive*", "psykolog~", "tage|tog", "rådgiver", "rådgivning samtale", "hjælpe near/3 ikke",
        "jeg before/4 hørt", "hjælp not near/2 ikke", "(lytte or høre) near/2 mig", "\"ik'\"", "ikke", "(tage|tog) til", "bl.a.", "face-to-face", "fejlstavet~ hjælpe", "rådgiver|psykolog* lytte",
        "(jeg føle) or (mig høre)", "en", "\"12,5\"", "jeg|mig|til jeg|mig|til"};

    private static String text(Random random) {
        var text = new StringBuilder();
        for (int i = random.nextInt(40); i >= 0; i--) {
            text.append(WORDS[random.nextInt(WORDS.length)]).append(BETWEEN[random.nextInt(BETWEEN.length)]);
        }
        return text.toString();
    }

    @Test void findsWhatEachExpressionFindsByItself() {
        var expressions = new ArrayList<Expression>();
        for (String expression : EXPRESSIONS) {
            expressions.add(Expression.parse(expression, DANISH));
        }
        var set = ExpressionSet.of(expressions);
        var scan = set.scan(DANISH);
        var random = new Random(42);
        int found = 0;
        for (int round = 0; round < 4000; round++) {
            String text = "x " + text(random) + " y";
            var turn = new Span(2, text.length() - 2);
            var wanted = new ArrayList<String>();
            var tokens = DANISH.tokens(text, turn);
            for (Span sentence : DANISH.sentences(text, turn)) {
                var words = tokens.stream().filter(t -> sentence.start() <= t.start() && t.start() < sentence.end()).toList();
                for (int i = 0; i < expressions.size(); i++) {
                    List<Match> matches = expressions.get(i).in(words);
                    if (!matches.isEmpty()) {
                        wanted.add(i + " " + matches);
                        found++;
                    }
                }
            }
            var got = new ArrayList<String>();
            boolean chance = scan.read(text, turn);
            DANISH.sentences(text, turn).forEach(sentence -> scan.find(sentence, (i, matches) -> got.add(i + " " + matches)));
            assertEquals(wanted, got, text);
            assertEquals(true, chance || got.isEmpty(), text);
            assertEquals(tokens.isEmpty(), scan.isEmpty());
        }
        assertEquals(true, found > 5000, found + " found: too few to tell anything");
    }

    /** The quick way through plain words comes to the same words as looking at each alone. */
    @Test void wordsAreTheSameWhateverStandsAroundThem() {
        var random = new Random(7);
        for (int round = 0; round < 2000; round++) {
            String text = text(random);
            for (Token token : DANISH.tokens(text, new Span(0, text.length()))) {
                String form = text.substring(token.start(), token.end());
                assertEquals(Normal.form(form), token.exact(), text);
            }
        }
    }
}
