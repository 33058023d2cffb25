package dk.udsagn;

import dk.udsagn.coding.Decision;
import dk.udsagn.exchange.CodebookFile;
import dk.udsagn.exchange.CodingsFile;
import dk.udsagn.exchange.RefiExport;
import dk.udsagn.exchange.StudyData;
import dk.udsagn.exchange.StudyFile;
import dk.udsagn.exchange.WebAnnotation;
import dk.udsagn.transcript.LossReport;
import dk.udsagn.transcript.Transcript;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Hands a study to other programs, in the form that the ending of a file names. */
final class Exporting {
    private final Study study;
    private final Path folder;
    private final StudyFile file;
    private final List<Decision> decisions;

    Exporting(Study study, Path folder, StudyFile file, List<Decision> decisions) {
        this.study = study;
        this.folder = folder;
        this.file = file;
        this.decisions = decisions;
    }

    LossReport to(Path target) throws IOException {
        String name = target.getFileName().toString().toLowerCase(Locale.ROOT);
        String ending = name.substring(name.lastIndexOf('.') + 1);
        return switch (ending) {
            case "qdpx" -> RefiExport.write(data(), target);
            case "qdc" -> RefiExport.writeCodebook(study.codebook(), file.language().code(), StudyFolder.remembered(folder), target);
            case "json" -> text(target, ofCodebook(name) ? CodebookFile.write(study.codebook()) : CodingsFile.json(study.codings().all()));
            case "csv" -> text(target, ofCodebook(name) ? CodebookFile.csv(study.codebook()) : CodingsFile.csv(study.codings().all()));
            case "jsonld" -> text(target, WebAnnotation.write(data()));
            default -> throw new IllegalArgumentException("\"" + target.getFileName() + "\" does not end in a form to export to; there are .qdpx (project), "
                + ".qdc (codebook), .json and .csv (codings, or the codebook when the name begins with codebook), .jsonld (W3C Web Annotations)");
        };
    }

    private static boolean ofCodebook(String name) {
        return name.startsWith("codebook") || name.startsWith("kodebog");
    }

    /** The whole study, as it travels; texts are read when they are asked for. */
    StudyData data() throws IOException {
        var sources = new ArrayList<StudyData.Source>();
        var originals = StudyFolder.originals(folder, study.files().files());
        for (String id : study.transcripts()) {
            Transcript transcript = study.transcript(id);
            var respondents = transcript.turns().stream().flatMap(t -> t.respondent().stream()).distinct().toList();
            sources.add(new StudyData.Source(id, respondents, () -> study.transcript(id).text(), StudyFolder.aside(Optional.ofNullable(originals.get(id)))));
        }
        return new StudyData(file, study.codebook(), sources, decisions, StudyFolder.beside(folder), StudyFolder.remembered(folder));
    }

    private static LossReport text(Path target, String text) throws IOException {
        Path part = target.resolveSibling(target.getFileName() + ".part");
        Files.writeString(part, text);
        Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
        return LossReport.NONE;
    }
}
