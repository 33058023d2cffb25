package dk.udsagn.transcript;

/** A file or a text has the wrong form. The message says where, what was found, and what would do. */
public final class FormatException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String source;
    private final int line;
    private final String problem;
    private final String mend;

    /**
     * A fault in a file.
     *
     * @param source  the file, as the user knows it
     * @param line    1-based line; 0 when the fault is the whole file's
     * @param problem what was found
     * @param mend    what would do; may be empty
     */
    public FormatException(String source, int line, String problem, String mend) {
        super(source + (line > 0 ? ":" + line : "") + ": " + problem + (mend.isEmpty() ? "" : "; " + mend));
        this.source = source;
        this.line = line;
        this.problem = problem;
        this.mend = mend;
    }

    /**
     * Which file.
     *
     * @return the file, as the user knows it
     */
    public String source() {
        return source;
    }

    /**
     * Which line.
     *
     * @return 1-based line; 0 when the fault is the whole file's
     */
    public int line() {
        return line;
    }

    /**
     * What was found.
     *
     * @return the problem in words
     */
    public String problem() {
        return problem;
    }

    /**
     * What would do.
     *
     * @return the mend in words; may be empty
     */
    public String mend() {
        return mend;
    }
}
