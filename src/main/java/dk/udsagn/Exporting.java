package dk.udsagn;

import dk.udsagn.coding.Decision;
import dk.udsagn.exchange.CodebookFile;
import dk.udsagn.exchange.CodingsFile;
import dk.udsagn.exchange.RefiExport;
import dk.udsagn.exchange.StudyData;
import dk.udsagn.exchange.StudyFile;
import dk.udsagn.exchange.WebAnnotation;
import dk.udsagn.transcript.LossReport;
import dk.udsagn.transcript.Respondent;
import dk.udsagn.transcript.SourcePlace;
import dk.udsagn.transcript.Times;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Hands a study to other programs, in the form that the ending of a file names. */
final class Exporting {
    private static final Set<String> ENDINGS = Set.of("qdpx", "qdc", "json", "csv", "jsonld");
    private final Study study;
    private final Path folder;
    private final StudyFile file;
    private final List<Decision> decisions;
    private int times;                                                   // turns whose time is known
    private final Map<String, Set<String>> ids;                          // first word of a respondent's id to the ids

    Exporting(Study study, Path folder, StudyFile file, List<Decision> decisions) {
        this.study = study;
        this.folder = folder;
        this.file = file;
        this.decisions = decisions;
        this.ids = file.respondents().stream().map(Respondent::id).collect(Collectors.groupingBy(Exporting::firstWord, Collectors.toSet()));
    }

    LossReport to(Path target) throws IOException {
        String name = target.getFileName().toString().toLowerCase(Locale.ROOT);
        String ending = name.substring(name.lastIndexOf('.') + 1);
        if (ENDINGS.contains(ending) && target.getParent() != null) {
            Files.createDirectories(target.getParent());
        }
        return switch (ending) {
            case "qdpx" -> withTimes(RefiExport.write(data(), target));
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
            sources.add(new StudyData.Source(id, respondents(id), () -> study.files().text(id), StudyFolder.aside(Optional.ofNullable(originals.get(id)))));
        }
        return new StudyData(file, study.codebook(), sources, decisions, StudyFolder.beside(folder), StudyFolder.remembered(folder));
    }

    private List<String> respondents(String id) throws IOException {
        String anyone = file.speakers().getOrDefault(id, Map.of()).get(StudyFile.ANYONE);
        // an imported text that is one respondent's: its turns are looked for only where another respondent may be named in it
        if (anyone != null && file.respondents().stream().anyMatch(r -> r.id().equals(anyone)) && file.speakers().get(id).size() == 1 && !mayName(study.files().text(id), anyone)) {
            return List.of(anyone);
        }
        var turns = study.transcript(id).turns();
        times += (int) turns.stream().filter(t -> !t.times().equals(Times.UNKNOWN)).count();
        return turns.stream().flatMap(t -> t.respondent().stream()).distinct().toList();
    }

    /** Whether the first word of another respondent's id stands anywhere in a text. */
    private boolean mayName(String text, String anyone) {
        int from = -1;
        for (int i = 0; i <= text.length(); i++) {
            boolean inWord = i < text.length() && Character.isLetterOrDigit(text.charAt(i));
            if (inWord && from < 0) {
                from = i;
            } else if (!inWord && from >= 0) {
                var named = ids.get(text.substring(from, i));
                if (named != null && (named.size() > 1 || !named.contains(anyone))) {
                    return true;
                }
                from = -1;
            }
        }
        return false;
    }

    private static String firstWord(String id) {
        return id.replaceFirst("^([\\p{L}\\p{Nd}]+).*", "$1");
    }

    /** Times stand in the XML only at a recording's transcript, and a study has no recordings. */
    private LossReport withTimes(LossReport report) {
        if (times == 0) {
            return report;
        }
        var items = new ArrayList<>(report.items());
        items.add(new LossReport.Item(LossReport.Act.LEFT_OUT, "time of a turn", times, "the standard keeps times with a recording, and the study has none; keep the transcripts' own files",
            List.of(), SourcePlace.UNKNOWN));
        return new LossReport(items);
    }

    private static LossReport text(Path target, String text) throws IOException {
        Path part = target.resolveSibling(target.getFileName() + ".part");
        Files.writeString(part, text);
        Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
        return LossReport.NONE;
    }
}
