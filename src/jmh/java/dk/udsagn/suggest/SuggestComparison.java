package dk.udsagn.suggest;

import com.hankcs.algorithm.AhoCorasickDoubleArrayTrie;
import dk.udsagn.codebook.Codebook;
import dk.udsagn.codebook.Indicator;
import dk.udsagn.codebook.Polarity;
import dk.udsagn.codebook.Theme;
import dk.udsagn.codebook.Wording;
import dk.udsagn.index.Analysis;
import dk.udsagn.index.Interviews;
import dk.udsagn.index.Token;
import dk.udsagn.index.TranscriptIndex;
import dk.udsagn.transcript.Language;
import dk.udsagn.transcript.Role;
import dk.udsagn.transcript.Transcript;
import dk.udsagn.transcript.Turn;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A codebook of 5 themes × 20 terms of two or three words over interviews, from files to suggestions, beside an Aho–Corasick automaton on the same
 * terms: same machine, same run, in turns. {@code mvn -q -Pjmh test-compile exec:exec@suggest-comparison -Dinterviews=1000}
 */
public final class SuggestComparison {
    private static final int THEMES = 5;
    private static final String FEW = "100 terms, inflected, spans";
    /** Ten times the terms, drawn alike; a few words said everywhere are among them by chance, so more than ten times as much is found. */
    private static final String MANY = "1000 terms, inflected, spans";
    /** Each hundred of the thousand by itself: a tenth of what the thousand find. */
    private static final String MEAN = "the mean of its ten hundreds";
    /** The hundred, and 900 of long words alone: what is looked for grows and what is found hardly does. */
    private static final String RARE = "100 terms and 900 rare ones, spans";

    private SuggestComparison() {
    }

    private interface Pass {
        long over(Transcript transcript);
    }

    /**
     * Prints a table.
     *
     * @param args how many interviews, and how many rounds
     * @throws Exception if anything fails: a benchmark has nothing to mend
     */
    public static void main(String[] args) throws Exception {
        int count = args.length > 0 ? Integer.parseInt(args[0]) : 1000;
        int rounds = args.length > 1 ? Integer.parseInt(args[1]) : 5;
        Path texts = Path.of("target", "benchmark", "interviews-" + count);
        Map<String, String> ids = Interviews.write(texts, count);
        double megabytes = 0;
        for (String id : ids.keySet()) {
            megabytes += Files.size(texts.resolve(id + ".txt")) / 1e6;
        }
        Analysis analysis = Analysis.of(Language.DANISH);
        List<List<Token>> terms = terms(texts, List.copyOf(ids.keySet()), 1000, false, analysis);
        var seldom = new ArrayList<>(terms.subList(0, 100));
        seldom.addAll(terms(texts, List.copyOf(ids.keySet()), 900, true, analysis));
        var passes = new LinkedHashMap<String, Pass>();
        var inflected = IndicatorSuggester.of(codebook(terms.subList(0, 100), false), analysis);
        var many = IndicatorSuggester.of(codebook(terms, false), analysis);
        var rare = IndicatorSuggester.of(codebook(seldom, false), analysis);
        var hundreds = new ArrayList<IndicatorSuggester>();
        for (int from = 0; from < terms.size(); from += 100) {
            hundreds.add(IndicatorSuggester.of(codebook(terms.subList(from, from + 100), false), analysis));
        }
        var exact = IndicatorSuggester.of(codebook(terms.subList(0, 100), true), analysis);
        var automaton = new AhoCorasickDoubleArrayTrie<String>();
        var keys = new TreeMap<String, String>();
        terms.subList(0, 100).forEach(t -> keys.put(words(t), words(t)));
        automaton.build(keys);
        passes.put("100 terms, inflected, suggestions", t -> inflected.suggest(t).size());
        passes.put("100 terms, exact, spans", t -> spans(exact, t));
        passes.put("100 terms, Aho-Corasick, spans", t -> whole(automaton, t));
        passes.put(FEW, t -> spans(inflected, t));
        passes.put(MANY, t -> spans(many, t));
        passes.put(RARE, t -> spans(rare, t));
        System.out.println("exact forms: " + same(exact, automaton, texts, ids.keySet()));
        System.out.printf(Locale.ROOT, "%d interviews, %.1f MB, %s%n", count, megabytes, analysis.version());
        var seconds = new LinkedHashMap<String, double[]>();
        var times = new TreeMap<String, double[]>();
        var hits = new TreeMap<String, Long>();
        for (int round = 0; round < rounds; round++) {
            for (var pass : passes.entrySet()) {
                for (int threads = 1; threads <= 2; threads++) {
                    var found = new AtomicLong();
                    double s = time(texts, List.copyOf(ids.keySet()), threads, pass.getValue(), found);
                    if (threads == 1) {
                        times.computeIfAbsent(pass.getKey(), k -> new double[rounds])[round] = s;
                        hits.put(pass.getKey(), found.get());
                    }
                    seconds.computeIfAbsent("%-36s %d thread%s %8d found".formatted(pass.getKey(), threads, threads > 1 ? "s," : ", ", found.get()), k -> new double[rounds])[round] = s;
                }
            }
            var found = new AtomicLong();
            for (var hundred : hundreds) {
                times.computeIfAbsent(MEAN, k -> new double[rounds])[round] += time(texts, List.copyOf(ids.keySet()), 1, t -> spans(hundred, t), found) / hundreds.size();
            }
            hits.put(MEAN, found.get() / hundreds.size());
        }
        secondPass(texts, ids, analysis, Map.of("100 terms", inflected, "1000 terms", many), megabytes, rounds);
        for (var line : seconds.entrySet()) {
            Arrays.sort(line.getValue());
            System.out.printf(Locale.ROOT, "%s  %5.2f s (best %5.2f)  %5.1f MB/s%n", line.getKey(), line.getValue()[rounds / 2], line.getValue()[0], megabytes / line.getValue()[rounds / 2]);
        }
        times.values().forEach(Arrays::sort);
        for (var pair : List.of(List.of(MANY, FEW), List.of(MANY, MEAN), List.of(RARE, FEW))) {
            double[] more = times.get(pair.get(0));
            double[] fewer = times.get(pair.get(1));
            System.out.printf(Locale.ROOT, "%s, beside %s, one thread: %.2f times the time (best rounds %.2f), %.1f times the spans%n", pair.get(0), pair.get(1), more[rounds / 2] / fewer[rounds / 2],
                more[0] / fewer[0], (double) hits.get(pair.get(0)) / hits.get(pair.get(1)));
        }
    }

