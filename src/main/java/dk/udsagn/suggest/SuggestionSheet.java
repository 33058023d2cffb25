package dk.udsagn.suggest;

import dk.udsagn.codebook.Codebook;
import dk.udsagn.coding.Decision;
import dk.udsagn.coding.Place;
import dk.udsagn.transcript.Transcript;
import dk.udsagn.transcript.Turn;
import java.util.List;

/** Writes out what was gathered in one transcript; its digest is worked out once, and only if needed. */
final class SuggestionSheet {
    private final Transcript transcript;
    private final Codebook codebook;
    private final String kind;
    private final String version;
    private String digest = "";

    SuggestionSheet(Transcript transcript, Codebook codebook, String kind, String version) {
        this.transcript = transcript;
        this.codebook = codebook;
        this.kind = kind;
        this.version = version + ", codebook " + codebook.id() + " " + codebook.version();
    }

    Suggestion suggestion(Turn turn, Gathered found, double score) {
        return suggestion(turn, found, score, found.finds());
    }

    /** With what the id is made from: what a learner found alike changes as it learns, and a rejection is to outlast that. */
    Suggestion suggestion(Turn turn, Gathered found, double score, List<String> key) {
        digest = digest.isEmpty() ? transcript.digest() : digest;
        var place = new Place(transcript.id(), digest, found.passage(), found.passage().in(transcript.text()));
        var content = new Decision.Content(place, found.theme(), codebook.version(), found.polarity(), found.status());
        var rule = new Decision.Rule(found.theme() + ": " + String.join(" + ", found.finds()), version, score, found.evidence());
        return new Suggestion(Suggestion.id(kind, found.theme(), digest, found.passage(), key), turn.number(), turn.respondent(), content, rule);
    }
}
