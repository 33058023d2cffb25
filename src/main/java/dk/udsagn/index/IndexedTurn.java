package dk.udsagn.index;

import dk.udsagn.transcript.Role;
import dk.udsagn.transcript.Span;

/**
 * A turn as the index holds it.
 *
 * @param transcript id of its transcript
 * @param number     1-based place among the transcript's turns
 * @param role       what the speaker does
 * @param span       where it stands in the canonical text
 * @param words      exactly the text there
 */
public record IndexedTurn(String transcript, int number, Role role, Span span, String words) { }
