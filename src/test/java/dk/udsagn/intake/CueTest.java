package dk.udsagn.intake;

import static dk.udsagn.intake.Reads.losses;
import static dk.udsagn.intake.Reads.places;
import static dk.udsagn.intake.Reads.roles;
import static dk.udsagn.intake.Reads.text;
import static dk.udsagn.intake.Reads.times;
import static dk.udsagn.intake.Reads.turns;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class CueTest {
    private static final String TEAMS = """
        WEBVTT

        NOTE optaget i Ballerup

        8f1a/17-0
        00:00:02.100 --> 00:00:04.500
        <v Anne Holm>Hvordan kom
        du herhen?</v>

        8f1a/18-0
        00:00:05.100 --> 00:00:06.500 align:start
        <v Respondent C>Altså, far &amp; jeg</v>

        8f1a/19-0
        00:07.000 --> 00:00:09.000
        <v.loud Respondent C>tog bussen.

        """;

    @Test void cuesOfOneVoiceAreOneTurn() {
        var reading = text(TEAMS);
        assertEquals("Anne Holm: Hvordan kom du herhen?\n\nRespondent C: Altså, far & jeg tog bussen.\n", reading.transcript().text());
        assertEquals(List.of("Anne Holm|Hvordan kom du herhen?", "Respondent C|Altså, far & jeg tog bussen."), turns(reading));
        assertEquals(List.of("2100-4500", "5100-9000"), times(reading));
        assertEquals(List.of("cue 1, line 7", "cue 2, line 12"), places(reading));
        assertEquals(List.of("SET_ASIDE note 1", "REPAIRED entity 1"), losses(reading));
        assertEquals("WebVTT, UTF-8, LF", reading.format());
        Reads.assertMapped(reading, TEAMS);
    }

    @Test void readsZoomsNamesBeforeTheWords() {
        var reading = text("WEBVTT\n\n1\n00:00:01.000 --> 00:00:02.000\nAnne Holm: Hvad skete der?\n\n2\n00:00:03.000 --> 00:00:04.000\nBo Lind: 10:30 Meeting: vi kom.\n\n"
            + "3\n00:00:05.000 --> 00:00:06.000\n10:30 Meeting: ja.\n\n4\n00:00:05.000 --> 00:00:06.000\nAnne Holm: Og så?\n");
        assertEquals(List.of("Anne Holm|Hvad skete der?", "Bo Lind|10:30 Meeting: vi kom. 10:30 Meeting: ja.", "Anne Holm|Og så?"), turns(reading));
    }

    @Test void readsSrtWithSpeakersBeforeTheWordsAndWorksOutWhoAsks() {
        String file = "1\r\n00:00:01,500 --> 00:00:03,000\r\n[SPEAKER_00]: Hvad hedder du?\r\n\r\n2\r\n00:00:03,500 --> 00:00:04,000\r\n[SPEAKER_01]: Øh, Bo.\r\n"
            + "3\r\n00:00:04,000 --> 00:00:06,000\r\n[SPEAKER_01]: Bare\r\nBo.\r\n\r\n1\r\n00:00:07,000 --> 00:00:08,000\r\n[SPEAKER_00]: Og hvor bor du?\r\n";
        var reading = text(file);
        assertEquals(List.of("SPEAKER_00|Hvad hedder du?", "SPEAKER_01|Øh, Bo. Bare Bo.", "SPEAKER_00|Og hvor bor du?"), turns(reading));
        assertEquals(List.of("SPEAKER_00 interviewer", "SPEAKER_01 respondent"), roles(reading));
        assertEquals(List.of("1500-3000", "3500-6000", "7000-8000"), times(reading));
        assertEquals("SRT, UTF-8, CRLF", reading.format());
        assertEquals("\"SPEAKER_00\" was taken for interviewer: 2 of its 2 turns ask, more than anyone's, and it opens", Reads.items(reading, "role").get(0).why());
        Reads.assertMapped(reading, file);
    }

    @Test void aCueWithoutANameGoesOnWithTheSpeakerBefore() {
        assertEquals(List.of("Anne|Hvad så?", "Bo|Ja. Altså, jeg kom.", "Anne|Nå?", "Bo|Jo."), turns("""
            1
            00:00:01,500 --> 00:00:03,000
            Anne: Hvad så?

            2
            00:00:03,500 --> 00:00:04,000
            Bo: Ja.

            3
            00:00:03,500 --> 00:00:04,000
            Altså, jeg kom.

            4
            00:00:03,500 --> 00:00:04,000
            Anne: Nå?
            Bo: Jo.
            """));
    }

    @Test void readsNamesInBracketsBehindArrowsAndAfterDashes() {
        String cue = "%d\n00:00:01,500 --> 00:00:03,000\n%s\n\n";
        assertEquals(List.of("Karen|Hvad?", "Jens|Ja.", "Karen|Nå?"), turns(cue.formatted(1, "(Karen) Hvad?") + cue.formatted(2, "(Jens) Ja.") + cue.formatted(3, "(Karen) Nå?")));
        assertEquals(List.of("KAREN|Hvad?", "JENS|Ja.", "KAREN|Nå?"), turns(cue.formatted(1, "&gt;&gt; KAREN: Hvad?") + cue.formatted(2, ">> JENS: Ja.") + cue.formatted(3, ">> KAREN: Nå?")));
        assertEquals(List.of("I|Hvad?", "R|Ja.", "I|Nå?"), turns(cue.formatted(1, "- I: Hvad?\n- R: Ja.") + cue.formatted(2, "- I: Nå?")));
    }

    @Test void aVoiceWithoutANameIsNotTheOneBefore() {
        assertEquals(List.of("Karen|Hvad?", "?|Ja.", "Jens|Jo da"), turns("WEBVTT\n\n00:01.000 --> 00:02.000\n<v Karen>Hvad?</v>\n\n00:02.000 --> 00:03.000\n<v >Ja.</v>\n\n"
            + "00:03.000 --> 00:04.000\n<v Jens><i>Jo</i> <c.yellow>da</c></v>\n"));
    }

    @Test void wordsThatComeAgainAndAgainAreTold() {
        String cue = "00:00:0%d.000 --> 00:00:0%d.500\n<v Bo>Tak fordi du så med.</v>\n\n";
        var reading = text("WEBVTT\n\n00:00.000 --> 00:00.500\n<v Anne>Hvad?</v>\n\n" + cue.formatted(1, 1) + cue.formatted(2, 2) + cue.formatted(3, 3) + cue.formatted(4, 4));
        assertEquals(List.of("GUESSED repeated words 1"), losses(reading));
    }

    @Test void subtitlesWithoutSpeakersAreOneUnknownVoiceInTurnsOfAParagraph() {
        assertEquals(List.of("?|hej med dig"), turns("WEBVTT\n\n00:00.000 --> 00:00.500\nhej med dig\n"));
        String long61 = "ord ".repeat(60) + "ord.";
        assertEquals(List.of("?|" + long61, "?|Og så videre."), turns("1\n00:00:01,000 --> 00:00:02,000\n" + long61 + "\n\n2\n00:00:02,000 --> 00:00:03,000\nOg så\n\n"
            + "3\n00:00:03,000 --> 00:00:04,000\nvidere.\n"));
    }

    @Test void captionsThatRollAreReadOnce() {
        String cue = "00:00:0%d.000 --> 00:00:0%d.900\n%s\n\n";
        var reading = text("WEBVTT\n\n" + cue.formatted(1, 1, "så er vi i gang") + cue.formatted(2, 2, "så er vi i gang\nmed<00:00:02.100><c> det</c>") + cue.formatted(3, 3, "med det")
            + cue.formatted(4, 4, "med det\nog hvad så") + cue.formatted(5, 5, "og hvad så\nnu bagefter"));
        assertEquals(List.of("?|så er vi i gang med det og hvad så nu bagefter"), turns(reading));
        assertEquals(List.of("SET_ASIDE rolling caption 4", "GUESSED speaker 1"), losses(reading));
    }

    @Test void aTimeThatRunsBackwardsKeepsItsStart() {
        var reading = text("1\n00:00:09,000 --> 00:00:02,000\nI: Hej\n\n2\n00:00:10,000 --> 00:00:11,000\nR: Dav\n");
        assertEquals(List.of("9000-", "10000-11000"), Reads.times(reading));
        assertEquals(List.of("GUESSED time that runs backwards 1"), losses(reading));
    }

    @Test void aSpeakerMayStandBehindTheTimes() {
        assertEquals(List.of("Speaker A|Hvad?", "Speaker B|Ja."), turns("00:00:02 --> 00:00:10 [Speaker A]\nHvad?\n\n00:00:10 --> 00:00:20 [Speaker B]\nJa.\n"));
    }

    @Test void aNameInATagHasItsEntitiesResolved() {
        assertEquals(List.of("Anna & Co|Hej."), turns("WEBVTT\n\n00:01.000 --> 00:02.000\n<v Anna &amp; Co>Hej.</v>\n"));
    }

    @Test void aCueWhoseTimeIsMissingKeepsItsWords() {
        assertEquals(List.of("Bo|Ja. Og så?", "Ib|Nej."),
            turns("1\n00:00:00,000 --> 00:00:01,000\nBo: Ja.\n\n2\nOg så?\n\n3\n00:00:02,000 --> 00:00:03,000\nIb: Nej.\n\n"));
    }
}
