package dk.udsagn.intake;

/** A bit of a turn's words: characters of the source as they stand, or a named repair. */
sealed interface Piece {
    /** Characters {@code [from, to)} of the source. */
    record Copy(int from, int to) implements Piece {
    }

    /** Characters that stand otherwise in the source, or not at all. */
    record Repair(String words, String name) implements Piece {
    }
}
