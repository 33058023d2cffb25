package dk.udsagn.index;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dk.udsagn.transcript.Language;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.junit.jupiter.api.Test;

class UdsagnAnalyzerTest {
    private static final Analysis DANISH = Analysis.withoutDictionary(Language.DANISH);

    @Test void givesTermsWithExactOffsetsAndAGapForMarkup() throws IOException {
        try (var analyzer = UdsagnAnalyzer.terms(DANISH)) {
            assertEquals(List.of("barn[0,7)+1", "være[17,20)+2", "hos[21,24)+1"), stream(analyzer, "Børnene (griner) var hos"));
        }
    }

    @Test void givesFormsAsTheyStandForQuotations() throws IOException {
        try (var analyzer = UdsagnAnalyzer.exact(DANISH)) {
            assertEquals(List.of("børnene[0,7)+1", "var[8,11)+1"), stream(analyzer, "Børnene var"));
        }
    }

    @Test void bringsToLowerCaseWhatAQueryParserDoesNotAnalyse() {
        try (var analyzer = UdsagnAnalyzer.exact(DANISH)) {
            assertEquals("følt", analyzer.normalize("any", "FØLT").utf8ToString());
        }
    }

    private static List<String> stream(Analyzer analyzer, String text) throws IOException {
        var tokens = new ArrayList<String>();
        try (var stream = analyzer.tokenStream("any", text)) {
            var term = stream.addAttribute(CharTermAttribute.class);
            var offset = stream.addAttribute(OffsetAttribute.class);
            var increment = stream.addAttribute(PositionIncrementAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                tokens.add(term + "[" + offset.startOffset() + "," + offset.endOffset() + ")+" + increment.getPositionIncrement());
            }
            stream.end();
        }
        return tokens;
    }
}
