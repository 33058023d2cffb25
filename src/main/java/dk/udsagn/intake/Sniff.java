package dk.udsagn.intake;

import dk.udsagn.transcript.FormatException;
import java.nio.charset.StandardCharsets;

/** What kind of file the first bytes show. */
final class Sniff {
    private Sniff() {
    }

    /** Whether the file may be text; a sound, a picture or an old Word file is told by name. */
    static boolean looksLikeText(Source file) {
        if (file.startsWith('P', 'K', 3, 4) || file.startsWith('%', 'P', 'D', 'F', '-') || file.startsWith('{', '\\', 'r', 't', 'f')) {
            return false;
        }
        String kind = kind(file);
        if (kind != null) {
            throw new FormatException(file.name(), 0, "this is " + kind + ", no transcript", kind.startsWith("an old Word")
                ? "save it as docx without a password" : "a recording has to be transcribed first");
        }
        return true;
    }

    private static String kind(Source file) {
        if (file.startsWith(0xD0, 0xCF, 0x11, 0xE0)) {
            return "an old Word file (.doc) or one locked with a password";
        }
        if (file.startsWith('I', 'D', '3') || file.startsWith(0xFF, 0xFB) || file.startsWith(0xFF, 0xF3)) {
            return "a sound file (mp3)";
        }
        if (file.startsWith('R', 'I', 'F', 'F') || file.startsWith('O', 'g', 'g', 'S') || file.startsWith('f', 'L', 'a', 'C')) {
            return "a sound file";
        }
        if (file.startsWith(0x89, 'P', 'N', 'G') || file.startsWith(0xFF, 0xD8, 0xFF) || file.startsWith('G', 'I', 'F', '8')) {
            return "a picture";
        }
        if (file.startsWith(0x1F, 0x8B) || file.startsWith('R', 'a', 'r', '!') || file.startsWith('7', 'z', 0xBC, 0xAF)) {
            return "a packed archive";
        }
        byte[] raw = file.raw();
        if (raw.length > 12 && new String(raw, 4, 4, StandardCharsets.ISO_8859_1).equals("ftyp")) {
            return "a sound or film file (mp4, m4a)";
        }
        return null;
    }
}
