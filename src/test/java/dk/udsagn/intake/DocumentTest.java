package dk.udsagn.intake;

import static dk.udsagn.intake.Reads.losses;
import static dk.udsagn.intake.Reads.places;
import static dk.udsagn.intake.Reads.times;
import static dk.udsagn.intake.Reads.turns;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dk.udsagn.transcript.FormatException;
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

    private static String b(String words) {
        return "<w:r><w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\">" + words + "</w:t></w:r>";
    }

    @Test void labelsThatOnlyBoldLettersSetOffAreLabelsWhereMostParagraphsBeginSo() throws IOException {
        assertEquals(List.of("I|Hvad laver du?", "R|I huset? Maler.", "I|I vinter?", "R|Ja.", "R|Og I?"),
            turns(docx(p(b("I "), t("Hvad laver du?")) + p(b("R "), t("I huset? Maler.")) + p(b("I "), t("I vinter?")) + p(b("R "), t("Ja.")) + p(b("R "), t("Og I?")))));
        String odt = "<office:document xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" xmlns:text=\"t\" xmlns:style=\"s\" xmlns:fo=\"f\"><office:automatic-styles>"
            + "<style:style style:name=\"T1\"><style:text-properties fo:font-weight=\"bold\"/></style:style></office:automatic-styles><office:body><office:text>"
            + "<text:p><text:span text:style-name=\"T1\">I</text:span> Hvad?</text:p><text:p><text:span text:style-name=\"T1\">R</text:span> Ja.</text:p>".repeat(2)
            + "</office:text></office:body></office:document>";
        assertEquals(List.of("I|Hvad?", "R|Ja.", "I|Hvad?", "R|Ja."), turns(Reads.read("x.fodt", odt.getBytes(java.nio.charset.StandardCharsets.UTF_8))));
    }

    @Test void boldWordsOfAProseDocumentAreNoLabels() {
        assertEquals("x.docx: no line names a speaker; found \"Formål er at spørge.\"; a turn needs a speaker and a colon, as in \"I: Hvordan ...\"",
            org.junit.jupiter.api.Assertions.assertThrows(dk.udsagn.transcript.FormatException.class,
                () -> docx(p(b("Formål "), t("er at spørge.")) + p(b("Metode "), t("er samtale.")) + p(b("Etik "), t("er svært.")) + p(b("Tak "), t("til alle.")))).getMessage());
    }

    @Test void tablesOfOneRowEachAreOneTable() throws IOException {
        String gap = p();
        var reading = docx("<w:tbl>" + row("Interviewer 00:02", "Hvad?") + "</w:tbl>" + gap + "<w:tbl>" + row("Peder 00:05", "Ja.") + "</w:tbl>" + gap
            + "<w:tbl>" + row("Interviewer 00:08", "Nå?") + "</w:tbl>" + gap + "<w:tbl>" + row("Peder 00:09", "Jo.") + "</w:tbl>" + p(t("Og så lige det.")));
        assertEquals(List.of("Interviewer|Hvad?", "Peder|Ja.", "Interviewer|Nå?", "Peder|Jo./Og så lige det."), turns(reading));
        assertEquals(List.of("2000-", "5000-", "8000-", "9000-"), times(reading));
    }

    @Test void olderTeamsDocumentsHaveATimeANameAndTheWordsInAParagraph() throws IOException {
        String br = "<w:r><w:br/></w:r>";
        var reading = docx(p(t("0:0:2.0 --&gt; 0:0:8.109"), br, t("Karen Friis"), br, t("Hvad laver du?")) + p(t("0:0:9.350 --&gt; 0:0:13.5"), br, t("Gæst"), br, t("Maler."))
            + p(t("0:0:14.0 --&gt; 0:0:15.1"), br, t("Gæst"), br, t("Mest lofter.")) + p(t("0:0:16.0 --&gt; 0:0:17.1"), br, t("Karen Friis"), br, t("Nå?"))
            + p(t("0:0:18.0 --&gt; 0:0:19.1"), br, t("Gæst"), br, t("Ja.")) + p(t("0:0:20.0 --&gt; 0:0:21.1"), br, t("Bo"), br, t("Hej.")) + p(t("0:0:22.0 --&gt; 0:0:23.1"), br, t("Karen Friis"), br, t("Tak.")));
        assertEquals(List.of("Karen Friis|Hvad laver du?", "Gæst|Maler./Mest lofter.", "Karen Friis|Nå?", "Gæst|Ja.", "Bo|Hej.", "Karen Friis|Tak."), turns(reading));
        assertEquals("2000-", times(reading).getFirst());
    }

    @Test void aNameMayHaveTheSurnameFirst() throws IOException {
        String br = "<w:r><w:br/></w:r>";
        assertEquals(List.of("Friis, Karen|Hvad?", "Holm, Jens (Gæst)|Ja.", "Friis, Karen|Nå?"), turns(docx(p(t("Friis, Karen   0:03"), br, t("Hvad?"))
            + p(t("Holm, Jens (Gæst)   0:05"), br, t("Ja.")) + p(t("Friis, Karen   0:07"), br, t("Nå?")))));
        assertEquals(List.of("Friis, Karen|Hvad?", "Holm, Jens|Ja, Karen: altså.", "Friis, Karen|Nå?", "Holm, Jens|Jo.", "Friis, Karen|Tak.", "Holm, Jens|Selv tak."),
            turns("Friis, Karen: Hvad?\nHolm, Jens: Ja, Karen: altså.\nFriis, Karen: Nå?\nHolm, Jens: Jo.\nFriis, Karen: Tak.\nHolm, Jens: Selv tak.\n"));
    }

    private static String styled(String style, String words) {
        return "<w:p><w:pPr><w:pStyle w:val=\"" + style + "\"/></w:pPr>" + t(words) + "</w:p>";
    }

    private static byte[] withStyles(String paragraphs) throws IOException {
        String styles = "<w:styles xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:style w:styleId=\"Overskrift2\"><w:name w:val=\"heading 2\"/><w:rPr><w:b/></w:rPr></w:style>"
            + "<w:style w:styleId=\"Fed\"><w:rPr><w:b/></w:rPr></w:style><w:style w:styleId=\"Taler\"><w:basedOn w:val=\"Fed\"/></w:style>"
            + "<w:style w:styleId=\"Ord\"><w:basedOn w:val=\"Taler\"/><w:rPr><w:b w:val=\"0\"/></w:rPr></w:style></w:styles>";
        return Packed.zip(java.util.Map.of("word/styles.xml", styles.getBytes(java.nio.charset.StandardCharsets.UTF_8), "word/document.xml", Packed.body(Packed.docx(paragraphs))));
    }

    @Test void labelsThatAStyleMakesBoldAreSeen() throws IOException {
        String label = "<w:r><w:rPr><w:rStyle w:val=\"Taler\"/></w:rPr><w:t xml:space=\"preserve\">%s </w:t></w:r>";
        assertEquals(List.of("I|Hvad?", "R|Ja.", "I|Nå?", "R|Jo."), turns(Reads.read("x.docx", withStyles(p(label.formatted("I"), t("Hvad?")) + p(label.formatted("R"), t("Ja."))
            + p(label.formatted("I"), t("Nå?")) + p(label.formatted("R"), t("Jo."))))));
        String words = "<w:r><w:rPr><w:rStyle w:val=\"Ord\"/></w:rPr><w:t>%s</w:t></w:r></w:p>";
        String bold = "<w:p><w:pPr><w:pStyle w:val=\"Taler\"/></w:pPr>";
        assertEquals(List.of("I|Hvad?", "R|Ja.", "I|Nå?", "R|Jo."), turns(Reads.read("x.docx", withStyles(bold + t("I ") + words.formatted("Hvad?") + bold + t("R ") + words.formatted("Ja.")
            + bold + t("I ") + words.formatted("Nå?") + bold + t("R ") + words.formatted("Jo.")))));
        String odt = "<office:document xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" xmlns:text=\"t\" xmlns:style=\"s\" xmlns:fo=\"f\"><office:styles>"
            + "<style:style style:name=\"Taler\"><style:text-properties fo:font-weight=\"bold\"/></style:style><style:style style:name=\"Ord\"><style:text-properties fo:font-weight=\"normal\"/></style:style>"
            + "</office:styles><office:automatic-styles><style:style style:name=\"P1\" style:parent-style-name=\"Taler\"/></office:automatic-styles><office:body><office:text>"
            + "<text:p text:style-name=\"P1\">I <text:span text:style-name=\"Ord\">Hvad?</text:span></text:p><text:p text:style-name=\"P1\">R <text:span text:style-name=\"Ord\">Ja.</text:span></text:p>".repeat(2)
            + "</office:text></office:body></office:document>";
        assertEquals(List.of("I|Hvad?", "R|Ja.", "I|Hvad?", "R|Ja."), turns(Reads.read("x.fodt", odt.getBytes(java.nio.charset.StandardCharsets.UTF_8))));
    }

    @Test void headingsBetweenTurnsAreNoSpeechButThoseThatNameSpeakersAre() throws IOException {
        var reading = Reads.read("x.docx", withStyles(p(t("I: Hvad?")) + p(t("R: Ja.")) + styled("Overskrift2", "Telefonen") + p(t("Og så den.")) + p(t("I: Nå?")) + styled("Overskrift2", "Familien") + p(t("R: Jo."))));
        assertEquals(List.of("I|Hvad?", "R|Ja./Og så den.", "I|Nå?", "R|Jo."), turns(reading));
        assertEquals(List.of("SET_ASIDE heading 2"), losses(reading));
        assertEquals(List.of("Anna|Hvad?", "Bo|Ja.", "Anna|Nå?", "Bo|Jo.", "Anna|Og?", "Bo|Ja."), turns(Reads.read("x.docx", withStyles(styled("Overskrift2", "Anna") + p(t("Hvad?"))
            + styled("Overskrift2", "Bo") + p(t("Ja.")) + styled("Overskrift2", "Anna") + p(t("Nå?")) + styled("Overskrift2", "Bo") + p(t("Jo.")) + styled("Overskrift2", "Anna") + p(t("Og?"))
            + styled("Overskrift2", "Bo") + p(t("Ja."))))));
    }

    @Test void aBoldNameWithItsTimeIsALineOfItsOwn() throws IOException {
        String br = "<w:r><w:br/></w:r>";
        var reading = docx((p(b("Karen Friis"), t("   0:03"), br, t("Hvad?")) + p(b("Jens Holm"), t("   0:09"), br, t("Ja."))).repeat(3));
        assertEquals(List.of("Karen Friis|Hvad?", "Jens Holm|Ja."), turns(reading).subList(0, 2));
        assertEquals(List.of("3000-", "9000-"), times(reading).subList(0, 2));
    }

    @Test void changesAndCommentsOfAnOpenDocumentAreToldWithoutTheirAuthorsAndDates() {
        String odt = "<office:document xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" xmlns:text=\"t\" xmlns:dc=\"d\"><office:body><office:text><text:tracked-changes>"
            + "<text:changed-region><text:deletion><office:change-info><dc:creator>Mette</dc:creator><dc:date>2024</dc:date></office:change-info><text:p>i byen</text:p></text:deletion></text:changed-region>"
            + "<text:changed-region><text:insertion><office:change-info><dc:creator>Mette</dc:creator></office:change-info></text:insertion></text:changed-region></text:tracked-changes>"
            + "<text:p>I: Hvad?<office:annotation><dc:creator>Jonas</dc:creator><dc:date>2024</dc:date><text:p>vigtigt</text:p></office:annotation></text:p><text:p>R: Ja.</text:p></office:text></office:body></office:document>";
        var reading = Reads.read("x.fodt", odt.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertEquals(List.of("SET_ASIDE tracked deletion 1", "REPAIRED tracked insertion 1", "SET_ASIDE comment 1"), losses(reading));
        assertEquals(List.of("i byen"), Reads.items(reading, "tracked deletion").getFirst().first());
        assertEquals(List.of("vigtigt"), Reads.items(reading, "comment").getFirst().first());
    }

    @Test void aDocumentThatNamesNobodyIsReadByItsBoldQuestions() throws IOException {
        String p = "<w:p><w:r>%s<w:t>%s</w:t></w:r></w:p>";
        var body = new StringBuilder(p.formatted("<w:rPr><w:i/></w:rPr>", "Spørgsmålene står med fed."));
        for (String question : List.of("Hvor bor du?", "Og før?", "Fortæl om det.", "Hvad så?")) {
            body.append(p.formatted("<w:rPr><w:b/></w:rPr>", question)).append(p.formatted("", "Det er jo sådan.")).append(p.formatted("", question.startsWith("Hvor") ? "Punkt 1: Huset." : "Og så det."));
        }
        var reading = Reads.read("x.docx", Packed.docx(body.toString()));
        assertEquals(List.of("Interviewer|Hvor bor du?", "Respondent|Det er jo sådan./Punkt 1: Huset.", "Interviewer|Og før?"), turns(reading).subList(0, 3));
        assertEquals(8, reading.transcript().turns().size());
        assertEquals(List.of("Interviewer interviewer", "Respondent respondent"), Reads.roles(reading));
        assertEquals(List.of("SET_ASIDE heading 1", "GUESSED speaker 1"), Reads.losses(reading).stream().sorted(java.util.Comparator.reverseOrder()).toList());
        assertThrows(FormatException.class, () -> Reads.read("x.docx", Packed.docx(body.toString().replace("<w:b/>", ""))));
    }

    @Test void questionsMayStandInItalicsUnderlinedOrInColourOfTheRunOrTheStyle() throws IOException {
        var expected = List.of("Interviewer|Hvor bor du?", "Respondent|I byen.", "Interviewer|Og før?", "Respondent|I byen.", "Interviewer|Hvad så?", "Respondent|I byen.",
            "Interviewer|Nå?", "Respondent|I byen.");
        String docx = "<w:p><w:r><w:rPr>%s</w:rPr><w:t>%s</w:t></w:r></w:p><w:p><w:r><w:rPr><w:color w:val=\"000000\"/></w:rPr><w:t>I byen.</w:t></w:r></w:p>";
        String odt = "<text:p text:style-name=\"Q\">%2$s</text:p><text:p text:style-name=\"A\">I byen.</text:p>";
        String rtf = "{%s %s}\\par\\pard{\\cf0\\ulnone I byen.}\\par ";
        List<String> questions = List.of("Hvor bor du?", "Og før?", "Hvad så?", "Nå?");
        for (String look : List.of("<w:i/>", "<w:u w:val=\"single\"/>", "<w:color w:val=\"1F4E79\"/>")) {
            assertEquals(expected, turns(docx(questions.stream().map(q -> docx.formatted(look, q)).collect(java.util.stream.Collectors.joining()))), look);
        }
        for (String look : List.of("fo:font-style=\"italic\"", "style:text-underline-style=\"solid\"", "fo:color=\"#c00000\"")) {
            String file = "<office:document xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" xmlns:text=\"t\" xmlns:style=\"s\" xmlns:fo=\"f\"><office:automatic-styles>"
                + "<style:style style:name=\"P\"><style:text-properties " + look + "/></style:style><style:style style:name=\"Q\" style:parent-style-name=\"P\"/>"
                + "<style:style style:name=\"A\"><style:text-properties fo:color=\"#000000\" fo:font-style=\"normal\"/></style:style></office:automatic-styles><office:body><office:text>"
                + questions.stream().map(q -> odt.formatted("", q)).collect(java.util.stream.Collectors.joining()) + "</office:text></office:body></office:document>";
            assertEquals(expected, turns(Reads.read("x.fodt", file.getBytes(java.nio.charset.StandardCharsets.UTF_8))), look);
        }
        for (String look : List.of("\\i", "\\ul", "\\cf2")) {
            String file = "{\\rtf1\\ansi " + questions.stream().map(q -> rtf.formatted(look, q.replace("ø", "\\'f8").replace("å", "\\'e5"))).collect(java.util.stream.Collectors.joining()) + "}";
            assertEquals(expected, turns(Reads.read("x.rtf", file.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1))), look);
        }
        assertThrows(FormatException.class, () -> docx(questions.stream().map(q -> docx.formatted("<w:color w:val=\"auto\"/><w:u w:val=\"none\"/><w:i w:val=\"0\"/>", q))
            .collect(java.util.stream.Collectors.joining())));
    }

    @Test void aTableOfWhoAndWhenAboveTheTalkIsNoTalk() throws IOException {
        String cell = "<w:tc><w:p><w:r><w:t>%s</w:t></w:r></w:p></w:tc>";
        var body = new StringBuilder("<w:tbl>");
        for (String row : List.of("Dato|3. april 2025", "Interviewer|Cecilie Toft", "Respondent|Lokalbetjent, mand, 44 år", "Varighed|48 minutter")) {
            body.append("<w:tr>").append(cell.formatted(row.split("\\|")[0])).append(cell.formatted(row.split("\\|")[1])).append("</w:tr>");
        }
        body.append("</w:tbl>");
        for (int i = 0; i < 3; i++) {
            body.append("<w:p><w:r><w:t>Interviewer: Hvad nu?</w:t></w:r></w:p><w:p><w:r><w:t>Respondent: Ikke noget.</w:t></w:r></w:p>");
        }
        assertEquals(List.of("Interviewer|Hvad nu?", "Respondent|Ikke noget."), turns(Reads.read("x.docx", Packed.docx(body.toString()))).subList(0, 2));
    }
}
