/**
 * The quotes behind codings, summed up per respondent and across respondents. Entries: {@link dk.udsagn.excerpt.CaseSummary},
 * {@link dk.udsagn.excerpt.FrameworkMatrix}. Imports coding and the ground. Nothing here is made up: words are verbatim, numbers are counts.
 */
package dk.udsagn.excerpt;
