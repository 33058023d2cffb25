package dk.udsagn.survey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dk.udsagn.codebook.Polarity;
import dk.udsagn.codebook.Wording;
import dk.udsagn.survey.FigureKind.Band;
import dk.udsagn.survey.FigureKind.Mean;
import dk.udsagn.survey.FigureKind.Ordered;
import dk.udsagn.survey.FigureKind.Point;
import dk.udsagn.survey.FigureKind.Several;
import dk.udsagn.survey.FigureKind.TwoPoints;
import dk.udsagn.survey.FigureKind.Value;
import dk.udsagn.survey.JointDisplay.Lean;
import dk.udsagn.survey.JointDisplay.Relation;
import dk.udsagn.transcript.Language;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

class JointDisplayTest {
    private static FigureKind ordered(String... shares) {
        var answers = new ArrayList<Value>();
        for (String share : shares) {
            answers.add(new Value("answer " + answers.size(), share == null ? Quantity.missing("a picture") : Quantity.rounded(share)));
        }
        return new Ordered(answers, true, List.of());
    }

    private static SurveyFigure figure(String theme, FigureKind kind) {
        return new SurveyFigure("f", Wording.NONE, "", List.of(theme), "", "", SurveyFigure.Unit.SESSIONS, Quantity.exact(100), kind, List.of());
    }

    private static JointDisplay.Section section(FigureKind kind, String stands) {
        return JointDisplay.of(new Survey(List.of(figure("helped", kind)), List.of(), List.of()), Voices.of("helped", stands), Language.ENGLISH).sections().getFirst();
    }

    private static Relation relation(FigureKind kind, String stands) {
        return section(kind, stands).figures().getFirst().relation();
    }

    @Test void confirmsWhenBothLeanTheSameWayAndNobodyStandsAgainst() {
        assertEquals(Relation.CONFIRMS, relation(ordered("60", "30", "10"), "+++.0"));
        assertEquals(Relation.CONFIRMS, relation(ordered("10", "30", "60"), "---."));
    }

    @Test void expandsWhenTheVoicesSayWhatTheFigureDoesNotShow() {
        assertEquals(Relation.EXPANDS, relation(ordered("60", "30", "10"), "+++-"));
        assertEquals(Relation.EXPANDS, relation(ordered("60", "30", "10"), "+++x"));
        assertEquals(Relation.EXPANDS, relation(ordered("60", "30", "10"), "0..."));
        assertEquals(Relation.EXPANDS, relation(ordered("45", "30", "25"), "+++"));
        assertEquals(Relation.EXPANDS, relation(ordered("10", "30", "60"), "--+"));
        assertEquals(Relation.EXPANDS, relation(new Several(List.of(new Value("a", Quantity.rounded("62"))), List.of()), "+++"));
    }

    @Test void contradictsWhenTheyLeanOppositeWays() {
        assertEquals(Relation.CONTRADICTS, relation(ordered("60", "30", "10"), "--+"));
        assertEquals(Relation.CONTRADICTS, relation(ordered("10", "30", "60"), "++-"));
    }

    @Test void isSilentWhenNobodyIsQuotedOrTheFigureIsMissing() {
        assertEquals(Relation.SILENT, relation(ordered("60", "30", "10"), "...."));
        assertEquals(Relation.SILENT, relation(ordered(null, null), "+++"));
    }

    @Test void countsRespondentsForAgainstMixedAndSilent() {
        var section = section(ordered("60", "40"), "++-x0.");
        assertEquals(List.of("A", "B"), section.with(Stand.FOR));
        assertEquals(List.of("C"), section.with(Stand.AGAINST));
        assertEquals(List.of("D"), section.with(Stand.MIXED));
        assertEquals(List.of("E"), section.with(Stand.NEUTRAL));
        assertEquals(List.of("F"), section.with(Stand.SILENT));
        assertEquals(6, section.excerpts().size());
    }

    @Test void aMeanLeansWhereItLiesOnItsScale() {
        assertEquals(Lean.FAVOURABLE, Leaning.of(mean("10", new Quantity.Bound(Quantity.Side.OVER, BigDecimal.valueOf(9)))));
        assertEquals(Lean.UNFAVOURABLE, Leaning.of(mean("1", new Quantity.Bound(Quantity.Side.OVER, BigDecimal.valueOf(9)))));
        assertEquals(Lean.UNFAVOURABLE, Leaning.of(mean("10", Quantity.rounded("2.1"))));
        assertEquals(Lean.FAVOURABLE, Leaning.of(mean("1", Quantity.rounded("2.1"))));
        assertEquals(Lean.DIVIDED, Leaning.of(mean("10", Quantity.rounded("5.5"))));
        assertEquals(Lean.NOTHING, Leaning.of(mean("10", Quantity.missing(""))));
    }

    private static FigureKind mean(String best, Quantity value) {
        return new Mean(BigDecimal.ONE, BigDecimal.TEN, new BigDecimal(best), List.of(new Value("a", value)), Map.of(), Quantity.missing(""));
    }

    @Test void aReversedScaleGetsBetterWhenItsLowBandGrows() {
        assertEquals(Lean.FAVOURABLE, Leaning.of(twoPoints(true)));
        assertEquals(Lean.UNFAVOURABLE, Leaning.of(twoPoints(false)));
    }

    private static FigureKind twoPoints(boolean lowIsBest) {
        return new TwoPoints(List.of(new Band("high", "1-2"), new Band("rest", "3-5")), lowIsBest, BigDecimal.ONE, BigDecimal.valueOf(5), "first", "last", List.of(
            new Point("high", List.of("high"), Quantity.rounded("7.8"), Quantity.rounded("11.8")), new Point("rest", List.of("rest"), Quantity.rounded("92.2"), Quantity.rounded("88.2"))));
    }

    @Test void themesBelowCountForTheOneTheFigureStandsBeside() {
        var evidence = new Voices("bridging", "bridging/contact").quote("A", "contact", Polarity.POSITIVE).evidence();
        var display = JointDisplay.of(new Survey(List.of(figure("bridging", ordered("60", "40"))), List.of(), List.of()), evidence, Language.ENGLISH);
        assertEquals(List.of("A"), display.sections().getFirst().with(Stand.FOR));
    }

    @Test void aFigureBesideAnUnknownThemeIsNamed() {
        var survey = new Survey(List.of(figure("hlped", ordered("100"))), List.of(), List.of());
        assertEquals("survey.json: figure f stands beside a theme \"hlped\"; the codebook has [helped]",
            assertThrows(NoSuchElementException.class, () -> JointDisplay.of(survey, Voices.of("helped", "+"), Language.ENGLISH)).getMessage());
    }
}
