package dk.udsagn.exchange;

import dk.udsagn.codebook.Polarity;
import dk.udsagn.coding.Coding;
import dk.udsagn.coding.Codings;
import dk.udsagn.coding.Decision;
import dk.udsagn.coding.Status;
import dk.udsagn.transcript.LossReport;
import dk.udsagn.transcript.LossReport.Act;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.zip.Deflater;
import java.util.zip.ZipOutputStream;

/** Writes one archive: first each text, which is read once and left again, then the XML, then our own note. */
final class RefiOut {
    static final String ORIGIN = "Udsagn";
    private static final String NO_TIME = "1970-01-01T00:00:00Z";

    private record Note(String guid, String name, String text, String user, String time) {
    }

    private final StudyData data;
    private final Losses losses = new Losses();
    private final RefiOutPeople people;
    private final RefiOutCodes codes;
    private final Map<String, Decision> byId = new HashMap<>();
    private final Map<String, List<Decision.Noted>> noted = new HashMap<>();
    private final String library;
    private final Codings codings;
    private final RefiOutTexts texts;
    private final Map<String, String> shared = new HashMap<>();
    private final Map<String, Note> notes = new LinkedHashMap<>();
    private String last = "";                                                     // when something was last decided
    private final Set<String> written = new LinkedHashSet<>();                    // GUIDs of codings
    private final Set<String> carried = new java.util.HashSet<>();                // ids of decisions the XML gives back as they are

