/**
 * Ground: the themes of a study, with definition, criteria, indicators and examples, and what words weigh for them. Entry: {@link dk.udsagn.codebook.Codebook}. Imports nothing.
 */
package dk.udsagn.codebook;
