package dk.udsagn.exchange;

import dk.udsagn.coding.Approach;
import dk.udsagn.coding.Coder;
import dk.udsagn.transcript.FormatException;
import dk.udsagn.transcript.Language;
import dk.udsagn.transcript.Respondent;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What {@code study.json} says.
 *
 * @param title       what people call the study
 * @param language    the language of its interviews
 * @param coders      who codes, in order
 * @param respondents who was interviewed, in order; ids are unique
 * @param speakers    transcript id to speaker label to what the speaker is: a respondent's id, "interviewer", "respondent" or "other";
 *                    only for what the library does not work out by itself
 * @param approach    what the study holds good analysis to be
 */
public record StudyFile(String title, Language language, List<Coder> coders, List<Respondent> respondents, Map<String, Map<String, String>> speakers, Approach approach) {
    /**
     * As a speaker's label: whoever speaks the words that have no label, and those of any respondent's label that is not named. A transcript with this
     * label came from another program and is read as it stands: nothing in it is repaired, since its codings count in it.
     */
    public static final String ANYONE = "*";

    /**
     * A study that keeps to its codebook.
     *
     * @param title       what people call the study
     * @param language    the language of its interviews
     * @param coders      who codes, in order
     * @param respondents who was interviewed, in order; ids are unique
     * @param speakers    transcript id to speaker label to what the speaker is
     */
    public StudyFile(String title, Language language, List<Coder> coders, List<Respondent> respondents, Map<String, Map<String, String>> speakers) {
        this(title, language, coders, respondents, speakers, Approach.CODEBOOK);
    }

    /** Copies everything, and checks that ids are unique. */
    public StudyFile {
        coders = List.copyOf(coders);
        respondents = List.copyOf(respondents);
        speakers = Collections.unmodifiableMap(new LinkedHashMap<>(speakers));
        var ids = new HashSet<String>();
        for (Respondent respondent : respondents) {
            if (!ids.add(respondent.id())) {
                throw new IllegalArgumentException("two respondents have the id \"" + respondent.id() + "\"; give one of them another");
            }
        }
        var coderIds = new HashSet<String>();
        for (Coder coder : coders) {
            if (!coderIds.add(coder.id())) {
                throw new IllegalArgumentException("two coders have the id \"" + coder.id() + "\"; give one of them another");
            }
        }
    }

    /**
     * Reads {@code study.json}.
     *
     * @param file the file
     * @return what it says
     * @throws IOException     if the file cannot be read
     * @throws FormatException if it has the wrong form; names file, line, what was found and what would do
     */
    public static StudyFile read(Path file) throws IOException {
        return of(JsonView.of(file));
    }

    static StudyFile of(JsonView view) {
        view.only("title", "language", "approach", "coders", "respondents", "transcripts");
        var coderIds = new HashSet<String>();
        var coders = view.objects("coders").stream().map(v -> coder(v, coderIds)).toList();
        var respondentIds = new HashSet<String>();
        var respondents = view.objects("respondents").stream().map(v -> respondent(v, respondentIds)).toList();
        var speakers = new LinkedHashMap<String, Map<String, String>>();
        if (view.has("transcripts")) {
            view.object("transcripts").fields().forEach((id, v) -> {
                var labels = new LinkedHashMap<String, String>();
                v.only("speakers").object("speakers").fields().forEach((label, is) -> labels.put(label, is.scalar()));
                speakers.put(id, labels);
            });
        }
        var language = view.has("language") ? view.word("language", Language::new) : Language.DANISH;
        var approach = view.has("approach") ? view.word("approach", Approach::of) : Approach.CODEBOOK;
        return view.checked(() -> new StudyFile(view.textOr("title", ""), language, coders, respondents, speakers, approach));
    }

    private static Coder coder(JsonView view, HashSet<String> seen) {
        view.only("id", "name");
        if (!seen.add(view.text("id"))) {
            throw view.fault("a second coder has the id \"" + view.text("id") + "\"", "give one of them another");
        }
        return view.checked(() -> new Coder(view.text("id"), view.textOr("name", "")));
    }

    private static Respondent respondent(JsonView view, HashSet<String> seen) {
        view.only("id", "attributes");
        var attributes = new LinkedHashMap<String, String>();
        if (view.has("attributes")) {
            view.object("attributes").fields().forEach((name, v) -> attributes.put(name, v.scalar()));
        }
        if (!seen.add(view.text("id"))) {
            throw view.fault("a second respondent has the id \"" + view.text("id") + "\"", "give one of them another");
        }
        return view.checked(() -> new Respondent(view.text("id"), attributes));
    }

    /**
     * The study as JSON. Attributes that are whole numbers are written as numbers.
     *
     * @return the text of a file that {@link #read} gives back unchanged
     */
    public String write() {
        var transcripts = new LinkedHashMap<String, Object>();
        speakers.forEach((id, labels) -> transcripts.put(id, Json.object("speakers", labels)));
        return Json.pretty(Json.object("title", title, "language", language.code(), "approach", approach == Approach.CODEBOOK ? Optional.empty() : approach.word(),
            "coders", coders.stream().map(c -> Json.object("id", c.id(), "name", c.name())).toList(),
            "respondents", respondents.stream().map(r -> Json.object("id", r.id(), "attributes", numbers(r.attributes()))).toList(),
            "transcripts", transcripts));
    }

    private static Map<String, Object> numbers(Map<String, String> attributes) {
        var values = new LinkedHashMap<String, Object>();
        attributes.forEach((k, v) -> values.put(k, v.matches("0|-?[1-9][0-9]{0,8}") ? (Object) Integer.valueOf(v) : v));
        return values;
    }
}
