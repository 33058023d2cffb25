/**
 * Study files as JSON and CSV, and the exchange with other programs. Entries: {@link dk.udsagn.exchange.StudyFile},
 * {@link dk.udsagn.exchange.CodebookFile}, {@link dk.udsagn.exchange.DecisionLog}. Imports coding, survey and the ground; Jackson lives here only.
 */
package dk.udsagn.exchange;
