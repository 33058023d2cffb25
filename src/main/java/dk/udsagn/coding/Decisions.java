package dk.udsagn.coding;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What can be told of decisions by themselves, without the history they stand in. */
final class Decisions {
    private Decisions() {
    }

    static <T extends Decision> List<T> of(Collection<? extends Decision> all, Class<T> act) {
        return all.stream().filter(act::isInstance).map(act::cast).toList();
    }

    static boolean isAboutThemes(Decision decision) {
        return decision instanceof Decision.Merged || decision instanceof Decision.Split;
    }

    /** Whether two decisions of one id say the same. Two programs may record the same suggestion, each at its own time. */
    static boolean same(Decision a, Decision b) {
        return a.equals(b) || a instanceof Decision.Suggested s && b instanceof Decision.Suggested t && s.content().equals(t.content()) && s.rule().equals(t.rule())
            || a instanceof Decision.Moved m && b instanceof Decision.Moved o && m.target().equals(o.target()) && m.from().equals(o.from()) && m.to().equals(o.to());
    }

    /** What a coding, a suggestion or its rejection was made with. */
    static Optional<Decision.Content> content(Decision decision) {
        return switch (decision) {
            case Decision.Laid d -> Optional.of(d.content());
            case Decision.Suggested d -> Optional.of(d.content());
            case Decision.Accepted d -> Optional.of(d.content());
            case Decision.Rejected d -> Optional.of(d.content());
            case Decision.Respanned d -> Optional.empty();
            case Decision.Withdrawn d -> Optional.empty();
            case Decision.Noted d -> Optional.empty();
            case Decision.Moved d -> Optional.empty();
            case Decision.Merged d -> Optional.empty();
            case Decision.Split d -> Optional.empty();
        };
    }
}
