package dk.udsagn.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dk.udsagn.codebook.Theme;
import dk.udsagn.coding.Codings;
import dk.udsagn.coding.Decision;
import dk.udsagn.transcript.Language;
import dk.udsagn.transcript.LossReport.Act;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Imitations of what programs write, one habit beside another: how they name files and selections, wrap, declare, count. None was written by the program; what is not known of
 * one (Dedoose, QDA Miner, f4analyse) is guessed from the system it is built on. Each selection must land on its words, and what came in must go out valid.
 */
class RefiImitationsTest {
    private static final String TEXT = String.join("\n", RefiProgramsTest.LINES);
    @TempDir Path folder;

    /** How a program writes; the fields are the standard's way. */
    private static final class Imitation {
        private final String origin;
        private String declaration = "<?xml version=\"1.0\" encoding=\"utf-8\"?>";
        private String namespace = " xmlns=\"urn:QDA-XML:project:1.0\"";
        private String prefix = "";
        private String inner = "project.qde";
        private String sources = "sources/";
        private String lineEnd = "\n";
        private boolean mark;
        private boolean inline;
        private boolean wrapped = true;
        private boolean sameGuid;
        private UnaryOperator<String> guid = g -> g;
        private BinaryOperator<String> name = (words, places) -> "";
        private Dialect counted = Dialect.STANDARD;
        private Dialect byMachine;                                        // how every second selection is counted
        private String more = "";                                        // in the source, after its selections
        private String after = "";                                       // after the sources
        private String otherSources = "";

        private Imitation(String origin) {
            this.origin = origin;
        }

        private int count(int index, Dialect dialect) {
            String before = TEXT.substring(0, index);
            int n = dialect.unit() == Dialect.Unit.UTF_16 ? before.length() : before.codePointCount(0, before.length());
            return n + (dialect.lineEnd() == 2 ? (int) before.chars().filter(c -> c == '\n').count() : 0) + (dialect.markCounts() ? 1 : 0);
        }

        private String guid(String kind, int n) {
            return guid.apply(RefiGuid.of("imitation", kind + n));
        }

        private String attribute(String text) {
            return text.replace("&", "&amp;").replace("\"", "&quot;").replace("<", "&lt;");
        }

        private String xml() {
            var selections = new StringBuilder();
            for (int i = 0; i < RefiProgramsTest.QUOTES.size(); i++) {
                String words = RefiProgramsTest.QUOTES.get(i);
                Dialect dialect = byMachine != null && i % 2 == 1 ? byMachine : counted;
                int start = count(TEXT.indexOf(words), dialect);
                int end = count(TEXT.indexOf(words) + words.length(), dialect) - (dialect.endWithin() ? 1 : 0);
                String selection = guid("selection", i);
                selections.append("<PlainTextSelection guid=\"").append(selection).append("\" name=\"").append(attribute(name.apply(words, start + "," + end))).append("\" startPosition=\"").append(start)
                    .append("\" endPosition=\"").append(end).append("\" creatingUser=\"").append(guid("user", 0)).append("\"><Coding guid=\"").append(sameGuid ? selection : guid("coding", i))
                    .append("\"><CodeRef targetGUID=\"").append(guid("code", i % 2)).append("\"/></Coding></PlainTextSelection>");
            }
            String codes = "<Code guid=\"" + guid("code", 0) + "\" name=\"Møde\" isCodable=\"true\"/><Code guid=\"" + guid("code", 1) + "\" name=\"Møde\\Hørt\" isCodable=\"true\"/>";
            String body = "<Users><User guid=\"" + guid("user", 0) + "\" name=\"Ida\"/></Users><CodeBook>" + (wrapped ? "<Codes>" + codes + "</Codes>" : codes) + "</CodeBook><Sources><TextSource guid=\""
                + guid("source", 0) + "\" name=\"Ane\"" + (inline ? "" : " plainTextPath=\"internal://" + guid("text", 0) + ".txt\"") + ">" + (inline ? "<PlainTextContent>" + TEXT.replace("\n", lineEnd)
                + "</PlainTextContent>" : "") + selections + more + "</TextSource>" + otherSources + "</Sources>" + after;
            return declaration + "<Project" + (prefix.isEmpty() ? namespace : namespace.replace("xmlns=", "xmlns:" + prefix + "=")) + " name=\"P\" origin=\"" + origin
                + "\" modifiedDateTime=\"2026-05-01T10:00:00Z\">" + body + "</Project>";
        }

