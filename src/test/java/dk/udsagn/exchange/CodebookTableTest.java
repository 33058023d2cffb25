package dk.udsagn.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dk.udsagn.codebook.Codebook;
import dk.udsagn.codebook.Example;
import dk.udsagn.codebook.Indicator;
import dk.udsagn.codebook.Polarity;
import dk.udsagn.codebook.Theme;
import dk.udsagn.codebook.Wording;
import dk.udsagn.transcript.FormatException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.io.TempDir;

class CodebookTableTest {
    private static Codebook read(String table) throws IOException {
        Path file = Files.createTempFile("kodebog", ".csv");
        try {
            return CodebookFile.read(Files.writeString(file, table));
        } finally {
            Files.delete(file);
        }
    }

    private static String faultOf(String table) {
        return assertThrows(FormatException.class, () -> read(table)).getMessage().replaceFirst("^.*\\.csv", "");
    }

    @Test void readsWhatDanishExcelWrites() throws IOException {
        var codebook = read("\uFEFFid;parent;name;include;indicators;examples;memo\r\nseen;;Set;\"når nogen lytter\nnår nogen ser\";\"0,8 positiv: lytte til mig\nføle near/4 hørt\";"
            + "\"negativ: asked: hvad gjorde han? // han hørte ikke // tydelig\nde lyttede\";\"to; linjer\"\"\"\r\nby-adults;seen;Af voksne;;;;\r\n;;;;;;\r\n");
        Theme seen = codebook.theme("seen");
        assertEquals("Set", seen.name().in("da"));
        assertEquals(List.of("by-adults"), seen.themes().stream().map(Theme::id).toList());
        assertEquals(2, seen.include().size());
        assertEquals(List.of(new Indicator("lytte til mig", 0.8, Polarity.POSITIVE), new Indicator("føle near/4 hørt", 0.5, Polarity.POSITIVE)), seen.indicators());
        assertEquals(List.of(new Example("han hørte ikke", Polarity.NEGATIVE, "tydelig", "hvad gjorde han?"), new Example("de lyttede", Polarity.NEUTRAL, "")), seen.examples());
        assertEquals("to; linjer\"", seen.memo());
        assertEquals("1", codebook.version());
    }

    @Test void nothingIsAFormulaInASpreadsheetAndAllComesBack() throws IOException {
        var codebook = new Codebook("b", "1.0", new Wording(Map.of("da", "=HYPERLINK(1)")), List.of(new Theme("a", new Wording(Map.of("da", "@navn")), new Wording(Map.of("da", "+x")),
            List.of(new Wording(Map.of("da", "-ja"))), List.of(), "", "'=allerede", List.of(), List.of(new Example("=1+1", Polarity.NEUTRAL, "")), List.of(), List.of())));
        String csv = CodebookFile.csv(codebook);
        for (String cell : csv.split("[,\r\n]+")) {
            assertFalse(cell.matches("\"?[=+@-].*"), cell);
        }
        assertTrue(csv.contains(",'=1+1,"), csv);
        assertEquals(codebook, read(csv));
        assertEquals(codebook, read(CodebookFile.csvForExcel(codebook)));
    }

    /** Words with everything that means something in the table: separators, line breaks, marks of notes and sides, escapes, blanks at the ends. */
    @Property(tries = 200)
    void anyCodebookComesBackUnchanged(@ForAll long seed) throws IOException {
        var random = new Random(seed);
        var themes = new ArrayList<Theme>();
        for (int i = 0; i < 1 + random.nextInt(4); i++) {
            themes.add(theme(random, "t" + i, random.nextInt(3) == 0 ? List.of(theme(random, "t" + i + "-x", List.of())) : List.of()));
        }
        var codebook = new Codebook("b", random.nextBoolean() ? "2.0" : "v3", new Wording(Map.of("da", words(random), "en", words(random))), themes);
        assertEquals(codebook, read(CodebookFile.csv(codebook)));
        assertEquals(codebook, read(CodebookFile.csvForExcel(codebook)));
    }