    /** Spans over an index that is there already, by one thread; megabytes are those of the files. */
    private static void secondPass(Path texts, Map<String, String> ids, Analysis analysis, Map<String, IndicatorSuggester> suggesters, double megabytes, int rounds) throws IOException {
        Path folder = texts.resolveSibling(texts.getFileName() + "-index");
        try (var index = TranscriptIndex.open(folder, analysis)) {
            index.update(ids, id -> Interviews.read(texts, id));
            for (var suggester : new TreeMap<>(suggesters).entrySet()) {
                double[] seconds = new double[rounds];
                var found = new long[1];
                for (int round = 0; round < rounds; round++) {
                    found[0] = 0;
                    long start = System.nanoTime();
                    index.turns(suggester.getValue().set(), turn -> found[0] += turn.role() == Role.RESPONDENT ? suggester.getValue().unread(turn, turn.span().start()).size() : 0);
                    seconds[round] = (System.nanoTime() - start) / 1e9;
                }
                Arrays.sort(seconds);
                System.out.printf(Locale.ROOT, "%-27s second pass, index %8d found  %5.2f s (best %5.2f)  %5.1f MB/s%n", suggester.getKey(), found[0], seconds[rounds / 2], seconds[0],
                    megabytes / seconds[rounds / 2]);
            }
        }
    }

    /** The automaton knows one space between words and nothing else, so only such spans of ours are its. */
    private static String same(IndicatorSuggester exact, AhoCorasickDoubleArrayTrie<String> automaton, Path texts, Iterable<String> ids) throws IOException {
        long ours = 0;
        long its = 0;
        for (String id : ids) {
            Transcript transcript = Interviews.read(texts, id);
            its += whole(automaton, transcript);
            var scan = exact.scan();
            for (Turn turn : transcript.turns()) {
                if (turn.role() == Role.RESPONDENT) {
                    ours += exact.unread(transcript.text(), turn.span(), scan).stream()
                        .filter(h -> ('"' + h.evidence().getFirst().in(transcript.text()).toLowerCase(Locale.ROOT) + '"').equals(h.indicator().indicator().find())).count();
                }
            }
        }
        return ours + " as written with single spaces, " + its + " by the automaton" + (ours == its ? "" : ": NOT THE SAME");
    }

