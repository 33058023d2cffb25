package dk.udsagn.suggest;

import dk.udsagn.suggest.Learned.Sparse;
import dk.udsagn.transcript.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * How answers, the questions before them and those after them are worded, as vectors: the encoder's for each of the three, one after another; see {@link Said}.
 * What stands in few lessons counts more; what stands in one only teaches nothing of others and is left out; an encoder that leaves nothing at zero is taken as it is.
 */
final class Wordings {
    private static final int FEWEST = 2;

    private final Embedder embedder;
    private final List<Lesson> lessons;
    private final List<Sparse> vectors;
    private final float[] rarity;
    private final float[] rarityAsked;

    private Wordings(Embedder embedder, List<Lesson> lessons, List<Sparse> vectors, float[] rarity, float[] rarityAsked) {
        this.embedder = embedder;
        this.lessons = lessons;
        this.vectors = vectors;
        this.rarity = rarity;
        this.rarityAsked = rarityAsked;
    }

    static Wordings of(Embedder embedder, List<Lesson> lessons) {
        int dimensions = embedder.embed("").length;
        float[] rarity = new float[dimensions];
        float[] rarityAsked = new float[dimensions];
        var plain = new HashMap<String, Sparse>();
        for (Lesson lesson : lessons) {
            count(plain.computeIfAbsent(lesson.said().answer(), text -> plain(embedder, text)), rarity);
            count(plain.computeIfAbsent(lesson.said().question(), text -> plain(embedder, text)), rarityAsked);
        }
        rarity(rarity, lessons.size());
        rarity(rarityAsked, lessons.size());
        var wordings = new Wordings(embedder, List.copyOf(lessons), new ArrayList<>(), rarity, rarityAsked);
        wordings.vectors.addAll(wordings.vectors(lessons.stream().map(Lesson::said).toList(), plain));
        return wordings;
    }

    /** As the encoder gives it. */
    private static Sparse plain(Embedder embedder, String text) {
        return text.isEmpty() ? Sparse.NONE : embedder instanceof HashingEmbedder ? HashingEmbedder.sparse(text) : Sparse.of(embedder.embed(text));
    }

    private static void count(Sparse vector, float[] counts) {
        for (int box : vector.boxes()) {
            counts[box]++;
        }
    }

    private static void rarity(float[] counts, int lessons) {
        for (int i = 0; i < counts.length; i++) {
            counts[i] = counts[i] < FEWEST ? 0 : (float) (1 + Math.log((1 + lessons) / (1.0 + counts[i])));
        }
    }

    /** What answers and those around them say, each text looked at once. */
    List<Sparse> vectors(List<Said> said) {
        return vectors(said, new HashMap<>());
    }

    /** {@code plain} holds texts as the encoder gave them already. */
    private List<Sparse> vectors(List<Said> said, Map<String, Sparse> plain) {
        var answers = new HashMap<String, Sparse>();
        var questions = new HashMap<String, Sparse>();
        return said.stream().map(s -> {
            Function<String, Sparse> answer = text -> answers.computeIfAbsent(text, t -> plain.computeIfAbsent(t, x -> plain(embedder, x)).weighed(rarity));
            Function<String, Sparse> question = text -> questions.computeIfAbsent(text, t -> plain.computeIfAbsent(t, x -> plain(embedder, x)).weighed(rarityAsked));
            return s.vector(answer, rarity.length, question, rarity.length);
        }).toList();
    }

    /** A stretch of an answer alone. */
    Sparse vector(String text, Span stretch) {
        return plain(embedder, stretch.in(text)).weighed(rarity);
    }

    /** A stretch of an answer without each of its words in turn. */
    List<Sparse> without(String text, Span stretch, List<Clauses.Word> words) {
        var without = new ArrayList<Sparse>();
        for (int i = 0; i < words.size(); i++) {
            Sparse rest;
            if (embedder instanceof HashingEmbedder) {
                var others = new ArrayList<>(words);
                others.remove(i);
                rest = HashingEmbedder.sparse(others);
            } else {
                rest = plain(embedder, text.substring(stretch.start(), words.get(i).start()) + text.substring(words.get(i).end(), stretch.end()));
            }
            without.add(rest.weighed(rarity));
        }
        return without;
    }

    Embedder embedder() {
        return embedder;
    }

    List<Lesson> lessons() {
        return lessons;
    }

    int dimensions() {
        return 3 * rarity.length;
    }

    List<Sparse> vectors() {
        return vectors;
    }

    /** An answer's vector, its own words and less of those beside it, all boxes kept. */
    float[] answer(Sparse vector) {
        return vector.dense(rarity.length);
    }

    /** The lesson of a root theme most like an answer, by what is answered and not by what is asked. */
    Lesson nearest(float[] answer, int root) {
        Lesson nearest = null;
        double most = -1;
        for (int i = 0; i < lessons.size(); i++) {
            double like = lessons.get(i).is(root) ? vectors.get(i).like(answer) : -1;
            if (like > most) {
                most = like;
                nearest = lessons.get(i);
            }
        }
        return nearest;
    }

    /** Encoder and how much was learned from, for the rule's version. */
    String about() {
        return embedder.id() + ", " + lessons.size() + " passages";
    }
}
