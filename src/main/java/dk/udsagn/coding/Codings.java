package dk.udsagn.coding;

import dk.udsagn.transcript.Span;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What a study's decisions come to: its codings, the suggestions nobody has decided on, and those that coders disagree on.
 *
 * <p>The same decisions give the same codings in whatever order they are handed in; a decision that is there twice counts once.
 * Codings are ordered by transcript, place, theme, coder and id.
 */
public final class Codings {
    private final History history;
    private final List<Coding> all;
    private final List<Decision.Suggested> open;
    private final List<Decision.Rejected> rejected;
    private final List<Conflict> conflicts;

    /** From lists in order, none of which changes. */
    Codings(History history, List<Coding> all, List<Decision.Suggested> open, List<Decision.Rejected> rejected, List<Conflict> conflicts) {
        this.history = history;
        this.all = all;
        this.open = open;
        this.rejected = rejected;
        this.conflicts = conflicts;
    }

    /**
     * A suggestion that was both accepted and rejected, by two coders or by one in two places. It is a coding of those who accepted it; the
     * conflict goes when one side withdraws.
     *
     * @param suggestion id of the suggestion
     * @param accepted   who accepted it, in the order of time
     * @param rejected   who rejected it, in the order of time
     */
    public record Conflict(String suggestion, List<Decision.Accepted> accepted, List<Decision.Rejected> rejected) {
        /** Copies the lists. */
        public Conflict {
            accepted = List.copyOf(accepted);
            rejected = List.copyOf(rejected);
        }
    }

    /**
     * Folds decisions into codings. Cost: n log n in the decisions.
     *
     * @param decisions all decisions of a study, in any order
     * @return what they come to
     * @see History#codings()
     */
    public static Codings of(Collection<? extends Decision> decisions) {
        return History.of(decisions).codings();
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
        return new Codings(history, all.stream().filter(wanted).toList(), open, rejected, conflicts);
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
        int from = firstNotBefore(transcript, false);
        return new Codings(history, all.subList(from, Math.max(from, firstNotBefore(transcript, true))), open, rejected, conflicts);
    }

    /** The codings lie in the order of their transcripts, so that those of one are found by halving. */
    private int firstNotBefore(String transcript, boolean after) {
        int low = 0;
        for (int high = all.size(); low < high;) {
            int middle = (low + high) >>> 1;
            int order = all.get(middle).place().transcript().compareTo(transcript);
            if (order < 0 || after && order == 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
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
        open.forEach(s -> both.add(coding(s)));
        both.sort(Fold.CODINGS);
        return new Codings(history, Collections.unmodifiableList(both), open, rejected, conflicts);
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
        return course(id).flatMap(c -> c.coding().or(() -> c.suggestion().map(Codings::coding))).filter(c -> Collections.binarySearch(all, c, Fold.CODINGS) >= 0)
            .orElseThrow(() -> new NoSuchElementException("there is no coding \"" + id + "\" among the " + all.size() + " there are"));
    }

    private Optional<Course> course(String id) {
        return history.decision(id).flatMap(d -> Course.of(d, history));
    }

    /** A suggestion shown among codings. */
    private static Coding coding(Decision.Suggested s) {
        return new Coding(s.entry().id(), Coding.SUGGESTER, s.content(), Optional.of(s.rule()), Optional.empty(), List.of(), s.entry().at());
    }

    /**
     * A recorded suggestion by its id, decided on or not.
     *
     * @param id the suggestion's id
     * @return the suggestion
     * @throws NoSuchElementException if there is none
     */
    public Decision.Suggested suggestion(String id) {
        return course(id).flatMap(Course::suggestion).orElseThrow(() -> new NoSuchElementException("there is no recorded suggestion \"" + id + "\" among the "
            + history.each().stream().filter(d -> d instanceof Decision.Suggested && history.stands(d)).count() + " there are; record them first with suggest --record"));
    }

    /**
     * Whether a suggestion has been recorded already.
     *
     * @param id the suggestion's id
     * @return true when a log holds it
     */
    public boolean knows(String id) {
        return course(id).flatMap(Course::suggestion).isPresent();
    }

    /**
     * Suggestions on which there are two minds. Nothing is settled for the coders.
     *
     * @return ordered by the suggestion's id
     */
    public List<Conflict> conflicts() {
        return conflicts;
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
