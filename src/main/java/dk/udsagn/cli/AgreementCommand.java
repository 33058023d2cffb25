package dk.udsagn.cli;

import dk.udsagn.Study;
import dk.udsagn.agreement.Coefficient;
import dk.udsagn.agreement.Unit;
import dk.udsagn.exchange.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "agreement", description = "Whether coders agree, on respondents' words: every coefficient, or why there is none.")
final class AgreementCommand extends Verb {
    @Parameters(paramLabel = "STUDY", description = "the study's folder")
    Path study;

    @Option(names = "--coders", paramLabel = "A,B[,C]", split = ",", required = true, description = "two or more coders")
    List<String> coders;

    @Option(names = "--unit", paramLabel = "turn|sentence|character", defaultValue = "turn", description = "what is compared")
    String unit;

    @Option(names = "--theme", paramLabel = "ID", description = "only this theme")
    Optional<String> theme = Optional.empty();

    @Option(names = "--disagreements", description = "not the coefficients but the words on which the coders differ")
    boolean disagreements;

    @Override public Integer call() throws IOException {
        try (var opened = Study.open(study)) {
            theme.ifPresent(opened.codebook()::theme);
            var report = opened.agreement(coders.stream().map(String::strip).toList(), Unit.of(unit));
            if (format == Format.TEXT) {
                out().println("respondents' words; " + report.basis());
            }
            if (disagreements) {
                report.disagreements().stream().filter(d -> theme.isEmpty() || theme.get().equals(d.theme())).forEach(d -> print(Json.object("theme", d.theme(), "transcript", d.transcript(),
                    "turn", d.turn(), "start", d.span().start(), "end", d.span().end(), "words", d.words(), "marked", d.marked(), "laid", d.laid(), "not", d.not()),
                    "%-28s %s:%d  %s: yes, %s: no  %s".formatted(d.theme(), d.transcript(), d.turn(), String.join(", ", d.laid()), String.join(", ", d.not()), flat(String.join(" (…) ", d.marked())))));
                if (isSilent()) {
                    aside("the coders differ nowhere" + theme.map(t -> " on " + t).orElse(""));
                }
                return 0;
            }
            for (var row : report.rows()) {
                if (theme.isPresent() && !theme.equals(row.theme())) {
                    continue;
                }
                String named = "%-28s %-24s ".formatted(row.theme().orElse("(all themes)"), row.measure());
                switch (row.coefficient()) {
                    case Coefficient.Value v -> print(Json.object("theme", row.theme(), "measure", row.measure(), "value", v.value(), "observed", v.observed(),
                        "expected", v.expected(), "units", v.units(), "low", v.interval().map(i -> i.low()), "high", v.interval().map(i -> i.high())),
                        named + String.format(Locale.ROOT, "%7.4f%s  (%d units)", v.value(),
                            v.interval().map(i -> String.format(Locale.ROOT, "  [%.3f, %.3f]", i.low(), i.high())).orElse(""), v.units()));
                    case Coefficient.Undefined u -> print(Json.object("theme", row.theme(), "measure", row.measure(), "undefined", u.why()),
                        named + "undefined: " + u.why());
                }
            }
        }
        return 0;
    }
}
