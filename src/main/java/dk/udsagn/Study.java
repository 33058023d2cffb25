package dk.udsagn;

import dk.udsagn.agreement.AgreementReport;
import dk.udsagn.agreement.Bootstrap;
import dk.udsagn.agreement.Comparison;
import dk.udsagn.agreement.Unit;
import dk.udsagn.codebook.Codebook;
import dk.udsagn.codebook.CodebookChange;
import dk.udsagn.codebook.Polarity;
import dk.udsagn.codebook.WordWeights;
import dk.udsagn.coding.Coding;
import dk.udsagn.coding.Codings;
import dk.udsagn.coding.Decision;
import dk.udsagn.coding.History;
import dk.udsagn.coding.Place;
import dk.udsagn.coding.Reanchoring;
import dk.udsagn.excerpt.CaseSummary;
import dk.udsagn.excerpt.FrameworkMatrix;
import dk.udsagn.exchange.DecisionLog;
import dk.udsagn.exchange.Dialect;
import dk.udsagn.exchange.StudyData;
import dk.udsagn.exchange.StudyFile;
import dk.udsagn.exchange.SurveyFile;
import dk.udsagn.index.Passage;
import dk.udsagn.index.Search;
import dk.udsagn.intake.Reading;
import dk.udsagn.report.Report;
import dk.udsagn.suggest.Calibration;
import dk.udsagn.suggest.CodebookCheck;
import dk.udsagn.suggest.Suggestion;
import dk.udsagn.suggest.TurnSuggester;
import dk.udsagn.survey.Claim;
import dk.udsagn.survey.ClaimCheck;
import dk.udsagn.survey.Evidence;
import dk.udsagn.survey.JointDisplay;
import dk.udsagn.survey.Survey;
import dk.udsagn.transcript.FormatException;
import dk.udsagn.transcript.Language;
import dk.udsagn.transcript.LossReport;
import dk.udsagn.transcript.Span;
import dk.udsagn.transcript.Transcript;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A study: a folder with {@code study.json}, {@code codebook.json}, {@code transcripts/} and {@code decisions/}.
 *
 * <p>The one live handle of the library. Safe for many threads; all that it hands out is an immutable snapshot. Whoever opens it closes it.
 */
public final class Study implements AutoCloseable {
    /** Name and version of the library, as decisions and reports carry it. */
    public static final String LIBRARY = NewStudy.library();

    private final Path folder;
    private final StudyFile file;
    private final Codebooks codebooks;
    private final Survey survey;
    private final Transcripts transcripts;
    private final DecisionLog log;
    private final KeptTexts texts;
    private final Finding finding;
    private final InstantSource clock;
    private final Deciding deciding;

    private Study(Path folder, InstantSource clock) throws IOException {
        this.folder = folder;
        this.file = StudyFile.read(folder.resolve("study.json"));
        this.codebooks = new Codebooks(folder);
        this.survey = SurveyFile.in(folder);
        this.transcripts = new Transcripts(folder.resolve("transcripts"), file);
        this.log = new DecisionLog(folder.resolve("decisions"));
        this.texts = new KeptTexts(folder.resolve(".udsagn/texts"), log);
        this.finding = new Finding(folder.resolve(".udsagn"), file, codebooks, transcripts);
        this.clock = clock;
        this.deciding = new Deciding(file, codebooks, transcripts, log, texts, clock);
    }

    /**
     * Opens a study. Transcripts are read when needed.
     *
     * @param folder the study's folder
     * @return the study
     * @throws IOException     if there is no such folder, or study.json or codebook.json cannot be read
     * @throws FormatException if one of them has the wrong form; names file, line, what was found and what would do
     */
    public static Study open(Path folder) throws IOException {
        return open(folder, InstantSource.system());
    }

    static Study open(Path folder, InstantSource clock) throws IOException {
        if (!Files.isRegularFile(folder.resolve("study.json"))) {
            throw new NoSuchFileException(folder.resolve("study.json").toString(), null, "a study is a folder with a study.json; make one with new");
        }
        return new Study(folder, clock);
    }

