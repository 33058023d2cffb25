package dk.udsagn.exchange;

/** The name of a selection as it is held to the words: as written, with blanks squeezed, and, where it was cut short by dots, what stands before them. */
record RefiName(String raw, String squeezed, String head) {
    static final int NOT = 0;
    /** The name has blanks at its ends that the words have not: programs take blanks away, and put none there. */
    static final int BLANKS_ADDED = 1;
    static final int BLANKS_OTHER = 2;
    static final int CUT = 3;
    static final int EXACT = 4;
    private static final int LONGEST = 200;

    static RefiName of(String raw) {
        String squeezed = squeeze(raw);
        // ATLAS.ti puts the quotation's number and place before its words
        String words = !squeezed.isEmpty() && Character.isDigit(squeezed.charAt(0)) && squeezed.matches("\\d+:\\d+ .*") ? squeezed.replaceFirst("^\\d+:\\d+ ((p|¶|par\\.?) ?\\d+([ –-]+\\d+)?,? )?", "") : squeezed;
        String head = words;
        if (words.endsWith("…]") || words.endsWith("...]")) {
            head = words.substring(0, Math.max(0, words.lastIndexOf('[')));
        } else if (words.endsWith("…")) {
            head = words.substring(0, words.length() - 1);
        } else if (words.endsWith("...")) {
            head = words.substring(0, words.length() - 3);
        }
        return new RefiName(raw, words, head.strip());
    }

    /** The name that words get: each character of theirs, line ends and tabs as blanks; cut short by dots where they are long. */
    static String name(String words) {
        String shown = words.length() <= LONGEST ? words : words.substring(0, LONGEST - (Character.isHighSurrogate(words.charAt(LONGEST - 1)) ? 1 : 0)) + "…";
        return shown.replace('\n', ' ').replace('\t', ' ').replace('\r', ' ');
    }

    /**
     * Whether a name is the words, character for character; a line end or tab may stand in it as a blank, or as Qt's paragraph sign. There are no words where the
     * start is negative, or the end not after it.
     */
    static boolean same(String name, String text, int start, int end) {
        if (start < 0 || end <= start || name.length() != end - start) {
            return false;
        }
        for (int i = 0; i < name.length(); i++) {
            char c = text.charAt(start + i);
            if (name.charAt(i) != c && !((c == '\n' || c == '\t') && (name.charAt(i) == ' ' || name.charAt(i) == '\u2029'))) {
                return false;
            }
        }
        return true;
    }

    /**
     * How well a name fits words that are its own, letter by letter, but for blanks at their ends: what {@link #fit} says, which is mostly said without
     * going through the words.
     */
    static int fitBesideBlanks(String raw, String text, int start, int end) {
        char first = raw.charAt(0);
        boolean plain = !isBlank(first) && !isBlank(raw.charAt(raw.length() - 1)) && !Character.isDigit(first) && end - start <= limit(raw);
        return plain ? BLANKS_OTHER : of(raw).fit(text, start, end);
    }

    /** How far into words a name is held to them. */
    private static int limit(String raw) {
        return 2 * raw.length() + 80;
    }

    /** How well it fits words that it is not exactly. */
    int fit(String text, int start, int end) {
        int first = start;
        while (first < end && isBlank(text.charAt(first))) {
            first++;
        }
        if (squeezed.isEmpty() || first == end || text.charAt(first) != squeezed.charAt(0)) {
            return NOT;
        }
        int limit = Math.min(end, start + limit(raw));
        int same = 0;                                                    // how many characters of the squeezed name the words give, their blanks squeezed alike
        boolean over = false;
        for (int i = first; i < limit && !over; i++) {
            char c = text.charAt(i);
            if (isBlank(c)) {
                while (i + 1 < limit && isBlank(text.charAt(i + 1))) {
                    i++;
                }
                if (i + 1 == limit) {
                    break;
                }
                c = ' ';
            }
            over = same == squeezed.length() || squeezed.charAt(same) != c;
            same += over ? 0 : 1;
        }
        if (end == limit && !over && same == squeezed.length()) {
            boolean added = isBlank(raw.charAt(0)) && first == start || isBlank(raw.charAt(raw.length() - 1)) && !isBlank(text.charAt(end - 1));
            return added ? BLANKS_ADDED : BLANKS_OTHER;
        }
        if (head.length() < squeezed.length() && !head.isEmpty() && (same > head.length() || same == head.length() && over)) {
            return CUT;
        }
        return squeezed.length() >= 20 && same == squeezed.length() ? BLANKS_OTHER : NOT;
    }

    /** Runs of blanks as one, none at the ends. */
    static String squeeze(String text) {
        var squeezed = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!isBlank(c)) {
                squeezed.append(c);
            } else if (!squeezed.isEmpty() && squeezed.charAt(squeezed.length() - 1) != ' ') {
                squeezed.append(' ');
            }
        }
        int end = squeezed.length();
        return squeezed.substring(0, end > 0 && squeezed.charAt(end - 1) == ' ' ? end - 1 : end);
    }

    /** Whether only blanks stand between two positions, whichever comes first. */
    static boolean isBlank(String text, int a, int b) {
        for (int i = Math.min(a, b); i < Math.max(a, b); i++) {
            if (!isBlank(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isBlank(char c) {
        return c <= ' ' ? Character.isWhitespace(c) : c > '~' && (c == '\u00A0' || Character.isWhitespace(c));
    }
}
