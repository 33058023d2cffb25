package dk.udsagn.exchange;

import dk.udsagn.codebook.Codebook;
import dk.udsagn.coding.Coding;
import dk.udsagn.coding.Codings;
import dk.udsagn.coding.Decision;
import dk.udsagn.transcript.LossReport;
import dk.udsagn.transcript.LossReport.Act;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A study that comes back from a colleague, or from another program, joined with the study it came from. Things are known by their GUIDs; where
 * another program has given new ones, a transcript by its words, a theme, coder or respondent by its name, a coding by its words, theme and coder.
 *
 * <p>Nothing of the study is changed here: what the colleague did comes as decisions to append, so that it can be undone. What was done in
 * the study since the export stands: only what the file holds and the study never held counts as a change.
 */
public final class StudyMerge {
    private final StudyData here;
    private final StudyData there;
    private final boolean plain;                                        // whether it came as a file of ours, which says all there is to say
    private final Losses losses = new Losses();
    private final Map<String, String> remembered;
    private final MergeSources sources;
    private final MergePeople people;
    private final MergeThemes themes;
    private final Codings before;
    private final Map<String, Coding> codings = new HashMap<>();
    private final Map<String, Decision> byId = new HashMap<>();
    private final Map<String, String> alias = new HashMap<>();          // id there to id here
    private final Set<String> byGuid = new HashSet<>();                 // ids here that were found by GUID
    private final List<Decision> append = new ArrayList<>();
    private Set<String> standing;

    private StudyMerge(StudyData here, StudyData there, boolean plain) throws IOException {
        this.here = here;
        this.plain = plain;
        this.there = there;
        this.remembered = new LinkedHashMap<>(here.remembered());
        this.before = Codings.of(here.decisions());
        before.all().forEach(c -> codings.put(c.id(), c));
        this.sources = new MergeSources(here, there, remembered, losses);
        this.people = new MergePeople(here, there, remembered, losses);
        this.themes = new MergeThemes(here, there, plain, remembered, losses);
    }

    /**
     * What a merge comes to.
     *
     * @param study      study.json as it is to be
     * @param codebook   the codebook as it is to be; its version is unchanged, and the caller's to raise where its themes have changed
     * @param added      transcripts the study did not have
     * @param append     decisions to append to the logs, in order; none when there is nothing new
     * @param remembered what is to be kept for the next export, as in {@link StudyData#remembered()}
     * @param asides     files to be kept beside the study; one that lies there already comes again, under the name it has
     * @param losses     what was changed, and what could not be joined
     */
    public record Result(StudyFile study, Codebook codebook, List<StudyData.Source> added, List<Decision> append, Map<String, String> remembered, List<StudyData.Aside> asides,
                         LossReport losses) {
        /** Copies the lists. */
        public Result {
            added = List.copyOf(added);
            append = List.copyOf(append);
            remembered = Map.copyOf(remembered);
            asides = List.copyOf(asides);
        }
    }

    /**
     * Joins what came with a study.
     *
     * @param study    the study as it is
     * @param incoming what came, as from {@link RefiImport#data()}, still open
     * @return what is to be written and appended; merging the same again gives nothing to append
     * @throws IOException if a text cannot be read
     */
    public static Result into(StudyData study, StudyData incoming) throws IOException {
        return new StudyMerge(study, incoming, false).result();
    }

    /** Joins a plain file of ours with a study: unlike other programs' files it says everything of a theme, and on which side words are. */
    static Result plain(StudyData study, StudyData incoming, LossReport read) throws IOException {
        Result result = new StudyMerge(study, incoming, true).result();
        var told = new ArrayList<>(read.items());
        told.addAll(result.losses.items());
        return new Result(result.study, result.codebook, result.added, result.append, result.remembered, result.asides, new LossReport(told));
    }

    static String guid(StudyData data, String kind, String id) {
        return data.remembered().getOrDefault(kind + '/' + id, RefiGuid.orOf(kind, id));
    }

    /** Finds for each thing there its id here: by GUID, else by what {@code alike} says, else a new id that nothing here has. */
    static Map<String, String> ids(StudyData here, StudyData there, String kind, Collection<String> idsHere, Collection<String> idsThere, Function<String, Optional<String>> alike,
                                   String between, Map<String, String> remembered) {
        var byGuid = new HashMap<String, String>();
        idsHere.forEach(id -> byGuid.put(guid(here, kind, id), id));
        var taken = new HashSet<>(idsHere);
        var ids = new LinkedHashMap<String, String>();
        for (String id : idsThere) {
            String found = byGuid.get(guid(there, kind, id));
            if (found == null) {
                found = alike.apply(id).orElse(null);
            }
            if (found == null) {
                found = id;
                for (int n = 2; !taken.add(found); n++) {
                    found = id + between + n;
                }
                if (!RefiGuid.orOf(kind, found).equals(guid(there, kind, id))) {
                    remembered.put(kind + '/' + found, guid(there, kind, id));
                }
            }
            ids.put(id, found);
        }
        return ids;
    }

