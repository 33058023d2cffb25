package dk.udsagn.coding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dk.udsagn.codebook.Polarity;
import dk.udsagn.transcript.SourceMap;
import dk.udsagn.transcript.Span;
import dk.udsagn.transcript.Transcript;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Random edits of the sample study's interviews, and where quotes have to be afterwards. {@code -Dedits=1000} is the full run,
 * {@code -Dtexts=FOLDER} takes other interviews.
 *
 * <p>The truth comes from making the edits: each says where every letter of the old text went. A quote survives when no letter of it was deleted and
 * none changed places with another; a misspelling mended, a name replaced, a line broken or a sentence put in within it leave it surviving. It is on
 * the right words when it reaches from where its first letter is now to where its last is, to the letter. Quotes are drawn from the whole text, each
 * a start at any word and one to forty words, mostly few; every tenth is a single word of those that stand in hundreds of places ("ja", "det"). None
 * is left out for being hard. Wrong is a certain move to anywhere else, or of a quote that did not survive. Edits that change nothing are drawn again.
 */
class ReanchoringEditsTest {
    private static final int EDITS = Integer.getInteger("edits", 25);
    private static final int QUOTES = 20;
    private static final List<String> SHORT = List.of("ja", "nej", "det", "ikke", "jeg", "mm", "altså");
    private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.?!…]) (?=\\p{Lu})");
    private static final Pattern WORD = Pattern.compile("\\p{L}+");
    private final List<String> texts = texts();

    /** Old text, new text, and for each old position the new one; -1 for what is gone. */
    private record Edit(String old, String now, int[] to) {
        Edit then(Edit next) {
            int[] both = Arrays.stream(to).map(at -> at < 0 ? -1 : next.to[at]).toArray();
            return new Edit(old, next.now, both);
        }
    }

    /** Builds a new text out of pieces of the old one and new words. */
    private static final class Draft {
        private final String old;
        private final StringBuilder now = new StringBuilder();
        private final int[] to;

        Draft(String old) {
            this.old = old;
            this.to = new int[old.length()];
            Arrays.fill(to, -1);
        }

        Draft keep(int from, int end) {
            for (int i = from; i < end; i++) {
                to[i] = now.length() + i - from;
            }
            now.append(old, from, end);
            return this;
        }

        /** New letters in place of old ones: first letter stands for first, last for last. */
        Draft replace(int from, int end, String words) {
            to[from] = now.length();
            to[end - 1] = now.length() + words.length() - 1;
            for (int i = from + 1; i < end - 1; i++) {
                to[i] = Math.min(now.length() + i - from, now.length() + words.length() - 1);
            }
            now.append(words);
            return this;
        }

        Draft put(String words) {
            now.append(words);
            return this;
        }

        Edit done() {
            return new Edit(old, now.toString(), to);
        }
    }

    @Test void misspellingsMended() {
        measure("typo fixed", this::typo);
    }

    private Edit typo(String text, Random random) {
        var word = pick(WORD, text, random, w -> w.length() >= 4);
        int swap = word.start() + 1 + random.nextInt(word.length() - 2);
        String mended = text.substring(word.start(), swap) + text.charAt(swap + 1) + text.charAt(swap) + text.substring(swap + 2, word.end());
        return new Draft(text).keep(0, word.start()).replace(word.start(), word.end(), mended).keep(word.end(), text.length()).done();
    }

    @Test void sentencesAdded() {
        measure("sentence added", this::sentence);
    }

    private Edit sentence(String text, Random random) {
        int at = pick(SENTENCE_END, text, random, w -> true, true).start();
        String other = texts.get(random.nextInt(texts.size()));
        var begin = pick(SENTENCE_END, other, random, w -> true, true).end();
        var end = SENTENCE_END.matcher(other);
        String sentence = end.find(begin) ? other.substring(begin, end.start()) : "Og det var så det.";
        return new Draft(text).keep(0, at).put(" " + sentence.replace('\n', ' ')).keep(at, text.length()).done();
    }

    @Test void namesReplaced() {
        measure("name replaced", this::name);
    }

    private Edit name(String text, Random random) {
        String name;
        do {
            name = pick(WORD, text, random, w -> w.length() >= 4).in(text);
        } while (text.split("(?U)\\b" + name + "\\b", -1).length > 16);
        String other = List.of("Mette", "[navn]", "Anne Marie", "K.").get(random.nextInt(4));
        var draft = new Draft(text);
        int at = 0;
        var matcher = Pattern.compile("(?U)\\b" + Pattern.quote(name) + "\\b").matcher(text);
        while (matcher.find()) {
            draft.keep(at, matcher.start()).replace(matcher.start(), matcher.end(), other);
            at = matcher.end();
        }
        return draft.keep(at, text.length()).done();
    }

    @Test void lineEndsChanged() {
        measure("line endings changed", this::lineEnds);
    }

    private Edit lineEnds(String text, Random random) {
        int kind = random.nextInt(3);
        var draft = new Draft(text);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n' && kind == 0) {
                draft.replace(i, i + 1, "\r\n");
            } else if (c == '\n' && kind == 1) {
                draft.keep(i, i + 1).put("\n");
            } else if (c == ' ' && kind == 2 && random.nextInt(10) == 0) {
                draft.replace(i, i + 1, "\n");
            } else {
                draft.keep(i, i + 1);
            }
        }
        return draft.done();
    }

    @Test void paragraphsMoved() {
        measure("paragraph moved", this::paragraph);
    }

    private Edit paragraph(String text, Random random) {
        var lines = lines(text);
        Span line = lines.get(random.nextInt(lines.size()));
        int to;
        do {
            to = lines.get(random.nextInt(lines.size())).start();
        } while (to >= line.start() && to <= line.end());
        return to < line.start()
            ? new Draft(text).keep(0, to).keep(line.start(), line.end()).keep(to, line.start()).keep(line.end(), text.length()).done()
            : new Draft(text).keep(0, line.start()).keep(line.end(), to).keep(line.start(), line.end()).keep(to, text.length()).done();
    }

    @Test void passagesDeleted() {
        measure("passage deleted", this::passage);
    }

    private Edit passage(String text, Random random) {
        var ends = new ArrayList<Integer>();
        for (var m = SENTENCE_END.matcher(text); m.find(); ) {
            ends.add(m.end());
        }
        int first = random.nextInt(ends.size() - 5);
        int from = ends.get(first);
        int to = ends.get(first + 1 + random.nextInt(4));
        return new Draft(text).keep(0, from).keep(to, text.length()).done();
    }

    /** As an afternoon with a transcript leaves it. */
    @Test void manyEditsAtOnce() {
        measure("two to twenty edits at once", (text, random) -> {
            Edit all = new Draft(text).keep(0, text.length()).done();
            for (int n = 2 + random.nextInt(19); n > 0; n--) {
                all = all.then(kinds().get(random.nextInt(6)).apply(all.now, random));
            }
            return all;
        }, 0.97, false);
    }

    /** Answers and questions that come again word for word, as in interviews by a guide. */
    @Test void editsOfTextsThatRepeatThemselves() {
        measure("texts with every fourth line twice", (text, random) -> {
            var repeated = new StringBuilder();
            var lines = lines(text);
            for (Span line : lines) {
                repeated.append(line.in(text));
                if (random.nextInt(4) == 0) {
                    repeated.append(lines.get(random.nextInt(lines.size())).in(text).stripTrailing()).append('\n');
                }
            }
            String old = repeated.toString();
            Edit all = new Draft(old).keep(0, old.length()).done();
            for (int n = 1 + random.nextInt(3); n > 0; n--) {
                all = all.then(kinds().get(random.nextInt(6)).apply(all.now, random));
            }
            return all;
        }, 0.95, false);
    }

    private List<BiFunction<String, Random, Edit>> kinds() {
        return List.of(this::typo, this::sentence, this::name, this::lineEnds, this::paragraph, this::passage);
    }

    /** Nothing is left of the old text but what the log's lines carry: the words coded and forty characters on either side. */
    @Test void editsWhenTheOldTextIsGone() {
        measure("any of the six, old text gone", (text, random) -> kinds().get(random.nextInt(6)).apply(text, random), 0.9, true);
    }

    private void measure(String kind, BiFunction<String, Random, Edit> edits) {
        measure(kind, edits, EDITS < 1_000 ? 0.98 : 0.995, false);
    }

    private void measure(String kind, BiFunction<String, Random, Edit> edits, double floor, boolean gone) {
        var random = new Random(kind.hashCode());
        int surviving = 0;
        int right = 0;
        int doubted = 0;
        int candidate = 0;
        var wrong = new ArrayList<String>();
        for (int n = 0; n < EDITS; n++) {
            Edit edit;
            do {
                edit = edits.apply(texts.get(random.nextInt(texts.size())), random);
            } while (edit.now.equals(edit.old));
            var before = transcript(edit.old);
            var now = transcript(edit.now);
            var places = new ArrayList<Place>();
            for (int q = 0; q < QUOTES; q++) {
                places.add(Place.in(before, quote(edit.old, random)));
            }
            String kept = gone ? remembered(edit.old, places) : edit.old;
            var result = Reanchoring.of(codings(places), now.id(), now, digest -> Optional.of(kept));
            assertEquals(QUOTES, result.certain().size() + result.doubts().size());
            for (int q = 0; q < QUOTES; q++) {
                String id = "c" + q;
                Optional<Span> truth = truth(edit, places.get(q).span());
                var anchor = result.certain().stream().filter(a -> a.target().equals(id)).findFirst();
                surviving += truth.isPresent() ? 1 : 0;
                if (anchor.isPresent() && truth.filter(t -> t.equals(anchor.get().to().span())).isEmpty()) {
                    String from = edit.old;
                    String to = edit.now;
                    wrong.add("\"" + places.get(q).words() + "\" on \"" + anchor.get().to().words() + "\" at " + anchor.get().to().span() + " instead of " + truth
                        + " " + truth.map(t -> t.in(to)) + " in " + near(from, places.get(q).span()) + " → " + near(to, anchor.get().to().span()) + " (" + anchor.get().why() + ")");
                } else if (anchor.isPresent()) {
                    right++;
                } else if (truth.isPresent()) {
                    doubted++;
                    candidate += result.doubts().stream().filter(d -> d.target().equals(id))
                        .anyMatch(d -> d.candidates().stream().anyMatch(p -> p.span().equals(truth.get()))) ? 1 : 0;
                }
            }
        }
        System.out.printf(Locale.ROOT, "%s: %d edits, %d quotes survive, %.2f %% certain and right, %d wrong, %d in doubt (%d with the right candidate)%n",
            kind, EDITS, surviving, 100.0 * right / surviving, wrong.size(), doubted, candidate);
        assertEquals(List.of(), wrong);
        assertTrue(right >= floor * surviving, right + " of " + surviving + " certain and right");
    }

    /** Where a quote has to be: from its first letter to its last, when no letter of it is gone and none changed places. */
    private static Optional<Span> truth(Edit edit, Span quote) {
        int start = edit.to[quote.start()];
        int end = edit.to[quote.end() - 1];
        if (start < 0) {
            return Optional.empty();
        }
        int last = start;
        for (int i = quote.start(); i < quote.end(); i++) {
            if (!Character.isWhitespace(edit.old.charAt(i))) {
                if (edit.to[i] < last || edit.to[i] > end) {
                    return Optional.empty();
                }
                last = edit.to[i];
            }
        }
        return Optional.of(new Span(start, end + 1));
    }

    private static String remembered(String text, List<Place> places) {
        char[] known = new char[text.length()];
        for (Place p : places) {
            for (int i = Math.max(0, p.span().start() - 40); i < Math.min(text.length(), p.span().end() + 40); i++) {
                known[i] = text.charAt(i);
            }
        }
        return new String(known);
    }

    private static String near(String text, Span span) {
        return text.substring(Math.max(0, span.start() - 40), Math.min(text.length(), span.end() + 40)).replace('\n', '|');
    }

    /** One to forty words that stand together, as coders mark them; every tenth is a short word that stands in many places. */
    private static Span quote(String text, Random random) {
        if (random.nextInt(10) == 0) {
            return pick(WORD, text, random, w -> SHORT.contains(w.toLowerCase(Locale.ROOT)));
        }
        var first = pick(WORD, text, random, w -> true);
        int words = 1 + (int) (40 * Math.pow(random.nextDouble(), 2));
        int end = first.end();
        var more = WORD.matcher(text);
        for (int i = 1; i < words && more.find(end); i++) {
            end = more.end();
        }
        return new Span(first.start(), end);
    }

    private static Span pick(Pattern pattern, String text, Random random, Predicate<String> wanted) {
        return pick(pattern, text, random, wanted, false);
    }

    private static Span pick(Pattern pattern, String text, Random random, Predicate<String> wanted, boolean orFirst) {
        while (true) {
            var matcher = pattern.matcher(text);
            int from = random.nextInt(text.length());
            while (from > 0 && Character.isLetter(text.charAt(from - 1))) {
                from--;                                             // no half words
            }
            if (matcher.find(from) && wanted.test(matcher.group())) {
                return new Span(matcher.start(), Math.max(matcher.end(), matcher.start() + 1));
            }
        }
    }

    private static List<Span> lines(String text) {
        var lines = new ArrayList<Span>();
        for (int at = 0; at < text.length(); ) {
            int end = text.indexOf('\n', at) + 1;
            end = end == 0 ? text.length() : end;
            if (!text.substring(at, end).isBlank()) {
                lines.add(new Span(at, end));
            }
            at = end;
        }
        return lines;
    }

    private static Codings codings(List<Place> places) {
        var acts = new Acts();
        var laid = new ArrayList<Decision>();
        for (int i = 0; i < places.size(); i++) {
            laid.add(new Decision.Laid(acts.entry("c" + i, "k1"), new Decision.Content(places.get(i), "seen", "1", Polarity.NEUTRAL, Status.ASSERTED),
                Optional.empty()));
        }
        return Codings.of(laid);
    }

    private static Transcript transcript(String text) {
        return new Transcript("A", text, List.of(), SourceMap.identity(text));
    }

    private static List<String> texts() {
        try (var files = Files.list(Path.of(System.getProperty("texts", "corpus/headspace/transcripts")))) {
            var texts = new ArrayList<String>();
            for (Path file : files.filter(f -> f.toString().endsWith(".txt")).sorted().toList()) {
                String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
                text = text.contains("\uFFFD") ? new String(Files.readAllBytes(file), Charset.forName("windows-1252")) : text;
                texts.add(text.replace("\uFEFF", "").replace("\r\n", "\n"));
            }
            return texts;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
