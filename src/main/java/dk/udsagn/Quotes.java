package dk.udsagn;

import dk.udsagn.coding.Place;
import dk.udsagn.transcript.Span;
import dk.udsagn.transcript.Transcript;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds words as a person quotes them: letter by letter, whatever the white space, since lines break differently on a screen and in a file. */
final class Quotes {
    private Quotes() {
    }

    static Place place(Transcript transcript, String quote) {
        return Place.in(transcript, find(transcript, quote));
    }

    /** Of several places the one that shares most characters with {@code near}. */
    static Place place(Transcript transcript, String quote, Span near) {
        var found = all(transcript, quote);
        var beside = found.stream().filter(near::overlaps).sorted(Comparator.comparingInt((Span s) -> -shared(s, near))).toList();
        boolean sure = beside.size() == 1 || beside.size() > 1 && shared(beside.get(0), near) > shared(beside.get(1), near);
        return Place.in(transcript, sure ? beside.getFirst() : find(transcript, quote));
    }

    private static int shared(Span one, Span other) {
        return Math.min(one.end(), other.end()) - Math.max(one.start(), other.start());
    }

    private static Span find(Transcript transcript, String quote) {
        String wanted = quote.strip();
        var found = all(transcript, quote);
        if (found.size() > 1) {
            String turns = found.stream().map(s -> transcript.turnAt(s.start()).map(t -> String.valueOf(t.number())).orElse("-")).distinct().limit(10)
                .collect(Collectors.joining(", "));
            throw new IllegalArgumentException("transcript " + transcript.id() + " contains \"" + shortened(wanted) + "\" more than once (turns " + turns
                + "); quote more of it, or give its span");
        }
        return found.getFirst();
    }

    /** At least one. */
    private static List<Span> all(Transcript transcript, String quote) {
        String wanted = quote.strip();
        if (wanted.isEmpty()) {
            throw new IllegalArgumentException("the quote is empty; give words of transcript " + transcript.id());
        }
        var pattern = Pattern.compile(Stream.of(wanted.split("\\s+")).map(Pattern::quote).collect(Collectors.joining("\\s+")));
        var found = new ArrayList<Span>();
        var matcher = pattern.matcher(transcript.text());
        for (int from = 0; matcher.find(from); from = matcher.start() + 1) {
            found.add(new Span(matcher.start(), matcher.end()));
        }
        if (found.isEmpty()) {
            throw new IllegalArgumentException("transcript " + transcript.id() + " does not contain \"" + shortened(wanted)
                + "\"; copy the words as they stand there, letter by letter");
        }
        return found;
    }

    private static String shortened(String words) {
        return words.length() <= 80 ? words : words.substring(0, 77) + "…";
    }
}