        private Path write(Path folder) throws IOException {
            String xml = xml();
            if (!prefix.isEmpty()) {
                xml = xml.replaceAll("<(/?)([A-Z])", "<$1" + prefix + ":$2");
            }
            var files = new LinkedHashMap<String, byte[]>();
            if (!inline) {
                files.put(sources + guid("text", 0).toLowerCase(Locale.ROOT) + ".TXT", ((mark ? "\uFEFF" : "") + TEXT.replace("\n", lineEnd)).getBytes(StandardCharsets.UTF_8));
            }
            files.put(inner, xml.getBytes(StandardCharsets.UTF_8));
            files.put(sources + "film.mp4", "film".getBytes(StandardCharsets.UTF_8));
            files.put(sources + "foto.jpg", "foto".getBytes(StandardCharsets.UTF_8));
            return RefiZips.zip(folder.resolve("imitation.qdpx"), files);
        }
    }

    private static String cut(String words) {
        return words.length() <= 12 ? words : words.substring(0, words.offsetByCodePoints(0, 10)) + "...";
    }

    private static String braces(String guid) {
        return "{" + guid.toUpperCase(Locale.ROOT) + "}";
    }

    private StudyData lands(Imitation program) throws IOException {
        Path back = folder.resolve("back.qdpx");
        try (var in = RefiImport.open(program.write(folder), Language.DANISH, Optional.empty())) {
            String what = program.origin + ": " + in.dialect() + "\n" + in.losses();
            assertEquals(RefiProgramsTest.QUOTES.stream().sorted().toList(), words(in.data()), what);
            assertEquals(TEXT, in.data().sources().getFirst().text().read(), what);
            assertEquals("møde", in.data().codebook().parent("hørt").map(Theme::id).orElse("none"), what);
            assertEquals(List.of("ida"), in.data().study().coders().stream().map(c -> c.id()).toList(), what);
            RefiExport.write(in.data(), back);
            try (var again = RefiImport.open(back)) {
                assertEquals(words(in.data()), words(again.data()), what);
            }
            if (Files.exists(Path.of("../shared/data/refi/Project.xsd"))) {
                RefiExportTest.assertValid("Project.xsd", RefiExportTest.qde(back));
            }
            return in.data();
        }
    }

    private static List<String> words(StudyData data) {
        return Codings.of(data.decisions()).all().stream().filter(c -> !c.theme().equals(RefiCodes.FREE)).map(c -> c.place().words()).sorted().toList();
    }

    @Test void qualCoderCountsByHandAsQtDoesAndByMachineInCodePoints() throws IOException {
        var program = new Imitation("QualCoder 3.8");
        program.declaration = "\uFEFF<?xml version=\"1.0\" encoding=\"utf-8\"?>\n";
        program.sources = "Sources/";
        program.mark = true;
        program.counted = Dialect.of("code-point");
        program.byMachine = Dialect.of("utf-16");
        program.name = (words, places) -> words;                        // a line end in the attribute becomes a blank
        lands(program);
        program.name = (words, places) -> words.replace('\n', '\u2029');  // as Qt hands it out
        lands(program);
    }

    @Test void maxqdaNamesSelectionsByTheirPlacesAndWritesVariablesSetsAndMemosItsOwnWay() throws IOException {
        var program = new Imitation("MAXQDA 24 (Release 24.7.0)");
        program.guid = g -> g.toUpperCase(Locale.ROOT);
        program.sameGuid = true;
        program.lineEnd = "\r\n";
        program.counted = Dialect.of("utf-16,crlf-2");
        program.name = (words, places) -> places;
        program.after = "<Sets><Set guid=\"" + program.guid("set", 0) + "\" name=\"Gruppe\"><MemberSource targetGUID=\"" + program.guid("source", 0) + "\"/></Set></Sets>";
        program.otherSources = "<VideoSource guid=\"" + program.guid("film", 0) + "\" name=\"Film\" path=\"internal://film.mp4\"/><PictureSource guid=\"" + program.guid("foto", 0)
            + "\" name=\"Foto\" path=\"internal://foto.jpg\"><PictureSelection guid=\"" + program.guid("box", 0) + "\" name=\"(1,1),(2,2)\" firstX=\"1\" firstY=\"1\" secondX=\"2\" secondY=\"2\"/></PictureSource>";
        var data = lands(program);
        assertEquals(List.of("Film.mp4", "Foto.jpg"), data.asides().stream().map(StudyData.Aside::name).sorted().toList());
        try (var again = RefiImport.open(folder.resolve("back.qdpx"))) {                    // pictures and films go out again, under their GUIDs
            assertEquals(List.of("Film.mp4", "Foto.jpg"), again.data().asides().stream().map(StudyData.Aside::name).sorted().toList());
            assertEquals(data.remembered(), again.data().remembered());
        }
    }

