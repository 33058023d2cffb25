package dk.udsagn.intake;

import dk.udsagn.transcript.FormatException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** What kind of file the first bytes show. */
final class Sniff {
    private static final String WEB_PAGE = "a web page (HTML)";

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
                ? "save it as docx without a password" : kind.equals(WEB_PAGE) ? "download the file itself; this may be a page to log in on" : "a recording has to be transcribed first");
        }
        return true;
    }

    /** A fault of a file that was read as text though its name promises a document: it says that first. */
    static FormatException named(Source file, FormatException fault) {
        String name = file.name().toLowerCase(Locale.ROOT);
        String ending = name.endsWith(".docx") ? "docx" : name.endsWith(".odt") ? "odt" : name.endsWith(".pdf") ? "pdf" : name.endsWith(".rtf") ? "rtf" : "";
        boolean other = !ending.isEmpty() && looksOther(file) && file.raw().length > 0 && !fault.problem().startsWith("this is ");
        return other ? new FormatException(fault.source(), fault.line(), "this is no " + ending + ", whatever its name says; taken for text, " + fault.problem(),
            "is it the right file, and whole?") : fault;
    }

    private static boolean looksOther(Source file) {
        return !file.startsWith('P', 'K', 3, 4) && !new String(file.raw(), 0, Math.min(1024, file.raw().length), StandardCharsets.ISO_8859_1).contains("%PDF-")
            && !file.startsWith('{', '\\', 'r', 't', 'f');
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
        String begin = Characters.trim(new String(raw, 0, Math.min(raw.length, 200), StandardCharsets.ISO_8859_1).replace("\u00ef\u00bb\u00bf", "")).toLowerCase(Locale.ROOT);
        if (begin.startsWith("<!doctype html") || begin.startsWith("<html")) {
            return WEB_PAGE;
        }
        if (raw.length > 12 && new String(raw, 4, 4, StandardCharsets.ISO_8859_1).equals("ftyp")) {
            return "a sound or film file (mp4, m4a)";
        }
        return null;
    }
}
