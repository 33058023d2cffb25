package dk.udsagn.intake;

import java.util.ArrayList;
import java.util.List;

/** Labels that stand before the words of segments or table rows instead of in a field of their own. */
final class InnerLabels {
    private InnerLabels() {
    }

    /** The utterances with labels taken off their words; as they were where the words begin with none. */
    static List<Utterance> found(SourceText source, List<Utterance> utterances, LabelWords words) {
        var heads = new ArrayList<Labels.Line>();
        var all = new StringBuilder();
        for (Utterance utterance : utterances) {
            String said = CueText.string(source, utterance.words());
            Head head = Head.of(said, 0, said.length(), false);
            heads.add(Labels.Line.of(head, true));
            all.append(said).append('\n');
        }
        String[] labels = Labels.of(words, heads, all.toString());
        var out = new ArrayList<Utterance>();
        for (int i = 0; i < labels.length; i++) {
            Utterance u = utterances.get(i);
            out.add(labels[i] == null ? u : new Utterance(labels[i], CueText.trimmed(source, without(u.words(), heads.get(i).head().text())), u.times()));
        }
        return out;
    }

    /** Pieces without their first characters. */
    private static List<Piece> without(List<Piece> pieces, int characters) {
        var out = new ArrayList<Piece>();
        int left = characters;
        for (Piece piece : pieces) {
            int length = switch (piece) {
                case Piece.Copy c -> c.to() - c.from();
                case Piece.Repair r -> r.words().length();
            };
            int drop = Math.min(left, length);
            left -= drop;
            if (drop < length) {
                out.add(switch (piece) {
                    case Piece.Copy c -> new Piece.Copy(c.from() + drop, c.to());
                    case Piece.Repair r -> new Piece.Repair(r.words().substring(drop), r.name());
                });
            }
        }
        return out;
    }
}
