package dk.udsagn.intake;

import dk.udsagn.transcript.SourcePlace;
import dk.udsagn.transcript.Times;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Words of a file that names no speaker, as speech recognition writes it. They are one voice's, {@link Assembly#NAMELESS}, in
 * turns of about a paragraph that end where a sentence does.
 */
final class Unnamed {
    private static final int FEW_WORDS = 60;
    private static final int FEWEST_LINES = 8;
    private static final int LONGEST_LINE = 300;

    private Unnamed() {
    }

    /** Adds utterances none of which has a label. */
    static void addTo(Assembly assembly, List<Utterance> utterances, SourceText source, Losses losses) {
        tell(losses);
        int words = 0;
        boolean ended = false;
        for (Utterance utterance : utterances) {
            String said = CueText.string(source, utterance.words());
            boolean goesOn = !ended || words < FEW_WORDS;
            words = (goesOn ? words : 0) + said.split("\\s+").length;
            ended = endsSentence(said);
            assembly.add(new Utterance(Assembly.NAMELESS, utterance.words(), utterance.times()), goesOn);
        }
    }

    /**
     * A text file of captions, a line each: many lines of words, none very long, no empty line between them. Empty when the
     * file is another kind of text, which needs labels.
     */
    static Optional<LabelledText> lines(SourceText source, Losses losses) {
        int filled = 0;
        int last = 0;
        for (int i = 0; i < source.lines().size(); i++) {
            SourceText.Line line = source.lines().get(i);
            if (source.isBlank(line)) {
                continue;
            }
            if (filled > 0 && i > last + 1 || line.end() - line.start() > LONGEST_LINE) {
                return Optional.empty();
            }
            filled++;
            last = i;
        }
        if (filled < FEWEST_LINES) {
            return Optional.empty();
        }
        tell(losses);
        return Optional.of(new LabelledText(turns(source), List.of()));
    }

    private static List<LabelledText.Turn> turns(SourceText source) {
        var turns = new ArrayList<LabelledText.Turn>();
        int words = 0;
        int start = -1;
        int end = -1;
        for (SourceText.Line line : source.lines()) {
            int from = Characters.skip(source.text(), line.start(), line.end());
            if (from == line.end()) {
                continue;
            }
            if (start >= 0 && words >= FEW_WORDS && endsSentence(source.text().substring(start, end))) {
                turns.add(new LabelledText.Turn(Assembly.NAMELESS, start, start, end, Times.UNKNOWN, false));
                start = -1;
                words = 0;
            }
            start = start < 0 ? from : start;
            end = Characters.skipBack(source.text(), from, line.end());
            words += source.text().substring(from, end).split("\\s+").length;
        }
        turns.add(new LabelledText.Turn(Assembly.NAMELESS, start, start, end, Times.UNKNOWN, false));
        return turns;
    }

    private static boolean endsSentence(String words) {
        String bare = Characters.trim(words);
        return !bare.isEmpty() && ".?!\u2026\"\u201d)]".indexOf(bare.charAt(bare.length() - 1)) >= 0;
    }

    private static void tell(Losses losses) {
        losses.guessed("speaker", "the file names no speaker; all words were given to \"" + Assembly.NAMELESS
            + "\", in turns of about a paragraph; transcribe with speakers told apart (diarization) for more", "", SourcePlace.UNKNOWN);
    }
}
