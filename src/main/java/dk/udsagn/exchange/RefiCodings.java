package dk.udsagn.exchange;

import dk.udsagn.coding.Coding;
import dk.udsagn.coding.Codings;
import dk.udsagn.coding.Decision;
import dk.udsagn.coding.Place;
import dk.udsagn.exchange.RefiProject.Made;
import dk.udsagn.exchange.RefiProject.Selection;
import dk.udsagn.transcript.LossReport.Act;
import dk.udsagn.transcript.Span;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Selections and codings of another program as decisions. */
final class RefiCodings {
    private final RefiProject project;
    private final RefiNotes notes;
    private final RefiNames names;
    private final Optional<RefiOwn> own;
    private final Losses losses;
    private final Function<String, String> coder;                 // user GUID to coder id
    private final Function<String, String> theme;                 // code GUID to theme id
    private final String library;
    private final String version;
    private final Map<String, Coding> logged = new HashMap<>();   // by GUID: what our own log comes to
    private final Set<String> loggedNotes = new HashSet<>();
    private final Set<String> noted = new HashSet<>();
    private final Set<String> gone = new HashSet<>();             // GUIDs of codings that a file of ours was written with, but for those met so far
    private final Map<String, Instant> instants = new HashMap<>();
    private final List<Decision> decisions = new ArrayList<>();
    private final Set<String> usedNotes = new LinkedHashSet<>();
    private final Map<String, List<String>> linked;               // GUID of a selection to the notes that a link ties to it

    RefiCodings(RefiProject project, RefiNotes notes, RefiNames names, Optional<RefiOwn> own, Function<String, String> coder, Function<String, String> theme,
                String version, Map<String, List<String>> linked, Losses losses) {
        this.linked = linked;
        this.project = project;
        this.notes = notes;
        this.names = names;
        this.own = own;
        this.coder = coder;
        this.theme = theme;
        this.version = version;
        this.losses = losses;
        this.library = own.map(RefiOwn::library).orElse(project.origin.isBlank() ? "REFI-QDA" : project.origin);
        own.ifPresent(o -> {
            decisions.addAll(o.log());
            gone.addAll(o.codings());
            Codings.of(o.log()).all().forEach(c -> logged.put(RefiGuid.orOf("coding", c.id()), c));
            o.log().stream().filter(d -> d instanceof Decision.Noted).forEach(d -> loggedNotes.add(RefiGuid.orOf("note", d.entry().id())));
        });
    }

    /** All selections of one text. Where a rival dialect, which may be the right one too, comes to another place, that is told. */
    void add(RefiProject.Text raw, String id, RefiText text, String digest, Dialect chosen, boolean given, List<Dialect> rivals) {
        for (Selection s : raw.selections()) {
            s.codings().forEach(c -> gone.remove(c.guid()));
            int start = RefiDialects.start(text, s, chosen);
            int end = RefiDialects.end(text, s, chosen);
            Dialect named = given || RefiName.same(s.name(), text.text, start, end) ? null : RefiDialects.named(text, s);
            if (named != null) {
                start = RefiDialects.start(text, s, named);
                end = RefiDialects.end(text, s, named);
            }
            int many = Math.max(1, s.codings().size());
            if (named != null) {
                losses.add(Act.REPAIRED, "selection counted otherwise", "it was laid on the words it names; as the others of its text are counted it would stand beside them", example(s), s.line(), many);
            }
            for (Dialect rival : named == null ? rivals : List.<Dialect>of()) {
                if (RefiDialects.start(text, s, rival) != start || RefiDialects.end(text, s, rival) != end) {
                    losses.add(Act.GUESSED, "selection whose place is not certain", "it would stand elsewhere if the program counted otherwise, which fits nearly as well: "
                        + rival + "; look at these, or say how it counted", example(s), s.line(), many);
                    break;
                }
            }
            if (start < 0 || start >= text.text.length()) {
                losses.add(Act.LEFT_OUT, "selection", "it begins outside the text", example(s), s.line(), many);
            } else if (end >= 0 && end <= start) {
                losses.add(Act.LEFT_OUT, "selection", "it holds no character", example(s), s.line(), many);
            } else {
                if (end < 0) {
                    losses.add(Act.REPAIRED, "selection", "it ended past the text and was cut there", example(s), s.line());
                    end = text.text.length();
                }
                boolean same = s.name().length() == end - start && text.text.startsWith(s.name(), start);
                String words = same ? s.name() : text.text.substring(start, end);                 // the same string once: there are very many
                lay(s, raw.made(), new Place(id, digest, new Span(start, end), words));
            }
        }
        if (!raw.codings().isEmpty()) {
            raw.codings().forEach(c -> gone.remove(c.guid()));
            if (text.text.isEmpty()) {
                losses.add(Act.LEFT_OUT, "coding of a whole source", "the text is empty", raw.name(), raw.line(), raw.codings().size());
                return;
            }
            losses.add(Act.REPAIRED, "coding of a whole source", "it was laid on all its words", raw.name(), raw.line(), raw.codings().size());
            lay(new Selection(RefiGuid.of("selection", raw.guid()), "", 0, Optional.empty(), true, "", raw.codings(), List.of(), raw.made(), raw.line()), raw.made(),
                new Place(id, digest, new Span(0, text.text.length()), text.text));
        }
    }

