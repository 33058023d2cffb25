package dk.udsagn.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Where a single word of expressions, or one of several, stands in a turn, told from postings. For one form only, for beginnings and spellings, the
 * terms tell where it may stand; the form itself is read where that is not enough. Stretches come in rising order.
 */
final class PlacePostings {
    private final List<Postings> whole = new ArrayList<>();
    private final List<Postings> part = new ArrayList<>();
    private final List<Postings> perhaps = new ArrayList<>();
    private final List<Expression> limited = new ArrayList<>();
    private final Postings[] all;
    /** A bit for each place: a common word is asked for by many rows. */
    private long[] bits = new long[128];
    /** The same where the word stands for certain; nothing where it is certain all the time. */
    private long[] sure = {};
    private int used;
    private Stretch stretch;
    private int number;

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
    Postings[] all() {
        return all;
    }

    private Set<Postings> sources() {
        var sources = new LinkedHashSet<>(whole);
        sources.addAll(part);
        sources.addAll(perhaps);
        return sources;
    }

    /** In how many turns the word may stand, at most. */
    long frequency() {
        return Arrays.stream(all).mapToLong(Postings::frequency).sum();
    }

    /** Whether the word may stand in any of some turns; these come in rising order. */
    boolean isBetween(int from, int to) throws IOException {
        for (Postings source : all) {
            if (source.to(from) < to) {
                return true;
            }
        }
        return false;
    }

    /** Makes this tell of a stretch. */
    void read(Stretch next) throws IOException {
        if (next.number() == number) {
            return;
        }
        Arrays.fill(bits, 0, used, 0);
        Arrays.fill(sure, 0, Math.min(used, sure.length), 0);
        used = (next.places() >>> 6) + 1;
        bits = used > bits.length ? new long[used + used / 2] : bits;
        for (Postings source : whole) {
            mark(source, next, bits);
        }
        if (part.size() + perhaps.size() > 0) {
            sure = used > sure.length ? new long[bits.length] : sure;
            System.arraycopy(bits, 0, sure, 0, used);
            for (Postings source : part) {
                mark(source, next, bits);
            }
            for (Postings source : perhaps) {
                mark(source, next, bits);
            }
        }
        stretch = next;
        number = next.number();
    }

    private static void mark(Postings source, Stretch stretch, long[] bits) throws IOException {
        int[] places = source.places(stretch);
        for (int i = 0; i < source.count(); i++) {
            bits[places[i] >>> 6] |= 1L << places[i];
        }
    }

    /** Whether the word may stand at a place of the stretch read; at a place outside it does not. */
    boolean has(int place) {
        return has(bits, place);
    }

    private static boolean has(long[] bits, int place) {
        int word = place >>> 6;
        return word < bits.length && (bits[word] & 1L << place) != 0;
    }

    /** Whether the word may stand in a turn of the stretch. */
    boolean standsIn(int turn) {
        int end = stretch.base(turn + 1);
        return next(stretch.base(turn), end) < end;
    }

    /** The first place, {@code from} or later, where the word may stand; {@code to} where there is none before it. */
    private int next(int from, int to) {
        int at = from;
        while (at < to) {
            long rest = bits[at >>> 6] >>> at;
            if (rest != 0) {
                return Math.min(to, at + Long.numberOfTrailingZeros(rest));
            }
            at = (at | 63) + 1;
        }
        return to;
    }

    /** How the word stands at a position of the turn at hand. */
    Trust trust(int turn, int position, TurnView view) throws IOException {
        int place = stretch.base(turn) + position;
        if (!has(bits, place)) {
            return Trust.NONE;
        }
        if (part.isEmpty() && perhaps.isEmpty() || has(sure, place) || any(perhaps, place) && isForm(position, view)) {
            return Trust.WHOLE;
        }
        return any(part, place) ? Trust.PART : Trust.NONE;
    }

    private boolean any(List<Postings> sources, int place) throws IOException {
        for (Postings source : sources) {
            if (source.has(stretch, place)) {
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

    /** Where the word stands among some positions of the turn at hand. */
    List<Found> in(int turn, int from, int to, TurnView view) throws IOException {
        int base = stretch.base(turn);
        var found = new ArrayList<Found>();
        for (int place = next(base + from, base + to); place < base + to; place = next(place + 1, base + to)) {
            Trust trust = trust(turn, place - base, view);
            if (trust != Trust.NONE) {
                found.add(Found.at(place - base, trust == Trust.WHOLE));
            }
        }
        return found;
    }
}
