package dk.udsagn.suggest;

import dk.udsagn.codebook.Polarity;
import dk.udsagn.coding.Status;
import dk.udsagn.transcript.Span;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * All that speaks for one theme in one passage.
 *
 * @param theme    id of the theme
 * @param order    the theme's place in the codebook
 * @param passage  a sentence or an answer
 * @param polarity which side it takes
 * @param status   how the weightiest words stand
 * @param raw      chance that one of the indicators is right, uncalibrated
 * @param evidence words found and cues, in order
 * @param finds    the indicators' expressions, in the codebook's order
 */
record Gathered(String theme, int order, Span passage, Polarity polarity, Status status, double raw, List<Span> evidence, List<String> finds) {
    /** Two sides that weigh about alike are both meant. */
    private static final double ALIKE = 0.15;

    /** Share of its weight that an indicator found in the question lends: on the sample's first four interviews .3 to .7 did equally well. */
    private static final double ASKED = 0.5;

    /** What hits of one theme in a passage come to; {@code asked} is what was found in the question before, of any theme. */
    static Gathered of(String theme, Span passage, Collection<Hit> hits, List<Hit> asked) {
        var byWeight = hits.stream().sorted(Comparator.comparingDouble(Hit::weight).reversed().thenComparingInt(h -> h.indicator().number())).toList();
        var counted = new TreeSet<Integer>();
        double none = 1;
        for (Hit hit : byWeight) {
            if (counted.add(hit.indicator().number())) {
                none *= 1 - hit.weight();
            }
        }
        none *= 1 - ASKED * asked.stream().filter(h -> h.of(theme) && !h.indicator().toAnswer()).mapToDouble(Hit::weight).max().orElse(0);
        var evidence = new TreeSet<Span>();
        for (Hit hit : byWeight) {
            evidence.addAll(hit.evidence());
            evidence.addAll(hit.reading().cues());
        }
        var finds = hits.stream().collect(Collectors.toMap(h -> h.indicator().number(), h -> h.indicator().indicator().find(), (a, b) -> a, TreeMap::new));
        return new Gathered(theme, byWeight.getFirst().indicator().themeOrder(), passage, polarity(byWeight), byWeight.getFirst().reading().status(), 1 - none,
            List.copyOf(evidence), new ArrayList<>(finds.values()));
    }

    /** This one with another's indicators beside its own. */
    Gathered plus(Gathered other) {
        var all = new LinkedHashSet<>(finds);
        all.addAll(other.finds);
        return new Gathered(theme, order, passage, polarity, status, raw, evidence, List.copyOf(all));
    }

    /** Which side hits take, the weightiest first. */
    static Polarity polarity(List<Hit> hits) {
        double positive = weight(hits, Polarity.POSITIVE);
        double negative = weight(hits, Polarity.NEGATIVE);
        if (positive == 0 && negative == 0) {
            return hits.getFirst().polarity();
        }
        if (positive > 0 && negative > 0 && Math.abs(positive - negative) <= ALIKE) {
            return Polarity.MIXED;
        }
        return positive > negative ? Polarity.POSITIVE : Polarity.NEGATIVE;
    }

    private static double weight(List<Hit> hits, Polarity polarity) {
        return hits.stream().filter(h -> h.polarity() == polarity).mapToDouble(Hit::weight).max().orElse(0);
    }
}
