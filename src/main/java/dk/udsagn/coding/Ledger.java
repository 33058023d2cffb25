package dk.udsagn.coding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Decisions in the order in which they came, found by their own id and by the id of what they are about.
 *
 * <p>It only grows, so that a history and those that come of it by a few more decisions share one: each knows how many are its own and passes
 * over the rest. Safe for many threads.
 */
final class Ledger {
    private Decision[] all;
    /** The place of the one before about the same; -1 for the first. */
    private int[] before;
    /** Hash tables, never more than half full: of the places of decisions, counted from 1, 0 where there is none. */
    private int[] byId;
    private int[] byTarget;
    /** Marks of the ids that something is about; most ids have none, and need not be looked up. */
    private final long[] marks;
    private int size;
    private int targets;

    Ledger(int expected) {
        all = new Decision[Math.max(16, expected)];
        before = new int[all.length];
        byId = new int[Integer.highestOneBit(all.length) * 4];
        byTarget = new int[64];
        marks = new long[Math.max(1, byId.length / 16)];
    }

    /**
     * With more decisions after the first {@code own}, none of whose ids is among them: this ledger if it holds no others yet, else a copy, since
     * two histories may come of one.
     */
    synchronized Ledger plus(int own, Collection<? extends Decision> more) {
        Ledger to = this;
        if (size > own) {
            to = new Ledger(own + more.size());
            for (int i = 0; i < own; i++) {
                to.add(all[i]);
            }
        }
        for (Decision decision : more) {
            to.add(decision);
        }
        return to;
    }

    /** Adds one, unless there is one of its id: that is given back then. */
    synchronized Optional<Decision> add(Decision decision) {
        int slot = slotOf(decision.entry().id());
        if (byId[slot] > 0) {
            return Optional.of(all[byId[slot] - 1]);
        }
        if (size == all.length) {
            all = Arrays.copyOf(all, size + size / 8 + 16);
            before = Arrays.copyOf(before, all.length);
        }
        all[size] = decision;
        before[size] = -1;
        if (size * 2 >= byId.length) {
            byId = new int[byId.length * 2];
            for (int i = 0; i < size; i++) {
                byId[slotOf(all[i].entry().id())] = i + 1;
            }
            slot = slotOf(decision.entry().id());
        }
        byId[slot] = size + 1;
        History.target(decision).ifPresent(this::link);
        size++;
        return Optional.empty();
    }

    private void link(String target) {
        if (targets * 2 >= byTarget.length) {
            int[] old = byTarget;
            byTarget = new int[old.length * 2];
            for (int place : old) {
                if (place > 0) {
                    byTarget[slotAbout(History.target(all[place - 1]).orElseThrow())] = place;
                }
            }
        }
        mark(target, true);
        int slot = slotAbout(target);
        targets += byTarget[slot] == 0 ? 1 : 0;
        before[size] = byTarget[slot] - 1;
        byTarget[slot] = size + 1;
    }

    private int slotOf(String id) {
        int slot = first(id, byId);
        while (byId[slot] > 0 && !all[byId[slot] - 1].entry().id().equals(id)) {
            slot = slot + 1 & byId.length - 1;
        }
        return slot;
    }

    private int slotAbout(String target) {
        int slot = first(target, byTarget);
        while (byTarget[slot] > 0 && !target.equals(History.target(all[byTarget[slot] - 1]).orElseThrow())) {
            slot = slot + 1 & byTarget.length - 1;
        }
        return slot;
    }

    private boolean mark(String id, boolean set) {
        int bit = (int) (id.hashCode() * 0x9E3779B97F4A7C15L >>> 40) & marks.length * 64 - 1;
        marks[bit >>> 6] |= set ? 1L << bit : 0;
        return (marks[bit >>> 6] >>> bit & 1) == 1;
    }

    /** Ids that follow one another have hashes that do, too; they are strewn, or they would lie in each other's way. */
    private static int first(String id, int[] table) {
        return id.hashCode() * 0x9E3779B9 >>> Integer.numberOfLeadingZeros(table.length) + 1;
    }

    synchronized Decision get(int place) {
        return all[place];
    }

    /** The decision of an id, if it is among the first {@code own}. */
    synchronized Optional<Decision> decision(String id, int own) {
        int place = byId[slotOf(id)];
        return place == 0 || place > own ? Optional.empty() : Optional.of(all[place - 1]);
    }

    /** Those of the first {@code own} that are about the one of an id; the last to come first. */
    synchronized List<Decision> about(String id, int own) {
        int place = mark(id, false) ? byTarget[slotAbout(id)] - 1 : -1;
        if (place < 0) {
            return List.of();
        }
        var about = new ArrayList<Decision>(2);
        for (; place >= 0; place = before[place]) {
            if (place < own) {
                about.add(all[place]);
            }
        }
        return about;
    }

    /** The first {@code own}, in the order in which they came. */
    synchronized List<Decision> first(int own) {
        return Arrays.asList(all).subList(0, own);
    }
}
