package dk.udsagn.exchange;

import dk.udsagn.coding.Coder;
import dk.udsagn.coding.Coding;
import dk.udsagn.exchange.RefiProject.Value;
import dk.udsagn.transcript.LossReport.Act;
import dk.udsagn.transcript.Respondent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Users and cases of another program as coders and respondents. */
final class RefiPeople {
    /** A case's own description travels as this attribute, and back. */
    static final String DESCRIPTION = "description";

    private final RefiProject project;
    private final RefiNames names;
    private final Losses losses;
    private final boolean ours;
    private final Set<String> unlisted = new LinkedHashSet<>();
    private final Map<String, Coder> before = new LinkedHashMap<>();
    private final Map<String, Coder> coders = new LinkedHashMap<>();            // by user GUID
    private final Map<String, Respondent> known = new LinkedHashMap<>();
    private final Map<String, Map<String, String>> respondents = new LinkedHashMap<>();
    private final Map<String, Set<String>> speaksIn = new LinkedHashMap<>();    // source GUID to respondents

    RefiPeople(RefiProject project, RefiNames names, Optional<RefiOwn> own, Losses losses) {
        this.project = project;
        this.names = names;
        this.losses = losses;
        this.ours = own.isPresent();
        own.ifPresent(o -> {
            o.study().coders().forEach(c -> before.put(c.id(), c));
            o.study().respondents().forEach(r -> known.put(r.id(), r));
        });
        for (var user : project.users) {
            boolean fits = user.id().matches("[\\p{L}\\p{N}][\\p{L}\\p{N}_.-]{0,63}") && !user.id().equals(Coding.SUGGESTER);
            coder(user.guid(), fits ? user.id() : RefiNames.slug(user.name()), user.name());
        }
        project.variables.forEach(v -> {
            String name = names.id("variable", v.guid(), v.name().isBlank() ? "variable" : v.name(), " ");
            if (!v.type().isEmpty() && !names.isKnown("variable", v.guid())) {
                names.remember("type/" + name, v.type());
            }
        });
    }

    private Coder coder(String guid, String wanted, String name) {
        String slug = wanted.length() > 40 ? wanted.substring(0, 40) : wanted;
        String id = names.id("user", guid, slug.isEmpty() || slug.equals(Coding.SUGGESTER) ? "coder" : slug, "-");
        Coder old = before.get(id);
        if (old == null && ours && name.equals(id)) {
            unlisted.add(id);                                                   // they coded, and study.json did not list them
        }
        Coder coder = old != null && (RefiXmlWriter.clean(old.name()).equals(name) || name.isEmpty() || name.equals(id)) ? old : new Coder(id, name);
        coders.put(guid, coder);
        return coder;
    }

    /** The coder behind a user's GUID; a user who is not in the file becomes a coder too, and is told. */
    String coder(String guid) {
        Coder coder = coders.get(guid);
        if (coder == null) {
            losses.add(Act.GUESSED, "user", guid.isEmpty() ? "the file does not say who coded; one coder stands for all of these" : "users who are not in the list of users",
                guid, 0);
            String wanted = guid.isEmpty() ? "unknown" : "user-" + guid.replaceAll("[^0-9a-f]", "").transform(g -> g.substring(0, Math.min(8, g.length())));
            coder = coder(guid.isEmpty() ? RefiGuid.of("user", "unknown") : guid, wanted, "");
            coders.put(guid, coder);
        }
        return coder.id();
    }

