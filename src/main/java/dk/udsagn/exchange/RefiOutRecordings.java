package dk.udsagn.exchange;

import dk.udsagn.exchange.RefiTimes.Mark;
import dk.udsagn.transcript.LossReport.Act;
import dk.udsagn.transcript.Span;
import dk.udsagn.transcript.Times;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The recordings that came along and lie beside the study, each with its transcripts, and where the time marks stand now. A selection of a transcript lies between two
 * marks: where none stands at its edge, one without a time is put there, since nobody knows when those words were said.
 */
final class RefiOutRecordings {
    private final Losses losses;
    private final List<RefiRecording> all = new ArrayList<>();
    private final Map<String, RefiRecording> itself = new HashMap<>();                   // source id to the transcript that the source is
    private final Map<String, TreeMap<Integer, List<Mark>>> marks = new HashMap<>();    // GUID of a transcript to its marks, by place in code points

    RefiOutRecordings(StudyData data, Losses losses) {
        this.losses = losses;
        var media = RefiBeside.media(data.remembered());
        var beside = data.asides().stream().map(StudyData.Aside::name).collect(Collectors.toSet());
        var order = new HashMap<String, Integer>();
        data.sources().forEach(s -> order.put(s.id(), order.size()));
        for (var recording : RefiRecording.all(data.remembered())) {
            String file = media.getOrDefault(recording.media(), "");
            if (order.containsKey(recording.source()) && beside.contains(file)) {
                all.add(recording);
                if (recording.guid().equals(StudyMerge.guid(data, "source", recording.source()))) {
                    itself.put(recording.source(), recording);
                }
            } else if (order.containsKey(recording.source())) {
                losses.add(Act.LEFT_OUT, "recording of a transcript", "its file does not lie beside the study any more; the transcript goes out as a text", recording.source() + " " + file, 0);
            }
        }
        all.sort(Comparator.comparing(r -> order.get(r.source())));
    }

    /** The transcripts of a recording. */
    List<RefiRecording> of(String media) {
        return all.stream().filter(r -> r.media().equals(media)).toList();
    }

    /** GUID of the recording that a source is the transcript of; null where it is none, or goes out as a text of its own too. */
    String media(String source) {
        var recording = itself.get(source);
        return recording == null ? null : recording.media();
    }

    boolean isTranscript(String source) {
        return all.stream().anyMatch(r -> r.source().equals(source));
    }

    boolean isItself(RefiRecording recording) {
        return itself.get(recording.source()) == recording;
    }

    /** Finds where the marks of a source's transcripts stand; returns what they say of when its words were said. */
    Map<Span, Times> place(String source, String digest, RefiText text, int length, List<RefiOutTexts.Placed> placed) {
        var said = new ArrayList<Mark>();
        for (var recording : all) {
            if (recording.source().equals(source)) {
                var here = new TreeMap<Integer, List<Mark>>();
                marks.put(recording.guid(), here);
                if (recording.digest().equals(digest)) {
                    recording.marks().forEach(m -> here.computeIfAbsent(text.codePoint(m.at()), k -> new ArrayList<>()).add(m));
                    said.addAll(recording.marks());
                } else if (!recording.marks().isEmpty()) {
                    losses.add(Act.LEFT_OUT, "time mark", "the transcript was edited since it came with its recording, and it is not certain where they belong now", source, 0, recording.marks().size());
                }
                if (isItself(recording)) {
                    for (var p : placed) {
                        edge(here, source, p.start(), p.coding().span().start());
                        edge(here, source, p.end(), p.coding().span().end());
                    }
                }
            }
        }
        said.sort(Comparator.comparingInt(Mark::at));
        return RefiTimes.of(said, length);
    }

    private static void edge(Map<Integer, List<Mark>> marks, String source, int codePoint, int at) {
        marks.computeIfAbsent(codePoint, k -> List.of(new Mark(RefiRecording.edge(source, at), at, OptionalLong.empty())));
    }

    /** The mark at which words begin: of several at one place, the last begins what follows. */
    String from(String source, int codePoint) {
        return marks.get(itself.get(source).guid()).get(codePoint).getLast().guid();
    }

    /** The mark at which words end: of several at one place, the first ends what is before. */
    String to(String source, int codePoint) {
        return marks.get(itself.get(source).guid()).get(codePoint).getFirst().guid();
    }

    void marks(RefiXmlWriter xml, RefiRecording recording) {
        marks.get(recording.guid()).forEach((codePoint, here) -> here.forEach(m -> xml.empty("SyncPoint", "guid", m.guid(), "timeStamp",
            m.ms().isPresent() ? String.valueOf(m.ms().getAsLong()) : "", "position", String.valueOf(codePoint))));
    }
}
