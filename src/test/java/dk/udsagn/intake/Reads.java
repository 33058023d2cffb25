package dk.udsagn.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dk.udsagn.transcript.FormatException;
import dk.udsagn.transcript.Language;
import dk.udsagn.transcript.LossReport;
import dk.udsagn.transcript.Transcript;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Assertions;

/** Reads texts in tests and shows what came of them. */
final class Reads {
    private static final Intake INTAKE = Intake.standard(Language.DANISH);

    private Reads() {
    }

    static Reading read(String name, byte[] bytes) {
        try {
            return INTAKE.read(new Source(name, bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Reading text(String text) {
        return read("R01.txt", text.getBytes(StandardCharsets.UTF_8));
    }

    static Reading text(String text, Charset charset) {
        return read("R01.txt", text.getBytes(charset));
    }

    /** One line a turn: {@code I|words}; LF within a turn shows as {@code /}. */
    static List<String> turns(Reading reading) {
        Transcript t = reading.transcript();
        return t.turns().stream().map(u -> u.speaker().label() + "|" + t.words(u).replace('\n', '/')).toList();
    }

    static List<String> turns(String text) {
        return turns(text(text));
    }

    /** One line a turn: {@code I interviewer}. */
    static List<String> roles(Reading reading) {
        return reading.transcript().turns().stream().map(u -> u.speaker().label() + " " + u.role().word()).distinct().toList();
    }

    /** One line a turn: {@code 751000-}, empty where unknown. */
    static List<String> times(Reading reading) {
        return reading.transcript().turns().stream().map(u -> (u.times().startMs().isPresent() ? "" + u.times().startMs().getAsLong() : "")
            + "-" + (u.times().endMs().isPresent() ? "" + u.times().endMs().getAsLong() : "")).toList();
    }

    /** Where each turn's first word stands. */
    static List<String> places(Reading reading) {
        return reading.transcript().turns().stream().map(u -> reading.transcript().source().place(u.span().start()).toString()).toList();
    }

    /** What was done, as {@code SET_ASIDE page furniture 3}. */
    static List<String> losses(Reading reading) {
        return reading.losses().items().stream().filter(i -> !i.what().equals("role")).map(i -> i.act() + " " + i.what() + " " + i.count()).toList();
    }

    static List<LossReport.Item> items(Reading reading, String what) {
        return reading.losses().items().stream().filter(i -> i.what().equals(what)).toList();
    }

    static FormatException fault(String name, byte[] bytes) {
        return Assertions.assertThrows(FormatException.class, () -> read(name, bytes));
    }

    static FormatException fault(String text) {
        return fault("R01.txt", text.getBytes(StandardCharsets.UTF_8));
    }

    /** The law of the source map: each character stands in the decoded source where the map says, or is a named repair. */
    static void assertMapped(Reading reading, String decoded) {
        Transcript t = reading.transcript();
        for (var turn : t.turns()) {      // a map of nothing but repairs would keep the law below: words that are spoken stand in the file
            for (int i = turn.span().start(); i < turn.span().end(); i++) {
                boolean signs = List.of("entity", "escape", "doubled quotation mark").contains(t.source().repair(i).orElse(""));
                assertTrue(signs || !Character.isLetterOrDigit(t.text().charAt(i)) || t.source().sourceOffset(i).isPresent(),
                    "the letter at " + i + " of turn " + turn.number() + " stands nowhere in the source: " + t.source().repair(i));
            }
        }
        for (int i = 0; i < t.text().length(); i++) {
            var offset = t.source().sourceOffset(i);
            if (offset.isPresent()) {
                assertEquals(decoded.charAt(offset.getAsInt()), t.text().charAt(i), "character " + i + " of " + t.text());
            } else {
                assertTrue(t.source().repair(i).isPresent(), "character " + i + " is neither in the source nor a repair");
            }
        }
    }
}
