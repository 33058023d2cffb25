package dk.udsagn.coding;

import dk.udsagn.transcript.Span;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Folds a history into codings. A pure function of the set of decisions: their order in the files plays no part. */
final class Fold {
    static final Comparator<Decision.Content> PLACE = Comparator.<Decision.Content, String>comparing(c -> c.place().transcript())
        .thenComparing((Decision.Content c) -> c.place().span()).thenComparing(Decision.Content::theme);
    static final Comparator<Coding> CODINGS = Comparator.comparing(Coding::content, PLACE).thenComparing(Coding::coder).thenComparing(Coding::id);
    static final Comparator<Decision.Suggested> OPEN = Comparator.comparing(Decision.Suggested::content, PLACE).thenComparing(s -> s.entry().id());
    static final Comparator<Decision.Suggested> BY_ID = Comparator.comparing(s -> s.entry().id());

    private final History history;
    private final Set<String> withdrawn;
    private final Map<String, Decision.Content> changed = new HashMap<>();
    private final Map<String, List<Span>> evidence = new HashMap<>();
    private final Map<String, List<String>> memos = new HashMap<>();

    private Fold(History history) {
        this.history = history;
        this.withdrawn = withdrawn(history.inTime());
    }

    static Codings of(History history) {
        return new Fold(history).codings();
    }

    private Codings codings() {
        List<Decision> inTime = history.inTime();
        for (int i = 0; i < inTime.size(); i++) {
            if (stands(inTime.get(i))) {
                change(inTime.get(i), i);
            }
        }
        var codings = new ArrayList<Coding>();
        var suggested = new ArrayList<Decision.Suggested>();
        var rejected = new ArrayList<Decision.Rejected>();
        var accepted = new HashSet<String>();
        var turnedDown = new HashSet<String>();
        for (Decision decision : inTime) {
            if (!stands(decision)) {
                continue;
            }
            switch (decision) {
                case Decision.Laid d -> codings.add(coding(d.entry(), d.content(), Optional.empty(), d.why()));
                case Decision.Accepted d -> {
                    codings.add(coding(d.entry(), d.content(), Optional.of(d.rule()), d.why()));
                    accepted.add(d.target());
                }
                case Decision.Rejected d -> {
                    var content = changed.get(d.entry().id());
                    rejected.add(content == null ? d : new Decision.Rejected(d.entry(), d.target(), content, d.rule(), d.why()));
                    turnedDown.add(d.target());
                }
                case Decision.Suggested d -> suggested.add(suggestion(d));
                case Decision.Respanned d -> { }
                case Decision.Withdrawn d -> { }
                case Decision.Noted d -> { }
                case Decision.Moved d -> { }
                case Decision.Merged d -> { }
                case Decision.Split d -> { }
            }
        }
        sort(codings);
        rejected.sort(Comparator.comparing(Decision.Rejected::content, PLACE).thenComparing(d -> d.entry().id()));
        var open = new ArrayList<Decision.Suggested>();
        suggested.stream().filter(s -> !accepted.contains(s.entry().id()) && !turnedDown.contains(s.entry().id())).forEach(open::add);
        open.sort(OPEN);
        suggested.sort(BY_ID);
        accepted.retainAll(turnedDown);
        return new Codings(codings, open, rejected, suggested, conflicts(accepted));
    }

    private static void sort(List<Coding> codings) {
        var ranks = new HashMap<String, Integer>();
        codings.stream().map(c -> c.place().transcript()).distinct().sorted().forEach(t -> ranks.put(t, ranks.size()));
        Coding[] all = codings.toArray(new Coding[0]);
        ByNumber.sort(all, c -> (long) ranks.get(c.place().transcript()) << 31 | c.span().start(), CODINGS);
        codings.clear();
        Collections.addAll(codings, all);
    }

