package dk.udsagn.exchange;

import dk.udsagn.codebook.Polarity;
import dk.udsagn.coding.Decision;
import dk.udsagn.coding.Place;
import dk.udsagn.coding.Status;
import dk.udsagn.transcript.Span;
import dk.udsagn.transcript.Transcript;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A study in which somebody goes on coding. */
final class RefiMore {
    private final StudyData data;
    private final List<Decision> decisions;

    RefiMore(StudyData data) {
        this.data = data;
        this.decisions = new ArrayList<>(data.decisions());
    }

    RefiMore laid(String source, int start, int end) throws IOException {
        String text = data.sources().stream().filter(s -> s.id().equals(source)).findFirst().orElseThrow().text().read();
        var place = new Place(source, Transcript.digest(text), new Span(start, end), text.substring(start, end));
        var first = (Decision.Laid) data.decisions().getFirst();
        decisions.add(new Decision.Laid(new Decision.Entry(RefiGuid.of("more", source + start + "-" + end + decisions.size()), Instant.parse("2026-06-01T10:00:00Z").plusSeconds(decisions.size()), first.entry().coder(), first.entry().library()),
            new Decision.Content(place, first.content().theme(), data.codebook().version(), Polarity.NEUTRAL, Status.ASSERTED), Optional.empty()));
        return this;
    }

    StudyData data() {
        return new StudyData(data.study(), data.codebook(), data.sources(), decisions, data.asides(), data.remembered());
    }
}
