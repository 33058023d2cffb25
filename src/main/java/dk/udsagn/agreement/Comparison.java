package dk.udsagn.agreement;

import dk.udsagn.codebook.Codebook;
import dk.udsagn.coding.Coding;
import dk.udsagn.coding.Codings;
import dk.udsagn.transcript.Span;
import dk.udsagn.transcript.Transcript;
import dk.udsagn.transcript.Turn;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * What is compared: whose codings, on which texts, in which units. From it come tables, continua, disagreements and the report.
 *
 * <p>Unless changed by one of its methods: units are turns of every speaker; a theme means exactly that theme, not those under it; text that
 * nobody coded counts, as agreement on "no"; accepted suggestions are not independent coding, so where a coder has nothing else their
 * rating is missing; and a coder who laid nothing at all in a transcript is taken not to have read it, so that their ratings there are missing.
 */
public final class Comparison {
    private final Laid laid;
    private final Rated.Settings settings;
    private final Rated rated;

    private Comparison(Laid laid, Rated.Settings settings) {
        this.laid = laid;
        this.settings = settings;
        this.rated = new Rated(laid, settings);
    }

    /**
     * A comparison of coders by turns.
     *
     * @param transcripts the texts to compare on; codings in others are left out
     * @param codings     everybody's codings
     * @param coders      two or more ids of coders
     * @return the comparison
     * @throws NoSuchElementException   if a coder has no coding anywhere; the message lists those who have
     * @throws IllegalArgumentException if there are not two coders, one is named twice, or a coding's words no longer stand at its place
     */
    public static Comparison of(List<Transcript> transcripts, Codings codings, List<String> coders) {
        if (coders.size() < 2 || new HashSet<>(coders).size() < coders.size()) {
            throw new IllegalArgumentException("a comparison needs two or more different coders, not " + coders);
        }
        var laid = Laid.of(List.copyOf(transcripts), codings, List.copyOf(coders));
        return new Comparison(laid, new Rated.Settings(Unit.TURN, t -> List.of(), Optional.empty(), true));
    }

    /**
     * The comparison by another unit.
     *
     * @param unit      turn, sentence or character
     * @param sentences for a transcript its sentences, in order and apart; asked only for sentences
     * @return a new comparison
     */
    public Comparison by(Unit unit, Function<Transcript, List<Span>> sentences) {
        return new Comparison(laid, new Rated.Settings(unit, sentences, settings.among(), settings.uncoded()));
    }

    /**
     * The comparison on the words of some turns only, such as {@code t -> t.role() == Role.RESPONDENT}. Without this, sentences and
     * characters are those of the whole text, labels and time marks included, as other programs count.
     *
     * @param wanted which turns
     * @return a new comparison
     */
    public Comparison among(Predicate<Turn> wanted) {
        return new Comparison(laid, new Rated.Settings(settings.unit(), settings.sentences(), Optional.of(wanted), settings.uncoded()));
    }

    /**
     * The comparison where a theme means it and all themes under it.
     *
     * @param codebook says which those are
     * @return a new comparison
     */
    public Comparison rolledUp(Codebook codebook) {
        return new Comparison(laid.rolledUp(codebook), settings);
    }

    /**
     * The comparison on coded text only: for each theme, the units where at least one coder laid it. The alphas for unitizing stay as they
     * are; of them cu-alpha is the one that leaves uncoded text out.
     *
     * @return a new comparison
     */
    public Comparison codedOnly() {
        return new Comparison(laid, new Rated.Settings(settings.unit(), settings.sentences(), settings.among(), false));
    }

    /**
     * The comparison where accepted suggestions count as a coder's own.
     *
     * @return a new comparison
     */
    public Comparison withSuggestions() {
        return new Comparison(laid.withSuggestions(), settings);
    }

    /**
     * The comparison where every coder is taken to have read every transcript, also those in which they laid nothing.
     *
     * @return a new comparison
     */
    public Comparison readByAll() {
        return new Comparison(laid.readByAll(), settings);
    }

    /**
     * Who laid a theme on which units.
     *
     * @param theme the theme's id; one that nobody laid is "no" everywhere
     * @return a table with the categories {@code no} and {@code yes}; for characters, its rows are stretches that stand for as many units
     */
    public RatingTable table(String theme) {
        return rated.table(rated.units(Set.of(theme)), List.of(theme));
    }

    /**
     * Which of some themes each coder laid on each unit.
     *
     * @param themes ids of themes
     * @return a table of sets, for {@link Metric#JACCARD} and its like; a rating is missing where it is for one of the themes
     */
    public RatingTable sets(Set<String> themes) {
        return rated.sets(themes);
    }

