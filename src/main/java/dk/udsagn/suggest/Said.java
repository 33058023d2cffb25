package dk.udsagn.suggest;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * The words of an answer and those around it, which tell what it is about; empty where there are none.
 *
 * @param answer   the respondent's words
 * @param question what they answer
 * @param next     what was asked before the next answer
 * @param before   the answer before
 * @param after    the answer after
 * @param earlier  what the answer before was asked
 */
record Said(String answer, String question, String next, String before, String after, String earlier) implements Serializable {

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
