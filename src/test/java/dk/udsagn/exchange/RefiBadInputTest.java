package dk.udsagn.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dk.udsagn.transcript.FormatException;
import dk.udsagn.transcript.LossReport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are broken, or made to do harm: an error that says where, or a report that says what was left out; never a hang or a crash. */
class RefiBadInputTest {
    @TempDir Path folder;

    private Path qdpx(String xml, Map<String, String> files) throws IOException {
        var entries = new LinkedHashMap<String, byte[]>();
        entries.put("project.qde", xml.getBytes(StandardCharsets.UTF_8));
        files.forEach((name, text) -> entries.put(name, text.getBytes(StandardCharsets.UTF_8)));
        return RefiZips.zip(folder.resolve("bad.qdpx"), entries);
    }

    private static String project(String inside) {
        return "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<Project name=\"x\" xmlns=\"urn:QDA-XML:project:1.0\">" + inside + "</Project>";
    }

    private static String selections(String selections) {
        return project("<Users><User guid=\"11111111-1111-1111-1111-111111111111\" name=\"u\"/></Users><CodeBook><Codes><Code guid=\"22222222-2222-2222-2222-222222222222\" name=\"kode\" "
            + "isCodable=\"true\"/></Codes></CodeBook><Sources><TextSource guid=\"33333333-3333-3333-3333-333333333333\" name=\"t\" plainTextPath=\"internal://a.txt\">" + selections
            + "</TextSource></Sources>");
    }

    private static String selection(String guid, int start, int end, String code) {
        return "<PlainTextSelection guid=\"" + guid + "\" startPosition=\"" + start + "\" endPosition=\"" + end + "\"><Coding guid=\"" + RefiGuid.of("c", guid + start) + "\"><CodeRef targetGUID=\""
            + code + "\"/></Coding></PlainTextSelection>";
    }

    private static int count(LossReport report, LossReport.Act act, String what) {
        return report.items().stream().filter(i -> i.act() == act && i.what().equals(what)).mapToInt(LossReport.Item::count).sum();
    }

    private FormatException refused(Path file) {
        return assertThrows(FormatException.class, () -> RefiImport.open(file).close());
    }

