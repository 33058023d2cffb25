package dk.udsagn.suggest;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class HashingEmbedderTest {
    private static final int BOXES = 1 << 15;

    @Test void countsWordsPairsAndPiecesOfThreeToFiveLetters() {
        assertArrayEquals(counted(new String[] {"æble", "på", "æble på"}, new String[] {
            "<æb", "æbl", "ble", "le>", "<æbl", "æble", "ble>", "<æble", "æble>", "<på", "på>", "<på>"}), new HashingEmbedder().embed("Æble: på!"), 1e-7f);
    }

    @Test void whatStandsTwiceCountsLessThanDouble() {
        float[] vector = new HashingEmbedder().embed("ja, ja");
        float twice = vector[box("ja")];
        float once = vector[box("ja ja")];
        assertEquals(1 + Math.log(2), twice / once, 1e-6);
    }

    @Test void aPassageWithoutWordsIsNothing() {
        assertArrayEquals(new float[BOXES], new HashingEmbedder().embed(""));
        assertArrayEquals(new float[BOXES], new HashingEmbedder().embed(" … "));
    }

    /** Each once, words and pairs for one, pieces for .6; brought to length one. */
    private static float[] counted(String[] words, String[] pieces) {
        float[] vector = new float[BOXES];
        for (String word : words) {
            vector[box(word)] += 1;
        }
        for (String piece : pieces) {
            vector[box(piece)] += 0.6f;
        }
        double square = 0;
        for (float value : vector) {
            square += value * value;
        }
        for (int i = 0; i < BOXES; i++) {
            vector[i] /= (float) Math.sqrt(square);
        }
        return vector;
    }

    private static int box(String piece) {
        int hash = piece.hashCode();
        hash = (hash ^ hash >>> 16) * 0x85ebca6b;
        hash = (hash ^ hash >>> 13) * 0xc2b2ae35;
        return (hash ^ hash >>> 16) & BOXES - 1;
    }
}
