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
import java.util.Set;

/**
 * A document that names nobody: the questions stand in bold, in italics, underlined or in colour, the answers do not. That shows
 * in the whole of it: such paragraphs and others take turns, and most of them ask. Not for threads to share.
 */
final class SetOffQuestions {
    private static final int FEWEST = 4;

    private record Noted(int line, int start, Set<Look> looks, boolean question, SourcePlace place) {
    }

    private final List<Noted> paragraphs = new ArrayList<>();

    /** Takes note of a paragraph with words that is no heading: its line, its place in the document's text, and the looks that all its letters have. */
    void add(int line, String words, int start, Set<Look> looks, SourcePlace place) {
        int end = Characters.skipBack(words, 0, words.length());
        paragraphs.add(new Noted(line, start + Characters.skip(words, 0, end), looks, words.substring(0, end).indexOf('?') >= 0, place));
    }

    /** The line where each of the two begins to speak; empty where the document is no such one. */
    Map<Integer, Head> heads(Losses losses) {
        for (Look look : Look.values()) {
            if (tells(look)) {
                return heads(look, losses);
            }
        }
        return Map.of();
    }

    private boolean tells(Look look) {
        int asked = 0;
        int setOff = 0;
        int answered = 0;
        for (int i = 0; i < paragraphs.size(); i++) {
            Noted here = paragraphs.get(i);
            boolean has = here.looks.contains(look);
            setOff += has ? 1 : 0;
            asked += has && here.question ? 1 : 0;
            answered += has && i + 1 < paragraphs.size() && !paragraphs.get(i + 1).looks.contains(look) ? 1 : 0;
        }
        return setOff >= FEWEST && asked * 2 >= setOff && answered * 10 >= setOff * 7;
    }

    private Map<Integer, Head> heads(Look look, Losses losses) {
        var heads = new HashMap<Integer, Head>();
        Optional<Boolean> before = Optional.empty();
        for (Noted here : paragraphs) {
            boolean asks = here.looks.contains(look);
            boolean begins = before.isEmpty() ? asks : asks != before.get();
            if (begins) {
                heads.put(here.line, new Head(name(asks ? Role.INTERVIEWER : Role.RESPONDENT), Head.Mark.COLON, here.start, OptionalLong.empty(), here.start));
                before = Optional.of(asks);
            }
        }
        losses.guessed("speaker", "the document names no speaker; paragraphs in " + look.words() + ", most of which ask, were given to \"" + name(Role.INTERVIEWER)
            + "\", the others to \"" + name(Role.RESPONDENT) + "\"", "", paragraphs.getFirst().place);
        return heads;
    }

    private static String name(Role role) {
        return role.word().substring(0, 1).toUpperCase(Locale.ROOT) + role.word().substring(1);
    }
}
