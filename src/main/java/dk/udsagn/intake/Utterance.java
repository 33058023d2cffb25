package dk.udsagn.intake;

import dk.udsagn.transcript.Times;
import java.util.List;

/**
 * What one voice says in one cue, paragraph or table row.
 *
 * @param label the speaker; empty when the file does not say and the speaker before goes on
 * @param words the words in pieces; without outer spaces
 * @param times when it was said
 */
record Utterance(String label, List<Piece> words, Times times) {
}
