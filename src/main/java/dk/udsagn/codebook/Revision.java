package dk.udsagn.codebook;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** How a codebook becomes the next one. */
final class Revision {
    private Revision() {
    }

    static Codebook merged(Codebook codebook, String theme, String into) {
        codebook.theme(into);
        if (theme.equals(into)) {
            throw new IllegalArgumentException("theme \"" + theme + "\" cannot become part of itself; a merge needs two themes");
        }
        Theme gone = codebook.all().get(theme);
        if (gone == null) {
            return codebook;
        }
        boolean under = contains(gone, into);                    // then its themes take its place, else they come along
        var left = replaced(codebook.themes(), theme, t -> under ? t.themes() : List.of());
        return next(codebook, replaced(left, into, t -> List.of(both(t, gone, under ? List.of() : gone.themes()))));
    }

    static Codebook split(Codebook codebook, String theme, String part) {
        codebook.theme(theme);
        if (codebook.all().containsKey(part)) {
            return codebook;
        }
        return next(codebook, replaced(codebook.themes(), theme, t -> List.of(t, Theme.of(part, new Wording(Map.of("da", part))))));
    }

    private static Codebook next(Codebook codebook, List<Theme> themes) {
        return new Codebook(codebook.id(), after(codebook.version()), codebook.title(), themes);
    }

    /** "3" is followed by "4", "1.9" by "1.10", "v2 draft" by "v2 draft.1". */
    static String after(String version) {
        int from = version.length();
        while (from > 0 && version.charAt(from - 1) >= '0' && version.charAt(from - 1) <= '9') {
            from--;
        }
        String digits = version.substring(from);
        return digits.isEmpty() || digits.length() > 9 ? version + ".1" : version.substring(0, from) + (Integer.parseInt(digits) + 1);
    }

    private static List<Theme> replaced(List<Theme> themes, String id, Function<Theme, List<Theme>> by) {
        var replaced = new ArrayList<Theme>();
        for (Theme t : themes) {
            replaced.addAll(t.id().equals(id) ? by.apply(t) : List.of(with(t, replaced(t.themes(), id, by))));
        }
        return replaced;
    }

    private static boolean contains(Theme theme, String id) {
        return theme.themes().stream().anyMatch(t -> t.id().equals(id) || contains(t, id));
    }

    private static Theme with(Theme t, List<Theme> children) {
        return new Theme(t.id(), t.name(), t.definition(), t.include(), t.exclude(), t.colour(), t.memo(), t.indicators(), t.examples(), t.counterExamples(), children);
    }

    /** What was an example of the one is no counter-example of both. */
    private static Theme both(Theme into, Theme gone, List<Theme> along) {
        var examples = joined(into.examples(), gone.examples(), Example::text);
        Set<String> positive = new HashSet<>();
        examples.forEach(e -> positive.add(e.text()));
        var counter = joined(into.counterExamples(), gone.counterExamples(), Example::text).stream().filter(e -> !positive.contains(e.text())).toList();
        String memo = gone.memo().isEmpty() ? into.memo() : (into.memo().isEmpty() ? "" : into.memo() + "\n") + gone.id() + ": " + gone.memo();
        return new Theme(into.id(), into.name(), into.definition(), joined(into.include(), gone.include()), joined(into.exclude(), gone.exclude()), into.colour(), memo,
            joined(into.indicators(), gone.indicators(), Indicator::find), examples, counter, joined(into.themes(), along));
    }

    private static <T> List<T> joined(List<T> some, List<T> more) {
        return joined(some, more, t -> t);
    }

    private static <T> List<T> joined(List<T> some, List<T> more, Function<T, Object> key) {
        var joined = new ArrayList<>(some);
        Set<Object> known = new HashSet<>();
        some.forEach(s -> known.add(key.apply(s)));
        more.stream().filter(m -> known.add(key.apply(m))).forEach(joined::add);
        return joined;
    }
}
