package dk.udsagn.transcript;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The way from the canonical text back to the file as it came.
 *
 * <p>The file is seen as characters after decoding (for a document: the characters of its text). The canonical text
 * falls into stretches; each either stands in the source as it is, character for character, or is a named repair,
 * such as a line end written "CRLF" in the file. What a repair took out of the source stands between two stretches.
 */
public final class SourceMap {
    private final int[] starts;
    private final int[] sources;
    private final String[] repairs;
    private final int[] placeStarts;
    /** Four numbers a place: line, page, cue, paragraph; 0 for what is unknown. */
    private final int[] places;

    private SourceMap(Builder b) {
        starts = b.starts.toArray();
        sources = b.sources.toArray();
        repairs = b.repairs.toArray(new String[0]);
        placeStarts = b.placeStarts.toArray();
        places = b.places.toArray();
    }

    /**
     * The map of a text that stands in its file character for character, in lines ended by LF.
     *
     * @param text the canonical text
     * @return offsets map to themselves, places are lines
     */
    public static SourceMap identity(String text) {
        var builder = builder().stretch(0, 0);
        int line = 1;
        builder.place(0, SourcePlace.line(line));
        for (int i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) {
            builder.place(i + 1, SourcePlace.line(++line));
        }
        return builder.build();
    }

    /**
     * Where a position stands for a person: line, page, cue, paragraph.
     *
     * @param position 0-based, in the canonical text
     * @return the place; {@link SourcePlace#UNKNOWN} where nothing is known
     */
    public SourcePlace place(int position) {
        int i = floor(placeStarts, position);
        return i < 0 ? SourcePlace.UNKNOWN
            : new SourcePlace(number(places[4 * i]), number(places[4 * i + 1]), number(places[4 * i + 2]), number(places[4 * i + 3]));
    }

    /**
     * Which character of the source a position stands for.
     *
     * @param position 0-based, in the canonical text
     * @return 0-based UTF-16 offset into the decoded source; empty where the character is a repair
     */
    public OptionalInt sourceOffset(int position) {
        int i = floor(starts, position);
        return i < 0 || sources[i] < 0 ? OptionalInt.empty() : OptionalInt.of(sources[i] + position - starts[i]);
    }

    /**
     * The repair a position is part of.
     *
     * @param position 0-based, in the canonical text
     * @return its name, such as "line end"; empty where the character stands in the source as it is
     */
    public Optional<String> repair(int position) {
        int i = floor(starts, position);
        return i < 0 ? Optional.empty() : Optional.ofNullable(repairs[i]);
    }

    private static OptionalInt number(int n) {
        return n == 0 ? OptionalInt.empty() : OptionalInt.of(n);
    }

    private static int floor(int[] sorted, int position) {
        int i = Arrays.binarySearch(sorted, position);
        return i >= 0 ? i : -i - 2;
    }

    /**
     * An empty map to fill from the top of the text to its end.
     *
     * @return a new builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /** Fills a {@link SourceMap}. Positions must not decrease; a later entry at the same position replaces the earlier. Not for threads to share. */
    public static final class Builder {
        private final Ints starts = new Ints();
        private final Ints sources = new Ints();
        private final List<String> repairs = new ArrayList<>();
        private final Ints placeStarts = new Ints();
        private final Ints places = new Ints();

        private Builder() {
        }

        /**
         * From here on, characters stand in the source as they are.
         *
         * @param position 0-based, in the canonical text
         * @param source   0-based UTF-16 offset of the same character in the decoded source
         * @return this builder
         */
        public Builder stretch(int position, int source) {
            int last = starts.size() - 1;
            if (last >= 0 && repairs.get(last) == null && source - sources.get(last) == position - starts.get(last)) {
                return this;
            }
            return add(position, source, null);
        }

        /**
         * From here on, characters are a repair.
         *
         * @param position 0-based, in the canonical text
         * @param name     what was done, such as "line end"
         * @return this builder
         */
        public Builder repair(int position, String name) {
            return add(position, -1, name);
        }

        /**
         * From here on, a person finds the words at this place.
         *
         * @param position 0-based, in the canonical text
         * @param place    the place
         * @return this builder
         */
        public Builder place(int position, SourcePlace place) {
            int last = placeStarts.size() - 1;
            check(position, last < 0 ? 0 : placeStarts.get(last));
            int[] numbers = {place.line().orElse(0), place.page().orElse(0), place.cue().orElse(0), place.paragraph().orElse(0)};
            if (last >= 0 && placeStarts.get(last) == position) {
                places.removeLast(4);
            } else if (last < 0 || !places.endsWith(numbers)) {
                placeStarts.add(position);
            } else {
                return this;
            }
            for (int number : numbers) {
                places.add(number);
            }
            return this;
        }

        private Builder add(int position, int source, String repair) {
            int last = starts.size() - 1;
            check(position, last < 0 ? 0 : starts.get(last));
            if (last >= 0 && starts.get(last) == position) {
                starts.removeLast(1);
                sources.removeLast(1);
                repairs.remove(last);
            }
            starts.add(position);
            sources.add(source);
            repairs.add(repair);
            return this;
        }

        private static void check(int position, int last) {
            if (position < last) {
                throw new IllegalArgumentException("a source map is filled from the top; " + position + " comes after " + last);
            }
        }

        /**
         * The finished map.
         *
         * @return an immutable map
         */
        public SourceMap build() {
            return new SourceMap(this);
        }
    }
}