    /**
     * Makes a study from transcripts and opens it. Either the whole study is there afterwards, or nothing.
     *
     * @param folder      the folder to make; it must not be there, or be empty
     * @param transcripts files to copy in
     * @param codebook    a codebook to copy in, and with it a {@code words.json} that lies beside it; without one, the study begins with an empty one
     * @param language    the language of the interviews
     * @return the study
     * @throws IOException     if the disk failed
     * @throws FormatException if a transcript or the codebook cannot be made out
     */
    public static Study create(Path folder, List<Path> transcripts, Optional<Path> codebook, Language language) throws IOException {
        return create(folder, transcripts, codebook, language, reading -> {
        });
    }

    /**
     * Makes a study from transcripts and opens it. Either the whole study is there afterwards, or nothing.
     *
     * @param folder      the folder to make; it must not be there, or be empty
     * @param transcripts files to copy in
     * @param codebook    a codebook to copy in, and with it a {@code words.json} that lies beside it; without one, the study begins with an empty one
     * @param language    the language of the interviews
     * @param read        is handed what was made of each file, in the order of ids, before anything is written
     * @return the study
     * @throws IOException     if the disk failed
     * @throws FormatException if a transcript or the codebook cannot be made out
     */
    public static Study create(Path folder, List<Path> transcripts, Optional<Path> codebook, Language language, Consumer<Reading> read) throws IOException {
        new NewStudy(folder, language).write(transcripts, codebook, read);
        return open(folder);
    }

    /**
     * What study.json says.
     *
     * @return title, language, coders, respondents and speakers
     */
    public StudyFile file() {
        return file;
    }

    /**
     * The study's codebook.
     *
     * @return as it was when the study was opened, or as {@link #merge}, {@link #split} or {@link #replace} has left it since
     */
    public Codebook codebook() {
        return codebooks.now();
    }

    /**
     * What words weigh for the codebook's themes, as interviews coded earlier taught it: {@code words.json} beside the codebook. Suggestions by indicators and
     * examples together go by it too.
     *
     * @return as the file stands now; empty without one
     * @throws IOException     if it cannot be read
     * @throws FormatException if it holds no weights; names file, line, what was found and what would do
     */
    public Optional<WordWeights> words() throws IOException {
        return codebooks.words();
    }

    /**
     * Learns from this study's coded interviews what words weigh for its themes, for other studies with the same codebook. Nothing is written;
     * {@code WordWeightsFile} does that.
     *
     * @return the weights of words that stand in at least four interviews, and in one of fifty
     * @throws IOException              if a transcript or log cannot be read
     * @throws IllegalArgumentException if fewer than four interviews are coded
     */
    public WordWeights learnWords() throws IOException {
        return finding.learnWords(codings());
    }

    /**
     * Puts another codebook in the place of the study's. Codings keep the themes they were made with: one that the new codebook has not stays
     * findable, and is shown after the others.
     *
     * @param newer the codebook from now on
     * @return what it says otherwise
     * @throws IOException if the disk failed; the old one stands then
     */
    public List<CodebookChange> replace(Codebook newer) throws IOException {
        return codebooks.replace(newer);
    }

    /**
     * Makes a theme part of another: a recorded act, after which all codings and suggestions made with it until now carry the other, and the codebook's
     * next version has its indicators and examples under the other. Figures and claims of survey.json name the other too. Withdrawing the decision
     * gives the codings their theme back.
     *
     * @param theme id of the theme that goes; it may be gone from the codebook already
     * @param into  id of the theme it becomes part of
     * @param coder who decides
     * @param why   the reason
     * @return the decision, on disk
     * @throws IOException              if the disk failed
     * @throws NoSuchElementException   if there is no such theme or coder
     * @throws IllegalArgumentException if both are one
     */
    public Decision merge(String theme, String into, String coder, Optional<String> why) throws IOException {
        return deciding.merge(theme, into, coder, why);
    }

    /**
     * Takes codings out of a theme into a part of it: a recorded act. The others keep the theme. A part that the codebook has not is put beside the theme,
     * without indicators.
     *
     * @param theme   id of the theme that is split
     * @param part    id of the theme they carry from now on
     * @param codings ids of codings and recorded suggestions of the theme, any coder's
     * @param coder   who decides
     * @param why     the reason
     * @return the decision, on disk
     * @throws IOException              if the disk failed
     * @throws NoSuchElementException   if there is no such theme, coding or coder
     * @throws IllegalArgumentException if one of them has another theme
     */
    public Decision split(String theme, String part, List<String> codings, String coder, Optional<String> why) throws IOException {
        return deciding.split(theme, part, codings, coder, why);
    }

