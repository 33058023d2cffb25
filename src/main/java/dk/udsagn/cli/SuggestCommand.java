package dk.udsagn.cli;

import dk.udsagn.Study;
import dk.udsagn.codebook.Codebook;
import dk.udsagn.exchange.Json;
import dk.udsagn.suggest.Informative;
import dk.udsagn.suggest.Suggestion;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "suggest", description = "Proposes codings, with the words each goes by. They are nobody's codings until a person accepts them.")
final class SuggestCommand extends Verb {
    private static final int SHOWN = 60;

    @Parameters(paramLabel = "STUDY", description = "the study's folder")
    Path study;

    @Option(names = "--by", paramLabel = "indicator,example", split = ",",
        description = "what suggestions go by: one or both (default: both where three interviews are coded or a words.json lies beside the codebook, else indicator)")
    Set<Study.By> wanted = Set.of();

    private Set<Study.By> by = Set.of();

    @Option(names = "--theme", paramLabel = "ID", description = "only for this theme")
    Optional<String> theme = Optional.empty();

    @Option(names = "--record", description = "write them to the log, for review")
    boolean record;

    enum Order { INFORMATIVE, TEXT }

    @Option(names = "--order", paramLabel = "informative|text", defaultValue = "informative",
        description = "informative: score in doubt, rule and words decided on least, first; text: as they stand in the transcripts")
    Order order;

    @Option(names = "--limit", paramLabel = "N", description = "print at most so many")
    Optional<Integer> limit = Optional.empty();

    @Option(names = "--curve", description = "not the suggestions, but how far their scores can be believed: what scored so was held right so often")
    boolean curve;

    @Option(names = "--explain", paramLabel = "TRANSCRIPT:TURN", description = "not the suggestions, but what each theme comes to in one answer, and so why it is proposed there or not")
    Optional<String> explain = Optional.empty();

    @Override public Integer call() throws IOException {
        int most = limit.map(n -> atLeast(1, "--limit", n)).orElse(Integer.MAX_VALUE);
        try (var opened = Study.open(study)) {
            theme.ifPresent(opened.codebook()::theme);
            by = wanted.isEmpty() ? opened.usual() : wanted;
            if (curve) {
                var points = opened.curve(by).points();
                if (points.stream().allMatch(p -> p.count() == 0)) {
                    aside("too few answers are coded to judge scores by");
                    return 0;
                }
                points.forEach(p -> print(Json.object("score", p.raw(), "right", p.right(), "judgements", p.count()),
                    String.format(Locale.ROOT, "score %.2f: %.2f right, of %d judgements", p.raw(), p.right(), p.count())));
                return 0;
            }
            if (explain.isPresent()) {
                explain(opened, explain.get());
                return 0;
            }
            var suggestions = opened.suggest(by).stream().filter(s -> theme.isEmpty() || theme.get().equals(s.theme())).toList();
            if (record) {
                int fresh = opened.record(suggestions);
                aside(fresh + " suggestions recorded, " + (suggestions.size() - fresh) + " were there already");
            }
            if (order == Order.INFORMATIVE) {
                suggestions = Informative.order(suggestions, opened.codings()).stream().map(Informative::suggestion).toList();
            }
            var lines = new SuggestionLines(this, opened);
            for (Suggestion suggestion : suggestions.subList(0, Math.min(suggestions.size(), most))) {
                lines.print(suggestion);
            }
            if (isSilent()) {
                aside("nothing to suggest" + theme.map(t -> " for theme " + t).orElse("") + "; --explain TRANSCRIPT:TURN says why of one answer");
            }
        }
        return 0;
    }

    private void explain(Study opened, String where) throws IOException {
        int colon = where.lastIndexOf(':');
        if (!where.matches("(?s).+:[0-9]{1,9}")) {
            throw new IllegalArgumentException("--explain \"" + where + "\" names no answer; write transcript and turn, as in --explain A:12");
        }
        String id = where.substring(0, colon);
        int turn = Integer.parseInt(where.substring(colon + 1));
        Optional<String> wanted = theme.map(t -> root(opened.codebook(), t));
        var silent = new ArrayList<String>();
        for (var c : opened.explain(id, turn, by)) {
            if (wanted.isPresent() && !wanted.get().equals(c.theme())) {
                continue;
            }
            var rejected = c.isProposed() ? rejected(opened, id, turn, c.theme()) : List.<String>of();
            String came = (c.isProposed() && rejected.isEmpty() ? "proposed" : "not proposed") + (rejected.isEmpty() ? "" : ", since rejected by " + String.join(", ", rejected))
                + (c.score().isEmpty() ? "" : String.format(Locale.ROOT, ": scores %.2f, needs %.2f", c.score().getAsDouble(), c.least()));
            String found = (c.found().isEmpty() ? "" : "; found: " + shown(c.found())) + (c.asked().isEmpty() ? "" : (c.found().isEmpty() ? "; found in the question only, which by itself proposes nothing: " : "; in the question: ") + shown(c.asked()));
            if (c.score().isEmpty() && c.asked().isEmpty()) {
                silent.add(c.theme());
            }
            if (format == Format.JSON || !silent.contains(c.theme())) {
                print(Json.object("theme", c.theme(), "score", c.score(), "least", c.least(), "proposed", c.isProposed() && rejected.isEmpty(), "found", c.found(), "asked", c.asked(), "rejectedBy", some(rejected)),
                    "%-28s %s".formatted(c.theme(), flat(came + found)));
            }
        }
        if (!silent.isEmpty() && format == Format.TEXT) {
            out().print("not proposed, since no indicator is found in the answer: " + String.join(", ", silent) + "\n");
        }
    }

    /** Who turned down a suggestion of a theme, or of one under it, on words of this turn. */
    private static List<String> rejected(Study opened, String id, int turn, String theme) throws IOException {
        var words = opened.transcript(id).turns().get(turn - 1).span();
        var codings = opened.codings();
        return codings.rejected().stream().filter(r -> r.content().place().transcript().equals(id) && r.content().place().span().overlaps(words) && root(opened.codebook(), r.content().theme()).equals(theme))
            .map(r -> r.entry().coder()).distinct().toList();
    }

    private static String root(Codebook codebook, String theme) {
        return codebook.parent(theme).map(p -> root(codebook, p.id())).orElse(theme);
    }

    /** Indicators on one line, for people: long ones by their beginning. */
    private static String shown(List<String> finds) {
        return String.join(" + ", finds.stream().map(f -> f.codePointCount(0, f.length()) <= SHOWN ? f : f.substring(0, f.offsetByCodePoints(0, SHOWN - 1)) + "…").toList());
    }

    private static Optional<List<String>> some(List<String> names) {
        return names.isEmpty() ? Optional.empty() : Optional.of(names);
    }
}
