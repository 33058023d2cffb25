package dk.udsagn.index;

import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.SortedSet;
import java.util.function.Function;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/** Words that are already cut, handed to Lucene: all terms of a word at its position. */
final class WordStream extends TokenStream {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final PositionIncrementAttribute increment = addAttribute(PositionIncrementAttribute.class);
    private final TurnRecord.Words words;
    private final Function<Word, Collection<String>> terms;
    private int next;
    private int position;
    private Iterator<String> rest = Collections.emptyIterator();

    private WordStream(TurnRecord.Words words, Function<Word, Collection<String>> terms) {
        this.words = words;
        this.terms = terms;
    }

    static WordStream terms(TurnRecord.Words words) {
        return new WordStream(words, Word::terms);
    }

    static WordStream parts(TurnRecord.Words words) {
        return new WordStream(words, Word::parts);
    }

    /** The forms, each at a position of its own. */
    static WordStream forms(Collection<Word> forms) {
        var words = new TurnRecord.Words();
        forms.forEach(word -> words.add(0, 0, words.count, word));
        return new WordStream(words, word -> Collections.singleton(word.exact()));
    }

    boolean isEmpty() {
        for (int i = 0; i < words.count; i++) {
            if (!terms.apply(words.words[i]).isEmpty()) {
                return false;
            }
        }
        return true;
    }

    @Override public void reset() {
        next = 0;
        position = -1;
        rest = Collections.emptyIterator();
    }

    @Override public boolean incrementToken() {
        int here = position;
        String one;
        if (rest.hasNext()) {
            one = rest.next();
        } else {
            Collection<String> all;
            do {
                if (next == words.count) {
                    return false;
                }
                here = words.positions[next];
                all = terms.apply(words.words[next++]);
            } while (all.isEmpty());
            if (all.size() == 1 && all instanceof SortedSet<String> single) {
                one = single.first();                       // most words have one term: no iterator for them
            } else {
                rest = all.iterator();
                one = rest.next();
            }
        }
        term.setEmpty().append(one);
        increment.setPositionIncrement(here - position);
        position = here;
        return true;
    }
}
