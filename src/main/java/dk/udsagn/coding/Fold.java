package dk.udsagn.coding;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** What a history comes to. A pure function of the set of decisions: their order in the files plays no part. */
record Fold(Sorted<Coding> codings, Sorted<Decision.Suggested> open, Sorted<Decision.Rejected> rejected, Sorted<Codings.Conflict> conflicts) {
    private static final Comparator<Decision.Content> PLACE = Comparator.<Decision.Content, String>comparing(c -> c.place().transcript())
        .thenComparing((Decision.Content c) -> c.place().span()).thenComparing(Decision.Content::theme);
    static final Comparator<Coding> CODINGS = Comparator.comparing(Coding::content, PLACE).thenComparing(Coding::coder).thenComparing(Coding::id);
    private static final Comparator<Decision.Suggested> OPEN = Comparator.comparing(Decision.Suggested::content, PLACE).thenComparing(s -> s.entry().id());
    private static final Comparator<Decision.Rejected> REJECTED = Comparator.comparing(Decision.Rejected::content, PLACE).thenComparing(d -> d.entry().id());
    private static final Comparator<Codings.Conflict> CONFLICTS = Comparator.comparing(Codings.Conflict::suggestion);
    /** Above so many new decisions, folding all anew is cheaper than putting each in its place. */
    private static final int FEW = 2_000;

    static Fold of(History history) {
        var codings = new ArrayList<Coding>();
        var open = new ArrayList<Decision.Suggested>();
        var rejected = new ArrayList<Decision.Rejected>();
        var verdicts = new HashSet<String>();
        for (Decision decision : history.each()) {
            Course.of(decision, history).ifPresent(course -> {
                course.coding().ifPresent(codings::add);
                course.suggestion().filter(s -> course.isOpen()).ifPresent(open::add);
                course.rejection().ifPresent(rejected::add);
            });
        }
        rejected.forEach(r -> verdicts.add(r.target()));
        var conflicts = verdicts.stream().map(id -> conflict(id, history)).flatMap(Optional::stream).sorted(CONFLICTS).toList();
        return new Fold(sorted(codings, Coding::content, CODINGS), sorted(open, Decision.Suggested::content, OPEN), sorted(rejected, Decision.Rejected::content, REJECTED),
            Sorted.of(conflicts, CONFLICTS));
    }

    private static <T> Sorted<T> sorted(List<T> things, Function<T, Decision.Content> content, Comparator<T> order) {
        var ranks = new HashMap<String, Integer>();
        things.stream().map(c -> content.apply(c).place().transcript()).distinct().sorted().forEach(t -> ranks.put(t, ranks.size()));
        @SuppressWarnings("unchecked") T[] all = (T[]) things.toArray();
        ByNumber.sort(all, c -> (long) ranks.get(content.apply(c).place().transcript()) << 31 | content.apply(c).place().span().start(), order);
        return Sorted.of(Arrays.asList(all), order);
    }

    private static Optional<Codings.Conflict> conflict(String suggestion, History history) {
        var yes = new ArrayList<Decision.Accepted>();
        var no = new ArrayList<Decision.Rejected>();
        for (Decision decision : history.about(suggestion)) {
            if (history.stands(decision) && decision instanceof Decision.Accepted d) {
                yes.add(d);
            } else if (history.stands(decision) && decision instanceof Decision.Rejected d) {
                no.add(d);
            }
        }
        return yes.isEmpty() || no.isEmpty() ? Optional.empty() : Optional.of(new Codings.Conflict(suggestion, yes, no));
    }

    /**
     * What the history comes to after decisions came in or were taken back, at the cost of what they bear on. Empty when that is everything, as
     * when a theme becomes part of another: all is then folded anew.
     */
    Optional<Fold> plus(Collection<? extends Decision> touching, History before, History after) {
        if (touching.size() > FEW || touching.stream().anyMatch(d -> d instanceof Decision.Merged || d instanceof Decision.Split)) {
            return Optional.empty();
        }
        var ids = new LinkedHashSet<String>();
        touching.forEach(d -> {
            ids.add(d.entry().id());
            History.target(d).ifPresent(ids::add);
        });
        Fold now = this;
        for (String id : ids) {
            now = now.replaced(id, before, after);
        }
        return Optional.of(now);
    }

    private Fold replaced(String id, History before, History after) {
        var old = before.decision(id).flatMap(d -> Course.of(d, before));
        var now = after.decision(id).flatMap(d -> Course.of(d, after));
        return new Fold(replaced(codings, old.flatMap(Course::coding), now.flatMap(Course::coding)),
            replaced(open, old.filter(Course::isOpen).flatMap(Course::suggestion), now.filter(Course::isOpen).flatMap(Course::suggestion)),
            replaced(rejected, old.flatMap(Course::rejection), now.flatMap(Course::rejection)),
            replaced(conflicts, conflict(id, before), conflict(id, after)));
    }

    private static <T> Sorted<T> replaced(Sorted<T> all, Optional<T> old, Optional<T> now) {
        if (old.equals(now)) {
            return all;
        }
        var left = old.map(all::without).orElse(all);
        return now.map(left::with).orElse(left);
    }

    /**
     * The decisions taken back: those that a withdrawal names which itself stands. Withdrawals that name one another in a ring take nothing back.
     */
    static Set<String> withdrawn(Collection<Decision.Withdrawn> withdrawals) {
        Map<String, String> targets = new HashMap<>();
        var unsettled = new HashMap<String, Integer>();                  // target to how many withdrawals of it may still stand
        for (Decision.Withdrawn w : withdrawals) {
            targets.put(w.entry().id(), w.target());
            unsettled.merge(w.target(), 1, Integer::sum);
        }
        var withdrawn = new HashSet<String>();
        var standing = new ArrayDeque<String>();
        targets.keySet().stream().filter(w -> !unsettled.containsKey(w)).forEach(standing::add);
        while (!standing.isEmpty()) {
            String gone = targets.get(standing.poll());
            if (withdrawn.add(gone) && targets.containsKey(gone)) {
                String freed = targets.get(gone);
                if (unsettled.merge(freed, -1, Integer::sum) == 0 && !withdrawn.contains(freed) && targets.containsKey(freed)) {
                    standing.add(freed);
                }
            }
        }
        return withdrawn;
    }
}
