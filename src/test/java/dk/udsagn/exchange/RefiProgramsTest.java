package dk.udsagn.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dk.udsagn.codebook.Theme;
import dk.udsagn.coding.Codings;
import dk.udsagn.coding.Decision;
import dk.udsagn.transcript.Language;
import dk.udsagn.transcript.LossReport.Act;
import dk.udsagn.transcript.Span;
import dk.udsagn.transcript.Times;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files put together as other programs write them, by what their source, their pages and their users say. Our own imitations: none of them was written by the program. */
class RefiProgramsTest {
    static final List<String> LINES = List.of("Interview med Ane 😊", "", "I: Hvordan var det at komme der? 👩‍👩‍👧", "R: Jeg følte mig hørt, og så blev jeg mødt. 😊😊 Det var rart.", "I: Ja?",
        "R: De spurgte ikke, de lyttede bare. A\u030Angsten tog af.", "𝔸𝔹 (griner)", "R: Og så var der nogen, der sagde: \"Kom igen\".");
    static final List<String> QUOTES = List.of("følte mig hørt", "blev jeg mødt. 😊😊 Det var rart", "lyttede bare", "A\u030Angsten tog af", "(griner)\nR: Og så var der nogen", "Kom igen");
    @TempDir Path folder;

    /** How a program writes a project. */
    private record Program(String origin, String inner, String sources, String lineEnd, boolean mark, Dialect dialect, boolean names, String namespace, String path) {
        String native_() {
            return String.join(lineEnd, LINES);
        }

        int count(int index) {                                        // of the text with LF
            String before = String.join("\n", LINES).substring(0, index);
            int n = dialect.unit() == Dialect.Unit.UTF_16 ? before.length() : before.codePointCount(0, before.length());
            return n + (dialect.lineEnd() == 2 ? (int) before.chars().filter(c -> c == '\n').count() : 0) + (dialect.markCounts() ? 1 : 0);
        }

        Path write(Path folder, String more, String inText) throws IOException {
            String text = String.join("\n", LINES);
            var selections = new StringBuilder();
            for (int i = 0; i < QUOTES.size(); i++) {
                int at = text.indexOf(QUOTES.get(i));
                String name = names ? QUOTES.get(i).replace("\"", "&quot;").replace("\n", names ? " " : "") : "";
                selections.append("<PlainTextSelection guid=\"").append(guid("sel", i)).append("\" name=\"").append(name).append("\" startPosition=\"").append(count(at)).append("\" endPosition=\"")
                    .append(count(at + QUOTES.get(i).length())).append("\"><Description/><Coding guid=\"").append(guid("coding", i)).append("\"><CodeRef targetGUID=\"").append(guid("code", 0))
                    .append("\"/></Coding></PlainTextSelection>");
            }
            String xml = "<?xml version=\"1.0\" encoding=\"utf-8\"?><Project name=\"P\" origin=\"" + origin + "\"" + namespace + " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" "
                + "xsi:schemaLocation=\"urn:QDA-XML:project:1.0 http://schema.qdasoftware.org/versions/Project/v1.0/Project.xsd\" creationDateTime=\"2026-05-01T10:00:00\">"
                + "<Users><User guid=\"" + guid("user", 0) + "\" name=\"Ida Holm\"/></Users><CodeBook><Codes><Code guid=\"" + guid("code", 0) + "\" name=\"Mødet\" isCodable=\"true\"/>"
                + "<Code guid=\"" + guid("case", 0) + "\" name=\"Ane\"/></Codes></CodeBook>" + more.replace("<Sources/>", "<Sources><TextSource guid=\"" + guid("source", 0)
                + "\" name=\"Ane.docx\" plainTextPath=\"" + path + "\">" + selections + inText + "</TextSource></Sources>") + "</Project>";
            var files = new LinkedHashMap<String, byte[]>();
            files.put(inner, xml.getBytes(StandardCharsets.UTF_8));
            files.put(sources + "/" + path.replaceFirst("^internal:/*", "").toLowerCase(Locale.ROOT), ((mark ? "\uFEFF" : "") + native_()).getBytes(StandardCharsets.UTF_8));
            files.put(sources + "/.DS_Store", new byte[] {1});
            return RefiZips.zip(folder.resolve(origin.replaceAll("\\W", "") + ".qdpx"), files);
        }