    /** A text that did not come along: what was laid on it cannot be placed. */
    void lost(RefiProject.Text raw, String why) {
        for (Selection s : raw.selections()) {
            s.codings().forEach(c -> gone.remove(c.guid()));
            losses.add(Act.LEFT_OUT, "selection", why, example(s), s.line(), Math.max(1, s.codings().size()));
        }
        if (!raw.codings().isEmpty()) {
            raw.codings().forEach(c -> gone.remove(c.guid()));
            losses.add(Act.LEFT_OUT, "coding of a whole source", why, raw.name(), raw.line(), raw.codings().size());
        }
    }

    private static String example(Selection s) {
        return s.start() + "-" + s.end().map(String::valueOf).orElse("") + (s.name().isBlank() ? "" : " " + s.name())
            + (s.description().isBlank() ? "" : ": " + s.description());
    }

    private void lay(Selection s, Made around, Place place) {
        String first = null;
        if (s.codings().isEmpty()) {
            first = RefiGuid.of("quotation", s.guid());
            lay(first, RefiCodes.FREE, user(s.made().user(), around.user()), instant(s.made().time(), around.time(), s.line()), List.of(), place, s);
        }
        for (var coding : s.codings()) {
            String id = lay(coding.guid(), theme.apply(coding.code()), user(coding.user(), s.made().user(), around.user()),
                instant(coding.time(), s.made().time(), s.line()), coding.noteRefs(), place, s);
            first = first == null ? id : first;
        }
        notes(first, s.noteRefs(), s);
        notes(first, linked.getOrDefault(s.guid(), List.of()), s);
        if (!s.description().isBlank() && !s.description().equals(place.words())) {
            String by = user(s.made().user(), around.user());
            String guid = RefiGuid.of("memo", s.guid());
            if (noted.add(guid)) {
                decisions.add(new Decision.Noted(new Decision.Entry(guid, instant(s.made().modifiedTime().isBlank() ? s.made().time() : s.made().modifiedTime(), around.time(),
                    s.line()), coder.apply(by), library), first, s.description()));
            }
        }
    }

