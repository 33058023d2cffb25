package dk.udsagn.intake;

import dk.udsagn.transcript.SourcePlace;

/** Text whose columns stand beside each other on the same lines, as a layout-keeping extraction leaves them: the talk is torn. */
final class SideBySide {
    private static final int NARROWEST = 28;

    private SideBySide() {
    }

    /** Tells the user; putting the columns below each other needs the page itself. */
    static void tell(SourceText source, Losses losses) {
        int both = 0;
        int rights = 0;
        int filled = 0;
        SourcePlace first = SourcePlace.UNKNOWN;
        for (SourceText.Line line : source.lines()) {
            if (source.isBlank(line)) {
                continue;
            }
            filled++;
            int start = Characters.skip(source.text(), line.start(), line.end());
            int gap = source.text().indexOf("   ", start, line.end());      // to the line's end: else each line would search the rest of the file
            boolean wide = gap >= 0 && gap - start >= NARROWEST && source.text().substring(start, gap).indexOf(' ') > 0
                && line.end() - Characters.skip(source.text(), gap, line.end()) >= NARROWEST / 4;
            boolean right = start - line.start() >= NARROWEST + 12;
            both += wide ? 1 : 0;
            rights += right ? 1 : 0;
            first = (wide || right) && both + rights == 1 ? line.place() : first;
        }
        if (both >= 1 && both + rights >= 6 && (both + rights) * 5 >= filled && rights * 3 <= filled * 2) {
            losses.guessed("columns side by side", "two columns seem to stand on the same lines, so sentences are torn through each other; "
                + "give the PDF itself, or take the text out without keeping the layout", "", first);
        }
    }
}
