package dk.udsagn;

import dk.udsagn.exchange.StudyData;
import dk.udsagn.exchange.StudyFile;
import dk.udsagn.intake.Intake;
import dk.udsagn.intake.Reading;
import dk.udsagn.intake.Source;
import dk.udsagn.transcript.FormatException;
import dk.udsagn.transcript.LossReport;
import dk.udsagn.transcript.Role;
import dk.udsagn.transcript.SourceMap;
import dk.udsagn.transcript.Span;
import dk.udsagn.transcript.Speaker;
import dk.udsagn.transcript.Times;
import dk.udsagn.transcript.Transcript;
import dk.udsagn.transcript.Turn;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A text that came from another program: its codings count in it as it stands, so nothing of it is ever repaired. Who speaks is taken from its
 * labels where it has any, by looking at what the intake makes of it and finding those turns in the text itself; else it is one turn.
 */
final class Verbatim {
    private static final byte[] MARK = "\uFEFF".getBytes(StandardCharsets.UTF_8);
    private static final String FORMAT = "imported text, as it stands";

    private Verbatim() {
    }

    /** The bytes of a file that {@link #read} gives the text back from. */
    static byte[] bytes(byte[] utf8) {
        boolean mark = utf8.length >= MARK.length && Arrays.equals(utf8, 0, MARK.length, MARK, 0, MARK.length);      // the first would be taken for one
        return mark ? ByteBuffer.allocate(MARK.length + utf8.length).put(MARK).put(utf8).array() : utf8;
    }

    static String text(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        String text = new String(bytes, StandardCharsets.UTF_8);
        try {
            text = text.indexOf('\uFFFD') < 0 ? text : StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();         // nothing was replaced
        } catch (CharacterCodingException e) {
            throw new FormatException(file.toString(), 0, "this imported text is not UTF-8 any more", "import it anew, or save it as UTF-8");
        }
        text = text.startsWith("\uFEFF") ? text.substring(1) : text;
        return text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n").replace('\r', '\n');
    }

    static Reading read(Path file, Intake intake) throws IOException {
        String text = text(file);
        String id = Transcripts.id(file);
        var transcript = new Transcript(id, text, turns(file.toString(), text, intake), SourceMap.identity(text));
        var times = times(file, transcript::digest);
        if (times.isEmpty()) {
            return new Reading(transcript, FORMAT, LossReport.NONE);
        }
        var timed = new Transcript(id, text, timed(transcript.turns(), new ArrayList<>(times.get().entrySet())), transcript.source());
        return new Reading(timed, FORMAT, LossReport.NONE);
    }

    /** When the words were said, where the import brought it along; empty where it did not, or the text has been changed since. */
    static Optional<Map<Span, Times>> times(Path file) throws IOException {
        return times(file, () -> Transcript.digest(text(file)));
    }

    /** The digest is asked for only where there are times. */
    private static Optional<Map<Span, Times>> times(Path file, Digest digest) throws IOException {
        Path times = file.toAbsolutePath().getParent().resolveSibling(StudyFolder.TIMES).resolve(Transcripts.id(file) + ".json");
        return Files.exists(times) ? StudyData.readTimes(times, digest.of()) : Optional.empty();
    }

    private interface Digest {
        String of() throws IOException;
    }

    /** A turn begins when the stretch begins that begins with it, and ends when the one ends that ends with it; what is said amid a turn says nothing of its ends. */
    private static List<Turn> timed(List<Turn> turns, List<Map.Entry<Span, Times>> times) {
        var timed = new ArrayList<Turn>();
        int next = 0;
        for (int i = 0; i < turns.size(); i++) {
            Turn turn = turns.get(i);
            int before = i == 0 ? 0 : turns.get(i - 1).span().end();
            int after = i + 1 < turns.size() ? turns.get(i + 1).span().start() : Integer.MAX_VALUE;
            while (next < times.size() && times.get(next).getKey().end() <= turn.span().start()) {
                next++;
            }
            int last = next;
            while (last + 1 < times.size() && times.get(last + 1).getKey().start() < turn.span().end()) {
                last++;
            }
            boolean any = next < times.size() && times.get(next).getKey().start() < turn.span().end();
            boolean begins = any && times.get(next).getKey().start() >= before && times.get(next).getKey().start() <= turn.span().start();
            boolean ends = any && times.get(last).getKey().end() >= turn.span().end() && times.get(last).getKey().end() <= after;
            timed.add(new Turn(turn.number(), turn.speaker(), turn.span(), new Times(begins ? times.get(next).getValue().startMs() : turn.times().startMs(),
                ends ? times.get(last).getValue().endMs() : turn.times().endMs())));
            next = any ? last : next;
        }
        return timed;
    }

    private static List<Turn> turns(String name, String text, Intake intake) throws IOException {
        List<Turn> whole = text.isBlank() ? List.of() : List.of(new Turn(1, new Speaker(StudyFile.ANYONE, Role.RESPONDENT), new Span(0, text.length()), Times.UNKNOWN));
        Transcript labelled;
        try {
            labelled = intake.read(new Source(name, text.getBytes(StandardCharsets.UTF_8))).transcript();
        } catch (FormatException e) {
            return whole;                                             // no speakers, or none of a transcript's forms: its words are somebody's all the same
        }
        var turns = new ArrayList<Turn>();
        int at = 0;
        for (Turn turn : labelled.turns()) {
            int start = place(labelled, text, turn.span().start(), turn.span().end(), 1);
            int last = place(labelled, text, turn.span().end() - 1, turn.span().start() - 1, -1);
            if (start < at || last < start) {
                return whole;                                         // it cannot be said where in the text this turn stands
            }
            at = last + 1;
            turns.add(new Turn(turn.number(), turn.speaker(), new Span(start, at), turn.times()));
        }
        return turns.stream().anyMatch(t -> t.role() == Role.RESPONDENT) ? turns : whole;
    }

    /** Where the first character from a position on that is no repair stands in the text; -1 when there is none, or it is another character. */
    private static int place(Transcript labelled, String text, int from, int to, int step) {
        for (int i = from; i != to; i += step) {
            var offset = labelled.source().sourceOffset(i);
            if (offset.isPresent()) {
                int place = offset.getAsInt();
                return place < text.length() && text.charAt(place) == labelled.text().charAt(i) ? place : -1;
            }
        }
        return -1;
    }
}
