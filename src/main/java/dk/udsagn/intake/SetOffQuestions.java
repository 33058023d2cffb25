package dk.udsagn.intake;

import dk.udsagn.transcript.Role;
import dk.udsagn.transcript.SourcePlace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A document that names nobody: the questions stand in bold, the answers do not. That shows in the whole of it: bold paragraphs
 * and others take turns, and most of the bold ones ask. Not for threads to share.
 */
final class BoldQuestions {
    private static final int FEWEST = 4;

    private record Paragraph(int line, int start, boolean bold, boolean asks, SourcePlace place) {
    }

    private final List<Paragraph> paragraphs = new ArrayList<>();

    /** Takes note of a paragraph with words that is no heading: its line, its place in the document's text, and how many of its characters are bold. */
    void add(int line, String words, int start, int bold, SourcePlace place) {
        int end = Characters.skipBack(words, 0, words.length());
        boolean all = bold >= end;
        paragraphs.add(new Paragraph(line, start + Characters.skip(words, 0, end), all, all && words.substring(0, end).indexOf('?') >= 0, place));
    }

    /** The line where each of the two begins to speak; empty where the document is no such one. */
    Map<Integer, Head> heads(Losses losses) {
        int asked = 0;
        int bold = 0;
        int answered = 0;
        for (int i = 0; i < paragraphs.size(); i++) {
            Paragraph here = paragraphs.get(i);
            bold += here.bold ? 1 : 0;
            asked += here.asks ? 1 : 0;
            answered += here.bold && i + 1 < paragraphs.size() && !paragraphs.get(i + 1).bold ? 1 : 0;
        }
        if (bold < FEWEST || asked * 2 < bold || answered * 10 < bold * 7) {
            return Map.of();
        }
        var heads = new HashMap<Integer, Head>();
        Optional<Boolean> before = Optional.empty();
        for (Paragraph here : paragraphs) {
            boolean begins = before.isEmpty() ? here.bold : here.bold != before.get();
            if (begins) {
                heads.put(here.line, new Head(name(here.bold ? Role.INTERVIEWER : Role.RESPONDENT), Head.Mark.COLON, here.start, OptionalLong.empty(), here.start));
                before = Optional.of(here.bold);
            }
        }
        losses.guessed("speaker", "the document names no speaker; paragraphs in bold, most of which ask, were given to \"" + name(Role.INTERVIEWER) + "\", the others to \""
            + name(Role.RESPONDENT) + "\"", "", paragraphs.getFirst().place);
        return heads;
    }

    private static String name(Role role) {
        return role.word().substring(0, 1).toUpperCase(Locale.ROOT) + role.word().substring(1);
    }
}
