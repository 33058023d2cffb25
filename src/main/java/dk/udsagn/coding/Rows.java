package dk.udsagn.coding;

import dk.udsagn.transcript.Span;
import java.util.Optional;

/** Decisions as an audit shows them. */
final class Rows {
    private final History history;

    Rows(History history) {
        this.history = history;
    }

    History.Row row(Decision d) {
        String detail = switch (d) {
            case Decision.Suggested s -> s.rule().name();
            case Decision.Accepted a -> a.rule().name();
            case Decision.Rejected r -> r.rule().name();
            case Decision.Noted n -> n.memo();
            case Decision.Moved m -> "from " + text(m.from().span()) + " to " + text(m.to().span());
            case Decision.Merged m -> "into " + m.into();
            case Decision.Split s -> "into " + String.join(", ", s.parts().values().stream().distinct().toList()) + ": " + s.parts().size();
            case Decision.Laid l -> "";
            case Decision.Respanned r -> "";
            case Decision.Withdrawn w -> history.decision(w.target()).map(Decision::act).orElse("");
        };
        Optional<String> why = switch (d) {
            case Decision.Laid l -> l.why();
            case Decision.Accepted a -> a.why();
            case Decision.Rejected r -> r.why();
            case Decision.Respanned r -> r.why();
            case Decision.Withdrawn w -> w.why();
            case Decision.Merged m -> m.why();
            case Decision.Split s -> s.why();
            case Decision.Moved m -> Optional.of(m.why());
            case Decision.Suggested s -> Optional.empty();
            case Decision.Noted n -> Optional.empty();
        };
        Optional<Decision.Content> content = subject(d);
        String theme = d instanceof Decision.Merged m ? m.theme() : d instanceof Decision.Split s ? s.theme() : content.map(Decision.Content::theme).orElse("");
        String codebook = d instanceof Decision.Merged m ? m.codebookVersion() : d instanceof Decision.Split s ? s.codebookVersion()
            : content.map(Decision.Content::codebookVersion).orElse("");
        Optional<Place> place = d instanceof Decision.Moved m ? Optional.of(m.to()) : content.map(Decision.Content::place);
        return new History.Row(d.entry().id(), d.entry().at(), d.entry().coder(), d.act(), History.target(d), theme, place, detail, why, d.entry().library(), codebook);
    }

    private static String text(Span span) {
        return span.start() + "-" + span.end();
    }

    /** What a decision is about: its own content, or that of the decision it names, through withdrawals of withdrawals. */
    private Optional<Decision.Content> subject(Decision decision) {
        Optional<Decision> at = Optional.of(decision);
        for (int steps = 0; at.isPresent() && steps < 100; steps++) {
            var content = at.get() instanceof Decision.Respanned r ? Optional.of(r.content()) : Decisions.content(at.get());
            if (content.isPresent()) {
                return content;
            }
            at = History.target(at.get()).flatMap(history::decision);
        }
        return Optional.empty();
    }
}
