package dk.udsagn.report;

import com.sun.management.OperatingSystemMXBean;
import dk.udsagn.Study;
import dk.udsagn.codebook.Codebook;
import dk.udsagn.codebook.Polarity;
import dk.udsagn.coding.Decision;
import dk.udsagn.coding.Place;
import dk.udsagn.coding.Status;
import dk.udsagn.exchange.DecisionLog;
import dk.udsagn.transcript.Span;
import dk.udsagn.transcript.Transcript;
import dk.udsagn.transcript.Turn;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;

/**
 * How long a study of many respondents takes to all formats, and its excerpts to CSV beside a straight loop over the same text.
 *
 * <p>Invented: interviews of 100 turns of Danish sentences drawn at random, 12 themes, two coders, quotes of one to three sentences of a respondent's turn, each coder a share of the codings.
 * Arguments: respondents (1,000), codings (60,000), "all" or "csv".
 */
public final class ReportBenchmark {
    private static final List<String> SENTENCES = List.of("Jeg følte mig hørt dernede.", "Det var egentlig det vigtigste ved det, tror jeg nok.", "Altså, jeg ved det ikke rigtig.", "Min mor sagde, at jeg sku' ringe.",
        "Så fik jeg sådan en samtale hver anden uge, og det hjalp.", "Nej, det synes jeg ikke, de gjorde.", "Der var kaffe og et rigtigt ur (griner).", "Jeg tør godt sige det højt nu.",
        "Vi øvede os på det, hun og jeg, og så gik jeg hjem og prøvede det af.", "Det kan jeg ikke huske.", "Ja.", "Jeg var bange for, at de ville dømme mig, men det gjorde de ikke.",
        "Og så var der ventetid, som der altid er ventetid, og man sidder bare der.", "Hun fulgte med mig derhen den første gang.", "Det er gratis, og man skal ikke forklare sig forfra.");

    private ReportBenchmark() {
    }

