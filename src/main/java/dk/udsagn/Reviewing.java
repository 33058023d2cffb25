package dk.udsagn;

import dk.udsagn.codebook.Polarity;
import dk.udsagn.coding.Coding;
import dk.udsagn.coding.Codings;
import dk.udsagn.coding.Decision;
import dk.udsagn.coding.History;
import dk.udsagn.coding.Place;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/** What people decide on suggestions and codings. Of many at once all are decided on, or, when one cannot be, none. */
final class Reviewing {
    /** Where decisions go; forced to disk when it returns. */
    interface Log {
        void append(List<Decision> decisions) throws IOException;
    }

    /** Makes a decision's entry; knows who may decide. */
    interface Entries {
        Decision.Entry of(String coder) throws IOException;
    }

    private final History history;
    private final Codings codings;
    private final Log log;
    private final Entries entries;

    Reviewing(History history, Log log, Entries entries) {
        this.history = history;
        this.codings = history.codings();
        this.log = log;
        this.entries = entries;
    }

    List<Coding> accept(Collection<String> suggestions, String coder, Optional<Polarity> polarity, Optional<String> why) throws IOException {
        entries.of(coder);                                     // an unknown coder is told before anything else
        var accepted = new ArrayList<Decision>();
        for (Decision.Suggested s : undecidedBy(coder, suggestions)) {
            var c = s.content();
            var content = new Decision.Content(c.place(), c.theme(), c.codebookVersion(), polarity.orElse(c.polarity()), c.status());
            accepted.add(new Decision.Accepted(entries.of(coder), s.entry().id(), content, s.rule(), why));
        }
        log.append(accepted);
        var made = Codings.of(accepted);
        return accepted.stream().map(d -> made.coding(d.entry().id())).toList();
    }

    List<Decision> reject(Collection<String> suggestions, String coder, Optional<String> why) throws IOException {
        entries.of(coder);
        var rejected = new ArrayList<Decision>();
        for (Decision.Suggested s : undecidedBy(coder, suggestions)) {
            rejected.add(new Decision.Rejected(entries.of(coder), s.entry().id(), s.content(), s.rule(), why));
        }
        log.append(rejected);
        return List.copyOf(rejected);
    }

    Coding respan(String id, Place place, String coder, Optional<String> why) throws IOException {
        var entry = entries.of(coder);
        var decisions = new ArrayList<Decision>();
        Optional<Coding> own = coding(id);
        Decision.Content content;
        String target = id;
        if (own.isPresent()) {
            if (!own.get().coder().equals(coder)) {
                throw new IllegalArgumentException("coding " + id + " is " + own.get().coder() + "'s; only " + own.get().coder() + " can lay it on other words");
            }
            content = own.get().content();
        } else if (codings.knows(id)) {
            var s = undecidedBy(coder, List.of(id)).getFirst();
            content = s.content();
            var accepted = new Decision.Accepted(entry, id, content, s.rule(), why);
            decisions.add(accepted);
            target = accepted.entry().id();
            entry = entries.of(coder);
        } else {
            throw new NoSuchElementException("there is neither a coding nor a recorded suggestion \"" + id + "\"; codings and review list print their ids");
        }
        if (!content.place().transcript().equals(place.transcript())) {
            throw new IllegalArgumentException(id + " lies in transcript " + content.place().transcript() + ", the new words in " + place.transcript()
                + "; withdraw it and lay the theme there anew");
        }
        decisions.add(new Decision.Respanned(entry, target, content.at(place), why));
        log.append(decisions);
        return history.plus(decisions).codings().coding(target);
    }

    Decision withdraw(String id, String coder, Optional<String> why) throws IOException {
        var entry = entries.of(coder);
        Decision found = decision(id);
        if (found instanceof Decision.Suggested) {
            throw new IllegalArgumentException("\"" + id + "\" is a suggestion and nobody's coding; reject it");
        }
        if (!found.entry().coder().equals(coder)) {
            throw new IllegalArgumentException((coding(id).isPresent() ? "coding " : "decision ") + id + " is " + found.entry().coder()
                + "'s; only " + found.entry().coder() + " can withdraw it");
        }
        if (history.withdrawn().contains(id)) {
            throw new NoSuchElementException("coding or decision \"" + id + "\" was withdrawn before");
        }
        var withdrawn = new Decision.Withdrawn(entry, id, why);
        log.append(List.of(withdrawn));
        return withdrawn;
    }

    Place placeOf(String id) {
        return coding(id).map(Coding::place)
            .or(() -> codings.knows(id) ? Optional.of(codings.suggestion(id).content().place()) : Optional.empty())
            .orElseThrow(() -> new NoSuchElementException("there is neither a coding nor a recorded suggestion \"" + id + "\"; codings and review list print their ids"));
    }

    private Optional<Coding> coding(String id) {
        return history.decision(id).filter(d -> (d instanceof Decision.Laid || d instanceof Decision.Accepted) && !history.withdrawn().contains(id)).map(d -> codings.coding(id));
    }

    Decision decision(String id) {
        return history.decision(id).orElseThrow(() -> new NoSuchElementException("there is no coding or decision \"" + id + "\" among the "
            + codings.all().size() + " codings and " + history.decisions().size() + " decisions there are"));
    }

    /** The suggestions, each known and not yet decided on by the coder; one that others decided on is open to this coder. */
    private List<Decision.Suggested> undecidedBy(String coder, Collection<String> ids) {
        var found = new ArrayList<Decision.Suggested>();
        for (String id : new LinkedHashSet<>(ids)) {
            found.add(codings.suggestion(id));
        }
        for (String id : ids) {
            for (Decision d : history.about(id)) {
                boolean verdict = d instanceof Decision.Accepted || d instanceof Decision.Rejected;
                if (verdict && d.entry().coder().equals(coder) && !history.withdrawn().contains(d.entry().id())) {
                    throw new IllegalArgumentException("suggestion " + id + " was " + d.act() + " by " + coder + " before, with decision " + d.entry().id()
                        + "; withdraw that one first");
                }
            }
        }
        return found;
    }
}
