package dk.udsagn.intake;

/** The words of a document's paragraph as they come in, and how many of its first characters are bold. Not for threads to share. */
final class Paragraph {
    private final StringBuilder words = new StringBuilder();
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

    void append(String more, boolean isBold) {
        words.append(more);
        if (leading && isBold) {
            bold = words.length();
        } else {
            leading &= Characters.trim(more).isEmpty();
        }
    }

    /** The characters up to the last of the bold ones that the paragraph begins with; 0 when it begins otherwise. */
    int bold() {
        return bold;
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
