package dk.udsagn.suggest;

import dk.udsagn.codebook.Codebook;
import dk.udsagn.coding.Decision;
import dk.udsagn.coding.Place;
import dk.udsagn.transcript.Transcript;
import dk.udsagn.transcript.Turn;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Writes out what was gathered in one transcript; its digest is worked out once, and only if needed. */
final class SuggestionSheet {
    private final String transcript;
    private final Supplier<String> known;
    private final Codebook codebook;
    private final String kind;
    private final String version;
    private String digest = "";

    SuggestionSheet(Transcript transcript, Codebook codebook, String kind, String version) {
        this(transcript.id(), transcript::digest, codebook, kind, version);
    }

    /** {@code digest} is what the transcript's text is known by. */
    SuggestionSheet(String transcript, Supplier<String> digest, Codebook codebook, String kind, String version) {
        this.transcript = transcript;
        this.known = digest;
        this.codebook = codebook;
        this.kind = kind;
        this.version = version + ", codebook " + codebook.id() + " " + codebook.version();
    }

    boolean isOf(String id) {
        return transcript.equals(id);
    }

    /** With what the id is made from: what a learner found alike changes as it learns, and a rejection is to outlast that. */
    Suggestion suggestion(Turn turn, Gathered found, String words, double score, List<String> key) {
        return suggestion(turn.number(), turn.respondent(), found, words, score, key);
    }

    /** Of a turn by its number and respondent; {@code words} are those of the passage. */
    Suggestion suggestion(int turn, Optional<String> respondent, Gathered found, String words, double score, List<String> key) {
        digest = digest.isEmpty() ? known.get() : digest;
        var place = new Place(transcript, digest, found.passage(), words);
        var content = new Decision.Content(place, found.theme(), codebook.version(), found.polarity(), found.status());
        var rule = new Decision.Rule(found.theme() + ": " + String.join(" + ", found.finds()), version, score, found.evidence());
        return new Suggestion(Suggestion.id(kind, found.theme(), digest, found.passage(), key), turn, respondent, content, rule);
    }
}
