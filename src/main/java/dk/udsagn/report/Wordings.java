package dk.udsagn.report;

import dk.udsagn.codebook.Codebook;
import dk.udsagn.codebook.Polarity;
import dk.udsagn.coding.Coding;
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
