package dk.udsagn;

import dk.udsagn.coding.Coding;
import dk.udsagn.coding.Codings;
import dk.udsagn.excerpt.CaseSummary;
import dk.udsagn.excerpt.FrameworkMatrix;
import dk.udsagn.exchange.DecisionLog;
import dk.udsagn.exchange.StudyFile;
import dk.udsagn.survey.Evidence;
import dk.udsagn.transcript.FormatException;
import dk.udsagn.transcript.Respondent;
import dk.udsagn.transcript.Role;
import dk.udsagn.transcript.Transcript;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;

/** Looks for everything a study can have wrong, without stopping at the first. */
final class Check {
    private final Study study;
    private final StudyFile file;
    private final Transcripts transcripts;
    private final DecisionLog log;
    private final List<Problem> problems = new ArrayList<>();

    Check(Study study, StudyFile file, Transcripts transcripts, DecisionLog log) {
        this.study = study;
        this.file = file;
        this.transcripts = transcripts;
        this.log = log;
    }

    List<Problem> problems() throws IOException {
        var read = transcripts();
        codings(read);
        survey();
        return List.copyOf(problems);
    }

    /** Reads every transcript; gives the digests of those that can be read. */
    private Map<String, String> transcripts() throws IOException {
        var digests = new HashMap<String, String>();
        var speaking = new HashSet<String>();
        Map<String, Path> files;
        try {
            files = transcripts.files();
        } catch (FormatException e) {
            add("transcripts", "", e.getMessage(), "");
            return digests;
        }
        if (files.isEmpty()) {
            add("transcripts", "", "there are no transcripts", "copy them there");
        }
        file.speakers().keySet().stream().filter(id -> !files.containsKey(id)).forEach(id ->
            add("study.json", "transcripts." + id, "there is no transcript \"" + id + "\"", "there are " + files.keySet()));
        for (var entry : files.entrySet()) {
            String name = "transcripts/" + entry.getValue().getFileName();
            try {
                Transcript transcript = transcripts.read(entry.getValue()).transcript();
                digests.put(entry.getKey(), transcript.digest());
                var unknown = new LinkedHashSet<String>();
                transcript.turns().forEach(t -> {
                    t.respondent().ifPresent(speaking::add);
                    if (t.role() == Role.RESPONDENT && t.respondent().isEmpty()) {
                        unknown.add(t.speaker().label());
                    }
                });
                unknown.forEach(label -> add(name, "", "it is not known which respondent \"" + label + "\" is",
                    "say so in study.json: \"transcripts\": {\"" + entry.getKey() + "\": {\"speakers\": {\"" + label + "\": \"…\"}}}"));
            } catch (FormatException e) {
                add(name, e.line() > 0 ? String.valueOf(e.line()) : "", e.problem(), e.mend());
            }
        }
        for (Respondent respondent : file.respondents()) {
            if (!speaking.contains(respondent.id())) {
                add("study.json", "respondents." + respondent.id(), "the respondent speaks in no transcript that could be read",
                    "say under \"transcripts\" which speaker it is, or take the respondent out");
            }
        }
        return digests;
    }

    private void codings(Map<String, String> digests) throws IOException {
        Codings codings;
        try {
            var contents = log.read();
            contents.told().forEach(t -> add("decisions", "", t, "the next decision of that coder sets it aside in a file of its own"));
            codings = Codings.of(contents.decisions());
        } catch (FormatException e) {
            add("decisions/" + Path.of(e.source()).getFileName(), e.line() > 0 ? String.valueOf(e.line()) : "", e.problem(), e.mend());
            return;
        }
        var coders = file.coders().stream().map(c -> c.id()).toList();
        var seen = new HashMap<String, String>();
        for (Coding c : codings.all()) {
            String log = "decisions/" + c.coder() + ".jsonl";
            String digest = digests.get(c.place().transcript());
            if (digest == null) {
                add(log, c.id(), "it is laid on transcript \"" + c.place().transcript() + "\", which is not there or cannot be read", "put the transcript back");
            } else if (!digest.equals(c.place().digest())) {
                add(log, c.id(), "\"" + c.place().words() + "\" was laid on another text of transcript " + c.place().transcript(),
                    "the transcript was edited after coding; put the old one back, or lay the theme anew");
            }
            if (!study.codebook().all().containsKey(c.theme())) {
                add(log, c.id(), "the codebook has no theme \"" + c.theme() + "\"", "it has " + study.codebook().all().keySet());
            }
            if (!coders.isEmpty() && !coders.contains(c.coder())) {
                add("study.json", "coders", "coder \"" + c.coder() + "\" has codings and is not listed", "add the coder there");
            }
            String same = c.coder() + "\n" + c.theme() + "\n" + c.place().transcript() + "\n" + c.span();
            String other = seen.putIfAbsent(same, c.id());
            if (other != null) {
                add(log, c.id(), "the same theme lies on the same words by the same coder as " + other, "withdraw one of them");
            }
        }
    }

    /** Names in survey.json that lead nowhere. Faults of the figures themselves are no fault of the study: the report and the verb survey tell them. */
    private void survey() {
        for (var figure : study.survey().figures()) {
            figure.themes().stream().filter(t -> !study.codebook().all().containsKey(t)).forEach(t ->
                add("survey.json", figure.id(), "the figure stands beside a theme \"" + t + "\", which the codebook has not", "it has " + study.codebook().all().keySet()));
        }
        var unheard = new Evidence(FrameworkMatrix.of(file.respondents().stream().map(r -> new CaseSummary(r, List.of(), List.of(), List.of())).toList(), study.codebook()),
            study.codebook());
        for (var claim : study.survey().claims()) {
            try {
                claim.check(unheard);
            } catch (NoSuchElementException e) {
                add("survey.json", claim.id(), e.getMessage(), "");
            }
        }
    }

    private void add(String file, String place, String problem, String mend) {
        var one = new Problem(file, place, problem, mend);
        if (!problems.contains(one)) {
            problems.add(one);
        }
    }
}
