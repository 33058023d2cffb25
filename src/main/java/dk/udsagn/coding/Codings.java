package dk.udsagn.coding;

import dk.udsagn.transcript.Span;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What a study's decisions come to: its codings, the suggestions nobody has decided on, and those that coders disagree on.
 *
 * <p>The same decisions give the same codings in whatever order they are handed in; a decision that is there twice counts once.
 * Codings are ordered by transcript, place, theme, coder and id.
 */
public final class Codings {
    private static final Comparator<Decision> TIME = Comparator.<Decision, Instant>comparing(d -> d.entry().at()).thenComparing(d -> d.entry().id());
    private static final Comparator<Decision.Content> PLACE = Comparator.<Decision.Content, String>comparing(c -> c.place().transcript())
        .thenComparing((Decision.Content c) -> c.place().span()).thenComparing(Decision.Content::theme);

    private static final Comparator<Coding> ORDER = Comparator.comparing(Coding::content, PLACE).thenComparing(Coding::coder).thenComparing(Coding::id);

    private final List<Coding> all;
    private final List<Decision.Suggested> open;
    private final List<Decision.Rejected> rejected;
    private final Map<String, Decision.Suggested> suggested;

    private Codings(List<Coding> all, List<Decision.Suggested> open, List<Decision.Rejected> rejected, Map<String, Decision.Suggested> suggested) {
        this.all = List.copyOf(all);
        this.open = List.copyOf(open);
        this.rejected = List.copyOf(rejected);
        this.suggested = suggested;
    }

    /**
     * Folds decisions into codings. Cost: n log n in the decisions.
     *
     * @param decisions all decisions of a study, in any order
     * @return what they come to
     */
    public static Codings of(Collection<? extends Decision> decisions) {
        var byId = new LinkedHashMap<String, Decision>();
        decisions.stream().sorted(TIME).forEach(d -> byId.putIfAbsent(d.entry().id(), d));
        var withdrawn = withdrawn(byId.values());
        var standing = byId.values().stream().filter(d -> !withdrawn.contains(d.entry().id())).toList();

        var latest = new HashMap<String, Decision.Respanned>();
        var memos = new HashMap<String, List<String>>();
        var decided = new HashSet<String>();
        var suggested = new LinkedHashMap<String, Decision.Suggested>();
        var rejected = new ArrayList<Decision.Rejected>();
        for (Decision decision : standing) {
            switch (decision) {
                case Decision.Respanned d -> latest.put(d.target(), d);
                case Decision.Noted d -> memos.computeIfAbsent(d.target(), k -> new ArrayList<>()).add(d.memo());
                case Decision.Accepted d -> decided.add(d.target());
                case Decision.Rejected d -> {
                    decided.add(d.target());
                    rejected.add(d);
                }
                case Decision.Suggested d -> suggested.put(d.entry().id(), d);
                case Decision.Laid d -> { }
                case Decision.Withdrawn d -> { }
            }
        }
        var codings = new ArrayList<Coding>();
        for (Decision decision : standing) {
            String id = decision.entry().id();
            var moved = latest.get(id);
            switch (decision) {
                case Decision.Laid d -> codings.add(new Coding(id, d.entry().coder(), moved == null ? d.content() : moved.content(),
                    Optional.empty(), d.why(), memos.getOrDefault(id, List.of()), d.entry().at()));
                case Decision.Accepted d -> codings.add(new Coding(id, d.entry().coder(), moved == null ? d.content() : moved.content(),
                    Optional.of(d.rule()), d.why(), memos.getOrDefault(id, List.of()), d.entry().at()));
                case Decision.Suggested d -> { }
                case Decision.Rejected d -> { }
                case Decision.Respanned d -> { }
                case Decision.Withdrawn d -> { }
                case Decision.Noted d -> { }
            }
        }
        codings.sort(ORDER);
        rejected.sort(Comparator.comparing(Decision.Rejected::content, PLACE).thenComparing(d -> d.entry().id()));
        var open = suggested.values().stream().filter(s -> !decided.contains(s.entry().id()))
            .sorted(Comparator.comparing(Decision.Suggested::content, PLACE).thenComparing(s -> s.entry().id())).toList();
        return new Codings(codings, open, rejected, suggested);
    }

