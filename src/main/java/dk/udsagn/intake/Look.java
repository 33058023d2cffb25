package dk.udsagn.intake;

/** What sets letters off from others, of those looks by which people tell questions from answers; in the order in which they are tried. */
enum Look {
    BOLD("bold"), ITALIC("italics"), UNDERLINED("underlined letters"), COLOURED("colour");

    private final String words;

    Look(String words) {
        this.words = words;
    }

    /** As a user knows it, after "in". */
    String words() {
        return words;
    }
}
