package dk.udsagn.intake;

import dk.udsagn.transcript.FormatException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A document's paragraphs made into a transcript: a paragraph a turn, "Label: words". */
final class DocumentReading {
    private DocumentReading() {
    }

    static Reading of(Source file, DocumentText document, String format, Wording wording, Losses losses) {
        if (document.isEmpty()) {
            throw new FormatException(file.name(), 0, "the document has no text", "is it pictures of pages? they need text recognition first");
        }
        SourceText source = document.source(file.name());
        Headroom.check(source, source.lines().size());
        var told = new Losses(losses.language());
        LabelledText found = LabelledText.of(source, new BitSet(), document::head, document::heading, false, wording, told);
        Map<Integer, Head> asked = found.turns().isEmpty() ? document.questions() : Map.of();
        if (asked.isEmpty()) {
            losses.addAll(told.report());
        } else {
            found = LabelledText.of(source, new BitSet(), n -> Optional.ofNullable(asked.get(n)), document::heading, false, wording, losses);
        }
        if (found.turns().isEmpty()) {
            throw PlainTextReader.noSpeaker(source);
        }
        var assembly = new Assembly(source, wording, losses, "\n");
        int cut = 0;
        for (int i = 0; i < found.turns().size(); i++) {
            LabelledText.Turn turn = found.turns().get(i);
            boolean goesOn = i > 0 && turn.clocked() && found.turns().get(i - 1).label().equals(turn.label());
            var pieces = new ArrayList<Piece>();
            int at = turn.start();
            while (cut < found.cuts().size() && found.cuts().get(cut).from() < turn.end()) {
                LabelledText.Cut c = found.cuts().get(cut++);
                if (c.from() >= at) {
                    add(pieces, at, c);
                    at = c.to();
                }
            }
            if (at < turn.end()) {
                pieces.add(new Piece.Copy(at, turn.end()));
            }
            assembly.add(new Utterance(turn.label(), pieces, turn.times()), goesOn);
        }
        return losses.reading(assembly.transcript(file.id()), format);
    }

    private static void add(List<Piece> pieces, int at, LabelledText.Cut cut) {
        if (at < cut.from()) {
            pieces.add(new Piece.Copy(at, cut.from()));
        }
        if (!cut.instead().isEmpty()) {
            pieces.add(new Piece.Repair(cut.instead(), cut.name()));
        }
    }
}
