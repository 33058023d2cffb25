package dk.udsagn.excerpt;

import dk.udsagn.codebook.Polarity;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How much new each interview brings, and when little new comes any more.
 *
 * <p>The source's three elements are here: <i>base size</i>, the first interviews, whose different themes are counted and stay what every run is measured by;
 * <i>run length</i>, the interviews looked at together after it; and the <i>new information threshold</i>, see {@link #reached}. A run's new information is the number
 * of themes that no interview before met, over the number of themes in the base. Runs overlap: each begins one interview after the one before, so with a base of 4 and
 * runs of 2 they are interviews 5 and 6, 6 and 7, 7 and 8; a theme that is new in interview 6 counts in both runs that hold it. Interviews are taken in the order of the
 * cases, not drawn anew as the source did to try the method. It says something of a codebook that grew out of the interviews; with one made beforehand it only says when
 * its themes have all been met.
 *
 * @param base       how many interviews make the base
 * @param run        how many interviews make a run
 * @param interviews the interviews in the order they are looked at
 * @see "Guest, Namey and Chen 2020, A simple method to assess and report thematic saturation in qualitative research, PLoS ONE 15(5) e0232076"
 */
public record Saturation(int base, int run, List<Interview> interviews) {
    /** Checks the sizes and copies the list. */
    public Saturation {
        if (base < 1 || run < 1) {
            throw new IllegalArgumentException("a base of " + base + " and runs of " + run + " interviews cannot be; 4 and 2 are usual");
        }
        interviews = List.copyOf(interviews);
    }

    /**
     * What one interview brings.
     *
     * @param transcript id of the transcript
     * @param themes     how many themes it touches
     * @param fresh      ids of those no earlier interview touched, in the matrix's order
     * @param sides      how many pairs of theme and side (positive, negative, mixed, neutral) no earlier interview had
     * @param total      how many themes have been touched so far
     */
    public record Interview(String transcript, int themes, List<String> fresh, int sides, int total) {
        /** Copies the list. */
        public Interview {
            fresh = List.copyOf(fresh);
        }
    }

    /**
     * New information of each run after the base.
     *
     * @return new themes in the run over themes in the base, for the run that begins with the first interview after the base, the second, and so on; empty when
     *     there are too few interviews or the base has no themes
     */
    public List<Double> runs() {
        var runs = new ArrayList<Double>();
        int inBase = interviews.size() < base ? 0 : interviews.get(base - 1).total();
        for (int i = base; inBase > 0 && i + run <= interviews.size(); i++) {
            runs.add((double) interviews.subList(i, i + run).stream().mapToInt(x -> x.fresh().size()).sum() / inBase);
        }
        return runs;
    }

    /**
     * After how many interviews the new information was little. The run itself is not counted: 6, with runs of 2, is what the source writes as 6 + 2 interviews.
     *
     * @param threshold the greatest share that counts as little; 0 and 0.05 are usual
     * @return the number of interviews before the first run at or under the threshold; empty when there is none
     */
    public Optional<Integer> reached(double threshold) {
        var runs = runs();
        for (int i = 0; i < runs.size(); i++) {
            if (runs.get(i) <= threshold) {
                return Optional.of(base + i);
            }
        }
        return Optional.empty();
    }

    private record Side(String theme, Polarity polarity) {
    }

    /**
     * The saturation of the matrix's interviews, in the order of its cases and each case's transcripts.
     *
     * @param matrix the cases
     * @param base   how many interviews make the base
     * @param run    how many make a run
     * @return what each brings
     */
    static Saturation of(FrameworkMatrix matrix, int base, int run) {
        var interviews = new ArrayList<Interview>();
        var known = new HashSet<String>();
        var sides = new HashSet<Side>();
        var said = new LinkedHashMap<String, Set<Side>>();          // a group interview is one interview, met with its first respondent
        for (CaseSummary c : matrix.cases()) {
            c.talk().forEach(t -> said.computeIfAbsent(t.transcript(), k -> new HashSet<>()));
            c.themes().forEach(t -> t.excerpts().forEach(e -> said.get(e.transcript()).add(new Side(e.theme(), e.polarity()))));
        }
        said.forEach((transcript, here) -> {
            var touched = new HashSet<String>();
            here.forEach(side -> touched.add(side.theme()));
            int before = sides.size();
            sides.addAll(here);
            var fresh = matrix.themes().stream().filter(t -> touched.contains(t) && !known.contains(t)).toList();
            known.addAll(fresh);
            interviews.add(new Interview(transcript, touched.size(), fresh, sides.size() - before, known.size()));
        });
        return new Saturation(base, run, interviews);
    }
}
