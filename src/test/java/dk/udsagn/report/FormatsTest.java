package dk.udsagn.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dk.udsagn.coding.Approach;
import dk.udsagn.exchange.Json;
import dk.udsagn.transcript.Language;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The report as tables, JSON and Word document. */
class FormatsTest {
    private static final Report REPORT = Samples.report(Language.ENGLISH);

    @Test void theJsonIsAsItsSchemaSays() throws IOException {
        var mapper = new ObjectMapper();
        JsonNode schema;
        try (var in = FormatsTest.class.getResourceAsStream("summary.schema.json")) {
            schema = mapper.readTree(in);
        }
        var faults = new ArrayList<String>();
        var table = new Report.Table("kappa", "Kappa", "", List.of("theme", "alpha"), List.of(List.of("seen", "0.8")));
        check(schema, schema, mapper.readTree(Samples.agreed(Language.ENGLISH).with(table).json()), "", faults);
        for (var language : List.of(Language.DANISH, Language.ENGLISH)) {
            var headspace = mapper.readTree(Json.line(SurveyJson.of(SurveySectionTest.section(language).display())));
            assertTrue(headspace.at("/claims/0/excerpts").isArray() && headspace.at("/faults/0").isObject() && headspace.at("/sample/0/groups/0").isObject() && headspace.at("/averages/0").isObject());
            check(schema, schema.at("/$defs/survey"), headspace, "survey", faults);
        }
        assertEquals(List.of(), faults);
        check(schema, schema, mapper.readTree("{\"title\": 1}"), "", faults);
        assertFalse(faults.isEmpty());
        faults.clear();
        check(schema, schema.at("/$defs/survey/properties/faults"), mapper.readTree("[{\"fault\": \"sums\", \"figure\": \"f\", \"sure\": \"certain\", \"found\": \"\", \"by\": 1}]"), "faults", faults);
        assertEquals(3, faults.size(), faults.toString());                                  // no such fault, nothing that follows, and a key that is not described
    }

    /** The words of JSON Schema that ours uses. */
    private static void check(JsonNode root, JsonNode schema, JsonNode value, String at, List<String> faults) {
        if (schema.has("$ref")) {
            check(root, root.at(schema.get("$ref").textValue().substring(1)), value, at, faults);
            return;
        }
        boolean fits = switch (schema.path("type").asText()) {
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "string" -> value.isTextual() && (!schema.has("pattern") || value.textValue().matches(schema.get("pattern").textValue()));
            case "integer" -> value.isIntegralNumber();
            case "number" -> value.isNumber();
            case "boolean" -> value.isBoolean();
            default -> schema.has("enum") && StreamSupport.stream(schema.get("enum").spliterator(), false).anyMatch(value::equals);
        };
        if (!fits) {
            faults.add(at + " does not fit " + schema);
        }
        schema.path("required").forEach(key -> {
            if (!value.has(key.textValue())) {
                faults.add(at + " lacks " + key);
            }
        });
        value.properties().forEach(field -> {
            var known = schema.path("properties").path(field.getKey());
            var other = schema.path("additionalProperties");
            if (!known.isMissingNode() || other.isObject()) {
                check(root, known.isMissingNode() ? other : known, field.getValue(), at + "/" + field.getKey(), faults);
            } else if (other.isBoolean() && value.isObject()) {
                faults.add(at + " has " + field.getKey());
            }
        });
        if (value.isArray()) {
            value.forEach(item -> check(root, schema.path("items"), item, at + "[]", faults));
        }
    }

