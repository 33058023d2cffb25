package dk.udsagn.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dk.udsagn.transcript.Language;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** English transcripts, read as a study in English reads them: labels, notes and furniture. */
class EnglishTest {
    private static Reading read(String text) throws IOException {
        return Intake.standard(Language.ENGLISH).read(new Source("R01.txt", text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test void labelsInUseSayWhoAsksAndWhoAnswers() throws IOException {
        for (String pair : List.of("Interviewer|Respondent", "INT|RES", "Interviewer|Participant 3", "Moderator|P1", "Q|A", "Facilitator|Participant", "I|R", "Int.|Resp.", "INTERVIEWER|INTERVIEWEE", "Researcher|P2", "Question|Answer")) {
            String asks = pair.substring(0, pair.indexOf('|'));
            String answers = pair.substring(pair.indexOf('|') + 1);
            var reading = read((asks + ": Tell me about the move.\n\n" + answers + ": It was hard [inaudible 00:12], you know (laughs).\n\n").repeat(4));
            assertEquals(8, reading.transcript().turns().size(), pair);
            assertEquals(List.of("interviewer", "respondent"), reading.transcript().turns().stream().map(t -> t.role().word()).distinct().toList(), pair);
            assertEquals("It was hard [inaudible 00:12], you know (laughs).", reading.transcript().words(reading.transcript().turns().get(1)), pair);
        }
    }

    @Test void whoAsksInEnglishIsTheInterviewerOfSpeakersWithoutNames() throws IOException {
        var reading = read("Speaker 1: how did you come to live here\n\nSpeaker 2: my sister was here already and so I came\n\nSpeaker 1: what was it like\n\nSpeaker 2: cold mostly but people were kind\n\n".repeat(2));
        assertEquals(List.of("Speaker 1 interviewer", "Speaker 2 respondent"), Reads.roles(reading));
    }

    @Test void linesOfProgramsAndTypistsAreNoSpeech() throws IOException {
        String talk = "Interview 4\nDate: 3 May 2025\nLocation: Leeds\nTranscribed by: JK\n\n[Recording starts]\n\nINT: What next?\n\nP4: Nothing much.\n\nINT: So you stayed?\n\nP4: I did.\n\n[END OF RECORDING]\n";
        assertEquals(List.of("INT|What next?", "P4|Nothing much.", "INT|So you stayed?", "P4|I did."), Reads.turns(read(talk)));
        for (String end : List.of("End of interview", "[End of transcript]", "*** END ***", "Recording stopped.", "Meeting ended after 00:41:12", "- Transcript ends -", "(Interview ends)", "END OF TAPE", "[end of audio]")) {
            assertEquals(List.of("INT|What next?", "P4|Nothing much."), Reads.turns(read("INT: What next?\n\nP4: Nothing much.\n\n" + end + "\n")), end);
        }
    }
}
