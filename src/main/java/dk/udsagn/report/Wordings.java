package dk.udsagn.report;

import dk.udsagn.codebook.Codebook;
import dk.udsagn.codebook.Polarity;
import dk.udsagn.coding.Coding;
import dk.udsagn.excerpt.Excerpt;
import dk.udsagn.transcript.Language;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The words of a report in one language. */
final class Wordings {
    private final Language language;
    private final Map<String, String> words;
    private final Codebook codebook;

    Wordings(Language language, Codebook codebook) {
        this.language = language;
        this.words = language.words();
        this.codebook = codebook;
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
        return codebook.path(id, language.code());
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
        var source = new ArrayList<String>(List.of(file));
        excerpt.source().page().ifPresent(n -> source.add(say("page") + " " + n));
        excerpt.source().paragraph().ifPresent(n -> source.add(say("paragraph") + " " + n));
        excerpt.source().cue().ifPresent(n -> source.add(say("cue") + " " + n));
        excerpt.source().line().ifPresent(n -> source.add(say("line") + " " + n));
        parts.add(String.join(" ", source));
        return String.join(" · ", parts);
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
