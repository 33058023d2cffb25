/**
 * Do coders agree: percent, kappas, alphas, and the alphas of unitizing, each with its parts or the reason there is none.
 * Entries: {@link dk.udsagn.agreement.RatingTable} for ratings of units, {@link dk.udsagn.agreement.Continuum} for stretches marked in a text.
 * Imports the ground and coding.
 */
package dk.udsagn.agreement;
