package dk.udsagn.index;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.apache.lucene.index.CodecReader;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;

/**
 * Whether the files of an index are as they were written. Lucene notices a missing end when it opens a file but a torn middle only when it
 * reads there, so checksums are compared once, and again for files whose size or time has changed since; what was found sound is written
 * down beside them, which spares a large index the reading.
 */
final class Integrity {
    static final String CHECKED = "checked";

    private Integrity() { }

    static void check(DirectoryReader reader, Path folder) throws IOException {
        var files = new ArrayList<String>();
        for (String name : new TreeSet<>(reader.getIndexCommit().getFileNames())) {
            Path file = folder.resolve(name);
            files.add(name + "\t" + Files.size(file) + "\t" + Files.getLastModifiedTime(file).toMillis());
        }
        if (!sound(folder).containsAll(files)) {
            for (LeafReaderContext leaf : reader.leaves()) {
                ((CodecReader) leaf.reader()).checkIntegrity();
            }
            try {
                Files.write(folder.resolve(CHECKED), files, StandardCharsets.UTF_8);
            } catch (IOException e) {
                return;                                   // a folder that cannot be written is checked again next time: slower, not wrong
            }
        }
    }

    private static List<String> sound(Path folder) {
        try {
            return Files.readAllLines(folder.resolve(CHECKED), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return List.of();                             // nothing written down, or it is unreadable: check
        }
    }
}
