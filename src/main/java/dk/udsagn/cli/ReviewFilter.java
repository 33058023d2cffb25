package dk.udsagn.cli;

import dk.udsagn.Study;
import dk.udsagn.coding.Decision;
import java.io.IOException;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Predicate;
import picocli.CommandLine.Option;

/** Which of the suggestions that nobody has decided on are meant: those that meet every option given. */
final class ReviewFilter {
    @Option(names = "--theme", paramLabel = "ID", description = "suggestions of this theme")
    Optional<String> theme = Optional.empty();

    @Option(names = "--transcript", paramLabel = "ID", description = "suggestions in this transcript")
    Optional<String> transcript = Optional.empty();

    @Option(names = "--rule", paramLabel = "EXPRESSION", description = "suggestions that go by this indicator, written as in the codebook")
    Optional<String> rule = Optional.empty();

    @Option(names = {"--score", "--at-least"}, paramLabel = "N", description = "suggestions of this score, 0 to 1, or more")
    Optional<Double> atLeast = Optional.empty();

    @Option(names = "--below", paramLabel = "N", description = "suggestions of less than this score")
    Optional<Double> below = Optional.empty();

    boolean isGiven() {
        return theme.isPresent() || transcript.isPresent() || rule.isPresent() || atLeast.isPresent() || below.isPresent();
    }

    /** A name that nothing has is refused rather than meeting nothing, since it is most likely misspelled. */
    Predicate<Decision.Suggested> in(Study study) throws IOException {
        var open = study.codings().open();
        if (theme.isPresent() && open.stream().noneMatch(s -> theme.get().equals(s.content().theme()))) {
            study.codebook().theme(theme.get());
        }
        if (transcript.isPresent() && !study.transcripts().contains(transcript.get())) {
            throw new NoSuchElementException("there is no transcript \"" + transcript.get() + "\"; there are " + study.transcripts());
        }
        if (rule.isPresent() && open.stream().noneMatch(s -> goesBy(s, rule.get()))) {
            throw new NoSuchElementException("no suggestion waits that goes by \"" + rule.get() + "\"; review list shows the rules, each indicator after \": \" or \" + \"");
        }
        share("--score", atLeast);
        share("--below", below);
        return s -> (theme.isEmpty() || theme.get().equals(s.content().theme())) && (transcript.isEmpty() || transcript.get().equals(s.content().place().transcript()))
            && (rule.isEmpty() || goesBy(s, rule.get())) && (atLeast.isEmpty() || s.rule().score() >= atLeast.get()) && (below.isEmpty() || s.rule().score() < below.get());
    }

    private static void share(String option, Optional<Double> value) {
        if (value.isPresent() && !(value.get() >= 0 && value.get() <= 1)) {
            throw new IllegalArgumentException(option + " " + value.get() + " is no score; scores are 0 to 1");
        }
    }

    /** The whole rule, or one of the indicators it joins. */
    private static boolean goesBy(Decision.Suggested suggestion, String wanted) {
        String name = suggestion.rule().name().toLowerCase(Locale.ROOT);
        String one = wanted.strip().toLowerCase(Locale.ROOT);
        int after = name.indexOf(": ");
        String finds = " + " + (after < 0 ? name : name.substring(after + 2)) + " + ";
        return name.equals(one) || finds.contains(" + " + one + " + ");
    }
}
