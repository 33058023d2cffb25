package dk.udsagn.exchange;

import dk.udsagn.coding.Coding;
import dk.udsagn.coding.Codings;
import dk.udsagn.transcript.LossReport.Act;
import dk.udsagn.transcript.Transcript;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes the texts and their originals into an archive, and counts there where each coding stands: a text is read once and left again. */
final class RefiOutTexts {
    /** Zip entries carry a time; the same study is to give the same bytes. */
    private static final LocalDateTime NO_CLOCK = LocalDateTime.of(1980, 1, 1, 0, 0);
    /** Where a coding stands, counted as the standard does. */
    record Placed(Coding coding, int start, int end) {
    }

    /** A picture, recording or film that came with the study from another program. */
    record Media(String kind, String guid, String name, String path) {
    }

    private final StudyData data;
    private final Codings codings;
    private final Losses losses;
    private final Map<String, List<Placed>> placed = new LinkedHashMap<>();
    private final Map<String, String> originals = new HashMap<>();                // source id to the ending of its original

    private final Map<String, Media> media = new LinkedHashMap<>();                // by the name of the file beside the study

    private final RefiOutRecordings recordings;
    private final Map<String, Object> times = new LinkedHashMap<>();               // source id to when its words were said
    private int timed;

    RefiOutTexts(StudyData data, Codings codings, Losses losses) {
        this.data = data;
        this.codings = codings;
        this.losses = losses;
        this.recordings = new RefiOutRecordings(data, losses);
    }

    static void entry(ZipOutputStream zip, String name) throws IOException {
        var entry = new ZipEntry(name);
        entry.setTimeLocal(NO_CLOCK);
        zip.putNextEntry(entry);
    }

    /** The GUID of a source. */
    String source(String id) {
        return data.remembered().getOrDefault("source/" + id, RefiGuid.orOf("source", id));
    }

    /** The GUID by which cases and sets refer to a source: the recording's where it is the transcript of one, a PDF's own where its original is one. */
    String reference(String id) {
        String recording = recordings.media(id);
        return recording != null ? recording : isPdf(id) ? pdf(id) : source(id);
    }

    /** Where the original lies in the archive; empty where there is none. */
    String original(String id) {
        return originals.containsKey(id) ? "internal://" + RefiGuid.of("original", source(id)) + "." + originals.get(id) : "";
    }

    /** What lies on each source. */
    Map<String, List<Placed>> placed() {
        return placed;
    }

    /** What lies beside the study and goes out again, by its name. */
    Map<String, Media> media() {
        return media;
    }

    /** The recordings that go out again with their transcripts. */
    RefiOutRecordings recordings() {
        return recordings;
    }

    /** When the words of the sources were said, as our own note has it, but for those whose time marks say it. */
    Map<String, Object> times() {
        return times;
    }

    /** How many stretches of these sources have a time. */
    int timed() {
        return timed;
    }

    private String pdf(String id) {
        return data.remembered().getOrDefault("pdf/" + id, RefiGuid.of("pdf", id));
    }

    boolean isPdf(String id) {
        return "pdf".equals(originals.get(id));
    }

    /** Each text is packed while it is looked up where its codings stand. */
    void write(ZipOutputStream zip, Relay relay) throws IOException {
        var byTranscript = codings.all().stream().collect(Collectors.groupingBy(c -> c.place().transcript()));
        for (var source : data.sources()) {
            String text = source.text().read();
            String marked = text.startsWith("\uFEFF") ? "\uFEFF" + text : text;       // the first is taken for a mark
            relay.hand(() -> {
                entry(zip, "sources/" + source(source.id()) + ".txt");
                zip.write(marked.getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            });
            var positions = RefiText.of(marked);
            var here = new ArrayList<Placed>();
            for (Coding c : byTranscript.getOrDefault(source.id(), List.of())) {
                if (c.span().end() > text.length() || !text.startsWith(c.place().words(), c.span().start())) {
                    losses.add(Act.LEFT_OUT, "coding", "its words do not stand there any more; was the transcript edited after coding?", source.id() + ": " + c.place().words(), 0);
                } else {
                    here.add(new Placed(c, positions.codePoint(c.span().start()), positions.codePoint(c.span().end())));
                }
            }
            placed.put(source.id(), here);
            var said = source.text().times();
            String digest = said.isEmpty() && !recordings.isTranscript(source.id()) ? "" : Transcript.digest(text);
            if (!said.equals(recordings.place(source.id(), digest, positions, text.length(), here)) && !said.isEmpty()) {
                times.put(source.id(), RefiOwn.timed(digest, said));
                timed += said.size();
            }
            if (source.original().isPresent()) {
                relay.finish();
                original(zip, source.id(), source.original().get());
            }
        }
        relay.finish();
        for (var aside : data.asides()) {
            String was = data.remembered().get(RefiBeside.MEDIA + aside.name());
            if (was != null) {
                media(zip, aside, JsonView.of("remembered file " + aside.name(), 1, was));
            }
        }
        byTranscript.forEach((id, all) -> {
            if (!placed.containsKey(id)) {
                losses.add(Act.LEFT_OUT, "coding", "the study has no such transcript", id, 0, all.size());
            }
        });
    }

    private void original(ZipOutputStream zip, String source, StudyData.Aside original) throws IOException {
        String ending = original.name().substring(original.name().lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        if (!ending.equals("docx") && !ending.equals("pdf")) {
            losses.add(Act.LEFT_OUT, "original of a source", "the standard takes docx and pdf; its text travels", original.name(), 0);
            return;
        }
        originals.put(source, ending);
        entry(zip, "sources/" + RefiGuid.of("original", source(source)) + "." + ending);
        copy(zip, original, "original of a source");
    }

    private void media(ZipOutputStream zip, StudyData.Aside aside, JsonView was) throws IOException {
        int dot = aside.name().lastIndexOf('.');
        String file = RefiGuid.of("media", was.text("guid")) + (dot < 0 ? "" : aside.name().substring(dot));
        entry(zip, "sources/" + file);
        zip.setLevel(Deflater.NO_COMPRESSION);                                     // they are packed as they are; and silence that shrinks to nothing looks like a bomb
        copy(zip, aside, was.text("kind"));
        zip.setLevel(Deflater.BEST_SPEED);
        media.put(aside.name(), new Media(was.text("kind"), was.text("guid"), was.text("name"), "internal://" + file));
    }

    private void copy(ZipOutputStream zip, StudyData.Aside aside, String what) throws IOException {
        try (var in = aside.bytes().open()) {
            if (in.transferTo(zip) > Integer.MAX_VALUE) {
                losses.add(Act.GUESSED, what, "it is larger than the 2 GB the standard allows; other programs may refuse it", aside.name(), 0);
            }
        }
        zip.closeEntry();
    }
}
