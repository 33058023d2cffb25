package dk.udsagn.coding;

import dk.udsagn.transcript.Span;
import dk.udsagn.transcript.Transcript;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where the words of codings, open suggestions and rejections stand after their transcript was edited. What is certain can be recorded as moves; what is
 * not is listed with the places that come into question, for a person to decide. Nothing is dropped and nothing is moved by asking.
 *
 * @param certain what stands where, beyond doubt
 * @param doubts  what a person has to look at
 */
public record Reanchoring(List<Anchor> certain, List<Doubt> doubts) {
    /** Copies the lists. */
    public Reanchoring {
        certain = List.copyOf(certain);
        doubts = List.copyOf(doubts);
    }

    /**
     * Words that were found again.
     *
     * @param target   id of the coding or suggestion
     * @param from     the words in the old text
     * @param to       the words in the new text
     * @param evidence what the rule goes by, in the new text, as far as it was found again
     * @param why      how they were found, in words
     */
    public record Anchor(String target, Place from, Place to, List<Span> evidence, String why) {
        /** Copies the evidence. */
        public Anchor {
            evidence = List.copyOf(evidence);
        }
    }

    /**
     * Words that were not found again with certainty. A person decides with {@link Decision.Respanned} or {@link Decision.Withdrawn}.
     *
     * @param target     id of the coding or suggestion
     * @param content    what is laid there
     * @param candidates places in the new text that come into question, the likeliest first, at most five; none when the words are gone
     * @param why        what stands in the way, in words
     */
    public record Doubt(String target, Decision.Content content, List<Place> candidates, String why) {
        /** Copies the candidates. */
        public Doubt {
            candidates = List.copyOf(candidates);
        }
    }

    /**
     * Looks up every coding, open suggestion and rejection that was laid on another text of a transcript than the present one.
     *
     * @param codings all codings
     * @param id      the transcript's id when they were laid: another than it has now when its file was renamed
     * @param now     the transcript as it is now
     * @param texts   digest to the canonical text of that digest, as far as it is kept; characters that are not known may be U+0000. Where there
     *                is none, the words of the codings are all that is known of it, and little is certain
     * @return what was found; nothing at all when the transcript is the one coded. Rejections whose words are not certain are left where they
     *     are: what was rejected is then proposed anew
     */
    public static Reanchoring of(Codings codings, String id, Transcript now, Function<String, Optional<String>> texts) {
        String digest = now.digest();
        var byText = new LinkedHashMap<String, List<Item>>();
        Stream.of(codings.in(id).stream().map(c -> new Item(c.id(), c.content(), c.rule().map(Decision.Rule::evidence).orElse(List.of()))),
            codings.open().stream().map(s -> new Item(s.entry().id(), s.content(), s.rule().evidence())),
            codings.rejected().stream().map(r -> new Item(r.entry().id(), r.content(), r.rule().evidence()))).flatMap(items -> items)
            .filter(i -> i.content.place().transcript().equals(id)).forEach(i -> byText.computeIfAbsent(i.content.place().digest(), k -> new ArrayList<>()).add(i));
        var certain = new ArrayList<Anchor>();
        var doubts = new ArrayList<Doubt>();
        byText.forEach((other, items) -> {
            if (!other.equals(digest)) {
                var search = new Search(now, digest, text(items, texts.apply(other)));
                items.forEach(item -> search.find(item, certain, doubts));
            } else if (!id.equals(now.id())) {
                items.forEach(item -> certain.add(renamed(item, now.id())));
            }
        });
        var rejections = codings.rejected().stream().map(r -> r.entry().id()).collect(Collectors.toSet());
        doubts.removeIf(d -> rejections.contains(d.target()));
        certain.sort(Comparator.comparing((Anchor a) -> a.to().span()).thenComparing(Anchor::target));
        doubts.sort(Comparator.comparing((Doubt d) -> d.content().place().span()).thenComparing(Doubt::target));
        return new Reanchoring(certain, doubts);
    }

    private static Anchor renamed(Item item, String transcript) {
        Place from = item.content.place();
        return new Anchor(item.id, from, new Place(transcript, from.digest(), from.span(), from.words()), item.evidence,
            "the same text, now called " + transcript);
    }

    /**
     * This and another transcript's.
     *
     * @param other what was found elsewhere
     * @return both, one after the other
     */
    public Reanchoring and(Reanchoring other) {
        return new Reanchoring(Stream.concat(certain.stream(), other.certain.stream()).toList(), Stream.concat(doubts.stream(), other.doubts.stream()).toList());
    }

    /**
     * The certain moves as decisions. The same move has the same id wherever it is found, so that two people who both record it record it once.
     *
     * @param history all decisions so far: words that moved there and back and there again have moved three times
     * @param at      when; {@link History#after} of now
     * @param coder   whose log they go into
     * @param library name and version of the program
     * @return one decision a move
     */
    public List<Decision.Moved> decisions(History history, Instant at, String coder, String library) {
        var moves = history.decisions().stream().filter(Decision.Moved.class::isInstance)
            .collect(Collectors.groupingBy(d -> ((Decision.Moved) d).target(), Collectors.counting()));
        return certain.stream().map(a -> new Decision.Moved(new Decision.Entry(id(a, moves.getOrDefault(a.target, 0L)), at, coder, library),
            a.target, a.from, a.to, a.evidence, a.why)).toList();
    }

