package dk.udsagn.cli;

import dk.udsagn.exchange.Json;
import java.io.PrintWriter;
import java.util.Map;
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

    final PrintWriter out() {
        return spec.commandLine().getOut();
    }

    /** One thing: as a line of JSON, or as text. */
    final void print(Map<String, Object> json, String text) {
        out().print((format == Format.JSON ? Json.line(json) : text) + "\n");
    }

    /** Words on one line, for people. */
    static String flat(String words) {
        return words.replaceAll("\\s+", " ").strip();
    }
}
