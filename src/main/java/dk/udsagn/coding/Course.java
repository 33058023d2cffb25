package dk.udsagn.coding;

import dk.udsagn.transcript.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What has become of one coding or suggestion by all that was decided on it since. Looks at nothing else, so that one costs no more among a million. */
final class Course {
    private final Decision made;
    private final List<Decision> about;
    private List<String> memos = List.of();
    private Decision.Content content;
    private Optional<List<Span>> evidence = Optional.empty();

    private Course(Decision made, Decision.Content content, List<Decision> about) {
        this.made = made;
        this.content = content;
        this.about = about;
    }

    /** Empty for what is neither coding, suggestion nor rejection, and for what was taken back. */
    static Optional<Course> of(Decision made, History history) {
        var content = Decisions.content(made);
        if (content.isEmpty() || !history.stands(made)) {
            return Optional.empty();
        }
        var about = history.about(made.entry().id());
        if (!about.isEmpty()) {                                     // few have any
            about = about.stream().filter(history::stands).toList();
        }
        var course = new Course(made, content.get(), about);
        List<Decision> changes = about;
        if (!history.themes().isEmpty()) {
            changes = new ArrayList<>(about);
            changes.addAll(history.themes());
            changes.sort(History.TIME);
        }
        changes.forEach(course::change);
        return Optional.of(course);
    }

    private void change(Decision decision) {
        switch (decision) {
            case Decision.Respanned d -> content = d.content();
            case Decision.Noted d -> {
                memos = new ArrayList<>(memos);
                memos.add(d.memo());
            }
            case Decision.Moved d -> {
                if (content.place().equals(d.from())) {
                    content = content.at(d.to());
                    evidence = Optional.of(d.evidence());
                }
            }
            case Decision.Merged d -> {
                if (History.TIME.compare(made, d) < 0) {
                    retheme(d.theme(), d.into());
                }
            }
            case Decision.Split d -> Optional.ofNullable(d.parts().get(made.entry().id())).ifPresent(part -> retheme(d.theme(), part));
            case Decision.Laid d -> { }
            case Decision.Suggested d -> { }
            case Decision.Accepted d -> { }
            case Decision.Rejected d -> { }
            case Decision.Withdrawn d -> { }
        }
    }

    private void retheme(String theme, String other) {
        if (content.theme().equals(theme)) {
            content = content.withTheme(other);
        }
    }

    /** The coding it is; empty for what is none. */
    Optional<Coding> coding() {
        return switch (made) {
            case Decision.Laid d -> Optional.of(coding(Optional.empty(), d.why()));
            case Decision.Accepted d -> Optional.of(coding(Optional.of(rule(d.rule())), d.why()));
            default -> Optional.empty();
        };
    }

    private Coding coding(Optional<Decision.Rule> rule, Optional<String> why) {
        return new Coding(made.entry().id(), made.entry().coder(), content, rule, why, memos, made.entry().at());
    }

    /** The suggestion it is, decided on or not; empty for what is none. */
    Optional<Decision.Suggested> suggestion() {
        return made instanceof Decision.Suggested d ? Optional.of(content == d.content() && evidence.isEmpty() ? d : new Decision.Suggested(d.entry(), content, rule(d.rule())))
            : Optional.empty();
    }

    Optional<Decision.Rejected> rejection() {
        return made instanceof Decision.Rejected d ? Optional.of(content == d.content() ? d : new Decision.Rejected(d.entry(), d.target(), content, d.rule(), d.why()))
            : Optional.empty();
    }

    /** Whether nobody has decided on it. */
    boolean isOpen() {
        return about.stream().noneMatch(d -> d instanceof Decision.Accepted || d instanceof Decision.Rejected);
    }

    private Decision.Rule rule(Decision.Rule rule) {
        return evidence.map(moved -> new Decision.Rule(rule.name(), rule.version(), rule.score(), moved)).orElse(rule);
    }
}
