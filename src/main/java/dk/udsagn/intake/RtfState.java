package dk.udsagn.intake;

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
    boolean bold;
    int unicodeSkip = 1;

    RtfState copy() {
        var copy = new RtfState();
        copy.ignored = ignored;
        copy.told = told;
        copy.fontTable = fontTable;
        copy.font = font;
        copy.hidden = hidden;
        copy.deleted = deleted;
        copy.inTable = inTable;
        copy.bold = bold;
        copy.unicodeSkip = unicodeSkip;
        return copy;
    }
}
