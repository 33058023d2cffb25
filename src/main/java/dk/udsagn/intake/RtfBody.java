package dk.udsagn.intake;

import dk.udsagn.transcript.SourcePlace;
import java.io.ByteArrayOutputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The words of a rich text file, read from its top. Not for threads to share. */
final class RtfBody {
    /** Groups that hold no words of the text (RTF 1.9.1, "Destination" control words). */
    private static final Set<String> ASIDE = Set.of("colortbl", "stylesheet", "info", "pict", "header", "headerl", "headerr", "headerf",
        "footer", "footerl", "footerr", "footerf", "fldinst", "object", "filetbl", "listtable", "listoverridetable", "revtbl", "rsidtbl", "generator",
        "xmlnstbl", "themedata", "colorschememapping", "latentstyles", "datastore", "pnseclvl", "ftnsep", "ftnsepc", "aftnsep", "aftnsepc", "bkmkstart",
        "bkmkend", "nonshppict", "template", "userprops", "listtext", "pntext", "atnid", "atnauthor", "atrfstart", "atrfend", "tc", "xe");
    private static final Map<String, String> TOLD = Map.of("footnote", "footnote", "annotation", "comment", "shptxt", "text box");
    private static final Map<String, String> SIGNS = Map.ofEntries(Map.entry("emdash", "\u2014"), Map.entry("endash", "\u2013"), Map.entry("lquote", "\u2018"),
        Map.entry("rquote", "\u2019"), Map.entry("ldblquote", "\u201c"), Map.entry("rdblquote", "\u201d"), Map.entry("bullet", "\u2022"), Map.entry("tab", "\t"),
        Map.entry("line", "\n"), Map.entry("softline", "\n"), Map.entry("emspace", " "), Map.entry("enspace", " "), Map.entry("qmspace", " "));
    private static final int DEEPEST = 2_000;
    private final byte[] bytes;
    private final DocumentText out;
    private final Losses losses;
    private final RtfCharsets charsets = new RtfCharsets();
    private final Deque<RtfState> states = new ArrayDeque<>();
    private final ByteArrayOutputStream pending = new ByteArrayOutputStream();
    private final StringBuilder aside = new StringBuilder();
    private Paragraph paragraph = new Paragraph();
    private List<DocumentText.Row> table = new ArrayList<>();
    private List<String> cells = new ArrayList<>();
    private RtfState state = new RtfState();
    private int paragraphs = 1;
    private int skip;
    private int i;

    RtfBody(byte[] bytes, DocumentText out, Losses losses) {
        this.bytes = bytes;
        this.out = out;
        this.losses = losses;
    }

    /** Reads all; whether the file was whole. */
    boolean read() {
        int depth = 0;
        while (i < bytes.length) {
            char c = (char) (bytes[i++] & 0xff);
            switch (c) {
                case '{' -> {
                    flush();
                    depth++;
                    if (states.size() < DEEPEST) {
                        states.push(state);
                        state = state.copy();
                    }
                    skip = 0;
                }
                case '}' -> {
                    flush();
                    depth--;
                    close();
                    skip = 0;
                }
                case '\\' -> control();
                case '\r', '\n' -> { }
                default -> literal((byte) c);
            }
            if (depth == 0) {
                break;
            }
        }
        flush();
        endParagraph();
        endTable();
        return depth == 0;
    }

    private void close() {
        if (!state.told.isEmpty() && (states.isEmpty() || states.peek().told.isEmpty())) {
            String words = Characters.squeeze(aside.toString());
            if (!words.isEmpty()) {
                losses.setAside(state.told, "it is no speech", words, here());
            }
            aside.setLength(0);
        }
        state = states.isEmpty() ? new RtfState() : states.pop();
    }

    private SourcePlace here() {
        return SourcePlace.UNKNOWN.inParagraph(paragraphs);
    }

    private void literal(byte b) {
        if (skip > 0) {
            skip--;
        } else {
            pending.write(b);
        }
    }

    /** Decodes the bytes that have gathered in the font's code page. */
    private void flush() {
        if (pending.size() > 0) {
            String words = pending.toString(charsets.of(state.font));
            pending.reset();
            write(words);
        }
    }

    private void write(String words) {
        if (state.ignored || state.fontTable) {
            return;
        }
        if (!state.told.isEmpty()) {
            aside.append(words);
        } else if (state.deleted) {
            losses.setAside("tracked deletion", "changes are read as accepted", words, here());
        } else if (state.hidden) {
            losses.setAside("hidden words", "they are hidden in the document", words, here());
        } else {
            paragraph.append(words, state.looks);
        }
    }