    /**
     * The study's survey figures, with what is said of them.
     *
     * @return as survey.json, or else survey.csv, was when the study was opened; {@link Survey#NONE} without one
     */
    public Survey survey() {
        return survey;
    }

    /**
     * Holds a sentence about the respondents to what they say, such as "alle respondenter er positive om helped".
     *
     * @param sentence the claim, in Danish or English
     * @return whether it is kept, who decides it, and the most that could honestly be said
     * @throws IOException              if a transcript or log cannot be read
     * @throws IllegalArgumentException if the sentence cannot be read as a claim; says which forms can
     * @throws NoSuchElementException   if it names a theme or an attribute that is not there
     */
    public ClaimCheck claim(String sentence) throws IOException {
        return Claim.parse("claim", sentence, file.language()).check(new Evidence(matrix(), codebook()));
    }

    /**
     * The survey's figures beside what respondents say: how they relate theme by theme, the limits of the sample, the claims and the faults of the figures.
     *
     * @return as it stands now; empty sections for a study without survey.json
     * @throws IOException            if a transcript or log cannot be read
     * @throws NoSuchElementException if a figure or a claim names a theme or an attribute that is not there
     */
    public JointDisplay jointDisplay() throws IOException {
        return JointDisplay.of(survey, new Evidence(matrix(), codebook()), file.language());
    }

    /**
     * Ids of the transcripts.
     *
     * @return sorted
     * @throws IOException if the folder cannot be listed
     */
    public List<String> transcripts() throws IOException {
        return List.copyOf(transcripts.files().keySet());
    }

    /**
     * A transcript, its speakers and respondents known.
     *
     * @param id the transcript's id: its file name without ending
     * @return the transcript as the file is now
     * @throws IOException                      if the file cannot be read
     * @throws FormatException                  if it is no transcript
     * @throws NoSuchElementException           if there is none of that id
     */
    public Transcript transcript(String id) throws IOException {
        return transcripts.read(id);
    }

    /**
     * Where words stand, in context.
     *
     * @param query words, in any form; "exact words"; {@code near/5}; AND, OR, NOT; {@code role:respondent}, {@code respondent:A}, {@code age>=20},
     *              {@code "came by":mor}; {@code theme:helped}, which stands for the themes under it too
     * @return hits in the order of the text; close the stream, or read it to its end
     * @throws IOException              if the index cannot be read or made
     * @throws IllegalArgumentException if the query cannot be read; names the position and what would do
     */
    public Stream<Passage> search(String query) throws IOException {
        return search(Search.of(query));
    }

    /**
     * Where words stand, within turns or sentences, by text order or relevance, in as much context as wanted.
     *
     * @param search what to look for; attributes and themes are this study's, whatever it knows of its own
     * @return hits in the order asked for; close the stream, or read it to its end
     * @throws IOException              if the index cannot be read or made
     * @throws IllegalArgumentException if the query cannot be read; names the position and what would do
     */
    public Stream<Passage> search(Search search) throws IOException {
        return finding.search(search, codings());
    }

    /**
     * What {@link #usual} proposes, in all transcripts. Nothing is recorded.
     *
     * @return proposals in the order of transcripts and text, those that a person has rejected left out
     * @throws IOException if a transcript or log cannot be read
     */
    public List<Suggestion> suggest() throws IOException {
        return suggest(usual());
    }

    /**
     * What suggestions go by where nobody says otherwise: indicators and examples, once there is something to learn from, and before that indicators alone, which are
     * more often right then.
     *
     * @return both where three interviews are coded, or the codebook has {@link #words}; else indicators
     * @throws IOException if a log cannot be read
     */
    public Set<By> usual() throws IOException {
        return finding.usual(codings());
    }

    /** What a suggestion goes by. */
    public enum By {
        /** The codebook's indicators. */
        INDICATOR,
        /** Likeness to the codebook's examples and to what people have coded or accepted in this study. */
        EXAMPLE
    }

