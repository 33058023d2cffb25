package dk.udsagn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dk.udsagn.codebook.Theme;
import dk.udsagn.coding.Coding;
import dk.udsagn.excerpt.Excerpt;
import dk.udsagn.transcript.Role;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The study in corpus/headspace is what its page says it is. */
class SampleStudyTest {
    private static final Path FOLDER = Path.of("corpus/headspace");
    private static final Set<String> MAIN = Set.of("being-seen", "helped", "self-efficacy", "bridging", "referral-route", "overall-experience");

    @Test void nothingIsWrongWithIt() throws IOException {
        try (var study = Study.open(FOLDER)) {
            assertEquals(List.of(), study.check());
        }
    }

    @Test void sixInterviewsOfTurnsThatAlternate() throws IOException {
        try (var study = Study.open(FOLDER)) {
            assertEquals(List.of("A", "B", "C", "D", "E", "F"), study.transcripts());
            for (String id : study.transcripts()) {
                var turns = study.transcript(id).turns();
                assertTrue(turns.size() >= 70 && turns.size() <= 110, id + " has " + turns.size() + " turns");
                for (int i = 0; i < turns.size(); i++) {
                    assertEquals(i % 2 == 0 ? Role.INTERVIEWER : Role.RESPONDENT, turns.get(i).role(), id + ":" + (i + 1));
                    assertEquals(i % 2 == 1, turns.get(i).respondent().filter(id::equals).isPresent(), id + ":" + (i + 1));
                }
            }
        }
    }

    @Test void twoCodersCodedEveryInterviewAndAThirdOfTheFirstOnesStemsFromSuggestions() throws IOException {
        try (var study = Study.open(FOLDER)) {
            var codings = study.codings();
            for (String id : study.transcripts()) {
                for (String coder : List.of("k1", "k2")) {
                    int n = codings.in(id).by(coder).all().size();
                    assertTrue(n >= 25 && n <= 45, coder + " laid " + n + " codings on " + id);
                }
            }
            var k1 = codings.by("k1").all();
            long accepted = k1.stream().filter(c -> c.origin().equals("suggestion")).count();
            assertEquals(1 / 3.0, accepted / (double) k1.size(), 0.07);
            assertTrue(codings.by("k2").all().stream().allMatch(c -> c.origin().equals("hand")));
            assertTrue(codings.all().stream().anyMatch(c -> c.why().isPresent()));
        }
    }

    @Test void everyCodingHoldsTheWordsThatStandThere() throws IOException {
        try (var study = Study.open(FOLDER)) {
            for (String id : study.transcripts()) {
                var transcript = study.transcript(id);
                for (Coding coding : study.codings().in(id).all()) {
                    assertEquals(coding.span().in(transcript.text()), coding.place().words(), coding.id());
                }
            }
        }
    }

    @Test void theCodebookIsWholeInBothLanguages() throws IOException {
        try (var study = Study.open(FOLDER)) {
            for (Theme theme : study.codebook().all().values()) {
                for (String language : List.of("da", "en")) {
                    assertTrue(theme.name().byLanguage().containsKey(language) && theme.definition().byLanguage().containsKey(language), theme.id());
                    assertTrue(theme.include().stream().allMatch(w -> w.byLanguage().containsKey(language)), theme.id());
                    assertTrue(theme.exclude().stream().allMatch(w -> w.byLanguage().containsKey(language)), theme.id());
                }
                assertTrue(!theme.include().isEmpty() && !theme.exclude().isEmpty(), theme.id());
                assertTrue(theme.examples().size() >= 8 && theme.counterExamples().size() >= 8, theme.id());
                assertTrue(!MAIN.contains(theme.id()) || theme.indicators().size() >= 25, theme.id());
            }
        }
    }

    /** A stranger finds the quote on the line the page names, in the file as it came. */
    @Test void eachExcerptBeginsOnTheLineItsPlaceNames() throws IOException {
        try (var study = Study.open(FOLDER)) {
            var report = study.report(false);
            int checked = 0;
            for (var summary : report.matrix().cases()) {
                for (var section : summary.themes()) {
                    for (Excerpt excerpt : section.excerpts()) {
                        Charset charset = excerpt.transcript().equals("E") ? Charset.forName("windows-1252") : StandardCharsets.UTF_8;
                        String text = Files.readString(FOLDER.resolve("transcripts").resolve(report.files().get(excerpt.transcript())), charset);
                        String line = text.split("\r?\n", -1)[excerpt.source().line().orElseThrow() - 1];
                        String first = excerpt.words().split("[\\s.,…?!-]+")[0];
                        String head = first.length() > 4 ? first.substring(0, 4) : first;       // the page may break the word after it
                        assertTrue(line.contains(head), excerpt.transcript() + " line " + excerpt.source().line() + " is \"" + line + "\", not with \"" + head + "\"");
                        checked++;
                    }
                }
            }
            assertTrue(checked > 200, "only " + checked + " excerpts");
        }
    }
}