    private Result result() {
        here.decisions().forEach(d -> byId.putIfAbsent(d.entry().id(), d));
        same();
        there.decisions().forEach(this::decision);
        moved();
        there.remembered().forEach((key, value) -> {
            if (key.startsWith("set/")) {
                remembered.putIfAbsent(key, value);
            }
        });
        var asides = asides();
        sources.recordings(remembered);
        return new Result(people.study(sources.speakers()), themes.codebook(), sources.added(), append, remembered, asides, losses.report());
    }

    /** What is to lie beside the study. A recording that is here already has the name it has here; another of the same name gets one of its own. */
    private List<StudyData.Aside> asides() {
        var known = RefiBeside.media(here.remembered());
        var taken = known.values().stream().map(n -> n.toLowerCase(Locale.ROOT)).collect(Collectors.toCollection(HashSet::new));
        var names = new HashMap<String, String>();
        RefiBeside.media(there.remembered()).forEach((guid, name) -> names.put(name, known.containsKey(guid) ? known.get(guid) : RefiBeside.unique(name, taken)));
        names.forEach((there, here) -> remembered.putIfAbsent(RefiBeside.MEDIA + here, this.there.remembered().get(RefiBeside.MEDIA + there)));
        return there.asides().stream().map(a -> new StudyData.Aside(names.getOrDefault(a.name(), a.name()), a.bytes())).toList();
    }

    private record Where(String coder, String transcript, dk.udsagn.transcript.Span span, String theme) {
        static Where of(Coding c) {
            return new Where(c.coder(), c.place().transcript(), c.span(), c.theme());
        }
    }

    /** Which codings there are codings here, though they may have another id. */
    private void same() {
        var guids = new HashMap<String, String>();
        here.decisions().forEach(d -> guids.putIfAbsent(RefiGuid.orOf("coding", d.entry().id()), d.entry().id()));
        var places = new HashMap<Where, String>();
        before.all().forEach(c -> places.putIfAbsent(Where.of(c), c.id()));
        for (Decision d : there.decisions()) {
            String known = guids.get(RefiGuid.orOf("coding", d.entry().id()));
            if (known != null) {
                alias.put(d.entry().id(), known);
                byGuid.add(known);
            }
        }
        for (Coding c : Codings.of(there.decisions()).all()) {
            if (!alias.containsKey(c.id())) {
                content(c.content()).ifPresent(content -> {
                    String same = places.get(new Where(people.coder(c.coder()), content.place().transcript(), content.place().span(), content.theme()));
                    if (same != null) {
                        alias.put(c.id(), same);
                    }
                });
            }
        }
    }

    private Optional<Decision.Content> content(Decision.Content c) {
        return sources.place(c.place()).map(place -> new Decision.Content(place, themes.id(c.theme()), c.codebookVersion(), c.polarity(), c.status()));
    }

    private Decision.Entry entry(Decision.Entry e) {
        return new Decision.Entry(e.id(), e.at(), people.coder(e.coder()), e.library());
    }

    private void decision(Decision d) {
        String id = d.entry().id();
        if (byId.containsKey(id) || alias.containsKey(id)) {
            return;
        }
        var entry = entry(d.entry());
        Optional<? extends Decision> mapped = switch (d) {
            case Decision.Laid l -> content(l.content()).map(c -> new Decision.Laid(entry, c, l.why()));
            case Decision.Suggested s -> content(s.content()).map(c -> new Decision.Suggested(entry, c, s.rule()));
            case Decision.Accepted a -> content(a.content()).map(c -> new Decision.Accepted(entry, target(a.target()), c, a.rule(), a.why()));
            case Decision.Rejected r -> content(r.content()).map(c -> new Decision.Rejected(entry, target(r.target()), c, r.rule(), r.why()));
            case Decision.Respanned r -> content(r.content()).map(c -> new Decision.Respanned(entry, target(r.target()), c, r.why()));
            case Decision.Withdrawn w -> stands(target(w.target())) ? Optional.of(new Decision.Withdrawn(entry, target(w.target()), w.why())) : Optional.empty();
            case Decision.Noted n -> hasMemo(target(n.target()), n.memo()) ? Optional.empty() : Optional.of(new Decision.Noted(entry, target(n.target()), n.memo()));
            case Decision.Moved m -> sources.place(m.from()).flatMap(from -> sources.place(m.to())
                .map(to -> new Decision.Moved(entry, target(m.target()), from, to, m.evidence(), m.why())));
            case Decision.Merged m -> Optional.of(new Decision.Merged(entry, themes.id(m.theme()), themes.id(m.into()), m.codebookVersion(), m.why()));
            case Decision.Split s -> {
                var parts = new TreeMap<String, String>();
                s.parts().forEach((coding, theme) -> parts.put(target(coding), themes.id(theme)));
                yield Optional.of(new Decision.Split(entry, themes.id(s.theme()), parts, s.codebookVersion(), s.why()));
            }
        };
        mapped.ifPresent(m -> {
            append.add(m);
            byId.put(id, m);
            String selection = there.remembered().get("selection/" + id);
            if (selection != null) {
                remembered.put("selection/" + id, selection);
            }
        });
    }

