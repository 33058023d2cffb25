package dk.udsagn.survey;

import dk.udsagn.codebook.Polarity;
import dk.udsagn.excerpt.CaseSummary;
import dk.udsagn.excerpt.Excerpt;
import dk.udsagn.survey.Claim.About;
import dk.udsagn.survey.Claim.Has;
import dk.udsagn.survey.Claim.Of;
import dk.udsagn.survey.Claim.Share;
import dk.udsagn.survey.Claim.Thresholds;
import dk.udsagn.survey.Claim.Word;
import dk.udsagn.transcript.Language;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * A claim held to the evidence.
 *
 * @param claim    the claim
 * @param verdict  how it came out
 * @param stands   the respondents it is about, in the study's order, to where each stands towards the claim
 * @param deciding those the verdict rests on: for a kept or underclaimed claim those for it; for an overclaimed one those who are not; for a contradicted
 *                 one those who are against; for an unsupported one all
 * @param excerpts what is quoted of the deciding ones on it, in their order
 * @param honest   the most that can be said; it would be kept. Empty when nothing can be said
 */
public record ClaimCheck(Claim claim, Verdict verdict, Map<String, Stand> stands, List<String> deciding, List<Excerpt> excerpts, Optional<Claim> honest) {
    /** Copies the lists. */
    public ClaimCheck {
        stands = Collections.unmodifiableMap(new LinkedHashMap<>(stands));
        deciding = List.copyOf(deciding);
        excerpts = List.copyOf(excerpts);
    }

    /** How a claim comes out. */
    public enum Verdict {
        /** The number of those who are for is what the claim says. */
        KEPT,
        /** Fewer are for; were all those who are silent or mixed for it as well, it could be true. */
        OVERCLAIMED,
        /** More are for than it says. */
        UNDERCLAIMED,
        /** Those against rule it out, whatever the silent would say; or it says none, and there is one. */
        CONTRADICTED,
        /** Nobody is for it, and nobody rules it out. */
        UNSUPPORTED
    }

    /**
     * Those who stand so towards the claim.
     *
     * @param stand where
     * @return ids of respondents, in the study's order
     */
    public List<String> with(Stand stand) {
        return stands.entrySet().stream().filter(e -> e.getValue() == stand).map(Map.Entry::getKey).toList();
    }

    /**
     * Fails unless the claim is kept: one line in a test.
     *
     * @throws AssertionError if it is not; its message is {@link #text} in English
     */
    public void assertKept() {
        if (verdict != Verdict.KEPT) {
            throw new AssertionError(text(Language.ENGLISH));
        }
    }

    /**
     * The verdict in words: the claim, how it came out, who stands where, and the most that can be said.
     *
     * @param language the language wanted
     * @return one paragraph
     */
    public String text(Language language) {
        var says = new Says(language);
        var counts = new ArrayList<String>();
        for (Stand stand : Stand.values()) {
            var who = with(stand);
            if (!who.isEmpty()) {
                counts.add(says.say("stand.count." + stand.name(), who.size(), String.join(", ", who)));
            }
        }
        return says.say("claim.result", claim.text().isEmpty() ? claim.sentence(language) : claim.text(), says.say("verdict." + verdict.name()),
            stands.size(), String.join("; ", counts), honest.map(h -> h.sentence(language)).orElse(says.say("claim.nothing")));
    }

    static ClaimCheck of(Claim claim, Evidence evidence, Thresholds t) {
        var cases = group(claim, evidence);
        var stands = new LinkedHashMap<String, Stand>();
        var quotes = new LinkedHashMap<String, List<Excerpt>>();
        for (CaseSummary one : cases) {
            String id = one.respondent().id();
            switch (claim.says()) {
                case About about -> {
                    var said = evidence.quotes(one, evidence.theme(about.theme()), about.subthemes());
                    quotes.put(id, said);
                    stands.put(id, about.side().map(side -> Stand.of(said, t.lean()).towards(side)).orElse(said.isEmpty() ? Stand.AGAINST : Stand.FOR));
                }
                case Has has -> {
                    evidence.requireAttribute(has.condition().attribute());
                    quotes.put(id, List.of());
                    stands.put(id, Attributes.stand(one.respondent(), has.condition()));
                }
            }
        }
        var verdict = verdict(claim.quantifier(), new Tally(stands), t);
        var deciding = stands.entrySet().stream().filter(e -> decides(verdict, e.getValue(), claim.quantifier())).map(Map.Entry::getKey).toList();
        return new ClaimCheck(claim, verdict, stands, deciding, deciding.stream().flatMap(id -> quotes.get(id).stream()).toList(), honest(claim, stands));
    }

    private static List<CaseSummary> group(Claim claim, Evidence evidence) {
        claim.group().forEach(c -> evidence.requireAttribute(c.attribute()));
        var cases = evidence.matrix().cases().stream().filter(c -> claim.group().stream().allMatch(
            condition -> Attributes.stand(c.respondent(), condition) == Stand.FOR)).toList();
        if (cases.isEmpty()) {
            throw new NoSuchElementException("no respondent is of the group of claim " + claim.id() + ": " + claim.group().stream().map(c -> c.attribute() + " "
                + c.test().name().toLowerCase(java.util.Locale.ROOT) + " " + c.value() + ", found "
                + evidence.matrix().cases().stream().map(one -> one.respondent().attributes().getOrDefault(c.attribute(), "nothing")).distinct().toList()).toList());
        }
        return cases;
    }

