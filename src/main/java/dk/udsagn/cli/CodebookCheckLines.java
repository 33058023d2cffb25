package dk.udsagn.cli;

import dk.udsagn.exchange.Json;
import dk.udsagn.suggest.CodebookCheck;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** What a codebook's own examples show, a line a theme. */
final class CodebookCheckLines {
    private final Verb verb;

    CodebookCheckLines(Verb verb) {
        this.verb = verb;
    }

    /** The exit status: 1 when a theme does not come up to both shares, or something else is wrong with examples or indicators. */
    int print(CodebookCheck result, double precision, double recall) {
        int below = 0;
        for (var t : result.themes()) {
            below += t.precision().orElse(1) < precision || t.recall().orElse(1) < recall ? 1 : 0;
            var mixed = result.confused().stream().filter(c -> c.theme().equals(t.theme())).toList();
            verb.print(Json.object("theme", t.theme(), "precision", t.precision(), "recall", t.recall(),
                    "confusedWith", mixed.stream().map(c -> Json.object("theme", c.found(), "times", c.times())).toList(),
                    "neverFound", indicators(result.neverFound(), t.theme()), "oftenWrong", indicators(result.oftenWrong(), t.theme())),
                "%-28s precision %s  recall %s%s".formatted(t.theme(), two(t.precision()), two(t.recall()), mixed.stream().map(c -> c.found() + " (" + c.times() + ")")
                    .collect(Collectors.collectingAndThen(Collectors.joining(", "), all -> all.isEmpty() ? "" : "  mixed up with " + all))));
        }
        if (verb.format == Verb.Format.TEXT) {
            result.neverFound().forEach(i -> verb.out().println("never found: " + i.theme() + ", indicator " + i.number() + ": " + i.find()));
            result.oftenWrong().forEach(i -> verb.out().println("often wrong: " + i.theme() + ", indicator " + i.number() + ": " + i.find() + " (right " + i.right() + ", wrong " + i.wrong() + ")"));
        }
        if (!result.untried().isEmpty()) {
            verb.aside("no examples to be tried on: " + String.join(", ", result.untried()));
        }
        result.problems().forEach(p -> verb.aside("problem: " + p));
        if (below > 0) {
            verb.aside(String.format(Locale.ROOT, "%d of %d themes do not come up to precision %.2f and recall %.2f", below, result.themes().size(), precision, recall));
        }
        return below == 0 && result.problems().isEmpty() ? 0 : 1;
    }

    private static Optional<List<?>> indicators(List<CodebookCheck.IndicatorResult> all, String theme) {
        var its = all.stream().filter(i -> i.theme().equals(theme)).map(i -> Json.object("indicator", i.number(), "find", i.find(), "right", i.right(), "wrong", i.wrong())).toList();
        return its.isEmpty() ? Optional.empty() : Optional.of(its);
    }

    private static String two(OptionalDouble share) {
        return share.isPresent() ? String.format(Locale.ROOT, "%.2f", share.getAsDouble()) : "–";
    }
}
