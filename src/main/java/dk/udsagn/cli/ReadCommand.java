package dk.udsagn.cli;

import dk.udsagn.exchange.Json;
import dk.udsagn.intake.Intake;
import dk.udsagn.intake.Reading;
import dk.udsagn.transcript.FormatException;
import dk.udsagn.transcript.Language;
import dk.udsagn.transcript.SourcePlace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "read", description = "Shows what is made of transcript files. Stores nothing.")
final class ReadCommand extends Verb {
    @Parameters(paramLabel = "FILE", arity = "1..*", description = "transcripts")
    List<Path> files;

    @Option(names = "--language", paramLabel = "da|en", defaultValue = "da", description = "language of the interviews")
    String language;

    @Override public Integer call() throws IOException {
        var intake = Intake.standard(new Language(language));
        var readings = new LinkedHashMap<Path, Reading>();
        int status = 0;
        for (Path file : files) {
            try {
                readings.put(file, intake.read(file));
            } catch (FormatException | IOException e) {      // the others are shown all the same
                aside("udsagn: " + Main.message(e));
                status = 2;
            }
        }
        for (Map.Entry<Path, Reading> entry : readings.entrySet()) {
            Path file = entry.getKey();
            Reading reading = entry.getValue();
            var transcript = reading.transcript();
            if (format == Format.TEXT) {
                out().println(file + ": " + reading.format() + ", " + transcript.turns().size() + " turns");
                for (var item : reading.losses().items()) {
                    out().println("  " + word(item.act()) + " " + item.count() + " × " + item.what() + ": " + flat(item.why())
                        + (item.first().isEmpty() ? "" : " – first: " + flat(String.join(" | ", item.first())))
                        + (item.place().toString().isEmpty() ? "" : " (" + item.place() + ")"));
                }
            }
            for (var turn : transcript.turns()) {
                print(Json.object("transcript", transcript.id(), "turn", turn.number(), "speaker", turn.speaker().label(), "role", turn.role().word(),
                    "start", turn.span().start(), "end", turn.span().end(), "startMs", turn.times().startMs(), "endMs", turn.times().endMs(),
                    "text", transcript.words(turn), "source", source(transcript.source().place(turn.span().start()))),
                    "%4d  %s%s (%s): %s".formatted(turn.number(), turn.times().clock().isEmpty() ? "" : turn.times().clock() + "  ", turn.speaker().label(), turn.role().word(),
                        flat(transcript.words(turn))));
            }
            if (format == Format.JSON) {
                for (var item : reading.losses().items()) {
                    out().print(Json.line(Json.object("transcript", transcript.id(), "act", word(item.act()), "what", item.what(),
                        "why", item.why(), "count", item.count(), "first", item.first().isEmpty() ? null : item.first(), "source", source(item.place()))) + "\n");
                }
            }
        }
        return status;
    }

    static Map<String, Object> source(SourcePlace place) {
        return Json.object("line", place.line(), "page", place.page(), "cue", place.cue(), "paragraph", place.paragraph());
    }
}
