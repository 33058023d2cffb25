package dk.udsagn.codebook;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CodebookChangeTest {
    private static final Indicator HEARD = new Indicator("lytte til mig", 0.8, Polarity.POSITIVE);

    @Test void saysWhatBecameOfThemesInTheWordsOfTheField() {
        var older = book("1", theme("seen", List.of(HEARD), List.of()), theme("gone", List.of(), List.of()), theme("child", List.of(), List.of()));
        var newer = book("2", theme("seen", List.of(new Indicator("lytte til mig", 0.9, Polarity.POSITIVE), new Indicator("føle hørt", 0.7, Polarity.POSITIVE)),
            List.of(theme("child", List.of(), List.of()))));
        assertEquals(List.of(
            "b: version changed: 1 -> 2",
            "seen: indicator changed: lytte til mig (0.8, positive) -> lytte til mig (0.9, positive)",
            "seen: indicator added: føle hørt (0.7, positive)",
            "child moved from the top to seen",
            "theme gone removed"), older.diff(newer).stream().map(CodebookChange::toString).toList());
    }

    @Test void findsNothingBetweenACodebookAndItself() {
        var book = book("1", theme("seen", List.of(HEARD), List.of()));
        assertEquals(List.of(), book.diff(book));
    }

    private static Theme theme(String id, List<Indicator> indicators, List<Theme> themes) {
        return new Theme(id, new Wording(Map.of("da", id)), Wording.NONE, List.of(), List.of(), "", "", indicators, List.of(), List.of(), themes);
    }

    private static Codebook book(String version, Theme... themes) {
        return new Codebook("b", version, Wording.NONE, List.of(themes));
    }
}
