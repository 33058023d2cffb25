package dk.udsagn.suggest;

import dk.udsagn.transcript.Role;
import dk.udsagn.transcript.Transcript;
import dk.udsagn.transcript.Turn;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What a respondent says in one turn, and what was asked before it.
 *
 * @param turn     the respondent's turn
 * @param question the interviewer's turn it answers; "mm" and the like are passed over, so a question may have several answers
 * @param position how far into the interview it stands, 0 to 1
 * @param own      what indicators find in it, not yet read for denial
 * @param asked    what indicators find in the question
 */
record Answer(Turn turn, Optional<Turn> question, double position, List<Hit> own, List<Hit> asked) {
    /** An interviewer who says fewer words than this asks nothing new. */
    private static final int ASKS = 3;

    /** The answers of a transcript in order; without indicators nothing is found in them. */
    static List<Answer> of(Transcript transcript, Optional<IndicatorSuggester> indicators) {
        var answers = new ArrayList<Answer>();
        Optional<Turn> question = Optional.empty();
        List<Hit> asked = List.of();
        var scan = indicators.map(IndicatorSuggester::scan);
        double turns = transcript.turns().size();
        for (Turn turn : transcript.turns()) {
            if (turn.role() == Role.INTERVIEWER) {
                if (question.isEmpty() || Clauses.words(transcript.text(), turn.span()).size() >= ASKS) {
                    question = Optional.of(turn);
                    asked = indicators.map(i -> i.asked(transcript.text(), turn.span(), scan.orElseThrow())).orElse(List.of());
                }
            } else if (turn.role() == Role.RESPONDENT) {
                var own = indicators.map(i -> i.unread(transcript.text(), turn.span(), scan.orElseThrow())).orElse(List.of());
                answers.add(new Answer(turn, question, (turn.number() - 1) / turns, own, asked));
            }
        }
        return answers;
    }

    /** The question an answer follows; empty for none. */
    String question(String text) {
        return question.map(q -> q.span().in(text)).orElse("");
    }

    /** What speaks for a root theme, the weightiest first: found in the answer, or asking for it. */
    List<Hit> hits(int root, Signs signs) {
        return hits(own, asked, root, signs);
    }

    static List<Hit> hits(List<Hit> own, List<Hit> asked, int root, Signs signs) {
        var hits = new ArrayList<Hit>();
        own.stream().filter(h -> signs.root(h.indicator().theme()) == root).forEach(hits::add);
        asked.stream().filter(h -> h.indicator().toAnswer() && signs.root(h.indicator().theme()) == root).forEach(hits::add);
        hits.sort(Comparator.comparingDouble(Hit::weight).reversed().thenComparing(h -> h.evidence().getFirst()));
        return hits;
    }
}
