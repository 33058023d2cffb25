package dk.udsagn;

import dk.udsagn.codebook.Codebook;
import dk.udsagn.codebook.Wording;
import dk.udsagn.exchange.CodebookFile;
import dk.udsagn.exchange.StudyFile;
import dk.udsagn.exchange.WordWeightsFile;
import dk.udsagn.intake.Intake;
import dk.udsagn.intake.Reading;
import dk.udsagn.transcript.FormatException;
import dk.udsagn.transcript.Language;
import dk.udsagn.transcript.Respondent;
import dk.udsagn.transcript.Role;
import dk.udsagn.transcript.Transcript;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;

/** Makes a study folder: first beside its place, then moved there whole. */
final class NewStudy {
    private final Path folder;
    private final Language language;

    NewStudy(Path folder, Language language) {
        this.folder = folder;
        this.language = language;
    }

    /** Name and version of the library, as the build wrote them down. */
    static String library() {
        try (InputStream in = NewStudy.class.getResourceAsStream("version.txt")) {
            return "udsagn " + new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void write(List<Path> transcripts, Optional<Path> codebook, Consumer<Reading> read) throws IOException {
        if (Files.exists(folder) && (!Files.isDirectory(folder) || hasFiles(folder))) {
            throw new DirectoryNotEmptyException(folder + " is there already and not empty; name a new folder");
        }
        if (transcripts.isEmpty()) {
            throw new IllegalArgumentException("a study needs transcripts; name the files, or a folder of them");
        }
        var files = byId(transcripts);
        var respondents = new ArrayList<Respondent>();
        var speakers = new LinkedHashMap<String, Map<String, String>>();
        var intake = Intake.standard(language);
        for (var entry : files.entrySet()) {
            Reading reading = intake.read(entry.getValue());
            respondents(entry.getKey(), reading.transcript(), respondents, speakers);
            read.accept(reading);
        }
        String title = folder.toAbsolutePath().normalize().getFileName().toString();
        var study = new StudyFile(title, language, List.of(), respondents, speakers);
        String themes = codebook.isPresent() ? CodebookFile.write(CodebookFile.read(codebook.get()))
            : CodebookFile.write(new Codebook(title, "1", new Wording(Map.of(language.code(), title)), List.of()));
        Optional<Path> known = codebook.map(file -> file.resolveSibling(Codebooks.WORDS)).filter(Files::exists);
        Optional<String> words = known.isPresent() ? Optional.of(WordWeightsFile.write(WordWeightsFile.read(known.get()))) : Optional.empty();
        // no temporary folder as the system makes them: that one only its owner may enter, and the study would inherit it
        Path beside = Files.createDirectory(Files.createDirectories(folder.toAbsolutePath().normalize().getParent()).resolve(".udsagn-new-" + UUID.randomUUID()));
        try {
            Files.createDirectories(beside.resolve("decisions"));
            Path into = Files.createDirectories(beside.resolve("transcripts"));
            for (Path file : files.values()) {
                Files.copy(file, into.resolve(file.getFileName().toString()));
            }
            Files.writeString(beside.resolve("codebook.json"), themes);
            if (words.isPresent()) {
                Files.writeString(beside.resolve(Codebooks.WORDS), words.get());
            }
            Files.writeString(beside.resolve("study.json"), study.write());
            Files.deleteIfExists(folder);
            Files.move(beside, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            remove(beside);
            throw e;
        }
    }

    /** A transcript with one respondent gives a respondent of its id; one with several gives one a label. */
    private static void respondents(String id, Transcript transcript, List<Respondent> respondents, Map<String, Map<String, String>> speakers) {
        var labels = transcript.turns().stream().map(t -> t.speaker()).filter(s -> s.role() == Role.RESPONDENT).map(s -> s.label()).distinct().toList();
        if (labels.size() == 1) {
            respondents.add(new Respondent(id, Map.of()));
        } else if (labels.size() > 1) {
            var named = new LinkedHashMap<String, String>();
            for (String label : labels) {
                respondents.add(new Respondent(id + " " + label, Map.of()));
                named.put(label, id + " " + label);
            }
            speakers.put(id, named);
        }
    }

    private static Map<String, Path> byId(List<Path> paths) throws IOException {
        var files = new ArrayList<Path>();
        for (Path path : paths) {
            if (Files.isDirectory(path)) {
                try (var inside = Files.list(path)) {
                    inside.filter(f -> Files.isRegularFile(f) && !f.getFileName().toString().startsWith(".")).sorted().forEach(files::add);
                }
            } else {
                files.add(path);
            }
        }
        if (files.isEmpty()) {
            throw new IllegalArgumentException("there are no files in " + paths.getFirst() + "; name the transcripts, or the folder they are in (folders in it are not looked into)");
        }
        var byId = new TreeMap<String, Path>();
        for (Path file : files) {
            Path other = byId.put(Transcripts.id(file), file);
            if (other != null && Files.isSameFile(other, file)) {
                throw new FormatException(file.toString(), 0, "it is named twice", "name it once, or only the folder it is in");
            }
            if (other != null) {
                throw new FormatException(file.toString(), 0, "it would have the same id as " + other + ", \"" + Transcripts.id(file) + "\"", "rename one of them");
            }
        }
        return byId;
    }

    static boolean hasFiles(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.findAny().isPresent();
        }
    }

    static void remove(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