    /**
     * What indicators, examples or both propose, in all transcripts. Nothing is recorded.
     *
     * @param by one or both; where both propose a theme for the same words there is one suggestion with the evidence of both
     * @return proposals in the order of transcripts and text, those that a person has rejected left out
     * @throws IOException              if a transcript or log cannot be read
     * @throws IllegalArgumentException if an indicator cannot be read; names theme, indicator and character
     */
    public List<Suggestion> suggest(Set<By> by) throws IOException {
        return finding.suggest(by, codings());
    }

    /**
     * Why themes are proposed for an answer, and why others are not.
     *
     * @param transcript the transcript's id
     * @param turn       1-based number of a respondent's turn
     * @param by         what suggestions go by: one or both
     * @return what each theme that lies under no other comes to there, the likeliest first; what people have rejected is not looked at
     * @throws IOException            if a transcript or log cannot be read
     * @throws NoSuchElementException if there is no such transcript, or no respondent speaks in that turn; the message lists what there is
     */
    public List<TurnSuggester.Considered> explain(String transcript, int turn, Set<By> by) throws IOException {
        return finding.explain(by, codings(), transcript(transcript), turn);
    }

    /**
     * How far scores of suggestions can be believed: coded interviews are held back in turn while the others are learned from, and what is then
     * proposed is held against what people laid.
     *
     * @param by what suggestions go by: one or both
     * @return rising steps from score to share held right, each with the number of judgements it rests on; {@code Calibration.NONE} where too
     *     little is coded
     * @throws IOException if a transcript or log cannot be read
     */
    public Calibration curve(Set<By> by) throws IOException {
        return finding.curve(by, codings());
    }

    /**
     * How the codebook does on its own examples and counter-examples, and in how much of what is said in the transcripts its indicators are found.
     *
     * @return precision and recall per theme, themes mixed up, indicators that are never found, often wrong, or found everywhere
     * @throws IOException if a transcript cannot be read
     */
    public CodebookCheck checkCodebook() throws IOException {
        return finding.checkCodebook();
    }

    /**
     * Writes suggestions to the log, for review. Those already there are passed over.
     *
     * @param suggestions what {@link #suggest} gave, or some of it
     * @return how many were new
     * @throws IOException if the disk failed
     */
    public int record(List<Suggestion> suggestions) throws IOException {
        return deciding.record(suggestions);
    }

    /**
     * Lays a theme on words that take no side; the longer form says which side they take.
     *
     * @param transcript id of the transcript
     * @param quote      the words as they stand there; they must stand there once
     * @param theme      id of the theme
     * @param coder      id of the coder
     * @return the coding, on disk
     * @throws IOException                      if the disk failed
     * @throws IllegalArgumentException         if the words are not there, or there more than once
     * @throws NoSuchElementException           if there is no such transcript, theme or coder
     */
    public Coding code(String transcript, String quote, String theme, String coder) throws IOException {
        return code(place(transcript, quote), theme, coder, Polarity.NEUTRAL, Optional.empty());
    }

    /**
     * Lays a theme on words at a place.
     *
     * @param place    the words, from {@link #place(String, String)} or {@link Place#in}
     * @param theme    id of the theme
     * @param coder    id of the coder
     * @param polarity which side the words take
     * @param why      the coder's reason
     * @return the coding, on disk
     * @throws IOException                      if the disk failed
     * @throws NoSuchElementException           if there is no such theme or coder
     */
    public Coding code(Place place, String theme, String coder, Polarity polarity, Optional<String> why) throws IOException {
        return deciding.code(place, theme, coder, polarity, why);
    }

    /**
     * Where quoted words stand.
     *
     * @param transcript id of the transcript
     * @param quote      the words, letter by letter, white space aside
     * @return their place
     * @throws IOException              if the transcript cannot be read
     * @throws IllegalArgumentException if they are not there, or there more than once
     */
    public Place place(String transcript, String quote) throws IOException {
        return Quotes.place(transcript(transcript), quote);
    }

