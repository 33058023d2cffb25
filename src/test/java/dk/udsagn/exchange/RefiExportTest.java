package dk.udsagn.exchange;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dk.udsagn.transcript.Language;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.SAXException;

class RefiExportTest {
    @TempDir Path folder;

    static void assertValid(String schema, byte[] xml) throws IOException {
        Path xsd = Path.of("../shared/data/refi", schema);
        Assumptions.assumeTrue(Files.exists(xsd), xsd + " is not here; nothing was tested");
        try {
            SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI).newSchema(xsd.toFile()).newValidator().validate(new StreamSource(new ByteArrayInputStream(xml)));
        } catch (SAXException e) {
            throw new AssertionError(e + "\n" + new String(xml, StandardCharsets.UTF_8), e);
        }
    }

    static byte[] qde(Path file) throws IOException {
        try (var zip = new ZipFile(file.toFile())) {
            return zip.getInputStream(zip.getEntry("project.qde")).readAllBytes();
        }
    }

    @Test void anExportIsValidAgainstTheSchemaOfTheStandard() throws IOException {
        for (long seed = 0; seed < 20; seed++) {
            Path file = folder.resolve("x.qdpx");
            RefiExport.write(RefiStudies.study(seed), file);
            assertValid("Project.xsd", qde(file));
        }
    }

    @Test void aCodebookAloneIsValidAndComesBackWithItsTreeAndColours() throws IOException {
        var codebook = RefiStudies.study(1).codebook();
        Path file = folder.resolve("x.qdc");
        var report = RefiExport.writeCodebook(codebook, "da", Map.of(), file);
        assertValid("Codebook.xsd", Files.readAllBytes(file));
        assertTrue(report.items().stream().anyMatch(i -> i.what().equals("indicator of a theme")), report.toString());
        try (var in = RefiImport.open(file)) {
            var back = in.data().codebook();
            assertEquals(codebook.all().values().stream().map(t -> t.name().in("da") + t.colour() + codebook.path(t.id(), "da")).toList(),
                back.all().values().stream().map(t -> t.name().in("da") + t.colour() + back.path(t.id(), "da")).toList());
            assertTrue(in.losses().items().isEmpty(), in.losses().toString());
        }
    }

    @Test void exportingTwiceGivesTheSameBytes() throws IOException {
        var study = RefiStudies.study(4);
        RefiExport.write(study, folder.resolve("1.qdpx"));
        RefiExport.write(study, folder.resolve("2.qdpx"));
        assertArrayEquals(Files.readAllBytes(folder.resolve("1.qdpx")), Files.readAllBytes(folder.resolve("2.qdpx")));
    }

    @Test void theTextsHaveNoMarkAndNoCrlfAndPositionsAreCodePoints() throws IOException {
        var study = RefiStudies.study(4);
        Path file = folder.resolve("x.qdpx");
        RefiExport.write(study, file);
        String xml = new String(qde(file), StandardCharsets.UTF_8);
        assertFalse(xml.startsWith("\uFEFF"));
        var selection = Pattern.compile("name=\"([^\"]*)\" startPosition=\"(\\d+)\" endPosition=\"(\\d+)\"").matcher(xml.substring(xml.indexOf("internal://"), xml.indexOf("</TextSource>")));
        String text = study.sources().getFirst().text().read();
        int seen = 0;
        while (selection.find()) {
            String words = text.substring(text.offsetByCodePoints(0, Integer.parseInt(selection.group(2))), text.offsetByCodePoints(0, Integer.parseInt(selection.group(3))));
            String name = selection.group(1).replace("&quot;", "\"").replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
            assertEquals(words.replaceAll("\\s", " "), name);
            seen++;
        }
        assertTrue(seen > 3);
    }

    @Test void nvivosStudyGoesOutAgainWithEverySelectionCodeAndCoderUnderItsGuid() throws IOException {
        again("nvivo-12.6-win-REDACTED.qdpx");
    }

    @Test void aStudyWithAPdfAndCasesGoesOutAgainWithEverything() throws IOException {
        again(foreign(folder));
    }

    private void again(String real) throws IOException {
        again(RefiRealFilesTest.real(real));
    }

    private void again(Path first) throws IOException {
        Path second = folder.resolve("again.qdpx");
        Map<String, String> before;
        try (var in = RefiImport.open(first, Language.ENGLISH, Optional.empty())) {
            RefiExport.write(in.data(), second);
            before = facts(in.data(), in);
        }
        assertValid("Project.xsd", qde(second));
        assertEquals(guids(projectOf(first), "PlainTextSelection"), guids(qde(second), "PlainTextSelection"));
        assertEquals(guids(projectOf(first), "Coding"), guids(qde(second), "Coding"));
        assertEquals(guids(projectOf(first), "Code"), guids(qde(second), "Code"));
        assertEquals(guids(projectOf(first), "Case"), guids(qde(second), "Case"));
        assertEquals(guids(projectOf(first), "Variable"), guids(qde(second), "Variable"));
        try (var in = RefiImport.open(second, Language.ENGLISH, Optional.empty())) {
            assertEquals(before, facts(in.data(), in));
        }
    }

    private static byte[] projectOf(Path file) throws IOException {
        var losses = new Losses();
        try (var archive = RefiArchive.of(file, losses); var in = archive.project()) {
            return in.readAllBytes();
        }
    }

    static List<String> guids(byte[] xml, String element) {
        var all = new ArrayList<String>();
        var elements = Pattern.compile("<" + element + " [^>]*?guid=\"([^\"]+)\"").matcher(new String(xml, StandardCharsets.UTF_8));
        while (elements.find()) {
            all.add(RefiGuid.normal(elements.group(1)));
        }
        return all.stream().sorted().toList();
    }

    private static Map<String, String> facts(StudyData data, RefiImport in) {
        var facts = new TreeMap<String, String>();
        facts.put("codebook", data.codebook().themes().toString());
        facts.put("respondents", data.study().respondents().toString());
        facts.put("coders", data.study().coders().toString());
        facts.put("remembered", data.remembered().toString());
        facts.put("sources", data.sources().stream().map(s -> s.id() + s.respondents() + s.original().map(StudyData.Aside::name)).toList().toString());
        data.decisions().forEach(d -> facts.put(d.entry().id(), d.toString()));
        return facts;
    }

    /** As other programs write: braces, upper case, a PDF with its words, values at sources, memos as descriptions, an uncoded quotation. */
    static Path foreign(Path folder) throws IOException {
        String xml = """
            \uFEFF<?xml version="1.0" encoding="utf-8"?>
            <Project xmlns="urn:QDA-XML:project:1.0" name="Fremmed" origin="MAXQDA 2022" creatingUserGUID="{AAAAAAAA-0000-0000-0000-000000000001}" creationDateTime="2025-01-02T03:04:05Z">
            <Users><User guid="{AAAAAAAA-0000-0000-0000-000000000001}" name="Åse Ø"/></Users>
            <CodeBook><Codes><Code guid="BBBBBBBB-0000-0000-0000-000000000001" name="Ét" isCodable="false" color="#f00"><Description>første</Description>
              <Code guid="BBBBBBBB-0000-0000-0000-000000000002" name="To" isCodable="true"/></Code></Codes></CodeBook>
            <Variables><Variable guid="CCCCCCCC-0000-0000-0000-000000000001" name="Alder" typeOfVariable="Text"/></Variables>
            <Cases><Case guid="DDDDDDDD-0000-0000-0000-000000000001" name="Bo"><Description>en sag</Description><VariableValue><VariableRef targetGUID="{cccccccc-0000-0000-0000-000000000001}"/><TextValue>42</TextValue></VariableValue>
              <SourceRef targetGUID="eeeeeeee-0000-0000-0000-000000000001"/></Case></Cases>
            <Sources>
             <TextSource guid="EEEEEEEE-0000-0000-0000-000000000001" name="Bo.docx" plainTextPath="internal://EEEEEEEE-0000-0000-0000-00000000000A.txt">
              <PlainTextSelection guid="FFFFFFFF-0000-0000-0000-000000000001" name="hej 😊 du" startPosition="0" endPosition="8"><Description>et memo</Description>
               <Coding guid="FFFFFFFF-0000-0000-0000-000000000011" creatingUser="{AAAAAAAA-0000-0000-0000-000000000001}"><CodeRef targetGUID="{BBBBBBBB-0000-0000-0000-000000000002}"/></Coding>
               <Coding guid="FFFFFFFF-0000-0000-0000-000000000012"><CodeRef targetGUID="{BBBBBBBB-0000-0000-0000-000000000001}"/></Coding></PlainTextSelection>
              <PlainTextSelection guid="FFFFFFFF-0000-0000-0000-000000000002" name="der" startPosition="10" endPosition="13"/>
             </TextSource>
             <PDFSource guid="EEEEEEEE-0000-0000-0000-000000000002" name="Rapport.pdf" path="internal://EEEEEEEE-0000-0000-0000-00000000000B.pdf">
              <PDFSelection guid="FFFFFFFF-0000-0000-0000-000000000003" page="0" firstX="1" firstY="1" secondX="2" secondY="2"/>
              <Representation guid="EEEEEEEE-0000-0000-0000-000000000003" plainTextPath="internal://EEEEEEEE-0000-0000-0000-00000000000C.txt">
               <PlainTextSelection guid="FFFFFFFF-0000-0000-0000-000000000003" name="ord" startPosition="4" endPosition="7">
                <Coding guid="FFFFFFFF-0000-0000-0000-000000000013"><CodeRef targetGUID="BBBBBBBB-0000-0000-0000-000000000002"/></Coding></PlainTextSelection>
              </Representation>
             </PDFSource>
            </Sources>
            </Project>
            """;
        var files = new TreeMap<String, byte[]>();
        files.put("Fremmed.qde", xml.getBytes(StandardCharsets.UTF_8));
        files.put("Sources/eeeeeeee-0000-0000-0000-00000000000a.txt", "\uFEFFhej 😊 du\r\nder\r\n".getBytes(StandardCharsets.UTF_8));
        files.put("Sources/eeeeeeee-0000-0000-0000-00000000000b.pdf", "%PDF-".getBytes(StandardCharsets.UTF_8));
        files.put("Sources/eeeeeeee-0000-0000-0000-00000000000c.txt", "med ord".getBytes(StandardCharsets.UTF_8));
        return RefiZips.zip(folder.resolve("foreign.qdpx"), files);
    }
}
