package dk.udsagn.intake;

import dk.udsagn.transcript.Language;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What the readers know of a language; read once.
 *
 * @param language the language of the interviews
 * @param labels   its labels of speakers
 * @param asides   lines that nobody says, in lower case; a star at either end stands for any words, "end:" for the last lines only
 */
record Wording(Language language, LabelWords labels, List<String> asides) {
    private static final int LONGEST_ASIDE = 100;
    private static final int LONGEST_NOTICE = 400;
    /** A line framed by typed ornament, as typists set off "*** side 2 of the tape ***". */
    private static final Pattern FRAMED = Pattern.compile("(?:\\*{3,}|[=~\u2013\u2014-]{2,}|_{3,}|#{3,}).{1,80}?(?:\\*{3,}|[=~\u2013\u2014-]{2,}|_{3,}|#{3,})");
    private static final Pattern ORNAMENT = Pattern.compile("^[#\\[(*_=\u2013\u2014 -]+|[\\])*_=.!\u2013\u2014 -]+$");

    static Wording of(Language language) {
        return new Wording(language, new LabelWords(language), language.list("asides.txt"));
    }

    /** Whether a whole line is a remark of a program or a typist, such as "Anne Holm started transcription". */
    boolean isAside(String line) {
        if (line.length() > LONGEST_NOTICE) {
            return false;
        }
        String squeezed = Characters.squeeze(line);
        String bare = bare(squeezed);
        boolean brief = line.length() <= LONGEST_ASIDE && line.indexOf(':') < 0;
        for (String aside : asides) {
            boolean begins = aside.endsWith("*") && bare.startsWith(aside.substring(0, aside.length() - 1));
            boolean ends = aside.startsWith("*") && bare.endsWith(aside.substring(1)) && bare.length() >= aside.length();
            if (begins || brief && (ends || bare.equals(aside))) {
                return true;
            }
        }
        return brief && FRAMED.matcher(squeezed).matches();
    }

    /** Whether a line that ends the file, set off from the talk, says no more than that: "Slut", "- END -". */
    boolean isClosing(String line) {
        String bare = "end:" + bare(Characters.squeeze(line));
        return line.length() <= LONGEST_ASIDE && asides.stream().anyMatch(a -> a.equals(bare) || a.startsWith("end:") && a.endsWith("*") && bare.startsWith(a.substring(0, a.length() - 1)));
    }

    private static String bare(String squeezed) {
        return ORNAMENT.matcher(squeezed.toLowerCase(Locale.ROOT)).replaceAll("");
    }
}
