package dk.udsagn.survey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dk.udsagn.codebook.Polarity;
import dk.udsagn.survey.Claim.About;
import dk.udsagn.survey.Claim.Condition;
import dk.udsagn.survey.Claim.Of;
import dk.udsagn.survey.Claim.Share;
import dk.udsagn.survey.Claim.Word;
import dk.udsagn.survey.ClaimCheck.Verdict;
import dk.udsagn.transcript.Language;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ClaimPropertyTest {
    @Provide
    Arbitrary<String> stands() {
        return Arbitraries.strings().withChars("+-x0.").ofMinLength(1).ofMaxLength(8);
    }

    @Provide
    Arbitrary<Claim.Quantifier> quantifiers() {
        return Arbitraries.oneOf(Arbitraries.of(Word.values()).map(w -> w),
            Combinators.combine(Arbitraries.integers().between(0, 9), Arbitraries.integers().between(0, 5)).as((n, more) -> new Of(n, Math.max(1, n + more))),
            Arbitraries.integers().between(0, 100).map(p -> new Share(p)));
    }

    @Provide
    Arbitrary<Claim> claims() {
        var condition = Combinators.combine(Arbitraries.of("age", "first contact", "køn"), Arbitraries.of(Claim.Test.values()), Arbitraries.of("20", "2.4", "7"))
            .as((a, t, v) -> new Condition(a, t, v));
        Arbitrary<Claim.Predicate> says = Arbitraries.oneOf(condition.map(c -> new Claim.Has(c)), Combinators.combine(Arbitraries.of("helped", "being-seen", "Følt sig set, hørt og mødt"),
            Arbitraries.of(true, false), Arbitraries.of(Polarity.values()).optional()).as((t, sub, side) -> new About(t, sub, side)));
        return Combinators.combine(quantifiers(), condition.list().ofMaxSize(2), says).as((q, g, s) -> new Claim("c", "", q, g, s));
    }

    @Property(tries = 150)
    void aClaimWrittenAsASentenceReadsAsItself(@ForAll("claims") Claim claim) {
        for (Language language : List.of(Language.DANISH, Language.ENGLISH)) {
            String sentence = claim.sentence(language);
            var read = Claim.parse("c", sentence, language);
            assertEquals(claim, new Claim("c", "", read.quantifier(), read.group(), read.says()), sentence);
        }
    }

    @Property(tries = 100)
    void theMostThatCanBeSaidIsKept(@ForAll("quantifiers") Claim.Quantifier how, @ForAll("stands") String stands) {
        var evidence = Voices.of("helped", stands);
        for (Optional<Polarity> side : List.of(Optional.of(Polarity.POSITIVE), Optional.of(Polarity.NEGATIVE), Optional.<Polarity>empty())) {
            var check = new Claim("c", "", how, List.of(), new About("helped", false, side)).check(evidence);
            check.honest().ifPresent(h -> assertEquals(Verdict.KEPT, h.check(evidence).verdict(), h.sentence(Language.ENGLISH)));
        }
    }

    @Property(tries = 100)
    void theOrderOfRespondentsDoesNotMatter(@ForAll("quantifiers") Claim.Quantifier how, @ForAll("stands") String stands) {
        var claim = Claim.of("c", how, "helped", Polarity.POSITIVE);
        assertEquals(claim.check(Voices.of("helped", stands)).verdict(), claim.check(Voices.of("helped", new StringBuilder(stands).reverse().toString())).verdict());
    }

    @Property(tries = 100)
    void whatIsKeptForAllIsNeverKeptForNone(@ForAll("stands") String stands) {
        var evidence = Voices.of("helped", stands);
        assertTrue(Claim.of("c", Word.ALL, "helped", Polarity.POSITIVE).check(evidence).verdict() != Verdict.KEPT
            || Claim.of("c", Word.NONE, "helped", Polarity.POSITIVE).check(evidence).verdict() == Verdict.CONTRADICTED);
    }
}
