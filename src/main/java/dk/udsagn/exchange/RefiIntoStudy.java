package dk.udsagn.exchange;

import dk.udsagn.codebook.Codebook;
import dk.udsagn.codebook.Theme;
import dk.udsagn.codebook.Wording;
import dk.udsagn.coding.Approach;
import dk.udsagn.coding.Decision;
import dk.udsagn.exchange.RefiTexts.Prepared;
import dk.udsagn.transcript.Language;
import dk.udsagn.transcript.LossReport.Act;
import dk.udsagn.transcript.Span;
import dk.udsagn.transcript.Times;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** From a file as it stands to a study: texts are read twice and never held, first for the dialect, then for the words under the selections. */
final class RefiIntoStudy {
    private final RefiArchive archive;
    private final RefiProject project;
    private final Losses losses;
    private final Optional<RefiOwn> own;
    private final Language language;
    private final RefiNotes notes;
    private final RefiNames names;
    private final RefiTexts texts;
    private final RefiCounting counting = new RefiCounting();
    private final RefiBeside beside;
    private final Map<String, StudyData.Text> words = new HashMap<>();            // by the id of the source
    private final Map<String, RefiProject.Media> recordings = new HashMap<>();    // GUID of a transcript to its recording, where that came along
    private final Set<String> usedFiles = new HashSet<>();

    /** {@code home} is what is known of where codings lie in the study the file comes back to; none where it comes to no study. */
    RefiIntoStudy(RefiArchive archive, RefiProject project, Language language, List<Decision> home, Losses losses) throws IOException {
        this.archive = archive;
        this.project = project;
        this.losses = losses;
        this.notes = new RefiNotes(project.notes, this::words);
        this.own = notes.has(RefiOwn.GUID) ? RefiOwn.read(notes.words(RefiOwn.GUID), losses) : Optional.empty();
        this.language = own.map(o -> o.study().language()).orElse(language);
        this.names = new RefiNames(own.map(RefiOwn::remembered).orElse(Map.of()));
        this.beside = new RefiBeside(archive, project, notes, names, usedFiles, losses);
        own.ifPresent(this::know);
        counting.lay(home);
        own.ifPresent(o -> counting.lay(o.log()));
        this.texts = new RefiTexts(archive, project, notes, names, usedFiles);
        project.media.stream().filter(m -> m.isRecording() && archive.find(m.path()).isPresent()).forEach(m -> m.transcripts().forEach(t -> recordings.put(t.guid(), m)));
    }

    /** Works out how the program counted, or takes what it is told. */
    Dialect.Guess dialect(Optional<Dialect> given) throws IOException {
        return counting.of(texts, project.origin, given, losses);
    }

    private void know(RefiOwn o) {
        o.codebook().all().keySet().forEach(id -> names.know("theme", id));
        o.study().coders().forEach(c -> names.know("user", c.id()));
        o.log().forEach(d -> names.know("user", d.entry().coder()));
        o.study().respondents().forEach(r -> {
            names.know("case", r.id());
            r.attributes().keySet().forEach(a -> names.know("variable", a));
        });
        o.sources().forEach(id -> names.know("source", id));
    }

    private String words(RefiProject.Note note) throws IOException {
        if (note.content().isPresent()) {
            return note.content().get().text();
        }
        var file = note.plainPath().isBlank() ? Optional.<String>empty() : archive.find(note.plainPath());
        if (file.isEmpty()) {
            if (!note.plainPath().isBlank()) {
                losses.add(Act.LEFT_OUT, "text of a note", "its file is not in the archive", note.name(), 0);
            }
            return "";
        }
        usedFiles.add(file.get());
        return RefiText.of(archive.bytes(file.get()), note.name(), losses).text;
    }

