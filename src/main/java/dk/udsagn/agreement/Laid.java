package dk.udsagn.agreement;

import dk.udsagn.codebook.Codebook;
import dk.udsagn.coding.Coding;
import dk.udsagn.coding.Codings;
import dk.udsagn.transcript.Transcript;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * What the compared coders laid, by theme and transcript, and which of it counts.
 *
 * @param byTheme theme to a list for each transcript
 */
record Laid(List<Transcript> transcripts, List<String> coders, Map<String, List<List<Coding>>> byTheme, Optional<Codebook> codebook,
            boolean suggestions, boolean everyoneRead) {
    static Laid of(List<Transcript> transcripts, Codings codings, List<String> coders) {
        var there = new TreeSet<String>();
        codings.stream().forEach(c -> there.add(c.coder()));
        coders.stream().filter(c -> !there.contains(c)).findFirst().ifPresent(missing -> {
            throw new NoSuchElementException("there is no coding by \"" + missing + "\"; there are codings by " + there);
        });
        var place = new HashMap<String, Integer>();
        transcripts.forEach(t -> place.put(t.id(), place.size()));
        var byTheme = new LinkedHashMap<String, List<List<Coding>>>();
        codings.stream().filter(c -> coders.contains(c.coder()) && place.containsKey(c.place().transcript())).forEach(c -> {
            int t = place.get(c.place().transcript());
            check(c, transcripts.get(t).text());
            byTheme.computeIfAbsent(c.theme(), k -> IntStream.range(0, transcripts.size()).<List<Coding>>mapToObj(i -> new ArrayList<>()).toList()).get(t).add(c);
        });
        return new Laid(transcripts, coders, byTheme, Optional.empty(), false, false);
    }

    private static void check(Coding coding, String text) {
        if (coding.span().end() > text.length() || !coding.span().in(text).equals(coding.place().words())) {
            throw new IllegalArgumentException("coding " + coding.id() + " of " + coding.place().transcript() + " at " + coding.span() + " says \""
                + coding.place().words() + "\", which does not stand there; was the transcript edited after coding?");
        }
    }

    Laid rolledUp(Codebook by) {
        return new Laid(transcripts, coders, byTheme, Optional.of(by), suggestions, everyoneRead);
    }

    Laid withSuggestions() {
        return new Laid(transcripts, coders, byTheme, codebook, true, everyoneRead);
    }

    Laid readByAll() {
        return new Laid(transcripts, coders, byTheme, codebook, suggestions, true);
    }

    boolean isRolledUp() {
        return codebook.isPresent();
    }

    Set<String> themes() {
        return new TreeSet<>(byTheme.keySet());
    }

    boolean counts(Coding coding) {
        return suggestions || coding.rule().isEmpty();
    }

    /** Whether a coder laid anything that counts in a transcript. */
    boolean read(String coder, int t) {
        return everyoneRead || byTheme.values().stream().anyMatch(lists -> lists.get(t).stream().anyMatch(c -> c.coder().equals(coder) && counts(c)));
    }

    /** Transcripts that some coders are taken not to have read. */
    Map<String, List<String>> unread() {
        var unread = new LinkedHashMap<String, List<String>>();
        for (int t = 0; t < transcripts.size(); t++) {
            int at = t;
            var not = coders.stream().filter(coder -> !read(coder, at)).toList();
            if (!not.isEmpty()) {
                unread.put(transcripts.get(t).id(), not);
            }
        }
        return unread;
    }

    /** Codings with a theme, or with one under it, in a transcript. */
    List<Coding> with(String theme, int t) {
        var root = codebook.map(book -> book.all().get(theme));
        if (root.isEmpty()) {
            return byTheme.containsKey(theme) ? byTheme.get(theme).get(t) : List.of();
        }
        var found = new ArrayList<Coding>();
        var wanted = new ArrayList<>(List.of(root.get()));
        for (int i = 0; i < wanted.size(); i++) {
            wanted.addAll(wanted.get(i).themes());
            found.addAll(byTheme.containsKey(wanted.get(i).id()) ? byTheme.get(wanted.get(i).id()).get(t) : List.of());
        }
        return found;
    }
}
