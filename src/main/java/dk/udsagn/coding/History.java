package dk.udsagn.coding;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * All that was ever decided in a study, in the order of time: what codings are folded from, and what an audit reads.
 *
 * <p>A value: the same decisions in whatever order, however often, are the same history. Decisions of the same moment are ordered by id.
 */
public final class History {
    static final Comparator<Decision> TIME = Comparator.<Decision, Instant>comparing(d -> d.entry().at()).thenComparing(d -> d.entry().id());
    // the text decides only between two different decisions of the same id and moment, which no honest log holds
    private static final Comparator<Decision> ALL = TIME.thenComparing((a, b) -> a.equals(b) ? 0 : a.toString().compareTo(b.toString()));

    private final Ledger ledger;
    private final int size;
    private final Instant last;
    private final List<Decision> clashes;
    /** Those about themes, and so about everything laid with them; in the order of time. */
    private final List<Decision> themes;
    private final List<Decision> standingThemes;
    private final List<Decision.Withdrawn> withdrawals;
    private final Set<String> withdrawn;
    private final boolean cameInTime;
    /** In the order of time, where they came in another and somebody asked; null before. */
    private volatile List<Decision> inTime;
    private volatile Fold fold;

    private History(Ledger ledger, int size, boolean cameInTime, Instant last, List<Decision> clashes, List<Decision> themes, List<Decision.Withdrawn> withdrawals,
                    Set<String> withdrawn) {
        this.ledger = ledger;
        this.size = size;
        this.cameInTime = cameInTime;
        this.last = last;
        this.clashes = clashes;
        this.themes = themes;
        this.withdrawals = withdrawals;
        this.withdrawn = withdrawn;
        this.standingThemes = themes.stream().filter(this::stands).toList();
    }

    /**
     * The history that decisions make up. Cost: n log n.
     *
     * @param decisions in any order; one that is there twice counts once
     * @return the history
     */
    public static History of(Collection<? extends Decision> decisions) {
        Decision[] all = decisions.toArray(new Decision[0]);
        ByNumber.sort(all, d -> ByNumber.of(d.entry().at()), ALL);
        var ledger = new Ledger(all.length);
        var clashes = new LinkedHashSet<Decision>();
        int size = 0;
        for (Decision decision : all) {
            var earlier = ledger.add(decision);
            if (earlier.isEmpty()) {
                size++;
            } else if (!Decisions.same(earlier.get(), decision)) {
                clashes.add(decision);
            }
        }
        var inTime = ledger.first(size);
        var withdrawals = Decisions.of(inTime, Decision.Withdrawn.class);
        var sorted = clashes.stream().sorted(Comparator.<Decision, String>comparing(d -> d.entry().id()).thenComparing(ALL)).toList();
        return new History(ledger, size, true, size == 0 ? Instant.MIN : inTime.getLast().entry().at(), sorted,
            inTime.stream().filter(Decisions::isAboutThemes).toList(), withdrawals, Fold.withdrawn(withdrawals));
    }

    /**
     * The history with more decisions: the same as that of all together. A few cost what they bear on, however long the history.
     *
     * @param more decisions; those that are there already count once
     * @return a new history
     */
    public History plus(Collection<? extends Decision> more) {
        var fresh = new LinkedHashMap<String, Decision>();
        boolean contested = more.size() > size / 16 + 16;
        for (Decision decision : contested ? List.<Decision>of() : more) {
            Decision known = decision(decision.entry().id()).orElse(fresh.get(decision.entry().id()));
            if (known == null) {
                fresh.put(decision.entry().id(), decision);
            } else {
                contested |= !known.equals(decision) && !(Decisions.same(known, decision) && ALL.compare(known, decision) < 0);
            }
        }
        if (contested) {
            return of(Stream.of(each(), clashes, more).<Decision>flatMap(Collection::stream).toList());
        }
        return fresh.isEmpty() ? this : grown(fresh.values().stream().sorted(TIME).toList());
    }

    private History grown(List<Decision> fresh) {
        var named = plus(themes, fresh.stream().filter(Decisions::isAboutThemes).toList());
        var undone = plus(withdrawals, Decisions.of(fresh, Decision.Withdrawn.class));
        Instant end = fresh.getLast().entry().at();
        boolean after = size == 0 || TIME.compare(ledger.get(size - 1), fresh.getFirst()) < 0;
        var next = new History(ledger.plus(size, fresh), size + fresh.size(), cameInTime && after, end.isAfter(last) ? end : last, clashes, named, undone,
            undone == withdrawals ? withdrawn : Fold.withdrawn(undone));
        Fold now = fold;
        if (now != null) {
            var touching = new ArrayList<>(fresh);
            if (next.withdrawn != withdrawn) {
                touching.addAll(next.onlyWithdrawnHere(this));
                touching.addAll(onlyWithdrawnHere(next));
            }
            next.fold = now.plus(touching, this, next).orElse(null);
        }
        return next;
    }

    private List<Decision> onlyWithdrawnHere(History other) {
        return withdrawn.stream().filter(id -> !other.withdrawn.contains(id)).map(this::decision).flatMap(Optional::stream).toList();
    }