    @Test void nvivoForMacCountsUtf16AndEndsLinesWithLf() throws IOException {
        var program = new Imitation("NVivo for Mac 12.6");
        program.sources = "Sources/";
        program.counted = Dialect.of("utf-16");
        lands(program);
        program.lineEnd = "\r";                                            // and so did older Macs
        lands(program);
    }

    @Test void atlasTiNamesQuotationsByTheirFirstWordsAndFilesByTheProject() throws IOException {
        var mac = new Imitation("ATLAS.ti Mac 26.1.2");
        mac.inner = "Trial.qde";
        mac.name = (words, places) -> cut(words);
        mac.more = "<PlainTextSelection guid=\"" + mac.guid("empty", 0) + "\" name=\"\" startPosition=\"7\" endPosition=\"7\"><Description>tanke</Description></PlainTextSelection>";
        lands(mac);
        var windows = new Imitation("ATLAS.ti Win 23.4.0");
        windows.guid = g -> g.toUpperCase(Locale.ROOT);
        windows.lineEnd = "\r\n";
        windows.name = (words, places) -> "1:" + words.length() + " ¶ 3, " + cut(words);
        lands(windows);
        var web = new Imitation("ATLAS.ti Web");
        web.wrapped = false;                                              // codes without the wrapper
        web.counted = Dialect.of("utf-16");
        web.name = (words, places) -> cut(words);
        lands(web);
    }

    @Test void dotNetAndDelphiProgramsDeclareUtf16AndPutBracesRoundGuids() throws IOException {
        var dedoose = new Imitation("Dedoose");
        dedoose.declaration = "<?xml version=\"1.0\" encoding=\"utf-16\"?>";
        dedoose.inline = true;
        dedoose.lineEnd = "\r\n";                                         // which XML hands on as LF, while the places count two
        dedoose.counted = Dialect.of("utf-16,crlf-2");
        lands(dedoose);
        var qdaMiner = new Imitation("QDA Miner 2024");
        qdaMiner.guid = RefiImitationsTest::braces;
        qdaMiner.lineEnd = "\r\n";
        qdaMiner.mark = true;
        qdaMiner.counted = Dialect.of("utf-16,crlf-2");
        lands(qdaMiner);
        qdaMiner.counted = Dialect.of("utf-16,crlf-2,end-in");
        lands(qdaMiner);
    }

    @Test void quirkosF4AndScriptsWriteTextsIntoTheXmlPrefixElementsAndNameNothing() throws IOException {
        var quirkos = new Imitation("Quirkos 2.5.3");
        quirkos.inline = true;
        quirkos.name = (words, places) -> words;
        quirkos.after = "<Notes/><Links/><Sets/><Graphs/>";               // wrappers that are empty
        lands(quirkos);
        var f4 = new Imitation("f4analyse 3.4");
        f4.prefix = "q";
        f4.counted = Dialect.of("utf-16");
        lands(f4);
        var script = new Imitation("qda-export.js");
        script.namespace = " xmlns=\"urn:QDA-XML:project:2.0\"";
        script.counted = Dialect.of("utf-16");
        script.name = (words, places) -> "A · 4";
        lands(script);
        script.namespace = "";
        script.sources = "P/Sources\\";
        script.inner = "P/P.QDE";
        lands(script);
    }

