package dk.udsagn.agreement;

import dk.udsagn.codebook.Polarity;
import dk.udsagn.coding.Codings;
import dk.udsagn.coding.Decision;
import dk.udsagn.coding.Place;
import dk.udsagn.coding.Status;
import dk.udsagn.transcript.Role;
import dk.udsagn.transcript.SourceMap;
import dk.udsagn.transcript.Span;
import dk.udsagn.transcript.Speaker;
import dk.udsagn.transcript.Times;
import dk.udsagn.transcript.Transcript;
import dk.udsagn.transcript.Turn;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An invented study: transcripts from lines "I: …" and "R: …", and codings by quotes. */
final class CodedText {
    private final Map<String, Transcript> transcripts = new LinkedHashMap<>();
    private final List<Decision> decisions = new ArrayList<>();

    CodedText transcript(String id, String... lines) {
        String text = String.join("\n", lines) + "\n";
        var turns = new ArrayList<Turn>();
        int at = 0;
        for (String line : lines) {
            turns.add(new Turn(turns.size() + 1, new Speaker(line.substring(0, 1), line.startsWith("I") ? Role.INTERVIEWER : Role.RESPONDENT),
                new Span(at + 3, at + line.length()), Times.UNKNOWN));
            at += line.length() + 1;
        }
        transcripts.put(id, new Transcript(id, text, turns, SourceMap.identity(text)));
        return this;
    }

    CodedText lay(String coder, String transcript, String quote, String theme) {
        decisions.add(new Decision.Laid(entry(coder), content(transcript, quote, theme), Optional.empty()));
        return this;
    }

    CodedText accept(String coder, String transcript, String quote, String theme) {
        decisions.add(new Decision.Accepted(entry(coder), "s" + decisions.size(), content(transcript, quote, theme),
            new Decision.Rule("rule", "1", 1, List.of()), Optional.empty()));
        return this;
    }

    private Decision.Entry entry(String coder) {
        return new Decision.Entry("d" + decisions.size(), Instant.EPOCH.plusSeconds(decisions.size()), coder, "udsagn test");
    }

    private Decision.Content content(String transcript, String quote, String theme) {
        var in = transcripts.get(transcript);
        int start = in.text().indexOf(quote);
        return new Decision.Content(Place.in(in, new Span(start, start + quote.length())), theme, "1", Polarity.NEUTRAL, Status.ASSERTED);
    }

    List<Transcript> transcripts() {
        return List.copyOf(transcripts.values());
    }

    Codings codings() {
        return Codings.of(decisions);
    }

    Comparison compare(String... coders) {
        return Comparison.of(transcripts(), codings(), List.of(coders));
    }
}
