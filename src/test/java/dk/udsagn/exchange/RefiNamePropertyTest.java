package dk.udsagn.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class RefiNamePropertyTest {
    /** Words as selections have them: blanks of all kinds, numbers as ATLAS.ti puts before them, dots as of names cut short. */
    @Provide Arbitrary<String> words() {
        return Arbitraries.of("jeg", "følte", "😊", " ", " ", "\n", "\t", "\u00A0", "1:2 ", "p 3, ", "…", "...", "[...]", "i").list().ofMinSize(1).ofMaxSize(9).map(all -> String.join("", all))
            .filter(name -> !name.isBlank());
    }

    @Provide Arbitrary<String> blanks() {
        return Arbitraries.of(" ", "\n", "\t", "\u00A0").list().ofMaxSize(120).map(all -> String.join("", all));
    }

    @Property(tries = 3_000)
    void wordsWithOtherBlanksRoundThemFitAsGoingThroughThemSays(@ForAll("words") String name, @ForAll("blanks") String before, @ForAll("blanks") String after) {
        String text = "så" + before + name + after + "så";
        int start = 2 + before.length();
        int end = start + name.length();
        assertTrue(RefiName.same(name, text, start, end));
        for (int from = 2; from <= start; from += 7) {
            for (int to = end; to <= end + after.length(); to += 7) {
                assertEquals(RefiName.of(name).fit(text, from, to), RefiName.fitBesideBlanks(name, text, from, to), "\"" + text.substring(from, to) + "\"");
            }
        }
    }
}
