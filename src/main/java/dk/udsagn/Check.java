package dk.udsagn;

import dk.udsagn.coding.Coding;
import dk.udsagn.coding.Codings;
import dk.udsagn.excerpt.CaseSummary;
import dk.udsagn.excerpt.FrameworkMatrix;
import dk.udsagn.coding.Decision;
import dk.udsagn.coding.History;
import dk.udsagn.exchange.DecisionLog;
import dk.udsagn.exchange.StudyFile;
import dk.udsagn.survey.Evidence;
import dk.udsagn.transcript.FormatException;
import dk.udsagn.transcript.Respondent;
import dk.udsagn.transcript.Role;
import dk.udsagn.transcript.Transcript;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.stream.Collectors;

/** Looks for everything a study can have wrong, without stopping at the first. */
final class Check {
    private final Study study;
    private final StudyFile file;
    private final Transcripts transcripts;
    private final DecisionLog log;
    private final Instant now;
    private final Set<Problem> problems = new LinkedHashSet<>();

    Check(Study study, StudyFile file, Transcripts transcripts, DecisionLog log, Instant now) {
        this.study = study;
        this.file = file;
        this.transcripts = transcripts;
        this.log = log;
        this.now = now;
    }

    List<Problem> problems() throws IOException {
        transcripts();
        decisions();
        survey();
        words();
        return List.copyOf(problems);
    }

    private void transcripts() throws IOException {
        var speaking = new HashSet<String>();
        Map<String, Path> files;
        try {
            files = transcripts.files();
        } catch (FormatException e) {
            add("transcripts", "", e.getMessage(), "");
            return;
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
    }

    private void decisions() throws IOException {
        History history;
        try {
            log.faults().forEach(this::add);
            history = log.history();
        } catch (FormatException e) {
            add(e);
            return;
        }
        history.clashes().forEach(d -> add(log(d.entry().coder()), d.entry().id(), "another decision has the same id and says something else",
            "one of them was changed by hand; compare with a copy of the logs"));
        history.loose().forEach(d -> add(log(d.entry().coder()), d.entry().id(), "it is about decision " + History.target(d).orElseThrow() + ", which no log holds",
            "put the log or the line that is missing back"));
        Instant tomorrow = now.plus(1, ChronoUnit.DAYS);
        history.decisions().stream().filter(d -> d.entry().at().isAfter(tomorrow)).findFirst().ifPresent(d -> add(log(d.entry().coder()), d.entry().id(),
            "its time, " + d.entry().at() + ", is yet to come; what is decided after it is given a later time still", "a clock was ahead; the order of deciding is right all the same"));
        conflicts(history.codings());
        codings(history.codings());
        anchors(history);
    }

    /** Two minds on one suggestion. */
    private void conflicts(Codings codings) {
        for (var c : codings.conflicts()) {
            var yes = c.accepted().getFirst().content();
            add("decisions", c.suggestion(), "suggestion \"" + yes.place().words() + "\" (" + yes.theme() + ", " + yes.place().transcript() + ") was accepted by "
                + c.accepted().stream().map(d -> d.entry().coder()).distinct().collect(Collectors.joining(", ")) + " and rejected by "
                + c.rejected().stream().map(d -> d.entry().coder()).distinct().collect(Collectors.joining(", ")),
                "talk it over; then one side withdraws: history --conflicts shows who said what and why");
        }
    }

    /** Words whose transcript was edited, renamed or taken away after coding. */
    private void anchors(History history) throws IOException {
        var found = new Anchoring(transcripts, study.texts()).of(history.codings());
        for (var a : found.certain()) {
            add(log(coder(history, a.target())), a.target(), "\"" + a.from().words() + "\" was laid on another text of transcript " + a.from().transcript()
                + "; it stands at " + a.to().span().start() + ":" + a.to().span().end() + (a.to().transcript().equals(a.from().transcript()) ? "" : " of " + a.to().transcript())
                + " now (" + a.why() + ")", "reanchor shows all such; with --coder it records them");
        }
        for (var d : found.doubts()) {
            String there = d.candidates().stream().map(p -> p.transcript() + " " + p.span().start() + ":" + p.span().end()).collect(Collectors.joining(", "));
            add(log(coder(history, d.target())), d.target(), "\"" + d.content().place().words() + "\" was laid on another text of transcript "
                + d.content().place().transcript() + ": " + d.why(), (there.isEmpty() ? "" : "it may be " + there + "; ") + mend(history, d.target()));
        }
    }

    private static String mend(History history, String target) {
        return history.decision(target).orElseThrow() instanceof Decision.Suggested ? "reject it; suggest finds it anew where it fits" : "place it with respan, or withdraw it";
    }

    private static String coder(History history, String id) {
        return history.decision(id).orElseThrow().entry().coder();
    }

    private static String log(String coder) {
        return "decisions/" + coder + ".jsonl";
    }

    private void codings(Codings codings) {
        var coders = file.coders().stream().map(c -> c.id()).toList();
        var seen = new HashMap<String, String>();
        for (Coding c : codings.all()) {
            String log = log(c.coder());
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

    /** What words weigh for themes that are none is of no use. */
    private void words() throws IOException {
        try {
            study.words().ifPresent(words -> words.themes().stream().filter(t -> study.codebook().themes().stream().noneMatch(theme -> theme.id().equals(t))).forEach(t ->
                add(Codebooks.WORDS, t, "words have weights for \"" + t + "\", which is no theme of the codebook that lies under no other", "learn them anew with codebook --words, or take the file out")));
        } catch (FormatException e) {
            add(Codebooks.WORDS, e.line() > 0 ? String.valueOf(e.line()) : "", e.problem(), e.mend());
        }
    }

    private void add(String file, String place, String problem, String mend) {
        problems.add(new Problem(file, place, problem, mend));
    }

    private void add(FormatException e) {
        add("decisions/" + Path.of(e.source()).getFileName(), e.line() > 0 ? String.valueOf(e.line()) : "", e.problem(), e.mend());
    }
}
