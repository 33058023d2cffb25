/**
 * What coders decide, and the codings that decisions fold into. Entry: {@link dk.udsagn.coding.Codings}. Imports the ground.
 */
package dk.udsagn.coding;
