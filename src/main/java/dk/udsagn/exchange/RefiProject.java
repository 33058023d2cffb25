package dk.udsagn.exchange;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/** A .qde or .qdc file as it stands, before anything is made of it: GUIDs in lower case without braces, positions as counted by whoever wrote it. */
final class RefiProject {
    boolean codebookOnly;
    String name = "";
    String origin = "";
    String user = "";
    String time = "";
    String modifiedTime = "";
    String modifyingUser = "";
    String description = "";
    final List<String> noteRefs = new ArrayList<>();
    final List<User> users = new ArrayList<>();
    final List<Code> codes = new ArrayList<>();
    final List<Variable> variables = new ArrayList<>();
    final List<Case> cases = new ArrayList<>();
    final List<Text> texts = new ArrayList<>();
    final List<Media> media = new ArrayList<>();
    final List<Note> notes = new ArrayList<>();
    final List<Group> sets = new ArrayList<>();
    final List<Link> links = new ArrayList<>();

    record User(String guid, String name, String id, int line) {
    }

    record Code(String guid, String name, boolean codable, String colour, String description, List<String> noteRefs, List<Code> children, int line) {
    }

    record Variable(String guid, String name, String type) {
    }

    record Value(String variable, String value) {
    }

    record Case(String guid, String name, String description, List<String> codes, List<Value> values, List<String> sources, List<String> selections, int line) {
    }

    /** Who made a thing when, as written; empty where nothing is said. */
    record Made(String user, String time, String modifyingUser, String modifiedTime) {
    }

    /** A text with its selections: a text source, the words of a PDF, a transcript of a recording. {@code guids} are all that refer to it. */
    record Text(String guid, List<String> guids, String name, String plainPath, String richPath, Optional<Packed> content, List<Selection> selections,
                List<Coding> codings, String description, List<String> noteRefs, List<Value> values, List<Sync> syncs, Made made, int line) {
    }

    /** {@code end} is empty for the text's end; {@code edges} says that the positions are edges between characters whatever the dialect. */
    record Selection(String guid, String name, long start, Optional<Long> end, boolean edges, String description, List<Coding> codings, List<String> noteRefs,
                     Made made, int line) {
    }

    record Coding(String guid, String code, String user, String time, List<String> noteRefs) {
    }

    record Sync(String guid, Optional<Long> milliseconds, Optional<Long> position) {
    }

    /** A picture, PDF, sound or film; {@code transcripts} are those of a sound or film. */
    record Media(String kind, String guid, String name, String path, int line, List<Transcript> transcripts) {
        boolean isRecording() {
            return kind.equals("AudioSource") || kind.equals("VideoSource");
        }
    }

    /** What a transcript has beyond the text of its GUID. */
    record Transcript(String guid, String name, List<Sync> syncs) {
    }

    /** {@code selections} are of the note's own words, but for QualCoder, which means those of the source that refers to the note. */
    record Note(String guid, String name, String description, String plainPath, Optional<Packed> content, List<Selection> selections, Made made) {
    }

    record Link(String name, String origin, String target, int line) {
    }

    record Group(String guid, String name, String description, List<String> codes, List<String> sources, List<String> notes) {
    }

    /** A text that stands in the XML itself, kept small until it is its turn. */
    static final class Packed {
        /** What is shorter, such as a reason for a coding, of which there may be thousands, is kept as it is: setting up to pack it would take longer than all else. */
        private static final int WORTH_IT = 1_000;

        private final String plain;
        private final byte[] bytes;

        Packed(String text) {
            plain = text.length() < WORTH_IT ? text : null;
            bytes = plain == null ? deflated(text) : null;
        }

        private static byte[] deflated(String text) {
            var out = new ByteArrayOutputStream();
            var fast = new Deflater(Deflater.BEST_SPEED);
            try (var deflater = new DeflaterOutputStream(out, fast)) {
                deflater.write(text.getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } finally {
                fast.end();                                              // holds memory outside the heap
            }
            return out.toByteArray();
        }

        String text() {
            if (plain != null) {
                return plain;
            }
            try (var in = new InflaterInputStream(new ByteArrayInputStream(bytes))) {
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
