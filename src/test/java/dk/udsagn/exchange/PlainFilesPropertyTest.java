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

    /** Each key that is written has its place in the schema, and the reverse; each value is as the schema says. */
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
        var faults = new ArrayList<String>();
        for (long seed = 0; seed < 10; seed++) {
            check(schema, schema, mapper.readTree(CodingsFile.json(Codings.of(RefiStudies.study(seed).decisions()).all())), "codings", faults);
            check(book, book, mapper.readTree(CodebookFile.write(RefiStudies.study(seed).codebook())), "codebook", faults);
        }
        assertEquals(List.of(), faults);
        check(schema, schema, mapper.readTree("{\"codings\":[{\"id\":\"\",\"transcript\":\"A\",\"start\":-1,\"end\":\"2\",\"quote\":\"x\",\"theme\":\"t\",\"more\":1}]}"), "", faults);
        assertEquals(5, faults.size(), faults.toString());                // an empty id, a negative start, an end in quotes, no coder, and a key that is not described
    }

    /** The words of JSON Schema that ours use; what they do not know is a fault. */
    private static void check(JsonNode root, JsonNode schema, JsonNode value, String at, List<String> faults) {
        if (schema.has("$ref")) {
            check(root, root.at(schema.get("$ref").textValue().substring(1)), value, at, faults);
            return;
        }
        schema.properties().forEach(word -> {
            JsonNode says = word.getValue();
            boolean fits = switch (word.getKey()) {
                case "$schema", "$defs", "title", "description", "properties", "items" -> true;
                case "type" -> switch (says.textValue()) {
                    case "object" -> value.isObject();
                    case "array" -> value.isArray();
                    case "string" -> value.isTextual();
                    case "integer" -> value.isIntegralNumber();
                    case "number" -> value.isNumber();
                    default -> false;
                };
                case "enum" -> java.util.stream.StreamSupport.stream(says.spliterator(), false).anyMatch(value::equals);
                case "oneOf" -> java.util.stream.StreamSupport.stream(says.spliterator(), false).filter(one -> {
                    var own = new ArrayList<String>();
                    check(root, one, value, at, own);
                    return own.isEmpty();
                }).count() == 1;
                case "required" -> java.util.stream.StreamSupport.stream(says.spliterator(), false).allMatch(k -> value.has(k.textValue()));
                case "minimum" -> !value.isNumber() || value.doubleValue() >= says.doubleValue();
                case "exclusiveMinimum" -> !value.isNumber() || value.doubleValue() > says.doubleValue();
                case "maximum" -> !value.isNumber() || value.doubleValue() <= says.doubleValue();
                case "minLength" -> !value.isTextual() || value.textValue().length() >= says.intValue();
                case "format" -> says.textValue().equals("date-time") && value.isTextual() && !java.time.OffsetDateTime.parse(value.textValue()).isEqual(java.time.OffsetDateTime.MAX);
                case "minItems" -> !value.isArray() || value.size() >= says.intValue();
                case "maxItems" -> !value.isArray() || value.size() <= says.intValue();
                case "pattern" -> !value.isTextual() || java.util.regex.Pattern.compile(says.textValue()).matcher(value.textValue()).find();
                case "additionalProperties" -> !value.isObject() || says.isObject() || says.booleanValue() || names(value).stream().allMatch(schema.path("properties")::has);
                default -> false;
            };
            if (!fits) {
                faults.add(at + ": " + word + " does not fit " + value);
            }
        });
        if (value.isObject()) {
            value.properties().forEach(field -> {
                JsonNode known = schema.path("properties").path(field.getKey());
                JsonNode inside = known.isMissingNode() && schema.path("additionalProperties").isObject() ? schema.get("additionalProperties") : known;
                if (!inside.isMissingNode()) {
                    check(root, inside, field.getValue(), at + "/" + field.getKey(), faults);
                }
            });
        } else if (value.isArray() && schema.has("items")) {
            value.forEach(item -> check(root, schema.get("items"), item, at + "[]", faults));
        }
    }

    private static List<String> names(JsonNode object) {
        var names = new ArrayList<String>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