    private static <T extends Decision> List<T> plus(List<T> all, List<T> more) {
        return more.isEmpty() ? all : Stream.concat(all.stream(), more.stream()).sorted(TIME).toList();
    }

    /**
     * What was known at an earlier moment.
     *
     * @param moment decisions after it are left aside
     * @return a new history
     */
    public History asOf(Instant moment) {
        return of(each().stream().filter(d -> !d.entry().at().isAfter(moment)).toList());
    }

    /**
     * What the decisions come to.
     *
     * @return the codings; folded when first asked for
     */
    public Codings codings() {
        Fold now = fold;
        if (now == null) {
            now = Fold.of(this);
            fold = now;
        }
        return new Codings(this, now.codings(), now.open(), now.rejected(), now.conflicts());
    }

    /**
     * All decisions, each once.
     *
     * @return in the order of time
     */
    public List<Decision> decisions() {
        List<Decision> sorted = cameInTime ? each() : inTime;
        if (sorted == null) {
            sorted = each().stream().sorted(TIME).toList();
            inTime = sorted;
        }
        return Collections.unmodifiableList(sorted);
    }

    /** All decisions, each once, in no order that means anything. */
    List<Decision> each() {
        return ledger.first(size);
    }

    /**
     * A decision by its id.
     *
     * @param id the decision's id
     * @return the decision; empty when no log holds it
     */
    public Optional<Decision> decision(String id) {
        return ledger.decision(id, size);
    }

    /**
     * The time to put on the next decision: now, or, should the clock have run backwards, a millisecond past the last decision, so that
     * the order of time is the order in which things were decided.
     *
     * @param now what the clock says
     * @return a moment after that of every decision here
     */
    public Instant after(Instant now) {
        if (size == 0) {
            return now;
        }
        Instant next = last.plusMillis(1);
        return now.isBefore(next) ? next : now;
    }

    /**
     * What was decided on a decision: verdicts on a suggestion, memos on a coding, withdrawals, withdrawn or not.
     *
     * @param id the decision's id
     * @return in the order of time
     */
    public List<Decision> about(String id) {
        var about = ledger.about(id, size);
        return about.size() < 2 ? List.copyOf(about) : about.stream().sorted(TIME).toList();
    }

    /**
     * The decisions taken back: those that a withdrawal names which itself stands.
     *
     * @return their ids
     */
    public Set<String> withdrawn() {
        return Collections.unmodifiableSet(withdrawn);
    }

    boolean stands(Decision decision) {
        return withdrawn.isEmpty() || !withdrawn.contains(decision.entry().id());
    }

    /** The decisions about themes that stand, in the order of time. */
    List<Decision> themes() {
        return standingThemes;
    }

    /**
     * Decisions that carry the id of another one and say something else; the earliest of an id counts, the others are here.
     *
     * @return none in an honest log
     */
    public List<Decision> clashes() {
        return clashes;
    }

    /**
     * Decisions on decisions that are not here: a log is missing from the folder, or a line from a log.
     *
     * @return in the order of time
     */
    public List<Decision> loose() {
        return decisions().stream().filter(d -> target(d).filter(t -> decision(t).isEmpty()).isPresent()).toList();
    }

    /**
     * The audit: one row a decision.
     *
     * @return in the order of time
     */
    public Stream<Row> rows() {
        return decisions().stream().map(new Rows(this)::row);
    }

    /**
     * One decision as an audit shows it.
     *
     * @param id       the decision's id
     * @param when     when
     * @param who      id of the coder, or the name of the suggester
     * @param act      {@link Decision#act()}
     * @param target   id of the decision it is about; empty for what stands on its own
     * @param theme    the theme, as the decision or the one it is about named it
     * @param place    the words and where they stand, as the decision or the one it is about named them; empty for decisions on themes
     * @param detail   what else it says: the rule, the memo, the other theme; empty text when nothing
     * @param why      the reason given
     * @param library  name and version of the program
     * @param codebook version of the codebook; empty text where the decision names none
     */
    public record Row(String id, Instant when, String who, String act, Optional<String> target, String theme, Optional<Place> place, String detail,
                      Optional<String> why, String library, String codebook) {
    }

    /**
     * The decision that a decision is about.
     *
     * @param decision a decision
     * @return the other's id; empty for what stands on its own
     */
    public static Optional<String> target(Decision decision) {
        return switch (decision) {
            case Decision.Accepted d -> Optional.of(d.target());
            case Decision.Rejected d -> Optional.of(d.target());
            case Decision.Respanned d -> Optional.of(d.target());
            case Decision.Withdrawn d -> Optional.of(d.target());
            case Decision.Noted d -> Optional.of(d.target());
            case Decision.Moved d -> Optional.of(d.target());
            case Decision.Laid d -> Optional.empty();
            case Decision.Suggested d -> Optional.empty();
            case Decision.Merged d -> Optional.empty();
            case Decision.Split d -> Optional.empty();
        };
    }
}
