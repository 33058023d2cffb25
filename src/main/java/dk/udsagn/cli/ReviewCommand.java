package dk.udsagn.cli;

import dk.udsagn.Study;
import dk.udsagn.coding.Decision;
import dk.udsagn.exchange.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "review", description = "Accepts or rejects recorded suggestions; withdraws a coder's own codings.")
final class ReviewCommand extends Verb {
    enum Act { ACCEPT, REJECT, WITHDRAW }

    @Parameters(index = "0", paramLabel = "STUDY", description = "the study's folder")
    Path study;

    @Parameters(index = "1", paramLabel = "accept|reject|withdraw", description = "what to do")
    Act act;

    @Parameters(index = "2..*", paramLabel = "ID", arity = "1..*", description = "ids of suggestions; of codings to withdraw")
    List<String> ids;

    @Option(names = "--coder", paramLabel = "ID", required = true, description = "who decides")
    String coder;

    @Option(names = "--why", paramLabel = "TEXT", description = "the reason")
    Optional<String> why = Optional.empty();

    @Override public Integer call() throws IOException {
        try (var opened = Study.open(study)) {
            var codings = opened.codings();
            for (String id : ids) {                           // all or none: an unknown id stops the command before anything is written
                if (act == Act.WITHDRAW) {
                    codings.coding(id);
                } else {
                    codings.suggestion(id);
                }
            }
            for (String id : ids) {
                switch (act) {
                    case ACCEPT -> CodingsCommand.print(this, opened, opened.accept(id, coder, why));
                    case REJECT -> print(opened.reject(id, coder, why), "rejected", id);
                    case WITHDRAW -> print(opened.withdraw(id, coder, why), "withdrawn", id);
                }
            }
        }
        return 0;
    }

    private void print(Decision decision, String act, String target) {
        var e = decision.entry();
        print(Json.object("id", e.id(), "at", e.at().toString(), "coder", e.coder(), "act", act, "target", target, "why", why), e.id() + "  " + act + " " + target + " by " + e.coder());
    }
}
