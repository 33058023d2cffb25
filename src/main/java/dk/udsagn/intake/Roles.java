package dk.udsagn.intake;

import dk.udsagn.transcript.Role;
import dk.udsagn.transcript.Span;
import dk.udsagn.transcript.Speaker;
import dk.udsagn.transcript.Turn;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Who asks and who answers. A label may say it; else the share of turns that ask, who opens, and how much each one says.
 * What was worked out and not read is told with its reason.
 */
final class Roles {
    private static final class Voice {
        private final String label;
        private Optional<Role> role;
        private int turns;
        private int questions;
        private int words;
        private int relayed;

        private Voice(String label, Optional<Role> role) {
            this.label = label;
            this.role = role;
        }

        private double asking() {
            return (double) questions / turns;
        }

        private String told() {
            return "%d of its %d turns ask".formatted(questions, turns);
        }
    }

    private final Map<String, Role> said;
    private final LabelWords labelWords;
    private final List<String> openings;
    private final Losses losses;
    private final Map<String, Voice> voices = new LinkedHashMap<>();
    private int allWords;

    private Roles(Map<String, Role> said, LabelWords labelWords, Losses losses) {
        this.said = said;
        this.labelWords = labelWords;
        this.openings = losses.language().list("questions.txt");
        this.losses = losses;
    }

    /** The turns with their speakers' roles; {@code said} are those the file itself names. */
    static List<Turn> give(List<Draft> drafts, String text, Map<String, Role> said, LabelWords labelWords, Losses losses) {
        var roles = new Roles(said, labelWords, losses);
        for (Draft draft : drafts) {
            roles.listen(draft, text);
        }
        roles.decide();
        var speakers = new LinkedHashMap<String, Speaker>();
        roles.voices.forEach((label, voice) -> speakers.put(label, new Speaker(label, voice.role.orElse(Role.OTHER))));
        var turns = new ArrayList<Turn>(drafts.size());
        for (Draft draft : drafts) {
            turns.add(new Turn(turns.size() + 1, speakers.get(draft.label()), new Span(draft.start(), draft.end()), draft.times()));
        }
        return turns;
    }

    private void listen(Draft draft, String text) {
        Voice voice = voices.computeIfAbsent(draft.label(), this::known);
        int words = 0;
        boolean inWord = false;
        boolean asks = false;
        for (int i = draft.start(); i < draft.end(); i++) {
            char c = text.charAt(i);
            asks |= c == '?';
            boolean space = Characters.isSpace(c);
            words += !space && !inWord ? 1 : 0;
            inWord = !space;
        }
        if (!asks) {
            String begin = text.substring(draft.start(), Math.min(draft.end(), draft.start() + 24)).toLowerCase(Locale.ROOT);
            asks = openings.stream().anyMatch(o -> begin.startsWith(o + " "));
        }
        voice.turns++;
        voice.relayed += labelWords.relay(text.substring(draft.start(), Math.min(draft.end(), draft.start() + 80)).toLowerCase(Locale.ROOT)) ? 1 : 0;
        voice.words += words;
        voice.questions += asks ? 1 : 0;
        allWords += words;
    }

    private Voice known(String label) {
        if (label.equals(Assembly.NAMELESS)) {
            losses.guessedRole(label, Role.OTHER, "it stands for whoever the file does not name");
            return new Voice(label, Optional.of(Role.OTHER));
        }
        return new Voice(label, said.containsKey(label) ? Optional.of(said.get(label)) : labelWords.role(label));
    }

    private void decide() {
        boolean someoneAsks = voices.values().stream().anyMatch(v -> v.role.equals(Optional.of(Role.INTERVIEWER)));
        List<Voice> open = voices.values().stream().filter(v -> v.role.isEmpty()).toList();
        if (open.isEmpty()) {
            return;
        }
        for (Voice voice : open) {
            if (voices.size() > 2 && voice.relayed >= 3 && voice.relayed * 2 >= voice.turns) {
                give(voice, Role.OTHER, "%d of its %d turns tell what another says, as an interpreter's do".formatted(voice.relayed, voice.turns));
            }
        }
        if (!someoneAsks) {
            someoneAsks = findInterviewer(open);
        }
        for (Voice voice : open) {
            if (voice.role.isEmpty()) {
                rest(voice, someoneAsks);
            }
        }
    }

    private boolean findInterviewer(List<Voice> open) {
        Voice opener = voices.values().iterator().next();
        Voice best = open.stream().filter(v -> v.role.isEmpty()).max(Comparator.comparingDouble(v -> score(v, opener))).orElse(null);
        boolean others = voices.size() > 1;
        if (best == null || !others || best.asking() < 0.15 && best != opener || best.questions == 0) {
            return false;
        }
        give(best, Role.INTERVIEWER, best.told() + ", more than anyone's" + (best == opener ? ", and it opens" : ""));
        for (Voice voice : open) {
            if (voice != best && voice.role.isEmpty() && voices.size() > 2 && voice.turns >= 3 && voice.asking() >= 0.5 && voice.words < allWords / voices.size()) {
                give(voice, Role.INTERVIEWER, voice.told() + ", and it says little else");
            }
        }
        return true;
    }

    /** More questions, the first word and fewer words make an interviewer. */
    private double score(Voice voice, Voice opener) {
        return voice.asking() + (voice == opener ? 0.25 : 0) - 0.5 * voice.words / Math.max(1, allWords);
    }

    private void rest(Voice voice, boolean someoneAsks) {
        boolean passing = voices.size() > 2 && voice.turns <= 2 && voice.words * 50L < allWords;
        if (passing) {
            give(voice, Role.OTHER, "it says %d of %d words in %d turns".formatted(voice.words, allWords, voice.turns));
        } else {
            give(voice, Role.RESPONDENT, someoneAsks ? "another voice asks; " + voice.told() : "nobody can be told to be the interviewer");
        }
    }

    private void give(Voice voice, Role role, String why) {
        voice.role = Optional.of(role);
        losses.guessedRole(voice.label, role, why);
    }
}
