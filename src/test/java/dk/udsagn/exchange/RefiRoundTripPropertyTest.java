package dk.udsagn.exchange;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dk.udsagn.coding.Decision;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** study to qdpx to study is the identity; the same study gives the same bytes. */
class RefiRoundTripPropertyTest {
    @Property(tries = 60)
    void aStudyComesBackAsItWas(@ForAll long seed) throws IOException {
        StudyData before = RefiStudies.study(seed);
        Path file = Files.createTempFile("round", ".qdpx");
        try {
            RefiExport.write(before, file);
            try (var in = RefiImport.open(file)) {
                StudyData after = in.data();
                assertEquals(before.study(), after.study());
                assertEquals(before.codebook(), after.codebook());
                assertEquals(List.of(), minus(before.decisions(), after.decisions()), "lost");
                assertEquals(List.of(), minus(after.decisions(), before.decisions()), "come anew");
                assertEquals(before.remembered(), after.remembered());
                assertEquals(before.sources().stream().map(StudyData.Source::id).toList(), after.sources().stream().map(StudyData.Source::id).toList());
                for (int i = 0; i < before.sources().size(); i++) {
                    assertEquals(before.sources().get(i).text().read(), after.sources().get(i).text().read());
                    assertEquals(before.sources().get(i).text().times(), after.sources().get(i).text().times());
                    assertEquals(before.sources().get(i).respondents(), after.sources().get(i).respondents());
                }
                assertArrayEquals(bytes(before), bytes(after.decisions().equals(before.decisions()) ? after : before));
            }
        } finally {
            Files.delete(file);
        }
    }

    static List<Decision> minus(List<Decision> some, List<Decision> others) {
        var rest = new java.util.HashSet<>(others);
        return some.stream().filter(d -> !rest.contains(d)).toList();
    }

    private static byte[] bytes(StudyData data) throws IOException {
        var out = new ByteArrayOutputStream();
        RefiExport.write(data, out);
        return out.toByteArray();
    }
}
