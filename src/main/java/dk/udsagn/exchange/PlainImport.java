package dk.udsagn.exchange;

import dk.udsagn.codebook.Codebook;
import dk.udsagn.codebook.Theme;
import dk.udsagn.codebook.Wording;
import dk.udsagn.coding.Coder;
import dk.udsagn.coding.Decision;
import dk.udsagn.transcript.FormatException;
import dk.udsagn.transcript.LossReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Plain files into a study: codings or a codebook as JSON or CSV, annotations as JSON-LD. Which it is, the file itself says. */
public final class PlainImport {
    private PlainImport() {
    }

    /**
     * Joins a plain file with a study, as {@link StudyMerge#into} does: a coding the study has under the same id, or on the same words by the same coder, is the
     * same coding; where it lies elsewhere or takes another side now, a decision says so; what the file has not is left alone.
     *
     * @param file  a .json, .csv or .jsonld
     * @param study the study as it is
     * @return what is to be written and appended
     * @throws IOException     if the file or a text cannot be read
     * @throws FormatException if the file has the wrong form; names file and line
     */
    public static StudyMerge.Result into(Path file, StudyData study) throws IOException {
        if (isCodebook(file)) {
            return StudyMerge.plain(study, data(study, study.study().coders(), codebook(file, study.codebook()), List.of()), LossReport.NONE);
        }
        var read = ending(file, ".jsonld") ? WebAnnotation.read(file, study) : CodingsFile.read(file, study);
        var coders = new LinkedHashMap<String, Coder>();
        study.study().coders().forEach(c -> coders.put(c.id(), c));
        var ids = new LinkedHashMap<String, String>();                            // theme as the file names it to its id
        var fresh = new ArrayList<Theme>();
        for (Decision d : read.decisions()) {
            coders.computeIfAbsent(d.entry().coder(), id -> new Coder(id, ""));
            content(d).ifPresent(c -> ids.computeIfAbsent(c.theme(), named -> {
                if (study.codebook().all().containsKey(named) || named.equals(RefiCodes.FREE)) {
                    return named;
                }
                String id = RefiNames.slug(named).isEmpty() ? "theme-" + RefiGuid.of("theme", named).substring(0, 8) : RefiNames.slug(named);
                if (!study.codebook().all().containsKey(id) && fresh.stream().noneMatch(t -> t.id().equals(id))) {
                    fresh.add(Theme.of(id, new Wording(Map.of(study.study().language().code(), named))));
                }
                return id;
            }));
        }
        if (ids.containsKey(RefiCodes.FREE) && !study.codebook().all().containsKey(RefiCodes.FREE)) {
            fresh.add(RefiCodes.free());
        }
        var themes = new ArrayList<>(study.codebook().themes());
        themes.addAll(fresh);
        var codebook = new Codebook(study.codebook().id(), study.codebook().version(), study.codebook().title(), themes);
        var decisions = read.decisions().stream().map(d -> under(d, ids)).toList();
        return StudyMerge.plain(study, data(study, List.copyOf(coders.values()), codebook, decisions), read.losses());
    }

    /**
     * A codebook file as the beginning of a study.
     *
     * @param file  a codebook as .json or .csv
     * @param study who and what the study is about
     * @return a study without transcripts
     * @throws IOException              if the file cannot be read
     * @throws FormatException          if it has the wrong form; names file and line
     * @throws IllegalArgumentException if it holds codings, whose texts are not in it
     */
    public static StudyData study(Path file, StudyFile study) throws IOException {
        if (!isCodebook(file)) {
            throw new IllegalArgumentException(file + " holds codings and not the texts they lie on; import it into the study that has them");
        }
        String slug = RefiNames.slug(study.title());
        var empty = new Codebook(slug.isEmpty() ? "codebook" : slug, "1", new Wording(Map.of(study.language().code(), study.title())), List.of());
        return new StudyData(study, codebook(file, empty), List.of(), List.of());
    }

    private static StudyData data(StudyData study, List<Coder> coders, Codebook codebook, List<Decision> decisions) {
        var file = study.study();
        return new StudyData(new StudyFile(file.title(), file.language(), coders, file.respondents(), file.speakers(), file.approach()), codebook, study.sources(), decisions, List.of(), study.remembered());
    }

    private static boolean ending(Path file, String ending) {
        return file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(ending);
    }

    private static boolean isCodebook(Path file) throws IOException {
        if (ending(file, ".jsonld")) {
            return false;
        }
        if (ending(file, ".csv")) {
            var rows = Csv.read(file);
            return rows.isEmpty() || !rows.getFirst().cells().containsKey("transcript");
        }
        var view = JsonView.of(file);
        if (!view.has("themes") && !view.has("codings")) {
            throw new FormatException(file.toString(), 1, "it has neither \"codings\" nor \"themes\"", "codings are written as export writes them, a codebook as codebook.json");
        }
        return view.has("themes");
    }

    private static Codebook codebook(Path file, Codebook before) throws IOException {
        return ending(file, ".csv") ? CodebookTable.read(file, before) : CodebookFile.read(file);
    }

    private static Optional<Decision.Content> content(Decision d) {
        return switch (d) {
            case Decision.Laid l -> Optional.of(l.content());
            case Decision.Accepted a -> Optional.of(a.content());
            default -> Optional.empty();                                          // plain files hold no other acts but memos
        };
    }

    private static Decision under(Decision d, Map<String, String> ids) {
        return switch (d) {
            case Decision.Laid l -> new Decision.Laid(l.entry(), under(l.content(), ids), l.why());
            case Decision.Accepted a -> new Decision.Accepted(a.entry(), a.target(), under(a.content(), ids), a.rule(), a.why());
            default -> d;
        };
    }

    private static Decision.Content under(Decision.Content c, Map<String, String> ids) {
        return new Decision.Content(c.place(), ids.get(c.theme()), c.codebookVersion(), c.polarity(), c.status());
    }
}
