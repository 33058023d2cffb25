package dk.udsagn.index;

import dk.udsagn.transcript.Transcript;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.LockObtainFailedException;

/** One update of an index: all of it, or nothing. */
final class IndexUpdate {
    private static final double BUFFER_MB = 48;
    /**
     * A thread takes this share of what is left, so that stretches are few, since each is a run of the index in order and a search in text order
     * steps back once a run, and yet the last ones are short, so that no thread waits for another at the end.
     */
    private static final int SHARE = 4;

    private static final long LITTLE_ROOM = 1 << 20;

    private final Directory directory;
    private final Path folder;
    private final Analysis analysis;
    private final String version;
    private final int threads;
    private volatile boolean failed;

    IndexUpdate(Directory directory, Path folder, Analysis analysis, String version, int threads) {
        this.threads = threads;
        this.directory = directory;
        this.folder = folder;
        this.analysis = analysis;
        this.version = version;
    }

    void run(SortedMap<String, String> changes, List<String> gone, TranscriptIndex.Source source, boolean fresh) throws IOException {
        IndexWriter writer = writer(fresh);
        boolean done = false;
        try {
            for (String id : gone) {
                writer.deleteDocuments(new Term(TurnDocuments.ID, id));
            }
            index(writer, new ArrayList<>(changes.entrySet()), source, fresh);
            writer.setLiveCommitData(Map.of(TranscriptIndex.versionKey(), version).entrySet());
            writer.commit();
            done = true;
        } catch (IOException e) {
            throw full(e);
        } finally {
            if (done) {
                writer.close();                           // waits for merges that were begun
            } else {
                writer.rollback();
                if (fresh) {
                    removeAll();
                }
            }
        }
    }

    /** The same error, or a clearer one when there is no room left. */
    private IOException full(IOException e) throws IOException {
        if (Files.getFileStore(folder).getUsableSpace() > LITTLE_ROOM) {
            return e;
        }
        var full = new FileSystemException(folder.toString(), null,
            "the disk is full, so the index could not be updated; make room and try again. Nothing else was touched");
        full.initCause(e);
        return full;
    }

    /** What a first update left behind would else be taken for a torn index. */
    private void removeAll() {
        try {
            for (String file : directory.listAll()) {
                directory.deleteFile(file);
            }
        } catch (IOException e) {
            return;                                       // the error that brought us here is the one to tell; the next update clears up
        }
    }

    private IndexWriter writer(boolean fresh) throws IOException {
        try {
            if (fresh) {
                try (var lock = directory.obtainLock(IndexWriter.WRITE_LOCK_NAME)) {
                    for (String file : directory.listAll()) {
                        if (!file.equals(IndexWriter.WRITE_LOCK_NAME)) {
                            lock.ensureValid();
                            directory.deleteFile(file);
                        }
                    }
                }
            }
            return new IndexWriter(directory, new IndexWriterConfig().setRAMBufferSizeMB(BUFFER_MB));
        } catch (LockObtainFailedException e) {
            throw new TranscriptIndex.BusyException(folder);
        } catch (IOException | ReadOnlyFileSystemException e) {
            throw unwritable(folder, e);
        }
    }

    /** The same error, or a clearer one when the folder cannot be written. */
    static IOException unwritable(Path folder, Exception e) throws IOException {
        Path there = folder;
        while (there != null && Files.notExists(there)) {
            there = there.toAbsolutePath().getParent();
        }
        if (e instanceof AccessDeniedException || e instanceof ReadOnlyFileSystemException || there != null && !Files.isWritable(there)) {
            var denied = new AccessDeniedException(folder.toString(), null,
                "the index needs an update and its folder cannot be written; make it writable, or copy the study to where it is");
            denied.initCause(e);
            return denied;
        }
        return e instanceof IOException io ? io : new IOException(e);
    }

    private void index(IndexWriter writer, List<Map.Entry<String, String>> changes, TranscriptIndex.Source source, boolean fresh) throws IOException {
        var next = new AtomicInteger();
        if (changes.size() < 2 || threads == 1) {
            work(writer, changes, next, source, fresh);
            return;
        }
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            var running = new ArrayList<Future<?>>();
            for (int i = 0; i < threads; i++) {
                running.add(pool.submit(() -> {
                    work(writer, changes, next, source, fresh);
                    return null;
                }));
            }
            try {
                for (Future<?> one : running) {
                    one.get();
                }
            } catch (ExecutionException e) {
                failed = true;
                throw unwrapped(e.getCause());
            } catch (InterruptedException e) {
                failed = true;
                Thread.currentThread().interrupt();
                throw new InterruptedIOException("the update of " + folder + " was interrupted; the index is as it was");
            }
        }
    }

    private void work(IndexWriter writer, List<Map.Entry<String, String>> changes, AtomicInteger next, TranscriptIndex.Source source, boolean fresh)
        throws IOException {
        var documents = new TurnDocuments(analysis);
        boolean whole = false;
        try {
            for (int from = take(next, changes.size()); from < changes.size(); from = take(next, changes.size())) {
                work(writer, documents, changes.subList(from, after(from, changes.size())), source, fresh);
            }
            writer.flushNextBuffer();                     // here, where threads do it side by side; the commit flushes one after the other
            whole = true;
        } finally {
            failed |= !whole;                             // the other thread need not go on
        }
    }

    private static int take(AtomicInteger next, int all) {
        return next.getAndUpdate(from -> after(from, all));
    }

    /** Where the stretch that begins there ends. */
    private static int after(int from, int all) {
        return Math.min(all, from + Math.max(1, (all - from) / SHARE));
    }

    private void work(IndexWriter writer, TurnDocuments documents, List<Map.Entry<String, String>> stretch, TranscriptIndex.Source source, boolean fresh)
        throws IOException {
        for (var change : stretch) {
            if (failed) {
                return;
            }
            Transcript transcript = source.read(change.getKey());
            if (!transcript.id().equals(change.getKey())) {
                throw new IllegalArgumentException("asked for transcript " + change.getKey() + " and was given " + transcript.id());
            }
            documents.of(transcript, change.getValue());
            if (fresh) {
                writer.addDocuments(documents);
            } else {
                writer.updateDocuments(new Term(TurnDocuments.ID, change.getKey()), documents);
            }
        }
    }

    private static IOException unwrapped(Throwable cause) throws IOException {
        if (cause instanceof IOException io) {
            throw io;
        }
        if (cause instanceof AlreadyClosedException && cause.getCause() instanceof IOException io) {
            throw io;                                     // what closed the writer under this thread met another one
        }
        if (cause instanceof RuntimeException runtime) {
            throw runtime;
        }
        if (cause instanceof Error error) {
            throw error;
        }
        return new IOException(cause);
    }
}
