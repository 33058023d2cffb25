package dk.udsagn.coding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dk.udsagn.codebook.Polarity;
import dk.udsagn.transcript.SourceMap;
import dk.udsagn.transcript.Span;
import dk.udsagn.transcript.Transcript;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Brackets mark the words coded in the old text, and where they are found in the new one. */
class ReanchoringTest {
    private static final String GUIDE = "I: Kan du fortælle lidt om det?\nR: ";

    private static Transcript transcript(String text) {
        return new Transcript("A", text, List.of(), SourceMap.identity(text));
    }

    private static Reanchoring found(String marked, String now, boolean kept) {
        var old = transcript(marked.replaceAll("[\\[\\]]", ""));
        int start = marked.indexOf('[');
        var place = Place.in(old, new Span(start, marked.indexOf(']') - 1));
        var laid = new Decision.Laid(new Acts().entry("c1", "k1"), new Decision.Content(place, "seen", "1", Polarity.NEUTRAL, Status.ASSERTED), Optional.empty());
        return Reanchoring.of(Codings.of(List.of(laid)), "A", transcript(now), digest -> kept ? Optional.of(old.text()) : Optional.empty());
    }

    private static void moves(String marked, String now) {
        var result = found(marked, now.replaceAll("[\\[\\]]", ""), true);
        assertEquals(List.of(), result.doubts());
        assertEquals(now, marked(now.replaceAll("[\\[\\]]", ""), result.certain().getFirst().to().span()));
    }

    private static String marked(String text, Span span) {
        return text.substring(0, span.start()) + "[" + span.in(text) + "]" + text.substring(span.end());
    }

    private static Reanchoring.Doubt doubts(String marked, String now, String why) {
        var result = found(marked, now, true);
        assertEquals(List.of(), result.certain());
        assertTrue(result.doubts().getFirst().why().contains(why), result.doubts().getFirst().why());
        return result.doubts().getFirst();
    }

    @Test void anUnchangedTranscriptNeedsNothing() {
        var result = found(GUIDE + "Jeg følte mig [hørt] dernede.", GUIDE + "Jeg følte mig hørt dernede.", true);
        assertEquals(new Reanchoring(List.of(), List.of()), result);
    }

    @Test void wordsMoveAlongWithWhatWasPutInBeforeThem() {
        moves(GUIDE + "Jeg [følte mig hørt] dernede.", "Optaget i maj.\n" + GUIDE + "Altså, jeg kom der tit. Jeg [følte mig hørt] dernede.");
    }

    @Test void aMendedWordInsideIsFound() {
        moves(GUIDE + "Og så [føtle jeg mig virkelig hørt] dernede.", GUIDE + "Og så [følte jeg mig virkelig hørt] dernede.");
        moves(GUIDE + "Og så var jeg meget [glda] for det hele der.", GUIDE + "Og så var jeg meget [glad] for det hele der.");
    }

    @Test void aNameReplacedAtTheEdgeIsFound() {
        moves(GUIDE + "Det var fordi [Anne lyttede til mig] hele tiden.", GUIDE + "Det var fordi [[navn] lyttede til mig] hele tiden.".replace("[navn]", "Mette"));
        moves(GUIDE + "Det var vist sådan at [jeg hørte det fra Anne], tror jeg nok.", GUIDE + "Det var vist sådan at [jeg hørte det fra Karen Marie], tror jeg nok.");
    }

    @Test void lineBreaksMayChangeFreely() {
        moves(GUIDE + "Jeg [følte mig hørt\ndernede] altid.", GUIDE + "Jeg\n[følte mig\n\nhørt dernede] altid.");
    }

    @Test void ofTheSameShortAnswerEachFindsItsOwn() {
        String before = "I: Bor du her?\nR: [Ja].\nI: Kan du li' det?\nR: Ja.\nI: Og dine venner?\nR: Ja.\n";
        moves(before, "I: Bor du her?\nR: [Ja].\nI: Kan du godt lide det?\nR: Ja.\nI: Og dine venner?\nR: Ja.\n");
    }

    @Test void whenOneOfTwoWasDeletedAndItCouldBeEitherNothingMoves() {
        var doubt = doubts("R: Jeg var glad og det [var godt] der og så kom de og det var godt der på stedet.",
            "R: Jeg var glad og det var godt der på stedet.", "the same words stand elsewhere");
        assertEquals(List.of("var godt"), doubt.candidates().stream().map(Place::words).toList());
    }

    @Test void wordsThatMayBeginOrEndInWhatWasPutInOrTakenOutAreInDoubt() {
        doubts(GUIDE + "Jeg kom [for at drikke kaffe. Det] smagte godt nok dengang.",
            GUIDE + "Jeg kom for at drikke kaffe. Det tog lang tid. Det smagte godt nok dengang.", "they may begin or end there");
        doubts(GUIDE + "Jeg kom [for at drikke kaffe. Det] tog lang tid. Det smagte godt nok dengang.",
            GUIDE + "Jeg kom for at drikke kaffe. Det smagte godt nok dengang.", "they may begin or end there");
    }

