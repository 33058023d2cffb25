package dk.udsagn.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dk.udsagn.transcript.FormatException;
import dk.udsagn.transcript.Language;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BadInputTest {
    private static final Path FOLDER = Path.of("src/test/resources/intake");

    private static String fault(String name, byte[] bytes) {
        FormatException e = Reads.fault(name, bytes);
        assertEquals(name, e.source());
        return e.problem();
    }

    @Test void aMissingFileIsAnIoException() {
        assertThrows(NoSuchFileException.class, () -> Intake.standard(Language.DANISH).read(Path.of("no/such/file.txt")));
    }

    @Test void aHugeFileIsRefusedBeforeItIsRead(@TempDir Path folder) throws IOException {
        Path huge = folder.resolve("lyd.txt");
        try (var file = new RandomAccessFile(huge.toFile(), "rw")) {
            file.setLength(2L << 30);
        }
        var e = assertTimeout(Duration.ofSeconds(10), () -> assertThrows(FormatException.class, () -> Intake.standard(Language.DANISH).read(huge)));
        assertEquals("the file is larger than 64 MB, far more than an interview's text", e.problem());
    }

    @Test void aMillionTurnsAreRead() {
        byte[] many = "I: a?\nR: b.\n".repeat(500_000).getBytes(StandardCharsets.UTF_8);
        assertEquals(1_000_000, Reads.read("x.txt", many).transcript().turns().size());
    }

    @Test void binaryJunkIsRefusedUnderEveryEnding() {
        var random = new Random(1);
        for (String ending : List.of("txt", "docx", "odt", "rtf", "pdf", "vtt", "srt", "json", "tsv", "csv", "cha", "eaf")) {
            byte[] junk = new byte[5_000];
            random.nextBytes(junk);
            assertEquals("x." + ending, Reads.fault("x." + ending, junk).source());
        }
    }

    @Test void aFileIsKnownByWhatIsInIt() throws IOException {
        assertEquals("Word document (docx)", Reads.read("x.txt", Files.readAllBytes(FOLDER.resolve("docx/etiketter.docx"))).format());
        assertEquals("PDF", Reads.read("x.docx", Files.readAllBytes(FOLDER.resolve("pdf/fodnote.pdf"))).format());
        assertEquals("plain text, UTF-8, LF", Reads.read("x.pdf", Files.readAllBytes(FOLDER.resolve("txt/utf8.txt"))).format());
    }

    @Test void anArchiveThatUnpacksWithoutEndIsRefused() throws IOException {
        assertEquals("it unpacks to more than 256 MB", fault("x.docx", Packed.zip("word/media/a.png", new byte[257 << 20])));
    }

    @Test void anArchiveWhoseTextAloneIsFarTooLargeIsRefused() throws IOException {
        assertEquals("its text, word/document.xml, unpacks to more than 64 MB, far more than an interview's", fault("x.docx", Packed.zip("word/document.xml", new byte[65 << 20])));
        assertEquals("its text, content.xml, unpacks to more than 64 MB, far more than an interview's", fault("x.odt", Packed.zip("content.xml", new byte[65 << 20])));
    }

    /** Signs that look for their other half must not search the whole file each time. */
    @Test void aLineOrFileOfNothingButOpeningSignsTakesNoLongerThanItsLength() {
        String many = "(".repeat(1_000_000);
        assertTimeout(Duration.ofSeconds(40), () -> assertEquals(List.of("I|Hvad?", "R|" + many), Reads.turns("I: Hvad?\nR: " + many + "\n")));
        String torn = "I: ordet er-\ndelt her\nR: ja\n".repeat(20_000);
        assertTimeout(Duration.ofSeconds(40), () -> assertEquals(40_000, Reads.text(torn).transcript().turns().size()));
    }

    @Test void aFileThatNeedsMoreMemoryThanThereIsSaysSo() {
        Intake greedy = Intake.with(file -> {
            throw new OutOfMemoryError("Java heap space");
        });
        var e = assertThrows(FormatException.class, () -> greedy.read(new Source("x.txt", new byte[1])));
        assertEquals("x.txt: reading it takes more memory than Java has: " + (Runtime.getRuntime().maxMemory() >> 20) + " MB", e.getMessage().replaceFirst(";.*", ""));
        assertTrue(e.getMessage().matches(".*; is it one interview\\? else split it, or give Java more, as with -Xmx\\d+g"), e.getMessage());
    }

    @Test void anArchiveThatPacksOutsideItsFolderIsRefused() throws IOException {
        assertEquals("it packs a file outside its own folder, \"word/../../x.xml\"", fault("x.docx", Packed.zip("word/../../x.xml", new byte[3])));
    }

    @Test void anArchiveThatIsNoDocumentIsNamed() throws IOException {
        assertEquals("this is an Excel workbook, no transcript", fault("x.docx", Packed.zip("xl/workbook.xml", new byte[3])));
        assertEquals("this is a packed file with no document in it, no transcript", fault("x.docx", Packed.zip("a.txt", new byte[3])));
    }

    @Test void aDocumentTypeInADocumentIsRefused() throws IOException {
        byte[] xml = "<!DOCTYPE d [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;\">]><d>&b;</d>".getBytes(StandardCharsets.UTF_8);
        assertEquals("in word/document.xml, the XML is refused: it has a DOCTYPE, which transcripts have no use for", fault("x.docx", Packed.zip("word/document.xml", xml)));
        assertEquals("in content.xml, the XML is refused: it has a DOCTYPE, which transcripts have no use for", fault("x.odt", Packed.zip("content.xml", xml)));
    }

    @Test void anOldWordFileSaysSo() {
        byte[] doc = new byte[600];
        doc[0] = (byte) 0xD0;
        doc[1] = (byte) 0xCF;
        doc[2] = 0x11;
        doc[3] = (byte) 0xE0;
        FormatException e = Reads.fault("x.docx", doc);
        assertEquals("x.docx: this is an old Word file (.doc) or one locked with a password, no transcript; save it as docx without a password", e.getMessage());
    }

    @Test void aFileCutInTheMiddleIsReadAsFarAsItGoesOrRefused() throws IOException {
        byte[] docx = Files.readAllBytes(FOLDER.resolve("docx/etiketter.docx"));
        assertTrue(fault("x.docx", Arrays.copyOf(docx, docx.length / 2)).startsWith("the packed file is broken"));
        byte[] json = Files.readAllBytes(FOLDER.resolve("json/whisperx.json"));
        assertEquals("a string has no end", fault("x.json", Arrays.copyOf(json, new String(json, StandardCharsets.ISO_8859_1).indexOf("Vil du begynde"))));
        byte[] text = Files.readAllBytes(FOLDER.resolve("txt/utf8.txt"));
        assertEquals(2, Reads.read("x.txt", Arrays.copyOf(text, 200)).transcript().turns().size());
    }

    @Test void aScannedAndALockedPdfSaySo(@TempDir Path folder) throws IOException {
        try (var scanned = new PDDocument()) {
            scanned.addPage(new PDPage());
            scanned.save(folder.resolve("scan.pdf").toFile());
        }
        assertEquals("the PDF has no text; it is probably scanned", fault("x.pdf", Files.readAllBytes(folder.resolve("scan.pdf"))));
        try (var locked = new PDDocument()) {
            locked.addPage(new PDPage());
            locked.protect(new StandardProtectionPolicy("owner", "secret", new AccessPermission()));
            locked.save(folder.resolve("locked.pdf").toFile());
        }
        assertEquals("the PDF is locked with a password", fault("x.pdf", Files.readAllBytes(folder.resolve("locked.pdf"))));
    }

    @Test void withoutPdfBoxTheFaultNamesWhatToAdd() throws Exception {
        URL own = Path.of("target/classes").toUri().toURL();
        try (var alone = new URLClassLoader(new URL[] {own}, ClassLoader.getPlatformClassLoader())) {
            Class<?> intake = alone.loadClass("dk.udsagn.intake.Intake");
            Class<?> language = alone.loadClass("dk.udsagn.transcript.Language");
            Object standard = intake.getMethod("standard", language).invoke(null, language.getField("DANISH").get(null));
            var e = assertThrows(java.lang.reflect.InvocationTargetException.class,
                () -> intake.getMethod("read", Path.class).invoke(standard, FOLDER.resolve("pdf/langt.pdf")));
            assertTrue(e.getCause().getMessage().endsWith("reading PDF needs PDFBox, which is not on the class path; "
                + "add org.apache.pdfbox:pdfbox:3.0.7, or turn the file into text with pdftotext"), e.getCause().getMessage());
        }
    }

    @Test void aFileThatIsNotWhatItsNameSaysIsToldSo() {
        assertTrue(fault("x.docx", "\u0081\u0000junk".getBytes(StandardCharsets.ISO_8859_1)).startsWith("this is no docx, whatever its name says; taken for text, "));
        assertEquals("this is a web page (HTML), no transcript", fault("x.docx", "<!DOCTYPE html>\n<p>I: Hej</p>".getBytes(StandardCharsets.UTF_8)));
        assertEquals("x.csv:1: no line names a speaker; found \"id;alder\"; a table needs columns named \"Speaker\" (\"Taler\") and \"Text\" (\"Tekst\")",
            Reads.fault("x.csv", "id;alder\n1;30\n".getBytes(StandardCharsets.UTF_8)).getMessage());
    }

    @Test void aQuotationThatIsNeverClosedAndARichTextThatIsCutAreRefused() throws IOException {
        assertEquals("x.csv:2: a quotation mark opens a cell and is never closed; close it at the end of the cell",
            Reads.fault("x.csv", "Tid;Taler;Tekst\n1;I;\"Hvad?\n2;R;Ja.\n".getBytes(StandardCharsets.UTF_8)).getMessage());
        byte[] rtf = Files.readAllBytes(FOLDER.resolve("rtf/f4.rtf"));
        assertEquals("the rich text ends before its last closing bracket: the file was cut off", fault("x.rtf", Arrays.copyOf(rtf, rtf.length * 2 / 3)));
        assertEquals("the document has no text", fault("x.docx", Packed.zip("word/document.xml",
            "<w:document xmlns:w=\"urn:x\"><w:p><w:t>I: Hej</w:t></w:p></w:document>".getBytes(StandardCharsets.UTF_8))));
    }
}
