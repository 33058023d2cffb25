package dk.udsagn.intake;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;

/** Writes a talk as a file of each kind, in tests. */
final class Kinds {
    static final List<String> ALL = List.of("txt", "vtt", "srt", "json", "tsv", "csv", "eaf", "docx", "fodt", "rtf", "cha", "pdf");
    /** Kinds whose pieces of one voice that follow each other are one turn. */
    static final List<String> MERGING = List.of("vtt", "srt", "json", "tsv", "csv", "eaf", "cha");

    private Kinds() {
    }

    static byte[] write(String kind, List<ReadingPropertyTest.Said> talk) throws IOException {
        String file = switch (kind) {
            case "txt" -> lines(talk, "", "%2$s: %3$s%n%n", "", w -> w);
            case "vtt" -> lines(talk, "WEBVTT%n%n", "%4$s.000 --> %4$s.900%n<v %2$s>%3$s</v>%n%n", "", w -> w.replace("&", "&amp;"));
            case "srt" -> lines(talk, "", "%1$d%n%4$s,000 --> %4$s,900%n[%2$s]: %3$s%n%n", "", w -> w);
            case "json" -> lines(talk, "{\"segments\":[{}", ",{\"start\":%1$d,\"end\":%1$d.9,\"speaker\":\"%2$s\",\"text\":\" %3$s\"}", "]}", w -> w.replace("\"", "\\\""));
            case "tsv" -> lines(talk, "Timespan\tContent\tSpeaker%n", "%4$s.0 - %4$s.9\t%3$s\t%2$s%n", "", w -> w.startsWith("\"") ? "\"" + w.replace("\"", "\"\"") + "\"" : w);
            case "csv" -> lines(talk, "Tid,Taler,Tekst%n", "%4$s,%2$s,\"%3$s\"%n", "", w -> w.replace("\"", "\"\""));
            case "eaf" -> elan(talk);
            case "cha" -> lines(talk, "@UTF8%n@Begin%n@Participants:\tI Investigator, R Participant, IP2 Participant, G Participant%n", "*%2$s:\t%3$s \u0015%1$d000_%1$d900\u0015%n", "@End\n",
                w -> w.replaceFirst(" ", "\n\t"));      // a line that goes on
            case "pdf" -> "";
            case "docx" -> lines(talk, "", "<w:p><w:r><w:t>%2$s: %3$s</w:t></w:r></w:p>", "", w -> w);
            case "fodt" -> lines(talk, "<office:document xmlns:office=\"o\" xmlns:text=\"t\"><office:body><office:text>", "<text:p>%2$s: %3$s</text:p>", "</office:text></office:body></office:document>", w -> w);
            case "rtf" -> lines(talk, "{\\rtf1\\ansi\\uc1 ", "%2$s: %3$s\\par%n", "}", w -> w.chars().mapToObj(c -> c < 128 ? "" + (char) c : "\\u" + (short) c + "?").collect(Collectors.joining()));
            default -> throw new IllegalArgumentException(kind);
        };
        return kind.equals("pdf") ? pdf(talk) : kind.equals("docx") ? Packed.docx(file) : file.getBytes(StandardCharsets.UTF_8);
    }

    /** Pages with a running head, a number at the foot, and a paragraph a turn. */
    private static byte[] pdf(List<ReadingPropertyTest.Said> talk) throws IOException {
        var font = new PDType1Font(Standard14Fonts.FontName.HELVETICA);
        try (var document = new PDDocument(); var out = new ByteArrayOutputStream()) {
            for (int from = 0, page = 1; from < talk.size(); from += 5, page++) {
                var sheet = new PDPage(new PDRectangle(1400, 400));
                document.addPage(sheet);
                try (var content = new PDPageContentStream(document, sheet)) {
                    write(content, font, 370, "Interview, prøve");
                    for (int i = from; i < Math.min(talk.size(), from + 5); i++) {
                        write(content, font, 330 - 50 * (i - from), talk.get(i).label() + ": " + talk.get(i).words());
                    }
                    write(content, font, 20, "Side " + page);
                }
            }
            document.save(out);
            return out.toByteArray();
        }
    }

    private static void write(PDPageContentStream content, PDType1Font font, int y, String words) throws IOException {
        content.beginText();
        content.setFont(font, 11);
        content.newLineAtOffset(40, y);
        content.showText(words);
        content.endText();
    }

    private static String clock(int second) {
        return "%02d:%02d:%02d".formatted(second / 3600, second / 60 % 60, second % 60);
    }

    private static String lines(List<ReadingPropertyTest.Said> talk, String begin, String each, String end, java.util.function.UnaryOperator<String> escape) {
        return begin.formatted() + IntStream.range(0, talk.size())
            .mapToObj(n -> each.formatted(n + 1, talk.get(n).label(), escape.apply(talk.get(n).words()), clock(n))).collect(Collectors.joining()) + end;
    }

    private static String elan(List<ReadingPropertyTest.Said> talk) {
        String slots = IntStream.rangeClosed(0, talk.size()).mapToObj(n -> "<TIME_SLOT TIME_SLOT_ID=\"t%d\" TIME_VALUE=\"%d\"/>".formatted(n, n * 1000)).collect(Collectors.joining());
        String tiers = talk.stream().map(ReadingPropertyTest.Said::label).distinct().map(label -> "<TIER TIER_ID=\"%s\">".formatted(label) + IntStream.range(0, talk.size())
            .filter(n -> talk.get(n).label().equals(label)).mapToObj(n -> ("<ANNOTATION><ALIGNABLE_ANNOTATION ANNOTATION_ID=\"a%d\" TIME_SLOT_REF1=\"t%d\" TIME_SLOT_REF2=\"t%d\">"
                + "<ANNOTATION_VALUE>%s</ANNOTATION_VALUE></ALIGNABLE_ANNOTATION></ANNOTATION>").formatted(n, n, n + 1, talk.get(n).words())).collect(Collectors.joining()) + "</TIER>").collect(Collectors.joining());
        return "<?xml version=\"1.0\"?><ANNOTATION_DOCUMENT><TIME_ORDER>" + slots + "</TIME_ORDER>" + tiers + "</ANNOTATION_DOCUMENT>";
    }
}