    /** A decision is withdrawn when a withdrawal that itself stands names it. */
    private static Set<String> withdrawn(Collection<Decision> decisions) {
        var by = new HashMap<String, List<String>>();
        for (Decision decision : decisions) {
            if (decision instanceof Decision.Withdrawn w) {
                by.computeIfAbsent(w.target(), k -> new ArrayList<>()).add(w.entry().id());
            }
        }
        var state = new HashMap<String, Boolean>();
        by.keySet().forEach(target -> isWithdrawn(target, by, state, new HashSet<>()));
        var withdrawn = new HashSet<String>();
        state.forEach((id, gone) -> {
            if (gone) {
                withdrawn.add(id);
            }
        });
        return withdrawn;
    }

    private static boolean isWithdrawn(String id, Map<String, List<String>> by, Map<String, Boolean> state, Set<String> path) {
        Boolean known = state.get(id);
        if (known != null) {
            return known;
        }
        if (!path.add(id)) {
            return false;                       // withdrawals that name one another in a ring: none of the ring's making is believed
        }
        boolean gone = by.getOrDefault(id, List.of()).stream().anyMatch(w -> !isWithdrawn(w, by, state, path));
        path.remove(id);
        state.put(id, gone);
        return gone;
    }

    /**
     * The codings.
     *
     * @return all of them, in order
     */
    public List<Coding> all() {
        return all;
    }

    /**
     * The codings, for going through.
     *
     * @return all of them, in order
     */
    public Stream<Coding> stream() {
        return all.stream();
    }

    /**
     * Only some codings. Suggestions stay as they are.
     *
     * @param wanted which to keep
     * @return a new state
     */
    public Codings where(Predicate<Coding> wanted) {
        return new Codings(all.stream().filter(wanted).toList(), open, rejected, suggested);
    }

    /**
     * Only one coder's codings.
     *
     * @param coder the coder's id
     * @return a new state
     */
    public Codings by(String coder) {
        return where(c -> c.coder().equals(coder));
    }

    /**
     * Only codings in one transcript.
     *
     * @param transcript the transcript's id
     * @return a new state
     */
    public Codings in(String transcript) {
        return where(c -> c.place().transcript().equals(transcript));
    }

    /**
     * Only codings with one theme.
     *
     * @param theme the theme's id
     * @return a new state
     */
    public Codings of(String theme) {
        return where(c -> c.theme().equals(theme));
    }

    /**
     * Suggestions nobody has accepted or rejected.
     *
     * @return in order of place
     */
    public List<Decision.Suggested> open() {
        return open;
    }

    /**
     * The codings with the suggestions nobody has decided on among them, each as a coding of {@link Coding#SUGGESTER}.
     *
     * @return a new state; its open suggestions are the same
     */
    public Codings withOpen() {
        var both = new ArrayList<>(all);
        open.forEach(s -> both.add(new Coding(s.entry().id(), Coding.SUGGESTER, s.content(), Optional.of(s.rule()), Optional.empty(), List.of(), s.entry().at())));
        both.sort(ORDER);
        return new Codings(both, open, rejected, suggested);
    }

    /**
     * Suggestions that were turned down, once for each coder who did.
     *
     * @return in order of place
     */
    public List<Decision.Rejected> rejected() {
        return rejected;
    }

    /**
     * A coding by its id.
     *
     * @param id the coding's id
     * @return the coding
     * @throws NoSuchElementException if there is none
     */
    public Coding coding(String id) {
        return all.stream().filter(c -> c.id().equals(id)).findFirst()
            .orElseThrow(() -> new NoSuchElementException("there is no coding \"" + id + "\" among the " + all.size() + " there are"));
    }

    /**
     * A recorded suggestion by its id, decided on or not.
     *
     * @param id the suggestion's id
     * @return the suggestion
     * @throws NoSuchElementException if there is none
     */
    public Decision.Suggested suggestion(String id) {
        var found = suggested.get(id);
        if (found == null) {
            throw new NoSuchElementException("there is no recorded suggestion \"" + id + "\" among the " + suggested.size()
                + " there are; record them first with suggest --record");
        }
        return found;
    }

    /**
     * Whether a suggestion has been recorded already.
     *
     * @param id the suggestion's id
     * @return true when a log holds it
     */
    public boolean knows(String id) {
        return suggested.containsKey(id);
    }

    /**
     * Codings whose words share a character with a span.
     *
     * @param transcript the transcript's id
     * @param span       in its canonical text
     * @return in order
     */
    public List<Coding> at(String transcript, Span span) {
        return all.stream().filter(c -> c.place().transcript().equals(transcript) && c.span().overlaps(span)).toList();
    }
}
