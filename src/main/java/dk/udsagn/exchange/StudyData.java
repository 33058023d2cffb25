package dk.udsagn.exchange;

import dk.udsagn.codebook.Codebook;
import dk.udsagn.coding.Decision;
import dk.udsagn.transcript.Span;
import dk.udsagn.transcript.Times;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A whole study on its way between programs. Texts and files are not held: each is read when it is its turn, so that memory is bounded by
 * the largest of them.
 *
 * @param study      title, language, coders and respondents
 * @param codebook   the themes
 * @param sources    the transcripts, in order; ids are unique
 * @param decisions  what the coders did
 * @param asides     files that came along and are no transcripts: media, notes, time marks; they are kept beside the study
 * @param remembered what another program called things, {@code kind/id} to GUID or value ("theme/being-seen", "selection/…"): kept beside the
 *                   study and handed back, an export gives everything the name it came with; may be empty
 */
public record StudyData(StudyFile study, Codebook codebook, List<Source> sources, List<Decision> decisions, List<Aside> asides,
                        Map<String, String> remembered) {
    /** Copies everything, and sorts what is remembered. */
    public StudyData {
        sources = List.copyOf(sources);
        decisions = List.copyOf(decisions);
        asides = List.copyOf(asides);
        remembered = Collections.unmodifiableSortedMap(new TreeMap<>(remembered));
        if (sources.stream().map(Source::id).distinct().count() != sources.size()) {
            throw new IllegalArgumentException("two sources have the same id among " + sources.stream().map(Source::id).toList());
        }
    }

    /**
     * A study without files beside it and without a past in another program.
     *
     * @param study     title, language, coders and respondents
     * @param codebook  the themes
     * @param sources   the transcripts
     * @param decisions what the coders did
     */
    public StudyData(StudyFile study, Codebook codebook, List<Source> sources, List<Decision> decisions) {
        this(study, codebook, sources, decisions, List.of(), Map.of());
    }

    /**
     * Reads what {@link #writeRemembered} wrote.
     *
     * @param file the file
     * @return what other programs called things, as in {@link #remembered()}
     * @throws IOException if the file cannot be read
     * @throws dk.udsagn.transcript.FormatException if it has the wrong form; names file, line, what was found and what would do
     */
    public static Map<String, String> readRemembered(Path file) throws IOException {
        var remembered = new TreeMap<String, String>();
        JsonView.of(file).only("remembered").object("remembered").fields().forEach((key, value) -> remembered.put(key, value.scalar()));
        return remembered;
    }

    /**
     * What is remembered as JSON.
     *
     * @param remembered what other programs called things
     * @return the text of a file
     */
    public static String writeRemembered(Map<String, String> remembered) {
        return Json.pretty(Json.object("remembered", new TreeMap<>(remembered)));
    }

    /**
     * Reads what {@link #writeTimes} wrote.
     *
     * @param file   the file
     * @param digest digest of the text the times are wanted for, as {@link dk.udsagn.transcript.Transcript#digest()} gives it
     * @return stretches of that text and when they were said; empty when the times are those of another text
     * @throws IOException if the file cannot be read
     * @throws dk.udsagn.transcript.FormatException if it has the wrong form; names file, line, what was found and what would do
     */
    public static Optional<Map<Span, Times>> readTimes(Path file, String digest) throws IOException {
        var view = JsonView.of(file).only("text", "times");
        var times = RefiTimes.read(view.scalars("times"), view);
        return view.text("text").equals(digest) ? Optional.of(times) : Optional.empty();
    }

    /**
     * When the words of a text were said, as JSON.
     *
     * @param times  stretches of the text, 0-based, half-open, in UTF-16 units
     * @param digest digest of the text
     * @return the text of a file
     */
    public static String writeTimes(Map<Span, Times> times, String digest) {
        return Json.pretty(Json.object("text", digest, "times", RefiTimes.write(times)));
    }

    /**
     * A transcript.
     *
     * @param id          the transcript's id
     * @param respondents ids of the respondents who speak in it
     * @param text        its canonical text: LF, no byte order mark
     * @param original    the file it came from, such as a docx or pdf, where there is one beside the text
     */
    public record Source(String id, List<String> respondents, Text text, Optional<Aside> original) {
        /** Checks the id and copies the respondents. */
        public Source {
            if (id.isBlank()) {
                throw new IllegalArgumentException("a source needs an id");
            }
            respondents = List.copyOf(respondents);
        }
    }

    /** A text that is read when it is needed. */
    @FunctionalInterface
    public interface Text {
        /**
         * Reads it.
         *
         * @return the whole text, the same each time
         * @throws IOException if the file it stands in cannot be read
         */
        String read() throws IOException;

        /**
         * Reads it as bytes; overridden where it need not be decoded for that.
         *
         * @return the whole text in UTF-8
         * @throws IOException if the file it stands in cannot be read
         */
        default byte[] utf8() throws IOException {
            return read().getBytes(StandardCharsets.UTF_8);
        }

        /**
         * When its words were said.
         *
         * @return stretches of the text, in order, with their times; none where nothing is known, as here
         * @throws IOException if the file they stand in cannot be read
         */
        default Map<Span, Times> times() throws IOException {
            return Map.of();
        }
    }

    /**
     * A file.
     *
     * @param name  its name, without folders
     * @param bytes what it holds
     */
    public record Aside(String name, Bytes bytes) {
    }

    /** The bytes of a file, opened when they are needed. */
    @FunctionalInterface
    public interface Bytes {
        /**
         * Opens them.
         *
         * @return a new stream; the caller closes it
         * @throws IOException if the file cannot be read
         */
        InputStream open() throws IOException;
    }
}
