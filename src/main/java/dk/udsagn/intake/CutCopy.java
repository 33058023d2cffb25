package dk.udsagn.intake;

import java.util.List;

/** Copies a source from its top into the canonical text, without what was cut out. */
final class CutCopy {
    private final Canonical canonical;
    private final List<LabelledText.Cut> cuts;
    private int at;
    private int cut;

    CutCopy(Canonical canonical, int from, List<LabelledText.Cut> cuts) {
        this.canonical = canonical;
        this.at = from;
        this.cuts = cuts;
    }

    /** Copies up to a place in the source; a cut that begins there waits for the next call. */
    void upTo(int place) {
        while (cut < cuts.size() && cuts.get(cut).from() < place) {
            LabelledText.Cut c = cuts.get(cut++);
            canonical.copy(at, c.from());
            canonical.repair(c.instead(), c.name());
            at = Math.max(at, c.to());
        }
        if (at < place) {
            canonical.copy(at, place);
            at = place;
        }
    }
}
