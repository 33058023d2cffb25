package dk.udsagn.transcript;

import java.util.ArrayList;
import java.util.OptionalInt;

/**
 * Where something stands in the file as it came. What a format does not have is empty.
 *
 * @param line      1-based line of the file
 * @param page      1-based page
 * @param cue       1-based cue of a subtitle file, counted from its top
 * @param paragraph 1-based paragraph of a document
 */
public record SourcePlace(OptionalInt line, OptionalInt page, OptionalInt cue, OptionalInt paragraph) {
    /** A place nothing is known of. */
    public static final SourcePlace UNKNOWN =
        new SourcePlace(OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty());

    /**
     * A place in a file of lines.
     *
     * @param line 1-based line
     * @return the place
     */
    public static SourcePlace line(int line) {
        return new SourcePlace(OptionalInt.of(line), OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty());
    }

    /**
     * The same place with its page.
     *
     * @param page 1-based page
     * @return the place
     */
    public SourcePlace onPage(int page) {
        return new SourcePlace(line, OptionalInt.of(page), cue, paragraph);
    }

    /**
     * The same place with its cue.
     *
     * @param cue 1-based cue
     * @return the place
     */
    public SourcePlace inCue(int cue) {
        return new SourcePlace(line, page, OptionalInt.of(cue), paragraph);
    }

    /**
     * The same place with its paragraph.
     *
     * @param paragraph 1-based paragraph
     * @return the place
     */
    public SourcePlace inParagraph(int paragraph) {
        return new SourcePlace(line, page, cue, OptionalInt.of(paragraph));
    }

    /**
     * The place as people write it.
     *
     * @return such as {@code page 3, line 41}; empty when nothing is known
     */
    @Override public String toString() {
        var parts = new ArrayList<String>();
        page.ifPresent(n -> parts.add("page " + n));
        paragraph.ifPresent(n -> parts.add("paragraph " + n));
        cue.ifPresent(n -> parts.add("cue " + n));
        line.ifPresent(n -> parts.add("line " + n));
        return String.join(", ", parts);
    }
}
