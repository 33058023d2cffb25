package dk.udsagn.exchange;

/**
 * How a program counts the characters of a text when it says where a selection begins and ends.
 *
 * @param unit      what it counts
 * @param lineEnd   how much a line end counts: 1 or 2, whatever stands in the file; in a text that mixes CRLF and LF, 2 is for CRLF only
 * @param markCounts whether a byte order mark at the top of the file counts as a character
 * @param endWithin whether the end named is the last character of the selection (true) or the one after it
 */
public record Dialect(Unit unit, int lineEnd, boolean markCounts, boolean endWithin) {
    /** What this library writes, and what every program writes for plain texts: code points, line ends one, no mark, the end not within. */
    public static final Dialect STANDARD = new Dialect(Unit.CODE_POINT, 1, false, false);

    private static final String WORDS = "code-point or utf-16, crlf-1 or crlf-2, bom or no-bom, end-in or end-out";

    /**
     * A dialect in short, as on a command line.
     *
     * @param words some of code-point or utf-16, crlf-1 or crlf-2 (how much a line end counts), bom or no-bom (whether the mark counts), end-in or end-out
     *              (whether the end is the last character), with commas between; what is not said is as the standard has it
     * @return the dialect
     * @throws IllegalArgumentException if a word is another; says which there are
     */
    public static Dialect of(String words) {
        Dialect d = STANDARD;
        for (String word : words.strip().toLowerCase(java.util.Locale.ROOT).split("\\s*,\\s*")) {
            d = switch (word) {
                case "standard", "" -> d;
                case "code-point" -> new Dialect(Unit.CODE_POINT, d.lineEnd, d.markCounts, d.endWithin);
                case "utf-16" -> new Dialect(Unit.UTF_16, d.lineEnd, d.markCounts, d.endWithin);
                case "crlf-1", "crlf-2" -> new Dialect(d.unit, word.charAt(5) - '0', d.markCounts, d.endWithin);
                case "bom", "no-bom" -> new Dialect(d.unit, d.lineEnd, word.equals("bom"), d.endWithin);
                case "end-in", "end-out" -> new Dialect(d.unit, d.lineEnd, d.markCounts, word.equals("end-in"));
                default -> throw new IllegalArgumentException("\"" + word + "\" is no way of counting; a dialect is said as in utf-16,crlf-2; there are " + WORDS);
            };
        }
        return d;
    }

    /** Checks the line end. */
    public Dialect {
        if (lineEnd != 1 && lineEnd != 2) {
            throw new IllegalArgumentException("a line end counts 1 or 2, not " + lineEnd);
        }
    }

    /** What is counted. */
    public enum Unit {
        /** Unicode characters, as the standard says: "😊" is one. */
        CODE_POINT,
        /** As Windows, Java and JavaScript count: "😊" is two. */
        UTF_16
    }

    /**
     * The dialect in words.
     *
     * @return such as {@code UTF-16 units, line ends count 2, byte order mark not counted, end after the last character}
     */
    @Override public String toString() {
        return (unit == Unit.CODE_POINT ? "code points" : "UTF-16 units") + ", line ends count " + lineEnd + ", byte order mark "
            + (markCounts ? "" : "not ") + "counted, end " + (endWithin ? "on" : "after") + " the last character";
    }

    /**
     * A dialect that was worked out from a file, and how sure that is.
     *
     * @param dialect    the dialect
     * @param sureness   0 to 1: how probable it is that selections are read where they stood, given what the file shows. Dialects that come to the
     *                   same places in this file count as one: a file without emoji does not say how emoji would count, and need not
     * @param selections how many selections it was worked out from
     * @param named      how many of them carry their own words as a name, and stand on them
     * @param off        how many carry a name that looks like words of the text but is not what stands there
     */
    public record Guess(Dialect dialect, double sureness, int selections, int named, int off) {
        /**
         * The guess in words.
         *
         * @return the dialect, how sure, and on what evidence
         */
        @Override public String toString() {
            return dialect + " (" + (sureness >= 0.99 ? "sure" : sureness >= 0.8 ? "likely" : "unsure") + ", from " + selections + " selections, "
                + named + " of them on the words they name)";
        }
    }
}
