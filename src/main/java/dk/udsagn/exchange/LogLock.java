package dk.udsagn.exchange;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * One writer at a time in a folder of logs, among threads, objects and processes.
 *
 * <p>The lock lies on a file of its own, {@code .lock}: POSIX drops all of a process's locks on a file when the process closes the file
 * anywhere, so that merely reading a locked log would unlock it. For the same reason threads of one process take turns before they open it.
 */
final class LogLock {
    private static final long PATIENCE_MS = 30_000;

    private LogLock() {
    }

    /** What is done while the lock is held. */
    interface Work<T> {
        T run() throws IOException;
    }

    /** Runs alone. The folder must be there. */
    static <T> T writing(Path folder, Work<T> work) throws IOException {
        synchronized (turn(folder)) {
            try (var channel = open(folder)) {
                take(folder, channel, false);
                return work.run();
            }
        }
    }

    /** Runs while nobody writes; without a lock where none can be had, as on a read-only disk, since there nobody writes either. */
    static <T> T reading(Path folder, Work<T> work) throws IOException {
        Path file = folder.resolve(".lock");
        if (!Files.isReadable(file)) {
            return work.run();
        }
        synchronized (turn(folder)) {
            try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
                take(folder, channel, true);
                return work.run();
            }
        }
    }

    /** One object a folder for the whole process: an interned text is the same also for a second copy of this class in another loader. */
    private static Object turn(Path folder) throws IOException {
        return ("dk.udsagn decisions in " + folder.toRealPath()).intern();
    }

    private static FileChannel open(Path folder) throws IOException {
        try {
            return FileChannel.open(folder.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (AccessDeniedException e) {
            throw refused(e, folder);
        } catch (FileSystemException e) {
            throw Files.isWritable(folder) ? e : refused(e, folder);
        }
    }

    private static IOException refused(FileSystemException e, Path folder) {
        var refused = new AccessDeniedException(folder.toString(), null, "decisions cannot be recorded here, the folder is read-only; nothing was written");
        refused.initCause(e);
        return refused;
    }

    private static void take(Path folder, FileChannel channel, boolean shared) throws IOException {
        boolean interrupted = false;
        try {
            long waited = 0;
            for (long pause = 1; !tried(channel, shared); pause = Math.min(20, pause * 2)) {
                if (waited > PATIENCE_MS) {
                    throw new IOException(folder + " is being written by another program for more than " + PATIENCE_MS / 1000 + " seconds; nothing was written");
                }
                try {
                    Thread.sleep(pause);
                } catch (InterruptedException e) {
                    interrupted = true;             // others may wait for the same write; it is bounded, so it is finished first
                }
                waited += pause;
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static boolean tried(FileChannel channel, boolean shared) throws IOException {
        try {
            FileLock lock = channel.tryLock(0, Long.MAX_VALUE, shared);      // let go when the channel closes
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }
}
