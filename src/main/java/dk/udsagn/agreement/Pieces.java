package dk.udsagn.agreement;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A continuum cut where no coder's segment is cut, ready to be drawn from with replacement.
 *
 * @param continuum what was cut
 * @param lengths   of the pieces
 * @param segments  piece to coder to segments, places counted from the piece's beginning
 */
record Pieces(Continuum continuum, int[] lengths, List<List<List<Continuum.Marked>>> segments) {
    static Pieces of(Continuum continuum) {
        int[] ends = continuum.freeEnds();
        int[] lengths = new int[ends.length];
        var segments = new ArrayList<List<List<Continuum.Marked>>>();
        int[] next = new int[continuum.coders().size()];
        for (int i = 0, start = 0; i < ends.length; start = ends[i++]) {
            lengths[i] = ends[i] - start;
            var byCoder = new ArrayList<List<Continuum.Marked>>();
            for (int g = 0; g < next.length; g++) {
                var here = new ArrayList<Continuum.Marked>();
                var all = continuum.marked().get(g);
                for (; next[g] < all.size() && all.get(next[g]).start() < ends[i]; next[g]++) {
                    here.add(all.get(next[g]).moved(-start));
                }
                byCoder.add(here);
            }
            segments.add(byCoder);
        }
        return new Pieces(continuum, lengths, segments);
    }

    int count() {
        return lengths.length;
    }

    Continuum draw(SplittableRandom random) {
        var drawn = new ArrayList<List<Continuum.Marked>>();
        continuum.coders().forEach(coder -> drawn.add(new ArrayList<>()));
        int length = 0;
        for (int i = 0; i < lengths.length; i++) {
            int piece = random.nextInt(lengths.length);
            for (int g = 0; g < drawn.size(); g++) {
                for (Continuum.Marked segment : segments.get(piece).get(g)) {
                    drawn.get(g).add(segment.moved(length));
                }
            }
            length = Math.addExact(length, lengths[piece]);
        }
        return continuum.sampled(length, drawn);
    }
}
