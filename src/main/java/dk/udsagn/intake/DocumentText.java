package dk.udsagn.intake;

import dk.udsagn.transcript.SourcePlace;
import java.util.ArrayList;
import java.util.List;

/** Gathers the text of a document that is no file of lines: its paragraphs, each with its place. */
final class DocumentText {
    private final StringBuilder text = new StringBuilder();
    private final List<SourceText.Line> lines = new ArrayList<>();

    /** Adds a paragraph; line ends within it make several lines of one place. The offsets it got, start and end. */
    int[] add(String paragraph, SourcePlace place) {
        int from = text.length();
        int at = 0;
        for (int i = 0; i <= paragraph.length(); i++) {
            if (i == paragraph.length() || isLineEnd(paragraph.charAt(i))) {
                int start = text.length();
                text.append(paragraph, at, i).append('\n');
                lines.add(new SourceText.Line(start, text.length() - 1, text.length(), place));
                at = i + 1;
            }
        }
        return new int[] {from, text.length() - 1};
    }

    private static boolean isLineEnd(char c) {
        return c == '\n' || c == '\u000b' || c == '\u2028' || c == '\u2029' || c == '\u0085';
    }

    SourceText source(String name) {
        return new SourceText(name, text.toString(), List.copyOf(lines));
    }
}
