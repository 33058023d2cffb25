package dk.udsagn.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.zip.ZipFile;
import dk.udsagn.transcript.Language;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.w3c.dom.Element;

/** qdpx to study to qdpx keeps every selection on its words, every code under its code, every case with its values: held to the XML itself. */
class RefiThereAndBackPropertyTest {
    private static final List<String> WORDS = List.of("jeg", "følte", "mig", "hørt", "😊", "A\u030Angst", "og", "\u200Bikke", "𝔸", "dernede", "\"sagt\"", "<ja>", "&");

    @Property(tries = 60)
    void nothingThatAStudyCanHoldIsLost(@ForAll long seed) throws IOException {
        var random = new Random(seed);
        Path folder = Files.createTempDirectory("there");
        try {
            Path came = foreign(random, folder.resolve("came.qdpx"), 3);
            Path back = folder.resolve("back.qdpx");
            try (var in = RefiImport.open(came, Language.DANISH, Optional.of(Dialect.of("code-point,crlf-1")))) {
                RefiExport.write(in.data(), back);
            }
            var before = facts(came);
            // the least a made file has: 4 codes, 2 variables, 3 cases with 2 values and a source each, 3 sources, 24 selections with a coding
            assertTrue(before.size() >= 45 && before.stream().filter(f -> f.startsWith("coded")).count() >= 24, "nothing to hold the law to: " + before);
            var lost = new TreeSet<>(before);
            lost.removeAll(facts(back));
            assertEquals(new TreeSet<>(), lost);
        } finally {
            try (var files = Files.walk(folder)) {
                for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private static String guid(String kind, Object id) {
        String guid = RefiGuid.of("foreign", kind + id);
        return Math.floorMod(id.hashCode(), 2) == 0 ? "{" + guid.toUpperCase(Locale.ROOT) + "}" : guid;
    }

    private static Path foreign(Random random, Path file, int sources) throws IOException {
        var files = new LinkedHashMap<String, byte[]>();
        var xml = new StringBuilder("<Project xmlns=\"urn:QDA-XML:project:1.0\" name=\"P\" origin=\"MAXQDA\"><Users><User guid=\"" + guid("u", 1) + "\" name=\"Ida\"/></Users><CodeBook><Codes>");
        int codes = 0;
        for (int top = 0; top < 4; top++) {
            xml.append("<Code guid=\"").append(guid("c", codes)).append("\" name=\"Kode ").append(codes++ % 5).append("\" color=\"#00FF0").append(top).append("\"><Description>om &amp; ").append(top).append("</Description>");
            for (int under = random.nextInt(3); under > 0; under--) {
                xml.append("<Code guid=\"").append(guid("c", codes)).append("\" name=\"Kode ").append(codes++ % 5).append("\" isCodable=\"").append(random.nextBoolean()).append("\"/>");
            }
            xml.append("</Code>");
        }
        xml.append("</Codes></CodeBook><Variables><Variable guid=\"" + guid("v", 1) + "\" name=\"Alder\" typeOfVariable=\"Integer\"/><Variable guid=\"" + guid("v", 2)
            + "\" name=\"Født\" typeOfVariable=\"Date\"/></Variables><Cases>");
        for (int c = 0; c < 3; c++) {
            xml.append("<Case guid=\"").append(guid("k", c)).append("\" name=\"Sag ").append(c).append("\"><VariableValue><VariableRef targetGUID=\"").append(guid("v", 1)).append("\"/><IntegerValue>")
                .append(random.nextInt(90)).append("</IntegerValue></VariableValue><VariableValue><VariableRef targetGUID=\"").append(guid("v", 2)).append("\"/><DateValue>2000-01-0").append(1 + random.nextInt(9))
                .append("</DateValue></VariableValue><SourceRef targetGUID=\"").append(guid("s", c % sources)).append("\"/></Case>");
        }
        xml.append("</Cases><Sources>");
        for (int s = 0; s < sources; s++) {
            var text = new StringBuilder(random.nextBoolean() ? "\uFEFF" : "");
            int mark = text.length();
            var starts = new ArrayList<Integer>();
            var ends = new ArrayList<Integer>();
            for (int i = 0; i < 60; i++) {
                starts.add(text.length());
                text.append(WORDS.get(random.nextInt(WORDS.size())));
                ends.add(text.length());
                text.append(random.nextInt(6) == 0 ? "\n" : " ");
            }
            xml.append("<TextSource guid=\"").append(guid("s", s)).append("\" name=\"Samtale ").append(s % 2).append("\" plainTextPath=\"internal://T").append(s).append(".txt\">");
            files.put("sources/t" + s + ".txt", text.toString().replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i < 8; i++) {
                int first = random.nextInt(50);
                int last = first + random.nextInt(9);
                xml.append("<PlainTextSelection guid=\"").append(guid("p", s + "-" + i)).append("\" name=\"\" startPosition=\"").append(text.codePointCount(mark, starts.get(first))).append("\" endPosition=\"")
                    .append(text.codePointCount(mark, ends.get(last))).append("\">");
                for (int c = random.nextInt(3); c >= 0; c--) {
                    xml.append("<Coding guid=\"").append(guid("g", s + "-" + i + "-" + c)).append("\" creatingUser=\"").append(guid("u", 1)).append("\"><CodeRef targetGUID=\"").append(guid("c", random.nextInt(codes)))
                        .append("\"/></Coding>");
                }
                xml.append("</PlainTextSelection>");
            }
            xml.append("</TextSource>");
        }
        files.put("project.qde", xml.append("</Sources></Project>").toString().getBytes(StandardCharsets.UTF_8));
        return RefiZips.zip(file, files);
    }

    /** What a file says, as sentences: read from the XML by other means than ours, code points counted, CRLF one, the mark none. */
    private static TreeSet<String> facts(Path file) throws IOException {
        var facts = new TreeSet<String>();
        try (var zip = new ZipFile(file.toFile())) {
            Element root = RefiZips.project(zip);
            RefiZips.all(root, "Code").forEach(c -> facts.add("code " + of(c, "guid") + " " + c.getAttribute("name") + " under " + of((Element) c.getParentNode(), "guid") + " codable "
                + !c.getAttribute("isCodable").equals("false") + " " + c.getAttribute("color").toLowerCase(Locale.ROOT)));
            RefiZips.all(root, "Variable").forEach(v -> facts.add("variable " + of(v, "guid") + " " + v.getAttribute("name") + " " + v.getAttribute("typeOfVariable")));
            RefiZips.all(root, "Case").forEach(c -> {
                facts.add("case " + of(c, "guid") + " " + c.getAttribute("name"));
                RefiZips.all(c, "VariableValue").forEach(v -> facts.add("value " + of(c, "guid") + " " + of(RefiZips.all(v, "VariableRef").getFirst(), "targetGUID") + " " + v.getTextContent().strip()));
                RefiZips.all(c, "SourceRef").forEach(s -> facts.add("speaks " + of(c, "guid") + " " + of(s, "targetGUID")));
            });
            for (Element source : RefiZips.all(root, "TextSource")) {
                String path = "sources/" + source.getAttribute("plainTextPath").substring("internal://".length());
                var entry = zip.stream().filter(e -> e.getName().equalsIgnoreCase(path)).findFirst().orElseThrow();
                String text = new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n").replaceFirst("^\uFEFF", "");
                facts.add("source " + of(source, "guid") + " " + source.getAttribute("name") + " " + text);
                for (Element p : RefiZips.all(source, "PlainTextSelection")) {
                    int start = text.offsetByCodePoints(0, Integer.parseInt(p.getAttribute("startPosition")));
                    String words = text.substring(start, text.offsetByCodePoints(0, Integer.parseInt(p.getAttribute("endPosition"))));
                    RefiZips.all(p, "Coding").forEach(c -> facts.add("coded " + of(source, "guid") + " " + of(p, "guid") + " " + of(c, "guid") + " " + of(RefiZips.all(c, "CodeRef").getFirst(), "targetGUID") + " at " + start + " " + words));
                }
            }
        }
        return facts;
    }

    private static String of(Element element, String attribute) {
        return element.getAttribute(attribute).replaceAll("[{}]", "").toLowerCase(Locale.ROOT);
    }
}
