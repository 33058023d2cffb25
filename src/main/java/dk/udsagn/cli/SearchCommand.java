package dk.udsagn.cli;

import dk.udsagn.Study;
import dk.udsagn.exchange.Json;
import dk.udsagn.index.Search;
import dk.udsagn.transcript.Role;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "search", description = "Finds words, in any of their forms, and shows them in context.")
final class SearchCommand extends Verb {
    @Parameters(index = "0", paramLabel = "STUDY", description = "the study's folder")
    Path study;

    @Parameters(index = "1", paramLabel = "QUERY", description = "words; \"exact words\"; A near/5 B; AND, OR, NOT; theme:helped")
    String query;

    @Option(names = "--role", paramLabel = "R", description = "interviewer, respondent or other")
    Optional<String> role = Optional.empty();

    @Option(names = "--respondent", paramLabel = "ID", description = "only this respondent's words")
    Optional<String> respondent = Optional.empty();

    @Option(names = "--theme", paramLabel = "ID", description = "only words under this theme")
    Optional<String> theme = Optional.empty();

    @Option(names = "--limit", paramLabel = "N", description = "at most so many hits")
    Optional<Integer> limit = Optional.empty();

    @Option(names = "--context", paramLabel = "N", defaultValue = "60", description = "so many characters on either side")
    int context;

    @Option(names = "--within", paramLabel = "UNIT", defaultValue = "turn", description = "what a query has to hold in: turn or sentence")
    Search.Unit within;

    @Option(names = "--order", paramLabel = "ORDER", defaultValue = "text", description = "how hits are sorted: text or relevance")
    Search.Order order;

    @Override public Integer call() throws IOException {
        int most = limit.map(n -> atLeast(1, "--limit", n)).orElse(Integer.MAX_VALUE);
        atLeast(0, "--context", context);
        role.ifPresent(Role::of);
        try (var opened = Study.open(study)) {
            Names.respondent(respondent, opened);
            if (theme.isPresent()) {
                Names.theme(theme, opened, opened.codings());
            }
            String whole = and("theme", theme, and("respondent", respondent, and("role", role, query)));
            try (var hits = opened.search(Search.of(whole).within(within).by(order).withContext(context))) {
                hits.limit(most).forEach(p -> print(Json.object("transcript", p.transcript(), "respondent", p.respondent(), "turn", p.turn(),
                    "start", p.span().start(), "end", p.span().end(), "left", p.left(), "quote", p.quote(), "right", p.right()),
                    "%s:%d  %s[%s]%s".formatted(p.transcript(), p.turn(), flat("." + p.left() + ".").replaceAll("^\\.|\\.$", ""), flat(p.quote()),
                        flat("." + p.right() + ".").replaceAll("^\\.|\\.$", ""))));
            }
            opened.told().forEach(this::aside);
            if (isSilent()) {
                aside("nothing found for " + query + role.map(r -> ", role " + r).orElse("") + respondent.map(r -> ", respondent " + r).orElse("") + theme.map(t -> ", theme " + t).orElse(""));
            }
        }
        return 0;
    }

    private static String and(String field, Optional<String> value, String query) {
        return value.map(v -> "(" + query + ") AND " + field + ":" + (v.matches("[\\p{L}\\p{N}_.-]+") ? v : "\"" + v + "\"")).orElse(query);
    }
}
