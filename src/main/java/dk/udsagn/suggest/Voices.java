package dk.udsagn.suggest;

import dk.udsagn.suggest.Clauses.Clause;
import dk.udsagn.suggest.Clauses.Word;
import dk.udsagn.transcript.Span;
import java.util.List;
import java.util.Set;

/** Someone else's words ("hun sagde, at …") or someone else's case ("min søster fik hjælp"). What the speaker said or thought is the speaker's. */
record Voices(Clauses all, Cues cues, boolean[] found, Set<Span> told) {
    boolean reported(int c, int reach) {
        Clause clause = all.clauses().get(c);
        int source = find("source", clause);
        if (source >= 0) {
            return tell(source, cues.at("source", all.words(), source, clause.to()));
        }
        if (saidBefore(clause) || othersCase(c)) {
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
        int saying = othersSaying(before, before.to());
        if (saying >= 0 && (content || subject && before.to() - saying <= 2)) {
            return tell(saying, 1);
        }
        return (content || clause.elliptic() || clause.coordinate() && !speaksOfSelf(clause)) && reported(p, reach - 1);
    }

    /** "hun sagde de lyttede": a saying by another before the evidence, and a subject right after it. */
    private boolean saidBefore(Clause clause) {
        int first = clause.from();
        while (first < clause.to() && !found[first]) {
            first++;
        }
        int saying = othersSaying(clause, first);
        return saying >= 0 && saying + 1 < first && cues.is("subject", all.words().get(saying + 1).form()) && saying > clause.from() && tell(saying, 1);
    }

    /** Where in a clause, before a word, another than the speaker says something; -1 for nowhere. */
    private int othersSaying(Clause clause, int before) {
        List<Word> words = all.words();
        for (int i = clause.from(); i < before; i++) {
            if (!found[i] && cues.is("saying", words.get(i).form())) {
                boolean self = false;
                for (int k = Math.max(clause.from(), i - 4); k <= Math.min(clause.to() - 1, i + 2); k++) {
                    self |= cues.is("self", words.get(k).form());
                }
                if (!self) {
                    return i;
                }
            }
        }
        return -1;
    }

    private boolean othersCase(int c) {
        Clause clause = all.clauses().get(c);
        if (speaksOfSelf(clause)) {
            return false;
        }
        int person = person(clause);
        if (person >= 0) {
            return tell(person, cues.at("person", all.words(), person, clause.to()));
        }
        int other = find("other", clause);
        if (other >= 0 && !found[other]) {
            return tell(other, 1);
        }
        int third = find("third", clause);
        if (third < 0 || third > clause.from() + 2) {
            return false;
        }
        int reflexive = find("reflexive", clause);
        if (reflexive >= 0 && besideEvidence(reflexive, clause)) {
            return tell(third, 1) & tell(reflexive, 1);
        }
        int p = all.previous(c);
        if (p >= 0 && !speaksOfSelf(all.clauses().get(p)) && person(all.clauses().get(p)) >= 0) {
            return tell(person(all.clauses().get(p)), 1);
        }
        return false;
    }

    private boolean speaksOfSelf(Clause clause) {
        return find("first", clause) >= 0;
    }

    private int person(Clause clause) {
        int person = find("person", clause);
        return person >= 0 && found[person] ? -1 : person;
    }

    private boolean besideEvidence(int i, Clause clause) {
        return found[i] || i > clause.from() && found[i - 1] || i + 1 < clause.to() && found[i + 1];
    }

    /** Whether the evidence stands in quotation marks, or after a colon, that another's saying opened. */
    boolean quoted(String text, Span turn) {
        int at = -1;
        for (int i = 0; i < found.length && at < 0; i++) {
            at = found[i] ? all.words().get(i).start() : -1;
        }
        int opening = at < 0 ? -1 : opening(text, turn, at);
        if (opening <= turn.start()) {
            return false;
        }
        var before = Clauses.words(text, new Span(Math.max(turn.start(), opening - 40), opening));
        var near = before.subList(Math.max(0, before.size() - 6), before.size());
        boolean self = near.stream().anyMatch(w -> cues.is("self", w.form()));
        for (Word word : near) {
            if (!self && (cues.is("saying", word.form()) || word == near.getLast() && cues.is("saying-bare", word.form()))) {
                told.add(word.span());
                return true;
            }
        }
        return false;
    }

    /** The quotation mark that is open at a place, or the colon before it in its sentence; -1 for none. */
    private static int opening(String text, Span turn, int at) {
        int mark = -1;
        int colon = -1;
        for (int i = turn.start(); i < at; i++) {
            char c = text.charAt(i);
            switch (c) {
                case ':' -> colon = i;
                case '"', '“', '”', '„', '»', '«' -> mark = mark >= 0 ? -1 : i;
                case '.', '?', '!' -> colon = -1;
                default -> { }
            }
        }
        return mark >= 0 ? mark : colon;
    }

    private int find(String work, Clause clause) {
        return all.find(work, clause, cues);
    }

    private boolean tell(int from, int length) {
        told.add(all.words().get(from).span().cover(all.words().get(from + length - 1).span()));
        return true;
    }
}