    /** Lays a coding, or, where our own log has it, only what changed since. Returns the coding's id. */
    private String lay(String guid, String themeId, String user, Instant at, List<String> refs, Place place, Selection s) {
        Coding old = logged.get(guid);
        String id = old == null ? guid : old.id();
        if (old == null) {
            var entry = new Decision.Entry(id, at, coder.apply(user), library);
            decisions.add(new Decision.Laid(entry, new Decision.Content(place, themeId, version, notes.polarity(refs), notes.status(refs)), notes.why(refs)));
            boolean mayBeDerived = s.guid().length() == 36 && s.guid().charAt(14) == '5';            // a GUID's version: those that names are made into have 5
            if (!mayBeDerived || !s.guid().equals(RefiGuid.of("selection", place.transcript() + " " + place.span().start() + " " + place.span().end()))) {
                names.remember("selection/" + id, s.guid());
            }
        } else if (!old.theme().equals(themeId) || !old.span().equals(place.span()) || !old.place().transcript().equals(place.transcript())) {
            String by = s.made().modifyingUser().isEmpty() ? user : s.made().modifyingUser();
            Instant when = later(instant(s.made().modifiedTime(), "", s.line()), old.at());
            decisions.add(new Decision.Respanned(new Decision.Entry(RefiGuid.of("respanned", id + place.transcript() + place.span() + themeId + when), when, coder.apply(by),
                project.origin), id, new Decision.Content(place, themeId, version, old.polarity(), old.content().status()), Optional.empty()));
        }
        notes(id, refs, s);
        refs.forEach(usedNotes::add);
        return id;
    }

    static Instant later(Instant at, Instant before) {
        return at.isAfter(before) ? at : before.plusMillis(1);
    }

    private void notes(String target, List<String> refs, Selection s) {
        for (String ref : refs) {
            if (!notes.has(ref)) {
                losses.add(Act.LEFT_OUT, "reference to a note", "the note is not in the file", ref, s.line());
            }
        }
        for (String ref : notes.memos(refs)) {
            usedNotes.add(ref);
            var made = notes.note(ref).made();
            String id = noted.contains(ref) ? null : ref;
            if (loggedNotes.contains(ref) || own.isPresent() && notes.note(ref).name().startsWith(RefiNotes.RULE)) {
                continue;                                              // our own log has it
            }
            id = id == null ? RefiGuid.of("note", ref + " " + target) : id;
            if (noted.add(id)) {
                decisions.add(new Decision.Noted(new Decision.Entry(id, instant(made.time(), s.made().time(), s.line()), coder.apply(user(made.user(), s.made().user())), library),
                    target, notes.memo(ref)));
            }
        }
    }

    private String user(String... candidates) {
        for (String candidate : candidates) {
            if (!candidate.isEmpty()) {
                return candidate;
            }
        }
        return project.user;
    }

    /** A time as written; else the one that stands around it; a time without a zone counts as UTC. */
    private Instant instant(String time, String around, int line) {
        for (String text : new String[] {time, around, project.modifiedTime, project.time}) {
            if (!text.isBlank()) {
                Instant quick = UtcTime.read(text);
                if (quick != null) {
                    return quick;
                }
                Instant known = instants.get(text);
                if (known != null) {
                    return known;
                }
                var parsed = parse(text.strip().replace(' ', 'T'), line);
                if (parsed.isPresent()) {
                    instants.put(text, parsed.get());
                    return parsed.get();
                }
            }
        }
        losses.add(Act.GUESSED, "time", "the file does not say when; 1 January 1970 was put down", "", line);
        return Instant.EPOCH;
    }

    private Optional<Instant> parse(String text, int line) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeParseException e) {
            try {
                Instant at = text.length() == 10 ? LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC) : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
                losses.add(Act.GUESSED, "time zone", "times without one count as UTC", text, line);
                return Optional.of(at);
            } catch (DateTimeParseException no) {
                losses.add(Act.LEFT_OUT, "time", "it is no date and time", text, line);
                return Optional.empty();
            }
        }
    }

    /** All decisions. What a file of ours was written with and another program took out comes as withdrawn. */
    List<Decision> decisions() {
        gone.stream().sorted().forEach(guid -> {
            Coding old = logged.get(guid);
            String id = old == null ? guid : old.id();
            Instant at = instant(project.modifiedTime, project.time, 0);
            decisions.add(new Decision.Withdrawn(new Decision.Entry(RefiGuid.of("withdrawn", id + at), old == null ? at : later(at, old.at()),
                coder.apply(project.modifyingUser.isEmpty() ? project.user : project.modifyingUser), project.origin), id, Optional.empty()));
        });
        return decisions;
    }

    Set<String> usedNotes() {
        return usedNotes;
    }
}
