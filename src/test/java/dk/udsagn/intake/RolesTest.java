package dk.udsagn.intake;

import static dk.udsagn.intake.Reads.items;
import static dk.udsagn.intake.Reads.roles;
import static dk.udsagn.intake.Reads.text;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RolesTest {
    @Test void labelsSayTheRoleWithoutAGuess() {
        var reading = text("Interviewer: Og?\n\nIP1: Ja.\n\nInterviewer: Hm?\n\nIP2: Nej.\n\nTolk: Hun siger nej.");
        assertEquals(List.of("Interviewer interviewer", "IP1 respondent", "IP2 respondent", "Tolk other"), roles(reading));
        assertEquals(List.of(), items(reading, "role"));
        assertEquals(Map.of(), reading.guessedRoles());
    }

    @Test void whoAsksMostIsTheInterviewerAndTheReportSaysWhy() {
        var reading = text("Anna: Hvad laver du?\n\nBo: Jeg bager brød, og det har jeg gjort længe.\n\nAnna: Hvorfor?\n\nBo: Det er rart. Hvad mener du?\n\nAnna: Bare sådan. Og hjemme?\n\nBo: Der bager min far.");
        assertEquals(List.of("Anna interviewer", "Bo respondent"), roles(reading));
        assertEquals(List.of("\"Anna\" was taken for interviewer: 3 of its 3 turns ask, more than anyone's, and it opens",
            "\"Bo\" was taken for respondent: another voice asks; 1 of its 3 turns ask"), items(reading, "role").stream().map(i -> i.why()).toList());
        assertEquals(Map.of("Anna", "3 of its 3 turns ask, more than anyone's, and it opens", "Bo", "another voice asks; 1 of its 3 turns ask"), reading.guessedRoles());
    }

    @Test void besidesAKnownInterviewerALetterIsARespondent() {
        assertEquals(List.of("I interviewer", "A respondent"), roles(text("I: Hvad så?\n\nA: Det går.\n\nI: Ja?\n\nA: Jo.")));
    }

    @Test void inAFocusGroupThereAreManyRespondents() {
        var reading = text("Moderator: Velkommen. Hvem vil begynde?\n\nMette: Det kan jeg godt, for jeg har været her længst.\n\nOle: Så fortæl om dengang, du kom.\n\n"
            + "Mette: Det var om vinteren, og der var koldt.\n\nModerator: Og du, Ole?\n\nOle: Jeg kom med en ven, der kendte det i forvejen.\n\nSanne: Det gjorde jeg også.\n\n"
            + "Mette: Ja.\n\nSanne: Ja, fra klassen.");
        assertEquals(List.of("Moderator interviewer", "Mette respondent", "Ole respondent", "Sanne respondent"), roles(reading));
    }

    @Test void withoutQuestionMarksTheFirstWordsOfQuestionsCount() {
        assertEquals(List.of("SPEAKER_01 interviewer", "SPEAKER_00 respondent"),
            roles(text("[SPEAKER_01]: så går vi i gang\n[SPEAKER_00]: ja det gør vi jo så nu her\n[SPEAKER_01]: hvordan kom du her\n[SPEAKER_00]: med bussen fra herlev og så gik jeg\n[SPEAKER_01]: hvad så du\n[SPEAKER_00]: et hus")));
    }

    @Test void oneVoiceAloneIsARespondent() {
        assertEquals(List.of("Anna respondent"), roles(text("Anna: Det begyndte i skolen.\n\nAnna: Så kom jeg her.\n\nAnna: Det hjalp.")));
    }

    @Test void whoMostlyTellsWhatAnotherSaysInterprets() {
        var reading = text("I: Hvordan var det?\n\nB: Waan ka helay.\n\nT: Hun siger, at det var godt.\n\nI: Og så?\n\nB: Qof ma jirin.\n\nT: En hånd, siger hun.\n\nI: Ja?\n\nB: Haa.\n\nT: Hun siger ja.\n");
        assertEquals(List.of("I interviewer", "B respondent", "T other"), roles(reading));
        assertEquals("\"T\" was taken for other: 3 of its 3 turns tell what another says, as an interpreter's do", items(reading, "role").getFirst().why());
    }

    @Test void whoPassesByInAChatFileIsNoRespondent() {
        assertEquals(List.of("INV interviewer", "OTH other", "PAR respondent"), roles(text("@UTF8\n@Begin\n@Participants:\tINV Investigator, PAR Participant, OTH Plejer Other\n"
            + "*INV:\thvad ? \u00150_10\u0015\n*OTH:\tundskyld . \u001510_20\u0015\n*PAR:\tja . \u001520_30\u0015\n@End\n")));
    }
}
