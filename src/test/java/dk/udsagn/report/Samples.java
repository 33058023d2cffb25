package dk.udsagn.report;

import dk.udsagn.agreement.Bootstrap;
import dk.udsagn.agreement.Comparison;
import dk.udsagn.codebook.Codebook;
import dk.udsagn.codebook.Polarity;
import dk.udsagn.codebook.Theme;
import dk.udsagn.codebook.Wording;
import dk.udsagn.coding.Codings;
import dk.udsagn.excerpt.CaseSummary;
import dk.udsagn.excerpt.FrameworkMatrix;
import dk.udsagn.excerpt.Interviews;
import dk.udsagn.transcript.Language;
import dk.udsagn.transcript.Respondent;
import dk.udsagn.transcript.Role;
import dk.udsagn.transcript.Transcript;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A small report of two respondents, one of whom says what browsers, spreadsheets and Markdown would take for markup. */
final class Samples {
    static final String HOSTILE = "<script>alert(1)</script> \"onmouseover=\"x\" =1+1; _sagde_ # hun";
    static final Codebook BOOK = new Codebook("b", "1", Wording.NONE, List.of(Theme.of("seen", new Wording(Map.of("da", "Set", "en", "Seen"))), Theme.of("helped", new Wording(Map.of("da", "Hjulpet", "en", "Helped"))),
        Theme.of("never", new Wording(Map.of("da", "Aldrig", "en", "Never")))));
    static final Transcript A = Interviews.transcript("A", "I: Følte du dig hørt?", "R: Ja, jeg følte mig hørt dernede, og det hjalp.", "I: Altid?", "R: Nej, den første lyttede ikke.");
    static final Transcript B = Interviews.transcript("B <i>", "I: Hvordan <b>?", "R: " + HOSTILE, "I: Hjalp det?", "R: Ja. Det hjalp.");

    private static final Codings CODINGS = new Interviews().code(A, "jeg følte mig hørt", "seen", "k1", Polarity.POSITIVE).code(A, "mig hørt dernede", "seen", "k2", Polarity.POSITIVE)
        .code(A, "den første lyttede ikke", "seen", "k1", Polarity.NEGATIVE).code(A, "hørt dernede, og det hjalp", "helped", "k2", Polarity.POSITIVE)
        .code(B, HOSTILE, "seen", "k1", Polarity.NEGATIVE).code(B, "Det hjalp", "helped", "k1", Polarity.POSITIVE).codings();

    private Samples() {
    }

    static Report report(Language language) {
        var matrix = FrameworkMatrix.of(List.of(CaseSummary.of(new Respondent("A", Map.of("gender", "kvinde")), List.of(A), BOOK, CODINGS),
            CaseSummary.of(new Respondent("B <i>", Map.of("gender", "=mand")), List.of(B), BOOK, CODINGS)), BOOK);
        return new Report("En <b>titel</b>", language, BOOK, matrix, Map.of("A", "A.txt", "B <i>", "B.txt"),
            new Report.Made("udsagn test", "f".repeat(64), Map.of("k1", List.of(4, 0), "k2", List.of(2, 0)), 0, 0), Optional.empty()).with(id -> id.equals("A") ? A : B);
    }

    /** The same with the agreement of its two coders. */
    static Report agreed(Language language) {
        return report(language).with(Comparison.of(List.of(A, B), CODINGS, List.of("k1", "k2")).among(t -> t.role() == Role.RESPONDENT).report(BOOK, Bootstrap.STANDARD));
    }
}
