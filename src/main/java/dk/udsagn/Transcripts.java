package dk.udsagn;

import dk.udsagn.exchange.StudyFile;
import dk.udsagn.intake.Intake;
import dk.udsagn.intake.Reading;
import dk.udsagn.transcript.FormatException;
import dk.udsagn.transcript.Respondent;
import dk.udsagn.transcript.Role;
import dk.udsagn.transcript.Span;
import dk.udsagn.transcript.Speaker;
import dk.udsagn.transcript.Times;
import dk.udsagn.transcript.Transcript;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The folder {@code transcripts/} of a study, and who speaks in them as {@code study.json} says. */
final class Transcripts {
    private final Path folder;
    private final StudyFile study;
    private final Intake intake;
    /** The files as last listed: a folder of a thousand is not listed anew for each of them. */
    private volatile Map<String, Path> known = Map.of();

    Transcripts(Path folder, StudyFile study) {
        this.folder = folder;
        this.study = study;
        this.intake = Intake.standard(study.language());
    }

    /** Transcript id to file, sorted by id. Hidden files, as file managers leave them, are no transcripts. */
    Map<String, Path> files() throws IOException {
        if (!Files.isDirectory(folder)) {
            return Map.of();
        }
        var files = new TreeMap<String, Path>();
        try (var all = Files.list(folder)) {
            for (Path file : all.filter(f -> Files.isRegularFile(f) && !f.getFileName().toString().startsWith(".")).sorted().toList()) {
                Path other = files.put(Transcripts.id(file), file);
                if (other != null) {
                    throw new FormatException(file.toString(), 0, "it has the same id as " + other.getFileName() + ", \"" + Transcripts.id(file) + "\"",
                        "rename one of them");
                }
            }
        }
        return Collections.unmodifiableMap(files);
    }

    /** The file name without its ending. Where the locale's character set has not all its letters, Java gives others in their place: an id of those would be nobody's. */
    static String id(Path file) {
        String name = file.getFileName().toString();
        String letters = System.getProperty("sun.jnu.encoding", "UTF-8");
        if (name.indexOf('\uFFFD') >= 0 && !letters.equals("UTF-8")) {
            throw new FormatException(file.toString(), 0, "the file's name has letters that are not read in this system's character set, " + letters, "set a locale with UTF-8 first, as in LC_ALL=C.UTF-8");
        }
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    Transcript read(String id) throws IOException {
        return read(file(id)).transcript();
    }

    private Path file(String id) throws IOException {
        Path file = known.get(id);
        if (file == null || !Files.isRegularFile(file)) {
            known = files();
            file = known.get(id);
        }
        if (file == null) {
            throw new NoSuchElementException("there is no transcript \"" + id + "\"; there are " + known.keySet());
        }
        return file;
    }

    /** The text alone: of an imported one, without looking for who speaks in it. */
    String text(String id) throws IOException {
        Path file = file(id);
        return isImported(file) ? Verbatim.text(file) : read(file).transcript().text();
    }

    /** When the words of an imported text were said; empty for one that is not imported, whose own file has its times. */
    Optional<Map<Span, Times>> times(String id) throws IOException {
        Path file = file(id);
        return isImported(file) ? Optional.of(Verbatim.times(file).orElse(Map.of())) : Optional.empty();
    }

    private boolean isImported(Path file) {
        return study.speakers().getOrDefault(id(file), Map.of()).containsKey(StudyFile.ANYONE);
    }

    Reading read(Path file) throws IOException {
        Reading reading = parsed(file);
        var guessed = new TreeMap<>(reading.guessedRoles());
        guessed.keySet().removeAll(study.speakers().getOrDefault(reading.transcript().id(), Map.of()).keySet());       // what study.json says is no guess
        return new Reading(named(reading.transcript()), reading.format(), reading.losses(), guessed);
    }

    /** A transcript that cannot be read stops whatever needs all of them: nobody is to take some for all. */
    private Reading parsed(Path file) throws IOException {
        try {
            return isImported(file) ? Verbatim.read(file, intake) : intake.read(file);
        } catch (FormatException e) {
            String onwards = "to go on without transcript " + id(file) + ", move its file out of " + folder.getFileName() + "/";
            var told = new FormatException(e.source(), e.line(), e.problem(), e.mend().isEmpty() ? onwards : e.mend() + "; " + onwards);
            told.initCause(e);
            throw told;
        }
    }

    /**
     * What study.json says of a speaker goes, then what it says of anyone; otherwise, the transcript's only respondent is the one of the same id, if there is one, and a respondent's
     * label that is a respondent's id is that respondent.
     */
    private Transcript named(Transcript transcript) {
        var said = study.speakers().getOrDefault(transcript.id(), Map.of());
        var respondents = study.respondents().stream().map(Respondent::id).collect(Collectors.toSet());
        var answering = transcript.turns().stream().map(t -> t.speaker()).filter(s -> s.role() == Role.RESPONDENT && !said.containsKey(s.label()))
            .map(Speaker::label).distinct().toList();
        return transcript.withSpeakers(speaker -> {
            String anyone = said.get(StudyFile.ANYONE);
            String is = said.getOrDefault(speaker.label(), speaker.role() != Role.RESPONDENT || respondents.contains(speaker.label()) && answering.size() > 1 ? null : anyone);
            if (is != null) {
                return said(transcript.id(), speaker.label(), is, respondents);
            }
            if (speaker.role() != Role.RESPONDENT) {
                return speaker;
            }
            if (respondents.contains(speaker.label()) && answering.size() > 1) {
                return new Speaker(speaker.label(), Role.RESPONDENT, Optional.of(speaker.label()));
            }
            return answering.equals(List.of(speaker.label())) && respondents.contains(transcript.id())
                ? new Speaker(speaker.label(), Role.RESPONDENT, Optional.of(transcript.id())) : speaker;
        });
    }

    private static Speaker said(String transcript, String label, String is, Set<String> respondents) {
        if (respondents.contains(is)) {
            return new Speaker(label, Role.RESPONDENT, Optional.of(is));
        }
        try {
            return new Speaker(label, Role.of(is));
        } catch (IllegalArgumentException e) {
            throw new FormatException("study.json", 0, "speaker \"" + label + "\" of transcript " + transcript + " is said to be \"" + is + "\"",
                "that needs to be interviewer, respondent, other, or one of the respondents " + new TreeSet<>(respondents));
        }
    }
}
