package dk.udsagn.agreement;

import dk.udsagn.transcript.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * A text as a line of characters on which each coder marked segments: the data of the alphas for unitizing.
 *
 * <p>Segments of one coder and one category that overlap are one segment; segments that only touch stay two. What a coder left unmarked
 * is gaps. A continuum never changes.
 */
public final class Continuum {
    private final int length;
    private final List<String> coders;
    private final List<String> categories;
    private final List<List<Marked>> marked;
    private final int[] ends;

    /**
     * A stretch a coder marked.
     *
     * @param span     where, 0-based and half-open on the continuum
     * @param category as what
     */
    public record Segment(Span span, String category) {
        /** Checks that nothing is missing. */
        public Segment {
            Objects.requireNonNull(span, "span");
            Objects.requireNonNull(category, "category");
        }
    }

    /** A segment with its category as a number, 0-based. */
    record Marked(int start, int end, int category) {
        double length() {
            return end - start;
        }

        Marked moved(int by) {
            return new Marked(start + by, end + by, category);
        }
    }

    private Continuum(int length, List<String> coders, List<String> categories, List<List<Marked>> marked, int[] ends) {
        this.length = length;
        this.coders = coders;
        this.categories = categories;
        this.marked = marked;
        this.ends = ends;
    }

    /**
     * A continuum from each coder's segments.
     *
     * @param length  how many characters it has, 1 or more
     * @param byCoder coder to segments in any order; a coder who marked nothing has an empty list
     * @return the continuum
     * @throws IllegalArgumentException if the length is not positive or a segment ends past it
     */
    public static Continuum of(int length, Map<String, ? extends Collection<Segment>> byCoder) {
        if (length < 1) {
            throw new IllegalArgumentException("a continuum needs a length of 1 or more, not " + length);
        }
        var names = new TreeSet<String>();
        byCoder.values().forEach(list -> list.forEach(s -> names.add(s.category())));
        var categories = List.copyOf(names);
        var place = Categories.declared(categories).places();
        var marked = new ArrayList<List<Marked>>();
        byCoder.forEach((coder, list) -> {
            for (Segment segment : list) {
                if (segment.span().end() > length) {
                    throw new IllegalArgumentException("coder \"" + coder + "\" marked " + segment.span() + ", past the " + length + " characters there are");
                }
            }
            marked.add(merged(list.stream().map(s -> new Marked(s.span().start(), s.span().end(), place.get(s.category()))).toList()));
        });
        return new Continuum(length, List.copyOf(byCoder.keySet()), categories, List.copyOf(marked), new int[0]);
    }

    /**
     * The continuum in pieces that may be drawn for a bootstrap, such as turns. Pieces that a segment joins are drawn as one.
     *
     * @param ends where the pieces end, in any order; the end of the continuum is one of itself
     * @return a new continuum
     * @throws IllegalArgumentException if a piece ends before the first character or past the last
     */
    public Continuum inPieces(int... ends) {
        for (int end : ends) {
            if (end < 0 || end > length) {
                throw new IllegalArgumentException("a piece of a continuum of " + length + " characters cannot end at " + end);
            }
        }
        return new Continuum(length, coders, categories, marked, Arrays.stream(ends).sorted().distinct().toArray());
    }

    /** Another text with the same coders and categories: what a sample of the pieces looks like. */
    Continuum sampled(int newLength, List<List<Marked>> newMarked) {
        return new Continuum(newLength, coders, categories, newMarked, ends);
    }

    /** Where pieces end that no segment joins, the end of the continuum last. */
    int[] freeEnds() {
        int[] starts = marked.stream().flatMap(List::stream).mapToInt(Marked::start).sorted().toArray();
        int[] stops = marked.stream().flatMap(List::stream).mapToInt(Marked::end).sorted().toArray();
        var free = new TreeSet<Integer>();
        int i = 0;
        int j = 0;
        for (int end : ends) {
            while (i < starts.length && starts[i] < end) {
                i++;
            }
            while (j < stops.length && stops[j] <= end) {
                j++;
            }
            if (i == j && end > 0) {
                free.add(end);
            }
        }
        free.add(length);
        return free.stream().mapToInt(x -> x).toArray();
    }

    private static List<Marked> merged(List<Marked> segments) {
        var sorted = new ArrayList<>(segments);
        sorted.sort(Comparator.comparingInt(Marked::category).thenComparingInt(Marked::start).thenComparingInt(Marked::end));
        var merged = new ArrayList<Marked>();
        for (Marked next : sorted) {
            Marked last = merged.isEmpty() ? null : merged.getLast();
            if (last != null && last.category == next.category && next.start < last.end) {
                merged.set(merged.size() - 1, new Marked(last.start, Math.max(last.end, next.end), last.category));
            } else {
                merged.add(next);
            }
        }
        merged.sort(Comparator.comparingInt(Marked::start).thenComparingInt(Marked::end).thenComparingInt(Marked::category));
        return List.copyOf(merged);
    }

    /**
     * How long it is.
     *
     * @return characters
     */
    public int length() {
        return length;
    }

    /**
     * The coders.
     *
     * @return in the order they were given
     */
    public List<String> coders() {
        return coders;
    }

    /**
     * The categories that somebody used.
     *
     * @return by the alphabet
     */
    public List<String> categories() {
        return categories;
    }

    /**
     * What a coder marked.
     *
     * @param coder the coder
     * @return segments by place, overlapping ones of one category merged
     * @throws NoSuchElementException if there is no such coder
     */
    public List<Segment> segments(String coder) {
        int place = coders.indexOf(coder);
        if (place < 0) {
            throw new NoSuchElementException("the continuum has no coder \"" + coder + "\"; it has " + coders);
        }
        return marked.get(place).stream().map(m -> new Segment(new Span(m.start, m.end), categories.get(m.category))).toList();
    }

    /**
     * Each character as a unit that each coder did or did not mark with one of some categories: NVivo's way of comparing coders.
     *
     * @param wanted the categories that count; others count as not marked
     * @return a table with the categories {@code no} and {@code yes}; uncoded text counts. Its rows are the stretches on which nothing
     *     changes, each standing for its characters. Cost: n log n in the segments
     */
    public RatingTable characters(Set<String> wanted) {
        var cuts = new TreeSet<Integer>(List.of(0, length));
        marked.forEach(list -> list.stream().filter(m -> wanted.contains(categories.get(m.category))).forEach(m -> {
            cuts.add(m.start);
            cuts.add(m.end);
        }));
        int[] at = cuts.stream().mapToInt(x -> x).toArray();
        int[][] columns = new int[coders.size()][at.length - 1];
        for (int g = 0; g < columns.length; g++) {
            int[] depth = new int[at.length];
            for (Marked m : marked.get(g)) {
                if (wanted.contains(categories.get(m.category))) {
                    depth[Arrays.binarySearch(at, m.start)]++;
                    depth[Arrays.binarySearch(at, m.end)]--;
                }
            }
            for (int i = 0, open = 0; i < at.length - 1; i++) {
                open += depth[i];
                columns[g][i] = open > 0 ? 1 : 0;
            }
        }
        int[] counts = IntStream.range(0, at.length - 1).map(i -> at[i + 1] - at[i]).toArray();
        return RatingTable.weighted(coders, Categories.declared(List.of("no", "yes")), columns, counts, null);
    }

    List<List<Marked>> marked() {
        return marked;
    }
}
