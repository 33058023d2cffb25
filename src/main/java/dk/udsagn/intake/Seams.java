package dk.udsagn.intake;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;

/** Where lines were torn apart by the page: furniture between them, and words hyphenated over a line's end. */
final class Seams {
    private final SourceText source;
    private final String text;
    private final List<Integer> content;
    private final String[] labels;
    private final boolean paged;
    private final Losses losses;
    private LineBreakHyphens hyphens;

    /** Seams of a text; {@code paged} says whether pages and line widths may have torn it. */
    Seams(SourceText source, List<Integer> content, String[] labels, boolean paged, Losses losses) {
        this.source = source;
        this.text = source.text();
        this.content = content;
        this.labels = labels;
        this.paged = paged;
        this.losses = losses;
    }

    /** Adds the cuts; {@code labels} says which content lines begin a turn. */
    void addTo(List<LabelledText.Cut> cuts) {
        boolean hyphenated = paged && isHardWrapped();
        int end = text.startsWith("\uFEFF") ? 1 : 0;
        for (int n = 0; n <= content.size(); n++) {
            int before = n == 0 ? -1 : content.get(n - 1);
            int after = n == content.size() ? source.lines().size() : content.get(n);
            boolean page = tellFurniture(before, after);
            boolean within = before >= 0 && after < source.lines().size() && labels[n] == null;
            int next = after < source.lines().size() ? Characters.skip(text, source.lines().get(after).start(), source.lines().get(after).end()) : text.length();
            if (within && hyphenated && (page || after == before + 1) && join(cuts, before, end, next)) {
                end = lineEnd(after);
                continue;
            }
            if (page && next > end) {
                String instead = before < 0 ? "" : n == content.size() ? "\n" : within ? "\n" : "\n\n";
                cuts.add(new LabelledText.Cut(end, next, instead, "page break"));
            }
            end = after < source.lines().size() ? lineEnd(after) : end;
        }
    }

    private int lineEnd(int line) {
        SourceText.Line l = source.lines().get(line);
        return Characters.skipBack(text, l.start(), l.end());
    }

    /** Tells the furniture between two content lines; whether there was any, or a page's end. */
    private boolean tellFurniture(int before, int after) {
        boolean found = before >= 0 && source.lines().get(before).endsPage(text);
        for (int i = before + 1; i < after; i++) {
            SourceText.Line line = source.lines().get(i);
            found |= line.endsPage(text);
            if (!source.isBlank(line)) {
                found = true;
                losses.setAside("page furniture", "page numbers, running heads and remarks of programs are no speech", Characters.squeeze(source.words(line)), line.place());
            }
        }
        return found;
    }

    /** Mends a word torn at the end of a line; false when there is none or both halves stay as they are. */
    private boolean join(List<LabelledText.Cut> cuts, int before, int end, int next) {
        SourceText.Line line = source.lines().get(before);
        if (line.next() == line.end() && end == line.end()) {     // the running foot was glued to the torn word
            cuts.add(new LabelledText.Cut(end, next, "", "line-break hyphen"));
            losses.repaired("torn word", "the running foot stood amid the word", text.substring(Math.max(line.start(), end - 20), end), line.place());
            return true;
        }
        if (endsAmidAddress(line.start(), end)) {
            cuts.add(new LabelledText.Cut(end, next, "", "line break in an address"));
            losses.repaired("line break in an address", "the page broke the address", text.substring(Math.max(line.start(), end - 20), end), line.place());
            return true;
        }
        if (!LineBreakHyphens.endsInHyphen(text, line.start(), end)) {
            return false;
        }
        if (hyphens == null) {
            hyphens = new LineBreakHyphens(source, new HashSet<>(losses.language().list("hyphens.txt")));
        }
        int from = line.start();
        for (int i = line.start(); i < end; i++) {
            from = Characters.isSpace(text.charAt(i)) ? i + 1 : from;
        }
        int to = next;
        while (to < text.length() && !Characters.isSpace(text.charAt(to))) {
            to++;
        }
        String first = text.substring(from, end);
        String second = text.substring(next, to);
        String example = first + "|" + second;
        switch (hyphens.act(first, second)) {
            case JOIN -> {
                cuts.add(new LabelledText.Cut(text.charAt(end - 2) == '\u00ad' ? end - 2 : end - 1, next, "", "line-break hyphen"));
                losses.repaired("line-break hyphen", "the page broke the word", example, line.place());
                return true;
            }
            case KEEP_HYPHEN -> {
                cuts.add(new LabelledText.Cut(end, next, "", "line break after a hyphen"));
                losses.repaired("line break after a hyphen", "the hyphen belongs to the word", example, line.place());
                return true;
            }
            case LEAVE -> {
                return false;
            }
        }
        throw new IllegalStateException(example.toLowerCase(Locale.ROOT));
    }

    /** Whether a line ends in a web address that goes on: after a slash. */
    private boolean endsAmidAddress(int start, int end) {
        if (end <= start || text.charAt(end - 1) != '/') {
            return false;
        }
        int scheme = text.substring(start, end).lastIndexOf("://");
        if (scheme < 0) {
            return false;
        }
        for (int i = start + scheme; i < end; i++) {
            if (Characters.isSpace(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** Whether lines are ends of a page's width and not of paragraphs: only then does a hyphen at a line's end mean a torn word. */
    private boolean isHardWrapped() {
        if (text.indexOf('\f') >= 0 || content.stream().anyMatch(n -> source.lines().get(n).page() > 0)) {
            return true;
        }
        int following = 0;
        int wide = 0;
        for (int n = 1; n < content.size(); n++) {
            SourceText.Line line = source.lines().get(content.get(n - 1));
            if (labels[n] == null && content.get(n) == content.get(n - 1) + 1) {
                following++;
                wide += line.end() - line.start() >= 30 && line.end() - line.start() <= 140 ? 1 : 0;
            }
        }
        return following >= 3 && 5 * following > content.size() && 10 * wide >= 8 * following;
    }
}
