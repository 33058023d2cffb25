package dk.udsagn.report;

import dk.udsagn.codebook.Codebook;
import dk.udsagn.codebook.Polarity;
import dk.udsagn.coding.Coding;
import dk.udsagn.excerpt.CaseSummary;
import dk.udsagn.excerpt.Excerpt;
import dk.udsagn.transcript.Language;
import dk.udsagn.transcript.SourcePlace;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The words of a report in one language. */
final class Wordings {
    private final Language language;
    private final Map<String, String> words;
    private final Map<String, String> paths = new HashMap<>();
    private final Map<String, String> names = new HashMap<>();

    Wordings(Language language, Codebook codebook) {
        this.language = language;
        this.words = language.words();
        codebook.all().forEach((id, theme) -> {
            paths.put(id, codebook.path(id, language.code()));
            names.put(id, theme.name().in(language.code()));
        });
    }

    /** The words for a key with {0}, {1} … filled in. */
    String say(String key, Object... values) {
        String said = words.get("report." + key);
        if (said == null) {
            throw new IllegalStateException("language " + language.code() + " lacks the wording report." + key);
        }
        for (int i = 0; i < values.length; i++) {
            said = said.replace("{" + i + "}", values[i].toString());
        }
        return said;
    }

    String polarity(Polarity polarity) {
        return say(polarity.word());
    }

    String theme(String id) {
        return paths.getOrDefault(id, id);
    }

    /** The theme's own name, without the themes over it. */
    String name(String id) {
        return names.getOrDefault(id, id);
    }

    /** A share as whole per cent; what is there but rounds to nothing is "under 1 %". */
    String percent(double share) {
        long whole = Math.round(share * 100);
        return (whole == 0 && share > 0 ? "<1" : String.valueOf(whole)) + " %";
    }

    String decimal(double value, int places) {
        return BigDecimal.valueOf(value).setScale(places, RoundingMode.HALF_EVEN).toPlainString().replace(".", say("decimal"));
    }

    /** "A:12 · 0:03:41 · A.txt linje 55". */
    String place(Excerpt excerpt, String file) {
        var parts = new ArrayList<String>();
        parts.add(excerpt.transcript() + ":" + excerpt.turn());
        if (!excerpt.times().clock().isEmpty()) {
            parts.add(excerpt.times().clock());
        }
        String source = source(excerpt.source());
        parts.add(source.isEmpty() ? file : file + " " + source);
        return String.join(" · ", parts);
    }

    /** Where in the file as it came: "side 3 linje 41". */
    String source(SourcePlace place) {
        var source = new ArrayList<String>();
        place.page().ifPresent(n -> source.add(say("page") + " " + n));
        place.paragraph().ifPresent(n -> source.add(say("paragraph") + " " + n));
        place.cue().ifPresent(n -> source.add(say("cue") + " " + n));
        place.line().ifPresent(n -> source.add(say("line") + " " + n));
        return String.join(" ", source);
    }

    /** How many excerpts and how much of the talk: "12 uddrag, 9 % af ordene, 2 modsatte." */
    String section(CaseSummary.ThemeSection t) {
        return (t.contrary() == 0 ? say("section", t.excerpts().size(), percent(t.share())) : say("sectionContrary", t.excerpts().size(), percent(t.share()), t.contrary())) + ".";
    }

    /** What falls together with a theme, and what became of it over several interviews: one sentence an entry. */
    List<String> further(CaseSummary c, CaseSummary.ThemeSection t) {
        var lines = new ArrayList<String>();
        if (!t.cooccurs().isEmpty()) {
            lines.add(say("cooccurs") + ": " + t.cooccurs().entrySet().stream().map(e -> theme(e.getKey()) + " (" + e.getValue() + ")").collect(Collectors.joining(", ")) + ".");
        }
        if (c.talk().size() > 1) {
            var by = t.development();
            lines.add(say("development") + ": " + c.talk().stream().map(k -> k.transcript() + " " + by.getOrDefault(k.transcript(), List.of()).size() + sides(by.getOrDefault(k.transcript(), List.of())))
                .collect(Collectors.joining(" → ")) + ".");
        }
        return lines;
    }

    private String sides(List<Excerpt> excerpts) {
        var sides = new ArrayList<String>();
        for (Polarity p : Polarity.values()) {
            long n = excerpts.stream().filter(e -> e.polarity() == p).count();
            if (n > 0) {
                sides.add(n + " " + polarity(p));
            }
        }
        return sides.isEmpty() ? "" : " (" + String.join(", ", sides) + ")";
    }

    /**
     * A number of respondents in words that the evidence carries: all, most (two thirds or more), more than half, half, a few (two or three, less than half), one, none;
     * anything else is "some".
     */
    String quantity(int n, int of) {
        if (n == 0) {
            return say("quantity.none");
        }
        if (n == of && of > 1) {
            return say("quantity.all", of <= 12 ? say("number." + of) : String.valueOf(of));
        }
        String word = n == 1 ? "one" : n * 3 >= of * 2 ? "most" : n * 2 > of ? "majority" : n * 2 == of ? "half" : n <= 3 ? "few" : "some";
        return say("quantity." + word);
    }

    /** Who coded how much, and what is not counted: one sentence an entry. */
    List<String> colophon(Report.Made made) {
        var lines = new ArrayList<String>();
        lines.add(say("codings") + ": " + made.codings().entrySet().stream().map(e -> e.getKey() + " " + e.getValue().get(0) + " " + say("byHand") + ", " + e.getValue().get(1) + " "
            + say("bySuggestion")).collect(Collectors.joining("; ")) + ".");
        if (made.outside() > 0) {
            lines.add(say("outside", made.outside()) + ".");
        }
        if (made.stale() > 0) {
            lines.add(say("stale", made.stale()) + ".");
        }
        return lines;
    }

    /** Who laid the theme: "k1, k2 (godkendt forslag)". */
    String coders(Excerpt excerpt) {
        var said = new ArrayList<String>();
        for (String coder : excerpt.coders()) {
            var codings = excerpt.codings().stream().filter(c -> c.coder().equals(coder)).toList();
            var origins = codings.stream().map(Coding::origin).distinct().toList();
            said.add(coder + (origins.contains("hand") ? "" : " (" + say("origin." + origins.getFirst()) + ")"));
        }
        return String.join(", ", said);
    }

    /** Reasons and memos, with whose they are. */
    static List<String> reasons(Excerpt excerpt) {
        var said = new ArrayList<String>();
        for (Coding coding : excerpt.codings()) {
            coding.why().ifPresent(why -> said.add(coding.coder() + ": " + why));
            coding.memos().forEach(memo -> said.add(coding.coder() + ": " + memo));
        }
        return said;
    }
}
