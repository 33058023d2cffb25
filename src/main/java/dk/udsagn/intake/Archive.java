package dk.udsagn.intake;

import dk.udsagn.transcript.FormatException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** The files of a packed document that a reader asks for, unpacked within bounds of size, number and name. */
final class Archive {
    private static final long LARGEST = 256L << 20;
    /** A million turns of a Word document are some 45 MB of XML. */
    private static final long LARGEST_WANTED = 64L << 20;
    private static final int MOST = 20_000;
    private final Map<String, byte[]> files = new TreeMap<>();
    private boolean any;

    private Archive() {
    }

    static boolean isOne(Source file) {
        return file.startsWith('P', 'K', 3, 4);
    }

    /** Unpacks the files whose names are wanted; all others are passed over, and count too. */
    static Archive of(Source file, Predicate<String> wanted) {
        var archive = new Archive();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(file.raw()))) {
            archive.read(file, zip, wanted);
        } catch (IOException | IllegalArgumentException e) {
            throw new FormatException(file.name(), 0, "the packed file is broken: " + Characters.squeeze(String.valueOf(e.getMessage())), "is it whole?");
        }
        if (!archive.any) {
            throw new FormatException(file.name(), 0, "the packed file is broken: nothing can be unpacked", "is it whole?");
        }
        return archive;
    }

    private void read(Source file, ZipInputStream zip, Predicate<String> wanted) throws IOException {
        var buffer = new byte[1 << 16];
        long total = 0;
        int count = 0;
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            String name = entry.getName().replace('\\', '/');
            if (++count > MOST) {
                throw new FormatException(file.name(), 0, "it packs more than " + MOST + " files", "no document does");
            }
            if (name.startsWith("/") || ("/" + name + "/").contains("/../")) {
                throw new FormatException(file.name(), 0, "it packs a file outside its own folder, \"" + entry.getName() + "\"", "no document does; where is it from?");
            }
            var out = wanted.test(name) ? new ByteArrayOutputStream() : null;
            for (int n = zip.read(buffer); n >= 0; n = zip.read(buffer)) {
                total += n;
                if (total > LARGEST) {
                    throw new FormatException(file.name(), 0, "it unpacks to more than 256 MB", "no transcript does; where is it from?");
                }
                if (out != null && out.size() + n > LARGEST_WANTED) {
                    throw new FormatException(file.name(), 0, "its text, " + name + ", unpacks to more than 64 MB, far more than an interview's", "where is it from?");
                }
                if (out != null) {
                    out.write(buffer, 0, n);
                }
            }
            any = true;
            if (out != null) {
                files.put(name, out.toByteArray());
            }
        }
    }

    boolean has(String name) {
        return files.containsKey(name);
    }

    /** A file's bytes; null when it is not there. */
    byte[] get(String name) {
        return files.get(name);
    }
}
