package dk.udsagn.cli;

import dk.udsagn.Study;
import dk.udsagn.coding.Decision;
import dk.udsagn.coding.Place;
import dk.udsagn.coding.Reanchoring;
import dk.udsagn.exchange.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "reanchor", description = {"Where the words of codings stand in transcripts that were edited or renamed after coding.",
    "Without --coder it only shows; with it, what is certain is recorded in that person's name. Exit 1 when something is left to decide by hand."})
final class ReanchorCommand extends Verb {
    @Parameters(paramLabel = "STUDY", description = "the study's folder")
    Path study;

    @Option(names = "--coder", paramLabel = "ID", description = "who answers for it: record what is certain")
    Optional<String> coder = Optional.empty();

    @Override public Integer call() throws IOException {
        try (var opened = Study.open(study)) {
            var found = coder.isPresent() ? opened.reanchor(coder.get()) : opened.reanchoring();
            var history = opened.history();
            found.certain().forEach(this::print);
            found.doubts().forEach(d -> print(d, history.decision(d.target()).orElseThrow()));
            aside(found.certain().size() + (coder.isPresent() ? " moved and recorded by " + coder.get() : " certain, nothing recorded yet")
                + ", " + found.doubts().size() + " to be placed by hand");
            return found.doubts().isEmpty() ? 0 : 1;
        }
    }

    private void print(Reanchoring.Anchor a) {
        print(Json.object("target", a.target(), "certain", true, "from", json(a.from()), "to", json(a.to()), "why", a.why()),
            a.target() + "  " + place(a.from()) + " → " + place(a.to()) + "  \"" + flat(a.to().words()) + "\""
                + (flat(a.from().words()).equals(flat(a.to().words())) ? "" : " (was \"" + flat(a.from().words()) + "\")") + "  " + a.why());
    }

    private void print(Reanchoring.Doubt d, Decision decision) {
        var text = new StringBuilder(d.target() + "  " + place(d.content().place()) + " → ?  \"" + flat(d.content().place().words()) + "\"  " + d.content().theme() + ", "
            + decision.entry().coder() + ": " + d.why());
        d.candidates().forEach(c -> text.append("\n    perhaps ").append(place(c)).append("  \"").append(flat(c.words())).append('"'));
        print(Json.object("target", d.target(), "certain", false, "coder", decision.entry().coder(), "act", decision.act(), "theme", d.content().theme(),
            "from", json(d.content().place()), "candidates", d.candidates().stream().map(ReanchorCommand::json).toList(), "why", d.why()), text.toString());
    }

    private static String place(Place p) {
        return p.transcript() + " " + p.span().start() + ":" + p.span().end();
    }

    private static Map<String, Object> json(Place p) {
        return Json.object("transcript", p.transcript(), "start", p.span().start(), "end", p.span().end(), "quote", p.words());
    }
}
