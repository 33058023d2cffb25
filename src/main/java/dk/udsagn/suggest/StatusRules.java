package dk.udsagn.suggest;

import dk.udsagn.coding.Status;
import dk.udsagn.suggest.Clauses.Clause;
import dk.udsagn.suggest.Clauses.Word;
import dk.udsagn.transcript.Language;
import dk.udsagn.transcript.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * How the words an indicator found stand in their clause, by rules over the language's cues. Pure; knows no theme.
 *
 * <p>Negation reaches over the whole clause, since "ikke" follows the finite verb in Danish main clauses; over one boundary after verbs of
 * opinion ("jeg tror ikke, at …"), after "det er ikke, fordi …" and into relative clauses of "ikke nogen". Two negations cancel.
 */
final class StatusRules {
    static final Reading ASSERTED = new Reading(Status.ASSERTED, false, List.of());
    private static final int REACH = 3;
    private final Cues cues;

    StatusRules(Language language) {
        cues = Cues.of(language);
    }

    /**
     * What the rules found.
     *
     * @param status how the words stand
     * @param turned whether an odd number of negations turns what they say round
     * @param cues   the words it was told by, in order
     */
    record Reading(Status status, boolean turned, List<Span> cues) {
        /** The same with places counted {@code offset} further on. */
        Reading moved(int offset) {
            return offset == 0 || cues.isEmpty() ? this : new Reading(status, turned, IndicatorSuggester.moved(cues, offset));
        }
    }

    /** Reads one piece of evidence after another in one passage, which is cut into clauses once, and only if there is any. */
    final class Reader {
        private final String text;
        private final Span turn;
        private final Span passage;
        private Clauses clauses;

        private Reader(String text, Span turn, Span passage) {
            this.text = text;
            this.turn = turn;
            this.passage = passage;
        }

        /** Evidence outside the passage is passed over; {@code deniable} words of denial among the evidence deny as others do. */
        Reading read(List<Span> evidence, boolean deniable) {
            clauses = clauses == null ? Clauses.of(text, turn, passage, cues) : clauses;
            return new Read(text, turn, clauses, evidence, deniable).reading();
        }
    }

    /** A reader of a passage, usually a sentence, of a turn. */
    Reader in(String text, Span turn, Span passage) {
        return new Reader(text, turn, passage);
    }

    /** Reads evidence in a passage of a turn, words of denial among it left out. */
    Reading read(String text, Span turn, Span passage, List<Span> evidence) {
        return in(text, turn, passage).read(evidence, false);
    }

    /** How an answer to a question that was found stands: "nej" denies it. */
    Reading refusal(String text, Span turn) {
        var words = Clauses.words(text, new Span(turn.start(), Math.min(turn.end(), turn.start() + 40)));
        int length = cues.at("refusal", words, 0, words.size());
        return length == 0 ? ASSERTED : new Reading(Status.NEGATED, true, List.of(words.getFirst().span().cover(words.get(length - 1).span())));
    }

    /** Whether a single word is one of denial. */
    boolean denies(String form) {
        return cues.is("negation", form) || cues.is("forward", form);
    }

    /** One reading: the clauses, and what has been found so far. */
    private final class Read {
        private final String text;
        private final Span turn;
        private final Clauses all;
        private final List<Word> words;
        private final boolean[] found;
        private final TreeSet<Span> told = new TreeSet<>();
        private int strong;
        private int weak;

        Read(String text, Span turn, Clauses all, List<Span> evidence, boolean deniable) {
            this.text = text;
            this.turn = turn;
            this.all = all;
            this.words = all.words();
            this.found = new boolean[words.size()];
            for (int i = 0; i < words.size(); i++) {
                found[i] = overlaps(words.get(i), evidence) && !(deniable && cues.is("negation", words.get(i).form()));
            }
        }

        private static boolean overlaps(Word word, List<Span> evidence) {
            for (Span span : evidence) {
                if (span.start() < word.end() && word.start() < span.end()) {
                    return true;
                }
            }
            return false;
        }

        Reading reading() {
            var clauses = new ArrayList<Integer>();
            for (int c = 0; c < all.clauses().size(); c++) {
                if (first(c) >= 0) {
                    clauses.add(c);
                }
            }
            boolean hypothetical = false;
            boolean reported = new Voices(all, cues, found, told).quoted(text, turn);
            boolean hedged = false;
            for (int c : clauses) {
                hypothetical |= new Worlds(all, cues, found, told).hypothetical(c, REACH);
            }
            for (int c : clauses) {
                reported |= new Voices(all, cues, found, told).reported(c, REACH);
            }
            for (int c : clauses) {
                hedged |= new Doubts(all, cues, found, told).hedged(c);
                negation(c, first(c), last(c), REACH);
            }
            refused();
            boolean turned = (strong + weak) % 2 == 1;
            Status status = hypothetical ? Status.HYPOTHETICAL : reported ? Status.REPORTED
                : hedged || weak > 0 ? Status.HEDGED : turned ? Status.NEGATED : Status.ASSERTED;
            return new Reading(status, turned, List.copyOf(told));
        }

        private int first(int c) {
            Clause clause = all.clauses().get(c);
            for (int i = clause.from(); i < clause.to(); i++) {
                if (found[i]) {
                    return i;
                }
            }
            return -1;
        }

        private int last(int c) {
            Clause clause = all.clauses().get(c);
            for (int i = clause.to() - 1; i >= clause.from(); i--) {
                if (found[i]) {
                    return i;
                }
            }
            return -1;
        }

