package dk.udsagn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dk.udsagn.codebook.Codebook;
import dk.udsagn.codebook.Indicator;
import dk.udsagn.codebook.Polarity;
import dk.udsagn.codebook.Theme;
import dk.udsagn.codebook.Wording;
import dk.udsagn.index.Analysis;
import dk.udsagn.index.TranscriptIndex;
import dk.udsagn.suggest.IndicatorSuggester;
import dk.udsagn.suggest.Suggestion;
import dk.udsagn.transcript.Language;
import dk.udsagn.transcript.Role;
import dk.udsagn.transcript.SourceMap;
import dk.udsagn.transcript.Span;
import dk.udsagn.transcript.Speaker;
import dk.udsagn.transcript.Times;
import dk.udsagn.transcript.Transcript;
import dk.udsagn.transcript.Turn;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is suggested from an index alone is what is suggested from the transcripts: same words, same scores, same ids, in the same order. */
class SuggestionsFromIndexTest {
    private static final String[] SAID = ("jeg følte mig hørt hun lyttede til mig ikke aldrig måske de sagde at psykologen hjalp rådgiveren rådgivningssamtale havde tid hvis nej ja "
        + "altså ik' det var godt skidt møder mødtes ensom ensomheden alene veninde kommunen bl.a. tog taget seriøst seriøse forstod forstået ingen").split(" ");
    private static final String[] BETWEEN = {" ", " ", " ", " ", ", ", ". ", "? ", "… ", " (griner) ", ": \"", "\" ", " – ", "\n"};
    private static final String[] INDICATORS = {"lytte til mig", "said: føle near/3 høre", "asked: hjælpe", "answer-to: føle near/4 høre", "\"lyttede til\"", "psykolog*", "said: hjælpe before/4 mig",
        "ensom not near/3 ikke", "(hun|de) before/2 forstå", "rådgivning", "rådgiv* near/5 tid", "answer-to: ensom|alene", "asked: psykolog", "tage seriøs", "\"ik'\" or \"nej\"",
        "(\"hun\" or \"ingen\") before/2 forstå", "seriøse~", "(føle mig) near/6 (hun lytte)", "kommune", "ja not near/2 (nej or aldrig)"};

    @TempDir private Path folder;

    @Test void ofTheSampleStudy() throws IOException {
        var analysis = Analysis.of(Language.DANISH);
        try (var study = Study.open(Path.of("corpus/headspace"))) {
            var transcripts = new ArrayList<Transcript>();
            for (String id : study.transcripts()) {
                transcripts.add(study.transcript(id));
            }
            var suggester = IndicatorSuggester.of(study.codebook(), analysis).calibratedOn(transcripts, study.codings());
            assertTrue(same(suggester, transcripts, analysis, "all") > 100);
            same(suggester.atLeast(0.4), transcripts, analysis, "all");
        }
    }

    @Test void ofInterviewsMadeByChance() throws IOException {
        var analysis = Analysis.withoutDictionary(Language.DANISH);
        var transcripts = interviews(new Random(5), 12);
        int found = same(IndicatorSuggester.of(book(List.of(INDICATORS)), analysis), transcripts, analysis, "made");
        assertTrue(found > 500, found + " found: too few to tell anything");
        for (String indicator : INDICATORS) {
            same(IndicatorSuggester.of(book(List.of(indicator)), analysis), transcripts, analysis, "made");
        }
    }

    /** A transcript that came later lies in another part of the index, and one that was changed leaves its old words behind. */
    @Test void ofAnIndexThatWasUpdated() throws IOException {
        var analysis = Analysis.withoutDictionary(Language.DANISH);
        var suggester = IndicatorSuggester.of(book(List.of(INDICATORS)), analysis);
        var all = interviews(new Random(6), 9);
        same(suggester, List.of(all.get(4), all.get(1)), analysis, "grown");
        same(suggester, List.of(all.get(4), all.get(0), all.get(7), all.get(1)), analysis, "grown");
        var other = interviews(new Random(7), 9);
        same(suggester, List.of(all.get(0), other.get(1), all.get(3), all.get(7), all.get(8)), analysis, "grown");
    }

    private int same(IndicatorSuggester suggester, Collection<Transcript> transcripts, Analysis analysis, String where) throws IOException {
        var byId = transcripts.stream().collect(Collectors.toMap(Transcript::id, t -> t, (a, b) -> a, TreeMap::new));
        var digests = new TreeMap<String, String>();
        byId.forEach((id, transcript) -> digests.put(id, transcript.digest()));
        var wanted = new ArrayList<Suggestion>();
        byId.values().forEach(transcript -> wanted.addAll(suggester.suggest(transcript)));
        var got = new ArrayList<Suggestion>();
        try (var index = TranscriptIndex.open(folder.resolve(where), analysis)) {
            index.update(digests, byId::get);
            suggester.suggest(index, got::add);
            var heard = suggester.atLeast(0).heardIn(index);
            var places = new TreeSet<String>();
            wanted.forEach(s -> places.add(s.place().transcript()));
            assertTrue(heard.containsAll(places), heard + " of " + places);
        }
        assertEquals(wanted, got);
        return got.size();
    }

    private static List<Transcript> interviews(Random random, int count) {
        var interviews = new ArrayList<Transcript>();
        for (int n = 0; n < count; n++) {
            var text = new StringBuilder("Interview " + n + "\n");
            var turns = new ArrayList<Turn>();
            for (int i = 1; i <= 40; i++) {
                int who = random.nextInt(5);
                var speaker = who < 2 ? new Speaker("I", Role.INTERVIEWER) : who < 4 ? new Speaker("?", Role.RESPONDENT, Optional.of("R" + n)) : new Speaker("X", Role.OTHER);
                text.append(speaker.label()).append(": ");
                int from = text.length();
                for (int w = random.nextInt(who < 2 ? 12 : 50); w >= 0; w--) {
                    text.append(SAID[random.nextInt(SAID.length)]).append(w == 0 ? "" : BETWEEN[random.nextInt(BETWEEN.length)]);
                }
                turns.add(new Turn(i, speaker, new Span(from, text.length()), Times.UNKNOWN));
                text.append('\n');
            }
            interviews.add(new Transcript("T" + n, text.toString(), turns, SourceMap.identity(text.toString())));
        }
        return interviews;
    }

    private static Codebook book(List<String> finds) {
        var themes = new ArrayList<Theme>();
        for (int t = 0; t < 3; t++) {
            var indicators = new ArrayList<Indicator>();
            for (int i = 0; i < finds.size(); i++) {
                indicators.add(new Indicator(finds.get((i + t * 7) % finds.size()), 0.3 + 0.1 * t, t == 0 ? Polarity.POSITIVE : Polarity.NEGATIVE));
            }
            themes.add(new Theme("t" + t, Wording.NONE, Wording.NONE, List.of(), List.of(), "", "", indicators, List.of(), List.of(), List.of()));
        }
        return new Codebook("made", "1", Wording.NONE, themes);
    }
}
