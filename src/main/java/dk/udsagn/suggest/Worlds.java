package dk.udsagn.suggest;

import dk.udsagn.suggest.Clauses.Clause;
import dk.udsagn.suggest.Clauses.Word;
import dk.udsagn.transcript.Span;
import java.util.List;
import java.util.Set;

/** What is not the case: conditions, what would have been, wishes. A condition for what usually happens ("hvis jeg ringer, lytter de") leaves its consequence asserted. */
record Worlds(Clauses all, Cues cues, boolean[] found, Set<Span> told) {

    boolean hypothetical(int c, int reach) {
        Clause clause = all.clauses().get(c);
        if (!askedWhether(c) && condition(clause) || verbFirst(c) || wouldHave(clause) || wish(clause) || consequence(c)) {
            return true;
        }
        int p = all.previous(c);
        if (p < 0 || reach == 0) {
            return false;
        }
        Clause before = all.clauses().get(p);
        String opening = all.words().get(clause.from()).form();
        boolean content = cues.is("content", opening);
        boolean subject = cues.is("subject", opening) && !cues.is("relative", opening);
        if ((content || subject && before.to() - before.from() <= 6) && wishing(before)) {
            return true;
        }
        boolean attached = content || cues.is("relative", opening) || clause.elliptic() || clause.coordinate();
        return attached && hypothetical(p, reach - 1);
    }

    /** "I don't know if it helped": the same word asks, and is doubt. */
    private boolean askedWhether(int c) {
        int p = all.previous(c);
        return p >= 0 && cues.is("whether", all.words().get(all.clauses().get(c).from()).form()) && find("doubt", all.clauses().get(p)) >= 0;
    }

    private boolean condition(Clause clause) {
        for (int i = clause.from(); i < Math.min(clause.to(), clause.from() + 3); i++) {
            int length = cues.at("if", all.words(), i, clause.to());
            if (length > 0) {
                return tell(i, length);
            }
        }
        return false;
    }

    /** A condition without "if": "havde hun lyttet, så …", told from a question by what follows. */
    private boolean verbFirst(int c) {
        Clause clause = all.clauses().get(c);
        int next = all.next(c);
        return all.previous(c) < 0 && next >= 0 && clause.to() - clause.from() > 2 && cues.is("past", all.words().get(clause.from()).form())
            && cues.is("subject", all.words().get(clause.from() + 1).form()) && cues.is("so", all.words().get(all.clauses().get(next).from()).form())
            && tell(clause.from(), 1);
    }

    /** "ville jo have gjort en forskel": a participle follows, or it is a wish to have something. */
    private boolean wouldHave(Clause clause) {
        List<Word> words = all.words();
        for (int i = clause.from(); i < clause.to(); i++) {
            if (cues.at("would", words, i, clause.to()) == 0) {
                continue;
            }
            for (int k = i + 1; k < Math.min(clause.to(), i + 6); k++) {
                int length = cues.at("perfect", words, k, clause.to());
                if (length == 1 && cues.at("no-perfect", words, k, clause.to()) == 0 && participle(k + 1, clause) || length > 1) {
                    return tell(i, 1) & tell(k, length);
                }
            }
        }
        return false;
    }

    private boolean participle(int i, Clause clause) {
        for (int k = i; k < Math.min(clause.to(), i + 3); k++) {
            String form = all.words().get(k).form();
            if (!cues.is("filler", form) && cues.endsIn("participle-ending", form)) {
                return true;
            }
        }
        return false;
    }

    private boolean wish(Clause clause) {
        List<Word> words = all.words();
        int opener = cues.at("wish-opener", words, clause.from(), clause.to());
        int next = clause.from() + opener;
        if (opener > 0 && next < clause.to() && cues.is("subject", words.get(next).form()) && cues.at("wish-no", words, clause.from(), clause.to()) == 0) {
            return tell(clause.from(), opener);
        }
        for (int i = clause.from(); i < clause.to() && !found[i]; i++) {
            int length = cues.at("wish", words, i, clause.to());
            if (length > 0) {
                return tell(i, length);
            }
        }
        return false;
    }

    private boolean wishing(Clause clause) {
        for (int i = clause.from(); i < clause.to(); i++) {
            int length = cues.at("wish", all.words(), i, clause.to());
            if (length > 0) {
                return tell(i, length);
            }
        }
        return false;
    }

    /** What would follow: "så havde jeg nok …" beside a condition in the past. */
    private boolean consequence(int c) {
        int verb = find("counterfactual", all.clauses().get(c));
        if (verb < 0) {
            return false;
        }
        for (int k = c - 1; k >= 0 && !all.clauses().get(k + 1).hard(); k--) {
            if (conditionInThePast(all.clauses().get(k))) {
                return tell(verb, 1);
            }
        }
        for (int k = c + 1; k < all.clauses().size() && !all.clauses().get(k).hard(); k++) {
            if (conditionInThePast(all.clauses().get(k))) {
                return tell(verb, 1);
            }
        }
        return false;
    }

    private boolean conditionInThePast(Clause clause) {
        for (int i = clause.from(); i < Math.min(clause.to(), clause.from() + 3); i++) {
            if (cues.at("if", all.words(), i, clause.to()) > 0) {
                return find("past", clause) >= 0;
            }
        }
        return false;
    }

    private int find(String work, Clause clause) {
        return all.find(work, clause, cues);
    }

    private boolean tell(int from, int length) {
        told.add(all.words().get(from).span().cover(all.words().get(from + length - 1).span()));
        return true;
    }
}
