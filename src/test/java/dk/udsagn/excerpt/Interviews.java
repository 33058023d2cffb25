package dk.udsagn.excerpt;

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
import java.util.List;
import java.util.Optional;

/** Small invented interviews for tests: one line a turn, "I: …" or "R: …", and codings on quoted words. */
public final class Interviews {
    private final List<Decision> decisions = new ArrayList<>();

    /** No codings yet. */
    public Interviews() {
    }

    /** A transcript whose "R" is the respondent of its id. */
    public static Transcript transcript(String id, String... lines) {
        String text = String.join("\n", lines) + "\n";
        var turns = new ArrayList<Turn>();
        int at = 0;
        for (String line : lines) {
            var speaker = line.startsWith("I:") ? new Speaker("I", Role.INTERVIEWER) : new Speaker("R", Role.RESPONDENT, Optional.of(id));
            turns.add(new Turn(turns.size() + 1, speaker, new Span(at + 3, at + line.length()), Times.UNKNOWN));
            at += line.length() + 1;
        }
        return new Transcript(id, text, turns, SourceMap.identity(text));
    }

    /** Lays a theme on the first place of the words. */
    public Interviews code(Transcript transcript, String words, String theme, String coder, Polarity polarity) {
        int start = transcript.text().indexOf(words);
        if (start < 0) {
            throw new IllegalArgumentException("not in the transcript: " + words);
        }
        return code(transcript, start, words.length(), theme, coder, polarity);
    }

    /** Lays a theme on so many characters from a place on. */
    public Interviews code(Transcript transcript, int start, int length, String theme, String coder, Polarity polarity) {
        var place = Place.in(transcript, new Span(start, start + length));
        String id = "d" + decisions.size();
        decisions.add(new Decision.Laid(new Decision.Entry(id, Instant.EPOCH.plusSeconds(decisions.size()), coder, "test"),
            new Decision.Content(place, theme, "1", polarity, Status.ASSERTED), Optional.empty()));
        return this;
    }

    /** What the codings come to. */
    public Codings codings() {
        return Codings.of(decisions);
    }
}
