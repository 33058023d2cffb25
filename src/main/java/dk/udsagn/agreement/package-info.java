/**
 * Do coders agree: percent, kappas, alphas, and the alphas of unitizing, each with its parts or the reason there is none.
 * Entries: {@link dk.udsagn.agreement.Comparison} for codings; {@link dk.udsagn.agreement.RatingTable} and
 * {@link dk.udsagn.agreement.Continuum} for ratings of units and stretches of text from elsewhere.
 * Imports the ground and coding.
 */
package dk.udsagn.agreement;
