package dk.udsagn.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ReadingPropertyTest {
    /** A turn as it was spoken. */
    record Said(String label, String words) {
    }

    @Property(tries = 300)
    void everySpokenWordIsInExactlyOneTurnOfItsSpeaker(@ForAll("talk") List<Said> talk, @ForAll("lineEnd") String end, @ForAll boolean mark) {
        var file = new StringBuilder(mark ? "\ufeff" : "");
        talk.forEach(s -> file.append(s.label()).append(": ").append(s.words()).append(end).append(end));
        var reading = Reads.text(file.toString());
        assertEquals(talk.stream().map(s -> s.label() + "|" + s.words()).toList(), Reads.turns(reading));
        Reads.assertMapped(reading, file.toString());
    }

    @Property(tries = 200)
    void subtitlesGiveEachVoiceItsWords(@ForAll("talk") List<Said> talk) {
        var vtt = new StringBuilder("WEBVTT\n\n");
        var merged = new ArrayList<String>();
        int second = 0;
        for (Said said : talk) {
            vtt.append("00:%02d.000 --> 00:%02d.900%n<v %s>%s</v>%n%n".formatted(second % 60, second % 60, said.label(), said.words()));
            second++;
            int last = merged.size() - 1;
            if (last >= 0 && merged.get(last).startsWith(said.label() + "|")) {
                merged.set(last, merged.get(last) + " " + said.words());
            } else {
                merged.add(said.label() + "|" + said.words());
            }
        }
        var reading = Reads.text(vtt.toString());
        assertEquals(merged, Reads.turns(reading));
        Reads.assertMapped(reading, vtt.toString());
    }

    /** The law of the map for every kind that a program can write here: a character stands in its source, or is a named repair, and the source is gone through from its top. */
    @Property(tries = 150)
    void everyCharacterOfEveryKindStandsInItsSourceOrIsANamedRepair(@ForAll("talk") List<Said> spoken, @ForAll("kind") String kind) throws java.io.IOException {
        List<Said> talk = spoken.stream().map(s -> switch (kind) {
            case "cha" -> new Said(s.label().replaceFirst(".* ", ""), s.words());                // a tier's name has no space
            case "pdf" -> new Said(s.label(), s.words().replace("😊", "smil"));                  // the fonts of every PDF have no such sign
            default -> s;
        }).toList();
        byte[] file = Kinds.write(kind, talk);
        var reading = Reads.read("x." + kind, file);
        var said = new ArrayList<String>();
        for (Said one : talk) {
            int last = said.size() - 1;
            boolean goesOn = Kinds.MERGING.contains(kind) && last >= 0 && said.get(last).startsWith(one.label() + "|");
            said.add(goesOn ? said.removeLast() + " " + one.words() : one.label() + "|" + one.words());
        }
        var t = reading.transcript();
        assertEquals(said.stream().map(Characters::squeeze).toList(), t.turns().stream().map(u -> u.speaker().label() + "|" + Characters.squeeze(t.words(u))).toList());
        int before = -1;
        for (var turn : t.turns()) {
            for (int i = turn.span().start(); i < turn.span().end(); i++) {
                var offset = t.source().sourceOffset(i);
                assertEquals(offset.isEmpty(), t.source().repair(i).isPresent(), kind + ": character " + i + " is both or neither");
                if (offset.isPresent()) {
                    assertTrue(offset.getAsInt() > before, kind + ": character " + i + " goes back in the source");
                    before = offset.getAsInt();
                } else {
                    boolean signs = List.of("entity", "escape", "doubled quotation mark").contains(t.source().repair(i).orElseThrow());
                    assertTrue(signs || !Character.isLetterOrDigit(t.text().charAt(i)), kind + ": the letter " + i + " is told to be a " + t.source().repair(i));
                }
            }
        }
        if (!List.of("docx", "fodt", "rtf", "eaf", "pdf").contains(kind)) {
            Reads.assertMapped(reading, new String(file, StandardCharsets.UTF_8));
        }
    }

    @Provide Arbitrary<String> kind() {
        return Arbitraries.of(Kinds.ALL);
    }

    @Property(tries = 500)
    void anyTextIsReadOrRefusedAndNeverLosesItsMap(@ForAll("anything") String text) {
        try {
            var reading = Reads.read("x.txt", text.getBytes(StandardCharsets.UTF_8));
            if (!reading.format().startsWith("ELAN")) {
                Reads.assertMapped(reading, text);
            }
        } catch (dk.udsagn.transcript.FormatException e) {
            assertEquals("x.txt", e.source());
        }
    }

    @Provide Arbitrary<List<Said>> talk() {
        Arbitrary<String> labels = Arbitraries.of("I", "R", "IP2", "Respondent G");
        Arbitrary<String> words = Arbitraries.of("Ja.", "Øh …", "jeg sagde: nej", "(griner)", "æblet 😊", "[navn]", "12", "https://a.dk", "hvad?", "- nå -", "\"citat\"", "a\u00a0b", "…")
            .list().ofMinSize(1).ofMaxSize(8).map(l -> String.join(" ", l)).filter(w -> !w.startsWith("Ja.") || w.length() > 3);
        return Combinators.combine(labels, words).as(Said::new).list().ofMinSize(1).ofMaxSize(12);
    }

    @Provide Arbitrary<String> lineEnd() {
        return Arbitraries.of("\n", "\r\n", "\r", "\u0085");
    }

    @Provide Arbitrary<String> anything() {
        return Arbitraries.of("I: ", "R:", "\n", "\n\n", "\r\n", "\f", "[00:12:31]", "#00:00:01-2#", "ord-", "ord", " ", "\t", "Side 1", "Side 2", "WEBVTT\n\n", "1", "00:00:01,000 --> 00:00:02,000\n",
            "<v Bo>", "</v>", "&amp;", "{\"segments\":[", "{\"text\":\"I: a\",\"speaker\":\"B\"}", "]}", "*INV:\t", "@UTF8\n", "\u001512_34\u0015", "Time\tText\tSpeaker\n", "Dato: 3. maj", "\ufeff", "😊", "00:04 Anna:",
            "\u00ad", "\u0085", "**", "\"", "Anna   0:03\n", "Tolk - ", "---").list().ofMaxSize(25).map(l -> String.join("", l));
    }
}
