package dk.udsagn.intake;

import java.util.ArrayList;
import java.util.List;

/** Numbers in the margin: nearly all lines begin with one, and they count on. */
final class LineNumbers {
    private static final int FEWEST = 8;

    private LineNumbers() {
    }

    /** The text with its lines beginning after their numbers; as it was where there are none. */
    static SourceText without(SourceText source, Losses losses) {
        var ends = new int[source.lines().size()];
        int filled = 0;
        int numbered = 0;
        int counting = 0;
        int last = -1;
        for (int i = 0; i < ends.length; i++) {
            SourceText.Line line = source.lines().get(i);
            if (source.isBlank(line)) {
                continue;
            }
            filled++;
            int start = Characters.skip(source.text(), line.start(), line.end());
            int end = start;
            while (end < line.end() && end - start < 5 && source.text().charAt(end) >= '0' && source.text().charAt(end) <= '9') {
                end++;
            }
            if (end == start || end - start > 4 || end < line.end() && !Characters.isSpace(source.text().charAt(end))) {
                continue;
            }
            int number = Integer.parseInt(source.text().substring(start, end));
            numbered++;
            counting += number == last + 1 || last < 0 || number == 1 ? 1 : 0;
            last = number;
            ends[i] = end;
        }
        if (filled < FEWEST || numbered * 10 < filled * 8 || counting * 10 < numbered * 9) {
            return source;
        }
        var lines = new ArrayList<SourceText.Line>();
        for (int i = 0; i < ends.length; i++) {
            SourceText.Line line = source.lines().get(i);
            if (ends[i] > 0) {
                losses.setAside("line number", "it counts the lines in the margin", source.text().substring(line.start(), ends[i]).strip(), line.place());
                lines.add(new SourceText.Line(Characters.skip(source.text(), ends[i], line.end()), line.end(), line.next(), line.place()));
            } else {
                lines.add(line);
            }
        }
        return new SourceText(source.name(), source.text(), List.copyOf(lines));
    }
}
