package dk.udsagn.cli;

import dk.udsagn.Study;
import dk.udsagn.codebook.Polarity;
import dk.udsagn.coding.Decision;
import dk.udsagn.coding.Place;
import dk.udsagn.exchange.Json;
import dk.udsagn.suggest.Informative;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "review", description = {"Decides on recorded suggestions, one by one or all that a filter meets; withdraws a coder's own decisions.",
    "list: those nobody has decided on, the most informative first: score in doubt, rule and words decided on least before.",
    "accept, reject: those named, or those that every filter option given meets; all of them or, when one cannot be, none.",
    "respan: lays one suggestion, or a coder's own coding, on other words.", "withdraw: takes codings or other decisions of the coder back."})
final class ReviewCommand extends Verb {
    enum Act { LIST, ACCEPT, REJECT, RESPAN, WITHDRAW }

    @Parameters(index = "0", paramLabel = "STUDY", description = "the study's folder")
    Path study;

    @Parameters(index = "1", paramLabel = "list|accept|reject|respan|withdraw", description = "what to do")
    Act act;

    @Parameters(index = "2..*", paramLabel = "ID", arity = "0..*", description = "ids of suggestions; of codings or decisions to withdraw")
    List<String> ids = List.of();

    @Mixin ReviewFilter filter = new ReviewFilter();

    @Option(names = "--coder", paramLabel = "ID", description = "who decides")
    Optional<String> coder = Optional.empty();

    @Option(names = "--why", paramLabel = "TEXT", description = "the reason")
    Optional<String> why = Optional.empty();

    @Option(names = "--polarity", paramLabel = "P", description = "accept: positive, negative, mixed or neutral instead of the one proposed")
    Optional<String> polarity = Optional.empty();

    @Option(names = "--quote", paramLabel = "TEXT", description = "respan: the words, as they stand in the transcript")
    Optional<String> quote = Optional.empty();

    @Option(names = "--span", paramLabel = "S:E", description = "respan: the place of the words")
    Optional<String> span = Optional.empty();

    @Option(names = "--limit", paramLabel = "N", description = "list: at most so many")
    Optional<Integer> limit = Optional.empty();

    @Override public Integer call() throws IOException {
        fits();
        limit.ifPresent(n -> atLeast(1, "--limit", n));
        try (var opened = Study.open(study)) {
            switch (act) {
                case LIST -> list(opened);
                case ACCEPT -> {
                    for (var coding : opened.accept(wanted(opened), coder.get(), polarity.map(Polarity::of), why)) {
                        CodingsCommand.print(this, opened, coding);
                    }
                }
                case REJECT -> opened.reject(wanted(opened), coder.get(), why).forEach(d -> print(d, "rejected", ((Decision.Rejected) d).target()));
                case RESPAN -> CodingsCommand.print(this, opened, opened.respan(ids.getFirst(), place(opened), coder.get(), why));
                case WITHDRAW -> {
                    for (String id : ids) {
                        opened.decision(id);                  // an unknown id stops the command before anything is written
                    }
                    for (String id : ids) {
                        print(opened.withdraw(id, coder.get(), why), "withdrawn", id);
                    }
                }
            }
        }
        return 0;
    }

    private void fits() {
        String does = act.name().toLowerCase(Locale.ROOT);
        if (act != Act.LIST && coder.isEmpty()) {
            throw new IllegalArgumentException("review " + does + " needs --coder: who decides");
        }
        if (!ids.isEmpty() && filter.isGiven()) {
            throw new IllegalArgumentException("give ids or a filter, not both; found id " + ids.getFirst() + " beside a filter");
        }
        boolean needsIds = act == Act.WITHDRAW || act == Act.RESPAN;
        if (needsIds && ids.isEmpty() || act != Act.LIST && ids.isEmpty() && !filter.isGiven()) {
            throw new IllegalArgumentException("review " + does + " needs " + (needsIds ? "an id" : "ids, or a filter such as --theme; --score 0 meets all"));
        }
        if (act == Act.RESPAN && (ids.size() != 1 || quote.isPresent() == span.isPresent())) {
            throw new IllegalArgumentException("review respan needs one id and either --quote or --span");
        }
        if (act != Act.RESPAN && (quote.isPresent() || span.isPresent())) {
            throw new IllegalArgumentException("--quote and --span go with review respan");
        }
        if (act != Act.ACCEPT && polarity.isPresent()) {
            throw new IllegalArgumentException("--polarity goes with review accept");
        }
    }

    private List<String> wanted(Study opened) throws IOException {
        if (!ids.isEmpty()) {
            return ids;
        }
        var meets = filter.in(opened);
        var found = opened.codings().open().stream().filter(meets).map(s -> s.entry().id()).toList();
        aside(found.size() + (found.size() == 1 ? " suggestion meets the filter" : " suggestions meet the filter"));
        return found;
    }

    private void list(Study opened) throws IOException {
        var meets = ids.isEmpty() ? filter.in(opened) : (Predicate<Decision.Suggested>) s -> ids.contains(s.entry().id());
        var lines = new SuggestionLines(this, opened);
        int left = limit.orElse(Integer.MAX_VALUE);
        for (var one : Informative.open(opened.codings())) {
            if (left > 0 && meets.test(one.suggestion())) {
                lines.print(one);
                left--;
            }
        }
        if (isSilent()) {
            int open = opened.codings().open().size();
            aside(open > 0 ? "none of the " + open + " suggestions that wait meets this" : "no recorded suggestion waits; suggest --record records some");
        }
    }

    /** Words that stand there more than once are those nearest the suggestion or coding: those that share a character with it. */
    private Place place(Study opened) throws IOException {
        Place now = opened.placeOf(ids.getFirst());
        return quote.isPresent() ? opened.place(now, quote.get()) : opened.place(now.transcript(), CodeCommand.span(span.get()));
    }

    private void print(Decision decision, String did, String target) {
        var e = decision.entry();
        print(Json.object("id", e.id(), "at", e.at().toString(), "coder", e.coder(), "act", did, "target", target, "why", why), e.id() + "  " + did + " " + target + " by " + e.coder());
    }
}
