package dk.udsagn.intake;

import dk.udsagn.transcript.FormatException;
import dk.udsagn.transcript.Role;
import dk.udsagn.transcript.Times;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * CHAT files of the TalkBank: {@code *INV:} lines are speech, {@code %com:} lines are about it, {@code @} lines are the
 * head. The marks of the notation stay in the words as they came; times in bullets (U+0015) do not.
 */
final class ChatReader implements TranscriptReader {
    private static final Pattern MAIN = Pattern.compile("\\*([^:\\s]{1,20}):[\\s&&[^\u0015]]*");
    private static final Pattern BULLET = Pattern.compile("\u0015[^\u0015]{0,200}?(\\d{1,10})_(\\d{1,10})(?:-?)\u0015");
    private final Wording wording;

    ChatReader(Wording wording) {
        this.wording = wording;
    }

    @Override public Optional<Reading> read(Source file) {
        if (!Sniff.looksLikeText(file)) {
            return Optional.empty();
        }
        var losses = new Losses(wording.language());
        Decoded decoded = file.decoded(losses);
        SourceText source = decoded.source();
        if (!isChat(source)) {
            return Optional.empty();
        }
        Headroom.check(source, "*", 150);
        var assembly = new Assembly(source, wording, losses, " ");
        participants(source).forEach(assembly::role);
        utterances(source, losses).forEach(assembly::add);
        tellMissing(source, losses);
        if (assembly.isEmpty()) {
            throw new FormatException(file.name(), 0, "the CHAT file has no speech", "speech stands in lines such as \"*INV:\" and a tab");
        }
        return Optional.of(losses.reading(assembly.transcript(file.id()), "CHAT, " + decoded.encoding()));
    }

    /** Tells what the head or the end of the file lacks. */
    private static void tellMissing(SourceText source, Losses losses) {
        var declared = new HashSet<String>();
        boolean end = false;
        for (SourceText.Line line : source.lines()) {
            String words = source.words(line).strip();
            end |= words.equals("@End");
            if (words.startsWith("@Participants:")) {
                for (String one : words.substring("@Participants:".length()).split(",")) {
                    declared.add(Characters.squeeze(one).split(" ")[0]);
                }
            }
        }
        if (!end) {
            SourceText.Line last = source.lines().getLast();
            CutOff.tell("@End is missing", Characters.squeeze(source.words(last)), last.place(), losses);
        }
        for (SourceText.Line line : source.lines()) {
            Matcher main = MAIN.matcher(source.words(line));
            if (main.lookingAt() && !declared.isEmpty() && declared.add(main.group(1))) {
                losses.guessed("participant", "the head does not name this speaker among @Participants", main.group(1), line.place());
            }
        }
    }

    private static boolean isChat(SourceText source) {
        for (SourceText.Line line : source.lines()) {
            if (!source.isBlank(line)) {
                String words = source.words(line).strip();
                return words.equals("@UTF8") || words.equals("@Begin") || words.startsWith("@Font:") || words.startsWith("@PID:");
            }
        }
        return false;
    }

    /** Roles of CHAT that take no part in the talk (CHAT manual, "Participants header"). */
    private static final Set<String> BYSTANDERS = Set.of("Other", "Visitor", "Unidentified", "Environment", "Media", "Audience");

    /** {@code @Participants: INV Anne Investigator, PAR Participant}: the last word of each says the role. */
    private Map<String, Role> participants(SourceText source) {
        var roles = new HashMap<String, Role>();
        for (SourceText.Line line : source.lines()) {
            String words = source.words(line);
            if (words.startsWith("@Participants:")) {
                for (String one : words.substring("@Participants:".length()).split(",")) {
                    String[] parts = Characters.squeeze(one).split(" ");
                    String role = parts[parts.length - 1];
                    (BYSTANDERS.contains(role) ? Optional.of(Role.OTHER) : wording.labels().role(role)).ifPresent(r -> roles.put(parts[0], r));
                }
            }
        }
        return roles;
    }

    private static List<Utterance> utterances(SourceText source, Losses losses) {
        var out = new ArrayList<Utterance>();
        for (int i = 0; i < source.lines().size(); ) {
            SourceText.Line line = source.lines().get(i);
            int end = i + 1;
            while (end < source.lines().size() && goesOn(source, source.lines().get(end))) {
                end++;
            }
            String text = source.text();
            Matcher main = MAIN.matcher(text).region(line.start(), line.end());
            if (main.lookingAt()) {
                speech(out, source, main, i, end, losses);
            } else if (!source.isBlank(line)) {
                char first = text.charAt(line.start());
                String what = first == '@' ? "heading" : first == '%' ? "dependent tier" : "line without a tier";
                losses.setAside(what, first == '%' ? "it is about the speech" : "it is no speech", Characters.squeeze(source.words(line)), line.place());
            }
            i = end;
        }
        return out;
    }

    private static boolean goesOn(SourceText source, SourceText.Line line) {
        return !source.isBlank(line) && (source.text().charAt(line.start()) == '\t' || source.text().charAt(line.start()) == ' ');
    }

    private static void speech(List<Utterance> out, SourceText source, Matcher main, int from, int to, Losses losses) {
        var pieces = new ArrayList<Piece>();
        OptionalLong start = OptionalLong.empty();
        OptionalLong end = OptionalLong.empty();
        for (int i = from; i < to; i++) {
            SourceText.Line line = source.lines().get(i);
            int at = i == from ? main.end() : indented(source.text(), line.start(), line.end());
            if (i > from) {
                pieces.add(new Piece.Repair(" ", "continued line"));
            }
            Matcher bullet = BULLET.matcher(source.text()).region(Math.min(at, line.end()), line.end());
            while (bullet.find()) {
                start = start.isPresent() ? start : OptionalLong.of(Long.parseLong(bullet.group(1)));
                end = OptionalLong.of(Long.parseLong(bullet.group(2)));
                copy(pieces, source, at, bullet.start());
                at = bullet.end();
            }
            copy(pieces, source, at, line.end());
        }
        List<Piece> words = CueText.trimmed(source, pieces);
        if (words.isEmpty()) {
            losses.setAside("turn without words", "there is nothing to code in it", main.group(1), source.place(main.start()));
        } else {
            out.add(new Utterance(main.group(1), words, new Times(start, end)));
        }
    }

    /** Past a continued line's indent; a bullet counts as space elsewhere, and must not be passed here. */
    private static int indented(String text, int from, int to) {
        int at = from;
        while (at < to && text.charAt(at) != '\u0015' && Characters.isSpace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static void copy(List<Piece> pieces, SourceText source, int from, int to) {
        int end = Characters.skipBack(source.text(), from, to);
        if (from < end) {
            pieces.add(new Piece.Copy(from, end));
        }
    }
}
