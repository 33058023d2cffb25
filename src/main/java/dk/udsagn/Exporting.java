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
import dk.udsagn.transcript.Span;
import dk.udsagn.transcript.Times;
import dk.udsagn.transcript.Transcript;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/** Hands a study to other programs, in the form that the ending of a file names. */
final class Exporting {
    private static final int HASHES = 0xFFFF;
    private static final Set<String> ENDINGS = Set.of("qdpx", "qdc", "json", "csv", "jsonld");
    private final Study study;
    private final Path folder;
    private final StudyFile file;
    private final List<Decision> decisions;
    private final Map<String, Set<String>> ids;                          // first word of a respondent's id to the ids
    private final BitSet hashes = new BitSet();                          // the last bits of those words' hashes

    Exporting(Study study, Path folder, StudyFile file, List<Decision> decisions) {
        this.study = study;
        this.folder = folder;
        this.file = file;
        this.decisions = decisions;
        this.ids = file.respondents().stream().map(Respondent::id).collect(Collectors.groupingBy(Exporting::firstWord, Collectors.toSet()));
        this.ids.keySet().forEach(word -> hashes.set(word.hashCode() & HASHES));
    }

    LossReport to(Path target) throws IOException {
        String name = target.getFileName().toString().toLowerCase(Locale.ROOT);
        String ending = name.substring(name.lastIndexOf('.') + 1);
        if (ENDINGS.contains(ending) && target.getParent() != null) {
            Files.createDirectories(target.getParent());
        }
        return switch (ending) {
            case "qdpx" -> withStaying(RefiExport.write(data(), target));
            case "qdc" -> RefiExport.writeCodebook(study.codebook(), file.language().code(), StudyFolder.remembered(folder), target);
            case "json" -> text(target, ofCodebook(name) ? CodebookFile.write(study.codebook()) : CodingsFile.json(study.codings().all()));
            case "csv" -> text(target, ofCodebook(name) ? CodebookFile.csv(study.codebook()) : CodingsFile.csv(study.codings().all()));
            case "jsonld" -> text(target, WebAnnotation.write(data()));
            default -> throw new IllegalArgumentException("\"" + target.getFileName() + "\" does not end in a form to export to; there are .qdpx (project), "
                + ".qdc (codebook), .json and .csv (codings, or the codebook when the name begins with codebook), .jsonld (W3C Web Annotations)");
        };
    }

    /** Files of a study that no part of a project holds. */
    private LossReport withStaying(LossReport told) {
        var all = new ArrayList<>(told.items());
        var staying = Stream.of("survey.json", "survey.csv", Codebooks.WORDS).filter(name -> Files.exists(folder.resolve(name))).toList();
        if (!staying.isEmpty()) {
            all.add(new LossReport.Item(LossReport.Act.LEFT_OUT, "file of the study", staying.size(), "a project has no place for it; copy it into the folder of the study that is made from the project",
                staying, SourcePlace.UNKNOWN));
        }
        return new LossReport(all);
    }

    private static boolean ofCodebook(String name) {
        return name.startsWith("codebook") || name.startsWith("kodebog");
    }

    /** The whole study, as it travels; texts are read when they are asked for. */
    StudyData data() throws IOException {
        var sources = new ArrayList<StudyData.Source>();
        var originals = StudyFolder.originals(folder, study.files().files());
        for (String id : study.transcripts()) {
            var original = StudyFolder.aside(Optional.ofNullable(originals.get(id)));
            String anyone = file.speakers().getOrDefault(id, Map.of()).get(StudyFile.ANYONE);
            // an imported text that is one respondent's: its turns are looked for only where another respondent may be named in it
            if (anyone != null && file.respondents().stream().anyMatch(r -> r.id().equals(anyone)) && file.speakers().get(id).size() == 1 && !mayName(study.files().text(id), anyone)) {
                sources.add(new StudyData.Source(id, List.of(anyone), new Imported(study.files(), id), original));
                continue;
            }
            var transcript = study.transcript(id);
            var respondents = transcript.turns().stream().flatMap(t -> t.respondent().stream()).distinct().toList();
            sources.add(new StudyData.Source(id, respondents, anyone != null ? new Imported(study.files(), id) : Parsed.of(transcript), original));
        }
        return new StudyData(file, study.codebook(), sources, decisions, StudyFolder.beside(folder), StudyFolder.remembered(folder));
    }

    /** A text that stands in its file as it is. */
    private record Imported(Transcripts files, String id) implements StudyData.Text {
        @Override public String read() throws IOException {
            return files.text(id);
        }

        @Override public Map<Span, Times> times() throws IOException {
            return files.times(id).orElse(Map.of());
        }
    }

    /** A text that its file was parsed for, which takes longer than all else: kept, packed, until it is its turn. {@code numbers} are four numbers a turn. */
    private record Parsed(byte[] packed, long[] numbers) implements StudyData.Text {
        static Parsed of(Transcript transcript) throws IOException {
            var bytes = new ByteArrayOutputStream();
            var deflater = new Deflater(Deflater.BEST_SPEED);
            try (var out = new DeflaterOutputStream(bytes, deflater)) {
                out.write(transcript.text().getBytes(StandardCharsets.UTF_8));
            } finally {
                deflater.end();                                          // holds memory outside the heap
            }
            return new Parsed(bytes.toByteArray(), transcript.turns().stream().filter(t -> !t.times().equals(Times.UNKNOWN))
                .flatMapToLong(t -> LongStream.of(t.span().start(), t.span().end(), t.times().startMs().orElse(-1), t.times().endMs().orElse(-1))).toArray());
        }

        @Override public String read() throws IOException {
            try (var in = new InflaterInputStream(new ByteArrayInputStream(packed))) {
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            }
        }

        @Override public Map<Span, Times> times() {
            var times = new LinkedHashMap<Span, Times>();
            for (int i = 0; i < numbers.length; i += 4) {
                times.put(new Span((int) numbers[i], (int) numbers[i + 1]), new Times(known(numbers[i + 2]), known(numbers[i + 3])));
            }
            return times;
        }

        private static OptionalLong known(long ms) {
            return ms < 0 ? OptionalLong.empty() : OptionalLong.of(ms);
        }
    }

    /** Whether the first word of another respondent's id stands anywhere in a text. */
    private boolean mayName(String text, String anyone) {
        int from = -1;
        int hash = 0;                                                    // of the word so far: hardly any word needs to be looked at twice
        for (int i = 0; i <= text.length(); i++) {
            char c = i < text.length() ? text.charAt(i) : ' ';
            if (c >= 'a' && c <= 'z' || c != ' ' && Character.isLetterOrDigit(c)) {
                from = from < 0 ? i : from;
                hash = 31 * hash + c;
            } else if (from >= 0) {
                var named = hashes.get(hash & HASHES) ? ids.get(text.substring(from, i)) : null;
                if (named != null && (named.size() > 1 || !named.contains(anyone))) {
                    return true;
                }
                from = -1;
                hash = 0;
            }
        }
        return false;
    }

    private static String firstWord(String id) {
        return id.replaceFirst("^([\\p{L}\\p{Nd}]+).*", "$1");
    }

    private static LossReport text(Path target, String text) throws IOException {
        Path part = target.resolveSibling(target.getFileName() + ".part");
        Files.writeString(part, text);
        Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
        return LossReport.NONE;
    }
}