    private void control() {
        if (i >= bytes.length) {
            return;
        }
        char c = (char) (bytes[i] & 0xff);
        if (c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z') {
            word();
            return;
        }
        i++;
        switch (c) {
            case '\'' -> {
                int hex = i + 2 <= bytes.length ? hex(bytes[i]) * 16 + hex(bytes[i + 1]) : -1;
                i = Math.min(bytes.length, i + 2);
                if (hex >= 0) {
                    literal((byte) hex);
                }
            }
            case '*' -> state.star = true;
            case '~' -> sign("\u00a0");
            case '_' -> sign("-");
            case '\\', '{', '}' -> literal((byte) c);
            case '\r', '\n' -> {
                flush();
                endParagraph();
            }
            default -> { }
        }
    }

    private static int hex(byte b) {
        int digit = Character.digit((char) b, 16);
        return digit < 0 ? -1000 : digit;
    }

    private void sign(String sign) {
        if (skip > 0) {
            skip--;
            return;
        }
        flush();
        write(sign);
    }

    private void word() {
        int start = i;
        while (i < bytes.length && Character.isLetter(bytes[i]) && bytes[i] > 0 && i - start < 32) {
            i++;
        }
        String name = new String(bytes, start, i - start, java.nio.charset.StandardCharsets.ISO_8859_1);
        int from = i;
        if (i < bytes.length && bytes[i] == '-') {
            i++;
        }
        while (i < bytes.length && bytes[i] >= '0' && bytes[i] <= '9' && i - from < 11) {
            i++;
        }
        String digits = new String(bytes, from, i - from, java.nio.charset.StandardCharsets.ISO_8859_1);
        boolean has = digits.matches("-?\\d{1,9}");
        if (i < bytes.length && bytes[i] == ' ') {
            i++;
        }
        obey(name, has, has ? Integer.parseInt(digits) : 0);
    }

    private void obey(String name, boolean has, int number) {
        boolean star = state.star;
        state.star = false;
        if (SIGNS.containsKey(name)) {
            sign(SIGNS.get(name));
            return;
        }
        flush();
        if (ASIDE.contains(name)) {
            state.ignored = true;
        } else if (TOLD.containsKey(name)) {
            state.told = TOLD.get(name);
        } else {
            switch (name) {
                case "u" -> {
                    write(String.valueOf((char) number));
                    skip = state.unicodeSkip;
                }
                case "uc" -> state.unicodeSkip = Math.clamp(number, 0, 100);
                case "bin" -> i = (int) Math.min(bytes.length, (long) i + Math.max(0, number));
                case "ansicpg" -> charsets.page(number);
                case "mac" -> charsets.page(RtfCharsets.MAC);
                case "fonttbl" -> state.fontTable = true;
                case "f" -> state.font = number;
                case "fcharset" -> {
                    if (state.fontTable) {
                        charsets.font(state.font, number);
                    }
                }
                case "par", "sect", "page", "column" -> endParagraphOrCell();
                case "pard" -> state.inTable = false;
                case "outlinelevel" -> paragraph.heading(Math.clamp(number, 0, 9) + 1);
                case "intbl" -> state.inTable = true;
                case "cell", "nestcell" -> endCell();
                case "row", "nestrow" -> endRow();
                case "v" -> state.hidden = !has || number != 0;
                case "deleted" -> state.deleted = !has || number != 0;
                case "b" -> state.look(Look.BOLD, !has || number != 0);
                case "i" -> state.look(Look.ITALIC, !has || number != 0);
                case "ul" -> state.look(Look.UNDERLINED, !has || number != 0);
                case "ulnone" -> state.look(Look.UNDERLINED, false);
                case "cf" -> state.look(Look.COLOURED, number > 0);
                case "plain" -> {
                    state.looks = Set.of();
                    state.hidden = false;
                    state.deleted = false;
                }
                default -> state.ignored |= star;      // a destination that readers may pass over
            }
        }
    }

    private void endParagraphOrCell() {
        if (state.ignored || !state.told.isEmpty()) {
            aside.append(' ');
        } else if (state.inTable) {
            paragraph.append("\n", state.looks);
        } else {
            endParagraph();
        }
    }

    private void endParagraph() {
        if (!state.inTable) {
            endTable();
        }
        out.add(paragraph, here());
        paragraph = new Paragraph();
        paragraphs++;
    }

    private void endCell() {
        cells.add(paragraph.toString());
        paragraph = new Paragraph();
    }

    private void endRow() {
        table.add(new DocumentText.Row(List.copyOf(cells), here()));
        cells = new ArrayList<>();
        paragraphs++;
    }

    private void endTable() {
        if (!cells.isEmpty()) {
            endRow();
        }
        if (!table.isEmpty()) {
            out.add(table);
            table = new ArrayList<>();
        }
    }
}
