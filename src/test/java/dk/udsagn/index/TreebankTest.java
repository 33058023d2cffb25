package dk.udsagn.index;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dk.udsagn.transcript.Language;
import dk.udsagn.transcript.Span;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The figures on the development part of the Danish treebank, kept from falling. Retrieval is counted as shared/tools/retrieval.py does. */
class TreebankTest {
    private static final Path TREEBANK = Path.of("../shared/data/ud/da_ddt-ud-dev.conllu");
    private static final Pattern WORD = Pattern.compile("[\\p{L}]+([-'][\\p{L}]+)*");

    @BeforeAll static void treebankIsThere() {
        Assumptions.assumeTrue(Files.exists(TREEBANK), "the treebank is not beside the project: " + TREEBANK);
    }

    @Test void withTheDictionaryInflectedFormsComeBack() throws IOException {
        assertAtLeast(.957, retrieval(Analysis.of(Language.DANISH)));
    }

    @Test void withoutTheDictionaryInflectedFormsComeBack() throws IOException {
        assertAtLeast(.949, retrieval(Analysis.withoutDictionary(Language.DANISH)));
    }

    @Test void sentencesOfParagraphsEndWhereTheTreebankSays() throws IOException {
        Analysis analysis = Analysis.withoutDictionary(Language.DANISH);
        List<String> sentences = Files.readAllLines(TREEBANK).stream().filter(l -> l.startsWith("# text = ")).map(l -> l.substring(9)).toList();
        double right = 0;
        double said = 0;
        double there = 0;
        for (int i = 0; i < sentences.size(); i += 10) {
            var text = new StringBuilder();
            Set<Integer> gold = new TreeSet<>();
            for (String sentence : sentences.subList(i, Math.min(sentences.size(), i + 10))) {
                gold.add(text.append(text.isEmpty() ? "" : " ").append(sentence).length());
            }
            gold.remove(text.length());
            Set<Integer> found = new TreeSet<>();
            analysis.sentences(text.toString(), new Span(0, text.length())).forEach(span -> found.add(span.end()));
            found.remove(text.length());
            said += found.size();
            there += gold.size();
            found.retainAll(gold);
            right += found.size();
        }
        assertAtLeast(.955, 2 * right / (said + there));
    }

    private static double retrieval(Analysis analysis) throws IOException {
        Map<String, Map<String, Integer>> formsByLemma = new HashMap<>();
        Map<String, Integer> count = new HashMap<>();
        Map<String, Set<String>> formsByTerm = new HashMap<>();
        for (String line : Files.readAllLines(TREEBANK)) {
            String[] cells = line.split("\t", -1);
            if (cells.length == 10 && cells[0].chars().allMatch(Character::isDigit) && Set.of("NOUN", "VERB", "ADJ").contains(cells[3])
                && WORD.matcher(cells[1]).matches()) {
                String form = cells[1].toLowerCase(Locale.ROOT);
                formsByLemma.computeIfAbsent(cells[2].toLowerCase(Locale.ROOT), l -> new HashMap<>()).merge(form, 1, Integer::sum);
                count.merge(form, 1, Integer::sum);
                analysis.terms(form).forEach(term -> formsByTerm.computeIfAbsent(term, t -> new HashSet<>()).add(form));
            }
        }
        double retrieved = 0;
        double relevant = 0;
        double hit = 0;
        for (var lemma : formsByLemma.entrySet()) {
            Set<String> got = new HashSet<>();
            analysis.terms(lemma.getKey()).forEach(term -> got.addAll(formsByTerm.getOrDefault(term, Set.of())));
            retrieved += got.stream().mapToInt(count::get).sum();
            relevant += lemma.getValue().values().stream().mapToInt(n -> n).sum();
            hit += new ArrayList<>(lemma.getValue().entrySet()).stream().filter(e -> got.contains(e.getKey())).mapToInt(Map.Entry::getValue).sum();
        }
        return 2 * hit / (retrieved + relevant);
    }

    private static void assertAtLeast(double least, double figure) {
        assertTrue(figure >= least, "fell to " + figure + "; it was at least " + least);
    }
}