    /**
     * What each coder marked with some themes, the transcripts that all of them read laid end to end. Places under accepted suggestions
     * are cut out, unless those count.
     *
     * @param themes ids of themes; they become the categories
     * @return the continuum; empty when no transcript was read by all, or nothing is left of them
     */
    public Optional<Continuum> continuum(Set<String> themes) {
        var rebased = new Rebased();
        var byCoder = new LinkedHashMap<String, List<Continuum.Segment>>();
        laid.coders().forEach(coder -> byCoder.put(coder, new ArrayList<>()));
        for (int t = 0; t < laid.transcripts().size(); t++) {
            int at = t;
            boolean all = laid.coders().stream().allMatch(coder -> laid.read(coder, at));
            var out = new ArrayList<Span>();
            for (String theme : themes) {
                laid.with(theme, t).stream().filter(c -> !laid.counts(c)).forEach(c -> out.add(c.span()));
            }
            out.sort(null);
            rebased.add(all ? Rebased.without(rated.kept(laid.transcripts().get(t)), out) : List.of());
            for (String theme : themes) {
                for (Coding coding : laid.with(theme, t)) {
                    if (laid.counts(coding)) {
                        rebased.span(t, coding.span()).ifPresent(s -> byCoder.get(coding.coder()).add(new Continuum.Segment(s, theme)));
                    }
                }
            }
        }
        return rebased.length() == 0 ? Optional.empty() : Optional.of(Continuum.of(rebased.length(), byCoder).inPieces(turnEnds(rebased)));
    }

    private int[] turnEnds(Rebased rebased) {
        return IntStream.range(0, laid.transcripts().size()).flatMap(t -> laid.transcripts().get(t).turns().stream().mapToInt(turn -> rebased.place(t, turn.span().end()))).toArray();
    }

    /**
     * Where coders do not agree whether a theme applies.
     *
     * @param theme the theme's id
     * @return in the order of transcripts and places; for characters, stretches on which the same coders differ are one
     */
    public List<Disagreement> disagreements(String theme) {
        var units = rated.units(Set.of(theme));
        int[][] ratings = rated.ratings(units, theme);
        var found = new ArrayList<Disagreement>();
        int last = -1;
        for (int u = 0; u < units.size(); u++) {
            var yes = new ArrayList<String>();
            var no = new ArrayList<String>();
            for (int g = 0; g < ratings.length; g++) {
                if (ratings[g][u] >= 0) {
                    (ratings[g][u] == 1 ? yes : no).add(laid.coders().get(g));
                }
            }
            if (yes.isEmpty() || no.isEmpty()) {
                continue;
            }
            var transcript = laid.transcripts().get(units.transcript()[u]);
            var span = units.span()[u];
            boolean joined = settings.unit() == Unit.CHARACTER && last == u - 1 && !found.isEmpty() && found.getLast().transcript().equals(transcript.id())
                && found.getLast().span().end() == span.start() && found.getLast().laid().equals(yes) && found.getLast().not().equals(no);
            if (joined) {
                span = found.removeLast().span().cover(span);
            }
            found.add(new Disagreement(theme, transcript.id(), Stretches.lastTurnFrom(transcript, span.start()) + 1, span, span.in(transcript.text()), marked(theme, units.transcript()[u], span, yes), yes, no));
            last = u;
        }
        return List.copyOf(found);
    }

    private List<String> marked(String theme, int transcript, Span span, List<String> coders) {
        return laid.with(theme, transcript).stream().filter(c -> coders.contains(c.coder()) && laid.counts(c) && c.span().overlaps(span))
            .sorted(Comparator.comparing(Coding::span)).map(c -> c.place().words()).distinct().toList();
    }

    /**
     * Every coefficient for every theme of a codebook and for all of them together, or why there is none.
     *
     * @param codebook  its themes come in its order, then those that coders laid and it does not have
     * @param bootstrap what to draw intervals with
     * @return the report
     */
    public AgreementReport report(Codebook codebook, Bootstrap bootstrap) {
        var themes = new LinkedHashSet<>(codebook.all().keySet());
        themes.addAll(laid.themes());
        return report(List.copyOf(themes), bootstrap);
    }

    /**
     * Every coefficient for some themes and for all of them together, or why there is none.
     *
     * @param themes    ids of themes
     * @param bootstrap what to draw intervals with
     * @return the report
     */
    public AgreementReport report(List<String> themes, Bootstrap bootstrap) {
        return Measures.report(this, themes, bootstrap);
    }

    /**
     * What is compared, to be said beside every figure.
     *
     * @return the basis
     */
    public AgreementReport.Basis basis() {
        return new AgreementReport.Basis(settings.unit(), laid.coders(), laid.transcripts().stream().map(Transcript::id).toList(), laid.unread(),
            settings.uncoded(), laid.suggestions(), laid.isRolledUp(), settings.among().isEmpty());
    }

    Unit unit() {
        return settings.unit();
    }

    Rated rated() {
        return rated;
    }
}
