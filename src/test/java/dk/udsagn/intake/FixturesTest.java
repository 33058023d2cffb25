package dk.udsagn.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dk.udsagn.transcript.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.DynamicTest;

/** Three invented talks in every kind of file: {@code index.tsv} says which talk a file holds, {@code *.said} what was said. */
class FixturesTest {
    private static final Path FOLDER = Path.of("src/test/resources/intake");
    private static final List<String> ASKING = List.of("I", "Moderator");

    private record Fixture(String file, String talk, Map<String, String> names) {
    }

    private static List<Fixture> fixtures() throws IOException {
        try (Stream<String> lines = Files.lines(FOLDER.resolve("index.tsv"))) {
            return lines.filter(l -> !l.startsWith("#")).map(l -> l.split("\t", -1))
                .map(p -> new Fixture(p[0], p[1], Arrays.stream(p[2].split(",")).filter(n -> !n.isEmpty())
                    .collect(Collectors.toMap(n -> n.substring(0, n.indexOf('=')), n -> n.substring(n.indexOf('=') + 1))))).toList();
        }
    }

    @TestFactory Stream<DynamicTest> everyWordIsInTheTurnOfItsSpeaker() throws IOException {
        return fixtures().stream().map(f -> DynamicTest.dynamicTest(f.file(), () -> assertEquals(said(f), read(f))));
    }

    @Test void thereAreAtLeastThreeOfEachKind() throws IOException {
        Map<String, Long> kinds = fixtures().stream().collect(Collectors.groupingBy(f -> f.file().split("/")[0], Collectors.counting()));
        assertTrue(kinds.values().stream().allMatch(n -> n >= 3), kinds.toString());
        assertTrue(fixtures().size() >= 40, "there are " + fixtures().size());
    }

    @Test void everyCharacterOfALineFileStandsInItsSourceOrIsARepair() throws IOException {
        for (Fixture f : fixtures()) {
            if (List.of("txt", "pdftekst", "vtt", "srt", "json", "tabel", "chat").contains(f.file().split("/")[0])) {
                var source = new Source(f.file(), Files.readAllBytes(FOLDER.resolve(f.file())));
                Reads.assertMapped(Intake.standard(Language.DANISH).read(source), Decoded.of(source, Language.DANISH).source().text());
            }
        }
    }

    /** The law of the map for kinds whose source is no text file: nothing is told but "repaired" of a letter that is spoken. */
    @Test void everySpokenLetterOfAnyFileStandsInItsSourceInTheOrderItIsReadIn() throws IOException {
        for (Fixture f : fixtures()) {
            var t = Intake.standard(Language.DANISH).read(FOLDER.resolve(f.file())).transcript();
            int letters = 0;
            int mapped = 0;
            int last = -1;
            for (var turn : t.turns()) {
                for (int i = turn.span().start(); i < turn.span().end(); i++) {
                    var offset = t.source().sourceOffset(i);
                    var repair = t.source().repair(i);
                    assertTrue(offset.isPresent() != repair.isPresent(), f.file() + ": character " + i + " is both or neither");
                    letters += Character.isLetter(t.text().charAt(i)) ? 1 : 0;
                    if (offset.isPresent()) {
                        mapped += Character.isLetter(t.text().charAt(i)) ? 1 : 0;
                        assertTrue(offset.getAsInt() > last, f.file() + ": character " + i + " goes back in the source");
                        last = offset.getAsInt();
                    } else if (Character.isLetter(t.text().charAt(i))) {
                        assertTrue(List.of("escape", "entity").contains(repair.get()), f.file() + ": the letter " + i + " is told to be a " + repair.get());
                    }
                }
            }
            assertTrue(letters > 300 && mapped > 0.9 * letters, f.file() + ": " + mapped + " of " + letters + " letters stand in the source");
        }
    }

    @Test void everyTurnOfADocumentHasAPlace() throws IOException {
        for (Fixture f : fixtures()) {
            var t = Intake.standard(Language.DANISH).read(FOLDER.resolve(f.file())).transcript();
            t.turns().forEach(u -> assertTrue(!t.source().place(u.span().start()).toString().isEmpty(), f.file() + " turn " + u.number()));
        }
    }

    /** One line a turn: label, role and words, white space squeezed. */
    private static List<String> said(Fixture f) throws IOException {
        var out = new ArrayList<String>();
        for (String line : Files.readAllLines(FOLDER.resolve(f.talk() + ".said"))) {
            String[] parts = line.split("\t");
            out.add(f.names().getOrDefault(parts[0], parts[0]) + " " + (ASKING.contains(parts[0]) ? "interviewer" : "respondent") + ": " + Characters.squeeze(parts[1]));
        }
        return out;
    }

    private static List<String> read(Fixture f) throws IOException {
        var t = Intake.standard(Language.DANISH).read(FOLDER.resolve(f.file())).transcript();
        return t.turns().stream().map(u -> u.speaker().label() + " " + u.role().word() + ": " + Characters.squeeze(t.words(u))).toList();
    }
}
