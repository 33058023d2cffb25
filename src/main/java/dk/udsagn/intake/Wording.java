package dk.udsagn.intake;

import dk.udsagn.transcript.Language;

/**
 * What the readers know of a language; read once.
 *
 * @param language the language of the interviews
 * @param labels   its labels of speakers
 */
record Wording(Language language, LabelWords labels) {
    static Wording of(Language language) {
        return new Wording(language, new LabelWords(language));
    }
}
