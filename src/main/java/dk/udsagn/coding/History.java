package dk.udsagn.coding;

import dk.udsagn.transcript.Span;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
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
    private static final Comparator<Decision> TIME = Comparator.<Decision, Instant>comparing(d -> d.entry().at()).thenComparing(d -> d.entry().id());
    // the text decides only between two different decisions of the same id and moment, which no honest log holds
    private static final Comparator<Decision> ID = Comparator.<Decision, String>comparing(d -> d.entry().id())
        .thenComparing(d -> d.entry().at()).thenComparing(Decision::toString);
    /** Above so many new decisions, folding all anew is cheaper than putting each in its place. */
    private static final int FEW = 64;

    private final List<Decision> inTime;
    private final Decision[] byId;
    private final List<Decision> clashes;
    private volatile Codings codings;

    private History(Decision[] inTime, Decision[] byId, List<Decision> clashes) {
        this.inTime = Arrays.asList(inTime);
        this.byId = byId;
        this.clashes = List.copyOf(clashes);
    }

    /**
     * The history that decisions make up. Cost: n log n.
     *
     * @param decisions in any order; one that is there twice counts once
     * @return the history
     */
    public static History of(Collection<? extends Decision> decisions) {
        return unique(decisions.toArray(new Decision[0]), List.of());
    }

    private static History unique(Decision[] all, List<Decision> known) {
        var clashes = new ArrayList<>(known);
        Decision[] inTime = all.clone();                // logs come in the order of time, so that this sort has little to do
        Arrays.sort(inTime, TIME);
        ByNumber.sort(all, d -> ByNumber.of(d.entry().id()), ID);
        int n = 0;
        for (Decision decision : all) {
            if (n > 0 && all[n - 1].entry().id().equals(decision.entry().id())) {
                if (!same(all[n - 1], decision) && !clashes.contains(decision)) {
                    clashes.add(decision);
                }
            } else {
                all[n++] = decision;
            }
        }
        Decision[] byId = all;
        if (n < all.length) {
            byId = Arrays.copyOf(all, n);
            inTime = byId.clone();
            Arrays.sort(inTime, TIME);
        }
        return new History(inTime, byId, clashes);
    }

    /** Whether two decisions of one id say the same. Two programs may record the same suggestion, each at its own time. */
    private static boolean same(Decision a, Decision b) {
        return a.equals(b) || a instanceof Decision.Suggested s && b instanceof Decision.Suggested t && s.content().equals(t.content()) && s.rule().equals(t.rule())
            || a instanceof Decision.Moved m && b instanceof Decision.Moved o && m.target().equals(o.target()) && m.from().equals(o.from()) && m.to().equals(o.to());
    }

    /**
     * The history with more decisions: the same as that of all together, and much cheaper for a few.
     *
     * @param more decisions; those that are there already count once
     * @return a new history
     */
    public History plus(Collection<? extends Decision> more) {
        boolean few = more.size() <= FEW;
        boolean fresh = few && more.stream().allMatch(d -> decision(d.entry().id()).isEmpty())
            && more.stream().map(d -> d.entry().id()).distinct().count() == more.size();
        if (!fresh) {
            if (few && more.stream().allMatch(d -> decision(d.entry().id()).filter(d::equals).isPresent())) {
                return this;
            }
            Decision[] all = Arrays.copyOf(byId, byId.length + more.size());
            System.arraycopy(more.toArray(new Decision[0]), 0, all, byId.length, more.size());
            return unique(all, clashes);
        }
        History next = new History(inserted(inTime.toArray(new Decision[0]), more, TIME), inserted(byId, more, ID), clashes);
        Codings now = codings;
        for (Decision decision : more) {
            now = now == null ? null : now.plus(decision, next);
        }
        next.codings = now;
        return next;
    }

    private static Decision[] inserted(Decision[] sorted, Collection<? extends Decision> more, Comparator<Decision> order) {
        Decision[] all = Arrays.copyOf(sorted, sorted.length + more.size());
        System.arraycopy(more.toArray(new Decision[0]), 0, all, sorted.length, more.size());
        Arrays.sort(all, order);                    // two sorted stretches: linear
        return all;
    }

    /**
     * What was known at an earlier moment.
     *
     * @param moment decisions after it are left aside
     * @return a new history
     */
    public History asOf(Instant moment) {
        return of(inTime.stream().filter(d -> !d.entry().at().isAfter(moment)).toList());
    }

    /**
     * What the decisions come to.
     *
     * @return the codings; folded when first asked for
     */
    public Codings codings() {
        Codings now = codings;
        if (now == null) {
            now = Fold.of(this);
            codings = now;
        }
        return now;
    }

    /**
     * All decisions, each once.
     *
     * @return in the order of time
     */
    public List<Decision> decisions() {
        return Collections.unmodifiableList(inTime);
    }

    List<Decision> inTime() {
        return inTime;
    }

    /**
     * A decision by its id.
     *
     * @param id the decision's id
     * @return the decision; empty when no log holds it
     */
    public Optional<Decision> decision(String id) {
        int low = 0;
        int high = byId.length - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = byId[middle].entry().id().compareTo(id);
            if (order == 0) {
                return Optional.of(byId[middle]);
            }
            low = order < 0 ? middle + 1 : low;
            high = order < 0 ? high : middle - 1;
        }
        return Optional.empty();
    }

    /**
     * The time to put on the next decision: now, or, should the clock have run backwards, a millisecond past the last decision, so that
     * the order of time is the order in which things were decided.
     *
     * @param now what the clock says
     * @return a moment after that of every decision here
     */
    public Instant after(Instant now) {
        if (inTime.isEmpty()) {
            return now;
        }
        Instant next = inTime.getLast().entry().at().plusMillis(1);
        return now.isBefore(next) ? next : now;
    }

    /**
     * The decisions taken back: those that a withdrawal names which itself stands. Cost: linear in the decisions.
     *
     * @return their ids
     */
    public Set<String> withdrawn() {
        return Collections.unmodifiableSet(Fold.withdrawn(inTime));
    }

    /** Whether any decision is about the one of this id. */
    boolean named(String id) {
        return inTime.stream().anyMatch(d -> target(d).filter(id::equals).isPresent() || d instanceof Decision.Split s && s.parts().containsKey(id));
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
        return inTime.stream().filter(d -> target(d).filter(t -> decision(t).isEmpty()).isPresent()).toList();
    }

    /**
     * The audit: one row a decision.
     *
     * @return in the order of time
     */
    public Stream<Row> rows() {
        return inTime.stream().map(this::row);
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

    private Row row(Decision d) {
        String detail = switch (d) {
            case Decision.Suggested s -> s.rule().name();
            case Decision.Accepted a -> a.rule().name();
            case Decision.Rejected r -> r.rule().name();
            case Decision.Noted n -> n.memo();
            case Decision.Moved m -> "from " + text(m.from().span()) + " to " + text(m.to().span());
            case Decision.Merged m -> "into " + m.into();
            case Decision.Split s -> "into " + String.join(", ", s.parts().values().stream().distinct().toList()) + ": " + s.parts().size();
            case Decision.Laid l -> "";
            case Decision.Respanned r -> "";
            case Decision.Withdrawn w -> decision(w.target()).map(Decision::act).orElse("");
        };
        Optional<String> why = switch (d) {
            case Decision.Laid l -> l.why();
            case Decision.Accepted a -> a.why();
            case Decision.Rejected r -> r.why();
            case Decision.Respanned r -> r.why();
            case Decision.Withdrawn w -> w.why();
            case Decision.Merged m -> m.why();
            case Decision.Split s -> s.why();
            case Decision.Moved m -> Optional.of(m.why());
            case Decision.Suggested s -> Optional.empty();
            case Decision.Noted n -> Optional.empty();
        };
        Optional<Decision.Content> content = subject(d);
        String theme = d instanceof Decision.Merged m ? m.theme() : d instanceof Decision.Split s ? s.theme() : content.map(Decision.Content::theme).orElse("");
        String codebook = d instanceof Decision.Merged m ? m.codebookVersion() : d instanceof Decision.Split s ? s.codebookVersion()
            : content.map(Decision.Content::codebookVersion).orElse("");
        Optional<Place> place = d instanceof Decision.Moved m ? Optional.of(m.to()) : content.map(Decision.Content::place);
        return new Row(d.entry().id(), d.entry().at(), d.entry().coder(), d.act(), target(d), theme, place, detail, why, d.entry().library(), codebook);
    }

    private static String text(Span span) {
        return span.start() + "-" + span.end();
    }

    /** What a decision is about: its own content, or that of the decision it names, through withdrawals of withdrawals. */
    private Optional<Decision.Content> subject(Decision decision) {
        Optional<Decision> at = Optional.of(decision);
        for (int steps = 0; at.isPresent() && steps < 100; steps++) {
            var content = at.get() instanceof Decision.Respanned r ? Optional.of(r.content()) : content(at.get());
            if (content.isPresent()) {
                return content;
            }
            at = target(at.get()).flatMap(this::decision);
        }
        return Optional.empty();
    }

    /** What a coding, a suggestion or its rejection was made with. */
    static Optional<Decision.Content> content(Decision decision) {
        return switch (decision) {
            case Decision.Laid d -> Optional.of(d.content());
            case Decision.Suggested d -> Optional.of(d.content());
            case Decision.Accepted d -> Optional.of(d.content());
            case Decision.Rejected d -> Optional.of(d.content());
            case Decision.Respanned d -> Optional.empty();
            case Decision.Withdrawn d -> Optional.empty();
            case Decision.Noted d -> Optional.empty();
            case Decision.Moved d -> Optional.empty();
            case Decision.Merged d -> Optional.empty();
            case Decision.Split d -> Optional.empty();
        };
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
