/**
 * Summaries for people and programs: Markdown, HTML, CSV, JSON. Entry: {@link dk.udsagn.report.Report}. Imports excerpt, agreement, survey, exchange
 * (for JSON) and the ground. Same inputs, same bytes out.
 */
package dk.udsagn.report;