    @Test void deletedWordsAreGoneAndSaidToBe() {
        assertEquals(List.of(), doubts(GUIDE + "Det var fint. [De lyttede til mig.] Og så gik jeg hjem igen.", GUIDE + "Det var fint. Og så gik jeg hjem igen.",
            "the words are gone").candidates());
    }

    @Test void whatIsLeftOfCutWordsIsACandidate() {
        var doubt = doubts(GUIDE + "Det var fint. [De lyttede til mig og de spurgte]. Og så gik jeg hjem igen.",
            GUIDE + "Det var fint. De lyttede til mig. Og så gik jeg hjem igen.", "words or signs are left");
        assertEquals("De lyttede til mig", doubt.candidates().getFirst().words());
    }

    @Test void aSentenceThatWasRewrittenIsLookedAtByAPerson() {
        doubts(GUIDE + "Det var fint. [De lyttede altid til alt hvad jeg sagde]. Og så gik jeg hjem igen.",
            GUIDE + "Det var fint. Man blev taget alvorligt som menneske. Og så gik jeg hjem igen.", "the words are gone");
    }

    @Test void withoutTheOldTextOnlyWhatStandsInContextIsCertain() {
        var marked = GUIDE + "Jeg følte mig [hørt dernede] altid, og det var godt.";
        var now = "Nyt.\n" + GUIDE + "Jeg følte mig hørt dernede altid, og det var godt.";
        assertEquals(List.of(), found(marked, now, false).certain());
        assertEquals("hørt dernede", found(marked, now, false).doubts().getFirst().candidates().getFirst().words());

        String text = marked.replaceAll("[\\[\\]]", "");
        var place = Place.in(transcript(text), new Span(text.indexOf("hørt"), text.indexOf(" altid")));
        var codings = Codings.of(List.of(new Decision.Laid(new Acts().entry("c1", "k1"),
            new Decision.Content(place, "seen", "1", Polarity.NEUTRAL, Status.ASSERTED), Optional.empty())));
        String sparse = "\0".repeat(20) + text.substring(20, 75) + "\0";
        assertEquals("hørt dernede", Reanchoring.of(codings, "A", transcript(now), d -> Optional.of(sparse)).certain().getFirst().to().words());
    }

    @Test void aTextThatIsNotTheOneCodedIsNotBelieved() {
        var old = transcript(GUIDE + "Jeg følte mig hørt dernede.");
        var place = Place.in(old, new Span(40, 50));
        var codings = Codings.of(List.of(new Decision.Laid(new Acts().entry("c1", "k1"),
            new Decision.Content(place, "seen", "1", Polarity.NEUTRAL, Status.ASSERTED), Optional.empty())));
        assertEquals(List.of(), Reanchoring.of(codings, "A", transcript("Helt andet " + old.text()), d -> Optional.of("noget helt andet")).certain());
    }

    @Test void movesRecordedTakeCodingsAndOpenSuggestionsAlongWithTheirEvidenceAndAreTheSameWhoeverFindsThem() {
        var old = transcript(GUIDE + "Jeg følte mig hørt dernede, ikke?");
        var now = transcript("Nyt.\n" + old.text());
        int at = old.text().indexOf("hørt");
        var content = new Decision.Content(Place.in(old, new Span(at - 10, at + 4)), "seen", "1", Polarity.NEUTRAL, Status.ASSERTED);
        var acts = new Acts();
        var s1 = new Decision.Suggested(acts.entry("s1", "suggester"), content, new Decision.Rule("hørt", "1", 1, List.of(new Span(at, at + 4))));
        var s2 = new Decision.Suggested(acts.entry("s2", "suggester"), content, s1.rule());
        var all = new ArrayList<Decision>(List.of(s1, s2, new Decision.Accepted(acts.entry("a1", "k1"), "s2", content, s2.rule(), Optional.empty())));
        var codings = Codings.of(all);
        var result = Reanchoring.of(codings, now.id(), now, d -> Optional.of(old.text()));
        assertEquals(List.of("a1", "s1"), result.certain().stream().map(Reanchoring.Anchor::target).toList());
        assertEquals(result.decisions(History.of(all), Acts.BEGIN, "k1", "").stream().map(d -> d.entry().id()).toList(),
            result.decisions(History.of(all), Acts.BEGIN.plusSeconds(99), "k2", "").stream().map(d -> d.entry().id()).toList());

        all.addAll(result.decisions(History.of(all), Acts.BEGIN.plusSeconds(60), "k1", "udsagn test"));
        var after = Codings.of(all);
        assertEquals(now.digest(), after.coding("a1").place().digest());
        assertEquals("følte mig hørt", after.coding("a1").span().in(now.text()));
        assertEquals("hørt", after.coding("a1").rule().orElseThrow().evidence().getFirst().in(now.text()));
        assertEquals("følte mig hørt", after.open().getFirst().content().place().span().in(now.text()));
        assertEquals(new Reanchoring(List.of(), List.of()), Reanchoring.of(after, now.id(), now, d -> Optional.empty()));
    }
}
