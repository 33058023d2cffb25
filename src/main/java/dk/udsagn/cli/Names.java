package dk.udsagn.cli;

import dk.udsagn.Study;
import dk.udsagn.coding.Codings;
import java.io.IOException;
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
