package dk.udsagn.suggest;

import dk.udsagn.codebook.Codebook;
import dk.udsagn.codebook.Polarity;
import dk.udsagn.coding.Status;
import dk.udsagn.index.Analysis;
import dk.udsagn.suggest.Learned.Sparse;
import dk.udsagn.transcript.Span;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** Says of an answer that is proposed which theme, which words, which side, how they stand, and why. */
final class Writing {
    /** Expressions longer than this are named by their number and the words found. */
    private static final int SHOWN = 60;
    /** Past so many characters the passage is cut to the sentences with evidence and as many around them as {@link #AROUND}. */
    private static final int LONGEST = 1_500;
    private static final int AROUND = 2;
    /** What the question finds counts half when the theme under a theme is chosen. */
    private static final double ASKED = 0.5;

    private final Codebook codebook;
    private final Analysis analysis;
    private final Optional<IndicatorSuggester> indicators;
    private final Optional<Wordings> wordings;
    private final Told told;
    private final Signs signs;
    private final Training.Result learned;
    private final StatusRules statusRules;

    Writing(Codebook codebook, Analysis analysis, Optional<IndicatorSuggester> indicators, Optional<Wordings> wordings, Told told, Signs signs, Training.Result learned) {
        this.codebook = codebook;
        this.analysis = analysis;
        this.indicators = indicators;
        this.wordings = wordings;
        this.told = told;
        this.signs = signs;
        this.learned = learned;
        this.statusRules = indicators.map(IndicatorSuggester::statusRules).orElseGet(() -> new StatusRules(analysis.language()));
    }

    /** What the id of a suggestion is made from: the indicators that fired. What was found alike changes as it learns, and a rejection is to outlast that. */
    List<String> key(Answer answer, int root) {
        var finds = new LinkedHashSet<String>();
        answer.hits(root, signs).forEach(h -> finds.add(h.indicator().indicator().find()));
        return List.copyOf(finds);
    }

    /** An answer read once for all themes. */
    record Read(String text, Answer answer, List<Span> sentences, Optional<Worded> worded, Sparse vector, double[] told) {
    }

    Read read(String text, Answer answer, Sparse vector, double[] toldHere) {
        Span turn = answer.turn().span();
        List<Span> sentences = analysis.sentences(text, turn);
        return new Read(text, answer, sentences, wordings.map(w -> new Worded(w, told, text, turn, sentences, vector)), vector, toldHere);
    }

    Gathered gathered(Read read, int root, double score, double[] row) {
        String text = read.text();
        Answer answer = read.answer();
        Span turn = answer.turn().span();
        List<Hit> hits = indicators.map(s -> s.read(answer.hits(root, signs), text, turn)).orElse(List.of());
        var evidence = new TreeSet<Span>();
        hits.forEach(h -> {
            evidence.addAll(h.evidence());
            evidence.addAll(h.reading().cues());
        });
        var reasons = new ArrayList<>(reasons(text, hits));
        Optional<Lesson> nearest = read.worded().flatMap(w -> w.nearest(root));
        Status status = hits.isEmpty() ? Status.ASSERTED : heaviest(hits).reading().status();
        nearest.ifPresent(lesson -> reasons.add("like \"" + shown(lesson.said().answer()) + "\""));
        if (nearest.isPresent() || read.worded().isPresent() && told.weights().isPresent()) {
            var carrying = read.worded().orElseThrow().carrying(learned.models().get(root), root, row);
            evidence.addAll(carrying);
            if (told.weights().isPresent() && !carrying.isEmpty()) {
                reasons.add("words " + String.join(", ", carrying.stream().map(word -> '"' + word.in(text) + '"').toList()));
            }
            if (hits.isEmpty() && !carrying.isEmpty()) {
                Span sentence = read.sentences().stream().filter(s -> s.contains(carrying.getFirst())).findFirst().orElse(turn);
                var reading = statusRules.read(text, turn, sentence, carrying);
                evidence.addAll(reading.cues());
                status = reading.status();
            }
        }
        String theme = theme(root, hits, nearest);
        Polarity polarity = learned.sides().get(root).polarity(Sides.row(hits), read.vector(), read.told());
        return new Gathered(theme, root, passage(turn, read.sentences(), evidence), polarity, status, score, List.copyOf(evidence), reasons);
    }

    private static Hit heaviest(List<Hit> hits) {
        return hits.stream().filter(h -> !h.indicator().toAnswer()).findFirst().orElse(hits.getFirst());
    }

    /** Of the themes under a theme the one most speaks for; itself where nothing does. */
    private String theme(int root, List<Hit> hits, Optional<Lesson> nearest) {
        String self = signs.roots().get(root);
        if (codebook.theme(self).themes().isEmpty()) {
            return self;
        }
        var none = new TreeMap<String, Double>();
        for (Hit hit : hits) {
            double weight = hit.weight() * (hit.indicator().toAnswer() ? ASKED : 1);
            none.merge(hit.indicator().theme(), 1 - weight, (a, b) -> a * b);
        }
        Optional<String> most = none.entrySet().stream().min(Map.Entry.comparingByValue()).map(Map.Entry::getKey);
        return most.or(() -> nearest.flatMap(l -> l.polarity().keySet().stream().filter(t -> signs.root(t) == root).findFirst())).orElse(self);
    }

    private static List<String> reasons(String text, List<Hit> hits) {
        var reasons = new LinkedHashSet<String>();
        for (Hit hit : hits) {
            String find = hit.indicator().indicator().find();
            String words = String.join(" … ", hit.evidence().stream().map(e -> e.in(text)).toList());
            reasons.add(find.length() <= SHOWN ? find : hit.indicator().name() + " \"" + words + '"');
        }
        return List.copyOf(reasons);
    }

    private static String shown(String text) {
        return text.codePointCount(0, text.length()) <= SHOWN ? text : text.substring(0, text.offsetByCodePoints(0, SHOWN - 3)) + "…";
    }

    private static Span passage(Span turn, List<Span> sentences, TreeSet<Span> evidence) {
        var within = evidence.stream().filter(turn::contains).toList();
        if (sentences.isEmpty()) {
            return turn;
        }
        int from = 0;
        int to = sentences.size() - 1;
        if (turn.length() > LONGEST && !within.isEmpty()) {
            while (from < to && sentences.get(from).end() <= within.getFirst().start()) {
                from++;
            }
            while (to > from && sentences.get(to).start() >= within.stream().mapToInt(Span::end).max().orElseThrow()) {
                to--;
            }
            from = Math.max(0, from - AROUND);
            to = Math.min(sentences.size() - 1, to + AROUND);
        }
        return sentences.get(from).cover(sentences.get(to));
    }
}
