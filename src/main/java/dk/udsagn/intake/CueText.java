package dk.udsagn.intake;

import dk.udsagn.transcript.SourcePlace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A cue's words without tags and with entities resolved, split where a {@code <v>} tag changes the voice. */
final class CueText {
    private static final Pattern TAG = Pattern.compile("</?(v|c|i|b|u|ruby|rt|lang|font)([ .\\t][^<>]*)?>|<\\d[\\d:.,]*>|\\{\\\\[^{}]*\\}", Pattern.CASE_INSENSITIVE);
    private static final Pattern ENTITY = Pattern.compile("&(amp|lt|gt|nbsp|quot|apos|lrm|rlm|#\\d{1,7}|#[xX][0-9a-fA-F]{1,6});");
    private static final Map<String, String> NAMED = Map.of("amp", "&", "lt", "<", "gt", ">", "nbsp", "\u00a0", "quot", "\"", "apos", "'", "lrm", "", "rlm", "");
    private final SourceText source;
    private final Losses losses;
    private final List<Part> parts = new ArrayList<>();
    private List<Piece> pieces = new ArrayList<>();
    private String voice = "";

    /** Words of one voice; an empty voice is one that no tag names. */
    record Part(String voice, List<Piece> words) {
    }

    CueText(SourceText source, Losses losses) {
        this.source = source;
        this.losses = losses;
    }

    /** The name in the first {@code <v Name>} tag of a stretch; null when there is none. */
    static String voice(String text, int from, int to) {
        Matcher m = TAG.matcher(text).region(from, to);
        while (m.find()) {
            if (isVoice(m)) {
                return name(m);
            }
        }
        return null;
    }

    /** Where a line's first word stands, past the tags before it. */
    static int skipTags(String text, int from, int to) {
        Matcher m = TAG.matcher(text).region(from, to);
        int at = Characters.skip(text, from, to);
        while (m.find() && m.start() == at) {
            at = Characters.skip(text, m.end(), to);
        }
        while (text.startsWith("&gt;", at) && at + 4 <= to) {      // the arrows of a change of speaker
            at = Characters.skip(text, at + 4, to);
        }
        return at;
    }

    private static boolean isVoice(Matcher m) {
        return "v".equalsIgnoreCase(m.group(1)) && !m.group().startsWith("</");
    }

    /** {@code <v.loud Anna Lund>} names Anna Lund. */
    private static String name(Matcher m) {
        String rest = m.group(2) == null ? "" : m.group(2);
        if (rest.startsWith(".")) {
            int space = rest.indexOf(' ');
            rest = space < 0 ? "" : rest.substring(space);
        }
        return Characters.squeeze(ENTITY.matcher(rest).replaceAll(e -> {
            String sign = resolve(e.group(1));
            return Matcher.quoteReplacement(sign == null ? e.group() : sign);
        }));
    }

    /** Takes up a stretch of one line; a space joins it to what came before. */
    void add(int from, int to) {
        int start = Characters.skip(source.text(), from, to);
        int end = Characters.skipBack(source.text(), start, to);
        if (!pieces.isEmpty() && start < end) {
            pieces.add(new Piece.Repair(" ", "line end in a cue"));
        }
        Matcher tag = TAG.matcher(source.text()).region(start, end);
        int at = start;
        while (tag.find()) {
            entities(at, tag.start());
            if (isVoice(tag)) {
                flush();
                voice = name(tag).isEmpty() ? Assembly.NAMELESS : name(tag);
            }
            at = tag.end();
        }
        entities(at, end);
    }

    private void entities(int from, int to) {
        Matcher m = ENTITY.matcher(source.text()).region(from, to);
        int at = from;
        while (m.find()) {
            copy(at, m.start());
            String words = resolve(m.group(1));
            if (words == null) {
                copy(m.start(), m.end());
            } else {
                pieces.add(new Piece.Repair(words, "entity"));
                losses.repaired("entity", "the format writes these characters as names", m.group(), source.place(m.start()));
            }
            at = m.end();
        }
        copy(at, to);
    }

    private static String resolve(String name) {
        if (!name.startsWith("#")) {
            return NAMED.get(name);
        }
        int code = name.startsWith("#x") || name.startsWith("#X") ? Integer.parseInt(name.substring(2), 16) : Integer.parseInt(name.substring(1));
        return Character.isValidCodePoint(code) && code >= 0x20 && (code < 0xD800 || code > 0xDFFF) ? Character.toString(code) : null;
    }

    private void copy(int from, int to) {
        if (from < to) {
            pieces.add(new Piece.Copy(from, to));
        }
    }

    private void flush() {
        List<Piece> trimmed = trimmed(source, pieces);
        if (!trimmed.isEmpty()) {
            parts.add(new Part(voice, trimmed));
        }
        pieces = new ArrayList<>();
    }

    /** The parts so far, in order; none without words. */
    List<Part> parts() {
        flush();
        return parts;
    }

    /** Pieces without spaces at either end; empty when there was nothing else. */
    static List<Piece> trimmed(SourceText source, List<Piece> pieces) {
        var out = new ArrayList<>(pieces);
        while (!out.isEmpty()) {
            Piece first = out.removeFirst();
            if (first instanceof Piece.Copy c) {
                int from = Characters.skip(source.text(), c.from(), c.to());
                if (from < c.to()) {
                    out.addFirst(new Piece.Copy(from, c.to()));
                    break;
                }
            } else if (first instanceof Piece.Repair r && !Characters.trim(r.words()).isEmpty()) {
                out.addFirst(r);
                break;
            }
        }
        while (!out.isEmpty()) {
            Piece last = out.removeLast();
            if (last instanceof Piece.Copy c) {
                int to = Characters.skipBack(source.text(), c.from(), c.to());
                if (to > c.from()) {
                    out.addLast(new Piece.Copy(c.from(), to));
                    break;
                }
            } else if (last instanceof Piece.Repair r && !Characters.trim(r.words()).isEmpty()) {
                out.addLast(r);
                break;
            }
        }
        return List.copyOf(out);
    }

    /** The pieces as characters. */
    static String string(SourceText source, List<Piece> pieces) {
        var out = new StringBuilder();
        for (Piece piece : pieces) {
            switch (piece) {
                case Piece.Copy c -> out.append(source.text(), c.from(), c.to());
                case Piece.Repair r -> out.append(r.words());
            }
        }
        return out.toString();
    }

    SourcePlace place(int offset) {
        return source.place(offset);
    }
}