        static String guid(String kind, int number) {
            return RefiGuid.of(kind, "p" + number).toUpperCase(Locale.ROOT);
        }
    }

    private static Dialect dialect(String words) {
        return Dialect.of(words);
    }

    private static final String NS = " xmlns=\"urn:QDA-XML:project:1.0\"";
    private static final String TXT = "internal://" + Program.guid("text", 0);

    private void lands(Program program) throws IOException {
        Path file = program.write(folder, "<Sources/>", "");
        try (var in = RefiImport.open(file, Language.DANISH, Optional.empty())) {
            assertEquals(program.dialect, in.dialect().dialect(), program + ": " + in.dialect());
            assertTrue(in.dialect().sureness() > 0.9, in.dialect() + " " + in.dialect().sureness());
            String text = in.data().sources().getFirst().text().read();
            assertEquals(String.join("\n", LINES), text);
            assertEquals(QUOTES.stream().sorted().toList(), Codings.of(in.data().decisions()).all().stream().map(c -> c.span().in(text)).sorted().toList(), program.toString());
            assertEquals("Ida Holm", in.data().study().coders().getFirst().name());
        }
        try (var in = RefiImport.open(file, Language.DANISH, Optional.of(Dialect.of("end-in,crlf-2,utf-16,bom")))) {     // overruled, and so beside the words
            assertEquals(dialect("bom,crlf-2,utf-16,end-in"), in.dialect().dialect());
            assertTrue(in.data().decisions().stream().noneMatch(d -> d instanceof Decision.Laid l && QUOTES.contains(l.content().place().words())));
        }
    }

    @Test void everyProgramsSelectionsLandOnTheirWords() throws IOException {
        lands(new Program("MAXQDA 24.7", "project.qde", "sources", "\n", false, dialect("code-point"), false, NS, TXT));
        lands(new Program("MAXQDA 2022 Release 22.8", "project.qde", "sources", "\r\n", false, dialect("utf-16,crlf-2"), false, NS, TXT + ".txt"));
        lands(new Program("NVivo", "project.qde", "Sources", "\r\n", true, dialect("utf-16,crlf-2"), false, NS, TXT + ".txt"));
        lands(new Program("ATLAS.ti 23.4", "Mit projekt.qde", "Sources", "\r\n", false, dialect("crlf-1"), true, NS, TXT + ".txt"));
        lands(new Program("ATLAS.ti 26", "Undersøgelse.qde", "sources", "\r\n", true, dialect("crlf-1,utf-16"), true, NS, TXT + ".txt"));
        lands(new Program("QualCoder 3.8.2", "project.qde", "sources", "\n", true, dialect("code-point"), true, NS, TXT + ".txt"));
        lands(new Program("QualCoder 3.5", "project.qde", "Sources", "\r\n", true, dialect("code-point"), true, NS, TXT + ".txt"));
        lands(new Program("QualCoder 3.6", "project.qde", "Sources", "\r\r\n", true, dialect("code-point"), true, NS, TXT + ".txt"));
        lands(new Program("OpenQDA", "project.qde", "sources", "\n", false, dialect("utf-16"), false, "", "internal:/" + Program.guid("text", 0) + ".txt"));
        lands(new Program("Quirkos 2.5", "project.qde", "sources", "\n", false, dialect("code-point"), true, NS, Program.guid("text", 0) + ".txt"));
        lands(new Program("Transana 5.0", "project.qde", "sources", "\n", false, dialect("code-point"), true, " xmlns=\"urn:QDA-XML:project:0:10\"", TXT + ".txt"));
    }