    /**
     * Where quoted words stand beside others: of several places the one that shares most with those.
     *
     * @param near  such as {@link #placeOf(String)}
     * @param quote the words, letter by letter, white space aside
     * @return their place
     * @throws IOException              if the transcript cannot be read
     * @throws IllegalArgumentException if they are not there, or there more than once and none or several share as much
     */
    public Place place(Place near, String quote) throws IOException {
        return Quotes.place(transcript(near.transcript()), quote, near.span());
    }

    /**
     * Words at a span.
     *
     * @param transcript id of the transcript
     * @param span       where, in its canonical text
     * @return their place
     * @throws IOException              if the transcript cannot be read
     * @throws IllegalArgumentException if the span ends past the text
     */
    public Place place(String transcript, Span span) throws IOException {
        return Place.in(transcript(transcript), span);
    }

    /**
     * Makes a recorded suggestion a coder's own coding.
     *
     * @param suggestion id of the suggestion
     * @param coder      id of the coder
     * @param why        the coder's reason
     * @return the coding, on disk
     * @throws IOException                      if the disk failed
     * @throws IllegalArgumentException         if the coder has decided on it before
     * @throws NoSuchElementException           if no such suggestion is recorded, or there is no such coder
     */
    public Coding accept(String suggestion, String coder, Optional<String> why) throws IOException {
        return accept(List.of(suggestion), coder, Optional.empty(), why).getFirst();
    }

    /**
     * Makes recorded suggestions a coder's own codings: all of them, or none. Which are open says {@link Codings#open()}, which teach most
     * {@link dk.udsagn.suggest.Informative#open}.
     *
     * @param suggestions ids of the suggestions
     * @param coder       id of the coder
     * @param polarity    which side the words take; empty for that proposed
     * @param why         the coder's reason
     * @return the codings, on disk
     * @throws IOException                      if the disk failed
     * @throws IllegalArgumentException         if the coder has decided on one of them before
     * @throws NoSuchElementException           if one of them is not recorded, or there is no such coder
     */
    public List<Coding> accept(List<String> suggestions, String coder, Optional<Polarity> polarity, Optional<String> why) throws IOException {
        return deciding.review().accept(suggestions, coder, polarity, why);
    }

    /**
     * Turns a recorded suggestion down. It is not proposed again unless its rule or the words change.
     *
     * @param suggestion id of the suggestion
     * @param coder      id of the coder
     * @param why        the coder's reason
     * @return the decision, on disk
     * @throws IOException                      if the disk failed
     * @throws IllegalArgumentException         if the coder has decided on it before
     * @throws NoSuchElementException           if no such suggestion is recorded, or there is no such coder
     */
    public Decision reject(String suggestion, String coder, Optional<String> why) throws IOException {
        return reject(List.of(suggestion), coder, why).getFirst();
    }

    /**
     * Turns recorded suggestions down: all of them, or none.
     *
     * @param suggestions ids of the suggestions
     * @param coder       id of the coder
     * @param why         the coder's reason
     * @return the decisions, on disk
     * @throws IOException                      if the disk failed
     * @throws IllegalArgumentException         if the coder has decided on one of them before
     * @throws NoSuchElementException           if one of them is not recorded, or there is no such coder
     */
    public List<Decision> reject(List<String> suggestions, String coder, Optional<String> why) throws IOException {
        return deciding.review().reject(suggestions, coder, why);
    }

    /**
     * Lays a coder's own coding on other words of its transcript; a recorded suggestion is accepted and laid on them.
     *
     * @param id    id of the coding or suggestion
     * @param place the words, from {@link #place(String, Span)} or {@link #place(String, String)}
     * @param coder id of the coder
     * @param why   the coder's reason
     * @return the coding as it is now, on disk
     * @throws IOException                      if the disk failed
     * @throws IllegalArgumentException         if it is another coder's, or the words are in another transcript
     * @throws NoSuchElementException           if there is no such coding, suggestion or coder
     */
    public Coding respan(String id, Place place, String coder, Optional<String> why) throws IOException {
        return deciding.review().respan(id, place, coder, why);
    }

