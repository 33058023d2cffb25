package dk.udsagn.suggest;

import dk.udsagn.suggest.Learned.Sparse;
import java.util.ArrayList;
import java.util.List;

/**
 * How answers, the questions before them and those after them are worded, as vectors: the encoder's for each of the three, one after another. An
 * interviewer takes up what was said, so the question after an answer tells of it too. What stands in few lessons counts more; what stands in one
 * only teaches nothing of others and is left out; an encoder that leaves nothing at zero is taken as it is.
 */
final class Wordings {
    /** Length of a question's vector beside the answer's. */
    private static final double ASKED = 0.6;
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
        for (Lesson lesson : lessons) {
            count(embedder.embed(lesson.text()), rarity);
            count(embedder.embed(lesson.question()), rarityAsked);
        }
        rarity(rarity, lessons.size());
        rarity(rarityAsked, lessons.size());
        var wordings = new Wordings(embedder, List.copyOf(lessons), new ArrayList<>(), rarity, rarityAsked);
        lessons.forEach(l -> wordings.vectors.add(wordings.vector(l.text(), l.question(), l.next())));
        return wordings;
    }

    private static void count(float[] vector, float[] counts) {
        for (int i = 0; i < counts.length; i++) {
            counts[i] += vector[i] != 0 ? 1 : 0;
        }
    }

    private static void rarity(float[] counts, int lessons) {
        for (int i = 0; i < counts.length; i++) {
            counts[i] = counts[i] < FEWEST ? 0 : (float) (1 + Math.log((1 + lessons) / (1.0 + counts[i])));
        }
    }

    Sparse vector(String answer, String question, String next) {
        return part(answer, rarity, 0, 1).plus(part(question, rarityAsked, rarity.length, ASKED)).plus(part(next, rarityAsked, 2 * rarity.length, ASKED));
    }

    private Sparse part(String text, float[] rarity, int first, double length) {
        return text.isEmpty() ? Sparse.NONE : Sparse.of(embedder.embed(text), rarity, first, length);
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

    /** The lesson of a root theme most like an answer, by the answer's words alone. */
    Lesson nearest(String answer, int root) {
        Sparse vector = part(answer, rarity, 0, 1);
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
