package dk.udsagn.exchange;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Which id a study gives to what another program knows by a GUID, and the reverse. Not for threads to share. */
final class RefiNames {
    private final Map<String, String> known = new HashMap<>();          // kind/guid to id, from our own note
    private final Map<String, String> remembered = new HashMap<>();
    private final Map<String, String> given = new HashMap<>();          // kind/guid to id
    private final Set<String> taken = new HashSet<>();                  // kind/id, in lower case

    RefiNames(Map<String, String> remembered) {
        this.remembered.putAll(remembered);
    }

    /** Something our own note names: its GUID is the remembered one, or follows from its id. */
    void know(String kind, String id) {
        known.put(kind + '/' + remembered.getOrDefault(kind + '/' + id, RefiGuid.orOf(kind, id)), id);
        taken.add(key(kind, id));
    }

    private static String key(String kind, String id) {
        return kind + '/' + id.toLowerCase(Locale.ROOT);
    }

    /** The id of a thing: the one it had, or the wanted one, with a number after it when another thing has that. */
    String id(String kind, String guid, String wanted, String between) {
        return given.computeIfAbsent(kind + '/' + guid, k -> {
            String id = known.get(k);
            if (id == null) {
                id = wanted;
                for (int n = 2; !taken.add(key(kind, id)); n++) {
                    id = wanted + between + n;
                }
                if (!RefiGuid.orOf(kind, id).equals(guid)) {
                    remembered.put(kind + '/' + id, guid);
                }
            }
            return id;
        });
    }

    boolean isKnown(String kind, String guid) {
        return known.containsKey(kind + '/' + guid);
    }

    /** The id given to a GUID; null when it was given none. */
    String given(String kind, String guid) {
        return given.get(kind + '/' + guid);
    }

    void remember(String key, String value) {
        remembered.put(key, value);
    }

    Map<String, String> remembered() {
        return remembered;
    }

    /** Lower-case letters, digits and hyphens of a name; empty when there are none that a theme id may hold. */
    static String slug(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{Ll}\\p{N}]+", "-").replaceAll("^-+|-+$", "");
    }

    /** A name that a file can have on every system: no separators, no control characters, no dots or blanks at the ends. */
    static String file(String name) {
        String safe = name.replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]", "_").replaceAll("\\s+", " ").replaceAll("^[. ]+|[. ]+$", "");
        return safe.length() > 100 ? safe.substring(0, Character.isHighSurrogate(safe.charAt(99)) ? 99 : 100).strip() : safe;
    }
}