    /** Runs it and prints seconds. */
    public static void main(String[] args) throws IOException {
        int respondents = args.length > 0 ? Integer.parseInt(args[0]) : 1_000;
        int codings = args.length > 1 ? Integer.parseInt(args[1]) : 60_000;
        Path folder = Files.createTempDirectory("report-benchmark");
        try {
            make(folder.resolve("study"), respondents, codings);
            System.out.printf(Locale.ROOT, "Java %s, %d processors, heap of %d MB; %,d respondents, %,d codings%n", Runtime.version(), Runtime.getRuntime().availableProcessors(),
                Runtime.getRuntime().maxMemory() >> 20, respondents, codings);
            if (args.length > 2 && args[2].equals("csv")) {
                csv(folder.resolve("study"));
            } else {
                all(folder.resolve("study"), folder.resolve("out"));
            }
        } finally {
            try (var files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private static void all(Path study, Path out) throws IOException {
        long begun = System.nanoTime();
        long before = processor();
        try (var opened = Study.open(study)) {
            var report = opened.report(false);
            double summed = (System.nanoTime() - begun) / 1e9;
            var files = report.write(out);
            long bytes = 0;
            for (Path file : files) {
                bytes += Files.size(file);
            }
            System.out.printf(Locale.ROOT, "opened, summed up and compared in %.1f s; %d files, %.0f MB, written after %.1f s in all; %.1f s of processor time, compiler and collector included%n",
                summed, files.size(), bytes / 1e6, (System.nanoTime() - begun) / 1e9, (processor() - before) / 1e9);
        }
    }

    /** Nanoseconds of all threads: what a machine with other work to do cannot stretch. */
    private static long processor() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    private static void csv(Path study) throws IOException {
        try (var opened = Study.open(study)) {
            var report = opened.report(false);
            var tables = new CsvTables(report, new Wordings(report.language(), report.codebook()));
            var excerpts = report.matrix().cases().stream().flatMap(c -> c.themes().stream()).flatMap(t -> t.excerpts().stream()).toList();
            double[] ours = new double[7];
            double[] loop = new double[7];
            for (int i = 0; i < ours.length; i++) {
                Path file = study.resolveSibling("excerpts.csv");
                long begun = System.nanoTime();
                try (Writer out = Files.newBufferedWriter(file)) {
                    tables.all().get("excerpts.csv").to(new Csv(out));
                }
                ours[i] = (System.nanoTime() - begun) / 1e9;
                begun = System.nanoTime();
                try (BufferedWriter out = Files.newBufferedWriter(study.resolveSibling("loop.csv"))) {
                    for (var e : excerpts) {                                        // what a script would do: quote everything, double the quotes
                        out.append(quoted(e.respondent().orElse(""))).append(',').append(quoted(e.transcript())).append(',').append(Integer.toString(e.turn())).append(',').append(quoted(e.speaker()))
                            .append(',').append(Integer.toString(e.span().start())).append(',').append(Integer.toString(e.span().end())).append(',').append(quoted(e.theme())).append(',')
                            .append(quoted(e.polarity().word())).append(',').append(quoted(String.join("; ", e.coders()))).append(',').append(quoted(e.words())).append(',').append(quoted(e.before()))
                            .append(',').append(quoted(e.after())).append("\r\n");
                    }
                }
                loop[i] = (System.nanoTime() - begun) / 1e9;
            }
            Arrays.sort(ours);
            Arrays.sort(loop);
            System.out.printf(Locale.ROOT, "%,d excerpts with context as CSV: %.3f s, a straight loop %.3f s, ratio %.2f (medians of 7)%n", excerpts.size(), ours[3], loop[3], ours[3] / loop[3]);
        }
    }

    private static String quoted(String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }

    private static void make(Path study, int respondents, int codings) throws IOException {
        var random = new Random(1);
        Path transcripts = Files.createDirectories(study.resolve("transcripts"));
        var people = new ArrayList<String>();
        for (int r = 0; r < respondents; r++) {
            String id = String.format(Locale.ROOT, "R%04d", r);
            people.add("{\"id\": \"" + id + "\", \"attributes\": {\"alder\": " + (15 + random.nextInt(15)) + ", \"køn\": \"" + (random.nextBoolean() ? "kvinde" : "mand") + "\"}}");
            var text = new StringBuilder();
            for (int turn = 0; turn < 50; turn++) {
                text.append("I: Hvordan var det så?\n\nR:");
                for (int s = 1 + random.nextInt(8); s > 0; s--) {
                    text.append(' ').append(SENTENCES.get(random.nextInt(SENTENCES.size())));
                }
                text.append("\n\n");
            }
            Files.writeString(transcripts.resolve(id + ".txt"), text);
        }
        Files.writeString(study.resolve("study.json"), "{\"title\": \"Stor\", \"coders\": [{\"id\": \"k1\"}, {\"id\": \"k2\"}], \"respondents\": [" + String.join(",\n", people) + "]}");
        var themes = new ArrayList<String>();
        for (int t = 0; t < 12; t++) {
            themes.add("{\"id\": \"t" + t + "\", \"name\": \"Tema " + t + "\"}");
        }
        Files.writeString(study.resolve("codebook.json"), "{\"id\": \"b\", \"version\": \"1\", \"themes\": [" + String.join(", ", themes) + "]}");
        code(study, respondents, codings, random);
    }

    private static void code(Path study, int respondents, int codings, Random random) throws IOException {
        Codebook book;
        var decisions = new ArrayList<Decision>();
        try (var opened = Study.open(study)) {
            book = opened.codebook();
            int made = 0;
            for (int r = 0; r < respondents; r++) {
                Transcript transcript = opened.transcript(String.format(Locale.ROOT, "R%04d", r));
                var turns = transcript.turns().stream().filter(t -> t.respondent().isPresent()).toList();
                Span last = null;
                for (long until = (long) codings * (r + 1) / respondents; made < until; made++) {
                    last = made % 3 == 1 && last != null ? last : quote(transcript, turns.get(random.nextInt(turns.size())), random);
                    String coder = made % 3 == 1 ? "k2" : made % 3 == 0 ? "k1" : "k" + (1 + random.nextInt(2));
                    var entry = new Decision.Entry("d" + made, Instant.EPOCH.plusSeconds(made), coder, "benchmark");
                    decisions.add(new Decision.Laid(entry, new Decision.Content(Place.in(transcript, last), "t" + (last.start() % 12), book.version(),
                        Polarity.values()[random.nextInt(Polarity.values().length)], Status.ASSERTED), Optional.empty()));
                }
            }
        }
        new DecisionLog(study.resolve("decisions")).append(decisions);
    }

    /** One to three sentences of a turn, cut at full stops. */
    private static Span quote(Transcript transcript, Turn turn, Random random) {
        String said = turn.span().in(transcript.text());
        var ends = new ArrayList<Integer>(List.of(0));
        for (int i = said.indexOf(". "); i >= 0; i = said.indexOf(". ", i + 1)) {
            ends.add(i + 2);
        }
        ends.add(said.length());
        int from = random.nextInt(ends.size() - 1);
        int to = Math.min(ends.size() - 1, from + 1 + random.nextInt(3));
        return new Span(turn.span().start() + ends.get(from), turn.span().start() + ends.get(to));
    }
}
