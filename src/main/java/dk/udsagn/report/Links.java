package dk.udsagn.report;

import dk.udsagn.excerpt.CaseSummary;
import dk.udsagn.excerpt.Excerpt;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Where things lie: a file for each respondent, a name on the page for each excerpt. They stay the same when other codings are added. */
final class Links {
    private final Map<String, String> pages = new LinkedHashMap<>();
    private final Palette palette;

    Links(List<CaseSummary> cases, Palette palette) {
        this.palette = palette;
        var taken = new HashSet<String>();
        for (CaseSummary c : cases) {
            String id = c.respondent().id();
            String safe = "respondent-" + id.replaceAll("[^\\p{L}\\p{N}_-]", "_");
            String name = safe;
            for (int i = 2; !taken.add(name.toLowerCase(Locale.ROOT)); i++) {        // some disks hold A and a to be one name
                name = safe + "-" + i;
            }
            pages.put(id, name + ".html");
        }
    }

    /** File name of a respondent's page. */
    String page(String respondent) {
        return pages.get(respondent);
    }

    /** What an excerpt is called on its respondent's page: its transcript's number, its place, its theme's number. */
    String key(CaseSummary c, Excerpt e) {
        return number(c, e.transcript()) + "-" + e.span().start() + "-" + palette.number(e.theme());
    }

    /** 1-based number of a transcript among the respondent's. */
    static int number(CaseSummary c, String transcript) {
        for (int i = 0; i < c.talk().size(); i++) {
            if (c.talk().get(i).transcript().equals(transcript)) {
                return i + 1;
            }
        }
        return 0;
    }
}
