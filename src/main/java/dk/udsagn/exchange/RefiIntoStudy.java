package dk.udsagn.exchange;

import dk.udsagn.codebook.Codebook;
import dk.udsagn.codebook.Theme;
import dk.udsagn.codebook.Wording;
import dk.udsagn.coding.Approach;
import dk.udsagn.coding.Codings;
import dk.udsagn.coding.Decision;
import dk.udsagn.coding.Place;
import dk.udsagn.exchange.RefiProject.Selection;
import dk.udsagn.exchange.RefiProject.Text;
import dk.udsagn.transcript.Language;
import dk.udsagn.transcript.LossReport.Act;
import dk.udsagn.transcript.Span;
import dk.udsagn.transcript.Transcript;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** From a file as it stands to a study: texts are read twice and never held, first for the dialect, then for the words under the selections. */
final class RefiIntoStudy {
    private static final Set<String> ENDINGS = Set.of("txt", "docx", "doc", "rtf", "odt", "pdf", "md", "html", "htm", "srt", "vtt", "mp3", "mp4", "m4a", "wav", "mov");

    /** A text of the file; where it stands is empty for one that did not come along. */
    private record Prepared(Text raw, Optional<String> file, String id) {
        boolean isThere() {
            return file.isPresent() || raw.content().isPresent();
        }
    }

