package dk.udsagn.intake;

import dk.udsagn.transcript.FormatException;
import dk.udsagn.transcript.Language;
import dk.udsagn.transcript.LossReport;
import dk.udsagn.transcript.SourcePlace;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A file's bytes as characters, and in which encoding they were. The byte order mark stays, as U+FEFF.
 *
 * @param source   the characters, in lines
 * @param encoding the encoding's name for people
 * @param told     what had to be guessed
 */
record Decoded(SourceText source, String encoding, LossReport told) {
    private static final Charset WINDOWS = Charset.forName("windows-1252");
    /** Bytes that Windows-1252 gives no character. */
    private static final String UNDEFINED = "\u0081\u008d\u008f\u0090\u009d";

    private record Text(String text, String encoding) {
    }

    /** Decodes a file. */
    static Decoded of(Source file, Language language) {
        var losses = new Losses(language);
        Text text = text(file, losses);
        return new Decoded(SourceText.of(file.name(), text.text), text.encoding, losses.report());
    }

    private static Text text(Source file, Losses losses) {
        byte[] bytes = file.raw();
        if (bytes.length == 0) {
            throw new FormatException(file.name(), 0, "the file is empty", "was it saved, or is it still on its way from the cloud?");
        }
        Text decoded = byMark(file, bytes);
        if (decoded == null) {
            decoded = byContent(file, bytes, losses);
        }
        if (Characters.skip(decoded.text, 0, decoded.text.length()) == decoded.text.length()) {
            throw new FormatException(file.name(), 0, "there is nothing but empty space in the file", "it needs turns such as \"I: Hvordan ...\"");
        }
        refuseBinary(file, decoded.text);
        return decoded;
    }

    private static Text byMark(Source file, byte[] bytes) {
        if (file.startsWith(0xEF, 0xBB, 0xBF)) {
            String strict = strictly(bytes);
            return strict == null ? null : new Text(strict, "UTF-8 with byte order mark");
        }
        if (file.startsWith(0xFF, 0xFE, 0, 0) || file.startsWith(0, 0, 0xFE, 0xFF)) {
            throw new FormatException(file.name(), 0, "the file is in UTF-32, which no transcription program writes", "save it as UTF-8");
        }
        if (file.startsWith(0xFF, 0xFE)) {
            return new Text(new String(bytes, StandardCharsets.UTF_16LE), "UTF-16 LE with byte order mark");
        }
        if (file.startsWith(0xFE, 0xFF)) {
            return new Text(new String(bytes, StandardCharsets.UTF_16BE), "UTF-16 BE with byte order mark");
        }
        return null;
    }

    private static Text byContent(Source file, byte[] bytes, Losses losses) {
        int evenZeros = 0;
        int oddZeros = 0;
        int look = Math.min(bytes.length, 4000);
        for (int i = 0; i < look; i++) {
            if (bytes[i] == 0) {
                evenZeros += 1 - i % 2;
                oddZeros += i % 2;
            }
        }
        if (oddZeros > look / 4 && evenZeros < look / 50 || evenZeros > look / 4 && oddZeros < look / 50) {
            boolean little = oddZeros > evenZeros;
            losses.guessed("encoding", "every other byte is zero, as UTF-16 without a byte order mark has it", "UTF-16", SourcePlace.UNKNOWN);
            return new Text(new String(bytes, little ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE), little ? "UTF-16 LE" : "UTF-16 BE");
        }
        String strict = strictly(bytes);
        if (strict != null) {
            return new Text(strict, "UTF-8");
        }
        String cut = withoutHalfCharacter(bytes, losses);
        if (cut != null) {
            return new Text(cut, "UTF-8");
        }
        String mixed = mixed(bytes, losses);
        return mixed != null ? new Text(mixed, "UTF-8 with stray bytes") : eightBit(file, bytes, losses);
    }

    /** The bytes as UTF-8; null when they are none. A decoder that reports faults would need the text three times. */
    private static String strictly(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        return text.indexOf('\uFFFD') < 0 || isUtf8(bytes) ? text : null;
    }

