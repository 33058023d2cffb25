package dk.udsagn.excerpt;

/**
 * Puts what one respondent says under one theme into a few words, for a cell of the framework matrix. The words are the summarizer's, not the respondent's,
 * and reports mark them so.
 */
public interface Summarizer {
    /**
     * The words for a cell.
     *
     * @param summary the respondent
     * @param theme   what the respondent says under the theme; it has at least one excerpt
     * @return a few words; may be empty
     */
    String summarize(CaseSummary summary, CaseSummary.ThemeSection theme);
}
