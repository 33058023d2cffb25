package dk.udsagn.exchange;

import dk.udsagn.coding.Coder;
import dk.udsagn.coding.Coding;
import dk.udsagn.transcript.LossReport.Act;
import dk.udsagn.transcript.Respondent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Coders and respondents of what came, beside those here. */
final class MergePeople {
    private final StudyData here;
    private final StudyData there;
    private final Losses losses;
    private final Map<String, String> coders;
    private final Map<String, String> respondents;

    MergePeople(StudyData here, StudyData there, Map<String, String> remembered, Losses losses) {
        this.here = here;
        this.there = there;
        this.losses = losses;
        var names = new LinkedHashMap<String, String>();
        here.study().coders().forEach(c -> names.putIfAbsent(c.name().isEmpty() ? c.id() : c.name(), c.id()));
        here.decisions().forEach(d -> names.putIfAbsent(d.entry().coder(), d.entry().coder()));
        var wanted = new LinkedHashMap<String, String>();
        there.study().coders().forEach(c -> wanted.put(c.id(), c.name().isEmpty() ? c.id() : c.name()));
        there.decisions().forEach(d -> wanted.putIfAbsent(d.entry().coder(), d.entry().coder()));
        var idsHere = new LinkedHashSet<>(here.study().coders().stream().map(Coder::id).toList());
        here.decisions().forEach(d -> idsHere.add(d.entry().coder()));
        coders = StudyMerge.ids(here, there, "user", idsHere, wanted.keySet(), id -> id.equals(Coding.SUGGESTER) ? Optional.of(id) : Optional.ofNullable(names.get(wanted.get(id))), "-", remembered);
        var ids = here.study().respondents().stream().map(Respondent::id).toList();
        respondents = StudyMerge.ids(here, there, "case", ids, there.study().respondents().stream().map(Respondent::id).toList(),
            id -> ids.contains(id) ? Optional.of(id) : Optional.empty(), " ", remembered);
        there.remembered().forEach((key, value) -> {
            if (key.startsWith("variable/") || key.startsWith("type/")) {
                String name = key.substring(key.indexOf('/') + 1);
                if (here.study().respondents().stream().noneMatch(r -> r.attributes().containsKey(name))) {
                    remembered.put(key, value);
                }
            }
        });
    }

    String coder(String id) {
        return coders.getOrDefault(id, id);
    }

    /** study.json with whoever came anew, and with what is said of respondents anew. */
    StudyFile study(Map<String, Map<String, String>> speakers) {
        var allCoders = new LinkedHashMap<String, Coder>();
        here.study().coders().forEach(c -> allCoders.put(c.id(), c));
        var deciding = new LinkedHashSet<String>();
        here.decisions().stream().map(d -> d.entry().coder()).filter(id -> !id.equals(Coding.SUGGESTER)).forEach(deciding::add);
        if (!allCoders.isEmpty() || there.study().coders().stream().anyMatch(c -> !deciding.contains(coder(c.id())))) {
            if (allCoders.isEmpty()) {                                   // a list shuts out whoever is not on it
                deciding.forEach(id -> allCoders.put(id, new Coder(id, "")));
            }
            there.study().coders().forEach(c -> allCoders.putIfAbsent(coder(c.id()), new Coder(coder(c.id()), c.name())));
        }
        var all = new LinkedHashMap<String, Respondent>();
        here.study().respondents().forEach(r -> all.put(r.id(), r));
        for (Respondent r : there.study().respondents()) {
            String id = respondents.get(r.id());
            Respondent mine = all.get(id);
            var attributes = new LinkedHashMap<>(mine == null ? Map.<String, String>of() : mine.attributes());
            r.attributes().forEach((name, value) -> {
                String old = attributes.put(name, value);
                if (mine != null && !value.equals(old)) {
                    losses.add(Act.REPAIRED, "attribute of a respondent", "it has another value now", id + ", " + name + ": " + (old == null ? "" : old) + " → " + value, 0);
                }
            });
            all.put(id, new Respondent(id, attributes));
        }
        var speaks = new LinkedHashMap<>(here.study().speakers());
        speakers.forEach((id, labels) -> {
            var mapped = new LinkedHashMap<String, String>();
            labels.forEach((label, is) -> mapped.put(label, respondents.getOrDefault(is, is)));
            speaks.put(id, mapped);
        });
        return new StudyFile(here.study().title(), here.study().language(), List.copyOf(allCoders.values()), new ArrayList<>(all.values()), speaks, here.study().approach());
    }
}