    @Test void aDoctypeIsRefusedAndNothingIsFetched() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "hemmeligt");
        var e = refused(qdpx("<?xml version=\"1.0\"?>\n<!DOCTYPE Project [<!ENTITY x SYSTEM \"" + secret.toUri() + "\">]>\n<Project name=\"&x;\"/>", Map.of()));
        assertTrue(e.getMessage().contains("DOCTYPE"), e.getMessage());
    }

    @Test void aBillionLaughsAreRefused() throws IOException {
        var dtd = new StringBuilder("<!DOCTYPE Project [<!ENTITY a0 \"ha\">");
        for (int i = 1; i < 30; i++) {
            dtd.append("<!ENTITY a").append(i).append(" \"&a").append(i - 1).append(";&a").append(i - 1).append(";\">");
        }
        assertTrue(refused(qdpx(dtd + "]><Project name=\"x\"><Description>&a29;</Description></Project>", Map.of())).getMessage().contains("DOCTYPE"));
    }

    @Test void anEntityThatNobodyDeclaredIsAFaultWithItsLine() throws IOException {
        assertEquals(2, refused(qdpx(project("<Description>&nbsp;</Description>"), Map.of())).line());
    }

    @Test void whatTheParserHasOnlyKeysForIsSaidInPlainWords() throws IOException {
        assertTrue(refused(qdpx("<Project name=\"x\">\n<Users guid=\"1\" guid=\"2\"/></Project>", Map.of())).getMessage().contains("attribute guid stands twice in Users"));
        assertTrue(refused(qdpx("<Project name=\"x\" xsi:schemaLocation=\"a b\"/>", Map.of())).getMessage().contains("the prefix xsi of xsi:schemaLocation in Project is not declared by an xmlns:xsi"));
        assertTrue(refused(qdpx("<q:Project name=\"x\"/>", Map.of())).getMessage().contains("the prefix q of q:Project is not declared by an xmlns:q"));
    }

    @Test void bytesThatAreNoUtf8AreToldAsSuch() throws IOException {
        Path file = Files.write(folder.resolve("latin.qde"), "<Project name=\"bl\u00E5\"/>".getBytes(StandardCharsets.ISO_8859_1));
        assertTrue(refused(file).getMessage().contains("it is not the UTF-8 that it says it is"), refused(file).getMessage());
        Files.write(file, "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><Project name=\"bl\u00E5\"/>".getBytes(StandardCharsets.ISO_8859_1));
        try (var in = RefiImport.open(file)) {
            assertEquals("bl\u00E5", in.data().study().title());
        }
    }

    @Test void whatIsNoXmlAtAllSaysHowItBegins() throws IOException {
        assertTrue(refused(Files.writeString(folder.resolve("a.qdpx"), "hej med dig")).getMessage().contains("it is neither an archive nor XML; it begins with \"hej med dig\""));
        assertTrue(refused(Files.write(folder.resolve("b.qde"), new byte[100])).getMessage().contains("it is neither an archive nor XML;"));
        assertTrue(refused(Files.write(folder.resolve("c.qde"), new byte[0])).getMessage().contains("it is empty"));
    }

    @Test void aSchemaLocationIsNeverLookedUp() throws IOException {
        Path file = qdpx("<Project name=\"x\" xmlns=\"urn:QDA-XML:project:1.0\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:schemaLocation=\"urn:QDA-XML:project:1.0 "
            + "http://192.0.2.1/Project.xsd\"/>", Map.of());
        try (var in = RefiImport.open(file)) {
            assertEquals("x", in.data().study().title());
        }
    }

    @Test void anEntryThatLeadsOutOfTheArchiveIsToldAndNeverRead() throws IOException {
        Path file = qdpx(selections(selection("44444444-4444-4444-4444-444444444444", 0, 3, "22222222-2222-2222-2222-222222222222")), Map.of("../../a.txt", "ude af huset"));
        try (var in = RefiImport.open(file)) {
            assertEquals(1, count(in.losses(), LossReport.Act.LEFT_OUT, "archive entry"));
            assertEquals(0, in.data().sources().size());
        }
    }

    @Test void aPathToThisMachinesDiskIsNotFollowed() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "hemmeligt");
        for (String path : new String[] {"absolute://" + secret, "relative:///secret.txt", "file://" + secret, secret.toString(), "internal://../secret.txt"}) {
            Path file = qdpx(project("<Sources><TextSource guid=\"33333333-3333-3333-3333-333333333333\" name=\"t\" plainTextPath=\"" + path + "\"/></Sources>"), Map.of());
            try (var in = RefiImport.open(file)) {
                assertEquals(0, in.data().sources().size(), path);
                assertEquals(1, count(in.losses(), LossReport.Act.LEFT_OUT, "text source"), path);
            }
        }
    }

    @Test void aBombIsRefusedBeforeItFillsTheMemory() throws IOException {
        byte[] zeros = new byte[200 << 20];
        Arrays.fill(zeros, (byte) 'x');
        var entries = new LinkedHashMap<String, byte[]>();
        entries.put("project.qde", selections("").getBytes(StandardCharsets.UTF_8));
        entries.put("sources/a.txt", zeros);
        var e = refused(RefiZips.zip(folder.resolve("bomb.qdpx"), entries));
        assertTrue(e.getMessage().contains("bomb"), e.getMessage());
    }

    @Test void halfAnArchiveIsTornAndSaysSo() throws IOException {
        Path whole = qdpx(selections(""), Map.of("sources/a.txt", "tekst"));
        byte[] bytes = Files.readAllBytes(whole);
        for (int cut = 4; cut < bytes.length; cut += 37) {
            Path half = Files.write(folder.resolve("half.qdpx"), Arrays.copyOf(bytes, cut));
            assertTrue(refused(half).getMessage().contains("torn"), "cut at " + cut);
        }
    }

    @Test void aDamagedTextIsTornAndNotTakenForTheText() throws IOException {
        Path whole = qdpx(selections(""), Map.of("sources/a.txt", "tekst tekst tekst tekst"));
        byte[] bytes = Files.readAllBytes(whole);
        int at = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("sources/a.txt") + "sources/a.txt".length() + 3;
        bytes[at] ^= 0x55;
        Files.write(whole, bytes);
        assertTrue(refused(whole).getMessage().contains("torn"));
    }

    @Test void halfAnXmlFileIsAFaultWithItsLine() throws IOException {
        String xml = selections(selection("44444444-4444-4444-4444-444444444444", 0, 3, "22222222-2222-2222-2222-222222222222"));
        for (int cut = 60; cut < xml.length() - 1; cut += 23) {
            Path file = Files.writeString(folder.resolve("half.qde"), xml.substring(0, cut));
            assertTrue(refused(file).line() > 0, "cut at " + cut);
        }
    }

    @Test void duplicateGuidsAndDanglingReferencesAndPlacesPastTheEndAreTold() throws IOException {
        String code = "22222222-2222-2222-2222-222222222222";
        String xml = selections(selection("44444444-4444-4444-4444-444444444444", 0, 5, code) + selection("44444444-4444-4444-4444-444444444444", 6, 11, code)
            + selection("44444444-4444-4444-4444-444444444445", 0, 5, "99999999-9999-9999-9999-999999999999") + selection("44444444-4444-4444-4444-444444444446", 6, 5_000, code)
            + selection("44444444-4444-4444-4444-444444444447", 90, 95, code) + selection("44444444-4444-4444-4444-444444444448", -5, 3, code)
            + selection("44444444-4444-4444-4444-444444444449", 5, 5, code)
            + "<NoteRef targetGUID=\"88888888-8888-8888-8888-888888888888\"/>");
        try (var in = RefiImport.open(qdpx(xml, Map.of("sources/A.TXT", "femte andet tredje")))) {
            assertEquals(1, count(in.losses(), LossReport.Act.REPAIRED, "selection with a GUID that another selection has"), in.losses().toString());
            assertEquals(1, count(in.losses(), LossReport.Act.GUESSED, "code"));
            assertEquals(1, count(in.losses(), LossReport.Act.REPAIRED, "selection"));
            assertEquals(3, count(in.losses(), LossReport.Act.LEFT_OUT, "selection"));
            assertEquals(4, in.data().decisions().size());
            assertTrue(in.data().codebook().all().containsKey("code-99999999"));
        }
    }

    @Test void elementsInEachOtherByTheThousandAreRefusedInPlainWords() throws IOException {
        assertTrue(refused(qdpx(project("<CodeBook><Codes>" + "<Code guid=\"1\" name=\"a\">".repeat(20_000) + "</Code>".repeat(20_000) + "</Codes></CodeBook>"), Map.of())).getMessage().contains("deeper"));
    }

    @Test void aFileThatIsSomethingElseIsRefused() throws IOException {
        for (String text : new String[] {"", "{}", "<html></html>", "PK\u0003\u0004 og resten mangler", "\u0000\u0001\u0002"}) {
            assertFalse(refused(Files.writeString(folder.resolve("other.qdpx"), text)).getMessage().isEmpty());
        }
        var entries = new LinkedHashMap<String, byte[]>();
        entries.put("readme.txt", new byte[0]);
        assertTrue(refused(RefiZips.zip(folder.resolve("none.qdpx"), entries)).getMessage().contains(".qde"));
    }
}
