package dk.udsagn.intake;

import dk.udsagn.transcript.Language;
import dk.udsagn.transcript.Role;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words that a language's transcripts use as labels of speakers, and those that look like labels and are none. */
final class LabelWords {
    /** A numbered or lettered label: "IP1", "Respondent G", "Speaker 2", "SPEAKER_00", "Interviewer (Anne)". */
    private static final Pattern TAIL = Pattern.compile("([\\p{L}][\\p{L} ]*?\\.?)(?:[ _]*(?:nr\\.? ?|no\\.? ?|#)?(\\d{1,3})|[ _]+(\\p{Lu})|[ _]*\\(.*\\))?(?:[ _]*\\(.*\\))?\\.?");
    private final Map<String, Optional<Role>> words = new HashMap<>();
    private final Set<String> never = new HashSet<>();
    private final Set<String> headings = new HashSet<>();
    private final Set<String> columns = new HashSet<>();
    private final Set<String> relays = new HashSet<>();

    LabelWords(Language language) {
        language.list("columns.txt").stream().filter(l -> l.startsWith("speaker:")).flatMap(l -> Arrays.stream(l.substring("speaker:".length()).split(",")))
            .forEach(name -> columns.add(key(name.trim())));
        for (String line : language.list("speakers.txt")) {
            int colon = line.indexOf(':');
            String kind = line.substring(0, colon).trim();
            for (String word : line.substring(colon + 1).split(",")) {
                String key = key(word.trim());
                switch (kind) {
                    case "never" -> never.add(key);
                    case "heading" -> headings.add(key);
                    case "relays" -> relays.add(key);
                    case "unknown" -> words.put(key, Optional.empty());
                    default -> words.put(key, Optional.of(Role.of(kind)));
                }
            }
        }
    }

    /** Whether it is the bare name of a table's column of speakers, which comes again on each page, and nobody's label: "Taler", but not "Taler 1". */
    boolean namesColumn(String label) {
        return columns.contains(key(label)) && words.getOrDefault(key(label), Optional.empty()).isEmpty();
    }

    private static String key(String word) {
        String squeezed = Characters.squeeze(word).toLowerCase(Locale.ROOT);
        return squeezed.endsWith(".") ? squeezed.substring(0, squeezed.length() - 1) : squeezed;
    }

    /** Whether a label is one by its words alone: "I", "IP1", "Informant F", "SPEAKER_00". */
    boolean knows(String label) {
        return word(label) != null;
    }

    /** What a label's words say of the role; empty where they say nothing. */
    Optional<Role> role(String label) {
        String word = word(label);
        return word == null ? Optional.empty() : words.get(word);
    }

    /** Whether the words before a colon are ordinary speech or layout, never a speaker. */
    boolean isNever(String label) {
        return never.contains(key(label)) || isHeading(label);
    }

    /** Whether the words before a colon name a line of the file's head, such as a date. */
    boolean isHeading(String label) {
        return headings.contains(key(label)) || headings.contains(key(label).replaceFirst(" \\d{1,3}$", ""));
    }

    /** Whether words, in lower case, tell what someone else says, as an interpreter's do. */
    boolean relay(String words) {
        return relays.stream().anyMatch(words::contains);
    }

    /** Whether the words before a colon head a numbered part of the talk: "Tema 2". */
    boolean isNumberedHeading(String label) {
        return !headings.contains(key(label)) && isHeading(label);
    }

    private String word(String label) {
        String key = key(label);
        if (words.containsKey(key) && isCased(key, label)) {
            return key;
        }
        int space = Characters.squeeze(label).indexOf(' ');
        if (space > 2) {      // "Interviewer Karen Friis"
            String first = key(label.substring(0, space));
            if (words.containsKey(first) && Character.isUpperCase(label.codePointAt(space + 1))) {
                return first;
            }
        }
        Matcher m = TAIL.matcher(Characters.squeeze(label));
        if (m.matches()) {
            String stem = key(m.group(1));
            boolean tail = m.group(2) != null || m.group(3) != null || label.indexOf('(') > 0;
            if (tail && words.containsKey(stem) && isCased(stem, label)) {
                return stem;
            }
        }
        return null;
    }

    /** "I" and "R" are labels, "i" and "r" are not: single letters have to be capitals. */
    private static boolean isCased(String key, String label) {
        return key.length() > 1 || Character.isUpperCase(Characters.trim(label).charAt(0));
    }
}
