package dk.udsagn.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dk.udsagn.transcript.Language;
import dk.udsagn.transcript.Role;
import dk.udsagn.transcript.SourceMap;
import dk.udsagn.transcript.Span;
import dk.udsagn.transcript.Speaker;
import dk.udsagn.transcript.Times;
import dk.udsagn.transcript.Transcript;
import dk.udsagn.transcript.Turn;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
            var atOnce = new ArrayList<String>();
            scan.findBySentence((sentence, i, matches) -> atOnce.add(i + " " + matches));
            assertEquals(wanted, atOnce, text);
            assertEquals(true, chance || got.isEmpty(), text);
            assertEquals(tokens.isEmpty(), scan.isEmpty());
        }
        assertEquals(true, found > 5000, found + " found: too few to tell anything");
    }

    /** An index tells, from postings and from the texts, in the order of the text, what a pass over the files finds: the same expressions at the same words, with the same trust. */
    @Test void anIndexFindsWhatAPassOverTheFilesDoes(@TempDir Path folder) throws IOException {
        var random = new Random(11);
        var transcripts = new TreeMap<String, Transcript>();
        for (int n = 0; n < 40; n++) {
            var all = new StringBuilder();
            var turns = new ArrayList<Turn>();
            for (int i = 1; i <= 12; i++) {
                String words = text(random).strip().replace("\n\n", "\n");
                var span = new Span(all.length() + 3, all.length() + 3 + words.length());
                turns.add(new Turn(i, new Speaker(i % 2 == 0 ? "R" : "I", i % 2 == 0 ? Role.RESPONDENT : Role.INTERVIEWER), span, Times.UNKNOWN));
                all.append("R: ").append(words).append("\n");
            }
            String id = "T%02d".formatted(n);
            transcripts.put(id, new Transcript(id, all.toString(), turns, SourceMap.builder().stretch(0, 0).build()));
        }
        var digests = new TreeMap<String, String>();
        transcripts.forEach((id, t) -> digests.put(id, t.digest()));
        try (var index = TranscriptIndex.open(folder.resolve("index"), DANISH)) {
            assertEquals(false, index.isCurrent(digests));
            index.update(digests, transcripts::get);
            assertEquals(true, index.isCurrent(digests));
            var sets = new ArrayList<List<String>>();
            for (int some = 0; some < EXPRESSIONS.length; some++) {
                sets.add(List.of(EXPRESSIONS).subList(some, Math.min(EXPRESSIONS.length, some + 1 + some % 4)));
            }
            for (int round = 0; round < 40; round++) {
                sets.add(IntStream.range(0, 12).mapToObj(i -> expression(random, 3)).toList());
            }
            int found = 0;
            for (List<String> some : sets) {
                var set = ExpressionSet.of(some.stream().map(e -> Expression.parse(e, DANISH)).toList());
                var wanted = new ArrayList<String>();
                var scan = set.scan(DANISH);
                for (Transcript transcript : transcripts.values()) {
                    for (Turn turn : transcript.turns()) {
                        scan.read(transcript.text(), turn.span());
                        found(scan, 0, transcript.id() + " " + turn.number() + " " + turn.role() + " " + turn.respondent(), wanted);
                    }
                }
                for (var way : IndexedTurns.Way.values()) {
                    var got = new ArrayList<String>();
                    var before = new IndexedTurn[1];
                    index.turns(set, way, turn -> {
                        assertEquals(turn.span().in(transcripts.get(turn.transcript()).text()), turn.text());
                        assertEquals(transcripts.get(turn.transcript()).digest(), turn.digest());
                        if (before[0] != null && turn.number() > 1) {
                            assertEquals(before[0].transcript(), turn.transcript());
                            assertEquals(before[0].number() + 1, turn.number(), "turns between those where something is found come too");
                            assertThrows(IllegalStateException.class, before[0]::isEmpty);
                        }
                        before[0] = turn;
                        found(turn, turn.span().start(), turn.transcript() + " " + turn.number() + " " + turn.role() + " " + turn.respondent(), got);
                    });
                    assertEquals(wanted, got, way + " " + some);
                    found += got.size();
                }
            }
            assertEquals(true, found > 15_000, found + " found: too few to tell anything");
            digests.put("T00", "changed");
            assertEquals(false, index.isCurrent(digests));
        }
    }

    /** What stands in each sentence of a turn, and in the turn as a whole. */
    private static void found(Searched turn, int from, String where, List<String> found) {
        var bySentence = new ArrayList<String>();
        for (Span sentence : DANISH.sentences(turn.text(), turn.within())) {
            turn.find(sentence, (i, matches) -> bySentence.add(new Span(sentence.start() + from, sentence.end() + from) + written(i, matches, from)));
        }
        var atOnce = new ArrayList<String>();
        turn.findBySentence((sentence, i, matches) -> atOnce.add(new Span(sentence.start() + from, sentence.end() + from) + written(i, matches, from)));
        assertEquals(bySentence, atOnce, turn.text());
        bySentence.forEach(one -> found.add(where + one));
        turn.find(turn.within(), (i, matches) -> found.add(where + written(i, matches, from)));
    }

    private static String written(int expression, List<Match> matches, int from) {
        return " " + expression + matches.stream().map(m -> " " + m.whole() + " " + m.from() + "-" + m.to() + " "
            + m.evidence().stream().map(e -> (e.start() + from) + "-" + (e.end() + from)).toList()).toList();
    }

    /** Expressions made by chance, over words and texts made by chance: what the slow way finds, no more and no less. */
    @Test void findsWhatTheSlowWayFindsForAnyExpressions() {
        var random = new Random(99);
        int found = 0;
        for (int round = 0; round < 300; round++) {
            var written = new ArrayList<String>();
            for (int i = 0; i < 12; i++) {
                written.add(expression(random, 3));
            }
            var expressions = written.stream().map(e -> Expression.parse(e, DANISH)).toList();
            var set = ExpressionSet.of(expressions);
            var scan = set.scan(DANISH);
            for (int t = 0; t < 10; t++) {
                String text = text(random);
                var whole = new Span(0, text.length());
                var tokens = DANISH.tokens(text, whole);
                var wanted = new ArrayList<String>();
                for (int i = 0; i < expressions.size(); i++) {
                    List<Match> matches = expressions.get(i).in(tokens);
                    if (!matches.isEmpty()) {
                        wanted.add(written.get(i) + " " + matches);
                        found++;
                    }
                }
                var got = new ArrayList<String>();
                scan.read(text, whole);
                scan.find(whole, (i, matches) -> got.add(written.get(i) + " " + matches));
                assertEquals(wanted, got, text);
            }
        }
        assertEquals(true, found > 3000, found + " found: too few to tell anything");
    }

    /** A hundred rows of words as they were said, and then ten times as many: what the slow way finds, no more and no less, over files and over an index. */
    @Test void tenTimesTheRowsFindWhatTheSlowWayDoes(@TempDir Path folder) throws IOException {
        var random = new Random(3);
        var corpus = new Corpus();
        var rows = new LinkedHashSet<String>();
        for (int n = 0; n < 6; n++) {
            var lines = new ArrayList<String>();
            for (int i = 0; i < 20; i++) {
                String said = said(random);
                lines.add((i % 2 == 0 ? "I: " : "A: ") + said);
                var words = DANISH.tokens(said, new Span(0, said.length()));
                for (int at = 0; at + 3 < words.size(); at++) {
                    rows.add(words.subList(at, at + 2 + random.nextInt(2)).stream().map(Token::exact).collect(Collectors.joining(" ")));
                }
            }
            corpus.with("T" + n, lines.toArray(String[]::new));
        }
        var some = new ArrayList<>(rows);
        Collections.shuffle(some, random);
        try (var index = corpus.index(folder.resolve("index"), DANISH)) {
            int few = sameAsTheSlowWay(some.subList(0, 100), corpus, index);
            int many = sameAsTheSlowWay(some.subList(0, 1000), corpus, index);
            assertEquals(true, few > 200 && many > 5 * few, few + " and " + many + " found: too few to tell anything");
        }
    }

    private static int sameAsTheSlowWay(List<String> rows, Corpus corpus, TranscriptIndex index) throws IOException {
        var expressions = rows.stream().map(row -> Expression.parse(row, DANISH)).toList();
        var set = ExpressionSet.of(expressions);
        var slow = new ArrayList<String>();
        var files = new ArrayList<String>();
        var scan = set.scan(DANISH);
        for (Transcript transcript : corpus.all()) {
            for (Turn turn : transcript.turns()) {
                String where = transcript.id() + " " + turn.number();
                var tokens = DANISH.tokens(transcript.text(), turn.span());
                for (int i = 0; i < expressions.size(); i++) {
                    for (Match match : expressions.get(i).in(tokens)) {
                        slow.add(where + " " + i + " " + match.span() + match.whole());
                    }
                }
                scan.read(transcript.text(), turn.span());
                scan.find(turn.span(), (i, matches) -> matches.forEach(m -> files.add(where + " " + i + " " + m.span() + m.whole())));
            }
        }
        var postings = new ArrayList<String>();
        index.turns(set, turn -> turn.find(turn.within(), (i, matches) -> matches.forEach(m -> postings.add(turn.transcript() + " " + turn.number() + " " + i + " "
            + new Span(m.span().start() + turn.span().start(), m.span().end() + turn.span().start()) + m.whole()))));
        assertEquals(slow, files);
        assertEquals(slow, postings);
        return slow.size();
    }

    /** Small words often, others inflected, as interviews have them. */
    private static String said(Random random) {
        String[] small = "jeg det er og at ikke så man var der i på som med har også mig til af den skulle kommer".split(" ");
        String[] stems = "følelse veninde samtale kommune rådgiver psykolog opgave lejlighed hverdag skole lærer familie ungdom arbejde".split(" ");
        String[] endings = {"", "n", "r", "rne", "s", "er", "en"};
        var said = new StringBuilder();
        for (int w = 40 + random.nextInt(40); w >= 0; w--) {
            said.append(random.nextInt(10) < 6 ? small[random.nextInt(small.length)] : stems[random.nextInt(stems.length)] + endings[random.nextInt(endings.length)]);
            said.append(w == 0 ? "." : BETWEEN[random.nextInt(8)].replace("\n", " "));
        }
        return said.toString();
    }

    private static final String[] SINGLE = {"høre", "\"hørt\"", "mig", "jeg", "lytte", "rådgiv*", "psykolog~", "hjælpe", "ikke", "\"ik'\"", "til", "tage", "sam*", "en"};

    private static String expression(Random random, int depth) {
        String one = SINGLE[random.nextInt(SINGLE.length)];
        if (depth == 0) {
            return one;
        }
        return switch (random.nextInt(7)) {
            case 0 -> one;
            case 1 -> one + " " + SINGLE[random.nextInt(SINGLE.length)];
            case 2 -> one + "|" + SINGLE[random.nextInt(SINGLE.length)] + " " + SINGLE[random.nextInt(SINGLE.length)];
            case 3 -> "(" + expression(random, depth - 1) + ") near/" + (1 + random.nextInt(5)) + " (" + expression(random, depth - 1) + ")";
            case 4 -> "(" + expression(random, depth - 1) + ") before/" + (1 + random.nextInt(5)) + " (" + expression(random, depth - 1) + ")";
            case 5 -> "(" + expression(random, depth - 1) + ") not near/" + (1 + random.nextInt(3)) + " (" + expression(random, depth - 1) + ")";
            default -> "(" + expression(random, depth - 1) + ") or (" + expression(random, depth - 1) + ")";
        };
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
