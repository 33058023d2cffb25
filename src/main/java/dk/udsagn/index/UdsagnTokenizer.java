package dk.udsagn.index;

import java.io.IOException;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.function.Function;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/** The words of a text for Lucene. The whole text is read first: a note's closing bracket may stand far from its opening one. */
final class UdsagnTokenizer extends Tokenizer {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);
    private final PositionIncrementAttribute increment = addAttribute(PositionIncrementAttribute.class);
    private final Analysis analysis;
    private final Function<Word, Collection<String>> terms;
    private final TurnRecord.Words words = new TurnRecord.Words();
    private final char[] buffer = new char[8192];
    private Iterator<String> rest = Collections.emptyIterator();
    private int next;
    private int position;
    private int length;

    UdsagnTokenizer(Analysis analysis, Function<Word, Collection<String>> terms) {
        this.analysis = analysis;
        this.terms = terms;
    }

    @Override public void reset() throws IOException {
        super.reset();
        var text = new StringBuilder();
        for (int n = input.read(buffer); n >= 0; n = input.read(buffer)) {
            text.append(buffer, 0, n);
        }
        length = text.length();
        words.clear();
        analysis.scan(text.toString(), 0, length, words::add);
        rest = Collections.emptyIterator();
        next = 0;
        position = -1;
    }

    @Override public boolean incrementToken() {
        int here = position;
        while (!rest.hasNext()) {
            if (next == words.count) {
                return false;
            }
            here = words.positions[next];
            rest = terms.apply(words.words[next++]).iterator();
        }
        clearAttributes();
        term.append(rest.next());
        offset.setOffset(correctOffset(words.starts[next - 1]), correctOffset(words.ends[next - 1]));
        increment.setPositionIncrement(here - position);
        position = here;
        return true;
    }

    @Override public void end() throws IOException {
        super.end();
        offset.setOffset(correctOffset(length), correctOffset(length));
    }
}
