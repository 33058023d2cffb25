package dk.udsagn.intake;

import static dk.udsagn.intake.Reads.losses;
import static dk.udsagn.intake.Reads.places;
import static dk.udsagn.intake.Reads.times;
import static dk.udsagn.intake.Reads.turns;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class DocumentTest {
    private static String p(String... runs) {
        return "<w:p>" + String.join("", runs) + "</w:p>";
    }

    private static String t(String words) {
        return "<w:r><w:t xml:space=\"preserve\">" + words + "</w:t></w:r>";
    }

    private static String row(String... cells) {
        var out = new StringBuilder("<w:tr>");
        for (String cell : cells) {
            out.append("<w:tc>").append(p(t(cell))).append("</w:tc>");
        }
        return out.append("</w:tr>").toString();
    }

    private static Reading docx(String paragraphs) throws IOException {
        return Reads.read("x.docx", Packed.docx(paragraphs));
    }

    @Test void aTurnIsAParagraphWithItsLabel() throws IOException {
        var reading = docx(p(t("I: Hvad laver "), t("du?")) + p() + p(t("R:"), "<w:r><w:tab/></w:r>", t("Elektriker.")) + p(t("Og maler.")));
        assertEquals("I: Hvad laver du?\n\nR: Elektriker.\nOg maler.\n", reading.transcript().text());
        assertEquals(List.of("paragraph 1", "paragraph 3"), places(reading));
        assertEquals(4, reading.transcript().source().place(reading.transcript().text().indexOf("maler")).paragraph().orElseThrow());
    }

    @Test void teamsNamesStandAboveTheWordsAndOneVoiceIsOneTurn() throws IOException {
        String br = "<w:r><w:br/></w:r>";
        var reading = docx(p(t("Møde om korsang")) + p(t("Karen Friis started transcription")) + p(t("Karen Friis"), t("   0:03"), br, t("Hvad laver du?"))
            + p(t("Jens Holm"), t("   0:09"), br, t("Elektriker.")) + p(t("Jens Holm"), t("   0:15"), br, t("Og maler: mest lofter.")) + p(t("Karen Friis"), t("   1:00:15"), br, t("Nå?")));
        assertEquals(List.of("Karen Friis|Hvad laver du?", "Jens Holm|Elektriker./Og maler: mest lofter.", "Karen Friis|Nå?"), turns(reading));
        assertEquals(List.of("3000-", "9000-", "3615000-"), times(reading));
    }

    @Test void tablesGiveTheirColumnOfSpeakersAndTellTheRest() throws IOException {
        var headed = docx("<w:tbl>" + row("Linje", "Taler", "Tekst", "Noter") + row("1", "Interviewer", "Hvad laver du?", "åbner") + row("2", "Anna", "Elektriker.", "") + "</w:tbl>");
        assertEquals(List.of("Interviewer|Hvad laver du?", "Anna|Elektriker."), turns(headed));
        assertEquals(List.of("SET_ASIDE table head 1", "SET_ASIDE column 3"), losses(headed));
        var names = docx("<w:tbl>" + row("Karen", "Hvad?") + row("Jens", "Ja.") + row("Karen", "Nå?") + row("", "Altså.") + row("Ole", "Hej.") + "</w:tbl>");
        assertEquals(List.of("Karen|Hvad?", "Jens|Ja.", "Karen|Nå?/Altså.", "Ole|Hej."), turns(names));
        var margin = docx("<w:tbl>" + row("I: Hvad?", "(kode)") + row("R: Ja.", "job") + "</w:tbl>");
        assertEquals(List.of("I|Hvad?", "R|Ja."), turns(margin));
        assertEquals(List.of("SET_ASIDE column 2"), losses(margin));
        assertEquals(List.of("1000-", "5000-"), times(docx("<w:tbl>" + row("00:01 I", "Hvad?") + row("00:05 R", "Ja.") + "</w:tbl>")));
    }

    @Test void changesAreReadAsAcceptedAndTold() throws IOException {
        var reading = docx(p(t("I: Hvad "), "<w:del w:author=\"K\"><w:r><w:delText>i alverden </w:delText></w:r></w:del>", "<w:ins w:author=\"K\">" + t("laver du?") + "</w:ins>")
            + p(t("R: Maler."), "<w:r><w:rPr><w:vanish/></w:rPr><w:t>hemmeligt</w:t></w:r>"));
        assertEquals(List.of("I|Hvad laver du?", "R|Maler."), turns(reading));
        assertEquals(List.of("SET_ASIDE tracked deletion 1", "REPAIRED tracked insertion 1", "SET_ASIDE hidden words 1"), losses(reading));
    }
}
