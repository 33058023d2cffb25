package dk.udsagn.agreement;

import dk.udsagn.transcript.Span;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import org.dkpro.statistics.agreement.coding.CodingAnnotationStudy;
import org.dkpro.statistics.agreement.coding.FleissKappaAgreement;
import org.dkpro.statistics.agreement.coding.HubertKappaAgreement;
import org.dkpro.statistics.agreement.coding.KrippendorffAlphaAgreement;
import org.dkpro.statistics.agreement.coding.PercentageAgreement;
import org.dkpro.statistics.agreement.coding.RandolphKappaAgreement;
import org.dkpro.statistics.agreement.distance.NominalDistanceFunction;
import org.dkpro.statistics.agreement.unitizing.KrippendorffAlphaUnitizingAgreement;
import org.dkpro.statistics.agreement.unitizing.UnitizingAnnotationStudy;

/**
 * Five coefficients and the alphas for unitizing beside DKPro Statistics, on the same data in the same run; figures must be equal to 1e-9.
 * {@code mvn -q -Pjmh test-compile exec:exec@agreement-benchmark}
 */
public final class AgreementBenchmark {
    private static final int CODERS = 3;
    private static final List<String> CODES = List.of("ensomhed", "fællesskab", "hørt", "skole", "ingen");

    private AgreementBenchmark() {
    }

    /** Runs everything and prints medians in seconds of processor time. */
    public static void main(String[] args) {
        unitizing(16_000);
        for (int units : new int[] {60_000, 1_000_000}) {
            ratings(units, units > 100_000 ? 3 : 9);
        }
    }

    private static void ratings(int units, int runs) {
        var random = new Random(units);
        var columns = new LinkedHashMap<String, List<String>>();
        String[] truth = new String[units];
        Arrays.setAll(truth, u -> CODES.get(random.nextInt(CODES.size())));
        for (int g = 0; g < CODERS; g++) {
            columns.put("k" + g, Arrays.stream(truth).map(t -> random.nextInt(4) == 0 ? CODES.get(random.nextInt(CODES.size())) : t).toList());
        }
        var table = RatingTable.of(columns);
        var study = study(columns, units);
        System.out.printf(Locale.ROOT, "%n%,d units × %d coders, medians of %d runs%n", units, CODERS, runs);
        report("  tables built from lists of words, and five coefficients", runs, () -> ours(RatingTable.of(columns)), () -> theirs(study(columns, units)));
        report("  five coefficients of a table there is", runs, () -> ours(table), () -> theirs(study));
    }

    private static double[] ours(RatingTable table) {
        return new double[] {PercentAgreement.of(table).figure().orElseThrow(), CohenKappa.conger(table).figure().orElseThrow(),
            FleissKappa.of(table).figure().orElseThrow(), BrennanPrediger.of(table).figure().orElseThrow(), KrippendorffAlpha.of(table).figure().orElseThrow()};
    }

    private static double[] theirs(CodingAnnotationStudy study) {
        return new double[] {new PercentageAgreement(study).calculateAgreement(), new HubertKappaAgreement(study).calculateAgreement(),
            new FleissKappaAgreement(study).calculateAgreement(), new RandolphKappaAgreement(study).calculateAgreement(),
            new KrippendorffAlphaAgreement(study, new NominalDistanceFunction()).calculateAgreement()};
    }

    private static CodingAnnotationStudy study(Map<String, List<String>> columns, int units) {
        var study = new CodingAnnotationStudy(CODERS);
        var lists = List.copyOf(columns.values());
        for (int u = 0; u < units; u++) {
            study.addItem(lists.get(0).get(u), lists.get(1).get(u), lists.get(2).get(u));
        }
        return study;
    }

    private static void unitizing(int units) {
        var random = new Random(units);
        var byCoder = new LinkedHashMap<String, List<Continuum.Segment>>();
        int longest = 0;
        for (int g = 0; g < 2; g++) {
            var list = new ArrayList<Continuum.Segment>();
            int at = 0;
            for (int i = 0; i < units / 2; i++) {
                at += random.nextInt(60);
                int end = at + 5 + random.nextInt(60);
                list.add(new Continuum.Segment(new Span(at, end), CODES.get(random.nextInt(4))));
                at = end;
            }
            longest = Math.max(longest, at);
            byCoder.put("k" + g, list);
        }
        int length = longest + 10;
        var study = new UnitizingAnnotationStudy(2, length);
        int coder = 0;
        for (var list : byCoder.values()) {
            for (var s : list) {
                study.addUnit(s.span().start(), s.span().length(), coder, s.category());
            }
            coder++;
        }
        System.out.printf(Locale.ROOT, "%nunitizing: 2 coders, %,d units, %,d characters, medians of 5 runs, DKPro once%n", units, length);
        report("  alpha_U (1995/2004), ours with the continuum built", 5, () -> new double[] {AlphaU.of(Continuum.of(length, byCoder)).figure().orElseThrow()},
            () -> new double[] {new KrippendorffAlphaUnitizingAgreement(study).calculateAgreement()});
        double all = median(9, () -> {
            var continuum = Continuum.of(length, byCoder);
            var values = new ArrayList<Double>();
            values.add(UnitizingAlpha.u(continuum).figure().orElseThrow());
            values.add(UnitizingAlpha.boundaries(continuum).figure().orElseThrow());
            values.add(UnitizingAlpha.cu(continuum).figure().orElseThrow());
            continuum.categories().forEach(k -> values.add(UnitizingAlpha.ku(continuum, k).figure().orElseThrow()));
            return values.stream().mapToDouble(x -> x).toArray();
        });
        System.out.printf(Locale.ROOT, "  continuum built, u, |u, cu and (k)u of four categories (2016): %.4f s%n", all);
    }

    private static void report(String what, int runs, Supplier<double[]> ours, Supplier<double[]> theirs) {
        double[] one = ours.get();
        double[] other = theirs.get();
        for (int i = 0; i < one.length; i++) {
            if (!(Math.abs(one[i] - other[i]) < 1e-9)) {
                throw new IllegalStateException(what + ": figure " + i + " is " + one[i] + ", DKPro has " + other[i]);
            }
        }
        double fast = median(runs, ours);
        double slow = other.length == 1 ? once(theirs) : median(runs, theirs);        // alpha_U takes DKPro too long to repeat
        System.out.printf(Locale.ROOT, "%s: %.4f s, DKPro %.4f s, %.0f times as fast; figures equal to 1e-9%n", what, fast, slow, slow / fast);
    }

    private static double once(Supplier<double[]> work) {
        long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        work.get();
        return (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start) / 1e9;
    }

    /** Warmed up for two seconds; then the median. Time is that of this thread on a processor, so that other programs do not count. */
    private static double median(int runs, Supplier<double[]> work) {
        var clock = ManagementFactory.getThreadMXBean();
        double kept = 0;
        for (long until = System.nanoTime() + 2_000_000_000L; System.nanoTime() < until;) {
            kept += work.get()[0];
        }
        double[] seconds = new double[runs];
        for (int i = 0; i < runs; i++) {
            long start = clock.getCurrentThreadCpuTime();
            kept += work.get()[0];
            seconds[i] = (clock.getCurrentThreadCpuTime() - start) / 1e9;
        }
        if (Double.isNaN(kept)) {
            throw new IllegalStateException("a figure is NaN");
        }
        Arrays.sort(seconds);
        return seconds[runs / 2];
    }
}
