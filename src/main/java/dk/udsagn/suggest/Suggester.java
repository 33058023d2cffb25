package dk.udsagn.suggest;

import dk.udsagn.transcript.Transcript;
import java.util.List;

/** Something that proposes codings. Implementations are immutable and pure: the same transcript gives the same suggestions, on any thread. */
@FunctionalInterface
public interface Suggester {
    /**
     * What it proposes in a transcript.
     *
     * @param transcript the interview; only respondents' turns are proposed, the interviewer's words are context
     * @return proposals in the order of the text, then by theme; each theme at most once a passage
     */
    List<Suggestion> suggest(Transcript transcript);
}
