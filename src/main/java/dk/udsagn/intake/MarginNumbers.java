package dk.udsagn.intake;

import dk.udsagn.transcript.SourcePlace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Numbers in the margin of a PDF's pages, whatever their size: they stand left of where the words begin, and count on. */
final class MarginNumbers {
    private static final int FEWEST = 8;

    private MarginNumbers() {
    }

    /** Takes them out of their rows; a row that held no more is gone. */
    static void drop(List<PdfText.Row> rows, Losses losses) {
        float edge = edge(rows);
        var numbered = new ArrayList<PdfText.Row>();
        int counting = 0;
        int last = -1;
        for (PdfText.Row row : rows) {
            if (row.runs.isEmpty() || !isNumber(row.runs.getFirst()) || row.runs.getFirst().right() > edge) {
                continue;
            }
            int number = Integer.parseInt(row.runs.getFirst().words().strip());
            counting += number == last + 1 || last < 0 || number == 1 ? 1 : 0;
            last = number;
            numbered.add(row);
        }
        if (numbered.size() < FEWEST || numbered.size() * 2 < rows.size() || counting * 10 < numbered.size() * 9) {
            return;
        }
        for (PdfText.Row row : numbered) {
            losses.setAside("line number", "it counts the lines in the margin", row.runs.getFirst().words().strip(), SourcePlace.UNKNOWN.onPage(row.page));
            do {
                row.runs.removeFirst();
            } while (!row.runs.isEmpty() && row.runs.getFirst().words().isBlank());
        }
        rows.removeIf(row -> row.words().isBlank());
    }

    private static boolean isNumber(PdfText.Run run) {
        return run.words().strip().matches("[0-9]{1,4}");
    }

    /** Where most rows' first words begin that are no numbers. */
    private static float edge(List<PdfText.Row> rows) {
        Map<Integer, Integer> lefts = new HashMap<>();
        for (PdfText.Row row : rows) {
            row.runs.stream().filter(r -> !r.words().isBlank() && !isNumber(r)).findFirst().ifPresent(r -> lefts.merge(Math.round(r.left()), 1, Integer::sum));
        }
        return lefts.entrySet().stream().max(Map.Entry.<Integer, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey())).map(Map.Entry::getKey).orElse(0);
    }
}
