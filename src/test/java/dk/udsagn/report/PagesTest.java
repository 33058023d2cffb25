package dk.udsagn.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dk.udsagn.transcript.Language;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PagesTest {
    private static Map<String, String> pages(Path folder) throws IOException {
        var pages = new HashMap<String, String>();
        for (Path file : Samples.report(Language.DANISH).write(folder)) {
            if (file.toString().endsWith(".html")) {
                pages.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return pages;
    }

    private static List<String> all(String regex, String text) {
        return Pattern.compile(regex, Pattern.DOTALL).matcher(text).results().map(r -> r.group(1)).toList();
    }

    @Test void eachRespondentHasAPageWhoseNameAnyDiskTakes(@TempDir Path folder) throws IOException {
        assertEquals(Set.of("index.html", "respondent-A.html", "respondent-B__i_.html"), pages(folder).keySet());
    }

    @Test void onlyTheStyleAndScriptThatThePolicyNamesStandInAPage(@TempDir Path folder) throws Exception {
        for (String page : pages(folder).values()) {
            var scripts = all("<script>(.*?)</script>", page);
            assertEquals(1, scripts.size());
            assertEquals(1, page.split("<script", -1).length - 1);
            assertTrue(page.contains("script-src 'sha256-" + digest(scripts.getFirst()) + "'"));
            assertTrue(page.contains("style-src 'sha256-" + digest(all("<style>(.*?)</style>", page).getFirst()) + "'"));
            assertTrue(page.contains("default-src 'none'") && !page.contains("unsafe"));
            assertFalse(page.contains(" style=\""));
            assertFalse(page.matches("(?s).*(src|href)=\"(https?:)?//.*"));
        }
    }

    private static String digest(String text) throws Exception {
        return Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test void wordsOfRespondentsNeverBecomeMarkup(@TempDir Path folder) throws IOException {
        var pages = pages(folder);
        for (String page : pages.values()) {
            assertFalse(page.contains("<script>alert"), page);
            assertFalse(page.contains("\"onmouseover"), page);
            assertFalse(page.contains("<b>titel") || page.contains("B <i>") || page.contains("<b>?"), page);
        }
        assertTrue(pages.get("respondent-B__i_.html").contains("&lt;script&gt;alert(1)&lt;/script&gt; &quot;onmouseover=&quot;x&quot; =1+1; _sagde_ # hun</mark>"));
    }

    @Test void everyLinkHasItsTargetAndEveryNameStandsOnce(@TempDir Path folder) throws IOException {
        var pages = pages(folder);
        var faults = new ArrayList<String>();
        pages.forEach((name, page) -> {
            var ids = all(" id=\"([^\"]*)\"", page);
            assertEquals(new HashSet<>(ids).size(), ids.size(), name);
            for (String href : all(" href=\"([^\"]*)\"", page)) {
                String[] parts = href.split("#", -1);
                String target = pages.get(parts[0].isEmpty() ? name : parts[0]);
                if (target == null || parts.length > 1 && !target.contains(" id=\"" + parts[1] + "\"")) {
                    faults.add(name + " → " + href);
                }
            }
        });
        assertEquals(List.of(), faults);
    }

    @Test void theTranscriptIsThereToTheLastLetter(@TempDir Path folder) throws IOException {
        String page = pages(folder).get("respondent-A.html");
        var said = all("<div class=\"said\"><p>(.*?)</p>", page).stream().map(s -> s.replaceAll("<[^>]*>", "")).toList();
        assertEquals(Samples.A.turns().stream().map(Samples.A::words).toList(), said);
    }

    @Test void aTurnSaysItsNumberAndItsPlaceInTheFile(@TempDir Path folder) throws IOException {
        assertTrue(pages(folder).get("respondent-A.html").contains("<a href=\"#u1-4\" aria-label=\"replik 4\">4</a> <b>R</b> <span>linje 4</span>"));
    }

    @Test void overlappingThemesAreMarkedPieceByPiece(@TempDir Path folder) throws IOException {
        var marks = all("<mark[^>]*>(.*?)</mark>", pages(folder).get("respondent-A.html"));
        assertEquals(List.of("jeg følte mig ", "hørt dernede", ", og det hjalp", "den første lyttede ikke"), marks);
    }

    @Test void whoMarkedWhatIsSaidWhereCodersDiffer(@TempDir Path folder) throws IOException {
        assertTrue(pages(folder).get("respondent-A.html").contains("<li>k1: <q>jeg følte mig hørt</q></li><li>k2: <q>mig hørt dernede</q></li>"));
    }
}
