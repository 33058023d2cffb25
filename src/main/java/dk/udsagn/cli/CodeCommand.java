package dk.udsagn.cli;

import dk.udsagn.Study;
import dk.udsagn.codebook.Polarity;
import dk.udsagn.coding.Place;
import dk.udsagn.transcript.Span;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "code", description = "Lays a theme on words. On disk before it returns.")
final class CodeCommand extends Verb {
    @Parameters(paramLabel = "STUDY", description = "the study's folder")
    Path study;

    @Option(names = "--transcript", paramLabel = "ID", required = true, description = "the transcript")
    String transcript;

    @ArgGroup(multiplicity = "1")
    Words words;

    static final class Words {
        @Option(names = "--quote", paramLabel = "TEXT", description = "the words, as they stand there")
        String quote;
        @Option(names = "--span", paramLabel = "S:E", description = "their place: 0-based, half-open, UTF-16 units of the canonical text")
        String span;

        Place in(Study study, String transcript) throws IOException {
            return quote != null ? study.place(transcript, quote) : study.place(transcript, span(span));
        }
    }

    @Option(names = "--theme", paramLabel = "ID", required = true, description = "the theme")
    String theme;

    @Option(names = "--coder", paramLabel = "ID", required = true, description = "who codes")
    String coder;

    @Option(names = "--polarity", paramLabel = "P", defaultValue = "neutral", description = "positive, negative, mixed or neutral (the default)")
    String polarity;

    @Option(names = "--why", paramLabel = "TEXT", description = "the reason")
    Optional<String> why = Optional.empty();

    @Override public Integer call() throws IOException {
        try (var opened = Study.open(study)) {
            var coding = opened.code(words.in(opened, transcript), theme, coder, Polarity.of(polarity), why);
            CodingsCommand.print(this, opened, coding);
            if (opened.transcript(transcript).turns().stream().noneMatch(t -> t.respondent().isPresent() && t.span().overlaps(coding.span()))) {
                aside("these are no respondent's words: summaries do not count them");
            }
        }
        return 0;
    }

    static Span span(String text) {
        if (!text.matches("\\d{1,9}:\\d{1,9}")) {
            throw new IllegalArgumentException("--span \"" + text + "\" is no span; write start and end, as in --span 120:164");
        }
        return new Span(Integer.parseInt(text.substring(0, text.indexOf(':'))), Integer.parseInt(text.substring(text.indexOf(':') + 1)));
    }
}
