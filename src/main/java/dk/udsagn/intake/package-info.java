/**
 * Files into transcripts, with a map back to the source. Entry: {@link dk.udsagn.intake.Intake}. Imports the room
 * transcript; Word, PDF and ODF libraries are optional and stay in here.
 */
package dk.udsagn.intake;
