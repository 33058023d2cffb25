package dk.udsagn.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Where a single word of expressions, or one of several, stands in a turn, told from postings. For one form only, for beginnings and spellings, the
 * terms tell where it may stand; the form itself is read where that is not enough. Turns come in rising order.
 */
final class PlacePostings {
    private final List<Postings> whole = new ArrayList<>();
    private final List<Postings> part = new ArrayList<>();
    private final List<Postings> perhaps = new ArrayList<>();
    private final List<Expression> limited = new ArrayList<>();
    private final Postings[] all;

    PlacePostings(Expression single, SegmentPostings segment) throws IOException {
        add(single, segment);
        all = sources().toArray(Postings[]::new);
    }

    private void add(Expression single, SegmentPostings segment) throws IOException {
        switch (single) {
            case Expression.AnyForm word -> {
                for (String term : word.terms()) {
                    add(whole, segment.terms(term));
                    add(part, segment.parts(term));
                }
            }
            case Expression.AnyOf any -> {
                for (Expression choice : any.choices()) {
                    add(choice, segment);
                }
            }
            default -> {
                limited.add(single);
                for (String term : SegmentWord.termsOf(single, segment.segment(), segment.analysis())) {
                    add(perhaps, segment.terms(term));
                }
            }
        }
    }

    private static void add(List<Postings> all, Postings postings) {
        if (postings != null) {
            all.add(postings);
        }
    }

    /** All that tell of it, each once. */
    Set<Postings> sources() {
        var sources = new LinkedHashSet<>(whole);
        sources.addAll(part);
        sources.addAll(perhaps);
        return sources;
    }

    /** In how many turns the word may stand, at most. */
    long frequency() {
        return Arrays.stream(all).mapToLong(Postings::frequency).sum();
    }

    /** Whether the word may stand in a turn. */
    boolean standsIn(int doc) throws IOException {
        for (Postings source : all) {
            if (source.to(doc) == doc) {
                return true;
            }
        }
        return false;
    }

    /** Whether the word may stand at a position of a turn. */
    boolean has(int doc, int position) throws IOException {
        for (Postings source : all) {
            if (source.has(doc, position)) {
                return true;
            }
        }
        return false;
    }

    /** How the word stands at a position of a turn. */
    Trust trust(int doc, int position, TurnView view) throws IOException {
        if (any(whole, doc, position) || any(perhaps, doc, position) && isForm(position, view)) {
            return Trust.WHOLE;
        }
        return any(part, doc, position) ? Trust.PART : Trust.NONE;
    }

    private static boolean any(List<Postings> sources, int doc, int position) throws IOException {
        for (Postings source : sources) {
            if (source.has(doc, position)) {
                return true;
            }
        }
        return false;
    }

    private boolean isForm(int position, TurnView view) {
        view.seek(position);
        String form = Normal.form(view.text(view.wordStart(), view.wordEnd()));
        return limited.stream().anyMatch(word -> switch (word) {
            case Expression.Exactly exactly -> exactly.form().equals(form);
            case Expression.Prefix prefix -> form.startsWith(prefix.start());
            case Expression.Fuzzy fuzzy -> Trust.near(fuzzy.form(), form, fuzzy.edits());
            default -> throw new IllegalStateException("not limited to some forms: " + word);
        });
    }

    /** Where the word stands among some of a turn's positions. */
    List<Found> in(int doc, int from, int to, TurnView view) throws IOException {
        int[] places = {};
        int n = 0;
        for (Postings source : all) {
            if (source.to(doc) == doc) {
                int[] positions = source.positions();
                for (int i = 0; i < source.count(); i++) {
                    if (positions[i] >= from && positions[i] < to) {
                        places = n == places.length ? Arrays.copyOf(places, 2 * n + 4) : places;
                        places[n++] = positions[i];
                    }
                }
            }
        }
        Arrays.sort(places, 0, n);
        var found = new ArrayList<Found>(n);
        for (int i = 0; i < n; i++) {
            Trust trust = i > 0 && places[i] == places[i - 1] ? Trust.NONE : trust(doc, places[i], view);
            if (trust != Trust.NONE) {
                found.add(Found.at(places[i], trust == Trust.WHOLE));
            }
        }
        return found;
    }
}
