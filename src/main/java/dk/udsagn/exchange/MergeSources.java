package dk.udsagn.exchange;

import dk.udsagn.coding.Place;
import dk.udsagn.transcript.LossReport.Act;
import dk.udsagn.transcript.SourceMap;
import dk.udsagn.transcript.Span;
import dk.udsagn.transcript.Transcript;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which transcript of what came is which transcript here; what was laid on a text that differs is placed only where its words are certain. */
final class MergeSources {
    private final StudyData here;
    private final StudyData there;
    private final Losses losses;
    private final Map<String, String> ids;
    private final Set<String> same = new HashSet<>();                      // ids there whose text is the same here
    private final Map<String, StudyData.Source> byId = new LinkedHashMap<>();
    private final Map<String, Transcript> differing = new HashMap<>();

    MergeSources(StudyData here, StudyData there, Map<String, String> remembered, Losses losses) throws IOException {
        this.here = here;
        this.there = there;
        this.losses = losses;
        here.sources().forEach(s -> byId.put(s.id(), s));
        var guids = new HashSet<String>();
        here.sources().forEach(s -> guids.add(StudyMerge.guid(here, "source", s.id())));
        var alike = new HashMap<String, String>();
        Map<String, String> digests = null;
        for (var s : there.sources()) {
            if (!guids.contains(StudyMerge.guid(there, "source", s.id()))) {
                digests = digests == null ? digests() : digests;
                String found = digests.get(transcript(s.id(), s.text().read()).digest());
                if (found != null) {
                    alike.put(s.id(), found);
                }
            }
        }
        ids = StudyMerge.ids(here, there, "source", byId.keySet(), there.sources().stream().map(StudyData.Source::id).toList(), id -> Optional.ofNullable(alike.get(id)), " ", remembered);
        for (var s : there.sources()) {
            var mine = byId.get(ids.get(s.id()));
            if (mine == null) {
                copy(remembered, s.id());
                same.add(s.id());
            } else {
                String text = mine.text().read();
                if (text.equals(s.text().read())) {
                    same.add(s.id());
                } else {
                    differing.put(s.id(), transcript(mine.id(), text));
                    losses.add(Act.GUESSED, "transcript that differs", "its text is another than here; codings on it were placed where their words stand once, or left out", mine.id(), 0);
                }
            }
        }
    }

    private void copy(Map<String, String> remembered, String id) {
        for (String kind : List.of("name/", "pdf/")) {
            String value = there.remembered().get(kind + id);
            if (value != null) {
                remembered.put(kind + ids.get(id), value);
            }
        }
    }

    /** Which transcript belongs to which recording; what is known of that here stands. */
    void recordings(Map<String, String> remembered) {
        for (var theirs : RefiRecording.all(there.remembered())) {
            if (same.contains(theirs.source())) {
                var mine = theirs.of(ids.get(theirs.source()));
                String before = remembered.putIfAbsent(mine.key(), mine.value());
                if (before != null && !before.equals(mine.value())) {
                    losses.add(Act.LEFT_OUT, "time marks of a recording", "they are others than here; those here stand", mine.source(), 0);
                }
            }
        }
    }

    private Map<String, String> digests() throws IOException {
        var digests = new HashMap<String, String>();
        for (var s : here.sources()) {
            digests.put(transcript(s.id(), s.text().read()).digest(), s.id());
        }
        return digests;
    }

    private static Transcript transcript(String id, String text) {
        return new Transcript(id, text, List.of(), SourceMap.builder().build());
    }

    /** The place here; empty, and told, where there is none that is certain. */
    Optional<Place> place(Place place) {
        String id = ids.get(place.transcript());
        if (id == null) {
            losses.add(Act.LEFT_OUT, "decision", "its transcript did not come along", place.transcript() + ": " + place.words(), 0);
            return Optional.empty();
        }
        if (same.contains(place.transcript())) {
            return Optional.of(id.equals(place.transcript()) ? place : new Place(id, place.digest(), place.span(), place.words()));
        }
        Transcript mine = differing.get(place.transcript());
        int at = mine.text().indexOf(place.words());
        if (at < 0 || mine.text().indexOf(place.words(), at + 1) >= 0) {
            losses.add(Act.LEFT_OUT, "decision", at < 0 ? "its words are not in the transcript here" : "its words stand more than once in the transcript here", place.words(), 0);
            return Optional.empty();
        }
        losses.add(Act.REPAIRED, "decision", "it was moved to where its words stand in the transcript here", place.words(), 0);
        return Optional.of(Place.in(mine, new Span(at, at + place.words().length())));
    }

    /** Transcripts that are not here. */
    List<StudyData.Source> added() {
        var added = new ArrayList<StudyData.Source>();
        for (var s : there.sources()) {
            if (!byId.containsKey(ids.get(s.id()))) {
                added.add(new StudyData.Source(ids.get(s.id()), s.respondents(), s.text(), s.original()));
            }
        }
        return added;
    }

    /** Who speaks in what was added. */
    Map<String, Map<String, String>> speakers() {
        var speakers = new LinkedHashMap<String, Map<String, String>>();
        there.study().speakers().forEach((id, labels) -> {
            if (ids.containsKey(id) && !byId.containsKey(ids.get(id))) {
                speakers.put(ids.get(id), labels);
            }
        });
        return speakers;
    }
}
