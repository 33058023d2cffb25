package dk.udsagn.exchange;

import dk.udsagn.transcript.LossReport.Act;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** What comes along in a file and is no transcript and no coding: kept beside the study, and told. */
final class RefiBeside {
    /** Before the name of a file beside the study: what it was a source of, remembered for the next export. */
    static final String MEDIA = "media/";
    private final RefiArchive archive;
    private final RefiProject project;
    private final RefiNotes notes;
    private final RefiNames names;
    private final Set<String> usedFiles;
    private final Losses losses;
    private final List<StudyData.Aside> asides = new ArrayList<>();

    /** {@code usedFiles} collects the files of the archive that something refers to. */
    RefiBeside(RefiArchive archive, RefiProject project, RefiNotes notes, RefiNames names, Set<String> usedFiles, Losses losses) {
        this.archive = archive;
        this.project = project;
        this.notes = notes;
        this.names = names;
        this.usedFiles = usedFiles;
        this.losses = losses;
    }

    void add(StudyData.Aside aside) {
        asides.add(aside);
    }

    List<StudyData.Aside> all() {
        return asides;
    }

    /** GUID of a picture, recording or film to the name of its file beside the study. */
    static Map<String, String> media(Map<String, String> remembered) {
        var media = new LinkedHashMap<String, String>();
        remembered.forEach((key, value) -> {
            if (key.startsWith(MEDIA)) {
                media.put(JsonView.of("remembered " + key, 1, value).text("guid"), key.substring(MEDIA.length()));
            }
        });
        return media;
    }

    /** The name, with a number after it when another file has it; {@code taken} are in lower case, and get the new one. */
    static String unique(String name, Set<String> taken) {
        int dot = name.lastIndexOf('.') > 0 ? name.lastIndexOf('.') : name.length();
        String unique = name;
        for (int n = 2; !taken.add(unique.toLowerCase(Locale.ROOT)); n++) {
            unique = name.substring(0, dot) + " " + n + name.substring(dot);
        }
        return unique;
    }

    /** Pictures, PDFs, sound and film, but for those whose words are a source. */
    void media(Set<String> taken) {
        var before = media(names.remembered());
        var fileNames = project.media.stream().map(m -> before.get(m.guid())).filter(Objects::nonNull).map(n -> n.toLowerCase(Locale.ROOT)).collect(Collectors.toCollection(HashSet::new));
        for (var m : project.media) {
            if (!taken.contains(m.guid())) {
                var file = archive.find(m.path());
                String name = RefiNames.file(m.name().replaceFirst("\\.[A-Za-z0-9]{1,5}$", ""));
                file.ifPresent(f -> {
                    var named = file(name.isEmpty() ? m.guid() : name, f, m.name().contains(".") ? m.name() : m.path());
                    String known = before.get(m.guid());
                    var aside = new StudyData.Aside(known != null ? known : unique(named.name(), fileNames), named.bytes());
                    asides.add(aside);
                    names.remember(MEDIA + aside.name(), Json.line(Json.object("kind", m.kind(), "guid", m.guid(), "name", m.name())));
                });
                losses.add(file.isPresent() ? Act.SET_ASIDE : Act.LEFT_OUT, m.kind(), file.isPresent() ? "a study codes words; the file is kept beside it"
                    : "it is not in the file, and places elsewhere are never followed", m.name() + " " + m.path(), m.line());
            }
        }
    }

    /** A file of the archive under a name of its own. */
    StudyData.Aside file(String name, String file, String path) {
        usedFiles.add(file);
        String ending = path.replaceFirst("^.*(\\.[A-Za-z0-9]{1,5})$", "$1");
        var from = archive;                                              // nothing else of the file is held for it
        return new StudyData.Aside(name + (ending.length() <= 6 ? ending : ""), () -> from.open(file));
    }

    /** When the words of a text were said that did not come along. */
    void times(RefiProject.Text text, String id) {
        if (!text.syncs().isEmpty()) {
            var csv = new StringBuilder("position,milliseconds\r\n");
            text.syncs().forEach(s -> csv.append(s.position().map(String::valueOf).orElse("")).append(',').append(s.milliseconds().map(String::valueOf).orElse("")).append("\r\n"));
            aside(id + ".times.csv", csv.toString());
            losses.add(Act.SET_ASIDE, "time mark", "they are kept beside the study, as the file counts", text.name(), text.line(), text.syncs().size());
        }
    }

    /** What is said of a text as a whole. */
    void memo(RefiProject.Text text, String id) {
        var memo = new ArrayList<String>();
        if (!text.description().isBlank()) {
            memo.add(text.description());
        }
        notes.memos(text.noteRefs()).forEach(ref -> memo.add(notes.memo(ref)));
        if (!memo.isEmpty()) {
            aside(id + ".memo.txt", String.join("\n\n", memo) + "\n");
            losses.add(Act.SET_ASIDE, "memo of a source", "a study has memos on codings; it is kept beside the study", text.name(), text.line(), memo.size());
        }
    }

    private void aside(String name, String text) {
        asides.add(new StudyData.Aside(name, () -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))));
    }

    /** What belongs to no source: notes on the whole, sets, and files nothing refers to. */
    void rest(Set<String> onCodings) {
        var used = new HashSet<>(onCodings);
        project.texts.forEach(t -> used.addAll(t.noteRefs()));
        usedNotes(project.codes, used);
        if (!project.description.isBlank()) {
            aside("description.txt", project.description + "\n");
            losses.add(Act.SET_ASIDE, "description of the project", "it is kept beside the study", project.description, 0);
        }
        var noteNames = new HashSet<String>();
        for (var note : notes.others(used)) {
            if (!onCodings.contains(note.guid())) {
                String name = RefiNames.file(note.name());
                String unique = name.isEmpty() || !noteNames.add(name) ? name + " " + note.guid().substring(0, Math.min(8, note.guid().length())) : name;
                aside("note " + unique.strip() + ".txt", notes.words(note.guid()) + "\n");
                losses.add(Act.SET_ASIDE, "note", "it is on no coding, code or source; it is kept beside the study", note.name(), 0);
            }
        }
        for (var set : project.sets) {
            boolean ours = set.codes().stream().anyMatch(c -> RefiGuid.of("set", c).equals(set.guid()));
            if (!ours) {
                names.remember("set/" + set.guid(), Json.line(Json.object("name", set.name(), "description", set.description(), "codes", set.codes(), "sources", set.sources())));
                losses.add(Act.SET_ASIDE, "set", "a study groups themes by their tree only; an export gives it back", set.name(), 0);
            }
        }
        for (String file : archive.others(usedFiles)) {
            losses.add(Act.LEFT_OUT, "file of the archive", "nothing refers to it", file, 0);
        }
    }

    private static void usedNotes(List<RefiProject.Code> codes, Set<String> used) {
        codes.forEach(c -> {
            used.addAll(c.noteRefs());
            usedNotes(c.children(), used);
        });
    }
}
