package dk.udsagn.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class JsonLinePropertyTest {
    /** Whatever a text can hold: controls, what JSON escapes, letters of one to four bytes. */
    @Provide Arbitrary<String> texts() {
        var characters = Arbitraries.integers().between(0, 0x10FFFF).filter(c -> c < 0xD800 || c > 0xDFFF).map(Character::toString);
        var usual = Arbitraries.of("jeg", "følte", " ", "\n", "\t", "\r", "\b", "\f", "\0", "\u001F", "\u007F", "\"", "\\", "/", "\u2028", "😊");
        return Arbitraries.oneOf(usual, usual, characters).list().ofMaxSize(400).map(all -> String.join("", all));
    }

    @Property(tries = 1_000)
    void writesWhatJacksonWrites(@ForAll("texts") String text, @ForAll int number) {
        var expected = Json.line(Json.object("id", text, "start", number, "any", List.of(Map.of("a", text)), "æ", "", "why", Optional.of(text), "none", Optional.empty()));
        var line = new JsonLine().text("id", text).whole("start", number).any("any", List.of(Map.of("a", text))).text("æ", "").text("why", Optional.of(text)).text("none", Optional.empty());
        assertEquals(expected, line.toString());
    }
}
