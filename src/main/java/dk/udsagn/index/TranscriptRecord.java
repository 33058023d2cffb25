package dk.udsagn.index;

import dk.udsagn.transcript.Role;
import dk.udsagn.transcript.Speaker;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.util.BytesRef;

/** A transcript as the index keeps it: by what digest it was read, what its text is known by, and who speaks, in the order the turns count them. */
record TranscriptRecord(String id, String digest, String text, List<Speaker> speakers) {
    static byte[] bytes(String id, String digest, String text, Map<Speaker, Integer> speakers) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.writeUTF(id);
            out.writeUTF(digest);
            out.writeUTF(text);
            out.writeInt(speakers.size());
            for (var speaker : speakers.entrySet().stream().sorted(Map.Entry.comparingByValue()).map(Map.Entry::getKey).toList()) {
                out.writeUTF(speaker.label());
                out.writeUTF(speaker.role().word());
                out.writeUTF(speaker.respondent().orElse(""));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static TranscriptRecord of(BytesRef record) throws IOException {
        try (var in = new DataInputStream(new ByteArrayInputStream(record.bytes, record.offset, record.length))) {
            String id = in.readUTF();
            String digest = in.readUTF();
            String text = in.readUTF();
            var speakers = new ArrayList<Speaker>();
            for (int i = in.readInt(); i > 0; i--) {
                String label = in.readUTF();
                Role role = Role.of(in.readUTF());
                String respondent = in.readUTF();
                speakers.add(new Speaker(label, role, Optional.of(respondent).filter(r -> !r.isEmpty())));
            }
            return new TranscriptRecord(id, digest, text, speakers);
        }
    }
}
