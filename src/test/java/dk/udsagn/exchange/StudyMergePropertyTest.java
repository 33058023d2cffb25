package dk.udsagn.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dk.udsagn.coding.Codings;
import dk.udsagn.coding.Decision;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What a colleague does with a copy of a study comes back whole, once, and beside what was done here meanwhile. */
class StudyMergePropertyTest {
    @Property(tries = 60)
    void aColleaguesWorkComesBackOnceAndWhatWasDoneHereStands(@ForAll long seed) throws IOException {
        var random = new Random(seed);
        StudyData before = RefiStudies.study(seed);
        StudyData there = with(before, acts(before, random, "k2", "t"));
        StudyData here = with(before, acts(before, random, "k1", "h"));
        Path file = Files.createTempFile("merge", ".qdpx");
        try {
            RefiExport.write(there, file);
            var merged = merge(file, here);
            var expected = new ArrayList<>(here.decisions());
            expected.addAll(RefiRoundTripPropertyTest.minus(there.decisions(), before.decisions()));
            var came = new ArrayList<>(here.decisions());
            came.addAll(merged.append());
            assertEquals(new HashSet<>(Codings.of(sorted(expected)).all()), new HashSet<>(Codings.of(sorted(came)).all()));
            assertEquals(here.codebook(), merged.codebook());
            assertEquals(here.study().respondents(), merged.study().respondents());
            assertEquals(List.of(), merged.added());
            assertEquals(List.of(), merge(file, with(before, came.subList(before.decisions().size(), came.size()))).append(), "merged once more");
            assertEquals(List.of(), mergedWithItself(before), "merged with itself");
        } finally {
            Files.delete(file);
        }
    }

    private static List<Decision> mergedWithItself(StudyData study) throws IOException {
        Path file = Files.createTempFile("itself", ".qdpx");
        try {
            RefiExport.write(study, file);
            return merge(file, study).append();
        } finally {
            Files.delete(file);
        }
    }

    private static StudyMerge.Result merge(Path file, StudyData here) throws IOException {
        try (var in = RefiImport.open(file, here, Optional.empty())) {
            return StudyMerge.into(here, in.data());
        }
    }

    private static List<Decision> sorted(List<Decision> decisions) {
        return decisions.stream().sorted(java.util.Comparator.<Decision, Instant>comparing(d -> d.entry().at()).thenComparing(d -> d.entry().id())).toList();
    }

    private static StudyData with(StudyData study, List<Decision> more) {
        var all = new ArrayList<>(study.decisions());
        all.addAll(more);
        return new StudyData(study.study(), study.codebook(), study.sources(), all, study.asides(), study.remembered());
    }

    /** A few acts on what stands: each on a coding of its own, so that two people's never contradict each other. */
    private static List<Decision> acts(StudyData study, Random random, String coder, String prefix) {
        var standing = Codings.of(study.decisions()).all();
        var themes = List.copyOf(study.codebook().all().keySet());
        var acts = new ArrayList<Decision>();
        for (int i : IntStream.range(0, standing.size()).filter(n -> n % 2 == (coder.equals("k1") ? 0 : 1)).limit(4).toArray()) {
            var c = standing.get(i);
            var entry = new Decision.Entry(prefix + seedless(random), Instant.parse("2026-06-01T00:00:00Z").plusSeconds(acts.size() + (coder.equals("k1") ? 100 : 0)), coder, "udsagn 0.1.0");
            switch (random.nextInt(3)) {
                case 0 -> acts.add(new Decision.Withdrawn(entry, c.id(), Optional.empty()));
                case 1 -> acts.add(new Decision.Noted(entry, c.id(), "tanke " + random.nextInt(100)));
                default -> acts.add(new Decision.Laid(entry, new Decision.Content(c.place(), themes.get(random.nextInt(themes.size())), study.codebook().version(), c.polarity(),
                    c.content().status()), Optional.of("også")));
            }
        }
        return acts;
    }

    private static String seedless(Random random) {
        return Integer.toHexString(random.nextInt(1 << 28));
    }
}
