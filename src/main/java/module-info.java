/**
 * Coding of qualitative interviews: transcripts into turns, a codebook's themes on exact words, coded excerpts per
 * respondent. Entry: {@code dk.udsagn.Study}.
 */
module dk.udsagn {
    requires org.apache.lucene.core;
    requires org.apache.lucene.analysis.common;
    requires org.apache.lucene.queries;
    requires com.fasterxml.jackson.databind;
    requires java.xml;
    requires static info.picocli;

    exports dk.udsagn.transcript;
    exports dk.udsagn.codebook;
    exports dk.udsagn.index;
    exports dk.udsagn.intake;
    exports dk.udsagn.coding;
    exports dk.udsagn.suggest;
    exports dk.udsagn.excerpt;
    exports dk.udsagn.exchange;
    exports dk.udsagn.survey;
    exports dk.udsagn.report;
}