    /**
     * The cases, once the texts are known: {@code selections} says in which text a selection lies, {@code texts} which source GUIDs are texts,
     * {@code coded} in which texts each code lies.
     */
    void cases(Map<String, String> selections, Set<String> texts, Map<String, Set<String>> coded) {
        for (var c : project.cases) {
            // MAXQDA and Quirkos write a document's variables as a case without a name
            String source1 = c.sources().size() == 1 ? names.given("source", c.sources().getFirst()) : null;
            String name = !c.name().isBlank() ? c.name() : source1 != null ? source1 : "case-" + c.guid().substring(0, Math.min(8, c.guid().length()));
            String id = names.id("case", c.guid(), name, " ");
            var attributes = new LinkedHashMap<String, String>();
            if (!c.description().isBlank()) {
                attributes.put(DESCRIPTION, c.description());
            }
            values(c.values(), attributes, c.line());
            respondents.put(id, attributes);
            for (String source : c.sources()) {
                if (!texts.contains(source)) {
                    losses.add(Act.LEFT_OUT, "source of a case", "it is no text of this file", source, c.line());
                }
                speaksIn.computeIfAbsent(source, k -> new LinkedHashSet<>()).add(id);
            }
            for (String selection : c.selections()) {
                String text = selections.get(selection);
                losses.add(Act.REPAIRED, "selection of a case", text == null ? "it is in no text" : "the case was tied to the whole source", selection, c.line());
                if (text != null) {
                    speaksIn.computeIfAbsent(text, k -> new LinkedHashSet<>()).add(id);
                }
            }
            for (String text : coded.getOrDefault(c.guid(), Set.of())) {                  // NVivo: a code with the case's GUID marks the case's words
                if (speaksIn.computeIfAbsent(text, k -> new LinkedHashSet<>()).add(id)) {
                    losses.add(Act.REPAIRED, "code that is a case", "the case was tied to the sources it is coded in; the code stays as a theme too", name, c.line());
                }
            }
            if (!c.codes().isEmpty()) {
                losses.add(Act.LEFT_OUT, "code of a case", "a study lays themes on words only", name, c.line(), c.codes().size());
            }
        }
    }

    /** Values that stand at a source (MAXQDA writes them there): they are the respondent's, or make one where no case speaks in it. */
    void sourceValues(RefiProject.Text text, String id) {
        if (text.values().isEmpty()) {
            return;
        }
        var speakers = speakers(text);
        if (speakers.size() > 1) {
            losses.add(Act.LEFT_OUT, "variable of a source", "several respondents speak in it", text.name(), text.line(), text.values().size());
            return;
        }
        String respondent = speakers.isEmpty() ? names.id("case", RefiGuid.of("case", id), id, " ") : speakers.getFirst();
        if (speakers.isEmpty()) {
            losses.add(Act.GUESSED, "respondent", "variables stand at a source without a case; the source was taken for one respondent", text.name(), text.line());
            speaksIn.computeIfAbsent(text.guid(), k -> new LinkedHashSet<>()).add(respondent);
        }
        values(text.values(), respondents.computeIfAbsent(respondent, k -> new LinkedHashMap<>()), text.line());
    }

    private void values(List<Value> values, Map<String, String> attributes, int line) {
        for (Value value : values) {
            String name = names.given("variable", value.variable());
            if (name == null) {
                losses.add(Act.LEFT_OUT, "variable value", "the variable is not in the file", value.value(), line);
            } else if (attributes.putIfAbsent(name, value.value()) != null && !attributes.get(name).equals(value.value())) {
                losses.add(Act.LEFT_OUT, "variable value", "the same variable has another value there already", name + ": " + value.value(), line);
            }
        }
    }

    List<String> speakers(RefiProject.Text text) {
        var all = new LinkedHashSet<String>();
        text.guids().forEach(g -> all.addAll(speaksIn.getOrDefault(g, Set.of())));
        return List.copyOf(all);
    }

    /** Coders in the order they had, then the file's. */
    List<Coder> coders() {
        var all = new LinkedHashMap<>(before);
        coders.values().stream().filter(c -> !unlisted.contains(c.id())).forEach(c -> all.put(c.id(), c));
        return List.copyOf(all.values());
    }

    /** Respondents in the order they had, then the file's; attributes likewise. */
    List<Respondent> respondents() {
        var all = new LinkedHashMap<>(known);
        respondents.forEach((id, now) -> {
            Respondent old = known.get(id);
            var attributes = new LinkedHashMap<String, String>();
            if (old != null) {
                old.attributes().forEach((name, value) -> {
                    String came = now.get(name);
                    if (came != null) {
                        attributes.put(name, came.equals(RefiXmlWriter.clean(value)) ? value : came);
                    }
                });
            }
            now.forEach(attributes::putIfAbsent);
            all.put(id, new Respondent(id, attributes));
        });
        return new ArrayList<>(all.values());
    }
}
