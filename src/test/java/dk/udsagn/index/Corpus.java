package dk.udsagn.index;

import dk.udsagn.transcript.Role;
import dk.udsagn.transcript.SourceMap;
import dk.udsagn.transcript.Span;
import dk.udsagn.transcript.Speaker;
import dk.udsagn.transcript.Times;
import dk.udsagn.transcript.Transcript;
import dk.udsagn.transcript.Turn;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Small invented transcripts for tests: lines "I: …" are the interviewer's, "A: …" respondent A's. */
final class Corpus {
    private final Map<String, Transcript> transcripts = new TreeMap<>();

    Corpus with(String id, String... lines) {
        String text = String.join("\n", lines);
        var turns = new ArrayList<Turn>();
        int at = 0;
        for (String line : lines) {
            String label = line.substring(0, line.indexOf(':'));
            Speaker speaker = label.equals("I") ? new Speaker(label, Role.INTERVIEWER) : new Speaker(label, Role.RESPONDENT, Optional.of(label));
            turns.add(new Turn(turns.size() + 1, speaker, new Span(at + label.length() + 2, at + line.length()), Times.UNKNOWN));
            at += line.length() + 1;
        }
        transcripts.put(id, new Transcript(id, text, turns, SourceMap.identity(text)));
        return this;
    }

    Corpus without(String id) {
        transcripts.remove(id);
        return this;
    }

    Map<String, String> digests() {
        return transcripts.values().stream().collect(Collectors.toMap(Transcript::id, Transcript::digest));
    }

    Transcript read(String id) {
        return transcripts.get(id);
    }

    List<Transcript> all() {
        return List.copyOf(transcripts.values());
    }

    TranscriptIndex index(Path folder, Analysis analysis) throws IOException {
        var index = TranscriptIndex.open(folder, analysis);
        index.update(digests(), this::read);
        return index;
    }
}
