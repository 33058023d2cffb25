package dk.udsagn.survey;

import dk.udsagn.codebook.Polarity;
import dk.udsagn.survey.Claim.About;
import dk.udsagn.survey.Claim.Condition;
import dk.udsagn.survey.Claim.Has;
import dk.udsagn.survey.Claim.Of;
import dk.udsagn.survey.Claim.Quantifier;
import dk.udsagn.survey.Claim.Share;
import dk.udsagn.survey.Claim.Test;
import dk.udsagn.survey.Claim.Word;
import dk.udsagn.transcript.Language;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The sentences of one language that claims are read from and written as. The words stand in the language's list, the first of each the one written. */
final class ClaimSentence {
    private static final Pattern TOKEN = Pattern.compile("\"([^\"]*)\"|([0-9]+(?:[.,][0-9]+)*)|(%)|([^\\s\"%]+)");

    private record Token(String text, boolean quoted) {
    }

    private final Says says;
    private List<Token> tokens = List.of();
    private int at;

    ClaimSentence(Language language) {
        this.says = new Says(language);
    }

    // ---- writing

    String write(Claim claim) {
        boolean single = claim.quantifier() == Word.ONE || claim.quantifier() instanceof Of(int n, int of) && of == 1;
        String who = switch (claim.quantifier()) {
            case Word word -> first("quantifier." + word.name()) + " " + first(word == Word.NONE ? "nouns.none" : single ? "noun" : "nouns");
            case Of(int n, int of) -> n + " " + first("of") + " " + of + " " + first(single ? "noun" : "nouns");
            case Share(double percent) -> says.number(BigDecimal.valueOf(percent).stripTrailingZeros()) + " % " + first("nouns.share");
        };
        var out = new StringBuilder(who.substring(0, 1).toUpperCase(Locale.ROOT)).append(who.substring(1));
        for (int i = 0; i < claim.group().size(); i++) {
            out.append(' ').append(first(i == 0 ? "with" : "and")).append(' ').append(write(claim.group().get(i)));
        }
        switch (claim.says()) {
            case About a -> {
                String verb = a.side().map(side -> "side." + side.word()).orElse("mentions");
                out.append(' ').append(first(single ? verb + ".one" : verb)).append(' ').append(quote(a.theme()));
                if (a.subthemes()) {
                    out.append(' ').append(first("subthemes"));
                }
            }
            case Has h -> out.append(' ').append(first(single ? "has.one" : "has")).append(' ').append(write(h.condition()));
        }
        return out.append('.').toString();
    }

    private String write(Condition c) {
        return quote(c.attribute()) + " " + first("test." + c.test().name()) + " " + quote(c.value());
    }

    private static String quote(String name) {
        return name.matches("\\p{L}[\\p{L}\\p{N}_-]*|[0-9]+([.,][0-9]+)?") ? name : '"' + name.replace("\"", "'") + '"';
    }

    // ---- reading

    Claim parse(String id, String sentence) {
        var found = new ArrayList<Token>();
        var m = TOKEN.matcher(sentence.strip().replaceFirst("[.]$", "").replace('»', '"').replace('«', '"').replace('“', '"').replace('”', '"'));
        while (m.find()) {
            found.add(new Token(m.group(1) != null ? m.group(1) : m.group(), m.group(1) != null));
        }
        tokens = found;
        at = 0;
        try {
            var how = quantifier();
            boolean one = how == Word.ONE;
            eat("article");
            if (!eat("nouns") && !eat("noun") && !eat("nouns.none") && !eat("nouns.share")) {
                throw expected("nouns");
            }
            var group = new ArrayList<Condition>();
            if (eat("with")) {
                do {
                    group.add(condition(true));
                } while (eat("and"));
            }
            var predicate = predicate();
            if (at < tokens.size()) {
                throw fault("nothing more");
            }
            return new Claim(id, sentence, one ? Word.ONE : how, group, predicate);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("\"" + sentence + "\" is no sentence that can be held to the evidence: " + e.getMessage(), e);
        }
    }