    private final RefiArchive archive;
    private final RefiProject project;
    private final Losses losses;
    private final Optional<RefiOwn> own;
    private final Language language;
    private final RefiNotes notes;
    private final RefiNames names;
    private final List<Prepared> texts = new ArrayList<>();
    private final Map<Prepared, Dialect> dialects = new IdentityHashMap<>();
    private final Map<String, Place> places = new HashMap<>();                    // GUID of a coding to where it lay when it left
    private List<Dialect> rivals = List.of();
    private boolean given;
    private final RefiBeside beside;
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
        lay(home);
        own.ifPresent(o -> lay(o.log()));
        prepare();
    }

    private void lay(List<Decision> decisions) {
        Codings.of(decisions).all().forEach(c -> places.put(RefiGuid.orOf("coding", c.id()), c.place()));
    }

    /** Where a selection of a text lay when its codings left for the other program; null where that is not known, or the text is another now. */
    private Function<Selection, Span> known(RefiText text) {
        String[] digest = {null};
        return s -> {
            Place place = s.codings().isEmpty() ? places.get(RefiGuid.of("quotation", s.guid())) : places.get(s.codings().getFirst().guid());
            if (place == null) {
                return null;
            }
            digest[0] = digest[0] == null ? Transcript.digest(text.text) : digest[0];
            return place.digest().equals(digest[0]) ? place.span() : null;
        };
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

    /** Finds each text's words and gives it an id. A transcript of a recording whose words are a source already is that source. */
    private void prepare() {
        var byFile = new HashMap<String, Integer>();
        for (Text came : project.texts) {
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

    /** NVivo ties an annotation's note to its words by a link. Other links have no place in a study. */
    private Map<String, List<String>> linked() {
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
        var laid = new HashSet<String>();
        texts.forEach(t -> t.raw.selections().forEach(s -> laid.add(s.guid())));
        project.notes.forEach(n -> n.selections().stream().filter(s -> !laid.contains(s.guid())).forEach(s -> losses.add(Act.LEFT_OUT, "selection in a note",
            qualCoder ? "no source refers to the note, so the file does not say on which text it lies; its words are kept" : "a study has no codings of notes",
            s.name().isBlank() ? n.name() + " " + s.start() : s.name(), s.line())));
        return linked;
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

    private RefiText load(Prepared text, Losses tell) throws IOException {
        return text.raw.content().isPresent() ? RefiText.of(text.raw.content().get().text()) : RefiText.of(archive.bytes(text.file.orElseThrow()), text.raw.name(), tell);
    }

    /** Works out how the program counted, or takes what it is told; a single text that plainly differs is read as it asks to be, and told. */
    Dialect.Guess dialect(Optional<Dialect> given) throws IOException {
        var detector = new RefiDialects();
        var here = new IdentityHashMap<Prepared, double[]>();
        for (Prepared text : texts) {
            if (text.isThere()) {
                RefiText words = load(text, losses);
                double[] weights = detector.add(words, text.raw.selections(), known(words));
                if (text.raw.selections().size() >= 3) {
                    here.put(text, weights);
                }
            }
        }
        var guess = given.map(detector::given).orElseGet(() -> detector.guess(project.origin));
        this.given = given.isPresent();
        rivals = given.isPresent() ? List.of() : detector.rivals(project.origin, guess.dialect());
        texts.forEach(t -> dialects.put(t, guess.dialect()));
        if (given.isEmpty()) {
            texts.stream().filter(here::containsKey).forEach(text -> {
                Dialect one = RefiDialects.ofOne(here.get(text), guess.dialect());
                if (!one.equals(guess.dialect())) {
                    dialects.put(text, one);
                    losses.add(Act.GUESSED, "dialect of one source", "its selections stand on their words only when counted otherwise: " + one, text.id, text.raw.line());
                }
            });
        }
        if (guess.selections() > 0 && given.isEmpty()) {
            losses.add(Act.GUESSED, "dialect", "the program is taken to have counted so: " + guess, "", 0);
        }
        if (guess.off() > 0) {
            losses.add(Act.GUESSED, "selection beside its name", "it carries words of the text as its name and stands on others; look at these", "", 0, guess.off());
        }
        return guess;
    }

    StudyData data() throws IOException {
        var codes = new RefiCodes(language.code(), names, own.map(RefiOwn::codebook), refs -> String.join("\n\n", notes.memos(refs).stream().map(notes::memo).toList()), losses);
        var themes = new ArrayList<>(codes.themes(project.codes));
        var people = new RefiPeople(project, names, own, losses);
        var codings = new RefiCodings(project, notes, names, own, people::coder, guid -> theme(guid, themes), own.map(o -> o.codebook().version()).orElse("1"), linked(), losses);
        var bySelection = new HashMap<String, String>();
        var sourceGuids = new HashSet<String>();
        var cases = project.cases.stream().map(RefiProject.Case::guid).collect(Collectors.toSet());
        var coded = new HashMap<String, Set<String>>();
        for (Prepared text : texts) {
            text.raw.selections().forEach(s -> {
                bySelection.put(s.guid(), text.raw.guid());
                s.codings().stream().filter(c -> cases.contains(c.code())).forEach(c -> coded.computeIfAbsent(c.code(), k -> new LinkedHashSet<>()).add(text.raw.guid()));
            });
            sourceGuids.addAll(text.raw.guids());
            if (text.isThere()) {
                codings.add(text.raw, text.id, load(text, new Losses()), dialects.getOrDefault(text, Dialect.STANDARD), given, rivals);
            } else {
                String why = "the text of " + (text.raw.name().isBlank() ? "its source" : "\"" + text.raw.name() + "\"") + " is not in the file";
                losses.add(Act.LEFT_OUT, "text source", "its text is not in the file", text.raw.name() + " " + text.raw.plainPath(), text.raw.line());
                codings.lost(text.raw, why);
            }
        }
        people.cases(bySelection, sourceGuids, coded);
        var sources = sources(people);
        beside.rest(codings.usedNotes());
        var decisions = new ArrayList<>(codings.decisions());
        decisions.sort(java.util.Comparator.<dk.udsagn.coding.Decision, java.time.Instant>comparing(d -> d.entry().at()).thenComparing(d -> d.entry().id()));
        if (decisions.stream().anyMatch(d -> d instanceof dk.udsagn.coding.Decision.Laid l && l.content().theme().equals(RefiCodes.FREE))
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
        for (Prepared text : texts) {
            people.sourceValues(text.raw, text.id);
            var pdf = text.raw.guids().stream().map(media::get).filter(m -> m != null && m.kind().equals("PDFSource")).findFirst();
            String path = pdf.map(RefiProject.Media::path).orElse(text.raw.richPath());
            pdf.ifPresent(m -> {
                taken.add(m.guid());
                if (!m.guid().equals(RefiGuid.of("pdf", text.id))) {
                    names.remember("pdf/" + text.id, m.guid());
                }
            });
            var original = path.isBlank() ? Optional.<StudyData.Aside>empty() : archive.find(path).map(f -> beside.file(text.id, f, path));
            if (!path.isBlank() && original.isEmpty()) {
                losses.add(Act.LEFT_OUT, "original of a source", "it is not in the file; its text is what counts", text.raw.name() + " " + path, text.raw.line());
            }
            if (!text.isThere()) {
                original.ifPresent(o -> {
                    beside.add(o);
                    losses.add(Act.SET_ASIDE, "document without its text", "positions count in a text that did not come along; it is kept beside the study", text.raw.name(), text.raw.line());
                });
            } else {
                sources.add(new StudyData.Source(text.id, people.speakers(text.raw), () -> load(text, new Losses()).text, original));
            }
            beside.timesAndMemo(text.raw, text.id);
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
