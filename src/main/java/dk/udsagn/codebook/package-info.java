/**
 * Ground: the themes of a study, with definition, criteria, indicators and examples. Entry: {@link dk.udsagn.codebook.Codebook}. Imports nothing.
 */
package dk.udsagn.codebook;