    /**
     * Takes one of a coder's own codings, or another of the coder's decisions, back.
     *
     * @param id    id of the coding or decision
     * @param coder id of the coder whose it is
     * @param why   the coder's reason
     * @return the decision, on disk
     * @throws IOException                      if the disk failed
     * @throws IllegalArgumentException         if it is another coder's
     * @throws NoSuchElementException           if there is no such coding, decision or coder
     */
    public Decision withdraw(String id, String coder, Optional<String> why) throws IOException {
        return deciding.review().withdraw(id, coder, why);
    }

    /**
     * Where a coding or recorded suggestion lies now.
     *
     * @param id id of the coding or suggestion
     * @return its place
     * @throws IOException            if a log cannot be read
     * @throws NoSuchElementException if there is neither
     */
    public Place placeOf(String id) throws IOException {
        return deciding.review().placeOf(id);
    }

    /**
     * A decision as its log has it.
     *
     * @param id id of the decision
     * @return the decision, withdrawn or not
     * @throws IOException            if a log cannot be read
     * @throws NoSuchElementException if no log holds it
     */
    public Decision decision(String id) throws IOException {
        return deciding.review().decision(id);
    }

    /**
     * Writes a memo on a coding, one's own or a colleague's.
     *
     * @param coding id of the coding
     * @param memo   the words
     * @param coder  id of the coder who writes
     * @return the coding with its memos, on disk
     * @throws IOException              if the disk failed
     * @throws IllegalArgumentException if the memo is blank
     * @throws NoSuchElementException   if there is no such coding or coder
     */
    public Coding note(String coding, String memo, String coder) throws IOException {
        return deciding.note(coding, memo, coder);
    }

    /**
     * All that was ever decided, for an audit.
     *
     * @return every decision with who, when and why, as it is on disk now
     * @throws IOException     if a log cannot be read
     * @throws FormatException if a whole line of a log is no decision
     */
    public History history() throws IOException {
        return log.history();
    }

    /**
     * Where the words of codings stand in transcripts that were edited or renamed after coding. Nothing is recorded and nothing moves.
     *
     * @return what is certain, and what a person has to decide; nothing of either when no transcript was touched
     * @throws IOException if a transcript or log cannot be read
     */
    public Reanchoring reanchoring() throws IOException {
        return new Anchoring(transcripts, texts).of(codings());
    }

    /**
     * Records where the words of codings stand after an edit, as far as that is certain: one decision each, in the name of the person who
     * answers for it. A study never does that by itself, since opening it would then change what coders have signed.
     *
     * @param coder id of the coder who records it; the codings stay those of their coders
     * @return what was recorded, and the doubts that are left for {@link #respan} and {@link #withdraw}
     * @throws IOException            if a transcript or log cannot be read, or the disk failed
     * @throws NoSuchElementException if there is no such coder
     */
    public Reanchoring reanchor(String coder) throws IOException {
        return deciding.reanchor(coder);
    }

    /**
     * What all decisions come to.
     *
     * @return the codings as they are on disk now
     * @throws IOException     if a log cannot be read
     * @throws FormatException if a whole line of a log is no decision
     */
    public Codings codings() throws IOException {
        return log.history().codings();
    }

    /**
     * What the decisions came to at an earlier moment.
     *
     * @param moment decisions after it are left aside
     * @return the codings as they were
     * @throws IOException if a log cannot be read
     */
    public Codings codings(Instant moment) throws IOException {
        return log.history().asOf(moment).codings();
    }

    /**
     * All of one respondent.
     *
     * @param respondent id of the respondent
     * @return the summary
     * @throws IOException                      if a transcript or log cannot be read
     * @throws NoSuchElementException           if there is no such respondent
     */
    public CaseSummary summary(String respondent) throws IOException {
        return new Summing(this, file).summary(respondent, codings());
    }

    /**
     * All respondents by all themes.
     *
     * @return the matrix
     * @throws IOException if a transcript or log cannot be read
     */
    public FrameworkMatrix matrix() throws IOException {
        return report(false).matrix();
    }

    /**
     * The study's summary, ready to be written.
     *
     * @param withSuggestions whether suggestions nobody has reviewed are shown too, marked as such
     * @return the report
     * @throws IOException if a transcript or log cannot be read
     */
    public Report report(boolean withSuggestions) throws IOException {
        return new Summing(this, file).report(codings(), withSuggestions);
    }

