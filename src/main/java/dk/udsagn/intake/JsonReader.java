package dk.udsagn.intake;

import dk.udsagn.transcript.FormatException;
import dk.udsagn.transcript.Times;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * Segments as Whisper, WhisperX, whisper.cpp and services like them write them. WhisperX may name another speaker for each
 * word; a segment is then split where the speaker changes.
 */
final class JsonReader implements TranscriptReader {
    /** Whisper's own limits for a failed decoding: openai/whisper, transcribe(), compression_ratio_threshold and no_speech_threshold. */
    private static final double REPETITIVE = 2.4;
    private static final double SILENT = 0.6;
    private static final int DEEPEST = 6;
    private static final int MOST_LOOKED_AT = 50;
    private final Wording wording;

    JsonReader(Wording wording) {
        this.wording = wording;
    }

    @Override public Optional<Reading> read(Source file) {
        if (!opensLikeJson(file)) {
            return Optional.empty();
        }
        var losses = new Losses(wording.language());
        Decoded decoded = file.decoded(losses);
        SourceText source = decoded.source();
        return Optional.of(losses.reading(assemble(file, source, utterances(source, losses), losses), "JSON of segments, " + decoded.encoding()));
    }

    /** The segments' words; the tree of values is free again after it. */
    private static List<Utterance> utterances(SourceText source, Losses losses) {
        Headroom.check(source, "{", 80);
        List<Json> segments = segments(Json.of(source));
        if (segments.isEmpty()) {
            throw new FormatException(source.name(), 1, "the JSON has no segments", "a transcript has \"segments\" with \"start\", \"end\", \"text\" and \"speaker\"");
        }
        boolean millis = inMilliseconds(segments);
        var utterances = new ArrayList<Utterance>();
        for (Json segment : segments) {
            add(utterances, segment, millis, source, losses);
        }
        return utterances;
    }

    private dk.udsagn.transcript.Transcript assemble(Source file, SourceText source, List<Utterance> raw, Losses losses) {
        List<Utterance> utterances = raw;
        if (raw.stream().allMatch(u -> u.label().isEmpty())) {
            utterances = InnerLabels.found(source, raw, wording.labels());
        }
        if (utterances.isEmpty()) {
            throw new FormatException(file.name(), 1, "the JSON's segments have no words", "is it the right file?");
        }
        var assembly = new Assembly(source, wording, losses, " ");
        assembly.addAll(utterances);
        Repeats.tell(source, utterances, losses);
        return assembly.transcript(file.id());
    }

    /** Curly bracket and quotation mark, or square and curly; a text may begin with a time mark in either. */
    private static boolean opensLikeJson(Source file) {
        var first = new StringBuilder();
        byte[] raw = file.raw();
        for (int i = file.startsWith(0xEF, 0xBB, 0xBF) ? 3 : 0; i < raw.length && first.length() < 2 && i < 4000; i++) {
            if (raw[i] > ' ') {
                first.append((char) raw[i]);
            } else if (raw[i] < 0) {
                return false;
            }
        }
        return first.toString().equals("{\"") || first.toString().equals("[{") || first.toString().equals("[[") && file.name().endsWith(".json");
    }

    /**
     * The list of segments: an outermost one whose parts have words. Of several it is one whose parts name speakers, then one
     * that holds nearly all the words, in the fewest parts: utterances rather than the same words one by one.
     */
    private static List<Json> segments(Json json) {
        var named = new ArrayList<List<Json>>();
        var unnamed = new ArrayList<List<Json>>();
        gather(json, 0, named, unnamed);
        List<List<Json>> lists = named.isEmpty() ? unnamed : named;
        long most = lists.stream().mapToLong(JsonReader::letters).max().orElse(0);
        return lists.stream().filter(l -> letters(l) * 10 >= most * 9).min(Comparator.comparingInt(List::size)).orElse(List.of());
    }

    private static long letters(List<Json> segments) {
        return segments.stream().mapToLong(s -> said(s).orElse(null) instanceof Json.Str text ? text.value().length() : 0).sum();
    }

    private static void gather(Json json, int depth, List<List<Json>> named, List<List<Json>> unnamed) {
        if (depth > DEEPEST) {
            return;
        }
        if (json instanceof Json.Arr array) {
            boolean words = array.values().stream().anyMatch(v -> said(v).isPresent());
            if (words) {
                (array.values().stream().anyMatch(v -> !speaker(v).isEmpty()) ? named : unnamed).add(array.values());
            } else {
                array.values().stream().limit(MOST_LOOKED_AT).forEach(v -> gather(v, depth + 1, named, unnamed));
            }
        } else if (json instanceof Json.Obj object) {
            List.of(object.values()).forEach(v -> gather(v, depth + 1, named, unnamed));
        }
    }