    /** Whom a verdict rests on. */
    private static boolean decides(Verdict verdict, Stand stand, Claim.Quantifier how) {
        boolean none = none(how);
        return switch (verdict) {
            case KEPT, UNDERCLAIMED -> none ? stand == Stand.AGAINST : stand == Stand.FOR;
            case OVERCLAIMED -> none ? stand != Stand.AGAINST : stand != Stand.FOR;
            case CONTRADICTED -> none ? stand == Stand.FOR || stand == Stand.MIXED : stand == Stand.AGAINST;
            case UNSUPPORTED -> true;
        };
    }

    private static boolean none(Claim.Quantifier how) {
        return how == Word.NONE || how instanceof Of(int n, int of) && n == 0 || how instanceof Share(double percent) && percent == 0;
    }

    /** How many stand where; those who take no side are counted with the silent. */
    private record Tally(int all, int yes, int no, int mixed, int silent) {
        Tally(Map<String, Stand> stands) {
            this(stands.size(), count(stands, Stand.FOR), count(stands, Stand.AGAINST), count(stands, Stand.MIXED),
                count(stands, Stand.SILENT) + count(stands, Stand.NEUTRAL));
        }

        private static int count(Map<String, Stand> stands, Stand stand) {
            return (int) stands.values().stream().filter(s -> s == stand).count();
        }
    }

    private static Verdict verdict(Claim.Quantifier how, Tally n, Thresholds t) {
        if (none(how)) {
            return n.yes + n.mixed > 0 ? Verdict.CONTRADICTED : n.no == n.all ? Verdict.KEPT : n.no == 0 ? Verdict.UNSUPPORTED : Verdict.OVERCLAIMED;
        }
        int half = (int) Math.floor(t.most() * n.all + 1e-9);
        int least;
        int greatest;
        switch (how) {
            case Word word -> {
                least = switch (word) {
                    case ALL -> n.all;
                    case MOST -> half + 1;
                    case SEVERAL -> t.several();
                    case SOME -> t.some();
                    case ONE -> 1;
                    case NONE -> throw new IllegalStateException("none is decided above");
                };
                greatest = Math.max(least, switch (word) {
                    case ALL -> n.all;
                    case MOST -> n.all - 1;
                    case SEVERAL, SOME -> half;
                    case ONE -> 1;
                    case NONE -> throw new IllegalStateException("none is decided above");
                });
            }
            case Of(int some, int of) when of != n.all -> {
                // "5 of 5" of a group of 6 leaves one out; "5 of 7" counts one who was not asked: neither is kept
                double counted = (double) n.yes / n.all;
                boolean ruledOut = of < n.all && n.no > 0 && n.yes + n.mixed + n.silent < Math.ceil((double) some * n.all / of - 1e-9);
                return n.yes + n.mixed == 0 && !ruledOut ? Verdict.UNSUPPORTED : ruledOut ? Verdict.CONTRADICTED
                    : of < n.all && (double) some / of < counted - 1e-9 ? Verdict.UNDERCLAIMED : Verdict.OVERCLAIMED;
            }
            case Of(int some, int of) -> {
                least = some;
                greatest = some;
            }
            case Share(double percent) -> {
                least = (int) Math.ceil((percent - t.margin()) / 100 * n.all - 1e-9);
                greatest = (int) Math.floor((percent + t.margin()) / 100 * n.all + 1e-9);
            }
        }
        if (n.yes < least) {
            return n.no > 0 && n.yes + n.mixed + n.silent < least ? Verdict.CONTRADICTED : n.yes + n.mixed == 0 ? Verdict.UNSUPPORTED : Verdict.OVERCLAIMED;
        }
        return n.yes > greatest ? Verdict.UNDERCLAIMED : Verdict.KEPT;
    }

    /** The claim of the same group and matter that counts what is there. */
    private static Optional<Claim> honest(Claim claim, Map<String, Stand> stands) {
        var n = new Tally(stands);
        if (n.yes > 0) {
            return Optional.of(claim(claim, n.yes == n.all ? Word.ALL : new Of(n.yes, n.all), claim.says()));
        }
        if (n.no == n.all) {
            return Optional.of(claim(claim, Word.NONE, claim.says()));
        }
        if (claim.says() instanceof About about && about.side().isPresent()) {
            Polarity side = about.side().get();
            if (n.mixed > 0) {
                return Optional.of(claim(claim, new Of(n.mixed, n.all), new About(about.theme(), about.subthemes(), Optional.of(Polarity.MIXED))));
            }
            if (n.no > 0 && side.opposite() != side) {
                return Optional.of(claim(claim, new Of(n.no, n.all), new About(about.theme(), about.subthemes(), Optional.of(side.opposite()))));
            }
        }
        return Optional.empty();
    }

    private static Claim claim(Claim like, Claim.Quantifier how, Claim.Predicate says) {
        return new Claim(like.id(), "", how, like.group(), says);
    }
}
