package dk.udsagn.exchange;

import dk.udsagn.codebook.Codebook;
import dk.udsagn.codebook.Example;
import dk.udsagn.codebook.Indicator;
import dk.udsagn.codebook.Polarity;
import dk.udsagn.codebook.Theme;
import dk.udsagn.codebook.Wording;
import dk.udsagn.coding.Coder;
import dk.udsagn.coding.Decision;
import dk.udsagn.coding.Place;
import dk.udsagn.coding.Status;
import dk.udsagn.transcript.Language;
import dk.udsagn.transcript.Respondent;
import dk.udsagn.transcript.SourceMap;
import dk.udsagn.transcript.Span;
import dk.udsagn.transcript.Times;
import dk.udsagn.transcript.Transcript;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;

/** Invented studies, the same for the same seed. */
final class RefiStudies {
    private static final List<String> PIECES = List.of("jeg følte mig hørt", " 😊", "\n", "a\u030A", "\u200B", "I: ", "\r", "\uFEFF", "hjælp & <mere>", "\t", "\"sagt\"", "👩‍👩‍👧", " ikke", ". ", "…", "]]>");

    private RefiStudies() {
    }

    static String text(Random random, int pieces) {
        var text = new StringBuilder("R: ja");
        for (int i = 0; i < pieces; i++) {
            text.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return text.toString().replace("\r", "");
    }

    static Theme theme(String id, String colour, Theme... children) {
        return new Theme(id, words("Navn på " + id + " & co"), words("Hvad " + id + " <er>"), List.of(words("når ja"), words("når nej")), List.of(words("ikke her")), colour,
            colour.isEmpty() ? "" : "husk " + id, List.of(new Indicator("lytte til " + id, 0.5, Polarity.POSITIVE)), List.of(new Example("et eksempel", Polarity.NEGATIVE, "")), List.of(),
            List.of(children));
    }

    private static Wording words(String da) {
        var both = new LinkedHashMap<String, String>();
        both.put("da", da);
        both.put("en", "In English: " + da);
        return new Wording(both);
    }

    static StudyData study(long seed) {
        var random = new Random(seed);
        var codebook = new Codebook("bog", "1." + random.nextInt(3), words("Bog"), List.of(theme("a", "#ff0000", theme("a-1", ""), theme("a-2", "#00ff00", theme("b", ""))), theme("c", "")));
        var themes = List.copyOf(codebook.all().keySet());
        var respondents = new ArrayList<Respondent>();
        for (String id : List.of("A", "Fru \"B\" & søn")) {
            var attributes = new LinkedHashMap<String, String>();
            attributes.put("age", String.valueOf(random.nextInt(90)));
            attributes.put("høj", "1." + random.nextInt(100));
            attributes.put("set", random.nextBoolean() ? "2024-02-29" : "aldrig");
            if (random.nextBoolean()) {
                attributes.put("note", " to\nlinjer ");
            }
            if (random.nextInt(3) == 0) {
                attributes.put("description", "en beskrivelse");
            }
            respondents.add(new Respondent(id, attributes));
        }
        var sources = new ArrayList<StudyData.Source>();
        var decisions = new ArrayList<Decision>();
        for (int t = 0; t < 2; t++) {
            String id = t == 0 ? "A" : "interview 2 æøå";
            String text = text(random, 40);
            sources.add(new StudyData.Source(id, List.of(respondents.get(t).id()), new Said(text, times(random, text)), Optional.empty()));
            decisions(random, new Transcript(id, text, List.of(), SourceMap.identity(text)), themes, codebook.version(), decisions);
        }
        var study = new StudyFile("Undersøgelse & mere \"x\"", Language.DANISH, List.of(new Coder("k1", "Koder 1"), new Coder("k2", "")), respondents,
            Map.of("A", Map.of("R", "A", "I", "interviewer")));
        return new StudyData(study, codebook, sources, decisions);
    }

    record Said(String read, Map<Span, Times> times) implements StudyData.Text {
    }

    private static Map<Span, Times> times(Random random, String text) {
        var times = new LinkedHashMap<Span, Times>();
        int at = random.nextInt(text.length());
        while (random.nextInt(4) > 0 && at < text.length()) {
            int end = Math.min(text.length(), at + 1 + random.nextInt(20));
            times.put(new Span(at, end), new Times(ms(random), ms(random)));
            at = end + random.nextInt(3);
        }
        return times;
    }

    private static OptionalLong ms(Random random) {
        return random.nextInt(4) == 0 ? OptionalLong.empty() : OptionalLong.of(random.nextInt(10_000_000));
    }

    private static void decisions(Random random, Transcript transcript, List<String> themes, String version, List<Decision> into) {
        var laid = new ArrayList<Decision.Laid>();
        for (int i = 0; i < 12; i++) {
            int start = random.nextInt(transcript.text().length() - 1);
            start -= start > 0 && Character.isLowSurrogate(transcript.text().charAt(start)) ? 1 : 0;
            int end = Math.min(transcript.text().length(), start + 1 + random.nextInt(30));
            end += end < transcript.text().length() && Character.isLowSurrogate(transcript.text().charAt(end)) ? 1 : 0;
            var place = Place.in(transcript, new Span(start, end));
            var content = new Decision.Content(place, themes.get(random.nextInt(themes.size())), random.nextInt(6) == 0 ? "0.9" : version,
                Polarity.values()[random.nextInt(4)], Status.values()[random.nextInt(5)]);
            var rule = new Decision.Rule("a: lytte", "udsagn 0.1", 0.25, List.of(new Span(start, end)));
            Optional<String> why = random.nextInt(3) == 0 ? Optional.of("fordi\r\n\u0001" + i) : random.nextBoolean() ? Optional.of("fordi " + i) : Optional.empty();
            switch (random.nextInt(4)) {
                case 0 -> {
                    var suggested = new Decision.Suggested(entry(random, "udsagn"), content, rule);
                    into.add(suggested);
                    if (random.nextBoolean()) {
                        into.add(random.nextBoolean() ? new Decision.Accepted(entry(random, "k1"), suggested.entry().id(), content, rule, why)
                            : new Decision.Rejected(entry(random, "k2"), suggested.entry().id(), content, rule, why));
                    }
                }
                default -> laid.add(new Decision.Laid(entry(random, random.nextBoolean() ? "k1" : "k3"), content, why));
            }
        }
        into.addAll(laid);
        for (Decision.Laid d : laid) {
            switch (random.nextInt(5)) {
                case 0 -> into.add(new Decision.Withdrawn(entry(random, "k1"), d.entry().id(), Optional.of("fejl")));
                case 1 -> into.add(new Decision.Noted(entry(random, "k2"), d.entry().id(), "et memo <b> & \n linje"));
                case 2 -> into.add(new Decision.Respanned(entry(random, "k1"), d.entry().id(), new Decision.Content(Place.in(transcript, new Span(0, 5)), "c", version, Polarity.MIXED,
                    Status.HEDGED), Optional.empty()));
                default -> { }
            }
        }
    }

    private static Decision.Entry entry(Random random, String coder) {
        String id = random.nextInt(3) == 0 ? "d" + random.nextInt(1_000_000_000) : new java.util.UUID(random.nextLong(), random.nextLong()).toString();
        return new Decision.Entry(id, Instant.parse("2026-05-01T12:00:00Z").plusMillis(random.nextInt(1_000_000)), coder, random.nextInt(5) == 0 ? "udsagn 0.0" : "udsagn 0.1.0");
    }
}
