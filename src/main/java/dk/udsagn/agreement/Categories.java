package dk.udsagn.agreement;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The categories of a table: their names, whether they have an order, and the sets they stand for, if they do.
 *
 * @param names   in the order of the codes
 * @param ordered whether that order was declared
 * @param labels  the set behind each name; empty when categories are no sets
 */
record Categories(List<String> names, boolean ordered, List<Set<String>> labels) {
    private static final Pattern NUMBER = Pattern.compile("[-+]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][-+]?\\d+)?");

    static Categories seen(List<String> names) {
        return new Categories(List.copyOf(names), false, List.of());
    }

    static Categories declared(List<String> names) {
        if (new HashSet<>(names).size() != names.size() || names.contains("")) {
            throw new IllegalArgumentException("categories need names that differ and are not empty, not " + names);
        }
        return new Categories(List.copyOf(names), true, List.of());
    }

    static Categories sets(Set<Set<String>> used) {
        List<Set<String>> labels = used.isEmpty() ? List.of(Set.of()) : List.copyOf(used);
        return new Categories(labels.stream().map(s -> "{" + String.join(", ", s) + "}").toList(), false, labels);
    }

    /** Numbers by size, words by the alphabet, so that figures do not hang on which rating came first. */
    Categories sorted() {
        var order = new ArrayList<>(names);
        order.sort(values().isPresent() ? Comparator.comparingDouble(Double::parseDouble).thenComparing(Comparator.naturalOrder()) : Comparator.naturalOrder());
        return seen(order);
    }

    int size() {
        return names.size();
    }

    boolean areSets() {
        return !labels.isEmpty();
    }

    Map<String, Integer> places() {
        var places = new HashMap<String, Integer>();
        for (int i = 0; i < names.size(); i++) {
            places.put(names.get(i), i);
        }
        return places;
    }

    /** The categories as numbers; empty when one is none. */
    Optional<double[]> values() {
        if (areSets() || !names.stream().allMatch(name -> NUMBER.matcher(name).matches())) {
            return Optional.empty();
        }
        return Optional.of(names.stream().mapToDouble(Double::parseDouble).toArray());
    }
}
