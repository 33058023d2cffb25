package dk.udsagn.codebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

class RevisionTest {
    private static Theme theme(String id, String find, String example, String counter, Theme... under) {
        return new Theme(id, new Wording(Map.of("da", id)), Wording.NONE, List.of(new Wording(Map.of("da", id + " ja"))), List.of(), "", id + " memo",
            List.of(new Indicator(find, 0.5, Polarity.POSITIVE)), List.of(new Example(example, Polarity.POSITIVE, "")), List.of(new Example(counter, Polarity.NEUTRAL, "")), List.of(under));
    }

    private static Codebook codebook(Theme... themes) {
        return new Codebook("b", "1.9", new Wording(Map.of()), List.of(themes));
    }

    private static String tree(List<Theme> themes) {
        return String.join(" ", themes.stream().map(t -> t.id() + (t.themes().isEmpty() ? "" : "(" + tree(t.themes()) + ")")).toList());
    }

    @Test void whatBelongedToTheOneBelongsToBoth() {
        var merged = codebook(theme("a", "x", "A!", "B!", theme("a1", "y", "y", "n")), theme("b", "z", "B!", "C!")).merged("a", "b");
        assertEquals("b(a1)", tree(merged.themes()));
        assertEquals("1.10", merged.version());
        Theme b = merged.theme("b");
        assertEquals(List.of("z", "x"), b.indicators().stream().map(Indicator::find).toList());
        assertEquals(List.of("B!", "A!"), b.examples().stream().map(Example::text).toList());
        assertEquals(List.of("C!"), b.counterExamples().stream().map(Example::text).toList());       // "B!" was against a, and is for b
        assertEquals("b memo\na: a memo", b.memo());
    }

    @Test void aThemeMayBecomePartOfOneUnderOrOverIt() {
        var codebook = codebook(theme("a", "x", "1", "2", theme("a1", "y", "3", "4", theme("a11", "q", "5", "6")), theme("a2", "z", "7", "8")));
        assertEquals("a1(a11) a2", tree(codebook.merged("a", "a1").themes()));
        assertEquals("a(a2 a11)", tree(codebook.merged("a1", "a").themes()));
        assertEquals("a(a1(a11))", tree(codebook.merged("a2", "a1").themes()));
    }

    @Test void aPartStandsBesideTheThemeItWasSplitFrom() {
        var codebook = codebook(theme("a", "x", "1", "2", theme("a1", "y", "3", "4"), theme("a2", "z", "5", "6")));
        var split = codebook.split("a1", "fresh");
        assertEquals("a(a1 fresh a2)", tree(split.themes()));
        assertEquals("1.10", split.version());
        assertEquals(codebook, codebook.split("a1", "a2"));
        assertThrows(NoSuchElementException.class, () -> codebook.split("nope", "x"));
        assertThrows(IllegalArgumentException.class, () -> codebook.split("a1", "Not An Id"));
        assertThrows(IllegalArgumentException.class, () -> codebook.merged("a", "a"));
    }

    @Test void versionsGoOn() {
        assertEquals(List.of("4", "1.10", "v2 udkast.1", "2026-12"), List.of(Revision.after("3"), Revision.after("1.9"), Revision.after("v2 udkast"), Revision.after("2026-11")));
    }
}
