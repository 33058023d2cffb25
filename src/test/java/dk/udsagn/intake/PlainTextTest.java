package dk.udsagn.intake;

import static dk.udsagn.intake.Reads.losses;
import static dk.udsagn.intake.Reads.places;
import static dk.udsagn.intake.Reads.text;
import static dk.udsagn.intake.Reads.times;
import static dk.udsagn.intake.Reads.turns;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dk.udsagn.transcript.Language;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlainTextTest {
    @Test void canonicalTextOfAPlainFileIsTheFile() {
        String file = "I: Hvordan kom du her?\n\nR: Med bussen.\nDen var forsinket.\n";
        var reading = text(file);
        assertEquals(file, reading.transcript().text());
        assertEquals(List.of("I|Hvordan kom du her?", "R|Med bussen./Den var forsinket."), turns(reading));
        assertEquals("plain text, UTF-8, LF", reading.format());
        assertEquals("R01", reading.transcript().id());
    }

    @Test void readsTheLabelsThatPeopleType() {
        assertEquals(List.of("IP1|Ja."), turns("IP1: Ja."));
        assertEquals(List.of("Interviewer|Hej.", "Informant F|Hej."), turns("Interviewer:\tHej.\n\nInformant F:\tHej."));
        assertEquals(List.of("I|Hej.", "Respondent G|Hej."), turns("**I:** Hej.\n\n**Respondent G**: Hej."));
        assertEquals(List.of("I|Hej.", "R|Hej."), turns("I:\nHej.\n\nR:\nHej."));
        assertEquals(List.of("I|Hej med dig.", "R|Hej.", "I|Nå?", "R|Ja."), turns("I\tHej med dig.\nR\tHej.\nI\tNå?\nR\tJa."));
        assertEquals(List.of("Anna|Hej.", "Bo|Hej.", "Anna|Nå?", "Bo|Jo."), turns("Anna: Hej.\nBo: Hej.\nAnna: Nå?\nBo: Jo."));
        assertEquals(List.of("I|Hej.", "R|Hej."), turns("I\u00a0:\u00a0Hej.\nR:\u00a0Hej."));
        assertEquals(List.of("Interviewer|Hej.", "Informant|Hej."), turns("Interviewer\nHej.\n\nInformant\nHej.\n"));
        assertEquals(List.of("SPEAKER_00|Hej.", "SPEAKER_01|Hej."), turns("[SPEAKER_00]: Hej.\n[SPEAKER_01]: Hej."));
    }

    /** "I" is a word and the commonest label of all: it once was on the English list of words that are never labels. */
    @Test void anEnglishInterviewersLetterIsALabel() throws IOException {
        var reading = Intake.standard(Language.ENGLISH).read(new Source("P1.txt", "I: How was it?\nR: I felt heard.\nI: And?\nR: I said: no.\n".getBytes(StandardCharsets.UTF_8)));
        assertEquals(List.of("I|How was it?", "R|I felt heard.", "I|And?", "R|I said: no."), turns(reading));
    }

    @Test void readsStrangerLabels() {
        assertEquals(List.of("Interviewer (Karen)|Hvad?", "Informant 3 (mand, 24 år)|Elektriker."), turns("Interviewer (Karen): Hvad?\n\nInformant 3 (mand, 24 år): Elektriker."));
        assertEquals(List.of("I|Hvad?", "R|Ja.", "I|Nå?", "R|Jo.", "I|Hm?", "R|Jo."), turns("I; Hvad?\n\nR: Ja.\n\nI: Nå?\n\nR; Jo.\n\nI: Hm?\n\nR: Jo."));
        assertEquals(List.of("I|Hvad?", "R|Ja - ja.", "I|Nå?", "R|Jo."), turns("I - Hvad?\n\nR - Ja - ja.\n\nI - Nå?\n\nR - Jo."));
        assertEquals(List.of("I|Hvad?", "R|Ja."), turns("- I: Hvad?\n- R: Ja."));
    }

    @Test void namesAmongManyUnlabelledParagraphsAreLabelsWhenTheyComeBack() {
        assertEquals(List.of("Anne|Hvad?", "Jens|Elektriker.//Min kone siger: hold op.//Faktisk: ja.//Slut.", "Anne|Nå?", "Jens|Ja.//Det var det."),
            turns("Anne: Hvad?\n\nJens: Elektriker.\n\nMin kone siger: hold op.\n\nFaktisk: ja.\n\nSlut.\n\nAnne: Nå?\n\nJens: Ja.\n\nDet var det."));
        assertEquals(List.of("I|Hvad?", "R|En liste.//Varerne: kaffe.", "I|Nå?"), turns("I: Hvad?\n\nR: En liste.\n\nVarerne: kaffe.\n\nI: Nå?"));
    }

    @Test void whatComesBackAtTheFootOfPagesIsNoFurnitureUnlessMostPagesHaveIt() {
        String page = "I: Hvad nu?\n\nR: Sådan er det, og det siger jeg altid,\n%s\n\f";
        String file = page.formatted("og det mener jeg virkelig.") + page.formatted("men ikke i dag.") + page.formatted("og det mener jeg virkelig.")
            + page.formatted("og så ikke mere.") + page.formatted("sagde hun.");
        assertEquals("R|Sådan er det, og det siger jeg altid,/og det mener jeg virkelig.", turns(file).get(1));
    }

    @Test void aListOfWhoTookPartAboveTheTalkIsNoSpeech() {
        String talk = "F: Hvad så?\nP1: Ingen telefoner.\nP2: Vi har en kasse.\nF: Nå?\nP1: Ja. Sådan er det.\nP2: Nej.\n";
        for (String head : List.of("Deltagere\nP1: mor til to, 41 år\nP2: far til en, 45 år\n\n", "FOCUS GROUP 3\nParticipants\nP1: mother of two, aged 41\nP2: father of one\n\nTranscript begins\n\n")) {
            assertEquals(turns(talk), turns(head + talk));
        }
    }

    @Test void aNamedPageBetweenEmptyLinesIsFurnitureThoughItComesOnce() {
        String talk = "I: Hvad så?\n\nR: Der er to ting\n\n%s\n\nat sige om det.\n\nI: Nå?\n";
        for (String page : List.of("Side 2", "                              Page 2", "Side 2 af 3")) {
            assertEquals(List.of("I|Hvad så?", "R|Der er to ting/at sige om det.", "I|Nå?"), turns(talk.formatted(page)).stream().map(t -> t.replaceAll("/+", "/")).toList(), page);
        }
        assertEquals("R|Det står på/side 2/i bogen.", turns("I: Hvad så?\n\nR: Det står på\nside 2\ni bogen.\n\nI: Nå?\n").get(1));
    }

    @Test void whatABrowserPrintsRoundAPageIsNoSpeech() {
        String page = "11/26/26, 11:26 AM%s\n\nI: Hvad så?\nR: Se https://headspace.dk\n%s\nI: Nå?\n";
        assertEquals(List.of("I|Hvad så?", "R|Se https://headspace.dk", "I|Nå?"),
            turns(page.formatted("", "\nfile:///home/x/h5.html\n\nLektiecafé\n").stripTrailing() + "\n\n1/1\n\n\f").stream().map(String::strip).toList());
        String two = page.formatted("   Lektiecafé", "") + "\nhttps://a.dk/x?y=1                1/2\n\f";
        assertEquals(List.of("I|Hvad så?", "R|Se https://headspace.dk", "I|Nå?"), turns(two + two.replace("1/2", "2/2")).subList(0, 3).stream().map(String::strip).toList());
        assertEquals("R|Den hedder/https://headspace.dk/og er god.", turns("I: Hvad så?\nR: Den hedder\nhttps://headspace.dk\nog er god.\nI: Nå?\n").get(1));
    }

    @Test void columnsSideBySideArePutBelowEachOtherWhereTheyAreCertain() {
        String[] left = {"I: Hvordan begyndte du som frivillig?", "R: Jeg gik på pension, og efter tre", "uger havde jeg ryddet op i tele-", "foner og kælder to gange.", "I: Hvad stod der på opslaget?",
            "R: Kan du brøker? Det var alt, og", "jeg tænkte: det kan jeg sagtens.", "I: Hvem kommer i caféen om onsdagen?"};
        String[] right = {"R: Mest børn fra fjerde, og man", "spiser først. De er ikke dum-", "mere end andre børn.", "I: Hvad gør I så helt konkret?", "R: Vi åbner halv fire. Der er boller", "og saft til alle.", "I: Er der noget, der er svært?"};
        var file = new StringBuilder("                         Lektiecafé\n\n");
        for (int i = 0; i < left.length; i++) {
            file.append(i < right.length ? "%-46s%s".formatted(left[i], right[i]) : left[i]).append("\r\n");
        }
        file.append("\n                              1\n\f");
        var reading = text(file.toString());
        assertEquals(List.of("I|Hvordan begyndte du som frivillig?", "R|Jeg gik på pension, og efter tre/uger havde jeg ryddet op i telefoner og kælder to gange.", "I|Hvad stod der på opslaget?",
            "R|Kan du brøker? Det var alt, og/jeg tænkte: det kan jeg sagtens.", "I|Hvem kommer i caféen om onsdagen?", "R|Mest børn fra fjerde, og man/spiser først. De er ikke dummere end andre børn.",
            "I|Hvad gør I så helt konkret?", "R|Vi åbner halv fire. Der er boller/og saft til alle.", "I|Er der noget, der er svært?"), turns(reading));
        assertTrue(losses(reading).contains("REPAIRED columns side by side 1"), losses(reading).toString());
        assertEquals("page 1, line 3", places(reading).get(5));
        Reads.assertMapped(reading, file.toString());
        String table = "%-32s%s\n".formatted("00:01   Interviewer Hansen", "Hvad laver du til daglig her?") + "%-32s%s\n".formatted("00:05   Respondent Jensen", "Jeg er maler, og det er mest lofter.");
        assertTrue(Reads.items(text(table.repeat(6)), "columns side by side").isEmpty());
        String notes = "%-40s%s\n".formatted("I: Hvad laver du til daglig her?", "Her er stemningen lidt trykket.") + "%-40s%s\n".formatted("R: Jeg er maler, og mest lofter.", "Se også det andet interview.");
        assertEquals(List.of(), Reads.items(text(notes.repeat(6)), "columns side by side").stream().filter(i -> i.act().name().equals("REPAIRED")).toList());
    }

    @Test void colonsInSpeechAreNoLabels() {
        assertEquals(List.of("I|Og så?", "R|Jeg sagde: nej tak.//Altså: det var koldt.//https://headspace.dk stod der./Klokken 12:30: så gik jeg."),
            turns("I: Og så?\n\nR: Jeg sagde: nej tak.\n\nAltså: det var koldt.\n\nhttps://headspace.dk stod der.\nKlokken 12:30: så gik jeg."));
    }

    @Test void aNameThatComesOnceIsALabelWhereParagraphsBeginWithLabels() {
        assertEquals(List.of("I|Hej.", "R|Hej.", "Birthe|Vil I have kaffe?", "R|Ja tak."),
            turns("I: Hej.\n\nR: Hej.\n\nBirthe: Vil I have kaffe?\n\nR: Ja tak."));
    }

    @Test void aFilesHeadIsNoSpeech() {
        var reading = text("Interview med F\nDato: 3. maj\nInterviewer: Anne Holm\n\nInterviewer: Skal vi begynde?\n\nF: Ja.\n\nInterviewer: Godt?\n\nF: Ja.");
        assertEquals(List.of("Interviewer|Skal vi begynde?", "F|Ja.", "Interviewer|Godt?", "F|Ja."), turns(reading));
        assertEquals(List.of("SET_ASIDE heading 3"), losses(reading));
    }

    @Test void readsTimeMarksAtTheEdgesOfTurns() {
        var f4 = text("I: Hvordan? #00:00:12-4#\n\nR: Godt. #00:01:02-0#");
        assertEquals(List.of("-12400", "-62000"), times(f4));
        assertEquals(List.of("I|Hvordan?", "R|Godt."), turns(f4));
        var start = text("[00:12:31] I: Hvordan?\n\nR [12:35]: Godt.\n\n(1:02:03) I:\tJa?\n\n00:03:40.5R: Jo.\n\nI: {00:04:00} Nej?");
        assertEquals(List.of("751000-", "755000-", "3723000-", "220500-", "240000-"), times(start));
        assertEquals(List.of("I|Hvordan?", "R|Godt.", "I|Ja?", "R|Jo.", "I|Nej?"), turns(start));
        assertEquals(List.of("I|Hej?", "R|Jo."), turns("00:01\nI: Hej?\n\n00:04\nR: Jo."));
        assertEquals(List.of("1000-", "4000-"), times(text("00:01\nI: Hej?\n\n00:04\nR: Jo.")));
    }

    @Test void aTimeMarkAmidSpeechIsTakenOutAndTold() {
        var reading = text("R: Jeg kom [00:12:31] ned ad trappen.\n\n[00:12:40] Og så videre (kl. 12:30) [uklart 00:12:45].");
        assertEquals("R: Jeg kom ned ad trappen.\n\nOg så videre (kl. 12:30) [uklart 00:12:45].", reading.transcript().text());
        assertEquals(List.of("REPAIRED time mark 2"), losses(reading));
        Reads.assertMapped(reading, "R: Jeg kom [00:12:31] ned ad trappen.\n\n[00:12:40] Og så videre (kl. 12:30) [uklart 00:12:45].");
    }

    @Test void notesStayInTheWords() {
        assertEquals(List.of("I|(griner) Nå?", "R|(pause)", "I|Ja, [uklart 00:12:31] (…)?"), turns("I: (griner) Nå?\n\nR: (pause)\n\nI: Ja, [uklart 00:12:31] (…)?"));
    }

    @Test void aTurnWithoutWordsIsTold() {
        var reading = text("I: Hej?\n\nR: #00:00:03-0#\n\nI: Er du der?");
        assertEquals(List.of("I|Hej?", "I|Er du der?"), turns(reading));
        assertEquals(List.of("SET_ASIDE turn without words 1"), losses(reading));
    }

    @Test void pageFurnitureIsNoSpeechAndTheWordsKeepTheirPage() {
        String file = "Rapport om Ballerup\n\nI: Hvordan kom du\nher?\n\nR: Jeg fandt det på nettet, og så\n\nSide 1\n\n"
            + "\fRapport om Ballerup\n\nringede jeg til dem.\n\nI: Hvad sagde de?\n\nSide 2\n\n\f";
        var reading = text(file);
        assertEquals(List.of("I|Hvordan kom du/her?", "R|Jeg fandt det på nettet, og så/ringede jeg til dem.", "I|Hvad sagde de?"), turns(reading));
        assertEquals(List.of("page 1, line 3", "page 1, line 6", "page 2, line 14"), places(reading));
        assertEquals(List.of("SET_ASIDE page furniture 4"), losses(reading));
        assertEquals(OptionalPage.of(2), OptionalPage.at(reading, "ringede"));
        Reads.assertMapped(reading, file);
    }

    @Test void wordsTornAtALinesEndAreWholeAgain() {
        String file = "I: Hvad med kommu-\nnen og ungdomsrådgiv-\nningen og børne-\nog ungeområdet?\nR: Min FGU-\nelev, de 19-\nårige og Ballerup-\nHerlev.\n\fI: Ja?\nR: Hos ung-\n\f2\ndomsrådgivningen.";
        var reading = text(file);
        assertEquals(List.of("I|Hvad med kommunen og ungdomsrådgivningen og børne-/og ungeområdet?", "R|Min FGU-elev, de 19-årige og Ballerup-Herlev.",
            "I|Ja?", "R|Hos ungdomsrådgivningen."), turns(reading));
        assertEquals(List.of("REPAIRED line-break hyphen 3", "REPAIRED line break after a hyphen 3", "SET_ASIDE page furniture 1"), losses(reading));
        Reads.assertMapped(reading, file);
    }

    @Test void numbersInTheMarginAreNoSpeech() {
        String file = "   1  I: Hvordan kom du i gang?\n   2  R: Det var en tilfældighed. Jeg\n   3  gik forbi en dag, og så var\n   4  der åbent.\n   5\n   6  I: Og så gik du ind?\r\n"
            + "   7  R: Ja. Det tog mig\n   8  3 forsøg.\n   9  I: Hvad så?\n  10  R: Så satte jeg mig.";
        var reading = text(file);
        assertEquals(List.of("I|Hvordan kom du i gang?", "R|Det var en tilfældighed. Jeg/gik forbi en dag, og så var/der åbent.", "I|Og så gik du ind?", "R|Ja. Det tog mig/3 forsøg.",
            "I|Hvad så?", "R|Så satte jeg mig."), turns(reading));
        assertEquals(List.of("SET_ASIDE line number 10"), losses(reading));
        Reads.assertMapped(reading, file);
    }

    @Test void aBrokenOffWordAtAParagraphsEndStaysAsItIs() {
        assertEquals(List.of("R|Jeg ville jo-", "I|Ja?"), turns("R: Jeg ville jo-\n\nI: Ja?"));
    }

    @Test void aRunningFootGluedToATornWordIsTakenOut() {       // as pdftotext does at the end of a page
        String page = "I: Hvordan er det at gå til samtaler her i\nhuset?\nR: Det er rart. Man kan komme, som man er.\n\nSide %d\n\n\f";
        String file = page.formatted(1) + "I: Har du kunSide 2\n\n\fnet snakke med nogen?\n\nSide 3\n\n\f" + page.formatted(4);
        assertTrue(turns(file).contains("I|Har du kunnet snakke med nogen?"), turns(file).toString());
        Reads.assertMapped(text(file), file);
    }

    /** The page a word stands on. */
    private record OptionalPage(int page) {
        static OptionalPage of(int page) {
            return new OptionalPage(page);
        }

        static OptionalPage at(Reading reading, String word) {
            var t = reading.transcript();
            return new OptionalPage(t.source().place(t.text().indexOf(word)).page().orElseThrow());
        }
    }

    @Test void aLabelThatOnlyStandsAmidATurnIsQuoted() {
        String file = "I1: Hvad skete der?\n\nIP1: Hun skrev i journalen:\nIP: velbefindende.\nSå lo vi.\n\n" + "I1: Nå?\n\nIP2: Jo.\n\n".repeat(5);
        assertEquals("IP1|Hun skrev i journalen:/IP: velbefindende./Så lo vi.", turns(file).get(1));
        assertEquals(List.of("I|Hvad?", "R|Han kom og/spørger: hvad nu?/Ja.", "I|Nå?"), turns("I: Hvad?\nR: Han kom og\nspørger: hvad nu?\nJa.\nI: Nå?\n"));
    }

    @Test void theLastWordOfTheFileIsNoSpeechButTheSameWordAmidTheTalkIs() {
        var reading = text("I: Er vi færdige?\n\nR: Ja.\nSlut\n\nI: Godt.\n\n- SLUT -\n");
        assertEquals(List.of("I|Er vi færdige?", "R|Ja./Slut", "I|Godt."), turns(reading));
        assertEquals(List.of("SET_ASIDE page furniture 1"), losses(reading));
    }

    @Test void captionsWithoutSpeakersAreOneUnknownVoiceAndProseIsRefused() {
        assertEquals(List.of("?|a b/".repeat(8).replace("/?|", "/").replaceAll("/$", "")), turns("a b\n".repeat(8)));
        assertEquals(List.of("? other"), Reads.roles(text("Torsdag: hos lægen.\n" + "a b\n".repeat(8))));
        assertTrue(Reads.fault("Et notat.\n\n" + "a b\n".repeat(8)).problem().startsWith("no line names a speaker"));
    }

    @Test void columnsSideBySideAreTold() {
        String left = "I: Kan du fortælle mig, hvad du                    ";
        String file = (left + "der var ikke nogen hjemme den dag\n").repeat(8) + "R: Ja.\n";
        assertEquals(1, Reads.items(text(file), "columns side by side").size());
        assertTrue(Reads.items(text("I: Hvad?\n\nR: Ja.\n".repeat(9)), "columns side by side").isEmpty());
    }

    @Test void theHeadOfATableThatComesAgainOnEachPageIsNobodysTurn() {
        String head = "Tid\n\nTaler\n\nTekst\n\n";
        String first = head + "00:00:02\n\nInterviewer\n\nHvor gammel er du?\n\n00:00:04\n\nRespondent\n\nSytten.\n\nAtten på fredag.\n\n";
        String second = head + "00:00:09\n\nInterviewer\n\nTillykke på forskud.\n\n00:00:12\n\nRespondent\n\nTak skal du have.\n\nDet bliver stort.\n\n";
        assertEquals(List.of("Interviewer|Hvor gammel er du?", "Respondent|Sytten.//Atten på fredag.", "Interviewer|Tillykke på forskud.",
            "Respondent|Tak skal du have.//Det bliver stort."), turns(first + "\f" + second));
    }

    @Test void whoIsWhoAboveTheTalkIsNoTurn() {
        assertEquals(List.of("Mads|Hvad betyder naturen?", "Ulla|Det kommer an på.", "Mads|Hvad?", "Ulla|Altanen."),
            turns("Deltager: Ulla (62)\nInterviewer: Mads\n\nMads: Hvad betyder naturen?\n\nUlla: Det kommer an på.\n\nMads: Hvad?\n\nUlla: Altanen.\n"));
        assertEquals(List.of("Line|Hvornår?", "Poul|I juni.", "Line|Og så?", "Poul|Hjem."),
            turns("Optaget om bord\nInterviewer: Line\nLine: Hvornår?\nPoul: I juni.\nLine: Og så?\nPoul: Hjem.\n"));
    }

    @Test void numberedHeadingsOfPartsAreNobodysTurn() {
        var reading = text("TEMA 1: HVERDAGEN\n\nI: Hvor længe?\n\nR: Siden maj.\n\nTEMA 2: MAD\n\nI: Og maden?\n\nR: God.\n\nI: Tema 3: nå, det har vi haft.\n");
        assertEquals(List.of("I|Hvor længe?", "R|Siden maj.", "I|Og maden?", "R|God.", "I|Tema 3: nå, det har vi haft."), turns(reading));
        assertEquals(List.of("SET_ASIDE heading 1", "SET_ASIDE heading 1"), losses(reading));
    }

    @Test void whoWroteItDownAtTheEndIsNoSpeech() {
        assertEquals(List.of("I|Hvad?", "R|Ja, den er transskriberet af en dansker."), turns("I: Hvad?\n\nR: Ja, den er transskriberet af en dansker.\n\nTransskriberet af LK, 14.6.2022\n"));
        assertEquals(List.of("I|Hvad?", "R|Ja."), turns("I: Hvad?\n\nR: Ja.\n\n\nInterviewet slut.\n"));
    }

    @Test void numbersOfEachFifthLineThatStandTogetherAreNoSpeech() {
        String first = "I: Hvor mange år?\nR: Tredive.\nI: Hvad så nu?\n5\n10\n15\n20\n25\nGarnbutikken\n\f";
        assertEquals(List.of("I|Hvor mange år?", "R|Tredive.", "I|Hvad så nu?", "R|Så bliver det 5.", "I|Tak."), turns(first + "R: Så bliver det 5.\nI: Tak.\n30\nGarnbutikken\n\f"));
    }

    @Test void thePageNumberBetweenTheColumnsOfTheOnlyPageIsNoSpeech() {
        assertEquals(List.of("I|Hvad fik dig til det?", "F|De skrev det ned.", "I|Hvad får du?", "F|Jeg bliver 1 gang set."),
            turns("I: Hvad fik dig til det?\nF: De skrev det ned.\n1\n\nI: Hvad får du?\nF: Jeg bliver 1 gang set.\n\f"));
    }

    @Test void narrowColumnsTearWordsToo() {
        assertEquals(List.of("I|Hvor længe har du været her?", "R|Jeg blev færdig i foråret 2004 fra Zahle/og så har jeg været her på skolen siden dengang, og det går stadig ganske godt/med det hele, som du nok kan høre nu."),
            turns("I: Hvor længe har du været her?\nR: Jeg blev færdig i foråret 2004 fra Zahle\nog så har jeg været her på skolen si-\nden dengang, og det går stadig ganske godt\nmed det hele, som du nok kan høre nu.\n"));
    }

    @Test void aLineThatBeginsWithAQuotationGoingOnIsNoTable() {
        assertEquals(List.of("I|Hvad sagde han?", "R|Han sagde:/\"Kom nu/herind\" og så gik vi.", "I|Nå?", "R|Ja."),
            turns("I: Hvad sagde han?\n\nR: Han sagde:\n\"Kom nu\nherind\" og så gik vi.\n\nI: Nå?\n\nR: Ja.\n"));
    }

    @Test void aListAmidATurnAndTheEndOfAMeetingAreNoTurns() {
        String talk = "I: Hvad skal de kunne?\n\nR: Jeg har skrevet det op.\nPunkt 1: De skal finde deres plads.\nPunkt 2: De skal vide det.\n\nI: Og så?\n\nR: Så går de.\n\n";
        assertEquals(List.of("I|Hvad skal de kunne?", "R|Jeg har skrevet det op./Punkt 1: De skal finde deres plads./Punkt 2: De skal vide det.", "I|Og så?", "R|Så går de."),
            turns(talk + "Mødet blev afsluttet efter 00:41:12\n"));
    }

    @Test void numbersOfQuestionsTellNoSpeakersApart() {
        var talk = new StringBuilder();
        for (int n = 1; n <= 5; n++) {
            talk.append("Spm. ").append(n).append(": Hvad så?\n\nSvar: Ikke noget.\n\n");
        }
        var reading = text(talk.toString());
        assertEquals(List.of("Spm. interviewer", "Svar respondent"), Reads.roles(reading));
        assertEquals(10, reading.transcript().turns().size());
        assertEquals(List.of("P1", "P2", "P3", "P4"), turns("P1: A så.\n\nP2: B så.\n\nP3: C så.\n\nP4: D så.\n\nP2: E så.\n\nP1: F så.\n").stream().map(t -> t.substring(0, 2)).distinct().toList());
    }

    @Test void anApostropheOfWindowsIsNoLetterOfAnOlderEncoding() {
        assertEquals(List.of("I|What’s that?", "R|I don’t know. It’s his dad’s."),
            turns(Reads.text("I: What’s that?\n\nR: I don’t know. It’s his dad’s.\n", java.nio.charset.Charset.forName("windows-1252"))));
    }
}
