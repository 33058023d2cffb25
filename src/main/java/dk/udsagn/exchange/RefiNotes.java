package dk.udsagn.exchange;

import dk.udsagn.codebook.Polarity;
import dk.udsagn.coding.Status;
import dk.udsagn.exchange.RefiProject.Note;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Notes as other programs see them: memos, reasons, and what a coding says beyond its code. Polarity and status are notes that all codings
 * with the same polarity or status share, so that another program lists them together.
 */
final class RefiNotes {
    static final String MEMO = "memo";
    static final String WHY = "why";
    static final String RULE = "rule: ";
    private static final Map<String, Polarity> POLARITIES = polarities();
    private static final Map<String, Status> STATUSES = statuses();

    private final Map<String, Note> notes = new LinkedHashMap<>();
    private final Map<String, String> words = new HashMap<>();

    RefiNotes(List<Note> notes, TextOf textOf) throws java.io.IOException {
        for (Note note : notes) {
            this.notes.put(note.guid(), note);
            String text = textOf.text(note);
            words.put(note.guid(), note.description().isBlank() ? text : text.isBlank() ? note.description() : note.description() + "\n" + text);
        }
    }

    /** What a note says. */
    interface TextOf {
        String text(Note note) throws java.io.IOException;
    }

    private static Map<String, Polarity> polarities() {
        var all = new HashMap<String, Polarity>();
        for (Polarity p : Polarity.values()) {
            all.put(polarity(p), p);
        }
        return all;
    }

    private static Map<String, Status> statuses() {
        var all = new HashMap<String, Status>();
        for (Status s : Status.values()) {
            all.put(status(s), s);
        }
        return all;
    }

    static String polarity(Polarity polarity) {
        return "polarity: " + polarity.word();
    }

    static String status(Status status) {
        return "status: " + status.word();
    }

    boolean has(String guid) {
        return notes.containsKey(guid);
    }

    Note note(String guid) {
        return notes.get(guid);
    }

    String words(String guid) {
        return words.get(guid);
    }

    Polarity polarity(List<String> refs) {
        return named(refs, POLARITIES, Polarity.NEUTRAL);
    }

    Status status(List<String> refs) {
        return named(refs, STATUSES, Status.ASSERTED);
    }

    private <T> T named(List<String> refs, Map<String, T> meanings, T otherwise) {
        for (String ref : refs) {
            Note note = notes.get(ref);
            T meaning = note == null ? null : meanings.get(note.name());
            if (meaning != null) {
                return meaning;
            }
        }
        return otherwise;
    }

    Optional<String> why(List<String> refs) {
        for (String ref : refs) {
            Note note = notes.get(ref);
            if (note != null && note.name().equals(WHY)) {
                return Optional.of(words.get(ref));
            }
        }
        return Optional.empty();
    }

    /** Those of the notes that are memos, not polarity, status or reason. */
    List<String> memos(List<String> refs) {
        if (refs.isEmpty()) {
            return refs;
        }
        var memos = new ArrayList<String>();
        for (String ref : refs) {
            Note note = notes.get(ref);
            if (note != null && !note.name().equals(WHY) && !POLARITIES.containsKey(note.name()) && !STATUSES.containsKey(note.name())) {
                memos.add(ref);
            }
        }
        return memos;
    }

    /** The words of a memo, its title first where it has one. */
    String memo(String guid) {
        String name = notes.get(guid).name();
        String text = words.get(guid);
        return name.isBlank() || name.equals(MEMO) || text.startsWith(name) ? text : text.isBlank() ? name : name + "\n" + text;
    }

    /** Every note that nothing referred to, but for those this library writes for itself. */
    List<Note> others(java.util.Set<String> used) {
        return notes.values().stream().filter(n -> !used.contains(n.guid()) && !n.guid().equals(RefiOwn.GUID) && !POLARITIES.containsKey(n.name())
            && !STATUSES.containsKey(n.name())).toList();
    }
}
