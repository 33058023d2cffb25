package dk.udsagn.index;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Finds an expression in one passage, given the positions of its words. The words may come from tokens or from postings. */
final class Finder {
    /** A word said over and over near itself makes places without end. */
    private static final int MOST = 10_000;

    /** Where a single word of an expression stands. */
    interface Places {
        /** In rising order, each position once. */
        List<Found> of(Expression word);

        /** Whether a choice may be asked for as if it were a single word. */
        default boolean isOne(Expression.AnyOf choice) {
            return false;
        }
    }

    private Finder() { }

    /** All places by first word, last word and evidence, each once. */
    static List<Found> find(Expression expression, Places places) {
        return switch (expression) {
            case Expression.AnyForm word -> places.of(word);
            case Expression.Exactly word -> places.of(word);
            case Expression.Prefix word -> places.of(word);
            case Expression.Fuzzy word -> places.of(word);
            case Expression.Row row -> row(row, places);
            case Expression.Near near -> near(near, places);
            case Expression.NotNear not -> notNear(not, places);
            case Expression.AnyOf any -> {
                if (places.isOne(any)) {
                    yield places.of(any);
                }
                var all = new ArrayList<Found>();
                any.choices().forEach(choice -> all.addAll(find(choice, places)));
                yield sorted(all);
            }
        };
    }

    private static List<Found> row(Expression.Row row, Places places) {
        List<Found> soFar = find(row.places().get(0), places);
        for (int i = 1; i < row.places().size() && !soFar.isEmpty(); i++) {
            List<Found> next = find(row.places().get(i), places);
            var longer = new ArrayList<Found>();
            for (Found found : soFar) {
                for (int j = firstFrom(next, found.to()); j < next.size() && next.get(j).from() == found.to() && longer.size() < MOST; j++) {
                    longer.add(found.with(next.get(j)));
                }
            }
            soFar = sorted(longer);
        }
        return soFar;
    }

    private static List<Found> near(Expression.Near near, Places places) {
        List<Found> left = find(near.left(), places);
        List<Found> right = left.isEmpty() ? List.of() : find(near.right(), places);
        var pairs = new ArrayList<Found>();
        follow(left, right, near.distance(), pairs);
        if (!near.ordered()) {
            var turned = new ArrayList<Found>();
            follow(right, left, near.distance(), turned);
            pairs.addAll(turned);
        }
        List<Found> all = sorted(pairs);
        return all.size() > MOST ? all.subList(0, MOST) : all;
    }

    private static void follow(List<Found> first, List<Found> second, int distance, List<Found> pairs) {
        for (Found found : first) {
            for (int j = firstFrom(second, found.to()); j < second.size() && second.get(j).from() < found.to() + distance && pairs.size() < MOST; j++) {
                pairs.add(found.with(second.get(j)));
            }
        }
    }

    private static List<Found> notNear(Expression.NotNear not, Places places) {
        List<Found> wanted = find(not.wanted(), places);
        List<Found> unwanted = wanted.isEmpty() ? List.of() : find(not.unwanted(), places);
        if (unwanted.isEmpty()) {
            return wanted;
        }
        var latestEnd = new TreeMap<Integer, Integer>();      // from → the farthest end of anything that begins there or earlier
        int farthest = 0;
        for (Found found : unwanted) {
            farthest = Math.max(farthest, found.to());
            latestEnd.put(found.from(), farthest);
        }
        return wanted.stream().filter(found -> {
            var before = latestEnd.lowerEntry(found.to() + not.distance());
            return before == null || before.getValue() <= found.from() - not.distance();
        }).toList();
    }

    /** Index of the first that begins at {@code position} or later. */
    private static int firstFrom(List<Found> found, int position) {
        int low = 0;
        int high = found.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (found.get(middle).from() < position) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** In order, each once. Sorts the list it is given. */
    static List<Found> sorted(List<Found> all) {
        if (all.size() < 2) {
            return all;
        }
        all.sort(null);
        var once = new ArrayList<Found>(all.size());
        for (Found found : all) {
            Found last = once.isEmpty() ? null : once.get(once.size() - 1);
            if (last == null || last.compareTo(found) != 0) {
                once.add(found);
            } else if (found.whole()) {
                once.set(once.size() - 1, found);
            }
        }
        return once;
    }
}