    @Test void transanasClipsLieBetweenTimeMarksOfATranscript() throws IOException {
        var program = new Imitation("Transana 5.01");
        var marks = new StringBuilder();
        var clips = new StringBuilder();
        String quote = RefiProgramsTest.QUOTES.get(1);
        int[] at = {0, TEXT.indexOf(quote), TEXT.indexOf(quote) + quote.length()};
        for (int i = 0; i < 3; i++) {
            marks.append("<SyncPoint guid=\"").append(program.guid("sync", i)).append("\" position=\"").append(program.count(at[i], program.counted)).append("\" timeStamp=\"").append(1000 * i).append("\"/>");
        }
        clips.append("<TranscriptSelection guid=\"").append(program.guid("clip", 0)).append("\" name=\"Klip 1\" fromSyncPoint=\"").append(program.guid("sync", 1)).append("\" toSyncPoint=\"")
            .append(program.guid("sync", 2)).append("\"><Coding guid=\"").append(program.guid("c", 9)).append("\"><CodeRef targetGUID=\"").append(program.guid("code", 0)).append("\"/></Coding></TranscriptSelection>")
            .append("<TranscriptSelection guid=\"").append(program.guid("clip", 1)).append("\" name=\"Klip 2\" fromSyncPoint=\"").append(program.guid("sync", 1)).append("\" toSyncPoint=\"")
            .append(program.guid("sync", 7)).append("\"/>");
        program.otherSources = "<AudioSource guid=\"" + program.guid("film", 0) + "\" name=\"Lyd\" path=\"relative:///lyd.mp3\"><Transcript guid=\"" + program.guid("t", 0) + "\" name=\"Lyd\"><PlainTextContent>" + TEXT
            + "</PlainTextContent>" + marks + clips + "</Transcript></AudioSource>";
        try (var in = RefiImport.open(program.write(folder))) {
            var laid = in.data().decisions().stream().map(d -> ((Decision.Laid) d).content()).filter(c -> c.place().transcript().equals("Lyd")).toList();
            assertEquals(List.of(quote, TEXT.substring(at[1])), laid.stream().map(c -> c.place().words()).sorted(java.util.Comparator.comparing(String::length)).toList(), in.losses().toString());
            assertTrue(in.losses().items().stream().anyMatch(i -> i.act() == Act.GUESSED && i.what().equals("selection of a transcript")), in.losses().toString());
            assertTrue(in.losses().items().stream().anyMatch(i -> i.act() == Act.LEFT_OUT && i.what().equals("AudioSource")), in.losses().toString());
        }
    }

    @Test void aPdfsWordsAreItsRepresentationAndItsBoxesWithTheSameGuidAreTheSameSelection() throws IOException {
        var program = new Imitation("ATLAS.ti Win 9");
        String quote = RefiProgramsTest.QUOTES.get(3);
        int start = program.count(TEXT.indexOf(quote), program.counted);
        String coding = "\"><Coding guid=\"" + program.guid("pc", 0) + "\"><CodeRef targetGUID=\"" + program.guid("code", 0) + "\"/></Coding></";
        program.otherSources = "<PDFSource guid=\"" + program.guid("pdf", 0) + "\" name=\"Side.pdf\" path=\"internal://foto.jpg\"><PDFSelection guid=\"" + program.guid("ps", 0)
            + "\" page=\"1\" firstX=\"1\" firstY=\"2\" secondX=\"3\" secondY=\"4" + coding + "PDFSelection><Representation guid=\"" + program.guid("rep", 0) + "\" name=\"Rep\"><PlainTextContent>" + TEXT
            + "</PlainTextContent><PlainTextSelection guid=\"" + program.guid("ps", 0) + "\" name=\"\" startPosition=\"" + start + "\" endPosition=\"" + (start + quote.codePointCount(0, quote.length())) + coding
            + "PlainTextSelection></Representation></PDFSource>";
        try (var in = RefiImport.open(program.write(folder))) {
            var source = in.data().sources().stream().filter(s -> s.id().equals("Side")).findFirst().orElseThrow();
            assertTrue(source.original().isPresent());
            assertEquals(List.of(quote), in.data().decisions().stream().map(d -> ((Decision.Laid) d).content().place()).filter(p -> p.transcript().equals("Side")).map(p -> p.words()).toList());
            assertTrue(in.losses().items().stream().noneMatch(i -> i.what().equals("PDFSelection")), in.losses().toString());
        }
    }
}
