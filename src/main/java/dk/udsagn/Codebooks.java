package dk.udsagn;

import dk.udsagn.codebook.Codebook;
import dk.udsagn.codebook.CodebookChange;
import dk.udsagn.codebook.WordWeights;
import dk.udsagn.coding.Codings;
import dk.udsagn.coding.Decision;
import dk.udsagn.exchange.CodebookFile;
import dk.udsagn.exchange.SurveyFile;
import dk.udsagn.exchange.WordWeightsFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.TreeMap;

/** A study's codebook on disk, and the acts that change it together with the codings. */
final class Codebooks {
    /** Lies beside a codebook, and goes where it goes. */
    static final String WORDS = "words.json";

    private final Path file;
    private final Path survey;
    private final Path words;
    private volatile Codebook now;

    Codebooks(Path folder) throws IOException {
        this.file = folder.resolve("codebook.json");
        this.survey = folder.resolve("survey.json");
        this.words = folder.resolve(WORDS);
        if (!Files.exists(file)) {
            throw new NoSuchFileException(file.toString(), null, "a study needs one, be it empty: {\"id\": \"codebook\", \"version\": \"1\", \"themes\": []}; with that in its place, "
                + "codebook --replace FILE takes in another, .json or .csv");
        }
        this.now = CodebookFile.read(file);
    }

    Codebook now() {
        return now;
    }

    boolean hasWords() {
        return Files.exists(words);
    }

    /** What words weigh for the themes, as earlier interviews taught it. */
    Optional<WordWeights> words() throws IOException {
        return hasWords() ? Optional.of(WordWeightsFile.read(words)) : Optional.empty();
    }

    /** What somebody else wrote since the study was opened is not overwritten unseen. */
    private Codebook onDisk() throws IOException {
        now = CodebookFile.read(file);
        return now;
    }

    synchronized List<CodebookChange> replace(Codebook newer) throws IOException {
        var changes = onDisk().diff(newer);
        write(newer);
        return changes;
    }

    /** First the decision, then the file: after a crash between the two the merge can be made again, and no coding lies under a theme that is gone. */
    synchronized Decision merge(String theme, String into, Optional<String> why, Codings codings, Reviewing.Log log, Decision.Entry entry) throws IOException {
        Codebook older = onDisk();
        if (!older.all().containsKey(theme) && codings.stream().noneMatch(c -> c.theme().equals(theme)) && codings.open().stream().noneMatch(s -> s.content().theme().equals(theme))) {
            older.theme(theme);
        }
        Codebook newer = older.merged(theme, into);
        var merged = new Decision.Merged(entry, theme, into, newer.version(), why);
        log.append(List.of(merged));
        write(newer);
        if (Files.exists(survey)) {
            replace(survey, SurveyFile.renamed(Files.readString(survey), theme, into));
        }
        return merged;
    }

    synchronized Decision split(String theme, String part, Collection<String> ids, Optional<String> why, Codings codings, Reviewing.Log log, Decision.Entry entry)
            throws IOException {
        if (theme.equals(part)) {
            throw new IllegalArgumentException("theme \"" + theme + "\" cannot be split into itself; a part needs an id of its own");
        }
        if (ids.isEmpty()) {
            throw new IllegalArgumentException("a split of \"" + theme + "\" needs the codings that go to \"" + part + "\"; codings prints their ids");
        }
        var parts = new TreeMap<String, String>();
        for (String id : ids) {
            String has = codings.stream().filter(c -> c.id().equals(id)).map(c -> c.theme()).findFirst()
                .or(() -> codings.knows(id) ? Optional.of(codings.suggestion(id).content().theme()) : Optional.empty())
                .orElseThrow(() -> new NoSuchElementException("there is neither a coding nor a recorded suggestion \"" + id + "\"; codings prints their ids"));
            if (!has.equals(theme)) {
                throw new IllegalArgumentException(id + " has the theme \"" + has + "\", not \"" + theme + "\"");
            }
            parts.put(id, part);
        }
        Codebook newer = onDisk().split(theme, part);
        var split = new Decision.Split(entry, theme, parts, newer.version(), why);
        log.append(List.of(split));
        write(newer);
        return split;
    }

    private void write(Codebook newer) throws IOException {
        if (!newer.equals(now)) {
            replace(file, CodebookFile.write(newer));
            now = newer;
        }
    }

    private static void replace(Path file, String text) throws IOException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try {
            Files.writeString(part, text);
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }
}
