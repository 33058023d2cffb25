/**
 * What coders decide, and the codings that decisions fold into. Entry: {@code Codings}. Imports the ground.
 */
package dk.udsagn.coding;
