package dk.udsagn.cli;

import dk.udsagn.exchange.Json;
import dk.udsagn.transcript.LossReport;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What all verbs share: the form of their output. */
abstract class Verb implements Callable<Integer> {
    enum Format { TEXT, JSON }

    @Spec CommandSpec spec;

    @Option(names = "--format", paramLabel = "text|json", defaultValue = "text", description = "text for people, json for programs: one object a line")
    Format format;

    private int printed;

    final PrintWriter out() {
        return spec.commandLine().getOut();
    }

    /** A number as it was asked for, where it can be meant. */
    static int atLeast(int least, String option, int number) {
        if (number < least) {
            throw new IllegalArgumentException(option + " " + number + " is too few; it needs to be " + least + " or more");
        }
        return number;
    }

    /** What stands beside the answer, such as that there is none: on stderr, so that pipes stay clean. */
    final void aside(String words) {
        spec.commandLine().getErr().println(words);
    }

    /** Whether anything was printed. */
    final boolean isSilent() {
        return printed == 0;
    }

    /** One thing: as a line of JSON, or as text. */
    final void print(Map<String, Object> json, String text) {
        printed++;
        out().print((format == Format.JSON ? Json.line(json) : text) + "\n");
    }

    /** What an import or export did beyond carrying things over, one line a kind of thing. */
    final void print(LossReport report) {
        for (var item : report.items()) {
            String act = word(item.act());
            String place = item.place().toString();
            print(Json.object("act", act, "what", item.what(), "count", item.count(), "why", item.why(), "first", item.first(),
                "place", place.isEmpty() ? Optional.empty() : Optional.of(place)), act + " " + item.count() + " × " + item.what() + ": " + flat(item.why())
                + (item.first().isEmpty() ? "" : " – first: " + flat(String.join(" | ", item.first()))) + (place.isEmpty() ? "" : " (" + place + ")"));
        }
    }

    static String word(LossReport.Act act) {
        return act.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** Words on one line, for people. */
    static String flat(String words) {
        return words.replaceAll("\\s+", " ").strip();
    }
}
