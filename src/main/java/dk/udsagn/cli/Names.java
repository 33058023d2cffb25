package dk.udsagn.cli;

import dk.udsagn.Study;
import dk.udsagn.coding.Codings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.TreeSet;

/** Names that pick something out: one that is nowhere in the study is a mistake, not an empty answer. */
final class Names {
    private Names() {
    }

    static void coder(Optional<String> coder, Study study) throws IOException {
        if (coder.isPresent()) {
            var known = new TreeSet<String>();
            study.file().coders().forEach(c -> known.add(c.id()));
            if (!known.contains(coder.get())) {
                study.history().decisions().forEach(d -> known.add(d.entry().coder()));
                named("coder", coder.get(), known);
            }
        }
    }

    static void transcript(Optional<String> transcript, Study study) throws IOException {
        if (transcript.isPresent() && !study.transcripts().contains(transcript.get())) {
            var known = new TreeSet<>(study.transcripts());
            study.history().decisions().forEach(d -> d.place().ifPresent(p -> known.add(p.transcript())));
            named("transcript", transcript.get(), known);
        }
    }

    static void respondent(Optional<String> respondent, Study study) {
        if (respondent.isPresent()) {
            var known = new TreeSet<String>();
            study.file().respondents().forEach(r -> known.add(r.id()));
            study.file().speakers().values().forEach(speakers -> known.addAll(speakers.values()));
            named("respondent", respondent.get(), known);
        }
    }

    /** What a command makes may lie in a study's folder, but not where the study itself reads and writes: it would be taken for a transcript, or lie over a log. */
    static Path besides(Path study, Path made) {
        Path folder = study.toAbsolutePath().normalize();
        Path target = made.toAbsolutePath().normalize();
        boolean own = List.of("transcripts", "decisions", ".udsagn").stream().anyMatch(name -> target.startsWith(folder.resolve(name)))
            || List.of("study.json", "codebook.json", "survey.json", "words.json").stream().anyMatch(name -> target.equals(folder.resolve(name)));
        if (own) {
            throw new IllegalArgumentException(made + " is where the study itself is kept; name a place beside it");
        }
        return made;
    }

    static void theme(Optional<String> theme, Study study, Codings codings) {
        if (theme.isPresent()) {
            var known = new TreeSet<>(study.codebook().all().keySet());
            codings.stream().forEach(c -> known.add(c.theme()));
            named("theme", theme.get(), known);
        }
    }

    private static void named(String what, String name, TreeSet<String> known) {
        if (!known.contains(name)) {
            throw new NoSuchElementException("there is no " + what + " \"" + name + "\"; there are " + known);
        }
    }
}
