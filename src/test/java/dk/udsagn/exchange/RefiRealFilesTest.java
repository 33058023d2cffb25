package dk.udsagn.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dk.udsagn.coding.Decision;
import dk.udsagn.transcript.Language;
import dk.udsagn.transcript.LossReport;
import dk.udsagn.transcript.LossReport.Act;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files as real programs write them; they are not part of the project and are passed over, saying so, where they are absent. */
class RefiRealFilesTest {
    private static final Path FILES = Path.of("../shared/data/qdpx");
    @TempDir Path folder;

    static Path real(String name) {
        Path file = FILES.resolve(name);
        Assumptions.assumeTrue(Files.exists(file), file + " is not here; nothing was tested");
        return file;
    }

    private static List<Decision.Laid> laid(StudyData data) {
        return data.decisions().stream().filter(Decision.Laid.class::isInstance).map(Decision.Laid.class::cast).toList();
    }

    @Test void all303SelectionsOfNVivoLandOnTheExpectedWords() throws IOException {
        JsonNode expected = new ObjectMapper().readTree(real("nvivo-12.6-win-REDACTED.expected.json").toFile()).get("selections");
        var words = new TreeMap<String, String>();
        expected.forEach(e -> words.put(e.get("guid").asText(), e.get("text").asText()));
        try (var in = RefiImport.open(real("nvivo-12.6-win-REDACTED.qdpx"))) {
            assertEquals(new Dialect(Dialect.Unit.UTF_16, 2, false, false), in.dialect().dialect());
            assertTrue(in.dialect().sureness() > 0.99, in.dialect().toString());
            var found = new TreeMap<String, String>();
            String text = in.data().sources().getFirst().text().read();
            for (Decision.Laid d : laid(in.data())) {
                String selection = in.data().remembered().get("selection/" + d.entry().id());
                assertEquals(d.content().place().words(), d.content().place().span().in(text));
                found.put(selection, d.content().place().words());
            }
            assertEquals(303, words.size());
            words.replaceAll((guid, w) -> w.replace("\r\n", "\n"));
            assertEquals(words, found);
            assertEquals(2, in.data().study().coders().size());
            assertEquals("code 28", in.data().codebook().theme("code-28").name().in("da"));
            assertEquals("code-27", in.data().codebook().parent("code-28").orElseThrow().id());
            assertEquals(List.of(Act.GUESSED), in.losses().items().stream().map(LossReport.Item::act).toList(), in.losses().toString());
        }
    }

    /** The sample came without its texts: they are made here so that each selection's own name stands where it says, CRLF counting one as ATLAS.ti does. */
    @Test void allEightSelectionsOfAtlasTiLandOnTheWordsTheyName() throws IOException {
        String xml = Files.readString(real("skyloom-ATLASti-8.4-Project.qde"));
        var texts = new LinkedHashMap<String, StringBuilder>();
        var sources = Pattern.compile("<(TextSource|Representation) [^>]*plainTextPath=\"internal://([^\"]+)\"[^>]*[^/]>(.*?)</\\1>", Pattern.DOTALL).matcher(xml);
        var names = new LinkedHashMap<String, String>();
        while (sources.find()) {
            var text = new StringBuilder();
            var selections = Pattern.compile("<PlainTextSelection [^>]*>").matcher(sources.group(3));
            while (selections.find()) {
                int start = Integer.parseInt(attribute(selections.group(), "startPosition"));
                int end = Integer.parseInt(attribute(selections.group(), "endPosition"));
                while (text.length() < end + 40) {
                    text.append(text.length() % 60 == 59 ? '\n' : text.length() % 6 == 5 ? ' ' : 'o');
                }
                String name = attribute(selections.group(), "name");
                boolean cut = name.endsWith("…");
                String words = cut ? name.substring(0, name.length() - 1) : name;
                if (words.length() == end - start || cut) {
                    text.replace(start, start + words.length(), words);
                    names.put(attribute(selections.group(), "guid").toLowerCase(), words);
                }
                text.setCharAt(end, ' ');
                if (start > 0) {
                    text.setCharAt(start - 1, '\n');
                }
            }
            texts.put(sources.group(2), text);
        }
        var files = new LinkedHashMap<String, byte[]>();
        files.put("Project.qde", xml.getBytes(StandardCharsets.UTF_8));
        texts.forEach((name, text) -> files.put("Sources/" + name.toLowerCase(), text.toString().replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8)));
        try (var in = RefiImport.open(RefiZips.zip(folder.resolve("atlas.qdpx"), files), Language.ENGLISH, Optional.empty())) {
            assertEquals(new Dialect(Dialect.Unit.CODE_POINT, 1, false, false), in.dialect().dialect(), in.dialect().toString());
            assertEquals(8, in.dialect().selections());
            var found = new LinkedHashMap<String, String>();
            for (Decision.Laid d : laid(in.data())) {
                found.put(in.data().remembered().get("selection/" + d.entry().id()), d.content().place().words());
            }
            assertEquals(8, found.size(), in.losses().toString());
            names.forEach((guid, words) -> assertTrue(found.get(guid).startsWith(words), words + " / " + found.get(guid)));
            assertEquals("Coke", in.data().codebook().parent(in.data().codebook().all().values().stream()
                .filter(t -> t.name().in("en").equals("diet Coke")).findFirst().orElseThrow().id()).orElseThrow().name().in("en"));
        }
    }

    private static String attribute(String element, String key) {
        var matcher = Pattern.compile(" " + key + "=\"([^\"]*)\"").matcher(element);
        return matcher.find() ? matcher.group(1).replace("&quot;", "\"").replace("&apos;", "'").replace("&amp;", "&") : "";
    }

    @Test void anArchiveWithoutItsTextsBringsTheCodesAndSaysWhatCouldNotBePlaced() throws IOException {
        try (var in = RefiImport.open(real("skyloom-TestProject.qdpx"))) {
            assertEquals(14, in.data().codebook().all().size());
            assertEquals(3, in.data().study().coders().size());
            assertEquals(List.of(), in.data().sources());
            assertEquals(10, in.losses().items().stream().filter(i -> i.what().equals("selection")).mapToInt(LossReport.Item::count).sum(), in.losses().toString());
        }
    }

    @Test void transanasFileFromBeforeTheStandardIsRead() throws IOException {
        try (var in = RefiImport.open(real("refi-annexA3-transana-3.22-namespace-0_10.qde"))) {
            assertEquals(63, in.data().study().coders().size());
            assertTrue(in.data().codebook().all().size() > 10, in.data().codebook().all().keySet().toString());
            assertTrue(in.losses().items().stream().anyMatch(i -> i.what().equals("text source") && i.act() == Act.LEFT_OUT), in.losses().toString());
        }
    }

    @Test void codebooksOfThreeProgramsAreRead() throws IOException {
        assertEquals(Map.of("interesting", "", "places", "interesting", "people", ""), tree("taguette-1.5.2-codebook.qdc"));
        assertEquals(Map.of("code1", ""), tree("atlasti-23.4-codebook.qdc"));
        assertEquals(6, tree("refi-annexA1-codebook.qdc").size());
    }

    private static Map<String, String> tree(String file) throws IOException {
        try (var in = RefiImport.open(real(file), Language.ENGLISH, Optional.empty())) {
            var tree = new TreeMap<String, String>();
            in.data().codebook().all().values().forEach(t -> tree.put(t.name().in("en"), in.data().codebook().parent(t.id()).map(p -> p.name().in("en")).orElse("")));
            return tree;
        }
    }
}