    @Test void variablesOfADocumentAreThoseOfTheRespondentOfItsName() throws IOException {       // as MAXQDA and Quirkos write them: a case without a name
        String variable = "33333333-3333-3333-3333-333333333333";
        var program = new Program("MAXQDA 24", "project.qde", "sources", "\n", false, Dialect.STANDARD, false, NS, TXT);
        Path file = program.write(folder, "<Variables><Variable guid=\"" + variable + "\" name=\"Alder\" typeOfVariable=\"Integer\"/></Variables><Cases><Case guid=\"" + Program.guid("c", 1)
            + "\"><VariableValue><VariableRef targetGUID=\"" + variable + "\"/><IntegerValue>17</IntegerValue></VariableValue><SourceRef targetGUID=\"" + Program.guid("source", 0)
            + "\"/></Case></Cases><Sources/>", "<PlainTextSelection guid=\"" + Program.guid("memo", 1) + "\" name=\"\" startPosition=\"0\" endPosition=\"9\"><Description>et memo</Description></PlainTextSelection>");
        try (var in = RefiImport.open(file)) {
            var respondent = in.data().study().respondents().getFirst();
            assertEquals("Ane", respondent.id());
            assertEquals(Map.of("Alder", "17"), respondent.attributes());
            assertEquals(List.of("Ane"), in.data().sources().getFirst().respondents());
            var memo = Codings.of(in.data().decisions()).all().stream().filter(c -> !c.memos().isEmpty()).findFirst().orElseThrow();
            assertEquals("Interview", memo.place().words());
            assertEquals(List.of("et memo"), memo.memos());
            assertEquals(RefiCodes.FREE, memo.theme());
        }
    }

    @Test void nvivosAnnotationsAreTiedToTheirWordsByALinkAndItsCaseCodesSayWhoSpeaks() throws IOException {
        var program = new Program("NVivo", "project.qde", "Sources", "\r\n", true, dialect("utf-16,crlf-2"), false, NS, TXT + ".txt");
        String note = Program.guid("note", 1);
        Path file = program.write(folder, "<Cases><Case guid=\"" + Program.guid("case", 0) + "\" name=\"Ane\"/></Cases><Sources/><Notes><Note guid=\"" + note
            + "\" name=\"\"><PlainTextContent>Læg mærke til pausen</PlainTextContent></Note></Notes><Links><Link guid=\"" + Program.guid("link", 1) + "\" name=\"\" originGUID=\"" + note
            + "\" targetGUID=\"" + Program.guid("ann", 1) + "\"/></Links>", "<PlainTextSelection guid=\"" + Program.guid("ann", 1) + "\" name=\"\" startPosition=\"0\" endPosition=\"9\"/>"
            + "<PlainTextSelection guid=\"" + Program.guid("all", 1) + "\" name=\"\" startPosition=\"0\" endPosition=\"17\"><Coding guid=\"" + Program.guid("cc", 1) + "\"><CodeRef targetGUID=\""
            + Program.guid("case", 0) + "\"/></Coding></PlainTextSelection>");
        try (var in = RefiImport.open(file)) {
            assertEquals(List.of("Læg mærke til pausen"), Codings.of(in.data().decisions()).all().stream().flatMap(c -> c.memos().stream()).toList());
            assertEquals(List.of("Ane"), in.data().sources().getFirst().respondents());
            assertTrue(in.losses().items().stream().anyMatch(i -> i.what().equals("code that is a case") && i.act() == Act.REPAIRED), in.losses().toString());
            assertTrue(in.losses().items().stream().noneMatch(i -> i.what().equals("link")), in.losses().toString());
            assertTrue(in.data().codebook().all().values().stream().map(Theme::id).toList().contains("ane"));
        }
    }

    @Test void qualCodersAnnotationsLieOnTheWordsOfTheirSource() throws IOException {
        var program = new Program("QualCoder 3.8", "project.qde", "sources", "\n", true, Dialect.STANDARD, true, NS, TXT + ".txt");
        String note = Program.guid("note", 1);
        Path file = program.write(folder, "<Sources/><Notes><Note guid=\"" + note + "\" creatingUser=\"" + Program.guid("user", 0) + "\"><PlainTextContent>en tanke</PlainTextContent><PlainTextSelection guid=\""
            + Program.guid("ns", 1) + "\" startPosition=\"10\" endPosition=\"17\"/></Note></Notes>", "<NoteRef targetGUID=\"" + note + "\"/>");
        try (var in = RefiImport.open(file)) {
            var annotation = Codings.of(in.data().decisions()).all().stream().filter(c -> c.memos().contains("en tanke")).findFirst().orElseThrow();
            assertEquals("med Ane", annotation.place().words());
        }
    }