    private static long spans(IndicatorSuggester suggester, Transcript transcript) {
        long found = 0;
        var scan = suggester.scan();
        for (Turn turn : transcript.turns()) {
            if (turn.role() == Role.RESPONDENT) {
                found += suggester.unread(transcript.text(), turn.span(), scan).size();
            }
        }
        return found;
    }

    /** The automaton on respondents' turns in small letters; a hit inside a longer word is none. */
    private static long whole(AhoCorasickDoubleArrayTrie<String> automaton, Transcript transcript) {
        var found = new long[1];
        for (Turn turn : transcript.turns()) {
            if (turn.role() == Role.RESPONDENT) {
                String text = turn.span().in(transcript.text()).toLowerCase(Locale.ROOT);
                automaton.parseText(text, (begin, end, term) -> {
                    boolean word = (begin == 0 || !Character.isLetterOrDigit(text.charAt(begin - 1))) && (end == text.length() || !Character.isLetterOrDigit(text.charAt(end)));
                    found[0] += word ? 1 : 0;
                });
            }
        }
        return found[0];
    }

    private static double time(Path texts, List<String> ids, int threads, Pass pass, AtomicLong found) throws InterruptedException {
        var next = new AtomicInteger();
        var workers = new ArrayList<Thread>();
        long start = System.nanoTime();
        for (int i = 0; i < threads; i++) {
            workers.add(Thread.ofPlatform().start(() -> {
                long sum = 0;
                for (int k = next.getAndIncrement(); k < ids.size(); k = next.getAndIncrement()) {
                    try {
                        sum += pass.over(Interviews.read(texts, ids.get(k)));
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                }
                found.addAndGet(sum);
            }));
        }
        for (Thread worker : workers) {
            worker.join();
        }
        return (System.nanoTime() - start) / 1e9;
    }

    /** Runs of two or three words as respondents say them, with a word of six letters or more, or of such words alone, from anywhere in the interviews. */
    private static List<List<Token>> terms(Path texts, List<String> ids, int count, boolean rare, Analysis analysis) throws IOException {
        var random = new Random(rare ? 8 : 7);
        var terms = new ArrayList<List<Token>>();
        var seen = new LinkedHashSet<String>();
        while (terms.size() < count) {
            Transcript transcript = Interviews.read(texts, ids.get(random.nextInt(ids.size())));
            Turn turn = transcript.turns().get(1 + 2 * random.nextInt(transcript.turns().size() / 2));
            var tokens = analysis.tokens(transcript.text(), turn.span());
            int at = random.nextInt(tokens.size() - 3);
            var term = tokens.subList(at, at + 2 + random.nextInt(2));
            boolean row = term.getLast().position() - term.getFirst().position() == term.size() - 1
                && transcript.text().substring(term.getFirst().start(), term.getLast().end()).equalsIgnoreCase(words(term));
            if (row && term.stream().anyMatch(t -> t.exact().length() >= 6 && t.exact().length() <= 9) && (!rare || term.stream().allMatch(t -> t.exact().length() >= 6)) && seen.add(words(term))) {
                terms.add(List.copyOf(term));
            }
        }
        return terms;
    }

    private static String words(List<Token> term) {
        return String.join(" ", term.stream().map(Token::exact).toList());
    }

    private static Codebook codebook(List<List<Token>> terms, boolean exact) {
        var themes = new ArrayList<Theme>();
        for (int t = 0; t < THEMES; t++) {
            var indicators = new ArrayList<Indicator>();
            for (int i = t; i < terms.size(); i += THEMES) {
                indicators.add(new Indicator(exact ? '"' + words(terms.get(i)) + '"' : words(terms.get(i)), 0.5, Polarity.POSITIVE));
            }
            themes.add(new Theme("t" + t, Wording.NONE, Wording.NONE, List.of(), List.of(), "", "", indicators, List.of(), List.of(), List.of()));
        }
        return new Codebook("benchmark", "1", Wording.NONE, themes);
    }
}