    private static Theme theme(Random random, String id, List<Theme> under) {
        var examples = List.of(new Example(words(random), Polarity.values()[random.nextInt(4)], random.nextBoolean() ? words(random) : "", random.nextBoolean() ? words(random) : ""),
            new Example(words(random), Polarity.NEUTRAL, ""));
        return new Theme(id, new Wording(Map.of("da", words(random))), new Wording(Map.of("en", words(random))), List.of(new Wording(Map.of("da", words(random))),
            new Wording(Map.of("en", words(random), "de", words(random)))), List.of(), "#00ff00", random.nextBoolean() ? words(random) : "",
            List.of(new Indicator(words(random), (1 + random.nextInt(100_000)) / 100_000.0, Polarity.values()[random.nextInt(4)])), examples, List.of(), under);
    }

    private static String words(Random random) {
        String[] pieces = {"ord", "æøå", " ", "\n", "\r\n", "\t", ";", ",", "\"", "'", "=", "-", "\\", "\\n", "//", " // ", " //", "/", "positive: ", "0.5 negative: ", "asked: ", "neutral:", "#", "[", "{"};
        var words = new StringBuilder();
        for (int i = random.nextInt(6); i >= 0; i--) {
            words.append(pieces[random.nextInt(pieces.length)]);
        }
        return words + (words.toString().isBlank() ? "x" : "");
    }

    @Test void aFaultNamesItsLineAndWhatWouldDo() {
        assertTrue(faultOf("id;parent\na;b\nb;a\n").startsWith(":2: theme \"a\" stands under itself: a under b under a"));
        assertTrue(faultOf("id,parent\na,a\n").startsWith(":2: theme \"a\" stands under itself: a under a"));
        assertTrue(faultOf("id,parent\na,nix\n").startsWith(":2: there is no theme \"nix\" for \"a\" to stand under; the table has [a]"));
        assertTrue(faultOf("id,name\na,x\na,y\n").startsWith(":3: a second theme has the id \"a\"; the first is in line 2"));
        assertTrue(faultOf("id,navn\na,x\n").startsWith(":1: unknown column \"navn\"; there may be id, parent, name"));
        assertTrue(faultOf("id,name,name\na,x,y\n").startsWith(":1: two columns are called \"name\""));
        assertTrue(faultOf("id,indicators\na,\"x\n0.8 postive: y\"\n").startsWith(":2: column indicators: there is no polarity \"postive\""));
        assertTrue(faultOf("id,indicators\na,8 positive: y\n").contains("has weight 8.0; it needs to be over 0 and at most 1"));
        assertTrue(faultOf("id,name\nA b,x\n").startsWith(":2: theme id \"A b\" needs lower-case letters"));
        assertTrue(faultOf("id,name\n,x\n").startsWith(":2: the theme has no id"));
        assertTrue(faultOf("name\n?!\n").startsWith(":2: the theme has no id"));
        assertTrue(faultOf("id,name\na,\"x\n").startsWith(":2: a quoted cell is not ended"));
        assertTrue(faultOf("").startsWith(": there is no theme in it"));
    }

    @Test void utf16AsExcelWritesItIsRead(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("kodebog.csv");
        for (var charset : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            Files.write(file, "\uFEFFid\tname\r\na\tbær\r\n".getBytes(charset));
            assertEquals("bær", CodebookFile.read(file).theme("a").name().in("da"));
        }
        Files.write(file, new byte[] {'P', 'K', 3, 4, (byte) 0x80});
        assertTrue(assertThrows(FormatException.class, () -> CodebookFile.read(file)).getMessage().contains("a workbook or an archive"));
    }

    @Test void whatIsNoUtf8IsToldNotGuessed() throws IOException {
        Path file = Files.createTempFile("kodebog", ".csv");
        Files.write(file, "id;name\na;bær\n".getBytes(StandardCharsets.ISO_8859_1));
        assertTrue(assertThrows(FormatException.class, () -> CodebookFile.read(file)).getMessage().endsWith(".csv:2: it is not UTF-8, as Excel's plain \"CSV\" is not; save it from the spreadsheet as \"CSV UTF-8\""));
        Files.delete(file);
    }

    @org.junit.jupiter.api.Test void aTableWrittenByHandNeedsNamesOnly() throws IOException {
        Path file = Files.createTempFile("hand", ".csv");
        try {
            Files.writeString(file, "Name;Definition\nFællesskab;At høre til\nAt blive set;\n");
            assertEquals(java.util.List.of("fællesskab", "at-blive-set"), CodebookFile.read(file).themes().stream().map(t -> t.id()).toList());
        } finally {
            Files.delete(file);
        }
    }
}