    private Quantifier quantifier() {
        for (Word word : Word.values()) {
            if (eat("quantifier." + word.name())) {
                boolean of = word == Word.ONE && eat("of");
                eat("article");
                Optional<Integer> n = whole(at);
                if (n.isPresent() && (word == Word.ALL || of)) {
                    at++;
                    return new Of(of ? 1 : n.get(), n.get());
                }
                return word;
            }
        }
        Optional<Integer> n = whole(at);
        if (n.isPresent() && at + 1 < tokens.size()) {
            int start = at++;
            if (eat("of")) {
                eat("article");
                return new Of(n.get(), whole(at++).orElseThrow(() -> fault("a number")));
            }
            at = start;
        }
        if (at + 1 < tokens.size() && tokens.get(at).text().matches("[0-9]+([.,][0-9]+)?")) {
            double percent = Double.parseDouble(tokens.get(at++).text().replace(',', '.'));
            if (eat("percent")) {
                return new Share(percent);
            }
        }
        throw expected("quantifier.ALL");
    }

    private Optional<Integer> whole(int i) {
        if (i >= tokens.size()) {
            return Optional.empty();
        }
        String text = tokens.get(i).text().toLowerCase(Locale.ROOT);
        int word = says.list("claim.numbers").indexOf(text);
        return text.matches("[0-9]{1,6}") ? Optional.of(Integer.valueOf(text)) : word >= 0 ? Optional.of(word) : Optional.empty();
    }

    private Claim.Predicate predicate() {
        for (Polarity side : Polarity.values()) {
            if (eat("side." + side.word()) || eat("side." + side.word() + ".one")) {
                return about(Optional.of(side));
            }
        }
        if (eat("mentions") || eat("mentions.one")) {
            return about(Optional.empty());
        }
        if (eat("has") || eat("has.one")) {
            return new Has(condition(false));
        }
        throw expected("side.positive");
    }

    private About about(Optional<Polarity> side) {
        var words = new ArrayList<String>();
        boolean subthemes = false;
        while (at < tokens.size()) {
            if (!tokens.get(at).quoted() && eat("subthemes")) {
                subthemes = true;
                break;
            }
            words.add(tokens.get(at++).text());
        }
        if (words.isEmpty()) {
            throw fault("a theme");
        }
        return new About(String.join(" ", words), subthemes, side);
    }

    /** An attribute, how it is compared, and with what. In a group it ends where the verb begins. */
    private Condition condition(boolean inGroup) {
        if (at >= tokens.size()) {
            throw fault("an attribute");
        }
        String attribute = tokens.get(at++).text();
        Test test = Test.IS;
        for (Test t : Test.values()) {
            if (eat("test." + t.name())) {
                test = t;
                break;
            }
        }
        var value = new ArrayList<String>();
        while (at < tokens.size() && !(inGroup && endsGroup())) {
            value.add(tokens.get(at++).text());
        }
        return new Condition(attribute, test, String.join(" ", value));
    }

    private boolean endsGroup() {
        if (tokens.get(at).quoted()) {
            return false;
        }
        int start = at;
        boolean ends = eat("and") || eat("mentions") || eat("mentions.one") || eat("has") || eat("has.one");
        for (Polarity side : Polarity.values()) {
            ends = ends || eat("side." + side.word()) || eat("side." + side.word() + ".one");
        }
        at = start;
        return ends;
    }

    /** Passes over the longest of a key's phrases that stands here. */
    private boolean eat(String key) {
        int longest = 0;
        for (String phrase : says.list("claim." + key)) {
            String[] words = phrase.split(" ");
            boolean here = at + words.length <= tokens.size();
            for (int i = 0; here && i < words.length; i++) {
                here = !tokens.get(at + i).quoted() && tokens.get(at + i).text().equalsIgnoreCase(words[i]);
            }
            longest = here ? Math.max(longest, words.length) : longest;
        }
        at += longest;
        return longest > 0;
    }

    private String first(String key) {
        return says.list("claim." + key).getFirst();
    }

    private IllegalArgumentException expected(String key) {
        return fault("a word such as \"" + first(key) + "\"");
    }

    private IllegalArgumentException fault(String wanted) {
        return new IllegalArgumentException("expected " + wanted + (at < tokens.size() ? " at \"" + tokens.get(at).text() + "\"" : " at its end"));
    }
}
