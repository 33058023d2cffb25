package dk.udsagn.intake;

import dk.udsagn.transcript.Role;
import dk.udsagn.transcript.SourcePlace;
import dk.udsagn.transcript.Times;
import dk.udsagn.transcript.Transcript;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * Utterances put together into a transcript: one paragraph a turn, "Label: words", an empty line between turns. Utterances
 * of one speaker that follow each other are one turn.
 */
final class Assembly {
    /** Stands for a speaker the file does not name. */
    static final String NAMELESS = "?";
    private final SourceText source;
    private final Canonical canonical;
    private final List<Draft> drafts = new ArrayList<>();
    private final Wording wording;
    private final Losses losses;
    private final String joint;
    private final Map<String, Role> roles = new HashMap<>();
    private String label = "";
    private String announced = "";
    private int start;
    private OptionalLong from = OptionalLong.empty();
    private OptionalLong to = OptionalLong.empty();

    /** An empty transcript; {@code joint} is what stands between utterances of one turn. */
    Assembly(SourceText source, Wording wording, Losses losses, String joint) {
        this.source = source;
        this.canonical = new Canonical(source);
        this.wording = wording;
        this.losses = losses;
        this.joint = joint;
    }

    /** What the file itself says of a speaker's role. */
    void role(String speaker, Role role) {
        roles.put(speaker, role);
    }

    void add(Utterance utterance) {
        add(utterance, true);
    }

    /** Adds all utterances of a file; where none names a speaker they are one unknown voice's. */
    void addAll(List<Utterance> utterances) {
        if (utterances.stream().allMatch(u -> u.label().isEmpty())) {
            Unnamed.addTo(this, utterances, source, losses);
        } else {
            utterances.forEach(this::add);
        }
    }

    /** Adds words; {@code goesOn} says whether they continue the turn before if it is the same speaker's. */
    void add(Utterance utterance, boolean goesOn) {
        String speaker = utterance.label().isEmpty() ? announced : utterance.label();
        if (utterance.words().isEmpty()) {      // a label alone; the words come with the next utterance
            announced = speaker;
            return;
        }
        announced = "";
        if (speaker.isEmpty()) {
            speaker = label.isEmpty() ? NAMELESS : label;
            if (label.isEmpty()) {
                losses.guessed("speaker", "words before the first name of a speaker were given to \"?\"", "", place(utterance));
            }
        }
        if (speaker.equals(label) && (goesOn || utterance.label().isEmpty())) {
            canonical.repair(joint, "joint");
        } else {
            close();
            label = speaker;
            canonical.repair(speaker + ": ", "label");
            start = canonical.length();
            from = utterance.times().startMs();
        }
        for (Piece piece : utterance.words()) {
            switch (piece) {
                case Piece.Copy copy -> canonical.copy(copy.from(), copy.to());
                case Piece.Repair repair -> canonical.repair(repair.words(), repair.name());
            }
        }
        OptionalLong end = utterance.times().endMs();
        if (end.isPresent() && end.getAsLong() > to.orElse(-1)) {
            to = end;
        }
    }

    private SourcePlace place(Utterance utterance) {
        return utterance.words().stream().filter(Piece.Copy.class::isInstance).map(p -> source.place(((Piece.Copy) p).from()))
            .findFirst().orElse(SourcePlace.UNKNOWN);
    }

    private void close() {
        if (!label.isEmpty()) {
            drafts.add(new Draft(label, start, canonical.length(), new Times(from, to)));
            canonical.repair("\n\n", "paragraph");
        }
        to = OptionalLong.empty();
    }

    boolean isEmpty() {
        return label.isEmpty();
    }

    /** The finished transcript. */
    Transcript transcript(String id) {
        if (!label.isEmpty()) {
            drafts.add(new Draft(label, start, canonical.length(), new Times(from, to)));
            canonical.repair("\n", "paragraph");
        }
        return new Transcript(id, canonical.text(), Roles.give(drafts, canonical.text(), roles, wording.labels(), losses), canonical.map());
    }
}
