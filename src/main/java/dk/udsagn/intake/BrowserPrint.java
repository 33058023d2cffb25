package dk.udsagn.intake;

import java.util.BitSet;
import java.util.regex.Pattern;

/**
 * What a browser prints round a page: date and title above it, address and "1/3" below. The address alone on a line gives it
 * away; only where one stands are the others taken for such.
 */
final class BrowserPrint {
    private static final Pattern ADDRESS = Pattern.compile("(?:https?|file)://\\S+(?:\\h+\\d{1,4}/\\d{1,4})?");
    private static final Pattern DATE = Pattern.compile("\\d{1,4}[./-]\\d{1,2}[./-]\\d{1,4},?\\h+(?:kl\\.\\h*)?\\d{1,2}[.:]\\d{2}(?:\\h*[AaPp]\\.?[Mm]\\.?)?(\\h+.*)?");
    private static final Pattern PAGE_OF = Pattern.compile("\\d{1,4}/\\d{1,4}");
    private static final int LONGEST = 300;

    private BrowserPrint() {
    }

    /** The lines of a text that a browser printed on its pages; none where it did not. */
    static BitSet lines(SourceText source) {
        var addresses = new BitSet();
        var dates = new BitSet();
        var pages = new BitSet();
        boolean titled = false;
        boolean numbered = false;
        for (int i = 0; i < source.lines().size(); i++) {
            SourceText.Line line = source.lines().get(i);
            String words = line.end() - line.start() > LONGEST ? "" : Characters.squeeze(source.words(line));
            var date = DATE.matcher(words);
            if (ADDRESS.matcher(words).matches()) {
                addresses.set(i);
                numbered |= words.indexOf(' ') > 0;
            } else if (date.matches()) {
                dates.set(i);
                titled |= date.group(1) != null;
            } else if (PAGE_OF.matcher(words).matches()) {
                pages.set(i);
                numbered = true;
            }
        }
        var found = new BitSet();
        if (addresses.isEmpty() || dates.isEmpty() || !numbered) {
            return found;
        }
        found.or(addresses);
        found.or(dates);
        found.or(pages);
        if (!titled) {
            addresses.stream().map(i -> title(source, i)).filter(i -> i >= 0).forEach(found::set);
        }
        return found;
    }

    /** The line of the page's title, which comes after the address where a text from PDF has the page in columns; -1 for none: it stands between empty lines and is no sentence. */
    private static int title(SourceText source, int address) {
        int at = address + 1;
        while (at < source.lines().size() && source.isBlank(source.lines().get(at))) {
            at++;
        }
        boolean alone = at > address + 1 && at + 1 < source.lines().size() && source.isBlank(source.lines().get(at + 1)) && !source.lines().get(at - 1).endsPage(source.text());
        return alone && source.words(source.lines().get(at)).indexOf(':') < 0 && Preamble.isBrief(source, at) ? at : -1;
    }
}
