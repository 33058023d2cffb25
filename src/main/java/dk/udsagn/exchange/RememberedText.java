package dk.udsagn.exchange;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** A text put together from the words that lines of the log carry. */
final class RememberedText {
    private final String digest;
    private char[] text = new char[0];

    RememberedText(String digest) {
        this.digest = digest;
    }

    void add(byte[] line) {
        String json = new String(line, StandardCharsets.UTF_8);
        if (!json.contains(digest)) {
            return;
        }
        var view = JsonView.of("", 0, json);
        add(view);
        if (view.has("from")) {
            add(view.object("from"));
        }
    }

    private void add(JsonView place) {
        if (place.textOr("digest", "").equals(digest)) {
            int start = place.whole("start");
            String left = place.textOr("left", "");
            put(start - left.length(), left + place.text("words") + place.textOr("right", ""));
        }
    }

    private void put(int at, String words) {
        if (at + words.length() > text.length) {
            text = Arrays.copyOf(text, at + words.length());
        }
        words.getChars(0, words.length(), text, at);
    }

    Optional<String> text() {
        return text.length == 0 ? Optional.empty() : Optional.of(new String(text) + "\0");         // what follows is not known
    }
}