    private List<Codings.Conflict> conflicts(Set<String> disputed) {
        var conflicts = new TreeMap<String, Codings.Conflict>();
        for (Decision decision : disputed.isEmpty() ? List.<Decision>of() : history.inTime()) {
            if (stands(decision) && decision instanceof Decision.Accepted d && disputed.contains(d.target())) {
                conflicts.merge(d.target(), new Codings.Conflict(d.target(), List.of(d), List.of()), Codings.Conflict::and);
            } else if (stands(decision) && decision instanceof Decision.Rejected d && disputed.contains(d.target())) {
                conflicts.merge(d.target(), new Codings.Conflict(d.target(), List.of(), List.of(d)), Codings.Conflict::and);
            }
        }
        return List.copyOf(conflicts.values());
    }

    private boolean stands(Decision decision) {
        return withdrawn.isEmpty() || !withdrawn.contains(decision.entry().id());
    }

    private Coding coding(Decision.Entry entry, Decision.Content content, Optional<Decision.Rule> rule, Optional<String> why) {
        String id = entry.id();
        return new Coding(id, entry.coder(), changed.getOrDefault(id, content), rule.map(r -> rule(id, r)), why, memos.getOrDefault(id, List.of()), entry.at());
    }

    private Decision.Suggested suggestion(Decision.Suggested d) {
        var content = changed.get(d.entry().id());
        return content == null ? d : new Decision.Suggested(d.entry(), content, rule(d.entry().id(), d.rule()));
    }

    private Decision.Rule rule(String id, Decision.Rule rule) {
        var moved = evidence.get(id);
        return moved == null ? rule : new Decision.Rule(rule.name(), rule.version(), rule.score(), moved);
    }

    /** What a decision changes in others; {@code time} is its place in the history. */
    private void change(Decision decision, int time) {
        switch (decision) {
            case Decision.Respanned d -> changed.put(d.target(), d.content());
            case Decision.Noted d -> memos.computeIfAbsent(d.target(), k -> new ArrayList<>()).add(d.memo());
            case Decision.Moved d -> {
                var now = now(d.target());
                if (now.isPresent() && now.get().place().equals(d.from())) {
                    changed.put(d.target(), now.get().at(d.to()));
                    evidence.put(d.target(), d.evidence());
                }
            }
            case Decision.Merged d -> {
                for (Decision earlier : history.inTime().subList(0, time)) {
                    History.content(earlier).ifPresent(c -> retheme(earlier.entry().id(), c, d.theme(), d.into()));
                }
            }
            case Decision.Split d -> d.parts().forEach((id, part) ->
                history.decision(id).flatMap(History::content).ifPresent(c -> retheme(id, c, d.theme(), part)));
            case Decision.Laid d -> { }
            case Decision.Suggested d -> { }
            case Decision.Accepted d -> { }
            case Decision.Rejected d -> { }
            case Decision.Withdrawn d -> { }
        }
    }

    private Optional<Decision.Content> now(String id) {
        var content = changed.get(id);
        return content != null ? Optional.of(content) : history.decision(id).flatMap(History::content);
    }

    private void retheme(String id, Decision.Content made, String theme, String other) {
        var now = changed.getOrDefault(id, made);
        if (now.theme().equals(theme)) {
            changed.put(id, now.withTheme(other));
        }
    }

    /**
     * The decisions taken back: those that a withdrawal names which itself stands. Withdrawals that name one another in a ring take nothing back.
     */
    static Set<String> withdrawn(List<Decision> decisions) {
        var targets = new HashMap<String, String>();
        var unsettled = new HashMap<String, Integer>();                  // target to how many withdrawals of it may still stand
        for (Decision decision : decisions) {
            if (decision instanceof Decision.Withdrawn w) {
                targets.put(w.entry().id(), w.target());
                unsettled.merge(w.target(), 1, Integer::sum);
            }
        }
        var withdrawn = new HashSet<String>();
        var standing = new ArrayDeque<String>();
        targets.keySet().stream().filter(w -> !unsettled.containsKey(w)).forEach(standing::add);
        while (!standing.isEmpty()) {
            String gone = targets.get(standing.poll());
            if (withdrawn.add(gone) && targets.containsKey(gone)) {
                String freed = targets.get(gone);
                if (unsettled.merge(freed, -1, Integer::sum) == 0 && !withdrawn.contains(freed) && targets.containsKey(freed)) {
                    standing.add(freed);
                }
            }
        }
        return withdrawn;
    }
}