    @Test void aDocumentWhoseTextDidNotComeAlongIsKeptBesideTheStudyAndTold() throws IOException {
        var files = new LinkedHashMap<String, byte[]>();
        files.put("project.qde", ("<Project name=\"P\" origin=\"f4analyse\"" + NS + "><Sources><TextSource guid=\"" + Program.guid("s", 1) + "\" name=\"Ane\" richTextPath=\"internal://A%20B.RTF\">"
            + "<PlainTextSelection guid=\"" + Program.guid("s", 2) + "\" startPosition=\"1\" endPosition=\"4\" name=\"\"/></TextSource><AudioSource guid=\"" + Program.guid("s", 3)
            + "\" name=\"\" path=\"internal://x.mp3\"><Transcript guid=\"" + Program.guid("s", 4) + "\" name=\"Ane i lyd\" plainTextPath=\"internal://t.txt\"><SyncPoint guid=\"" + Program.guid("a", 1)
            + "\" timeStamp=\"0\" position=\"0\"/><SyncPoint guid=\"" + Program.guid("a", 2) + "\" timeStamp=\"900\" position=\"3\"/><TranscriptSelection guid=\"" + Program.guid("a", 3)
            + "\" name=\"\" fromSyncPoint=\"" + Program.guid("a", 1) + "\" toSyncPoint=\"" + Program.guid("a", 2) + "\"/></Transcript></AudioSource></Sources></Project>").getBytes(StandardCharsets.UTF_8));
        files.put("sources/a b.rtf", "{\\rtf1 x}".getBytes(StandardCharsets.UTF_8));
        files.put("sources/x.mp3", new byte[] {1, 2, 3});
        files.put("sources/t.txt", "Ane taler".getBytes(StandardCharsets.UTF_8));
        try (var in = RefiImport.open(RefiZips.zip(folder.resolve("f4.qdpx"), files))) {
            assertEquals(List.of("Ane i lyd"), in.data().sources().stream().map(StudyData.Source::id).toList());
            assertEquals("Ane", ((Decision.Laid) in.data().decisions().getFirst()).content().place().words());
            var names = new ArrayList<>(in.data().asides().stream().map(StudyData.Aside::name).sorted().toList());
            assertTrue(names.contains("Ane.RTF") && names.size() == 2, names.toString());
            assertEquals(Map.of(new Span(0, 3), Times.between(0, 900), new Span(3, 9), new Times(OptionalLong.of(900), OptionalLong.empty())), in.data().sources().getFirst().text().times());
            var told = in.losses().items().stream().map(i -> i.act() + " " + i.what()).toList();
            assertTrue(told.containsAll(List.of("SET_ASIDE document without its text", "LEFT_OUT selection", "SET_ASIDE AudioSource")), told.toString());
        }
    }

    @Test void aTieThatChangesAPlaceIsTold() throws IOException {
        var files = new LinkedHashMap<String, byte[]>();
        files.put("project.qde", ("<Project name=\"P\" origin=\"en ukendt\"" + NS + "><Sources><TextSource guid=\"" + Program.guid("s", 1) + "\" name=\"Ane\" plainTextPath=\"internal://t.txt\">"
            + "<PlainTextSelection guid=\"" + Program.guid("s", 2) + "\" startPosition=\"5\" endPosition=\"9\" name=\"\"/></TextSource></Sources></Project>").getBytes(StandardCharsets.UTF_8));
        files.put("sources/t.txt", "ja\r\nja ja ja ja ja ja ja".getBytes(StandardCharsets.UTF_8));
        try (var in = RefiImport.open(RefiZips.zip(folder.resolve("tie.qdpx"), files))) {
            assertTrue(in.dialect().sureness() < 0.99, in.dialect().toString());
            assertTrue(in.losses().items().stream().anyMatch(i -> i.act() == Act.GUESSED && i.what().equals("selection whose place is not certain")), in.losses().toString());
        }
    }
}
