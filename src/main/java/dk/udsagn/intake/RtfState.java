package dk.udsagn.intake;

import java.util.EnumSet;
import java.util.Set;

/** How words are to be taken at a place of a rich text file; a group begins with a copy of it and leaves it as it was. Not for threads to share. */
final class RtfState {
    boolean ignored;
    boolean star;
    String told = "";
    boolean fontTable;
    int font;
    boolean hidden;
    boolean deleted;
    boolean inTable;
    Set<Look> looks = Set.of();
    int unicodeSkip = 1;

    /** From here on letters have a look, or have it no more. */
    void look(Look look, boolean has) {
        var now = EnumSet.noneOf(Look.class);
        now.addAll(looks);
        now.remove(look);
        if (has) {
            now.add(look);
        }
        looks = now;
    }

    RtfState copy() {
        var copy = new RtfState();
        copy.ignored = ignored;
        copy.told = told;
        copy.fontTable = fontTable;
        copy.font = font;
        copy.hidden = hidden;
        copy.deleted = deleted;
        copy.inTable = inTable;
        copy.looks = looks;
        copy.unicodeSkip = unicodeSkip;
        return copy;
    }
}
