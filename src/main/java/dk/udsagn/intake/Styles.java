package dk.udsagn.intake;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Which named styles of a document say that letters are bold, of themselves or by the style they build on. Not for threads to share. */
final class BoldStyles {
    private static final int DEEPEST = 30;
    private final Map<String, Boolean> own = new HashMap<>();
    private final Map<String, String> parents = new HashMap<>();

    /** A style builds on another. */
    void parent(String style, String parent) {
        parents.put(style, parent);
    }

    /** A style says of itself whether it is bold. */
    void bold(String style, boolean bold) {
        own.put(style, bold);
    }

    /** What a style says of bold letters; empty where neither it nor any it builds on says anything. */
    Optional<Boolean> of(String style) {
        String at = style;
        for (int depth = 0; at != null && depth < DEEPEST; depth++) {      // a broken file's styles may build on each other in a ring
            if (own.containsKey(at)) {
                return Optional.of(own.get(at));
            }
            at = parents.get(at);
        }
        return Optional.empty();
    }
}
