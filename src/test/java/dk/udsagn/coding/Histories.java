package dk.udsagn.coding;

import dk.udsagn.codebook.Polarity;
import dk.udsagn.transcript.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;

/** Any decisions for laws: few coders, themes, places and moments, so that they meet. */
public final class Histories {
    private static final List<String> WORDS = List.of("hørt", "æ \"ø\" å\t\u2028", "😊 ja\n", "\\ nej", "e\u0301n ");
    private static final List<String> THEMES = List.of("seen", "heard", "tools");

    private Histories() {
    }

    /** Decisions that name one another, forwards and backwards in time; ids are unique. */
    public static List<Decision> history(int n, long seed) {
        var random = new Random(seed);
        var decisions = new ArrayList<Decision>();
        for (int i = 0; i < n; i++) {
            decisions.add(decision(i, n, random, decisions));
        }
        return decisions;
    }

    private static Decision decision(int i, int n, Random random, List<Decision> before) {
        var entry = new Decision.Entry("d" + i, Acts.BEGIN.plusMillis(random.nextInt(n)), "k" + random.nextInt(3), "udsagn test");
        var content = content(random);
        String target = "d" + random.nextInt(n + 1);
        var why = random.nextBoolean() ? Optional.of(WORDS.get(random.nextInt(WORDS.size()))) : Optional.<String>empty();
        var rule = new Decision.Rule("seen: " + i % 3, "1", random.nextInt(101) / 100.0, List.of(content.place().span()));
        return switch (random.nextInt(13)) {
            case 0, 1, 2 -> new Decision.Laid(entry, content, why);
            case 3, 4 -> new Decision.Suggested(entry, content, rule);
            case 5 -> new Decision.Accepted(entry, target, content, rule, why);
            case 6 -> new Decision.Rejected(entry, target, content, rule, why);
            case 7 -> new Decision.Respanned(entry, target, content, why);
            case 8, 9 -> new Decision.Withdrawn(entry, target, why);
            case 10 -> new Decision.Noted(entry, target, WORDS.get(random.nextInt(WORDS.size())));
            case 11 -> {
                var from = before.stream().map(Decisions::content).flatMap(Optional::stream).map(Decision.Content::place).findFirst().orElse(content.place());
                yield new Decision.Moved(entry, "d0", from, content.place(), List.of(content.place().span()), "flyttet");
            }
            default -> random.nextBoolean() ? new Decision.Merged(entry, THEMES.get(0), THEMES.get(1 + random.nextInt(2)), "2", why)
                : new Decision.Split(entry, THEMES.get(1), new TreeMap<>(java.util.Map.of(target, THEMES.get(2))), "2", why);
        };
    }

    private static Decision.Content content(Random random) {
        String words = WORDS.get(random.nextInt(WORDS.size()));
        int start = random.nextInt(3) * 10;
        return new Decision.Content(new Place("A" + random.nextInt(2), "0".repeat(64), new Span(start, start + words.length()), words),
            THEMES.get(random.nextInt(3)), "1", Polarity.values()[random.nextInt(4)], Status.values()[random.nextInt(5)]);
    }
}
