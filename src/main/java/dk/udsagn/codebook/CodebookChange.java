package dk.udsagn.codebook;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/**
 * One thing that is otherwise in a newer codebook, in the words of the field.
 *
 * @param kind   what happened
 * @param theme  id of the theme; the codebook's own id where the codebook itself changed
 * @param what   which part: "theme", "name", "definition", "include", "exclude", "colour", "memo", "indicator", "example", "counter-example", "parent", "version", "title"
 * @param before how it was; empty where something came
 * @param after  how it is; empty where something went
 */
public record CodebookChange(Kind kind, String theme, String what, String before, String after) {
    /** What happened. */
    public enum Kind {
        /** Something is there that was not. */
        ADDED,
        /** Something is gone that was there. */
        REMOVED,
        /** Something is otherwise. */
        CHANGED,
        /** A theme stands under another parent. */
        MOVED
    }

    /** Checks that nothing is missing. */
    public CodebookChange {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(theme, "theme");
        Objects.requireNonNull(what, "what");
        Objects.requireNonNull(before, "before");
        Objects.requireNonNull(after, "after");
    }

    @Override public String toString() {
        String part = what.equals("theme") ? "theme " + theme : theme + ": " + what;
        return switch (kind) {
            case ADDED -> part + " added" + (after.isEmpty() || what.equals("theme") ? "" : ": " + after);
            case REMOVED -> part + " removed" + (before.isEmpty() || what.equals("theme") ? "" : ": " + before);
            case CHANGED -> part + " changed: " + before + " -> " + after;
            case MOVED -> theme + " moved from " + (before.isEmpty() ? "the top" : before) + " to " + (after.isEmpty() ? "the top" : after);
        };
    }

    static List<CodebookChange> between(Codebook older, Codebook newer) {
        var changes = new ArrayList<CodebookChange>();
        changed(changes, newer.id(), "version", older.version(), newer.version());
        changed(changes, newer.id(), "title", words(older.title()), words(newer.title()));
        Map<String, Theme> was = older.all();
        Map<String, Theme> is = newer.all();
        var ids = new LinkedHashSet<>(is.keySet());
        ids.addAll(was.keySet());
        for (String id : ids) {
            if (!was.containsKey(id)) {
                changes.add(new CodebookChange(Kind.ADDED, id, "theme", "", words(is.get(id).name())));
            } else if (!is.containsKey(id)) {
                changes.add(new CodebookChange(Kind.REMOVED, id, "theme", words(was.get(id).name()), ""));
            } else {
                String parentWas = older.parent(id).map(Theme::id).orElse("");
                String parentIs = newer.parent(id).map(Theme::id).orElse("");
                if (!parentWas.equals(parentIs)) {
                    changes.add(new CodebookChange(Kind.MOVED, id, "parent", parentWas, parentIs));
                }
                theme(changes, was.get(id), is.get(id));
            }
        }
        return List.copyOf(changes);
    }

    private static void theme(List<CodebookChange> changes, Theme was, Theme is) {
        String id = is.id();
        changed(changes, id, "name", words(was.name()), words(is.name()));
        changed(changes, id, "definition", words(was.definition()), words(is.definition()));
        listed(changes, id, "include", was.include(), is.include(), CodebookChange::words, CodebookChange::words);
        listed(changes, id, "exclude", was.exclude(), is.exclude(), CodebookChange::words, CodebookChange::words);
        changed(changes, id, "colour", was.colour(), is.colour());
        changed(changes, id, "memo", was.memo(), is.memo());
        listed(changes, id, "indicator", was.indicators(), is.indicators(), Indicator::find,
            i -> i.find() + " (" + i.weight() + ", " + i.polarity().word() + ")");
        listed(changes, id, "example", was.examples(), is.examples(), Example::text, CodebookChange::example);
        listed(changes, id, "counter-example", was.counterExamples(), is.counterExamples(), Example::text, CodebookChange::example);
    }

    private static String example(Example example) {
        return example.text() + " (" + example.polarity().word() + (example.note().isEmpty() ? "" : ", " + example.note())
            + (example.question().isEmpty() ? "" : ", asked: " + example.question()) + ")";
    }

    private static void changed(List<CodebookChange> changes, String theme, String what, String before, String after) {
        if (!before.equals(after)) {
            changes.add(new CodebookChange(Kind.CHANGED, theme, what, before, after));
        }
    }

    /** Items are known by their key; an item of the same key and other words has changed. Order alone is no change. */
    private static <T> void listed(List<CodebookChange> changes, String theme, String what, List<T> was, List<T> is,
                                   Function<T, String> key, Function<T, String> show) {
        for (T item : is) {
            var same = was.stream().filter(w -> key.apply(w).equals(key.apply(item))).toList();
            if (same.isEmpty()) {
                changes.add(new CodebookChange(Kind.ADDED, theme, what, "", show.apply(item)));
            } else if (!same.contains(item)) {
                changes.add(new CodebookChange(Kind.CHANGED, theme, what, show.apply(same.getFirst()), show.apply(item)));
            }
        }
        for (T item : was) {
            if (is.stream().noneMatch(i -> key.apply(i).equals(key.apply(item)))) {
                changes.add(new CodebookChange(Kind.REMOVED, theme, what, show.apply(item), ""));
            }
        }
    }

    private static String words(Wording wording) {
        return String.join(" / ", wording.byLanguage().values());
    }
}
