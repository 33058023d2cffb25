package dk.udsagn.index;

import java.text.Normalizer;
import java.util.Locale;

/** The one form of a word that everything is compared in. */
final class Normal {
    private Normal() { }

    /** Lower case, NFC, one kind of apostrophe and hyphen, nothing invisible. */
    static String form(String written) {
        var kept = new StringBuilder(written.length());
        for (int i = 0; i < written.length(); i++) {
            char c = written.charAt(i);
            if (c == '\u2019') {
                kept.append('\'');
            } else if (c == '\u2010' || c == '\u2011') {
                kept.append('-');
            } else if (!Segmenter.isDropped(c)) {
                kept.append(c);
            }
        }
        return Normalizer.normalize(Normalizer.normalize(kept, Normalizer.Form.NFC).toLowerCase(Locale.ROOT), Normalizer.Form.NFC);
    }
}
