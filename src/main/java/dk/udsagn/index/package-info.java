/**
 * Where do these words stand: Danish and English analysis, search expressions, and hits in context.
 *
 * <p>Entry: {@link dk.udsagn.index.TranscriptIndex} for transcripts on disk, {@link dk.udsagn.index.Analysis} for words. Imports the room {@code transcript}; Lucene lives here and nowhere else.
 */
package dk.udsagn.index;
