package dk.udsagn.exchange;

import dk.udsagn.exchange.RefiProject.Packed;
import dk.udsagn.exchange.RefiProject.Selection;
import dk.udsagn.exchange.RefiProject.Text;
import dk.udsagn.transcript.LossReport.Act;
import dk.udsagn.transcript.Span;
import dk.udsagn.transcript.Times;
import dk.udsagn.transcript.Transcript;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The texts of a file: where the words of each are, which study id it has, and all that lies on it. Words are read when they are asked for and never held. */
final class RefiTexts {
    private static final Set<String> ENDINGS = Set.of("txt", "docx", "doc", "rtf", "odt", "pdf", "md", "html", "htm", "srt", "vtt", "mp3", "mp4", "m4a", "wav", "mov");


    /** A text of the file; where it stands is empty for one that did not come along. */
    record Prepared(Text raw, Optional<String> file, String id) {
        boolean isThere() {
            return file.isPresent() || raw.content().isPresent();
        }
    }

    private final RefiArchive archive;
    private final RefiProject project;
    private final RefiNotes notes;
    private final RefiNames names;
    private final List<Prepared> texts = new ArrayList<>();

    /** {@code usedFiles} collects the files of the archive that something refers to. */
    RefiTexts(RefiArchive archive, RefiProject project, RefiNotes notes, RefiNames names, Set<String> usedFiles) {
        this.archive = archive;
        this.project = project;
        this.notes = notes;
        this.names = names;
        prepare(usedFiles);
    }

    List<Prepared> all() {
        return texts;
    }

