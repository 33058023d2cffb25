package dk.udsagn.index;

import dk.udsagn.transcript.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The positions of an expression's words among tokens. */
final class TokenPlaces implements Finder.Places {
    private final List<Token> tokens;
    private final Map<Expression, List<Found>> known = new HashMap<>();

    private TokenPlaces(List<Token> tokens) {
        this.tokens = tokens;
    }

    static List<Match> matches(Expression expression, List<Token> tokens) {
        var matches = new ArrayList<Match>();
        for (Found found : Finder.find(expression, new TokenPlaces(tokens))) {
            int from = index(tokens, found.from());
            int to = index(tokens, found.to() - 1) + 1;
            var evidence = new ArrayList<Span>();
            int last = -2;
            for (int position : found.evidence()) {
                Span span = tokens.get(index(tokens, position)).span();
                if (position == last + 1) {
                    span = evidence.remove(evidence.size() - 1).cover(span);
                }
                evidence.add(span);
                last = position;
            }
            matches.add(new Match(new Span(tokens.get(from).start(), tokens.get(to - 1).end()), evidence, from, to, found.whole()));
        }
        return matches;
    }

    @Override public List<Found> of(Expression word) {
        return known.computeIfAbsent(word, w -> {
            var places = new ArrayList<Found>();
            for (Token token : tokens) {
                Trust trust = Trust.of(w, token.word());
                if (trust != Trust.NONE) {
                    places.add(Found.at(token.position(), trust == Trust.WHOLE));
                }
            }
            return places;
        });
    }

    private static int index(List<Token> tokens, int position) {
        int low = 0;
        int high = tokens.size() - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (tokens.get(middle).position() < position) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
