package dk.udsagn.exchange;

import dk.udsagn.codebook.Polarity;
import dk.udsagn.survey.Claim;
import dk.udsagn.survey.Claim.Condition;
import dk.udsagn.survey.Claim.Of;
import dk.udsagn.survey.Claim.Quantifier;
import dk.udsagn.survey.Claim.Share;
import dk.udsagn.survey.Claim.Word;
import dk.udsagn.transcript.Language;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A claim about respondents as JSON: data, or a plain sentence. */
final class ClaimJson {
    private static final Map<String, Claim.Test> TESTS = tests();

    private ClaimJson() {
    }

    private static Map<String, Claim.Test> tests() {
        var tests = new LinkedHashMap<String, Claim.Test>();
        tests.put("is", Claim.Test.IS);
        tests.put("over", Claim.Test.OVER);
        tests.put("under", Claim.Test.UNDER);
        tests.put("atLeast", Claim.Test.AT_LEAST);
        tests.put("atMost", Claim.Test.AT_MOST);
        return tests;
    }

    static Claim read(JsonView v) {
        if (v.has("sentence")) {
            v.only("id", "text", "sentence");
            var field = v.fields().get("sentence");
            String language = field.isObject() ? field.fields().keySet().stream().findFirst().orElse("da") : "da";
            String sentence = field.isObject() ? field.text(language) : v.text("sentence");
            return field.checked(() -> {
                var claim = Claim.parse(v.text("id"), sentence, new Language(language));
                return new Claim(claim.id(), v.textOr("text", sentence), claim.quantifier(), claim.group(), claim.says());
            });
        }
        v.only("id", "text", "quantifier", "group", "theme", "subthemes", "polarity", "has");
        if (v.has("theme") == v.has("has")) {
            throw v.fault("a claim is about a theme or about what respondents have", "give \"theme\" or \"has\", and not both");
        }
        var says = v.has("has") ? new Claim.Has(condition(v.object("has"))) : new Claim.About(v.text("theme"), v.has("subthemes") && v.fields().get("subthemes").scalar().equals("true"),
            v.has("polarity") ? Optional.of(v.word("polarity", Polarity::of)) : Optional.empty());
        return v.checked(() -> new Claim(v.text("id"), v.textOr("text", ""), quantifier(v), v.objects("group").stream().map(ClaimJson::condition).toList(), says));
    }

    private static Quantifier quantifier(JsonView v) {
        var field = v.fields().get("quantifier");
        if (field == null) {
            throw v.fault("\"quantifier\" is missing", "all, most, several, some, one, none, {\"n\": 5, \"of\": 6} or {\"percent\": 60} would do");
        }
        if (field.isObject()) {
            field.only("n", "of", "percent");
            return field.checked(() -> field.has("percent") ? new Share(field.number("percent")) : new Of(field.whole("n"), field.whole("of")));
        }
        return v.word("quantifier", word -> {
            for (Word w : Word.values()) {
                if (w.name().toLowerCase(Locale.ROOT).equals(word)) {
                    return w;
                }
            }
            throw new IllegalArgumentException("there is no quantifier \"" + word + "\"; there are all, most, several, some, one, none");
        });
    }

    private static Condition condition(JsonView v) {
        v.only("attribute", "test", "value");
        var test = v.has("test") ? v.word("test", word -> {
            if (!TESTS.containsKey(word)) {
                throw new IllegalArgumentException("there is no test \"" + word + "\"; there are " + TESTS.keySet());
            }
            return TESTS.get(word);
        }) : Claim.Test.IS;
        if (!v.has("value")) {
            throw v.fault("\"value\" is missing", "as in {\"attribute\": \"age\", \"test\": \"under\", \"value\": 20}");
        }
        return v.checked(() -> new Condition(v.text("attribute"), test, v.fields().get("value").scalar()));
    }

    static Map<String, Object> map(Claim c) {
        var map = Json.object("id", c.id(), "text", FigureJson.some(c.text()), "quantifier", switch (c.quantifier()) {
            case Word word -> word.name().toLowerCase(Locale.ROOT);
            case Of(int n, int of) -> Json.object("n", n, "of", of);
            case Share(double percent) -> Json.object("percent", percent);
        }, "group", FigureJson.some(c.group().stream().map(ClaimJson::map).toList()));
        switch (c.says()) {
            case Claim.About a -> map.putAll(Json.object("theme", a.theme(), "subthemes", a.subthemes() ? Optional.of(true) : Optional.empty(), "polarity", a.side().map(Polarity::word)));
            case Claim.Has h -> map.put("has", map(h.condition()));
        }
        return map;
    }

    private static Map<String, Object> map(Condition c) {
        return Json.object("attribute", c.attribute(), "test", TESTS.entrySet().stream().filter(t -> t.getValue() == c.test()).findFirst().orElseThrow().getKey(), "value", c.value());
    }
}
