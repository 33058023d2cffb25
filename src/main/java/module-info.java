/**
 * Coding of qualitative interviews: transcripts into turns, a codebook's themes on exact words, coded excerpts per
 * respondent. Entry: {@code dk.udsagn.Study}.
 */
@SuppressWarnings("requires-automatic")     // PDFBox names its module in its manifest only
module dk.udsagn {
    requires transitive org.apache.lucene.core;
    requires org.apache.lucene.analysis.common;
    requires com.fasterxml.jackson.databind;
    requires java.xml;
    requires static info.picocli;
    requires static java.logging;
    requires static org.apache.pdfbox;
    requires static org.apache.pdfbox.io;

    exports dk.udsagn;
    exports dk.udsagn.transcript;
    exports dk.udsagn.codebook;
    exports dk.udsagn.intake;
    exports dk.udsagn.index;
    exports dk.udsagn.coding;
    exports dk.udsagn.suggest;
    exports dk.udsagn.agreement;
    exports dk.udsagn.excerpt;
    exports dk.udsagn.exchange;
    exports dk.udsagn.survey;
    exports dk.udsagn.report;

    opens dk.udsagn.cli to info.picocli;
}
