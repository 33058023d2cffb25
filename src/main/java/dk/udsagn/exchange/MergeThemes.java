package dk.udsagn.exchange;

import dk.udsagn.codebook.Codebook;
import dk.udsagn.codebook.Theme;
import dk.udsagn.codebook.Wording;
import dk.udsagn.transcript.LossReport.Act;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Themes of what came, beside those here: new ones under the theme they came under, changed ones changed, none taken away. */
final class MergeThemes {
    private final StudyData here;
    private final String language;
    private final boolean whole;
    private final Codebook other;
    private final Losses losses;
    private final Map<String, String> ids;
    private final Map<String, Theme> came = new LinkedHashMap<>();         // by id here
    private final Map<String, String> parents = new HashMap<>();           // by id here, of what came

    /** {@code whole} says that what came says everything of its themes, as our own files do; another program shows a part. */
    MergeThemes(StudyData here, StudyData there, boolean whole, Map<String, String> remembered, Losses losses) {
        this.here = here;
        this.language = here.study().language().code();
        this.whole = whole;
        this.other = there.codebook();
        this.losses = losses;
        var all = here.codebook().all();
        var names = new HashMap<String, String>();
        all.values().forEach(t -> names.putIfAbsent(t.name().in(language).toLowerCase(Locale.ROOT), t.id()));
        var incoming = there.codebook().all();
        ids = StudyMerge.ids(here, there, "theme", all.keySet(), incoming.keySet(), id -> {
            String named = names.get(incoming.get(id).name().in(language).toLowerCase(Locale.ROOT));
            return Optional.ofNullable(named != null ? named : id.equals(RefiCodes.FREE) && all.containsKey(id) ? id : null);
        }, "-", remembered);
        incoming.forEach((id, theme) -> {
            came.put(ids.get(id), theme);
            if (!all.containsKey(ids.get(id)) && there.remembered().containsKey("uncodable/" + id)) {
                remembered.put("uncodable/" + ids.get(id), "true");
            }
        });
        come(there.codebook().themes(), "");
    }

    private void come(List<Theme> themes, String parent) {
        for (Theme theme : themes) {
            parents.put(ids.get(theme.id()), parent);
            come(theme.themes(), ids.get(theme.id()));
        }
    }

    String id(String there) {
        return ids.getOrDefault(there, there);
    }

    Codebook codebook() {
        var known = here.codebook().all();
        var added = new LinkedHashMap<String, List<String>>();             // parent to new children
        for (String id : new LinkedHashSet<>(ids.values())) {
            if (!known.containsKey(id)) {
                added.computeIfAbsent(parents.get(id), k -> new ArrayList<>()).add(id);
                losses.add(Act.REPAIRED, "theme", "it is new and was taken up", RefiCodes.name(came.get(id), language), 0);
            } else if (!here.codebook().parent(id).map(Theme::id).orElse("").equals(parents.get(id))) {
                losses.add(Act.LEFT_OUT, "place of a theme in the tree", "it stands elsewhere in what came; here it stays where it is", id, 0);
            }
        }
        var top = new ArrayList<>(here.codebook().themes().stream().map(t -> joined(t, added)).toList());
        added.getOrDefault("", List.of()).forEach(id -> top.add(fresh(id, added)));
        Codebook named = whole ? other : here.codebook();
        return new Codebook(here.codebook().id(), named.version(), named.title(), top);
    }

    private Theme fresh(String id, Map<String, List<String>> added) {
        return with(came.get(id), id, added.getOrDefault(id, List.of()).stream().map(c -> fresh(c, added)).toList());
    }

    private static Theme with(Theme t, String id, List<Theme> children) {
        return new Theme(id, t.name(), t.definition(), t.include(), t.exclude(), t.colour(), t.memo(), t.indicators(), t.examples(), t.counterExamples(), children);
    }

    private Theme joined(Theme mine, Map<String, List<String>> added) {
        var children = new ArrayList<>(mine.themes().stream().map(t -> joined(t, added)).toList());
        added.getOrDefault(mine.id(), List.of()).forEach(id -> children.add(fresh(id, added)));
        Theme other = came.get(mine.id());
        if (other == null) {
            return with(mine, mine.id(), children);
        }
        if (whole) {
            if (!with(other, mine.id(), List.of()).equals(with(mine, mine.id(), List.of()))) {
                losses.add(Act.REPAIRED, "theme", "it is another now", mine.id(), 0);
            }
            return with(other, mine.id(), children);
        }
        String name = RefiCodes.name(other, language);
        boolean renamed = !name.equals(RefiXmlWriter.clean(RefiCodes.name(mine, language))) && !name.equals(RefiCodes.name(mine, language));
        String words = RefiCodes.description(other, language);
        boolean reworded = !words.isBlank() && !words.equals(RefiXmlWriter.clean(RefiCodes.description(mine, language))) && !words.equals(RefiCodes.description(mine, language));
        boolean recoloured = !other.colour().isEmpty() && !other.colour().equalsIgnoreCase(mine.colour());
        boolean noted = !other.memo().isBlank() && !mine.memo().contains(other.memo());
        if (renamed || reworded || recoloured || noted) {
            losses.add(Act.REPAIRED, "theme", "its name, description, colour or memo is another now", mine.id(), 0);
        }
        return new Theme(mine.id(), renamed ? changed(mine.name(), name) : mine.name(), reworded ? changed(mine.definition(), other.definition().in(language)) : mine.definition(),
            reworded ? other.include() : mine.include(), reworded ? other.exclude() : mine.exclude(), recoloured ? other.colour() : mine.colour(),
            noted ? (mine.memo().isBlank() ? "" : mine.memo() + "\n\n") + other.memo() : mine.memo(), mine.indicators(), mine.examples(), mine.counterExamples(), children);
    }

    private Wording changed(Wording old, String words) {
        var byLanguage = new LinkedHashMap<>(old.byLanguage());
        byLanguage.put(language, words);
        return new Wording(byLanguage);
    }
}
