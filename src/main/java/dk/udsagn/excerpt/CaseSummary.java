package dk.udsagn.excerpt;

import dk.udsagn.codebook.Codebook;
import dk.udsagn.codebook.Polarity;
import dk.udsagn.coding.Coding;
import dk.udsagn.coding.Codings;
import dk.udsagn.transcript.Respondent;
import dk.udsagn.transcript.Span;
import dk.udsagn.transcript.Transcript;
import dk.udsagn.transcript.Turn;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.TreeMap;

/**
 * All of one respondent: what was quoted under each theme, how much of the talk that is, and what was never touched.
 *
 * <p>Every word is verbatim and every number a count that can be made again.
 *
 * @param respondent who
 * @param talk       how much the respondent says in each transcript
 * @param themes     one for each theme of the codebook that was touched, in the codebook's order; then themes the codebook no longer has
 * @param silent     ids of themes never touched by this respondent, in the codebook's order; a theme whose child was touched is not silent
 */
public record CaseSummary(Respondent respondent, List<Talk> talk, List<ThemeSection> themes, List<String> silent) {
    /** Copies the lists. */
    public CaseSummary {
        talk = List.copyOf(talk);
        themes = List.copyOf(themes);
        silent = List.copyOf(silent);
    }

    /**
     * How much a respondent says in a transcript.
     *
     * @param transcript id of the transcript
     * @param turns      turns of the respondent
     * @param words      words in them, transcriber's notes not counted
     * @param codedWords those of them under at least one theme
     */
    public record Talk(String transcript, int turns, int words, int codedWords) {
    }

    /**
     * What one respondent says under one theme.
     *
     * @param theme     id of the theme
     * @param excerpts  the quotes, in the order of the transcripts
     * @param words     the respondent's words under the theme, each counted once
     * @param share     {@code words} of all the respondent's words, 0 to 1
     * @param cooccurs  other theme to the number of these excerpts that share words with it; in order of number, then id
     */
    public record ThemeSection(String theme, List<Excerpt> excerpts, int words, double share, Map<String, Integer> cooccurs) {
        /** Copies the lists. */
        public ThemeSection {
            excerpts = List.copyOf(excerpts);
            cooccurs = Collections.unmodifiableMap(new LinkedHashMap<>(cooccurs));
        }

        /**
         * How many excerpts take a side.
         *
         * @param polarity the side
         * @return their number
         */
        public long count(Polarity polarity) {
            return excerpts.stream().filter(e -> e.polarity() == polarity).count();
        }

        /**
         * How many excerpts speak, wholly or in part, against what the theme names.
         *
         * @return the number of negative and mixed ones
         */
        public long contrary() {
            long contrary = 0;
            for (Excerpt e : excerpts) {
                contrary += e.contrary() ? 1 : 0;
            }
            return contrary;
        }

        /**
         * Whether the respondent speaks both for and against.
         *
         * @return true when there are positive and negative excerpts, or mixed ones
         */
        public boolean contradictory() {
            return count(Polarity.MIXED) > 0 || count(Polarity.POSITIVE) > 0 && count(Polarity.NEGATIVE) > 0;
        }

        /**
         * The excerpts that stand best for all of them: central, and different from one another. An excerpt counts as like another when they share beginnings of
         * words that few others have; of two alike, the earlier goes first. Where some excerpts are contrary, at least one of them is among two or more chosen.
         *
         * @param n how many, at most
         * @return the best first
         */
        public List<Excerpt> representative(int n) {
            return Representative.of(excerpts, n);
        }

        /**
         * As many representative excerpts as fit. A quote is there whole or not at all, so none changes its sense.
         *
         * @param n     how many excerpts, at most
         * @param words how many words in all, at most; the most representative excerpt is there even if it is longer
         * @return in the order of the text
         */
        public List<Excerpt> bounded(int n, int words) {
            return Representative.bounded(excerpts, n, words);
        }

        /**
         * The excerpts interview by interview, for a respondent who was interviewed several times.
         *
         * @return transcript id to the excerpts from it, in the order of the transcripts; interviews that never touch the theme are not there
         */
        public Map<String, List<Excerpt>> development() {
            var development = new LinkedHashMap<String, List<Excerpt>>();
            excerpts.forEach(e -> development.computeIfAbsent(e.transcript(), k -> new ArrayList<>()).add(e));
            return development;
        }
    }

    /**
     * The respondent's words in all transcripts.
     *
     * @return a count, transcriber's notes left out
     */
    public int words() {
        return talk.stream().mapToInt(Talk::words).sum();
    }