    private static String id(Anchor a, long before) {
        String move = String.join("\n", a.target, String.valueOf(before), a.from.transcript(), a.from.digest(), a.from.span().toString(),
            a.to.transcript(), a.to.digest(), a.to.span().toString());
        try {
            return "m" + HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(move.getBytes(StandardCharsets.UTF_8)), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private record Item(String id, Decision.Content content, List<Span> evidence) {
    }

    /** The old text; where it is not kept or is another one, what its codings say of it. */
    private static String text(List<Item> items, Optional<String> kept) {
        if (kept.isPresent() && items.stream().allMatch(i -> kept.get().startsWith(i.content.place().words(), i.content.place().span().start()))) {
            return kept.get();
        }
        // one more than the last: what follows is not known
        char[] known = new char[items.stream().mapToInt(i -> i.content.place().span().end()).max().orElse(0) + 1];
        items.forEach(i -> i.content.place().words().getChars(0, i.content.place().words().length(), known, i.content.place().span().start()));
        return new String(known);
    }

    /** One old text against the new one. */
    private static final class Search {
        private final Transcript transcript;
        private final String digest;
        private final Tokens old;
        private final Tokens now;
        private final Map<String, Occurrences> occurrences = new LinkedHashMap<>();
        private Changed changed;

        Search(Transcript transcript, String digest, String text) {
            var vocabulary = new LinkedHashMap<String, Integer>();
            this.transcript = transcript;
            this.digest = digest;
            this.old = new Tokens(text, vocabulary);
            this.now = new Tokens(transcript.text(), vocabulary);
        }

        void find(Item item, List<Anchor> certain, List<Doubt> doubts) {
            Place place = item.content.place();
            int a = old.after(place.span().start());
            int b = old.before(place.span().end());
            if (a >= b) {
                doubts.add(new Doubt(item.id, item.content, List.of(), "there are no words in it"));
                return;
            }
            var same = occurrences.computeIfAbsent(old.letters(a, b), k -> new Occurrences(old, now, old.sequence(a, b)));
            int at = same.settled(a);
            // words at an edge of what moved may have found the like of a neighbour: "… nej. | I" before another question
            if (at >= 0 && !same.isFirm(a) && (changed().isElsewhere(a, b, at) || changed().canSlide(a, b, at, same.context(a)[0], same.context(a)[1]))) {
                doubts.add(new Doubt(item.id, item.content, List.of(place(span(place.span(), a, b, at, at + b - a))), "what stood beside the words stands elsewhere, and they may begin or end there"));
                return;
            }
            if (at >= 0) {
                var evidence = item.evidence.stream().map(e -> shifted(e, a, at)).flatMap(Optional::stream).toList();
                certain.add(new Anchor(item.id, place, place(span(place.span(), a, b, at, at + b - a)), evidence, "the same words"));
                return;
            }
            var open = same.open(a);
            if (!open.isEmpty()) {
                doubts.add(new Doubt(item.id, item.content, open.stream().limit(5).map(o -> place(span(place.span(), a, b, o, o + b - a))).toList(),
                    open.size() == 1 ? "the same words stand elsewhere, among others" : "the same words stand in " + open.size() + " places"));
                return;
            }
            var found = changed().find(a, b);
            if (found.isEmpty()) {
                doubts.add(new Doubt(item.id, item.content, List.of(), "the words are gone"));
                return;
            }
            var there = place(span(place.span(), a, b, found.get().from(), found.get().to()));
            boolean cut = isCut(place.span(), a, b, found.get());
            if (found.get().certain() && old.isComplete() && !cut) {
                var evidence = item.evidence.stream().map(this::kept).flatMap(Optional::stream).toList();
                certain.add(new Anchor(item.id, place, there, evidence, found.get().why()));
            } else {
                doubts.add(new Doubt(item.id, item.content, List.of(there), cut ? "they begin or end inside a word that was changed" : found.get().why()));
            }
        }

        /** Whether an edge stood inside a word that is another one now: where in it is anybody's guess. */
        private boolean isCut(Span was, int a, int b, Changed.Found found) {
            return was.start() > old.start(a) && old.id(a) != now.id(found.from()) || was.end() < old.end(b - 1) && old.id(b - 1) != now.id(found.to() - 1);
        }

        private Changed changed() {
            if (changed == null) {
                changed = new Changed(old, now);
            }
            return changed;
        }

        private Place place(Span span) {
            return new Place(transcript.id(), digest, span, span.in(transcript.text()));
        }

        /** New tokens as a span; an edge inside a token stays as far inside it. */
        private Span span(Span was, int a, int b, int from, int to) {
            int start = now.start(from) + (old.id(a) == now.id(from) ? Math.max(0, was.start() - old.start(a)) : 0);
            int end = now.end(to - 1) - (old.id(b - 1) == now.id(to - 1) ? Math.max(0, old.end(b - 1) - was.end()) : 0);
            return start < end ? new Span(start, end) : new Span(now.start(from), now.end(to - 1));
        }

        /** A stretch near words that moved as they are, where it moved along. */
        private Optional<Span> shifted(Span span, int from, int to) {
            int a = old.after(span.start());
            int b = old.before(span.end());
            for (int i = Math.min(a, from); i < Math.max(b, from); i++) {
                int j = i - from + to;
                if (i < 0 || i >= old.size() || j < 0 || j >= now.size() || old.id(i) != now.id(j)) {
                    return Optional.empty();
                }
            }
            return a >= b ? Optional.empty() : Optional.of(span(span, a, b, a - from + to, b - from + to));
        }

        private Optional<Span> kept(Span span) {
            int a = old.after(span.start());
            int b = old.before(span.end());
            return a >= b ? Optional.empty() : changed().part(a, b).map(p -> span(span, a, b, p[0], p[1]));
        }
    }
}
