/**
 * Proposals with their evidence: by indicator, by example, and by what words weigh. Entry: {@link dk.udsagn.suggest.Suggester}. Imports the ground, coding and index.
 */
package dk.udsagn.suggest;
