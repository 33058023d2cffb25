package dk.udsagn.index;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dk.udsagn.transcript.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.da.DanishAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.junit.jupiter.api.Test;

/**
 * A dictionary form is typed: which of the forms of 550 words come back? Each form counts once, homographs found as well count as wrong. The
 * words were written down without sight of the rules; one half was looked at when these were mended, the other never.
 */
class WordFormsTest {
    @Test void formsOfWordsNobodyLookedAtComeBack() {
        assertAtLeast(.96, retrieval("held", "with the dictionary", Analysis.of(Language.DANISH)::terms));
        assertAtLeast(.955, retrieval("held", "without", Analysis.withoutDictionary(Language.DANISH)::terms));
    }

    @Test void formsOfWordsTheRulesWereMendedByComeBack() {
        assertAtLeast(.965, retrieval("dev", "with the dictionary", Analysis.of(Language.DANISH)::terms));
        assertAtLeast(.95, retrieval("dev", "without", Analysis.withoutDictionary(Language.DANISH)::terms));
    }

    @Test void lucenesDanishAnalyzerLosesMore() {
        try (var lucene = new DanishAnalyzer(CharArraySet.EMPTY_SET)) {
            double figure = retrieval("held", "DanishAnalyzer without stop words", form -> terms(lucene, form));
            assertTrue(figure < .9, "this chain is no longer worth its rules: " + figure);
        }
    }

    private static double retrieval(String half, String chain, Function<String, Set<String>> terms) {
        Map<String, Set<String>> wanted = new TreeMap<>();                  // words that are spelt alike are found together
        Map<String, Set<String>> formsByTerm = new HashMap<>();
        for (String line : lines("/danish/words-" + half + ".tsv")) {
            String[] cells = line.split("\t");
            if (!line.startsWith("#")) {
                wanted.computeIfAbsent(cells[0], lemma -> new TreeSet<>()).addAll(List.of(cells[2].split(" ")));
            }
        }
        wanted.values().forEach(forms -> forms.forEach(form ->
            terms.apply(form).forEach(term -> formsByTerm.computeIfAbsent(term, t -> new TreeSet<>()).add(form))));
        double found = 0;
        double there = 0;
        double right = 0;
        for (var word : wanted.entrySet()) {
            var got = new TreeSet<String>();
            terms.apply(word.getKey()).forEach(term -> got.addAll(formsByTerm.getOrDefault(term, Set.of())));
            found += got.size();
            there += word.getValue().size();
            got.retainAll(word.getValue());
            right += got.size();
        }
        System.out.printf(Locale.ROOT, "words (%s), %s: precision %.3f, recall %.3f, F1 %.3f%n", half, chain, right / found, right / there, 2 * right / (found + there));
        return 2 * right / (found + there);
    }

    private static Set<String> terms(DanishAnalyzer analyzer, String form) {
        var terms = new TreeSet<String>();
        try (var stream = analyzer.tokenStream("", form)) {
            var term = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                terms.add(term.toString());
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return terms;
    }

    private static List<String> lines(String resource) {
        try (InputStream in = WordFormsTest.class.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void assertAtLeast(double least, double figure) {
        assertTrue(figure >= least, "fell to " + figure + "; it was at least " + least);
    }
}
