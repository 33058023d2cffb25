package dk.udsagn.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;
import org.apache.lucene.util.automaton.CompiledAutomaton;
import org.apache.lucene.util.automaton.LevenshteinAutomata;

/** A single word of an expression in one segment: its terms' postings, and, where only some forms are wanted, which. */
final class SegmentWord {
    private final TermsAt terms = new TermsAt();
    private final Set<String> forms;
    private List<Found> found = List.of();
    private int doc = -1;

    SegmentWord(Expression word, LeafReader segment, Analysis analysis) throws IOException {
        switch (word) {
            case Expression.AnyForm any -> {
                forms = null;
                terms.add(segment, TurnDocuments.TERMS, any.terms(), true);
                terms.add(segment, TurnDocuments.PARTS, any.terms(), false);
            }
            case Expression.Exactly exactly -> forms = formsOf(Set.of(exactly.form()), segment, analysis);
            case Expression.Prefix prefix -> forms = formsOf(beginning(prefix.start(), segment), segment, analysis);
            case Expression.Fuzzy fuzzy -> forms = formsOf(nearly(fuzzy, segment), segment, analysis);
            case Expression.Row row -> throw new IllegalArgumentException("no single word: " + row);
            case Expression.Near near -> throw new IllegalArgumentException("no single word: " + near);
            case Expression.NotNear not -> throw new IllegalArgumentException("no single word: " + not);
            case Expression.AnyOf any -> throw new IllegalArgumentException("no single word: " + any);
        }
    }

    int next(int target) throws IOException {
        return terms.next(target);
    }

    /** How many documents may hold the word, at most. */
    long frequency() {
        return terms.frequency();
    }

    /** Where the word stands in the document that {@link #next} stopped at. */
    List<Found> in(int document, TurnView view) throws IOException {
        if (document != doc) {
            doc = document;
            found = new ArrayList<>();
            terms.read(document);
            for (int i = 0; i < terms.count(); i++) {
                boolean twice = i + 1 < terms.count() && terms.position(i + 1) == terms.position(i);    // the whole word comes last
                if (!twice && (forms == null || forms.contains(form(view, terms.position(i))))) {
                    found.add(Found.at(terms.position(i), terms.whole(i)));
                }
            }
        }
        return found;
    }

    private static String form(TurnView view, int position) {
        view.seek(position);
        return Normal.form(view.text(view.wordStart(), view.wordEnd()));
    }

    /** Each form has at least one term in the index, so one term of each finds them all. */
    private Set<String> formsOf(Set<String> wanted, LeafReader segment, Analysis analysis) throws IOException {
        terms.add(segment, TurnDocuments.TERMS, termsOf(wanted, analysis), true);
        return wanted;
    }

    private static Set<String> termsOf(Set<String> forms, Analysis analysis) {
        var any = new TreeSet<String>();
        forms.forEach(form -> any.addAll(analysis.termsAnywhere(form)));
        return any;
    }

    /** Terms one of which stands wherever a word does that only some forms are: an exact one, a beginning, a spelling. */
    static Set<String> termsOf(Expression word, LeafReader segment, Analysis analysis) throws IOException {
        return switch (word) {
            case Expression.Exactly exactly -> termsOf(Set.of(exactly.form()), analysis);
            case Expression.Prefix prefix -> termsOf(beginning(prefix.start(), segment), analysis);
            case Expression.Fuzzy fuzzy -> termsOf(nearly(fuzzy, segment), analysis);
            default -> throw new IllegalArgumentException("not limited to some forms: " + word);
        };
    }

    private static Set<String> beginning(String start, LeafReader segment) throws IOException {
        var forms = new HashSet<String>();
        Terms all = segment.terms(TurnDocuments.FORMS);
        if (all != null) {
            TermsEnum seeker = all.iterator();
            var from = new BytesRef(start);
            if (seeker.seekCeil(from) != TermsEnum.SeekStatus.END) {
                for (BytesRef form = seeker.term(); form != null && StringHelper.startsWith(form, from); form = seeker.next()) {
                    forms.add(form.utf8ToString());
                }
            }
        }
        return forms;
    }

    private static Set<String> nearly(Expression.Fuzzy fuzzy, LeafReader segment) throws IOException {
        var forms = new HashSet<String>();
        Terms all = segment.terms(TurnDocuments.FORMS);
        if (all != null) {
            int first = fuzzy.form().offsetByCodePoints(0, 1);
            var automaton = new LevenshteinAutomata(fuzzy.form().substring(first), true).toAutomaton(fuzzy.edits(), fuzzy.form().substring(0, first));
            TermsEnum seeker = new CompiledAutomaton(automaton, true, true).getTermsEnum(all);
            for (BytesRef form = seeker.next(); form != null; form = seeker.next()) {
                forms.add(form.utf8ToString());
            }
        }
        return forms;
    }
}
