/**
 * The verbs of {@link dk.udsagn.Study} from a shell. Entry: {@code Main}. Each is a thin call of the public API; picocli lives here only.
 */
package dk.udsagn.cli;
