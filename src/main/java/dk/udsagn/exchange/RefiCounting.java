package dk.udsagn.exchange;

import dk.udsagn.coding.Codings;
import dk.udsagn.coding.Decision;
import dk.udsagn.coding.Place;
import dk.udsagn.exchange.RefiProject.Selection;
import dk.udsagn.exchange.RefiTexts.Prepared;
import dk.udsagn.transcript.LossReport.Act;
import dk.udsagn.transcript.Span;
import dk.udsagn.transcript.Transcript;
import java.io.IOException;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** How the positions of each text were counted. */
final class RefiCounting {
    private final Map<Prepared, Dialect> dialects = new IdentityHashMap<>();
    private final Map<String, Place> places = new HashMap<>();                    // GUID of a coding to where it lay when it left
    private List<Dialect> rivals = List.of();
    private boolean given;

    /** Where the codings lay that some decisions come to: evidence for how whoever had them since counted. */
    void lay(List<Decision> decisions) {
        Codings.of(decisions).all().forEach(c -> places.put(RefiGuid.orOf("coding", c.id()), c.place()));
    }

    /** Where a selection of a text lay when its codings left for the other program; null where that is not known, or the text is another now. */
    private Function<Selection, Span> known(RefiText text) {
        String[] digest = {null};
        return s -> {
            Place place = s.codings().isEmpty() ? places.get(RefiGuid.of("quotation", s.guid())) : places.get(s.codings().getFirst().guid());
            if (place == null) {
                return null;
            }
            digest[0] = digest[0] == null ? Transcript.digest(text.text) : digest[0];
            return place.digest().equals(digest[0]) ? place.span() : null;
        };
    }

    /** What the selections of one text say. */
    private record Seen(Prepared text, RefiTrial trial, Losses told) {
    }

    /** Works out how the program counted, or takes what it is told; a single text that plainly differs is read as it asks to be, and told. */
    Dialect.Guess of(RefiTexts texts, String origin, Optional<Dialect> given, Losses losses) throws IOException {
        var detector = new RefiDialects();
        var here = new IdentityHashMap<Prepared, double[]>();
        SideBySide.each(texts.all().stream().filter(Prepared::isThere).toList(), text -> {
            var told = new Losses();
            RefiText words = texts.load(text, told);
            return new Seen(text, new RefiTrial(words, text.raw().selections(), known(words)), told);
        }, one -> {
            losses.add(one.told);
            detector.add(one.trial);
            if (one.text.raw().selections().size() >= 3) {
                here.put(one.text, one.trial.evidence());
            }
        });
        var guess = given.map(detector::given).orElseGet(() -> detector.guess(origin));
        this.given = given.isPresent();
        rivals = given.isPresent() ? List.of() : detector.rivals(origin, guess.dialect());
        texts.all().forEach(t -> dialects.put(t, guess.dialect()));
        if (given.isEmpty()) {
            texts.all().stream().filter(here::containsKey).forEach(text -> {
                Dialect one = RefiDialects.ofOne(here.get(text), guess.dialect());
                if (!one.equals(guess.dialect())) {
                    dialects.put(text, one);
                    losses.add(Act.GUESSED, "dialect of one source", "its selections stand on their words only when counted otherwise: " + one, text.id(), text.raw().line());
                }
            });
        }
        if (guess.selections() > 0 && given.isEmpty()) {
            losses.add(Act.GUESSED, "dialect", "the program is taken to have counted so: " + guess, "", 0);
        }
        if (guess.off() > 0) {
            losses.add(Act.GUESSED, "selection beside its name", "it carries words of the text as its name and stands on others; look at these", "", 0, guess.off());
        }
        return guess;
    }

    Dialect dialect(Prepared text) {
        return dialects.getOrDefault(text, Dialect.STANDARD);
    }

    /** Other ways to count that may be right too, and come to other places. */
    List<Dialect> rivals() {
        return rivals;
    }

    /** Whether somebody said how the program counted. */
    boolean isGiven() {
        return given;
    }
}
