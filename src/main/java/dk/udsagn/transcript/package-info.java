/**
 * Ground: what was said, by whom, and where it stands. Entry: {@link dk.udsagn.transcript.Transcript}. Imports nothing.
 */
package dk.udsagn.transcript;
