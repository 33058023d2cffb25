package dk.udsagn.intake;

import dk.udsagn.transcript.FormatException;
import dk.udsagn.transcript.Transcript;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Subtitle files, WebVTT and SRT: Teams names the voice in a tag, Zoom and WhisperX before the words. Cues of one voice are
 * one turn.
 */
final class CueReader implements TranscriptReader {
    private final Wording wording;

    CueReader(Wording wording) {
        this.wording = wording;
    }

    @Override public Optional<Reading> read(Source file) {
        var losses = new Losses(wording.language());
        if (!Sniff.looksLikeText(file)) {
            return Optional.empty();
        }
        Decoded decoded = file.decoded(losses);
        SourceText source = decoded.source();
        boolean vtt = !source.lines().isEmpty() && source.words(source.lines().get(0)).startsWith("WEBVTT");
        if (!vtt && !isSrt(source)) {
            return Optional.empty();
        }
        Headroom.check(source, "-->", 150);
        CueFile cues = Rolling.once(CueFile.of(vtt ? CutOff.withoutTornTag(source, losses) : source, losses), losses);
        if (cues.cues().isEmpty()) {
            throw new FormatException(file.name(), 0, "there are no cues with words in the file", "was it cut off?");
        }
        return Optional.of(read(file, cues, (vtt ? "WebVTT, " : "SRT, ") + decoded.encoding() + ", " + LineEnds.of(source.text()), losses));
    }

    /** A time line among the first lines with words. */
    private static boolean isSrt(SourceText source) {
        int seen = 0;
        for (SourceText.Line line : source.lines()) {
            if (!source.isBlank(line)) {
                if (CueFile.isTiming(source.words(line))) {
                    return true;
                }
                if (++seen > 5) {
                    return false;
                }
            }
        }
        return false;
    }

    private Reading read(Source file, CueFile cues, String format, Losses losses) {
        var assembly = new Assembly(cues.source(), wording, losses, " ");
        boolean voiced = cues.cues().stream().flatMap(c -> c.lines().stream()).map(cues.source().lines()::get)
            .anyMatch(l -> CueText.voice(cues.source().text(), l.start(), l.end()) != null);
        List<Utterance> utterances = voiced ? byVoice(cues, losses) : byLabel(cues, losses);
        assembly.addAll(utterances);
        Repeats.tell(cues.source(), utterances, losses);
        Transcript transcript = assembly.transcript(file.id());
        if (!tellOpenVoice(cues.source(), losses)) {
            CutOff.tellLastWords(cues.source(), transcript, losses);
        }
        return losses.reading(transcript, format);
    }

    /** Tells a last voice whose tag is not closed, where all others are. */
    private static boolean tellOpenVoice(SourceText source, Losses losses) {
        String text = source.text();
        int open = text.lastIndexOf("<v ");
        boolean closed = open < 0 || text.indexOf("</v>", open) >= 0;
        if (closed || count(text, "</v>") < 3 || count(text, "</v>") + 1 < count(text, "<v ") || !CutOff.isLast(source, source.lineAt(open) + 2)) {
            return false;
        }
        SourceText.Line line = source.lines().get(source.lineAt(open));
        CutOff.tell("the last voice's words are not closed with </v>, as all others are", source.words(line).strip(), line.place(), losses);
        return true;
    }

    private static int count(String text, String sign) {
        int n = 0;
        for (int i = text.indexOf(sign); i >= 0; i = text.indexOf(sign, i + 1)) {
            n++;
        }
        return n;
    }

    private static List<Utterance> byVoice(CueFile cues, Losses losses) {
        var out = new ArrayList<Utterance>();
        for (CueFile.Cue cue : cues.cues()) {
            var text = new CueText(cues.source(), losses);
            for (int i : cue.lines()) {
                SourceText.Line line = cues.source().lines().get(i);
                text.add(line.start(), line.end());
            }
            text.parts().forEach(p -> out.add(new Utterance(p.voice(), p.words(), cue.times())));
        }
        return out;
    }

    private List<Utterance> byLabel(CueFile cues, Losses losses) {
        SourceText source = cues.source();
        var heads = new ArrayList<Labels.Line>();
        for (CueFile.Cue cue : cues.cues()) {
            for (int i : cue.lines()) {
                SourceText.Line line = source.lines().get(i);
                Head head = Head.of(source.text(), CueText.skipTags(source.text(), line.start(), line.end()), line.end(), false);
                heads.add(Labels.Line.of(head, i == cue.lines().getFirst()));
            }
        }
        String[] labels = Labels.of(wording.labels(), heads, source.text());
        var out = new ArrayList<Utterance>();
        int n = 0;
        for (CueFile.Cue cue : cues.cues()) {
            var text = new CueText(source, losses);
            String label = cue.label();
            for (int i : cue.lines()) {
                SourceText.Line line = source.lines().get(i);
                if (labels[n] != null) {
                    put(out, label, text, cue);
                    text = new CueText(source, losses);
                    label = labels[n];
                }
                text.add(labels[n] == null ? line.start() : heads.get(n).head().text(), line.end());
                n++;
            }
            put(out, label, text, cue);
        }
        return out;
    }

    private static void put(List<Utterance> out, String label, CueText text, CueFile.Cue cue) {
        List<CueText.Part> parts = text.parts();
        if (!parts.isEmpty()) {
            out.add(new Utterance(label, parts.getFirst().words(), cue.times()));
        } else if (!label.isEmpty()) {
            out.add(new Utterance(label, List.of(), cue.times()));
        }
    }
}