    /** When the words of a text were said: as our own note has it, or the time marks of the recording. */
    private Map<Span, Times> times(Prepared text, RefiTexts.Loaded one) {
        var known = own.map(o -> o.times().get(text.id())).orElse(null);
        if (known != null && !known.digest().equals(one.digest())) {
            losses.add(Act.LEFT_OUT, "time of a turn", "another program has changed the text, and it is not certain where it belongs now", text.raw().name(), text.raw().line(), known.times().size());
        }
        Dialect dialect = counting.dialect(text);
        RefiTimes.tell(text.raw(), one.words(), dialect, text.raw().guids().stream().anyMatch(recordings::containsKey), losses);
        return known != null && known.digest().equals(one.digest()) ? known.times()
            : RefiTimes.of(RefiTimes.marks(text.raw().syncs(), one.words(), dialect, text.id()), one.words().text.length());
    }

    /** What an export needs to write a recording and its transcript as they came. */
    private void remember(Prepared text, RefiTexts.Loaded one) {
        for (String guid : text.raw().guids()) {
            var media = recordings.get(guid);
            if (media != null) {
                var transcript = media.transcripts().stream().filter(t -> t.guid().equals(guid)).findFirst().orElseThrow();
                var marks = RefiTimes.marks(transcript.syncs(), one.words(), counting.dialect(text), text.id());
                var recording = new RefiRecording(guid, text.id(), media.guid(), transcript.name().isBlank() ? text.id() : transcript.name(), one.digest(), marks);
                names.remember(recording.key(), recording.value());
            }
        }
    }

    StudyData data() throws IOException {
        var codes = new RefiCodes(language.code(), names, own.map(RefiOwn::codebook), refs -> String.join("\n\n", notes.memos(refs).stream().map(notes::memo).toList()), losses);
        var themes = new ArrayList<>(codes.themes(project.codes));
        var people = new RefiPeople(project, names, own, losses);
        var codings = new RefiCodings(project, notes, names, own, people::coder, guid -> theme(guid, themes), own.map(o -> o.codebook().version()).orElse("1"), texts.linked(losses), losses);
        var bySelection = new HashMap<String, String>();
        var sourceGuids = new HashSet<String>();
        var cases = project.cases.stream().map(RefiProject.Case::guid).collect(Collectors.toSet());
        var coded = new HashMap<String, Set<String>>();
        boolean selectedByCases = project.cases.stream().anyMatch(c -> !c.selections().isEmpty());
        SideBySide.each(texts.all(), texts::loaded, one -> {
            Prepared text = one.text();
            for (var s : cases.isEmpty() ? List.<RefiProject.Selection>of() : text.raw().selections()) {
                if (selectedByCases) {
                    bySelection.put(s.guid(), text.raw().guid());
                }
                for (var c : s.codings()) {
                    if (cases.contains(c.code())) {
                        coded.computeIfAbsent(c.code(), k -> new LinkedHashSet<>()).add(text.raw().guid());
                    }
                }
            }
            sourceGuids.addAll(text.raw().guids());
            if (text.isThere()) {
                words.put(text.id(), texts.words(one, times(text, one)));
                remember(text, one);
                codings.add(text.raw(), text.id(), one.words(), one.digest(), counting.dialect(text), counting.isGiven(), counting.rivals());
            } else {
                String why = "the text of " + (text.raw().name().isBlank() ? "its source" : "\"" + text.raw().name() + "\"") + " is not in the file";
                losses.add(Act.LEFT_OUT, "text source", "its text is not in the file", text.raw().name() + " " + text.raw().plainPath(), text.raw().line());
                codings.lost(text.raw(), why);
            }
        });
        people.cases(bySelection, sourceGuids, coded);
        var sources = sources(people);
        beside.rest(codings.usedNotes());
        var decisions = new ArrayList<>(codings.decisions());
        decisions.sort((a, b) -> {
            int earlier = a.entry().at().compareTo(b.entry().at());
            return earlier == 0 ? a.entry().id().compareTo(b.entry().id()) : earlier;
        });
        if (decisions.stream().anyMatch(d -> d instanceof Decision.Laid l && l.content().theme().equals(RefiCodes.FREE))
            && themes.stream().noneMatch(t -> t.id().equals(RefiCodes.FREE))) {
            losses.add(Act.REPAIRED, "selection without code", "a theme of its own holds them", RefiCodes.FREE, 0);
            themes.add(RefiCodes.free());
        }
        String name = project.codebookOnly ? project.origin : project.name;
        var codebook = own.map(o -> new Codebook(o.codebook().id(), o.codebook().version(), o.codebook().title(), themes))
            .orElseGet(() -> RefiImport.codebook(name, project.codebookOnly ? "" : name, language.code(), themes));
        return new StudyData(study(people, sources), codebook, sources, decisions, beside.all(), names.remembered());
    }

