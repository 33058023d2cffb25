package dk.udsagn.intake;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Which named styles of a document set letters off, of themselves or by the style they build on. Not for threads to share. */
final class Styles {
    private static final int DEEPEST = 30;
    private final Map<String, Map<Look, Boolean>> own = new HashMap<>();
    private final Map<String, String> parents = new HashMap<>();

    /** A style builds on another. */
    void parent(String style, String parent) {
        parents.put(style, parent);
    }

    /** A style says of itself whether it has a look. */
    void say(String style, Look look, boolean has) {
        own.computeIfAbsent(style, s -> new EnumMap<>(Look.class)).put(look, has);
    }

    /** The looks of letters in a style; where neither it nor any it builds on says anything, they are as before. */
    Set<Look> of(String style, Set<Look> before) {
        var looks = EnumSet.noneOf(Look.class);
        for (Look look : Look.values()) {
            if (has(style, look, before.contains(look))) {
                looks.add(look);
            }
        }
        return looks;
    }

    private boolean has(String style, Look look, boolean before) {
        String at = style;
        for (int depth = 0; at != null && depth < DEEPEST; depth++) {      // a broken file's styles may build on each other in a ring
            Boolean says = own.getOrDefault(at, Map.of()).get(look);
            if (says != null) {
                return says;
            }
            at = parents.get(at);
        }
        return before;
    }
}
