package dk.udsagn.coding;

/**
 * A person who codes.
 *
 * @param id   how logs name the person: letters, digits, hyphens and dots, since it names a file
 * @param name what people call them; may be empty
 */
public record Coder(String id, String name) {
    /** Checks that the id can name a file. */
    public Coder {
        if (!id.matches("[\\p{L}\\p{N}][\\p{L}\\p{N}_.-]{0,63}")) {
            throw new IllegalArgumentException("coder id \"" + id + "\" needs 1 to 64 letters, digits, hyphens and dots, as in \"k1\"");
        }
    }
}
