package dk.udsagn.agreement;

import dk.udsagn.transcript.Span;
import java.util.List;

/**
 * Words on which coders do not agree whether a theme applies.
 *
 * @param theme      the theme's id
 * @param transcript id of the transcript
 * @param turn       number of the turn it begins in, or before the end of which it does; 0 when there is none
 * @param span       the turn, the sentence, or the longest stretch of characters with the same coders on either side
 * @param words      what stands there
 * @param marked     what those who laid it marked of that turn, sentence or stretch, or around it; by place
 * @param laid       coders who laid the theme on it
 * @param not        coders who read it and did not
 */
public record Disagreement(String theme, String transcript, int turn, Span span, String words, List<String> marked, List<String> laid, List<String> not) {
    /** Copies the lists. */
    public Disagreement {
        marked = List.copyOf(marked);
        laid = List.copyOf(laid);
        not = List.copyOf(not);
    }
}
