package dk.udsagn.intake;

import java.util.Objects;

/** A file as it came: its name and its bytes. Immutable; any number of threads may read it. */
public final class Source {
    private final String name;
    private final byte[] bytes;
    /** What the bytes say as text; worked out once, by whichever thread comes first, always with the same result. */
    private volatile Decoded decoded;

    /**
     * A file's name and bytes.
     *
     * @param name  the file as the user knows it, with its ending; errors name it so
     * @param bytes what is in it; copied
     */
    public Source(String name, byte[] bytes) {
        this(bytes.clone(), name);
    }

    private Source(byte[] own, String name) {
        this.name = Objects.requireNonNull(name, "name");
        this.bytes = own;
    }

    /** A source of bytes that nobody else has. */
    static Source owning(String name, byte[] bytes) {
        return new Source(bytes, name);
    }

    /**
     * The file as the user knows it.
     *
     * @return the name, with its ending
     */
    public String name() {
        return name;
    }

    /**
     * The transcript's id.
     *
     * @return the file's name without folders and ending; the whole name if nothing else remains
     */
    public String id() {
        String file = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        int dot = file.lastIndexOf('.');
        String stem = dot > 0 ? file.substring(0, dot) : file;
        return stem.isBlank() ? "transcript" : stem;
    }

    /**
     * What is in the file.
     *
     * @return a copy of the bytes
     */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** The bytes without a copy, for the readers of this room, who do not change them. */
    byte[] raw() {
        return bytes;
    }

    /** The file as text, in lines; what had to be guessed for it is told. */
    Decoded decoded(Losses losses) {
        Decoded known = decoded;
        if (known == null) {
            known = Decoded.of(this, losses.language());
            decoded = known;
        }
        losses.addAll(known.told());
        return known;
    }

    /** Whether the file begins with these bytes. */
    boolean startsWith(int... signature) {
        if (bytes.length < signature.length) {
            return false;
        }
        for (int i = 0; i < signature.length; i++) {
            if ((bytes[i] & 0xff) != signature[i]) {
                return false;
            }
        }
        return true;
    }
}
