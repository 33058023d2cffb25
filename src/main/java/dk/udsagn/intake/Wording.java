package dk.udsagn.intake;

import dk.udsagn.transcript.Language;
import java.util.List;
import java.util.Locale;

/**
 * What the readers know of a language; read once.
 *
 * @param language the language of the interviews
 * @param labels   its labels of speakers
 * @param asides   lines that nobody says, in lower case; a star in front stands for any words
 */
record Wording(Language language, LabelWords labels, List<String> asides) {
    private static final int LONGEST_ASIDE = 100;

    static Wording of(Language language) {
        return new Wording(language, new LabelWords(language), language.list("asides.txt"));
    }

    /** Whether a whole line is a remark of a program or a typist, such as "Anne Holm started transcription". */
    boolean isAside(String line) {
        if (line.length() > LONGEST_ASIDE || line.indexOf(':') >= 0) {
            return false;
        }
        String bare = Characters.squeeze(line).toLowerCase(Locale.ROOT).replaceAll("^[\\[(*_=\u2013\u2014 -]+|[\\])*_=.!\u2013\u2014 -]+$", "");
        for (String aside : asides) {
            if (aside.startsWith("*") ? bare.endsWith(aside.substring(1)) && bare.length() >= aside.length() : bare.equals(aside)) {
                return true;
            }
        }
        return false;
    }
}