    /**
     * What is said under a theme.
     *
     * @param theme id of the theme
     * @return its section, with no excerpts when the respondent never touches it
     */
    public ThemeSection theme(String theme) {
        for (ThemeSection section : themes) {
            if (section.theme().equals(theme)) {
                return section;
            }
        }
        return new ThemeSection(theme, List.of(), 0, 0, Map.of());
    }

    /**
     * Sums up one respondent.
     *
     * @param respondent  who
     * @param transcripts those in which the respondent speaks, in order, speakers known
     * @param codebook    the study's codebook
     * @param codings     the codings to sum up
     * @return the summary
     * @throws NoSuchElementException if the respondent speaks in none of the transcripts
     */
    public static CaseSummary of(Respondent respondent, List<Transcript> transcripts, Codebook codebook, Codings codings) {
        var talk = new ArrayList<Talk>();
        var all = new ArrayList<Excerpt>();
        var texts = new LinkedHashMap<String, Transcript>();
        for (Transcript transcript : transcripts) {
            var turns = turns(transcript, respondent);
            if (turns.isEmpty()) {
                continue;
            }
            texts.put(transcript.id(), transcript);
            var excerpts = Excerpt.of(transcript, codings.in(transcript.id()).all(), CONTEXT).stream()
                .filter(e -> e.respondent().filter(respondent.id()::equals).isPresent()).toList();
            all.addAll(excerpts);
            talk.add(new Talk(transcript.id(), turns.size(), words(transcript, turns, turns.stream().map(Turn::span).toList()),
                words(transcript, turns, excerpts.stream().flatMap(e -> e.codings().stream()).map(Coding::span).toList())));
        }
        if (talk.isEmpty()) {
            throw new NoSuchElementException("respondent " + respondent.id() + " speaks in no transcript; study.json may say under \"transcripts\" who does");
        }
        int total = talk.stream().mapToInt(Talk::words).sum();
        var byTheme = new TreeMap<String, List<Excerpt>>();
        all.forEach(e -> byTheme.computeIfAbsent(e.theme(), k -> new ArrayList<>()).add(e));
        var order = new ArrayList<>(codebook.all().keySet());
        byTheme.keySet().stream().filter(id -> !order.contains(id)).forEach(order::add);
        var sections = new ArrayList<ThemeSection>();
        for (String theme : order) {
            var excerpts = byTheme.get(theme);
            if (excerpts != null) {
                int words = texts.values().stream().mapToInt(t -> words(t, turns(t, respondent), excerpts.stream()
                    .filter(e -> e.transcript().equals(t.id())).flatMap(e -> e.codings().stream()).map(Coding::span).toList())).sum();
                sections.add(new ThemeSection(theme, excerpts, words, total == 0 ? 0 : (double) words / total, cooccurs(excerpts, all)));
            }
        }
        var silent = codebook.all().values().stream().filter(t -> !byTheme.containsKey(t.id())
            && t.themes().stream().noneMatch(child -> byTheme.containsKey(child.id()))).map(t -> t.id()).toList();
        return new CaseSummary(respondent, talk, sections, silent);
    }

    /** How much context an excerpt carries on either side: about a line and a half of print. */
    private static final int CONTEXT = 120;

    private static List<Turn> turns(Transcript transcript, Respondent respondent) {
        return transcript.turns().stream().filter(t -> t.respondent().filter(respondent.id()::equals).isPresent()).toList();
    }

    private static int words(Transcript transcript, List<Turn> turns, List<Span> spans) {
        int words = 0;
        for (Turn turn : turns) {
            var within = new ArrayList<Span>();
            for (Span span : spans) {
                if (span.overlaps(turn.span())) {
                    within.add(span);
                }
            }
            words += within.isEmpty() ? 0 : SpokenWords.count(transcript.text(), turn.span(), within);
        }
        return words;
    }

    private static Map<String, Integer> cooccurs(List<Excerpt> ofTheme, List<Excerpt> all) {
        var counts = new TreeMap<String, Integer>();
        for (Excerpt one : ofTheme) {
            all.stream().filter(o -> !o.theme().equals(one.theme()) && o.transcript().equals(one.transcript()) && o.span().overlaps(one.span()))
                .map(Excerpt::theme).distinct().forEach(theme -> counts.merge(theme, 1, Integer::sum));
        }
        var ordered = new LinkedHashMap<String, Integer>();
        counts.entrySet().stream().sorted(Map.Entry.<String, Integer>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
            .forEach(e -> ordered.put(e.getKey(), e.getValue()));
        return ordered;
    }
}