    private static boolean isUtf8(byte[] bytes) {
        for (int i = 0; i < bytes.length; ) {
            int length = sequence(bytes, i);
            if (length == 0) {
                return false;
            }
            i += length;
        }
        return true;
    }

    /** UTF-8 that stops amid a character; null when it is none, or has no other character by which it is known to be UTF-8. */
    private static String withoutHalfCharacter(byte[] bytes, Losses losses) {
        int half = bytes.length - 1;
        while (half > 0 && bytes.length - half < 3 && (bytes[half] & 0xC0) == 0x80) {
            half--;
        }
        int length = bytes[half] < 0 ? (bytes[half] & 0xff) >= 0xF0 ? 4 : (bytes[half] & 0xff) >= 0xE0 ? 3 : (bytes[half] & 0xff) >= 0xC2 ? 2 : 0 : 0;
        if (length <= bytes.length - half) {
            return null;
        }
        String text = strictly(Arrays.copyOf(bytes, half));
        if (text == null || text.length() == half) {
            return null;
        }
        int line = 1 + (int) text.chars().filter(c -> c == '\n').count();
        CutOff.tell("it stops amid a character", "byte 0x%02X".formatted(bytes[half]), SourcePlace.line(line), losses);
        return text;
    }

    /** Text that is UTF-8 but for a few bytes, pasted from elsewhere or cut off; null when it is no UTF-8 at all. */
    private static String mixed(byte[] bytes, Losses losses) {
        int good = 0;
        int bad = 0;
        var out = new StringBuilder(bytes.length);
        int firstBad = -1;
        for (int i = 0; i < bytes.length; ) {
            int length = sequence(bytes, i);
            if (length == 0) {
                bad++;
                firstBad = firstBad < 0 ? i : firstBad;
                out.append(new String(bytes, i, 1, WINDOWS));
                i++;
            } else if (length == 1) {
                out.append((char) bytes[i++]);
            } else {
                good++;
                out.append(new String(bytes, i, length, StandardCharsets.UTF_8));
                i += length;
            }
        }
        if (good < 3 * bad) {
            return null;
        }
        int line = 1 + (int) new String(bytes, 0, firstBad, StandardCharsets.ISO_8859_1).chars().filter(c -> c == '\n').count();
        for (int i = 0; i < bad; i++) {
            losses.guessed("stray byte", "the file is UTF-8 but for these bytes, which were read as Windows-1252", i == 0
                ? "byte 0x%02X".formatted(bytes[firstBad]) : "", SourcePlace.line(line));
        }
        return out.toString();
    }

    /** Length of the well-formed UTF-8 sequence at a place; 0 when there is none. */
    private static int sequence(byte[] bytes, int at) {
        int first = bytes[at] & 0xff;
        if (first < 0x80) {
            return 1;
        }
        int length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
        if (first < 0xC2 || first > 0xF4 || at + length > bytes.length) {
            return 0;
        }
        for (int i = 1; i < length; i++) {
            if ((bytes[at + i] & 0xC0) != 0x80) {
                return 0;
            }
        }
        boolean replacement = first == 0xEF && bytes[at + 1] == (byte) 0xBF && bytes[at + 2] == (byte) 0xBD;      // U+FFFD itself may stand in a file
        return replacement || new String(bytes, at, length, StandardCharsets.UTF_8).indexOf('\uFFFD') < 0 ? length : 0;
    }

