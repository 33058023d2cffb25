package dk.udsagn.transcript;

import java.util.List;

/**
 * What an import or export repaired, guessed, set aside or had to leave out: nothing is dropped silently.
 *
 * @param items one for each thing that was done, in the file's order
 */
public record LossReport(List<Item> items) {
    /** Nothing was lost, guessed or repaired. */
    public static final LossReport NONE = new LossReport(List.of());

    /** Copies the items. */
    public LossReport {
        items = List.copyOf(items);
    }

    /** What was done with a thing. */
    public enum Act {
        /** It is kept, mended. */
        REPAIRED,
        /** The file does not say; this was assumed. */
        GUESSED,
        /** It is no speech and stands outside the text, but is told. */
        SET_ASIDE,
        /** It could not come along. */
        LEFT_OUT
    }

    /**
     * One kind of thing and what was done with it.
     *
     * @param act   what was done
     * @param what  the kind of thing: "line-break hyphen", "encoding", "comment"
     * @param count how many, 1 or more
     * @param why   why, in words
     * @param first the first few as they stood, at most five
     * @param place where the first one stands
     */
    public record Item(Act act, String what, int count, String why, List<String> first, SourcePlace place) {
        /** Copies the examples. */
        public Item {
            first = List.copyOf(first.subList(0, Math.min(5, first.size())));
        }
    }
}
