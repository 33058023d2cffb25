package dk.udsagn.index;

import dk.udsagn.transcript.Transcript;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexNotFoundException;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;

/**
 * The index of a study's transcripts, in a folder of its own that may be deleted at any time.
 *
 * <p>Nothing is opened before it is needed. Any number of threads and processes may search while one updates; a second one that would
 * update is told so at once. A search sees the index as the last update of this value, or its opening, left it. Closed by whoever opened it.
 */
public final class TranscriptIndex implements AutoCloseable {
    private static final String VERSION = "udsagn.index";
    private static final String FORMAT = "4";

    /** Where transcripts come from. */
    @FunctionalInterface
    public interface Source {
        /**
         * Reads a transcript. Called by several threads at once, each transcript once an update, only those whose digest is new.
         *
         * @param id one of the ids that were given to the update
         * @return the transcript
         * @throws IOException if it cannot be read; the update is then given up and the index stays as it was
         */
        Transcript read(String id) throws IOException;
    }

    /**
     * What an update did.
     *
     * @param read      how many transcripts were read and indexed
     * @param removed   how many are no longer there
     * @param unchanged how many stand as they stood
     * @param rebuilt   one line that says why everything was read again; empty when it was not, or when there was no index before
     */
    public record Update(int read, int removed, int unchanged, Optional<String> rebuilt) { }

    private final Path folder;
    private final Analysis analysis;
    private final int threads;
    private Directory directory;
    private OpenReader open;
    private boolean closed;

    private TranscriptIndex(Path folder, Analysis analysis, int threads) {
        this.threads = threads;
        this.folder = folder;
        this.analysis = analysis;
    }

    /**
     * The index in a folder. Reads nothing yet; the folder need not be there.
     *
     * @param folder   where the index is or will be; nothing else may lie in it
     * @param analysis how words are brought to their terms; an index made with another is made anew
     * @return the index
     */
    public static TranscriptIndex open(Path folder, Analysis analysis) {
        return open(folder, analysis, Math.min(2, Runtime.getRuntime().availableProcessors()));
    }

    /** With so many threads in updates. */
    static TranscriptIndex open(Path folder, Analysis analysis, int threads) {
        return new TranscriptIndex(folder, analysis, threads);
    }

    /**
     * Brings the index up to date: reads what is new or changed, takes out what is gone, and makes the index anew when it is torn or of
     * another version. Either all of it is done, or the index stays as it was.
     *
     * <p>Cost: nothing is read when no digest is new. Memory: some transcripts, whatever their number; about 100 MB at most with the
     * dictionary. Two threads.
     *
     * @param digests the transcripts that should be in the index, id to digest: anything that changes when the transcript's text, turns or
     *                speakers do
     * @param source  reads those whose digest is new
     * @return what was done
     * @throws AccessDeniedException if the folder cannot be written
     * @throws BusyException if another process or value is updating this index
     * @throws FileSystemException if there is no room left
     * @throws IOException         if the disk fails, or the source does
     */
    public synchronized Update update(Map<String, String> digests, Source source) throws IOException {
        SortedMap<String, String> wanted = new TreeMap<>(digests);
        Optional<String> trouble = Optional.empty();
        Map<String, String> present = new HashMap<>();
        try {
            refresh();
            open.snapshot().blocks().forEach(block -> present.put(block.transcript().id(), block.transcript().digest()));
        } catch (IndexNotFoundException | NoSuchFileException e) {
            trouble = Files.isDirectory(folder) && holdsSegments() ? Optional.of("torn: " + e.getMessage()) : Optional.empty();
        } catch (OtherVersionException e) {
            trouble = Optional.of(e.getMessage());
        } catch (IndexFormatTooOldException | IndexFormatTooNewException e) {
            trouble = Optional.of("made by another version of Lucene");
        } catch (CorruptIndexException | EOFException | IllegalArgumentException | IllegalStateException | IndexOutOfBoundsException e) {
            checkOpen();
            trouble = Optional.of("torn: " + e.getMessage());
        }
        boolean fresh = open == null || trouble.isPresent();
        if (fresh && open != null) {
            open.closeForGood();
            open = null;
        }
        if (!fresh && present.equals(wanted)) {
            return new Update(0, 0, wanted.size(), Optional.empty());
        }
        var changes = new TreeMap<String, String>();
        wanted.forEach((id, digest) -> {
            if (!digest.equals(present.get(id))) {
                changes.put(id, digest);
            }
        });
        var gone = present.keySet().stream().filter(id -> !wanted.containsKey(id)).sorted().toList();
        try {
            Files.createDirectories(folder);
        } catch (IOException | ReadOnlyFileSystemException e) {
            throw IndexUpdate.unwritable(folder, e);
        }
        new IndexUpdate(directory(), folder, analysis, version(), threads).run(changes, gone, source, fresh);
        refresh();
        return new Update(changes.size(), gone.size(), wanted.size() - changes.size(),
            trouble.map(why -> "the index in " + folder + " was made anew; it was " + why));
    }

