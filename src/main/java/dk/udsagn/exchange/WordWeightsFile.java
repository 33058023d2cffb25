package dk.udsagn.exchange;

import dk.udsagn.codebook.WordWeights;
import dk.udsagn.transcript.FormatException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What words weigh, as {@code words.json}: a line a word. */
public final class WordWeightsFile {
    private static final int SIDES = 2;

    private WordWeightsFile() {
    }

    /**
     * Reads weights.
     *
     * @param file the file
     * @return the weights
     * @throws IOException     if the file cannot be read
     * @throws FormatException if it holds no weights; names file, line, what was found and what would do
     */
    public static WordWeights read(Path file) throws IOException {
        JsonView view = JsonView.of(file).only("from", "themes", "constant", "answer", "question", "next", "sides");
        List<String> themes = view.scalars("themes");
        if (themes.isEmpty()) {
            throw view.fault("it names no themes", "\"themes\" lists the ids of those the weights are for");
        }
        if (!view.has("constant")) {
            throw view.fault("\"constant\" is missing", "give a number for each of the themes");
        }
        var constant = weights("constant", view.fields().get("constant"), themes.size());
        return view.checked(() -> new WordWeights(view.textOr("from", ""), themes, constant, words(view, "answer", themes.size()), words(view, "question", themes.size()),
            words(view, "next", themes.size()), words(view, "sides", SIDES)));
    }

    private static Map<String, List<Double>> words(JsonView view, String where, int themes) {
        var words = new TreeMap<String, List<Double>>();
        if (view.has(where)) {
            view.object(where).fields().forEach((word, weights) -> words.put(word, weights(word, weights, themes)));
        }
        return words;
    }

    private static List<Double> weights(String word, JsonView view, int themes) {
        var weights = view.numbers();
        if (weights.size() != themes) {
            throw view.fault("\"" + word + "\" has " + weights.size() + " weights", "give " + themes);
        }
        return weights;
    }

    /**
     * Weights as JSON.
     *
     * @param weights the weights
     * @return the text of a file that {@link #read} gives back unchanged
     */
    public static String write(WordWeights weights) {
        var text = new StringBuilder("{\n  \"from\" : " + Json.line(weights.from()) + ",\n  \"themes\" : " + Json.line(weights.themes()) + ",\n  \"constant\" : " + Json.line(weights.constant()));
        write(text, "answer", weights.answer());
        write(text, "next", weights.next());
        write(text, "question", weights.question());
        write(text, "sides", weights.sides());
        return text.append("\n}\n").toString();
    }

    private static void write(StringBuilder text, String where, Map<String, List<Double>> words) {
        text.append(",\n  \"").append(where).append("\" : {\n").append(words.entrySet().stream().map(word -> "    " + Json.line(word.getKey()) + " : " + Json.line(word.getValue()))
            .collect(Collectors.joining(",\n"))).append("\n  }");
    }
}