    private static String part(byte[] docx, String name) throws IOException {
        try (var zip = new ZipInputStream(new ByteArrayInputStream(docx))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals(name)) {
                    return new String(zip.readAllBytes(), StandardCharsets.UTF_8);
                }
            }
        }
        throw new IOException("no part " + name);
    }

    private static byte[] docx() throws IOException {
        var out = new ByteArrayOutputStream();
        new Docx(REPORT, new Wordings(Language.ENGLISH, Samples.BOOK)).whole(out);
        return out.toByteArray();
    }

    @Test void theWordDocumentIsWellFormedAndHoldsTheQuotes() throws Exception {
        for (String part : List.of("[Content_Types].xml", "_rels/.rels", "word/_rels/document.xml.rels", "word/styles.xml", "word/document.xml")) {
            DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(part(docx(), part).getBytes(StandardCharsets.UTF_8)));
        }
        String document = part(docx(), "word/document.xml");
        assertTrue(document.contains("↯ &lt;script&gt;alert(1)&lt;/script&gt;"), document);
        assertTrue(document.contains("COREQ"));
    }

    @Test void theWordDocumentIsTheSameEveryTime() throws IOException {
        assertEquals(0, Arrays.compare(docx(), docx()));
    }

    @Test void tablesAreForExcelWhereThatIsAskedFor(@TempDir Path folder) throws IOException {
        REPORT.with(new Report.Shape(true, 1, 100, Approach.REFLEXIVE, List.of())).write(folder);
        assertTrue(Files.readString(folder.resolve("excerpts.csv")).startsWith("\uFEFFrespondent;gender;"));
        assertTrue(Files.readString(folder.resolve("cooccurrence.csv")).matches("(?s).*;\"[01],[0-9]{4}\"\r\n.*"), Files.readString(folder.resolve("cooccurrence.csv")));
        assertFalse(Files.exists(folder.resolve("saturation.csv")));
    }

    @Test void aBoundedReportSaysWhatItLeavesOut() {
        String bounded = REPORT.with(new Report.Shape(false, 1, 100, Approach.CODEBOOK, List.of())).markdown("A");
        assertTrue(bounded.contains("1 of 2 excerpts are shown"), bounded);
        assertFalse(REPORT.markdown("A").contains("excerpts are shown"));
    }

    @Test void saturationIsLeftToThoseWhoAskForIt() {
        assertTrue(REPORT.markdown().contains("### Saturation"));
        assertFalse(REPORT.with(new Report.Shape(false, 9, 999, Approach.REFLEXIVE, List.of())).markdown().contains("### Saturation"));
        assertTrue(new Methods(REPORT.with(new Report.Shape(false, 9, 999, Approach.REFLEXIVE, List.of())), new Wordings(Language.ENGLISH, Samples.BOOK)).markdown().contains("no aim of reflexive"));
    }

    @Test void aFurtherTableStandsInEveryFormat(@TempDir Path folder) throws IOException {
        var with = REPORT.with(new Report.Table("kappa", "Kappa <1>", "per turn", List.of("theme", "alpha"), List.of(List.of("seen", "0.8"))));
        with.write(folder);
        assertEquals("theme,alpha\r\nseen,0.8\r\n", Files.readString(folder.resolve("kappa.csv")));
        assertTrue(Files.readString(folder.resolve("index.html")).contains("<h2 id=\"kappa\">Kappa &lt;1&gt;</h2>"));
        assertTrue(Files.readString(folder.resolve("summary.md")).contains("### Kappa \\<1\\>"));
        assertThrows(IllegalArgumentException.class, () -> with.with(new Report.Table("kappa", "", "", List.of("a"), List.of())));
        assertThrows(IllegalArgumentException.class, () -> REPORT.with(new Report.Table("excerpts", "", "", List.of("a"), List.of())));
        assertThrows(IllegalArgumentException.class, () -> new Report.Table("../x", "", "", List.of("a"), List.of()));
        assertThrows(IllegalArgumentException.class, () -> new Report.Table("x", "", "", List.of("a"), List.of(List.of("1", "2"))));
    }

    @Test void agreementStandsInEveryFormatWithTheWordsCodersDifferOn(@TempDir Path folder) throws IOException {
        Samples.agreed(Language.ENGLISH).write(folder);
        var figures = Files.readAllLines(folder.resolve("agreement.csv"));
        assertEquals("theme,measure,value,low,high,observed,expected,units,undefined", figures.getFirst());
        assertTrue(figures.contains("seen,percent,0.5000000000,0.0000000000,1.0000000000,0.5000000000,0.0000000000,2,"), figures.toString());
        assertTrue(figures.stream().anyMatch(row -> row.startsWith("never,alpha,,,,,,,\"every rating is")), figures.toString());
        assertEquals("theme,path,transcript,turn,start,end,words,marked,laid,not\r\nseen,Seen,A,4,84,113,\"Nej, den første lyttede ikke.\",den første lyttede ikke,k1,k2\r\n"
            + "helped,Helped,A,2,25,70,\"Ja, jeg følte mig hørt dernede, og det hjalp.\",\"hørt dernede, og det hjalp\",k2,k1\r\n", Files.readString(folder.resolve("disagreements.csv")));
        assertTrue(Files.readString(folder.resolve("coincidences.csv")).contains("seen,no,yes,1.0000000000,"));
        String page = Files.readString(folder.resolve("index.html"));
        assertTrue(page.contains("<svg class=\"plot\""), page);
        assertTrue(page.contains("<a href=\"respondent-A.html#u1-4\">A:4</a> <q>den første lyttede ikke</q> <span class=\"soft\">k1: yes; k2: no</span>"), page);
        assertTrue(page.contains("B &lt;i&gt; counts as not read by k2."), page);
        assertTrue(Files.readString(folder.resolve("summary.md")).contains("### Agreement of coders"));
        assertTrue(Files.readString(folder.resolve("methods.md")).contains("stands in the table"));
    }

    @Test void agreementIsLeftToThoseWhoAskForIt(@TempDir Path folder) throws IOException {
        var reflexive = Samples.agreed(Language.DANISH);
        reflexive.with(reflexive.shape().with(Approach.REFLEXIVE)).write(folder);
        assertFalse(Files.exists(folder.resolve("agreement.csv")));
        for (String file : List.of("index.html", "summary.md", "summary.json", "methods.md")) {
            assertFalse(Files.readString(folder.resolve(file)).contains("Krippendorff"), file);
            assertFalse(Files.readString(folder.resolve(file)).contains("gwet-ac1"), file);
        }
    }

    @Test void thePresenceTableHasOnesAndNoughts(@TempDir Path folder) throws IOException {
        REPORT.write(folder);
        assertEquals("respondent,gender,seen,helped,never\r\nA,kvinde,1,1,0\r\nB <i>,'=mand,1,1,0\r\n", Files.readString(folder.resolve("presence.csv")));
    }

    @Test void numbersOfRespondentsAreSaidAsTheEvidenceCarries() {
        var w = new Wordings(Language.ENGLISH, Samples.BOOK);
        assertEquals(List.of("none", "one", "a few", "half", "most", "most", "all six"), IntStream.rangeClosed(0, 6).mapToObj(n -> w.quantity(n, 6)).toList());
        assertEquals("more than half", w.quantity(6, 10));
        assertEquals("some", w.quantity(4, 10));
        assertEquals("one", w.quantity(1, 1));
        assertEquals("alle seks", new Wordings(Language.DANISH, Samples.BOOK).quantity(6, 6));
    }
}