        /** Counts the negations that reach words {@code from} to {@code to} of a clause, in it and over its front edge. */
        private void negation(int c, int from, int to, int reach) {
            Clause clause = all.clauses().get(c);
            for (Negation n : negations(clause)) {
                if (reaches(n, from, to)) {
                    count(n);
                }
            }
            int p = all.previous(c);
            if (p < 0 || reach == 0) {
                return;
            }
            Clause before = all.clauses().get(p);
            var negations = negations(before);
            if (clause.elliptic()) {
                negations.stream().filter(n -> !n.forward()).forEach(this::count);
                return;
            }
            boolean carried = carries(before, clause, negations);
            if (carried) {
                negations.forEach(this::count);
            }
            boolean relative = cues.is("relative", words.get(clause.from()).form()) || cues.is("content", words.get(clause.from()).form());
            if (relative && (carried || cues.is("indefinite", words.get(before.to() - 1).form()))) {
                int q = all.previous(p);
                if (q >= 0 && carries(all.clauses().get(q), before, negations(all.clauses().get(q)))) {
                    negations(all.clauses().get(q)).forEach(this::count);
                }
            }
        }

        private boolean reaches(Negation n, int from, int to) {
            if (n.forward()) {
                return n.to() <= from;
            }
            if (n.from() > to) {
                for (int i = to + 1; i < n.from(); i++) {
                    if (cues.is("and", words.get(i).form())) {
                        return false;
                    }
                }
            }
            if (cues.is("never", words.get(n.from()).form())) {
                for (int i = n.to(); i <= to; i++) {
                    if (cues.is("so", words.get(i).form())) {
                        return false;
                    }
                }
            }
            return true;
        }

        private void count(Negation n) {
            if (n.weak()) {
                weak++;
            } else {
                strong++;
            }
            told.add(span(n.from(), n.to()));
        }

        /** Whether the negations of one clause are about the next one. */
        private boolean carries(Clause before, Clause clause, List<Negation> negations) {
            if (negations.isEmpty()) {
                return false;
            }
            String opening = words.get(clause.from()).form();
            Negation last = negations.getLast();
            boolean content = cues.is("content", opening);
            boolean subject = cues.is("subject", opening) && !cues.is("relative", opening);
            boolean open = last.to() == before.to() || has("raising", before.to() - 1, before) || cues.is("filler", words.get(before.to() - 1).form());
            boolean doubted = new Doubts(all, cues, found, new TreeSet<>()).doubts(before);
            if (!doubted && has("raising", before) && (content || subject && open)) {
                return true;
            }
            if (cues.is("denied-by", opening) && (has("denial", before) || last.to() == before.to() && last.from() - before.from() <= 1)) {
                return true;
            }
            if (last.forward() && last.to() == before.to()) {
                return true;
            }
            return cues.is("relative", opening) && (cues.is("indefinite", words.get(before.to() - 1).form()) || has("existential", before));
        }

        private boolean has(String work, Clause clause) {
            for (int i = clause.from(); i < clause.to(); i++) {
                if (has(work, i, clause)) {
                    return true;
                }
            }
            return false;
        }

        private boolean has(String work, int at, Clause clause) {
            return cues.at(work, words, at, clause.to()) > 0;
        }

        /** The negations that stand in a clause, but for tags, for "ikke kun" and the like, and for words that are evidence themselves. */
        private List<Negation> negations(Clause clause) {
            var negations = new ArrayList<Negation>();
            int i = clause.from();
            while (i < clause.to()) {
                int skip = Math.max(cues.at("no-negation", words, i, words.size()), tag(i, clause));
                int weakly = cues.at("weak-negation", words, i, clause.to());
                int forward = cues.at("forward", words, i, clause.to());
                int plain = cues.at("negation", words, i, clause.to());
                if (skip > 0) {
                    i += skip;
                } else if (weakly > 0 && !found[i]) {
                    negations.add(new Negation(i, i + weakly, true, false));
                    i += weakly;
                } else if (forward > 0 && !found[i]) {
                    negations.add(new Negation(i, i + forward, false, true));
                    i += forward;
                } else if (plain > 0 && !found[i]) {
                    boolean again = !negations.isEmpty() && negations.getLast().to() == i;
                    if (!again) {
                        negations.add(new Negation(i, i + plain, false, false));
                    }
                    i += plain;
                } else {
                    i++;
                }
            }
            return negations;
        }

        /** Length of a tag question that begins at a word, else 0: "…, ikke?", "… ik' også". */
        private int tag(int i, Clause clause) {
            int length = cues.at("tag", words, i, clause.to());
            if (length == 0) {
                return 0;
            }
            boolean closed = i + length == words.size() || !all.after(i + length - 1).isBlank();
            boolean opened = i > 0 && !all.before(i).isBlank();
            boolean asked = cues.at("bare-tag", words, i, clause.to()) == length && all.after(i + length - 1).contains("?");
            return closed && (opened || length > 1 || asked) ? length : 0;
        }

        /** "Hjalp det? Nej." */
        private void refused() {
            int end = words.isEmpty() ? turn.end() : words.getLast().end();
            if (end < turn.end() && all.after(words.size() - 1).contains("?")) {
                var next = Clauses.words(text, new Span(end, Math.min(turn.end(), end + 40)));
                int length = cues.at("refusal", next, 0, next.size());
                if (length > 0) {
                    strong++;
                    told.add(next.getFirst().span().cover(next.get(length - 1).span()));
                }
            }
        }

        private Span span(int from, int to) {
            return words.get(from).span().cover(words.get(to - 1).span());
        }
    }

    /** Words that deny. */
    private record Negation(int from, int to, boolean weak, boolean forward) {
    }
}
