package dk.udsagn.suggest;

import dk.udsagn.codebook.Codebook;
import dk.udsagn.codebook.Example;
import dk.udsagn.codebook.Polarity;
import dk.udsagn.codebook.Theme;
import dk.udsagn.coding.Codings;
import dk.udsagn.index.Analysis;
import dk.udsagn.transcript.Role;
import dk.udsagn.transcript.Span;
import dk.udsagn.transcript.Transcript;
import dk.udsagn.transcript.Turn;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A passage to learn from.
 *
 * @param text   the passage
 * @param themes themes that lie on it, with their polarity
 * @param not    the theme it is a counter-example of; empty for none
 * @param group  transcript it comes from; empty for the codebook's own examples
 */
record Lesson(String text, Map<String, Polarity> themes, String not, String group) {
    /** So many passages without a theme are enough to tell what is usual; more only cost time. */
    private static final int USUAL = 2_000;

    static List<Lesson> all(Codebook codebook, Collection<Transcript> transcripts, Codings codings, Analysis analysis) {
        var lessons = new ArrayList<Lesson>();
        for (Theme theme : codebook.all().values()) {
            for (Example example : theme.examples()) {
                lessons.add(new Lesson(example.text(), Map.of(theme.id(), example.polarity()), "", ""));
            }
            for (Example example : theme.counterExamples()) {
                lessons.add(new Lesson(example.text(), Map.of(), theme.id(), ""));
            }
        }
        Set<String> known = codebook.all().keySet();
        var usual = new ArrayList<Lesson>();
        for (Transcript transcript : transcripts) {
            if (codings.in(transcript.id()).all().isEmpty()) {
                continue;                       // nobody has coded it: what has no theme there has not been looked at
            }
            for (Turn turn : transcript.turns()) {
                if (turn.role() == Role.RESPONDENT) {
                    for (Span sentence : analysis.sentences(transcript.text(), turn.span())) {
                        var themes = new TreeMap<String, Polarity>();
                        codings.at(transcript.id(), sentence).stream().filter(c -> known.contains(c.theme())).forEach(c -> themes.put(c.theme(), c.polarity()));
                        (themes.isEmpty() ? usual : lessons).add(new Lesson(sentence.in(transcript.text()), themes, "", transcript.id()));
                    }
                }
            }
        }
        double step = Math.max(1, usual.size() / (double) USUAL);
        for (double i = 0; i < usual.size(); i += step) {
            lessons.add(usual.get((int) i));
        }
        return lessons;
    }

    boolean is(String theme) {
        return themes.containsKey(theme);
    }
}
