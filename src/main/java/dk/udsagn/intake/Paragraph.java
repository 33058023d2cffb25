package dk.udsagn.intake;

import java.util.EnumSet;
import java.util.Set;

/** The words of a document's paragraph as they come in, and what sets them off. Not for threads to share. */
final class Paragraph {
    private final StringBuilder words = new StringBuilder();
    private final Set<Look> looks = EnumSet.allOf(Look.class);
    private int bold;
    private int heading;
    private boolean leading = true;

    /** A paragraph that its style makes a heading. */
    void heading(int depth) {
        heading = depth;
    }

    /** How deep a heading it is; 0 for one that is none. */
    int heading() {
        return heading;
    }

    void append(String more, Set<Look> having) {
        words.append(more);
        if (!Characters.trim(more).isEmpty()) {
            looks.retainAll(having);
        }
        if (leading && having.contains(Look.BOLD)) {
            bold = words.length();
        } else {
            leading &= Characters.trim(more).isEmpty();
        }
    }

    /** The characters up to the last of the bold ones that the paragraph begins with; 0 when it begins otherwise. */
    int bold() {
        return bold;
    }

    /** The looks that all its words have. */
    Set<Look> looks() {
        return looks;
    }

    boolean isEmpty() {
        return words.isEmpty();
    }

    /** The last character; a space when there is none. */
    char last() {
        return words.isEmpty() ? ' ' : words.charAt(words.length() - 1);
    }

    @Override public String toString() {
        return words.toString();
    }
}
