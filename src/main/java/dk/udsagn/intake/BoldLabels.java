package dk.udsagn.intake;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Labels that nothing but bold letters sets off from the words, "**I** Hvordan ...". That they are labels shows in the whole
 * document: most paragraphs begin so, with few different ones. Not for threads to share.
 */
final class BoldLabels {
    private static final int LONGEST = 40;
    private static final int FEWEST = 4;
    private final Map<Integer, Head> heads = new HashMap<>();
    private final Set<String> different = new HashSet<>();
    private int paragraphs;

    /** Takes note of a paragraph with words: its line, its place in the document's text, and how many of its characters are bold. */
    void add(int line, String words, int start, int bold) {
        paragraphs++;
        int from = Characters.skip(words, 0, bold);
        int to = Characters.skipBack(words, from, bold);
        int next = Characters.skip(words, bold, words.length());
        if (from == to || to - from > LONGEST || next == words.length() || words.substring(from, to).matches("(?s).*[:?!,\n\t].*") || words.charAt(next) == ':'
            || TimeMark.at(words, next, words.length()).or(() -> TimeMark.bareAt(words, next, words.length())).isPresent()) {      // "Anna   0:03" is a line of its own
            return;
        }
        String label = Characters.squeeze(words.substring(from, to));
        boolean setOff = next > to;
        if (setOff && Character.isLetter(label.codePointAt(0))) {
            heads.put(line, new Head(label, Head.Mark.COLON, start + next, OptionalLong.empty(), start + from));
            different.add(label.toLowerCase(Locale.ROOT));
        }
    }

    /** The head of a line; empty unless the document has such labels. */
    Optional<Head> head(int line) {
        boolean labels = heads.size() >= FEWEST && heads.size() * 2 >= paragraphs && different.size() * 2 <= heads.size();
        return labels ? Optional.ofNullable(heads.get(line)) : Optional.empty();
    }
}
