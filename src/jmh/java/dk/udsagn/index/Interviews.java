package dk.udsagn.index;

import dk.udsagn.transcript.Language;
import dk.udsagn.transcript.Role;
import dk.udsagn.transcript.SourceMap;
import dk.udsagn.transcript.Span;
import dk.udsagn.transcript.Speaker;
import dk.udsagn.transcript.Times;
import dk.udsagn.transcript.Transcript;
import dk.udsagn.transcript.Turn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;

/**
 * Danish interviews that nobody gave, as many as wanted: about 60 turns and 40 KB each, always the same for the same number. Words come from
 * the library's own lists, small words as often as people say them, the others inflected and compounded, rare ones rarely.
 */
public final class Interviews {
    private static final String[] SMALL = ("jeg det er og at ikke så det jeg man var der i på som med for en de har også mig til af den men et om hvis når han hun vi "
        + "ja altså sådan bare lige jo nok meget noget nogle kan kunne ville skulle havde fik få gik går kom kommer blev bliver sagde siger ved vidste").split(" ");
    private static final String[] NOTES = {" (griner)", " [uklart]", " (…)", " ik'?", " – ja,", " øh,", " (pause)"};
    private final List<String> nouns = new ArrayList<>();
    private final List<String> verbs = new ArrayList<>();
    private final List<String> adjectives = new ArrayList<>();
    private final List<String> irregular = new ArrayList<>();

    private Interviews() {
        for (String line : Language.DANISH.list("lexemes.txt")) {
            String[] cells = line.split("\t");
            (cells[0].startsWith("N") ? nouns : cells[0].equals("V") ? verbs : adjectives).addAll(List.of(cells[1].split(" ")));
        }
        Language.DANISH.list("irregular.txt").forEach(line -> irregular.addAll(List.of(line.split("\t")[1].split(" "))));
    }

    /**
     * Writes interviews to a folder.
     *
     * @param folder where; made when it is not there
     * @param count  how many
     * @return their ids, each with a digest that stands for its content
     * @throws IOException if the disk fails
     */
    public static Map<String, String> write(Path folder, int count) throws IOException {
        var interviews = new Interviews();
        var ids = new TreeMap<String, String>();
        Files.createDirectories(folder);
        for (int i = 0; i < count; i++) {
            String id = "R%05d".formatted(i);
            Path file = folder.resolve(id + ".txt");
            if (Files.notExists(file)) {
                Files.writeString(file, interviews.text(i));
            }
            ids.put(id, "made-" + i);
        }
        return ids;
    }

    /**
     * Reads one: a line a turn, "I" asks and "R" answers.
     *
     * @param folder where it was written
     * @param id     which
     * @return the transcript
     * @throws IOException if the disk fails
     */
    public static Transcript read(Path folder, String id) throws IOException {
        String text = Files.readString(folder.resolve(id + ".txt"));
        var turns = new ArrayList<Turn>();
        var asks = new Speaker("I", Role.INTERVIEWER);
        var answers = new Speaker("R", Role.RESPONDENT, Optional.of(id));
        int start = 0;
        for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
            turns.add(new Turn(turns.size() + 1, text.charAt(start) == 'I' ? asks : answers, new Span(start + 3, end), Times.UNKNOWN));
            start = end + 1;
        }
        return new Transcript(id, text, turns, SourceMap.builder().stretch(0, 0).build());
    }

    private String text(int number) {
        var random = new Random(number * 7919L + 17);
        var text = new StringBuilder(44_000);
        for (int turn = 0; turn < 60; turn++) {
            boolean asks = turn % 2 == 0;
            text.append(asks ? "I: " : "R: ");
            int words = asks ? 8 + random.nextInt(20) : 120 + random.nextInt(210);
            sentence(text, random, words);
            text.append('\n');
        }
        return text.toString();
    }

    private void sentence(StringBuilder text, Random random, int words) {
        boolean first = true;
        for (int i = 0; i < words; i++) {
            int at = text.length();
            text.append(word(random));
            if (first) {
                text.setCharAt(at, Character.toUpperCase(text.charAt(at)));
                first = false;
            }
            int end = random.nextInt(100);
            if (i == words - 1 || end < 8) {
                text.append(random.nextInt(6) == 0 ? '?' : '.');
                first = true;
            } else if (end < 16) {
                text.append(',');
            } else if (end < 18) {
                text.append(NOTES[random.nextInt(NOTES.length)]);
            }
            if (i < words - 1) {
                text.append(' ');
            }
        }
    }

    private String word(Random random) {
        int kind = random.nextInt(100);
        if (kind < 58) {
            return rare(SMALL, random);
        }
        if (kind < 68) {
            return rare(irregular.toArray(String[]::new), random);
        }
        if (kind < 82) {
            String noun = rare(nouns.toArray(String[]::new), random);
            String before = random.nextInt(6) == 0 ? rare(nouns.toArray(String[]::new), random) + "s" : "";
            return before + noun + rare(noun.endsWith("e") ? new String[] {"", "n", "r", "rne", "ns"} : new String[] {"", "en", "er", "erne", "et", "s", "ens"}, random);
        }
        if (kind < 92) {
            String verb = rare(verbs.toArray(String[]::new), random);
            return verb + rare(new String[] {"r", "", "de", "t", "nde", "s"}, random);
        }
        if (kind < 99) {
            return rare(adjectives.toArray(String[]::new), random) + rare(new String[] {"", "e", "t", "ere"}, random);
        }
        return "navn" + Integer.toString(random.nextInt(60_000), 26).replaceAll("[0-9]", "å");     // what no list has
    }

    /** Zipf's law, nearly: the n-th word about 1/n as often as the first. */
    private static String rare(String[] words, Random random) {
        return words[(int) (Math.pow(words.length + 1.0, random.nextDouble()) - 1)];
    }
}
