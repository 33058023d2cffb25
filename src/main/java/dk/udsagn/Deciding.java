package dk.udsagn;

import dk.udsagn.codebook.Codebook;
import dk.udsagn.codebook.Polarity;
import dk.udsagn.coding.Coding;
import dk.udsagn.coding.Codings;
import dk.udsagn.coding.Decision;
import dk.udsagn.coding.Place;
import dk.udsagn.coding.Reanchoring;
import dk.udsagn.coding.Status;
import dk.udsagn.exchange.DecisionLog;
import dk.udsagn.exchange.StudyFile;
import dk.udsagn.suggest.Suggestion;
import dk.udsagn.transcript.Transcript;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;

/** What people and rules decide on words: checked, and on disk before a call returns. */
final class Deciding {
    private final StudyFile file;
    private final Codebooks codebooks;
    private final Transcripts transcripts;
    private final DecisionLog log;
    private final KeptTexts texts;
    private final Anchoring anchoring;
    private final InstantSource clock;

    Deciding(StudyFile file, Codebooks codebooks, Transcripts transcripts, DecisionLog log, KeptTexts texts, InstantSource clock) {
        this.file = file;
        this.codebooks = codebooks;
        this.transcripts = transcripts;
        this.log = log;
        this.texts = texts;
        this.anchoring = new Anchoring(transcripts, texts);
        this.clock = clock;
    }

    int record(List<Suggestion> suggestions) throws IOException {
        var codings = log.history().codings();
        var recorded = Recorded.all(codings);
        Instant at = at();
        var fresh = new ArrayList<Decision>();
        Transcript transcript = null;
        for (Suggestion s : suggestions) {                            // they come in the order of transcripts: each is read once
            if (codings.knows(s.id())) {
                continue;
            }
            if (transcript == null || !transcript.id().equals(s.place().transcript())) {
                transcript = transcripts.read(s.place().transcript());
            }
            if (!recorded.has(s, transcript.text())) {
                fresh.add(new Decision.Suggested(new Decision.Entry(s.id(), at, Coding.SUGGESTER, Study.LIBRARY), s.content(), s.rule()));
            }
        }
        append(fresh);
        return fresh.size();
    }

    Coding code(Place place, String theme, String coder, Polarity polarity, Optional<String> why) throws IOException {
        Codebook codebook = codebooks.now();
        codebook.theme(theme);
        var content = new Decision.Content(place, theme, codebook.version(), polarity, Status.ASSERTED);
        return coding(new Decision.Laid(entry(coder), content, why));
    }

    Reviewing review() throws IOException {
        return new Reviewing(log.history(), this::append, this::entry);
    }

    Coding note(String coding, String memo, String coder) throws IOException {
        log.history().codings().coding(coding);
        if (memo.isBlank()) {
            throw new IllegalArgumentException("a memo needs words");
        }
        decision(new Decision.Noted(entry(coder), coding, memo));
        return log.history().codings().coding(coding);
    }

    /** Records what is certain, and gives what was found. */
    Reanchoring reanchor(String coder) throws IOException {
        var entry = entry(coder);
        var history = log.history();
        var found = anchoring.of(history.codings());
        append(found.decisions(history, entry.at(), coder, Study.LIBRARY));
        return found;
    }

    Decision merge(String theme, String into, String coder, Optional<String> why) throws IOException {
        return codebooks.merge(theme, into, why, log.history().codings(), this::append, entry(coder));
    }

    Decision split(String theme, String part, List<String> ids, String coder, Optional<String> why) throws IOException {
        return codebooks.split(theme, part, ids, why, log.history().codings(), this::append, entry(coder));
    }

    private Coding coding(Decision decision) throws IOException {
        return Codings.of(List.of(decision(decision))).coding(decision.entry().id());
    }

    private Decision decision(Decision decision) throws IOException {
        append(List.of(decision));
        return decision;
    }

    /** With the words around those coded, which are what is left when the transcript is edited and its old text is not kept. */
    private void append(List<? extends Decision> decisions) throws IOException {
        var known = new HashMap<String, Optional<String>>();
        for (Decision decision : decisions) {
            Optional<Place> place = decision.place();
            if (place.isPresent() && known.putIfAbsent(place.get().digest(), Optional.empty()) == null) {
                known.put(place.get().digest(), text(place.get()));
            }
        }
        log.append(decisions, digest -> known.getOrDefault(digest, Optional.empty()));
    }

    private Optional<String> text(Place place) throws IOException {
        if (!texts.has(place.digest()) && transcripts.files().containsKey(place.transcript())) {
            Transcript now = transcripts.read(place.transcript());
            if (now.digest().equals(place.digest())) {
                texts.keep(now);
                return Optional.of(now.text());
            }
        }
        return texts.kept(place.digest());
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
