package dk.udsagn.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dk.udsagn.coding.Coding;
import dk.udsagn.coding.Codings;
import dk.udsagn.transcript.FormatException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Codings and codebooks as JSON, CSV and Web Annotations come back as they went. */
class PlainFilesPropertyTest {
    private static Path file(String ending, String text) throws IOException {
        return Files.writeString(Files.createTempFile("plain", ending), text);
    }

    @Property(tries = 40)
    void codingsComeBackFromJsonAndCsv(@ForAll long seed) throws IOException {
        List<Coding> codings = Codings.of(RefiStudies.study(seed).decisions()).all();
        assertEquals(codings, Codings.of(CodingsFile.read(file(".json", CodingsFile.json(codings)))).all());
        assertEquals(codings, Codings.of(CodingsFile.read(file(".csv", CodingsFile.csv(codings)))).all());
    }

    @Property(tries = 20)
    void aCodebookComesBackFromCsv(@ForAll long seed) throws IOException {
        var codebook = RefiStudies.study(seed).codebook();
        assertEquals(codebook, CodebookFile.read(file(".csv", CodebookFile.csv(codebook))));
    }

    @Property(tries = 40)
    void codingsComeBackFromWebAnnotations(@ForAll long seed) throws IOException {
        var study = RefiStudies.study(seed);
        var read = WebAnnotation.read(file(".jsonld", WebAnnotation.write(study)), study);
        assertEquals(List.of(), read.losses().items());
        assertEquals(Codings.of(study.decisions()).all().stream().map(PlainFilesPropertyTest::what).toList(),
            Codings.of(read.decisions()).all().stream().map(PlainFilesPropertyTest::what).toList());
    }

    private static String what(Coding c) {
        return c.id() + c.coder() + c.content() + c.why() + c.memos() + c.at();
    }

    @Example void anAnnotationWhosePositionIsWrongIsFoundByItsQuoteOrLeftOutAndTold() throws IOException {
        var study = RefiStudies.study(1);
        String text = study.sources().getFirst().text().read();
        String annotation = "{\"type\":\"Annotation\",\"created\":\"2026-01-01T00:00:00Z\",\"body\":{\"type\":\"TextualBody\",\"purpose\":\"tagging\",\"value\":\"c\"},\"target\":{\"source\":"
            + "\"http://x/A.txt\",\"selector\":[{\"type\":\"TextPositionSelector\",\"start\":3,\"end\":9},{\"type\":\"TextQuoteSelector\",\"exact\":\"%s\"}]}}";
        var found = WebAnnotation.read(file(".json", annotation.formatted("R: ja")), study);
        assertEquals(0, text.indexOf("R: ja"));
        assertEquals(1, found.decisions().size());
        var lost = WebAnnotation.read(file(".json", "[" + annotation.formatted("står der ikke") + "]"), study);
        assertEquals(0, lost.decisions().size());
        assertEquals(1, lost.losses().items().size());
    }

    @Example void aTableWithAFaultNamesItsLine() throws IOException {
        Path codings = file(".csv", "id,transcript,start,end,quote,theme,coder\r\nx,A,0,2,hej,c,k1\r\n");
        assertEquals(2, org.junit.jupiter.api.Assertions.assertThrows(FormatException.class, () -> CodingsFile.read(codings)).line());
        Path ring = file(".csv", "id;parent\r\na;b\r\nb;a\r\n");
        org.junit.jupiter.api.Assertions.assertThrows(FormatException.class, () -> CodebookFile.read(ring));
    }

    /** No validator is at hand; what can be held is that each key that is written has its place in the schema, and the reverse. */
    @Example void theSchemasNameTheKeysThatAreWritten() throws IOException {
        var mapper = new ObjectMapper();
        JsonNode schema = mapper.readTree(PlainFilesPropertyTest.class.getResourceAsStream("codings.schema.json"));
        var written = new java.util.TreeSet<String>();
        for (long seed = 0; seed < 10; seed++) {
            mapper.readTree(CodingsFile.json(Codings.of(RefiStudies.study(seed).decisions()).all())).get("codings").forEach(c -> c.fieldNames().forEachRemaining(written::add));
        }
        assertEquals(written, new java.util.TreeSet<>(names(schema.at("/properties/codings/items/properties"))));
        JsonNode book = mapper.readTree(PlainFilesPropertyTest.class.getResourceAsStream("codebook.schema.json"));
        var themes = new java.util.TreeSet<>(names(mapper.readTree(CodebookFile.write(RefiStudies.study(1).codebook())).at("/themes/0")));
        themes.add("counterExamples");
        assertEquals(themes, new java.util.TreeSet<>(names(book.at("/$defs/theme/properties"))));
    }

    private static List<String> names(JsonNode object) {
        var names = new ArrayList<String>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
