package dk.udsagn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The plan of the house: which room may import which, and which outside library lives where. */
class HouseTest {
    private static final Path MAIN = Path.of("src/main/java/dk/udsagn");
    private static final Pattern IMPORT = Pattern.compile("\\b((?:dk\\.udsagn|[a-z]+(?:\\.[a-z_0-9]+)+)\\.[A-Z]\\w*)");
    private static final Set<String> GROUND = Set.of("transcript", "codebook");

    /** Room to the rooms it may import beyond itself. The door ("") may import all but cli. */
    private static final Map<String, Set<String>> ROOMS = Map.ofEntries(
        Map.entry("transcript", Set.of()),
        Map.entry("codebook", Set.of()),
        Map.entry("intake", Set.of("transcript")),
        Map.entry("index", Set.of("transcript")),
        Map.entry("coding", GROUND),
        Map.entry("suggest", Set.of("transcript", "codebook", "coding", "index")),
        Map.entry("excerpt", Set.of("transcript", "codebook", "coding")),
        Map.entry("agreement", Set.of("transcript", "codebook", "coding")),
        Map.entry("survey", Set.of("transcript", "codebook", "coding", "excerpt")),
        Map.entry("exchange", Set.of("transcript", "codebook", "coding", "survey")),
        Map.entry("report", Set.of("transcript", "codebook", "coding", "excerpt", "agreement", "survey", "exchange")),
        Map.entry("", Set.of("transcript", "codebook", "intake", "index", "coding", "suggest", "excerpt", "agreement", "survey", "exchange", "report")),
        Map.entry("cli", Set.of("", "transcript", "codebook", "intake", "index", "coding", "suggest", "excerpt", "agreement", "survey", "exchange", "report")));

    /** Outside library to the one room it lives in. */
    private static final Map<String, Set<String>> LIBRARIES = Map.of(
        "org.apache.lucene", Set.of("index"),
        "com.fasterxml.jackson", Set.of("exchange"),
        "picocli", Set.of("cli"),
        "org.apache.poi", Set.of("intake", "report"),
        "org.apache.pdfbox", Set.of("intake"),
        "org.odftoolkit", Set.of("intake"));

    @Test void roomsImportOnlyWhatThePlanGrants() throws IOException {
        var faults = new ArrayList<String>();
        for (Path file : sources()) {
            String room = room(file);
            assertTrue(ROOMS.containsKey(room), "the plan has no room \"" + room + "\"");
            for (String type : namesIn(file)) {
                String other = type.substring("dk.udsagn".length(), type.lastIndexOf('.')).replaceFirst("^\\.", "");
                if (type.startsWith("dk.udsagn.") && !other.equals(room) && !ROOMS.get(room).contains(other)) {
                    faults.add(file + " uses " + type);
                }
            }
        }
        assertEquals(List.of(), faults);
    }

    @Test void eachOutsideLibraryLivesInOneRoom() throws IOException {
        var faults = new ArrayList<String>();
        for (Path file : sources()) {
            String text = Files.readString(file);
            LIBRARIES.forEach((library, rooms) -> {
                if (Pattern.compile("\\b" + Pattern.quote(library) + "\\.").matcher(text).find() && !rooms.contains(room(file))) {
                    faults.add(file + " uses " + library);
                }
            });
        }
        assertEquals(List.of(), faults);
    }

    @Test void everyRoomSaysWhatItIsFor() throws IOException {
        for (Path file : sources()) {
            assertTrue(Files.exists(file.resolveSibling("package-info.java")), file + " lives in a room without package-info.java");
        }
    }

    private static Set<String> namesIn(Path file) throws IOException {
        var names = new TreeSet<String>();
        var matcher = IMPORT.matcher(Files.readString(file));
        while (matcher.find()) {
            if (matcher.group(1).startsWith("dk.udsagn.")) {
                names.add(matcher.group(1));
            }
        }
        return names;
    }

    private static String room(Path file) {
        Path inside = MAIN.relativize(file);
        return inside.getNameCount() == 1 ? "" : inside.getName(0).toString();
    }

    private static List<Path> sources() throws IOException {
        try (var files = Files.walk(MAIN)) {
            return files.filter(f -> f.toString().endsWith(".java")).sorted().toList();
        }
    }
}
