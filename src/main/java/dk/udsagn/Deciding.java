package dk.udsagn;

import dk.udsagn.codebook.Codebook;
import dk.udsagn.codebook.Polarity;
import dk.udsagn.coding.Coding;
import dk.udsagn.coding.Codings;
import dk.udsagn.coding.Decision;
import dk.udsagn.coding.Place;
import dk.udsagn.coding.Status;
import dk.udsagn.exchange.DecisionLog;
import dk.udsagn.exchange.StudyFile;
import dk.udsagn.suggest.Suggestion;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;

/** What people and rules decide on words: checked, and on disk before a call returns. */
final class Deciding {
    private final StudyFile file;
    private final Codebook codebook;
    private final DecisionLog log;
    private final InstantSource clock;

    Deciding(StudyFile file, Codebook codebook, DecisionLog log, InstantSource clock) {
        this.file = file;
        this.codebook = codebook;
        this.log = log;
        this.clock = clock;
    }

    int record(List<Suggestion> suggestions) throws IOException {
        var known = log.history().codings();
        Instant at = at();
        var fresh = suggestions.stream().filter(s -> !known.knows(s.id())).map(s -> new Decision.Suggested(
            new Decision.Entry(s.id(), at, Coding.SUGGESTER, Study.LIBRARY), s.content(), s.rule())).toList();
        log.append(fresh);
        return fresh.size();
    }

    Coding code(Place place, String theme, String coder, Polarity polarity, Optional<String> why) throws IOException {
        codebook.theme(theme);
        var content = new Decision.Content(place, theme, codebook.version(), polarity, Status.ASSERTED);
        return coding(new Decision.Laid(entry(coder), content, why));
    }

    Reviewing review() throws IOException {
        return new Reviewing(log.history(), log::append, this::entry);
    }

    private Coding coding(Decision decision) throws IOException {
        return Codings.of(List.of(decision(decision))).coding(decision.entry().id());
    }

    private Decision decision(Decision decision) throws IOException {
        log.append(List.of(decision));
        return decision;
    }

    private Decision.Entry entry(String coder) throws IOException {
        if (coder.equals(Coding.SUGGESTER)) {
            throw new IllegalArgumentException("\"" + coder + "\" is the name suggestions are recorded under; a person needs another");
        }
        var coders = file.coders().stream().map(c -> c.id()).toList();
        if (!coders.isEmpty() && !coders.contains(coder)) {
            throw new NoSuchElementException("study.json has no coder \"" + coder + "\"; it has " + coders + "; add the new one there");
        }
        return new Decision.Entry(UUID.randomUUID().toString().replace("-", "").substring(0, 16), at(), coder, Study.LIBRARY);
    }

    /** Now, or past the last decision should the clock have run backwards: the order of time is the order of deciding. */
    private Instant at() throws IOException {
        return log.after(clock.instant().truncatedTo(ChronoUnit.MILLIS));
    }
}
