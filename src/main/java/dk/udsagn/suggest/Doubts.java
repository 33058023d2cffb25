package dk.udsagn.suggest;

import dk.udsagn.suggest.Clauses.Clause;
import dk.udsagn.suggest.Clauses.Word;
import dk.udsagn.transcript.Span;
import java.util.List;
import java.util.Set;

/** Softening: "måske", "til en vis grad", "jeg tror, at …", "jeg ved ikke, om …". */
record Doubts(Clauses all, Cues cues, boolean[] found, Set<Span> told) {

    boolean hedged(int c) {
        Clause clause = all.clauses().get(c);
        boolean hedged = own(clause);
        int p = all.previous(c);
        if (p >= 0) {
            hedged |= over(all.clauses().get(p), clause);
        }
        int n = all.next(c);
        if (n >= 0) {
            hedged |= after(clause, all.clauses().get(n));
        }
        return hedged;
    }

    /** Whether a clause says that something is not known. */
    boolean doubts(Clause clause) {
        return find("doubt", clause) >= 0;
    }

    private boolean own(Clause clause) {
        boolean hedged = false;
        List<Word> words = all.words();
        for (int i = clause.from(); i < clause.to(); i++) {
            int skip = Math.max(cues.at("no-hedge", words, i, words.size()), cues.at("belief-not", words, i, words.size()));
            int length = found[i] ? 0 : Math.max(cues.at("hedge", words, i, clause.to()), beforeEvidence(i, clause));
            int near = cues.at("near-hedge", words, i, clause.to());
            if (skip > 0) {
                i += skip - 1;
            } else if (length > 0 && !tag(i, length)) {
                hedged |= tell(i, length);
                i += length - 1;
            } else if (near > 0 && beside(i, i + near, clause)) {
                hedged |= tell(i, near);
                i += near - 1;
            }
        }
        return hedged;
    }

    /** "jeg tror de forstod mig": opinion before the evidence in one clause, as nobody writes every comma. */
    private int beforeEvidence(int i, Clause clause) {
        int length = cues.at("belief", all.words(), i, clause.to());
        if (length == 0 || negated(clause)) {
            return 0;
        }
        for (int k = i + length; k < clause.to(); k++) {
            if (found[k]) {
                return length;
            }
        }
        return 0;
    }

    /** "vel" after a denial, closed off by punctuation, asks for assent and softens nothing. */
    private boolean tag(int i, int length) {
        List<Word> words = all.words();
        boolean closed = i + length == words.size() || !all.after(i + length - 1).isBlank();
        return cues.at("tag", words, i, words.size()) > 0 && closed && i > 0 && !all.before(i).isBlank();
    }

    private boolean beside(int from, int to, Clause clause) {
        boolean before = false;
        for (int i = clause.from(); i < from; i++) {
            before |= found[i];
        }
        boolean after = to < clause.to() && found[to];
        return found[from] || after || before && (found[from - 1] || restHasEvidence(to, clause));
    }

    private boolean restHasEvidence(int to, Clause clause) {
        for (int i = to; i < clause.to(); i++) {
            if (found[i]) {
                return true;
            }
        }
        return false;
    }

    private boolean over(Clause before, Clause clause) {
        String opening = all.words().get(clause.from()).form();
        boolean content = cues.is("content", opening);
        boolean subject = cues.is("subject", opening) && !cues.is("relative", opening);
        int doubt = find("doubt", before);
        if (doubt >= 0 && (cues.is("whether", opening) || content)) {
            return tell(doubt, cues.at("doubt", all.words(), doubt, before.to()));
        }
        int belief = find("belief", before);
        if (belief < 0 || cues.at("belief-not", all.words(), belief + 1, before.to()) > 0 || cues.at("belief-not", all.words(), belief, before.to()) > 0
            || negated(before)) {
            return false;
        }
        int end = belief + cues.at("belief", all.words(), belief, before.to());
        boolean open = before.to() - end <= 1;
        return (content || subject && open) && open && tell(belief, end - belief);
    }

    /** "om det hjalp, det ved jeg ikke" and "det hjalp, tror jeg". */
    private boolean after(Clause clause, Clause next) {
        int doubt = find("doubt", next);
        if (doubt >= 0 && cues.is("whether", all.words().get(clause.from()).form())) {
            return tell(doubt, cues.at("doubt", all.words(), doubt, next.to()));
        }
        int hedge = cues.at("hedge", all.words(), next.from(), next.to());
        return hedge > 1 && hedge >= next.to() - next.from() - 1 && tell(next.from(), hedge);
    }

    private boolean negated(Clause clause) {
        return find("negation", clause) >= 0;
    }

    private int find(String work, Clause clause) {
        return all.find(work, clause, cues);
    }

    private boolean tell(int from, int length) {
        told.add(all.words().get(from).span().cover(all.words().get(from + length - 1).span()));
        return true;
    }
}
