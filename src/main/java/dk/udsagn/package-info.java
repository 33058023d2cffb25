/**
 * The one door: {@code dk.udsagn.Study}, a study folder with its verbs, each a delegation to a room.
 */
package dk.udsagn;
