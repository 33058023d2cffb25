package dk.udsagn.cli;

import dk.udsagn.Study;
import dk.udsagn.coding.Decision;
import dk.udsagn.exchange.Json;
import dk.udsagn.suggest.Informative;
import dk.udsagn.suggest.Suggestion;
import dk.udsagn.transcript.Span;
import dk.udsagn.transcript.Transcript;
import dk.udsagn.transcript.Turn;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Writes suggestions out, with the words each goes by. They may come in any order: a few transcripts are kept at hand. */
final class SuggestionLines {
    private static final int AT_HAND = 16;
    private final Verb verb;
    private final Study study;
    private final Map<String, Transcript> read = new LinkedHashMap<>(AT_HAND, .75f, true) {
        private static final long serialVersionUID = 1L;

        @Override protected boolean removeEldestEntry(Map.Entry<String, Transcript> eldest) {
            return size() > AT_HAND;
        }
    };

    SuggestionLines(Verb verb, Study study) {
        this.verb = verb;
        this.study = study;
    }

    void print(Suggestion s) throws IOException {
        print(s.id(), s.content(), s.rule(), Optional.of(s.turn()), s.respondent(), transcript(s.place().transcript()), Optional.empty());
    }

    /** A recorded one: what its transcript says now may be another text than the one it was made on. */
    void print(Informative<Decision.Suggested> one) throws IOException {
        var s = one.suggestion();
        Transcript transcript = study.transcripts().contains(s.content().place().transcript()) ? transcript(s.content().place().transcript()) : null;
        boolean same = transcript != null && transcript.digest().equals(s.content().place().digest());
        Optional<Turn> turn = same ? transcript.turnAt(s.content().place().span().start()) : Optional.empty();
        print(s.entry().id(), s.content(), s.rule(), turn.map(Turn::number), turn.flatMap(Turn::respondent), same ? transcript : null, Optional.of(one));
    }

    private void print(String id, Decision.Content c, Decision.Rule rule, Optional<Integer> turn, Optional<String> respondent, Transcript transcript,
                       Optional<Informative<Decision.Suggested>> one) {
        var place = c.place();
        verb.print(Json.object("id", id, "transcript", place.transcript(), "respondent", respondent, "turn", turn, "theme", c.theme(), "start", place.span().start(),
            "end", place.span().end(), "quote", place.words(), "polarity", c.polarity().word(), "status", c.status().word(), "score", rule.score(), "rule", rule.name(),
            "evidence", rule.evidence().stream().map(e -> Json.object("start", e.start(), "end", e.end(), "quote", words(e, c, transcript))).toList(),
            "uncertainty", one.map(i -> rounded(i.uncertainty())), "novelty", one.map(i -> rounded(i.novelty()))),
            String.format(Locale.ROOT, "%s  %s:%s  %s (%s, %s, %.2f%s)  %s\n      %s", id, place.transcript(), turn.map(String::valueOf).orElse("?"), c.theme(), c.polarity().word(),
                c.status().word(), rule.score(), one.map(i -> String.format(Locale.ROOT, "; doubt %.2f, new %.2f", i.uncertainty(), i.novelty())).orElse(""),
                Verb.flat(place.words()), rule.name()));
    }

    private static double rounded(double value) {
        return Math.round(value * 10_000) / 10_000.0;
    }

    private static Optional<String> words(Span evidence, Decision.Content c, Transcript transcript) {
        Span all = c.place().span();
        if (evidence.start() >= all.start() && evidence.end() <= all.end()) {
            return Optional.of(c.place().words().substring(evidence.start() - all.start(), evidence.end() - all.start()));
        }
        return transcript == null ? Optional.empty() : Optional.of(evidence.in(transcript.text()));
    }

    private Transcript transcript(String id) throws IOException {
        Transcript known = read.get(id);
        if (known == null) {
            known = study.transcript(id);
            read.put(id, known);
        }
        return known;
    }
}
