package dk.udsagn.suggest;

import dk.udsagn.suggest.Learned.Sparse;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * The words of an answer and those around it, which tell what it is about; empty where there are none. An interviewer takes up what was said, so the question
 * after an answer tells of it too; and a theme is talked of in several answers on end, so the answers beside it count as if some of their words had been said in it.
 *
 * @param answer   the respondent's words
 * @param question what they answer
 * @param next     what was asked before the next answer
 * @param before   the answer before
 * @param after    the answer after
 * @param earlier  what the answer before was asked
 */
record Said(String answer, String question, String next, String before, String after, String earlier) implements Serializable {
    /** How much a question counts beside the answer. */
    private static final double ASKED = 0.6;
    /** How much a neighbour counts beside the answer's own, or the question's: .2 and .3 did about alike on interviews not learned from. */
    private static final double BESIDE = 0.2;

    /** What words stand in: those of answers, of questions before and of questions after are weighed apart. */
    enum Part { ANSWER, QUESTION, NEXT }

    /** A text that counts by so much. */
    record Counted(Part part, double share, String text) { }

    /** All texts that tell of the answer, its own first. */
    List<Counted> counted() {
        return List.of(new Counted(Part.ANSWER, 1, answer), new Counted(Part.ANSWER, BESIDE, before), new Counted(Part.ANSWER, BESIDE, after),
            new Counted(Part.QUESTION, ASKED, question), new Counted(Part.QUESTION, BESIDE, earlier), new Counted(Part.NEXT, ASKED, next));
    }

    /** All of them in one vector: boxes of answers, then of questions before, then of questions after. */
    Sparse vector(Function<String, Sparse> ofAnswer, int answerBoxes, Function<String, Sparse> ofQuestion, int questionBoxes) {
        var sums = new Sparse[] {Sparse.NONE, Sparse.NONE, Sparse.NONE};
        for (Counted text : counted()) {
            int part = text.part().ordinal();
            sums[part] = sums[part].and((text.part() == Part.ANSWER ? ofAnswer : ofQuestion).apply(text.text()), text.share());
        }
        return sums[0].plus(sums[1].moved(answerBoxes)).plus(sums[2].moved(answerBoxes + questionBoxes));
    }

    /** Those of all answers of an interview, in order. */
    static List<Said> of(String text, List<Answer> answers) {
        var said = new ArrayList<Said>();
        for (int i = 0; i < answers.size(); i++) {
            said.add(new Said(answer(text, answers, i), question(text, answers, i), question(text, answers, i + 1), answer(text, answers, i - 1), answer(text, answers, i + 1),
                question(text, answers, i - 1)));
        }
        return said;
    }

    /** An answer that stands in no interview. */
    static Said alone(String question, String answer) {
        return new Said(answer, question, "", "", "", "");
    }

    private static String answer(String text, List<Answer> answers, int i) {
        return i < 0 || i >= answers.size() ? "" : answers.get(i).turn().span().in(text);
    }

    private static String question(String text, List<Answer> answers, int i) {
        return i < 0 || i >= answers.size() ? "" : answers.get(i).question(text);
    }
}