    RefiOut(StudyData data) {
        this.data = data;
        this.people = new RefiOutPeople(data);
        this.codes = new RefiOutCodes(data.codebook(), data.study().language().code(), data.remembered(), losses);
        this.codings = Codings.of(data.decisions());
        this.texts = new RefiOutTexts(data, codings, losses);
        data.decisions().forEach(d -> {
            byId.putIfAbsent(d.entry().id(), d);
            if (d instanceof Decision.Noted n) {
                noted.computeIfAbsent(n.target(), k -> new ArrayList<>()).add(n);
            }
        });
        this.library = data.decisions().stream().collect(Collectors.groupingBy(d -> d.entry().library(), java.util.TreeMap::new, Collectors.counting()))
            .entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey).orElse("");
    }

    LossReport write(OutputStream out) throws IOException {
        var zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        zip.setLevel(Deflater.BEST_SPEED);
        try (var relay = new Relay()) {                                           // packing takes as long as making what is packed
            texts.write(zip, relay);
            RefiOutTexts.entry(zip, "project.qde");
            var writer = relay.writer(zip);
            var xml = new RefiXmlWriter(writer);
            project(xml);
            xml.flush();
            writer.flush();
            zip.closeEntry();
            RefiOutTexts.entry(zip, "sources/" + RefiOwn.GUID + ".txt");
            own(writer);
            writer.flush();
        }
        zip.closeEntry();
        zip.finish();
        told();
        return losses.report();
    }

    private void project(RefiXmlWriter xml) {
        var first = data.decisions().stream().map(d -> d.entry().at()).min(Instant::compareTo).map(UtcTime::write).orElse("");
        last = data.decisions().stream().map(d -> d.entry().at()).max(Instant::compareTo).map(UtcTime::write).orElse("");
        xml.begin("Project", "xmlns", "urn:QDA-XML:project:1.0", "name", data.study().title(), "origin", ORIGIN, "creationDateTime", first, "modifiedDateTime", last);
        var coders = new TreeSet<String>();
        var themes = new LinkedHashSet<String>();
        texts.placed().values().forEach(all -> all.forEach(p -> {
            coders.add(p.coding().coder());
            noted.getOrDefault(p.coding().id(), List.of()).forEach(n -> coders.add(n.entry().coder()));
            if (!isFree(p.coding())) {
                themes.add(p.coding().theme());
            }
        }));
        people.users(xml, coders);
        boolean freeOnly = !themes.contains(RefiCodes.FREE) && texts.placed().values().stream().flatMap(List::stream).anyMatch(p -> isFree(p.coding()));
        var shown = data.codebook().themes().stream().filter(t -> !freeOnly || !t.id().equals(RefiCodes.FREE) || !t.themes().isEmpty()).toList();
        var known = data.codebook().all().keySet();
        var more = themes.stream().filter(t -> !known.contains(t)).sorted().toList();
        if (!shown.isEmpty() || !more.isEmpty()) {
            xml.begin("CodeBook");
            codes.codes(xml, shown, more, theme -> note(RefiGuid.of("note", "theme/" + theme.id()), RefiNotes.MEMO, theme.memo(), "", ""));
            xml.end();
        }
        people.variables(xml);
        var references = new LinkedHashMap<String, String>();
        data.sources().forEach(s -> references.put(s.id(), texts.reference(s.id())));
        people.cases(xml, references);
        if (!data.sources().isEmpty() || !texts.media().isEmpty()) {
            xml.begin("Sources");
            var media = new LinkedHashMap<String, RefiOutTexts.Media>();
            texts.media().values().forEach(m -> media.put(m.guid(), m));
            for (var source : data.sources()) {
                String recording = texts.recordings().media(source.id());
                if (recording == null) {
                    source(xml, source);
                } else if (media.containsKey(recording)) {                            // with its first transcript go its others
                    media(xml, media.remove(recording));
                }
            }
            media.values().forEach(m -> media(xml, m));
            xml.end();
        }
        xml.begin("Notes");
        xml.empty("Note", "guid", RefiOwn.GUID, "name", RefiOwn.NAME, "plainTextPath", "internal://" + RefiOwn.GUID + ".txt", "creationDateTime", last.isEmpty() ? NO_TIME : last);
        notes.values().forEach(n -> xml.begin("Note", "guid", n.guid, "name", n.name, "creatingUser", n.user, "creationDateTime", n.time).text("PlainTextContent", n.text).end());
        xml.end();
        codes.sets(xml, "targetGUID", references.values());
        xml.empty("NoteRef", "targetGUID", RefiOwn.GUID);
        xml.end();
    }

    private String note(String guid, String name, String text, String user, String time) {
        notes.putIfAbsent(guid, new Note(guid, name, text, user, time.isEmpty() ? last.isEmpty() ? NO_TIME : last : time));          // QualCoder stops at a note without a date
        return guid;
    }

    /** A quotation that was marked and not coded, as it came from another program. */
    private boolean isFree(Coding c) {
        String selection = c.theme().equals(RefiCodes.FREE) ? data.remembered().get("selection/" + c.id()) : null;
        return selection != null && c.id().equals(RefiGuid.of("quotation", selection));
    }

    private void source(RefiXmlWriter xml, StudyData.Source source) {
        String id = source.id();
        String name = data.remembered().getOrDefault("name/" + id, id);
        String path = "internal://" + texts.source(id) + ".txt";
        if (texts.isPdf(id)) {
            xml.begin("PDFSource", "guid", texts.reference(id), "name", name, "path", texts.original(id));
            xml.begin("Representation", "guid", texts.source(id), "name", name, "plainTextPath", path);
            selections(xml, id);
            xml.end().end();
        } else {
            xml.begin("TextSource", "guid", texts.source(id), "name", name, "richTextPath", texts.original(id), "plainTextPath", path);
            selections(xml, id);
            xml.end();
        }
    }

    private void media(RefiXmlWriter xml, RefiOutTexts.Media media) {
        xml.begin(media.kind(), "guid", media.guid(), "name", media.name(), "path", media.path());
        for (var transcript : texts.recordings().of(media.guid())) {
            String id = transcript.source();
            boolean itself = texts.recordings().isItself(transcript);
            xml.begin("Transcript", "guid", transcript.guid(), "name", transcript.name(), "richTextPath", itself ? texts.original(id) : "", "plainTextPath", "internal://" + texts.source(id) + ".txt",
                "creationDateTime", last.isEmpty() ? NO_TIME : last);                              // QualCoder stops at a transcript without a date, and at one without a name
            texts.recordings().marks(xml, transcript);
            if (itself) {
                selections(xml, id);
            }
            xml.end();
        }
        xml.end();
    }

    private void selections(RefiXmlWriter xml, String source) {
        boolean transcript = texts.recordings().media(source) != null;
        var groups = new LinkedHashMap<String, List<RefiOutTexts.Placed>>();
        var guids = new java.util.HashSet<String>();
        for (RefiOutTexts.Placed p : texts.placed().get(source)) {
            var span = p.coding().span();
            String at = " " + span.start() + " " + span.end();
            String remembered = data.remembered().get("selection/" + p.coding().id());
            groups.computeIfAbsent((remembered == null ? RefiGuid.of("selection", source + at) : remembered) + at, k -> new ArrayList<>()).add(p);
        }
        groups.forEach((key, all) -> {
            String guid = key.substring(0, key.indexOf(' '));
            var first = all.getFirst();
            xml.begin(transcript ? "TranscriptSelection" : "PlainTextSelection", "guid", guids.add(guid) ? guid : RefiGuid.of("selection", key), "name", RefiName.name(first.coding().place().words()),
                transcript ? "fromSyncPoint" : "startPosition", transcript ? texts.recordings().from(source, first.start()) : String.valueOf(first.start()),
                transcript ? "toSyncPoint" : "endPosition", transcript ? texts.recordings().to(source, first.end()) : String.valueOf(first.end()),
                "creatingUser", people.user(first.coding().coder()), "creationDateTime", UtcTime.write(first.coding().at()));
            all.stream().filter(p -> !isFree(p.coding())).forEach(p -> coding(xml, p.coding()));
            all.stream().filter(p -> isFree(p.coding())).forEach(p -> {
                carry(p.coding());
                memos(p.coding()).forEach(ref -> xml.empty("NoteRef", "targetGUID", ref));
            });
            xml.end();
        });
    }

    private void coding(RefiXmlWriter xml, Coding c) {
        String guid = RefiGuid.orOf("coding", c.id());
        written.add(guid);
        xml.begin("Coding", "guid", guid, "creatingUser", people.user(c.coder()), "creationDateTime", UtcTime.write(c.at()));
        xml.empty("CodeRef", "targetGUID", codes.guid(c.theme()));
        var refs = new ArrayList<String>();
        if (c.polarity() != Polarity.NEUTRAL) {
            String name = RefiNotes.polarity(c.polarity());
            refs.add(note(shared.computeIfAbsent(name, n -> RefiGuid.of("note", n)), name, name, "", ""));
        }
        if (c.content().status() != Status.ASSERTED) {
            String name = RefiNotes.status(c.content().status());
            refs.add(note(shared.computeIfAbsent(name, n -> RefiGuid.of("note", n)), name, name, "", ""));
        }
        c.rule().ifPresent(r -> {
            String text = "Proposed by a rule and accepted by a person: " + r.name() + ", " + r.version() + ", score " + String.format(Locale.ROOT, "%.2f", r.score());
            refs.add(note(RefiGuid.of("note", RefiNotes.RULE + r.name() + "\n" + text), RefiNotes.RULE + r.name(), text, "", ""));
        });
        c.why().ifPresent(why -> refs.add(note(RefiGuid.of("note", "why " + guid), RefiNotes.WHY, why, people.user(c.coder()), UtcTime.write(c.at()))));
        refs.addAll(memos(c));
        refs.forEach(ref -> xml.empty("NoteRef", "targetGUID", ref));
        xml.end();
        carry(c);
    }

    private List<String> memos(Coding c) {
        var refs = new ArrayList<String>();
        for (Decision.Noted n : noted.getOrDefault(c.id(), List.of())) {
            if (c.memos().contains(n.memo()) && byId.get(n.entry().id()) == n) {
                String guid = RefiGuid.orOf("note", n.entry().id());
                refs.add(note(guid, RefiNotes.MEMO, n.memo(), people.user(n.entry().coder()), UtcTime.write(n.entry().at())));
                if (guid.equals(n.entry().id()) && n.entry().library().equals(library) && RefiXmlWriter.clean(n.memo()).equals(n.memo())) {
                    carried.add(guid);
                }
            }
        }
        return refs;
    }

    /** Whether the XML alone gives the decision behind a coding back as it is; all others go into our own note. */
    private void carry(Coding c) {
        var decision = byId.get(c.id());
        if (decision instanceof Decision.Laid d && (RefiGuid.is(c.id()) || isFree(c)) && d.content().equals(c.content()) && d.entry().library().equals(library)
            && d.content().codebookVersion().equals(data.codebook().version()) && d.why().map(w -> RefiXmlWriter.clean(w).equals(w)).orElse(true)
            && (!isFree(c) || d.why().isEmpty() && c.polarity() == Polarity.NEUTRAL && c.content().status() == Status.ASSERTED)) {
            carried.add(c.id());
        }
    }

    private void own(Writer writer) throws IOException {
        writer.write(RefiOwn.header(data, library, written, texts.times()));
        writer.write('\n');
        var seen = new java.util.HashSet<String>();
        for (Decision d : data.decisions()) {
            boolean isFirst = seen.add(d.entry().id());
            if (!carried.contains(d.entry().id()) && isFirst) {
                writer.write(DecisionJson.write(d));
                writer.write('\n');
            }
        }
    }

    private void told() {
        String why = "other programs have no place for it; it travels in the note \"" + RefiOwn.NAME + "\" and comes back from there";
        codes.told(Act.SET_ASIDE, why);
        codes.alike();
        tell("suggestion nobody has decided on", codings.open().size(), d -> false, why);
        tell("suggestion turned down", 0, d -> d instanceof Decision.Rejected, why);
        tell("decision taken back", 0, d -> d instanceof Decision.Withdrawn, why);
        tell("coding moved to other words", 0, d -> d instanceof Decision.Respanned, why);
        if (!data.study().speakers().isEmpty()) {
            losses.add(Act.SET_ASIDE, "who speaks which words", why, "", 0, data.study().speakers().size());
        }
        if (texts.timed() > 0) {
            losses.add(Act.SET_ASIDE, "time of a turn", "the standard has times only in the transcript of a recording; they travel in the note \"" + RefiOwn.NAME
                + "\" and come back from there", "", 0, texts.timed());
        }
        data.asides().stream().filter(a -> !texts.media().containsKey(a.name())).forEach(a -> losses.add(Act.LEFT_OUT, "file beside the study", "it is no source of the study", a.name(), 0));
    }

    private void tell(String what, int count, Function<Decision, Boolean> which, String why) {
        int all = count + (int) data.decisions().stream().filter(which::apply).count();
        if (all > 0) {
            losses.add(Act.SET_ASIDE, what, why, "", 0, all);
        }
    }
}