    private String target(String id) {
        return alias.getOrDefault(id, id);
    }

    private boolean stands(String id) {
        return standing().contains(id) || byId.get(id) instanceof Decision.Withdrawn;
    }

    /** Ids here that a withdrawal may name; a withdrawal of something that is gone already says nothing. */
    private Set<String> standing() {
        if (standing == null) {
            standing = new HashSet<>();
            before.all().forEach(c -> standing.add(c.id()));
            before.open().forEach(s -> standing.add(s.entry().id()));
            before.rejected().forEach(r -> standing.add(r.entry().id()));
            there.decisions().stream().filter(d -> !here.decisions().isEmpty() && !alias.containsKey(d.entry().id())).forEach(d -> standing.add(d.entry().id()));
            here.decisions().stream().filter(d -> d instanceof Decision.Noted || d instanceof Decision.Respanned).forEach(d -> standing.add(d.entry().id()));
        }
        return standing;
    }

    /** Whether a coding here says so already: in a memo, or by the rule it came from, which other programs see as a note. */
    private boolean hasMemo(String id, String memo) {
        Coding mine = codings.get(id);
        return mine != null && (mine.memos().contains(memo) || mine.memos().stream().anyMatch(m -> RefiXmlWriter.clean(m).equals(memo))
            || mine.rule().isPresent() && memo.startsWith(RefiNotes.RULE + mine.rule().get().name()));
    }

    /** Codings that the colleague laid on other words, or under another theme. */
    private void moved() {
        var both = new ArrayList<>(here.decisions());
        both.addAll(append);
        var now = new HashMap<String, Coding>();
        Codings.of(both).all().forEach(c -> now.put(c.id(), c));
        var history = new HashMap<String, Set<String>>();
        for (Decision d : both) {
            switch (d) {
                case Decision.Laid l -> history.computeIfAbsent(l.entry().id(), k -> new HashSet<>()).add(state(l.content()));
                case Decision.Accepted a -> history.computeIfAbsent(a.entry().id(), k -> new HashSet<>()).add(state(a.content()));
                case Decision.Respanned r -> history.computeIfAbsent(r.target(), k -> new HashSet<>()).add(state(r.content()));
                case Decision.Suggested s -> { }
                case Decision.Rejected r -> { }
                case Decision.Withdrawn w -> { }
                case Decision.Noted n -> { }
                case Decision.Moved m -> { }
                case Decision.Merged m -> { }
                case Decision.Split s -> { }
            }
        }
        Instant latest = there.decisions().stream().map(d -> d.entry().at()).max(Instant::compareTo).orElse(Instant.EPOCH);
        for (Coding c : Codings.of(there.decisions()).all()) {
            String id = target(c.id());
            Coding mine = now.get(id);
            if (!byGuid.contains(id) || mine == null) {
                continue;
            }
            var content = content(c.content());
            boolean elsewhere = content.isPresent() && !history.getOrDefault(id, Set.of()).contains(state(content.get()));
            boolean otherSide = plain && content.isPresent() && content.get().polarity() != mine.polarity();
            if (elsewhere || otherSide) {
                Instant at = RefiCodings.later(latest, mine.at());
                String respanned = RefiGuid.of("respanned", id + " " + state(content.get()) + " " + at);
                append.add(new Decision.Respanned(new Decision.Entry(respanned, at, people.coder(c.coder()), "merge"), id,
                    new Decision.Content(content.get().place(), content.get().theme(), content.get().codebookVersion(), plain ? content.get().polarity() : mine.polarity(),
                        mine.content().status()), Optional.empty()));
                losses.add(Act.REPAIRED, elsewhere ? "coding moved" : "coding on another side", elsewhere ? "it lies on other words or under another theme than here; a decision says so"
                    : "its polarity is another than here; a decision says so", content.get().place().words(), 0);
            }
        }
    }

    private static String state(Decision.Content c) {
        return c.place().transcript() + " " + c.place().span().start() + " " + c.place().span().end() + " " + c.theme();
    }
}
