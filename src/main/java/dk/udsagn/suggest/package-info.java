/**
 * Proposals with their evidence: by indicator and by example. Entry: {@link dk.udsagn.suggest.Suggester}. Imports the ground, coding and index.
 */
package dk.udsagn.suggest;
