package dk.udsagn;

import dk.udsagn.codebook.Codebook;
import dk.udsagn.codebook.Wording;
import dk.udsagn.exchange.Dialect;
import dk.udsagn.exchange.PlainImport;
import dk.udsagn.exchange.RefiImport;
import dk.udsagn.exchange.StudyData;
import dk.udsagn.exchange.StudyFile;
import dk.udsagn.exchange.StudyMerge;
import dk.udsagn.transcript.Language;
import dk.udsagn.transcript.LossReport;
import dk.udsagn.transcript.LossReport.Act;
import dk.udsagn.transcript.Respondent;
import dk.udsagn.transcript.SourcePlace;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Takes in what comes from other programs: into a study that is there, as decisions, or as a study of its own. */
final class Importing {
    private static final Set<String> REFI = Set.of("qdpx", "qde", "qdc");
    private static final Set<String> PLAIN = Set.of("json", "csv", "jsonld");
    private final Path file;
    private final Path folder;
    private final Language language;
    private final Optional<Dialect> dialect;
    private final String ending;
    private final List<LossReport.Item> told = new ArrayList<>();

    Importing(Path file, Path folder, Language language, Optional<Dialect> dialect) {
        this.file = file;
        this.folder = folder;
        this.language = language;
        this.dialect = dialect;
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        this.ending = name.substring(name.lastIndexOf('.') + 1);
    }

    LossReport run() throws IOException {
        if (!REFI.contains(ending) && !PLAIN.contains(ending)) {
            throw new IllegalArgumentException("\"" + file.getFileName() + "\" does not end in a form to import; there are .qdpx and .qde (project), .qdc (codebook), .json and .csv "
                + "(codings or a codebook), .jsonld (W3C Web Annotations); transcripts are read by new");
        }
        if (Files.isRegularFile(folder.resolve("study.json"))) {
            intoStudy();
        } else if (Files.exists(folder) && (!Files.isDirectory(folder) || NewStudy.hasFiles(folder))) {
            throw new DirectoryNotEmptyException(folder + " is there already and is no study; name a study's folder, or a new one");
        } else {
            asStudy();
        }
        return new LossReport(told);
    }

    private void intoStudy() throws IOException {
        try (var study = Study.open(folder)) {
            StudyData here = study.data();
            if (PLAIN.contains(ending)) {
                write(here, PlainImport.into(file, here));
            } else {
                try (var in = RefiImport.open(file, here, dialect)) {
                    told.addAll(in.losses().items());
                    write(here, StudyMerge.into(here, in.data()));
                }
            }
        }
    }

    private void write(StudyData here, StudyMerge.Result merged) throws IOException {
        told.addAll(merged.losses().items());
        boolean versioned = merged.codebook().equals(here.codebook()) || !merged.codebook().version().equals(here.codebook().version());
        Codebook codebook = versioned ? merged.codebook() : raised(merged.codebook());
        StudyFile study = speaking(merged.study(), merged.added());
        var parts = new StudyFolder(folder);
        try {
            if (!study.equals(here.study())) {
                parts.text("study.json", study.write());
            }
            if (!codebook.equals(here.codebook())) {
                parts.codebook(codebook);
            }
            if (!merged.remembered().equals(here.remembered())) {
                parts.remembered(merged.remembered());
            }
            parts.sources(merged.added());
            parts.asides(merged.asides());
            parts.into(merged.append());
        } finally {
            parts.clear();
        }
    }

    private void asStudy() throws IOException {
        if (PLAIN.contains(ending)) {
            String title = folder.toAbsolutePath().normalize().getFileName().toString();
            write(PlainImport.study(file, new StudyFile(title, language, List.of(), List.of(), Map.of())));
        } else {
            try (var in = RefiImport.open(file, language, dialect)) {
                told.addAll(in.losses().items());
                write(in.data());
            }
        }
    }

    private void write(StudyData data) throws IOException {
        var file = data.study();
        String title = file.title().isBlank() ? folder.toAbsolutePath().normalize().getFileName().toString() : file.title();
        StudyFile study = speaking(new StudyFile(title, file.language(), file.coders(), file.respondents(), file.speakers(), file.approach()), data.sources());
        Codebook codebook = data.codebook();
        if (codebook.title().byLanguage().isEmpty()) {
            codebook = new Codebook(codebook.id(), codebook.version(), new Wording(Map.of(file.language().code(), title)), codebook.themes());
        }
        var parts = new StudyFolder(folder);
        try {
            parts.text("study.json", study.write());
            parts.codebook(codebook);
            if (!data.remembered().isEmpty()) {
                parts.remembered(data.remembered());
            }
            parts.sources(data.sources());
            parts.asides(data.asides());
            parts.asNew(data.decisions());
        } finally {
            parts.clear();
        }
    }

    /** Every imported text is read as it stands, and somebody speaks in it: its case, or else a respondent of its own. */
    private StudyFile speaking(StudyFile study, List<StudyData.Source> sources) {
        var speakers = new LinkedHashMap<>(study.speakers());
        var respondents = new LinkedHashMap<String, Respondent>();
        study.respondents().forEach(r -> respondents.put(r.id(), r));
        var guessed = new ArrayList<String>();
        for (var source : sources) {
            var labels = new LinkedHashMap<>(speakers.getOrDefault(source.id(), Map.of()));
            if (!labels.containsKey(StudyFile.ANYONE)) {
                if (source.respondents().isEmpty()) {
                    respondents.computeIfAbsent(source.id(), id -> new Respondent(id, Map.of()));
                    guessed.add(source.id());
                }
                var speak = source.respondents();
                labels.put(StudyFile.ANYONE, speak.size() > 1 ? "respondent" : speak.isEmpty() ? source.id() : speak.getFirst());
                speakers.put(source.id(), labels);
            }
        }
        if (!guessed.isEmpty()) {
            String why = "the file does not say who speaks in a source; it was taken for one respondent of its own, as study.json says";
            told.add(new LossReport.Item(Act.GUESSED, "respondent", guessed.size(), why, guessed, SourcePlace.UNKNOWN));
        }
        return new StudyFile(study.title(), study.language(), study.coders(), List.copyOf(respondents.values()), speakers, study.approach());
    }

    /** The next version: the last number in it, one higher. */
    private static Codebook raised(Codebook codebook) {
        var last = java.util.regex.Pattern.compile("(.*?)([0-9]{1,9})([^0-9]*)", java.util.regex.Pattern.DOTALL).matcher(codebook.version());
        String version = last.matches() ? last.group(1) + (Long.parseLong(last.group(2)) + 1) + last.group(3) : codebook.version() + "-2";
        return new Codebook(codebook.id(), version, codebook.title(), codebook.themes());
    }
}
