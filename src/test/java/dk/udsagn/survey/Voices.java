package dk.udsagn.survey;

import dk.udsagn.codebook.Codebook;
import dk.udsagn.codebook.Polarity;
import dk.udsagn.codebook.Theme;
import dk.udsagn.codebook.Wording;
import dk.udsagn.excerpt.CaseSummary;
import dk.udsagn.excerpt.FrameworkMatrix;
import dk.udsagn.excerpt.Interviews;
import dk.udsagn.transcript.Respondent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Respondents who stand somewhere, for tests: each quote is a real coding on a line of a small interview. */
public final class Voices {
    private record Quote(String theme, Polarity polarity, String words) {
    }

    private final Codebook codebook;
    private final Map<String, List<Quote>> quotes = new LinkedHashMap<>();
    private final Map<String, Map<String, String>> attributes = new LinkedHashMap<>();

    /** A codebook of themes; "parent/child" puts a theme under one named before it. */
    public Voices(String... themes) {
        var children = new LinkedHashMap<String, List<Theme>>();
        for (String theme : themes) {
            int slash = theme.indexOf('/');
            if (slash < 0) {
                children.put(theme, new ArrayList<>());
            } else {
                children.get(theme.substring(0, slash)).add(theme(theme.substring(slash + 1), List.of()));
            }
        }
        this.codebook = new Codebook("b", "1", Wording.NONE, children.entrySet().stream().map(e -> theme(e.getKey(), e.getValue())).toList());
    }

    private static Theme theme(String id, List<Theme> below) {
        return new Theme(id, new Wording(Map.of("da", "navn på " + id)), Wording.NONE, List.of(), List.of(), "", "", List.of(), List.of(), List.of(), below);
    }

    /** Respondents A, B, … aged 20, 21, …, one letter each: + for, - against, x both, 0 no side, . silent. */
    public static Evidence of(String theme, String stands) {
        var voices = new Voices(theme);
        for (int i = 0; i < stands.length(); i++) {
            String who = String.valueOf((char) ('A' + i));
            voices.attribute(who, "age", String.valueOf(20 + i));
            switch (stands.charAt(i)) {
                case '+' -> voices.quote(who, theme, Polarity.POSITIVE);
                case '-' -> voices.quote(who, theme, Polarity.NEGATIVE);
                case 'x' -> voices.quote(who, theme, Polarity.POSITIVE).quote(who, theme, Polarity.NEGATIVE);
                case '0' -> voices.quote(who, theme, Polarity.NEUTRAL);
                default -> { }
            }
        }
        return voices.evidence();
    }

    /** Respondents A, B, … with these values of one attribute; null for none. */
    public static Evidence withAttribute(String name, String... values) {
        var voices = new Voices("helped");
        for (int i = 0; i < values.length; i++) {
            String who = String.valueOf((char) ('A' + i));
            voices.attribute(who, "id", who);
            if (values[i] != null) {
                voices.attribute(who, name, values[i]);
            }
        }
        return voices.evidence();
    }

    /** An attribute of a respondent, who is there from then on. */
    public Voices attribute(String who, String name, String value) {
        attributes.computeIfAbsent(who, k -> new LinkedHashMap<>()).put(name, value);
        quotes.computeIfAbsent(who, k -> new ArrayList<>());
        return this;
    }

    /** One quote. */
    public Voices quote(String who, String theme, Polarity polarity) {
        attributes.computeIfAbsent(who, k -> new LinkedHashMap<>());
        quotes.computeIfAbsent(who, k -> new ArrayList<>()).add(new Quote(theme, polarity,
            (polarity == Polarity.POSITIVE ? "det var " : polarity == Polarity.NEGATIVE ? "det var ikke " : "om ") + theme));
        return this;
    }

    /** What they come to. */
    public Evidence evidence() {
        var cases = new ArrayList<CaseSummary>();
        quotes.forEach((who, said) -> {
            var lines = new ArrayList<>(List.of("R: Jeg siger ellers intet."));
            said.forEach(q -> lines.add("R: Nr. " + lines.size() + ", " + q.words() + "."));
            var transcript = Interviews.transcript(who, lines.toArray(String[]::new));
            var codings = new Interviews();
            for (int i = 0; i < said.size(); i++) {
                String line = "Nr. " + (i + 1) + ", ";
                codings.code(transcript, transcript.text().indexOf(line) + line.length(), said.get(i).words().length(), said.get(i).theme(), "k1", said.get(i).polarity());
            }
            cases.add(CaseSummary.of(new Respondent(who, attributes.get(who)), List.of(transcript), codebook, codings.codings()));
        });
        return new Evidence(FrameworkMatrix.of(cases, codebook), codebook);
    }
}