    /**
     * Looks words up.
     *
     * <p>Hits are found as the stream asks for them: neither memory nor the time to the first hit grows with their number (by relevance, 12
     * bytes a turn that holds one are needed and all are weighed first). The stream sees the index as it is now, whatever is updated later; it
     * is for one thread, and ends when this value is closed.
     *
     * @param search what to look for
     * @return the hits, in the order asked for
     * @throws IllegalArgumentException if the query is not one; the message names the character, what was found there, and what would do
     * @throws NoSuchFileException      if there is no index yet
     * @throws IOException              if the index cannot be read
     */
    public Stream<Passage> search(Search search) throws IOException {
        QueryTree tree = new QueryParser(search, analysis).whole();
        OpenReader reader = reader();
        var release = reader.releaseOnce();
        return StreamSupport.stream(new Hits(reader.snapshot(), tree, search, analysis, release), false).onClose(release);
    }

    /**
     * Hands over the transcripts that an expression of a set may stand in, turn by turn, with what stands in each; in the order of their ids. Turns
     * between those where something is found come too: what a question was about holds until the next is asked.
     *
     * <p>It is told from the places of words that the index holds, so a rare expression costs little more than looking its words up, and no words are
     * read but those that the taker asks for. Where there are so many expressions, or of words so common, that this would take longer, the turns' texts are
     * read instead, as in a first pass; what is found is the same.
     *
     * @param set   what to look for; its expressions were read with this index's analysis
     * @param taker gets the turns; each is good until the next
     * @throws NoSuchFileException if there is no index yet
     * @throws IOException         if the index cannot be read
     */
    public void turns(ExpressionSet set, Consumer<IndexedTurn> taker) throws IOException {
        turns(set, IndexedTurns.Way.CHEAPER, taker);
    }

    void turns(ExpressionSet set, IndexedTurns.Way way, Consumer<IndexedTurn> taker) throws IOException {
        OpenReader reader = reader();
        var release = reader.releaseOnce();
        try {
            IndexedTurns.of(reader.snapshot(), set, analysis, way, taker);
        } finally {
            release.run();
        }
    }

    /**
     * Whether the index holds just these transcripts as they are. Changes nothing.
     *
     * @param digests as in {@link #update}
     * @return false too where there is no index, or none that can be read
     */
    public synchronized boolean isCurrent(Map<String, String> digests) {
        try {
            refresh();
            var present = new HashMap<String, String>();
            open.snapshot().blocks().forEach(block -> present.put(block.transcript().id(), block.transcript().digest()));
            return present.equals(digests);
        } catch (IOException | OtherVersionException | IllegalArgumentException | IndexOutOfBoundsException e) {
            return false;                                 // why is told by the next update
        }
    }

    private synchronized OpenReader reader() throws IOException {
        checkOpen();
        if (open == null) {
            try {
                refresh();
            } catch (IndexNotFoundException e) {
                throw new NoSuchFileException(folder.toString(), null, "there is no index here yet; update it first");
            } catch (OtherVersionException | CorruptIndexException e) {
                throw new FileSystemException(folder.toString(), null, "the index cannot be read; update it first: " + e.getMessage());
            }
        }
        return open.hold();
    }

    /** Closes the index. Streams that are still open end with an error. */
    @Override public synchronized void close() throws IOException {
        closed = true;
        if (open != null) {
            open.closeForGood();
            open = null;
        }
        if (directory != null) {
            directory.close();
            directory = null;
        }
    }

    private String version() {
        return FORMAT + " " + analysis.version();
    }

    private Directory directory() throws IOException {
        checkOpen();
        if (directory == null) {
            directory = FSDirectory.open(folder);
        }
        return directory;
    }

    private void refresh() throws IOException {
        checkOpen();
        if (open == null) {
            if (!Files.isDirectory(folder)) {
                throw new IndexNotFoundException("there is no folder " + folder);
            }
            open = OpenReader.of(directory(), folder, version());
        } else {
            open = open.renewed(folder, version());
        }
    }

    private boolean holdsSegments() throws IOException {
        try (var files = Files.list(folder)) {
            return files.anyMatch(file -> !file.getFileName().toString().equals("write.lock"));
        }
    }

    private void checkOpen() {
        if (closed) {
            throw new IllegalStateException("the index in " + folder + " is closed");
        }
    }

    static String versionKey() {
        return VERSION;
    }

    /** Another process or value is updating the index. It can be searched as it stands, or updated when they are done. */
    public static final class BusyException extends FileSystemException {
        private static final long serialVersionUID = 1;

        BusyException(Path folder) {
            super(folder.toString(), null, "the index is being updated by somebody else just now; it can be searched as it stands, or updated when they are done");
        }
    }

    /** The index is sound and was made by another chain or another version of this library. */
    static final class OtherVersionException extends RuntimeException {
        private static final long serialVersionUID = 1;

        OtherVersionException(String found, String wanted) {
            super("made by version \"" + found + "\" and is needed by \"" + wanted + "\"");
        }
    }
}
