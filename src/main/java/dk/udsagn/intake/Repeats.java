package dk.udsagn.intake;

import dk.udsagn.transcript.SourcePlace;
import java.util.List;

/** The same words over and over, as speech recognition invents them in silence. They stay in the text and are told. */
final class Repeats {
    private static final int MANY = 4;

    private Repeats() {
    }

    static void tell(SourceText source, List<Utterance> utterances, Losses losses) {
        int run = 1;
        for (int i = 1; i <= utterances.size(); i++) {
            String before = words(source, utterances.get(i - 1));
            if (i < utterances.size() && !before.isEmpty() && before.equals(words(source, utterances.get(i)))) {
                run++;
            } else {
                if (run >= MANY) {
                    losses.guessed("repeated words", "the same words come " + run + " times in a row; the recogniser may have invented them",
                        before, place(source, utterances.get(i - run)));
                }
                run = 1;
            }
        }
    }

    private static String words(SourceText source, Utterance utterance) {
        return Characters.squeeze(CueText.string(source, utterance.words()));
    }

    private static SourcePlace place(SourceText source, Utterance utterance) {
        return utterance.words().stream().filter(Piece.Copy.class::isInstance).map(p -> source.place(((Piece.Copy) p).from()))
            .findFirst().orElse(SourcePlace.UNKNOWN);
    }
}