    /** Finds each text's words and gives it an id. A transcript of a recording whose words are a source already is that source. */
    private void prepare(Set<String> usedFiles) {
        var byFile = new HashMap<String, Integer>();
        var sources = project.texts.stream().filter(t -> t.guids().size() == 1).map(t -> t.plainPath().toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
        // QualCoder lists by age, and a recording is older than its transcript: the source goes first all the same
        for (Text came : project.texts.stream().sorted(Comparator.comparing(t -> t.guids().size() > 1 && !t.plainPath().isBlank() && sources.contains(t.plainPath().toLowerCase(Locale.ROOT)))).toList()) {
            Text raw = annotated(came);
            var file = raw.content().isPresent() || raw.plainPath().isBlank() ? Optional.<String>empty() : archive.find(raw.plainPath());
            file.ifPresent(usedFiles::add);
            String path = raw.plainPath().toLowerCase(Locale.ROOT);
            Integer same = path.isBlank() ? null : byFile.get(path);
            if (same != null) {
                Prepared first = texts.get(same);
                texts.set(same, new Prepared(joined(first.raw, raw), first.file, first.id));
                continue;
            }
            byFile.put(path, texts.size());
            texts.add(new Prepared(raw, file, id(raw)));
        }
    }

    /** QualCoder's annotations: notes whose selections mean the words of the source that refers to them. */
    private Text annotated(Text raw) {
        if (!project.origin.toLowerCase(Locale.ROOT).contains("qualcoder")) {
            return raw;
        }
        var selections = new ArrayList<Selection>();
        for (String ref : raw.noteRefs()) {
            if (notes.has(ref)) {
                notes.note(ref).selections().forEach(s -> selections.add(new Selection(s.guid(), s.name(), s.start(), s.end(), false, "", List.of(), List.of(ref), notes.note(ref).made(), s.line())));
            }
        }
        return selections.isEmpty() ? raw : new Text(raw.guid(), raw.guids(), raw.name(), raw.plainPath(), raw.richPath(), raw.content(), both(raw.selections(), selections), raw.codings(),
            raw.description(), raw.noteRefs().stream().filter(r -> !notes.has(r) || notes.note(r).selections().isEmpty()).toList(), raw.values(), raw.syncs(), raw.made(), raw.line());
    }

    private static Text joined(Text a, Text b) {
        return new Text(a.guid(), both(a.guids(), b.guids()), a.name(), a.plainPath(), a.richPath(), a.content(), both(a.selections(), b.selections()),
            both(a.codings(), b.codings()), a.description(), both(a.noteRefs(), b.noteRefs()), both(a.values(), b.values()), both(a.syncs(), b.syncs()), a.made(), a.line());
    }

    private static <T> List<T> both(List<T> a, List<T> b) {
        var both = new ArrayList<>(a);
        both.addAll(b);
        return both;
    }

    private String id(Text raw) {
        String name = raw.name();
        int dot = name.lastIndexOf('.');
        if (dot > 0 && ENDINGS.contains(name.substring(dot + 1).toLowerCase(Locale.ROOT))) {
            name = name.substring(0, dot);
        }
        String safe = RefiNames.file(name);
        String id = names.id("source", raw.guid(), safe.isEmpty() ? "source-" + raw.guid().substring(0, Math.min(8, raw.guid().length())) : safe, " ");
        if (!raw.name().equals(id) && !names.isKnown("source", raw.guid())) {
            names.remember("name/" + id, raw.name());
        }
        return id;
    }

    /** NVivo ties an annotation's note to its words by a link. Other links have no place in a study. */
    Map<String, List<String>> linked(Losses losses) {
        if (project.links.isEmpty() && project.notes.stream().allMatch(n -> n.selections().isEmpty())) {
            return Map.of();
        }
        var selections = new HashSet<String>();
        texts.forEach(t -> t.raw.selections().forEach(s -> selections.add(s.guid())));
        var linked = new HashMap<String, List<String>>();
        for (var link : project.links) {
            boolean there = notes.has(link.origin()) && selections.contains(link.target());
            if (there || notes.has(link.target()) && selections.contains(link.origin())) {
                linked.computeIfAbsent(there ? link.target() : link.origin(), k -> new ArrayList<>()).add(there ? link.origin() : link.target());
            } else {
                losses.add(Act.LEFT_OUT, "link", "a study has no links between things", link.name(), link.line());
            }
        }
        boolean qualCoder = project.origin.toLowerCase(Locale.ROOT).contains("qualcoder");
        project.notes.forEach(n -> n.selections().stream().filter(s -> !selections.contains(s.guid())).forEach(s -> losses.add(Act.LEFT_OUT, "selection in a note",
            qualCoder ? "no source refers to the note, so the file does not say on which text it lies; its words are kept" : "a study has no codings of notes",
            s.name().isBlank() ? n.name() + " " + s.start() : s.name(), s.line())));
        return linked;
    }

    RefiText load(Prepared text, Losses tell) throws IOException {
        return load(archive, text.raw.content(), text.file, text.raw.name(), tell);
    }

    /** A text with its words and their digest; null and empty where they are not there. */
    record Loaded(Prepared text, RefiText words, String digest) {
    }

    Loaded loaded(Prepared text) throws IOException {
        if (text.raw.content().isPresent() || text.file.isEmpty()) {
            var words = text.isThere() ? load(text, new Losses()) : null;
            return new Loaded(text, words, words == null ? "" : Transcript.digest(words.text));
        }
        byte[] bytes = archive.bytes(text.file.get());
        var words = RefiText.of(bytes, text.raw.name(), new Losses());
        return new Loaded(text, words, words.asItIs ? Transcript.digest(bytes) : Transcript.digest(words.text));
    }

    /** The words, for whoever wants them later: nothing else of the file is held for them. */
    StudyData.Text words(Loaded one, Map<Span, Times> times) {
        return new Words(archive, one.text.raw.content(), one.text.file, one.words.asItIs, times);
    }

    /** {@code asItIs} says that the file holds the words as they are, in UTF-8. */
    private record Words(RefiArchive archive, Optional<Packed> content, Optional<String> file, boolean asItIs, Map<Span, Times> times) implements StudyData.Text {
        @Override public String read() throws IOException {
            return asItIs ? new String(utf8(), StandardCharsets.UTF_8) : load(archive, content, file, "", new Losses()).text;
        }

        @Override public byte[] utf8() throws IOException {
            return asItIs ? archive.bytes(file.orElseThrow()) : read().getBytes(StandardCharsets.UTF_8);
        }
    }

    private static RefiText load(RefiArchive archive, Optional<Packed> content, Optional<String> file, String name, Losses tell) throws IOException {
        return content.isPresent() ? RefiText.of(content.get().text()) : RefiText.of(archive.bytes(file.orElseThrow()), name, tell);
    }
}
