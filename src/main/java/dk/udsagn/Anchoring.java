package dk.udsagn;

import dk.udsagn.coding.Coding;
import dk.udsagn.coding.Codings;
import dk.udsagn.coding.Decision;
import dk.udsagn.coding.Place;
import dk.udsagn.coding.Reanchoring;
import dk.udsagn.transcript.FormatException;
import dk.udsagn.transcript.Span;
import dk.udsagn.transcript.Transcript;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Finds the words of codings again in transcripts that were edited, renamed or taken away. Decides nothing; keeps the texts it sees. */
final class Anchoring {
    private static final int CANDIDATES = 5;
    /** Lines at least so long do not stand in two interviews by chance; "Mm. Ja." does. */
    private static final int TELLING = 30;

    private final Transcripts transcripts;
    private final KeptTexts texts;

    Anchoring(Transcripts transcripts, KeptTexts texts) {
        this.transcripts = transcripts;
        this.texts = texts;
    }

    /** What has to be found again. A transcript that cannot be read, or is not there, leaves its codings in doubt. */
    Reanchoring of(Codings codings) throws IOException {
        var laid = new TreeMap<String, List<String>>();                      // transcript to the texts it was coded in
        places(codings).forEach(p -> {
            var digests = laid.computeIfAbsent(p.transcript(), k -> new ArrayList<>());
            if (!digests.contains(p.digest())) {
                digests.add(p.digest());
            }
        });
        var all = new Reanchoring(List.of(), List.of());
        Map<String, String> names = null;
        for (var entry : laid.entrySet()) {
            String id = entry.getKey();
            if (transcripts.files().containsKey(id)) {
                try {
                    Transcript now = transcripts.read(id);
                    if (entry.getValue().contains(now.digest())) {
                        texts.keep(now);
                    }
                    if (!entry.getValue().equals(List.of(now.digest()))) {
                        all = all.and(Reanchoring.of(codings, id, now, texts::keptOrRemembered));
                    }
                } catch (FormatException e) {
                    all = all.and(gone(codings, id, "transcript " + id + " cannot be read: " + e.getMessage()));
                }
                continue;
            }
            names = names == null ? names() : names;
            String renamed = entry.getValue().stream().map(names::get).filter(Objects::nonNull).findFirst().orElse("");
            if (renamed.isEmpty()) {
                renamed = alike(entry.getValue());
            }
            all = all.and(renamed.isEmpty() ? elsewhere(codings, id) : Reanchoring.of(codings, id, transcripts.read(renamed), texts::keptOrRemembered));
        }
        return all;
    }

    static Stream<Place> places(Codings codings) {
        return Stream.concat(codings.stream().map(Coding::place), Stream.concat(codings.open().stream().map(s -> s.content().place()),
            codings.rejected().stream().map(r -> r.content().place())));
    }

    /** Digest to id of the transcripts there are; a text that two of them have is nobody's other name. */
    private Map<String, String> names() throws IOException {
        var names = new LinkedHashMap<String, String>();
        for (String id : transcripts.files().keySet()) {
            try {
                names.merge(transcripts.read(id).digest(), id, (one, other) -> "");
            } catch (FormatException e) {
                // no transcript, so no other name of one; check says what is wrong with it
            }
        }
        names.values().removeIf(String::isEmpty);
        return names;
    }

    /** The one transcript that has most of the lines of a text that was kept, in a file that was both renamed and edited; empty when there is none, or more. */
    private String alike(List<String> digests) throws IOException {
        var kept = digests.stream().map(texts::kept).flatMap(Optional::stream).findFirst();
        if (kept.isEmpty()) {
            return "";
        }
        var lines = kept.get().lines().map(String::strip).filter(l -> l.length() >= TELLING).distinct().toList();
        var found = new ArrayList<String>();
        for (String id : transcripts.files().keySet()) {
            try {
                String text = transcripts.read(id).text();
                if (lines.stream().filter(text::contains).count() * 2 > lines.size()) {
                    found.add(id);
                }
            } catch (FormatException e) {
                // check says what is wrong with it
            }
        }
        return found.size() == 1 ? found.getFirst() : "";
    }

    private static Reanchoring gone(Codings codings, String id, String why) {
        return new Reanchoring(List.of(), contents(codings, id).entrySet().stream().map(e -> new Reanchoring.Doubt(e.getKey(), e.getValue(), List.of(), why)).toList());
    }

    /** The transcript is gone: its words may stand in another, whose file was renamed and edited. */
    private Reanchoring elsewhere(Codings codings, String id) throws IOException {
        var found = new LinkedHashMap<String, List<Place>>();
        var contents = contents(codings, id);
        for (String other : transcripts.files().keySet()) {
            try {
                Transcript transcript = transcripts.read(other);
                String text = transcript.text();
                contents.forEach((target, content) -> {
                    String words = content.place().words();
                    var places = found.computeIfAbsent(target, k -> new ArrayList<>());
                    for (int at = text.indexOf(words); at >= 0 && places.size() < CANDIDATES; at = text.indexOf(words, at + 1)) {
                        places.add(Place.in(transcript, new Span(at, at + words.length())));
                    }
                });
            } catch (FormatException e) {
                // check says what is wrong with it
            }
        }
        String why = "there is no transcript \"" + id + "\" any more, and none with the same text";
        return new Reanchoring(List.of(), contents.entrySet().stream()
            .map(e -> new Reanchoring.Doubt(e.getKey(), e.getValue(), found.getOrDefault(e.getKey(), List.of()), why)).toList());
    }

    private static Map<String, Decision.Content> contents(Codings codings, String id) {
        var contents = new LinkedHashMap<String, Decision.Content>();
        codings.in(id).stream().forEach(c -> contents.put(c.id(), c.content()));
        codings.open().stream().filter(s -> s.content().place().transcript().equals(id)).forEach(s -> contents.put(s.entry().id(), s.content()));
        return contents;
    }
}
