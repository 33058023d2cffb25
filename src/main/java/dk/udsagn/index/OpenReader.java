package dk.udsagn.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.store.Directory;

/**
 * A reader and those before it that streams still read. A stream nobody finishes or closes keeps its reader until the index is closed,
 * and no longer.
 */
final class OpenReader {
    private final Snapshot snapshot;
    private final List<DirectoryReader> readers;

    private OpenReader(Snapshot snapshot, List<DirectoryReader> readers) {
        this.snapshot = snapshot;
        this.readers = readers;
    }

    static OpenReader of(Directory directory, Path folder, String version) throws IOException {
        return of(DirectoryReader.open(directory), new ArrayList<>(), folder, version);
    }

    private static OpenReader of(DirectoryReader reader, List<DirectoryReader> earlier, Path folder, String version) throws IOException {
        boolean sound = false;
        try {
            String found = reader.getIndexCommit().getUserData().getOrDefault(TranscriptIndex.versionKey(), "");
            if (!found.equals(version)) {
                throw new TranscriptIndex.OtherVersionException(found, version);
            }
            Integrity.check(reader, folder);
            var snapshot = new Snapshot(reader);
            earlier.removeIf(old -> old.getRefCount() <= 0);
            earlier.add(reader);
            sound = true;
            return new OpenReader(snapshot, earlier);
        } finally {
            if (!sound) {
                reader.close();
            }
        }
    }

    /** The same reader while nothing has changed, else the newer one. */
    OpenReader renewed(Path folder, String version) throws IOException {
        DirectoryReader newer = DirectoryReader.openIfChanged(snapshot.reader());
        if (newer == null) {
            return this;
        }
        OpenReader renewed = of(newer, readers, folder, version);
        snapshot.reader().decRef();
        return renewed;
    }

    Snapshot snapshot() {
        return snapshot;
    }

    OpenReader hold() {
        snapshot.reader().incRef();
        return this;
    }

    Runnable releaseOnce() {
        var released = new AtomicBoolean();
        return () -> {
            if (!released.getAndSet(true) && snapshot.reader().getRefCount() > 0) {
                try {
                    snapshot.reader().decRef();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        };
    }

    void closeForGood() throws IOException {
        for (DirectoryReader reader : readers) {
            while (reader.getRefCount() > 0) {
                reader.decRef();
            }
        }
    }
}