    private static Optional<Json> said(Json segment) {
        Optional<Json> words = segment.any("text", "transcript", "content", "sentence", "words_text").filter(Json.Str.class::isInstance);
        return words.isEmpty() && segment.get("alternatives").orElse(null) instanceof Json.Arr guesses && !guesses.values().isEmpty()
            ? guesses.values().getFirst().get("content").filter(Json.Str.class::isInstance) : words;
    }

    /** Whole numbers past five and a half hours of seconds are milliseconds. */
    private static boolean inMilliseconds(List<Json> segments) {
        double last = 0;
        for (Json segment : segments) {
            OptionalDouble end = segment.any("end", "end_time", "stop").map(Json::number).orElse(OptionalDouble.empty());
            if (end.isPresent() && end.getAsDouble() != Math.rint(end.getAsDouble())) {
                return false;
            }
            last = Math.max(last, end.orElse(0));
        }
        return last > 20_000;
    }

    private static void add(List<Utterance> out, Json segment, boolean millis, SourceText source, Losses losses) {
        if (!(said(segment).orElse(null) instanceof Json.Str text)) {
            losses.setAside("segment without words", "there is nothing to code in it", segment.getClass().getSimpleName(), source.place(0));
            return;
        }
        Times times = times(segment, millis);
        flag(segment, text, source, losses);
        String speaker = speaker(segment);
        int from = 0;
        String now = speaker;
        if (segment.get("words").orElse(null) instanceof Json.Arr words) {
            int at = 0;
            for (Json word : words.values()) {
                String spelt = word.any("word", "text").map(w -> w instanceof Json.Str s ? Characters.trim(s.value()) : "").orElse("");
                int found = spelt.isEmpty() ? -1 : text.value().indexOf(spelt, at);
                String voice = speaker(word);
                if (found >= 0 && !voice.isEmpty() && !voice.equals(now)) {
                    put(out, now, text, from, found, times, source);
                    from = found;
                    now = voice;
                }
                at = found >= 0 ? found + spelt.length() : at;
            }
        }
        put(out, now, text, from, text.value().length(), times, source);
    }

    private static void put(List<Utterance> out, String speaker, Json.Str text, int from, int to, Times times, SourceText source) {
        List<Piece> words = CueText.trimmed(source, text.pieces(from, to));
        if (speaker.isEmpty() && !out.isEmpty() && text.value().matches("[.,?!:;]")) {      // Amazon's sign is an item of its own
            Utterance last = out.removeLast();
            var more = new ArrayList<>(last.words());
            more.addAll(words);
            out.add(new Utterance(last.label(), more, last.times()));
        } else if (!words.isEmpty()) {
            out.add(new Utterance(speaker, words, times));
        }
    }

    private static void flag(Json segment, Json.Str text, SourceText source, Losses losses) {
        double ratio = segment.get("compression_ratio").map(Json::number).orElse(OptionalDouble.empty()).orElse(0);
        double silence = segment.get("no_speech_prob").map(Json::number).orElse(OptionalDouble.empty()).orElse(0);
        if (ratio > REPETITIVE || silence > SILENT) {
            losses.guessed("doubtful segment", "the recogniser itself doubts that this was said (compression_ratio over 2.4 or no_speech_prob over 0.6)",
                Characters.squeeze(text.value()), source.place(text.start()));
        }
    }

    private static String speaker(Json segment) {
        Json named = segment.any("speaker", "speaker_name", "speaker_label", "speaker_model_label", "speakerName", "speakerLabel", "speaker_id", "speakerId", "name", "channel").orElse(null);
        return switch (named) {
            case Json.Str s when !Characters.squeeze(s.value()).isEmpty() -> Characters.squeeze(s.value()).matches("\\d+")
                ? "Speaker " + Characters.squeeze(s.value()) : Characters.squeeze(s.value());
            case Json.Num n -> "Speaker " + (long) n.value();
            case Json.Obj o -> speaker(o);
            case null, default -> "";
        };
    }

    private static Times times(Json segment, boolean millis) {
        Optional<Json> offsets = segment.get("offsets");
        if (offsets.isPresent()) {
            return new Times(ms(offsets.get().any("from"), 1), ms(offsets.get().any("to"), 1));
        }
        double unit = millis ? 1 : 1000;
        return new Times(ms(segment.any("start", "start_time"), unit), ms(segment.any("end", "end_time", "stop"), unit));
    }

    private static OptionalLong ms(Optional<Json> value, double unit) {
        OptionalDouble number = value.map(Json::number).orElse(OptionalDouble.empty());
        return number.isPresent() && number.getAsDouble() >= 0 && number.getAsDouble() < 1e12 ? OptionalLong.of(Math.round(number.getAsDouble() * unit)) : OptionalLong.empty();
    }
}
