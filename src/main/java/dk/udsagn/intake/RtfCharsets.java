package dk.udsagn.intake;

import java.nio.charset.Charset;
import java.util.HashMap;
import java.util.Map;

/** The encodings of a rich text file: one for all, and those of fonts that have their own. Not for threads to share. */
final class RtfCharsets {
    /** The code page of the Macintosh's Roman letters. */
    static final int MAC = 10_000;
    private static final int UTF_8 = 65_001;
    /** Code pages of the character sets a font may have (RTF 1.9.1, "Font Table"). */
    private static final Map<Integer, String> SETS = Map.of(77, "x-MacRoman", 161, "windows-1253", 162, "windows-1254", 177, "windows-1255",
        178, "windows-1256", 186, "windows-1257", 204, "windows-1251", 238, "windows-1250");
    private final Map<Integer, Charset> fonts = new HashMap<>();
    private Charset page = Charset.forName("windows-1252");

    /** The file says its code page. */
    void page(int number) {
        page = charset(number == MAC ? "x-MacRoman" : number == UTF_8 ? "UTF-8" : number == 850 || number == 437 ? "IBM" + number : "windows-" + number);
    }

    /** A font says its character set; one that means "as the file" changes nothing. */
    void font(int font, int set) {
        if (SETS.containsKey(set)) {
            fonts.put(font, charset(SETS.get(set)));
        }
    }

    /** The encoding of words in a font. */
    Charset of(int font) {
        return fonts.getOrDefault(font, page);
    }

    private Charset charset(String name) {
        return Charset.isSupported(name) ? Charset.forName(name) : page;
    }
}
