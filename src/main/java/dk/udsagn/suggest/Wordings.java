package dk.udsagn.suggest;

import dk.udsagn.suggest.Learned.Sparse;
import java.util.ArrayList;
import java.util.List;

/**
 * How answers and questions are worded, as vectors: the encoder's for the answer, then the encoder's for the question. What stands in few
 * lessons counts more; an encoder that leaves nothing at zero is taken as it is.
 */
final class Wordings {
    /** Length of the question's vector beside the answer's: tried on the sample, one interview left out in turn. */
    private static final double ASKED = 0.7;

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
        for (Lesson lesson : lessons) {
            count(embedder.embed(lesson.text()), rarity);
            count(embedder.embed(lesson.question()), rarityAsked);
        }
        rarity(rarity, lessons.size());
        rarity(rarityAsked, lessons.size());
        var wordings = new Wordings(embedder, List.copyOf(lessons), new ArrayList<>(), rarity, rarityAsked);
        lessons.forEach(l -> wordings.vectors.add(wordings.vector(l.text(), l.question())));
        return wordings;
    }

    private static void count(float[] vector, float[] counts) {
        for (int i = 0; i < counts.length; i++) {
            counts[i] += vector[i] != 0 ? 1 : 0;
        }
    }

    private static void rarity(float[] counts, int lessons) {
        for (int i = 0; i < counts.length; i++) {
            counts[i] = counts[i] == 0 ? 0 : (float) Math.log(1 + lessons / (double) counts[i]);
        }
    }

    Sparse vector(String answer, String question) {
        return Sparse.of(embedder.embed(answer), rarity, 0, 1).plus(Sparse.of(embedder.embed(question), rarityAsked, rarity.length, ASKED));
    }

    Embedder embedder() {
        return embedder;
    }

    List<Lesson> lessons() {
        return lessons;
    }

    int dimensions() {
        return rarity.length + rarityAsked.length;
    }

    List<Sparse> vectors() {
        return vectors;
    }

    /** The lesson of a root theme most like an answer, by the answer's words alone. */
    Lesson nearest(String answer, int root) {
        Sparse vector = Sparse.of(embedder.embed(answer), rarity, 0, 1);
        Lesson nearest = null;
        double most = -1;
        for (int i = 0; i < lessons.size(); i++) {
            double like = lessons.get(i).is(root) ? vectors.get(i).like(vector) : -1;
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
