package dk.udsagn.transcript;

import java.util.Locale;

/** What a speaker does in the interview. */
public enum Role {
    /** Asks. The interviewer's words are context and never a respondent's coding. */
    INTERVIEWER,
    /** Answers. */
    RESPONDENT,
    /** Neither: an interpreter, a relative, an unknown voice. */
    OTHER;

    /**
     * The word for it in files and on the command line.
     *
     * @return {@code interviewer}, {@code respondent} or {@code other}
     */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The role a word names.
     *
     * @param word {@code interviewer}, {@code respondent} or {@code other}, in any case
     * @return the role
     * @throws IllegalArgumentException if it names none; the message lists those there are
     */
    public static Role of(String word) {
        for (Role role : values()) {
            if (role.word().equalsIgnoreCase(word)) {
                return role;
            }
        }
        throw new IllegalArgumentException("there is no role \"" + word + "\"; there are interviewer, respondent and other");
    }
}