    /** How well a text of one byte a character fits: Danish and its neighbours' letters in words, less signs amid words. */
    private static int fit(String text) {
        int fit = 0;
        for (int i = 1; i + 1 < text.length(); i++) {
            char c = text.charAt(i);
            boolean inWord = Character.isLetter(text.charAt(i - 1)) || Character.isLetter(text.charAt(i + 1));
            if (c >= 0x80 && inWord) {
                boolean amid = Character.isLetter(text.charAt(i - 1)) && Character.isLetter(text.charAt(i + 1));
                boolean capitalAmid = Character.isUpperCase(c) && Character.isLowerCase(text.charAt(i - 1));      // "donÆt": it is an apostrophe elsewhere
                fit += capitalAmid ? -1 : amid && c == '\u2019' ? 1 : "æøåÆØÅ".indexOf(c) >= 0 ? 2 : "éÉöäüÖÄÜ".indexOf(c) >= 0 ? 1 : amid && c != '\u2019' ? -1 : 0;
            }
        }
        return fit;
    }

    /** The text in the encoding of old Macs or of DOS, where that fits Danish words and Windows-1252 does not; else null. */
    private static Text older(byte[] bytes, Losses losses) {
        int best = Math.max(0, fit(new String(bytes, WINDOWS)));
        Text found = null;
        for (String name : best > 0 ? new String[0] : new String[] {"x-MacRoman", "IBM850"}) {
            String text = Charset.isSupported(name) ? new String(bytes, Charset.forName(name)) : "";
            int fit = fit(text);
            if (fit > best) {
                best = fit;
                found = new Text(text, name);
            }
        }
        if (found != null) {
            losses.guessed("encoding", "no UTF-8, and the letters of Danish words come out right in it and not in Windows-1252", found.encoding, SourcePlace.UNKNOWN);
        }
        return found;
    }

    /**
     * One byte a character: Windows-1252, whose 0x85 is "…"; ISO-8859-1 when 0x85 is the only line end there is. Where no
     * byte lies in 0x80 to 0x9F the two are the same.
     */
    private static Text eightBit(Source file, byte[] bytes, Losses losses) {
        String latin = new String(bytes, StandardCharsets.ISO_8859_1);
        Text older = older(bytes, losses);
        if (older != null) {
            return older;
        }
        for (int i = 0; i < latin.length(); i++) {
            if (UNDEFINED.indexOf(latin.charAt(i)) >= 0) {
                int line = 1 + (int) latin.substring(0, i).chars().filter(c -> c == '\n').count();
                throw new FormatException(file.name(), line, "byte 0x%02X is no character in UTF-8, UTF-16, Windows-1252 or ISO-8859-1"
                    .formatted((int) latin.charAt(i)), "save the file as UTF-8");
            }
        }
        boolean high = latin.chars().anyMatch(c -> c >= 0x80 && c < 0xA0);
        boolean otherHigh = latin.chars().anyMatch(c -> c >= 0x80 && c < 0xA0 && c != 0x85);
        if (high && !otherHigh && latin.indexOf('\n') < 0 && latin.indexOf('\r') < 0) {
            losses.guessed("encoding", "no UTF-8, and byte 0x85 is the only line end there is", "ISO-8859-1", SourcePlace.UNKNOWN);
            return new Text(latin, "ISO-8859-1");
        }
        String name = high ? "Windows-1252" : "ISO-8859-1";
        losses.guessed("encoding", high ? "no UTF-8, and bytes 0x80 to 0x9F are the quotation marks and dots of Windows"
            : "no UTF-8; Windows-1252 would give the same characters", name, SourcePlace.UNKNOWN);
        return new Text(new String(bytes, WINDOWS), name);
    }

    /** Control characters that text has: those that count as space, and the bullet of CHAT. */
    private static void refuseBinary(Source file, String text) {
        int odd = 0;
        int line = 1;
        int firstLine = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            line += c == '\n' ? 1 : 0;
            boolean control = c < ' ' && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != '\u000b' && c != '\u0015' || c == '\uFFFF' || c == '\uFFFE';
            if (control) {
                odd++;
                firstLine = firstLine == 0 ? line : firstLine;
                if (c == 0 || odd > 20 && odd > text.length() / 200) {
                    throw new FormatException(file.name(), firstLine, "this is no text: there are control characters in it (the first is U+%04X)"
                        .formatted((int) c), "give a transcript; a recording has to be transcribed first");
                }
            }
        }
    }
}
