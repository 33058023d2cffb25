package dk.udsagn;

import dk.udsagn.codebook.Codebook;
import dk.udsagn.coding.Decision;
import dk.udsagn.exchange.CodebookFile;
import dk.udsagn.exchange.DecisionLog;
import dk.udsagn.exchange.StudyData;
import dk.udsagn.transcript.Transcript;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Writes an import into a study's folder: first everything beside it, so that a file that turns out to be torn leaves no trace, then all of it into
 * its place, or nothing.
 */
final class StudyFolder {
    /** What other programs call things, for the next export. */
    static final String REMEMBERED = "exchange.json";
    /** The documents that imported texts were made from. */
    static final String ORIGINALS = "originals";
    /** When the words of imported texts were said. */
    static final String TIMES = "times";
    /** What came along and is no transcript. */
    static final String BESIDE = "beside";

    private final Path folder;
    private final Path staged;
    private final List<Path> files = new ArrayList<>();                     // relative to the folder, in order

    StudyFolder(Path folder) throws IOException {
        this.folder = folder.toAbsolutePath().normalize();
        Path parent = this.folder.getParent();
        if (Files.exists(this.folder.resolve("study.json"))) {
            staged = Files.createDirectory(this.folder.resolve(".import-" + UUID.randomUUID()));      // with the permissions of any other
        } else {
            Path there = parent;
            while (!Files.exists(there)) {
                there = there.getParent();
            }
            staged = Files.createDirectory(there.resolve(".udsagn-import-" + UUID.randomUUID()));
        }
    }

    void text(String name, String text) throws IOException {
        Files.writeString(path(Path.of(name)), text);
    }

    void codebook(Codebook codebook) throws IOException {
        text("codebook.json", CodebookFile.write(codebook));
    }

    void remembered(Map<String, String> remembered) throws IOException {
        text(REMEMBERED, StudyData.writeRemembered(remembered));
    }

    private Path path(Path name) throws IOException {
        Path path = staged.resolve(name.toString());
        Files.createDirectories(path.getParent());
        files.add(name);
        return path;
    }

    void sources(List<StudyData.Source> sources) throws IOException {
        var texts = new LinkedHashMap<StudyData.Source, Path>();
        for (var source : sources) {
            texts.put(source, path(Path.of("transcripts", source.id() + ".txt")));
        }
        try {
            // on all processors: a system takes its time to make a thousand files
            texts.entrySet().parallelStream().forEach(text -> text(text.getKey().text(), text.getValue()));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        for (var source : sources) {
            var times = source.text().times();
            if (!times.isEmpty()) {
                text(TIMES + "/" + source.id() + ".json", StudyData.writeTimes(times, Transcript.digest(source.text().utf8())));
            }
            if (source.original().isPresent()) {
                String name = source.original().get().name();
                int dot = name.lastIndexOf('.');
                copy(Path.of(ORIGINALS, source.id() + (dot > 0 ? name.substring(dot) : "")), source.original().get());
            }
        }
    }

    private static void text(StudyData.Text text, Path file) {
        try {
            Files.write(file, Verbatim.bytes(text.utf8()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void asides(List<StudyData.Aside> asides) throws IOException {
        for (var aside : asides) {
            copy(Path.of(BESIDE, aside.name()), aside);
        }
    }

    /** A file whose name is taken by another gets a number; the same file again is the same file. */
    private void copy(Path name, StudyData.Aside aside) throws IOException {
        String plain = name.getFileName().toString();
        int dot = plain.lastIndexOf('.') > 0 ? plain.lastIndexOf('.') : plain.length();
        Path part = Files.createTempFile(staged, "aside", "");
        try (var in = aside.bytes().open()) {
            Files.copy(in, part, StandardCopyOption.REPLACE_EXISTING);
        }
        for (int n = 1; ; n++) {
            Path wanted = name.resolveSibling(plain.substring(0, dot) + (n == 1 ? "" : " " + n) + plain.substring(dot));
            Path there = folder.resolve(wanted.toString());
            if (Files.exists(there) && Files.mismatch(there, part) < 0) {
                Files.delete(part);
                return;
            }
            if (!Files.exists(there) && !files.contains(wanted)) {
                Files.move(part, path(wanted), StandardCopyOption.REPLACE_EXISTING);
                return;
            }
        }
    }

    /** Moves everything into a study that is there, and appends the decisions; when that fails, everything is put back. */
    void into(List<Decision> decisions) throws IOException {
        Path old = staged.resolve(".old");
        Deque<Path> moved = new ArrayDeque<>();
        try {
            for (Path name : files) {
                Path target = folder.resolve(name.toString());
                Files.createDirectories(target.getParent());
                if (Files.exists(target)) {
                    Path kept = old.resolve(name.toString());
                    Files.createDirectories(kept.getParent());
                    Files.copy(target, kept, StandardCopyOption.COPY_ATTRIBUTES);
                }
                moved.push(name);
                Files.move(staged.resolve(name.toString()), target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            }
            new DecisionLog(folder.resolve("decisions")).append(decisions);
        } catch (IOException | RuntimeException e) {
            for (Path name : moved) {
                Path kept = old.resolve(name.toString());
                if (Files.exists(kept)) {
                    Files.move(kept, folder.resolve(name.toString()), StandardCopyOption.REPLACE_EXISTING);
                } else {
                    Files.deleteIfExists(folder.resolve(name.toString()));
                }
            }
            throw e;
        }
    }

    /** Makes the study's folder of it. */
    void asNew(List<Decision> decisions) throws IOException {
        Files.createDirectories(staged.resolve("transcripts"));
        new DecisionLog(Files.createDirectories(staged.resolve("decisions"))).append(decisions);
        Files.createDirectories(folder.getParent());
        Files.deleteIfExists(folder);
        Files.move(staged, folder, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Takes away what was written beside the study. */
    void clear() throws IOException {
        if (Files.exists(staged)) {
            NewStudy.remove(staged);
        }
    }

    /** What a study was told to remember; empty for one that nothing was ever imported into. */
    static Map<String, String> remembered(Path folder) throws IOException {
        Path file = folder.resolve(REMEMBERED);
        return Files.exists(file) ? StudyData.readRemembered(file) : Map.of();
    }

    /** The document an imported transcript was made from, or the transcript's own file where that is one; by id. */
    static Map<String, Path> originals(Path folder, Map<String, Path> transcripts) throws IOException {
        var originals = new TreeMap<String, Path>();
        transcripts.forEach((id, file) -> {
            if (file.getFileName().toString().toLowerCase(java.util.Locale.ROOT).matches(".*\\.(docx|pdf)")) {
                originals.put(id, file);
            }
        });
        if (Files.isDirectory(folder.resolve(ORIGINALS))) {
            try (var all = Files.list(folder.resolve(ORIGINALS))) {
                all.filter(Files::isRegularFile).sorted().forEach(f -> originals.put(Transcripts.id(f), f));
            }
        }
        return originals;
    }

    /** What lies beside the study. */
    static List<StudyData.Aside> beside(Path folder) throws IOException {
        if (!Files.isDirectory(folder.resolve(BESIDE))) {
            return List.of();
        }
        try (var all = Files.list(folder.resolve(BESIDE))) {
            return all.filter(Files::isRegularFile).sorted().map(StudyFolder::aside).toList();
        }
    }

    static StudyData.Aside aside(Path file) {
        return new StudyData.Aside(file.getFileName().toString(), () -> Files.newInputStream(file));
    }

    static Optional<StudyData.Aside> aside(Optional<Path> file) {
        return file.map(StudyFolder::aside);
    }
}
