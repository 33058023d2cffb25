package dk.udsagn.agreement;

import dk.udsagn.coding.Coding;
import dk.udsagn.transcript.Span;
import dk.udsagn.transcript.Transcript;
import dk.udsagn.transcript.Turn;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;

/** What coders made of each unit: the units, and the tables that say it. */
record Rated(Laid laid, Settings settings) {
    record Settings(Unit unit, Function<Transcript, List<Span>> sentences, Optional<Predicate<Turn>> among, boolean uncoded) {
    }

    /** Yes or no for each unit and theme, one theme after another; drawn together by unit. */
    RatingTable table(Stretches units, List<String> themes) {
        int n = units.size();
        int[][] columns = new int[laid.coders().size()][n * themes.size()];
        int[] weights = new int[n * themes.size()];
        int[] blocks = new int[n * themes.size()];
        int rows = 0;
        for (String theme : themes) {
            int[][] ratings = ratings(units, theme);
            for (int u = 0; u < n; u++) {
                int at = u;
                if (settings.uncoded || Arrays.stream(ratings).anyMatch(column -> column[at] == 1)) {
                    for (int g = 0; g < columns.length; g++) {
                        columns[g][rows] = ratings[g][u];
                    }
                    weights[rows] = units.weight()[u];
                    blocks[rows++] = units.block()[u];
                }
            }
        }
        int kept = rows;
        return RatingTable.weighted(laid.coders(), Categories.declared(List.of("no", "yes")),
            Arrays.stream(columns).map(c -> Arrays.copyOf(c, kept)).toArray(int[][]::new), Arrays.copyOf(weights, kept), Arrays.copyOf(blocks, kept));
    }

    /** Which of some themes each coder laid on each unit. */
    RatingTable sets(Set<String> themes) {
        var units = units(themes);
        var codes = new LinkedHashMap<Set<String>, Integer>();
        var ratings = new LinkedHashMap<String, int[][]>();
        themes.forEach(theme -> ratings.put(theme, ratings(units, theme)));
        int[][] columns = new int[laid.coders().size()][units.size()];
        boolean[] coded = new boolean[units.size()];
        for (int g = 0; g < columns.length; g++) {
            for (int u = 0; u < units.size(); u++) {
                var set = new TreeSet<String>();
                boolean missing = false;
                for (var one : ratings.entrySet()) {
                    int rating = one.getValue()[g][u];
                    missing |= rating < 0;
                    if (rating == 1) {
                        set.add(one.getKey());
                        coded[u] = true;
                    }
                }
                columns[g][u] = missing ? -1 : codes.computeIfAbsent(set, k -> codes.size());
            }
        }
        int[] weights = units.weight().clone();
        for (int u = 0; u < weights.length && !settings.uncoded; u++) {
            weights[u] = coded[u] ? weights[u] : 0;
        }
        return RatingTable.weighted(laid.coders(), Categories.sets(codes.keySet()), columns, weights, units.block());
    }

    Stretches units(Set<String> themes) {
        return switch (settings.unit) {
            case TURN -> Stretches.of(laid.transcripts(), t -> t.turns().stream().filter(settings.among.orElse(turn -> true)).map(Turn::span).toList(), false);
            case SENTENCE -> Stretches.of(laid.transcripts(), this::sentences, false);
            case CHARACTER -> {
                var place = new HashMap<String, Integer>();
                laid.transcripts().forEach(t -> place.put(t.id(), place.size()));
                yield Stretches.of(laid.transcripts(), t -> Stretches.cut(t, kept(t),
                    themes.stream().flatMap(theme -> laid.with(theme, place.get(t.id())).stream()).toList()), true);
            }
        };
    }

    private List<Span> sentences(Transcript transcript) {
        var all = settings.sentences.apply(transcript);
        for (int i = 1; i < all.size(); i++) {
            if (all.get(i).start() < all.get(i - 1).end()) {
                throw new IllegalArgumentException("the sentences " + all.get(i - 1) + " and " + all.get(i) + " of " + transcript.id() + " are out of order or overlap");
            }
        }
        return settings.among.isEmpty() ? all
            : all.stream().filter(s -> transcript.turns().stream().anyMatch(t -> settings.among.get().test(t) && t.span().overlaps(s))).toList();
    }

    List<Span> kept(Transcript transcript) {
        return settings.among.isPresent() ? transcript.turns().stream().filter(settings.among.get()).map(Turn::span).toList()
            : transcript.text().isEmpty() ? List.of() : List.of(new Span(0, transcript.text().length()));
    }

    /** Coder to unit: 1 laid, 0 not, -1 missing. */
    int[][] ratings(Stretches units, String theme) {
        int[][] ratings = new int[laid.coders().size()][units.size()];
        for (int g = 0; g < ratings.length; g++) {
            String coder = laid.coders().get(g);
            for (int t = 0; t < laid.transcripts().size(); t++) {
                if (!laid.read(coder, t)) {
                    Arrays.fill(ratings[g], units.first()[t], units.first()[t + 1], -1);
                    continue;
                }
                for (Coding coding : laid.with(theme, t)) {
                    if (coding.coder().equals(coder)) {
                        boolean counts = laid.counts(coding);
                        units.mark(ratings[g], t, coding.span(), counts ? 1 : -1, counts ? any -> true : now -> now == 0);
                    }
                }
            }
        }
        return ratings;
    }
}
