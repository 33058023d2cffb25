package dk.udsagn.intake;

import dk.udsagn.transcript.FormatException;

/**
 * Whether Java has the memory for a large file, asked before it is read: near its limit Java would spend many seconds on looking
 * for free memory before it gave up. What the parts take was measured on files of a million turns.
 */
final class Headroom {
    /** Objects of one line of a text, and of one turn on its way into the transcript. */
    private static final int LINE = 40;
    private static final int TURN = 320;
    /** Shorter texts fit into any Java. */
    private static final int LARGE = 2_000_000;

    private Headroom() {
    }

    /** Refuses a text whose lines alone are too many for Java's memory. */
    static void checkLines(String name, String text) {
        if (text.length() > LARGE) {
            check(name, count(text, "\n") * LINE + copies(text));
        }
    }

    /**
     * Refuses a text that Java has not the memory for.
     *
     * @param sign what each of its turns, cues, rows or segments has once
     * @param more bytes that each takes while it is read, beyond what a turn does
     */
    static void check(SourceText source, String sign, int more) {
        if (source.text().length() > LARGE) {
            check(source.name(), copies(source.text()) + count(source.text(), sign) * (TURN + more));
        }
    }

    /** Refuses a text of so many lines that may all be turns. */
    static void check(SourceText source, long turns) {
        if (turns > LARGE / 100) {
            check(source.name(), copies(source.text()) + turns * TURN);
        }
    }

    /** The canonical text while it is built and when it is done; a character beyond Latin-1 doubles both. */
    private static long copies(String text) {
        int i = 0;
        while (i < text.length() && text.charAt(i) < 256) {
            i++;
        }
        return (i < text.length() ? 4L : 2L) * text.length();
    }

    private static long count(String text, String sign) {
        long n = 0;
        for (int i = text.indexOf(sign); i >= 0; i = text.indexOf(sign, i + 1)) {
            n++;
        }
        return n;
    }

    private static void check(String name, long need) {
        Runtime java = Runtime.getRuntime();
        if (need < java.maxMemory() / 4 || need < free(java)) {
            return;
        }
        System.gc();                   // what is free but not yet known to be
        if (need > free(java)) {
            throw tooLarge(name, need + java.totalMemory() - java.freeMemory());
        }
    }

    private static long free(Runtime java) {
        return java.maxMemory() - (java.totalMemory() - java.freeMemory());
    }

    /** The fault of a file that is too large; {@code all} is about the memory it would take, in bytes, 0 where that is not known. */
    static FormatException tooLarge(String name, long all) {
        long megabytes = Math.max(all >> 20, Runtime.getRuntime().maxMemory() >> 20);
        String much = all > 0 ? "about " + megabytes + " MB of memory, and Java has " : "more memory than Java has: ";
        long give = Math.max(1, (megabytes * 5 / 4 + 1023) / 1024);
        return new FormatException(name, 0, "reading it takes " + much + (Runtime.getRuntime().maxMemory() >> 20) + " MB",
            "is it one interview? else split it, or give Java more, as with -Xmx" + (all > 0 ? give : give * 2) + "g");
    }
}