    /** The theme of a code; one for a code that is not in the file, so that what was coded with it is not lost. */
    private String theme(String guid, List<Theme> themes) {
        String known = names.given("theme", guid);
        if (known != null) {
            return known;
        }
        String id = names.id("theme", guid, "code-" + guid.replaceAll("[^0-9a-f]", "").transform(g -> g.substring(0, Math.min(8, g.length()))), "-");
        losses.add(Act.GUESSED, "code", "codings refer to it and it is not in the file; a theme stands in for it", guid, 0);
        themes.add(Theme.of(id, new Wording(Map.of(language.code(), guid))));
        return id;
    }

    private List<StudyData.Source> sources(RefiPeople people) {
        var media = new HashMap<String, RefiProject.Media>();
        project.media.forEach(m -> media.put(m.guid(), m));
        var taken = new HashSet<String>();
        var sources = new ArrayList<StudyData.Source>();
        for (Prepared text : texts.all()) {
            people.sourceValues(text.raw(), text.id());
            var pdf = text.raw().guids().stream().map(media::get).filter(m -> m != null && m.kind().equals("PDFSource")).findFirst();
            String path = pdf.map(RefiProject.Media::path).orElse(text.raw().richPath());
            pdf.ifPresent(m -> {
                taken.add(m.guid());
                if (!m.guid().equals(RefiGuid.of("pdf", text.id()))) {
                    names.remember("pdf/" + text.id(), m.guid());
                }
            });
            var original = path.isBlank() ? Optional.<StudyData.Aside>empty() : archive.find(path).map(f -> beside.file(text.id(), f, path));
            if (!path.isBlank() && original.isEmpty()) {
                losses.add(Act.LEFT_OUT, "original of a source", "it is not in the file; its text is what counts", text.raw().name() + " " + path, text.raw().line());
            }
            if (!text.isThere()) {
                beside.times(text.raw(), text.id());
                original.ifPresent(o -> {
                    beside.add(o);
                    losses.add(Act.SET_ASIDE, "document without its text", "positions count in a text that did not come along; it is kept beside the study", text.raw().name(), text.raw().line());
                });
            } else {
                sources.add(new StudyData.Source(text.id(), people.speakers(text.raw()), words.get(text.id()), original));
            }
            beside.memo(text.raw(), text.id());
        }
        beside.media(taken);
        return sources;
    }

    private StudyFile study(RefiPeople people, List<StudyData.Source> sources) {
        var speakers = new LinkedHashMap<>(own.map(o -> o.study().speakers()).orElse(Map.of()));
        if (own.isEmpty()) {
            sources.stream().filter(s -> s.respondents().size() == 1).forEach(s -> speakers.put(s.id(), Map.of(StudyFile.ANYONE, s.respondents().getFirst())));
        }
        String title = own.map(o -> o.study().title()).filter(t -> RefiXmlWriter.clean(t).equals(project.name) || project.name.isBlank()).orElse(project.name);
        return new StudyFile(title, language, people.coders(), people.respondents(), speakers, own.map(o -> o.study().approach()).orElse(Approach.CODEBOOK));
    }
}