    /**
     * Coders side by side, on respondents' turns: the interviewer's words are nobody's to code and would count as agreement.
     *
     * @param coders two or more ids of coders
     * @return a comparison by turns, whose methods choose other units and other terms
     * @throws IOException              if a transcript or log cannot be read
     * @throws NoSuchElementException   if a coder has no coding
     * @throws IllegalArgumentException if there are not two different coders
     */
    public Comparison comparison(List<String> coders) throws IOException {
        return new Summing(this, file).comparison(codings(), coders);
    }

    /**
     * Whether coders agree: every coefficient for every theme, or why there is none.
     *
     * @param coders two or more ids of coders
     * @param unit   turns, sentences or characters of respondents
     * @return the figures and what they rest on
     * @throws IOException              if a transcript or log cannot be read
     * @throws NoSuchElementException   if a coder has no coding
     * @throws IllegalArgumentException if there are not two different coders
     */
    public AgreementReport agreement(List<String> coders, Unit unit) throws IOException {
        return comparison(coders).by(unit, finding::sentences).report(codebook(), Bootstrap.STANDARD);
    }

    /**
     * Everything a study can have wrong.
     *
     * @return the problems found, none if all is well
     * @throws IOException if the disk failed
     */
    public List<Problem> check() throws IOException {
        return new Check(this, file, transcripts, log, clock.instant()).problems();
    }

    /**
     * Hands the study to other programs.
     *
     * @param target where to; its ending says in which form: .qdpx (REFI-QDA project), .qdc (codebook), .json and .csv (codings, or the codebook
     *               when the name begins with codebook), .jsonld (W3C
     *               Web Annotations)
     * @return what could not travel, in words
     * @throws IOException              if a transcript or log cannot be read, or the file cannot be written; what was there then stays
     * @throws IllegalArgumentException if the ending is another
     */
    public LossReport export(Path target) throws IOException {
        return new Exporting(this, folder, file, log.decisions()).to(target);
    }

    /**
     * Takes in what comes from a colleague or from another program. A study that is there gets it as decisions, themes, transcripts and people
     * it did not have; importing the same again brings nothing. A folder that is not there becomes a study, when the file holds texts or a codebook.
     *
     * @param file   its ending says what it is: .qdpx, .qde (REFI-QDA project), .qdc (codebook), .json and .csv (codings or a codebook), .jsonld (W3C
     *               Web Annotations)
     * @param folder the study's folder; a study opened before sees new decisions, and the rest when it is opened anew
     * @return what was guessed, mended, set aside or left out, in words
     * @throws IOException              if the file cannot be read or the disk failed; the study is then as it was
     * @throws FormatException          if the file is torn or no such file; the study is then as it was
     * @throws IllegalArgumentException if the ending is another
     */
    public static LossReport importFrom(Path file, Path folder) throws IOException {
        return importFrom(file, folder, Language.DANISH, Optional.empty());
    }

    /**
     * Takes in what comes from a colleague or from another program, as {@link #importFrom(Path, Path)} does.
     *
     * @param file     what comes
     * @param folder   the study's folder
     * @param language the language of the interviews, for a folder that becomes a study
     * @param dialect  how the other program counted; empty to work it out
     * @return what was guessed, mended, set aside or left out, in words
     * @throws IOException              if the file cannot be read or the disk failed; the study is then as it was
     * @throws FormatException          if the file is torn or no such file; the study is then as it was
     * @throws IllegalArgumentException if the ending is another
     */
    public static LossReport importFrom(Path file, Path folder, Language language, Optional<Dialect> dialect) throws IOException {
        return new Importing(file, folder, language, dialect).run();
    }

    /**
     * What a person should know of what was done since the study was opened, such as that its index was torn and made anew.
     *
     * @return in words, oldest first; usually nothing
     */
    public List<String> told() {
        return finding.told();
    }

    @Override public void close() throws IOException {
        finding.close();
    }

    /** The whole study, as it travels. */
    StudyData data() throws IOException {
        return new Exporting(this, folder, file, log.decisions()).data();
    }

    Transcripts files() {
        return transcripts;
    }

    KeptTexts texts() {
        return texts;
    }
}
