package dk.udsagn.survey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dk.udsagn.exchange.SurveyFile;
import dk.udsagn.transcript.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every check with what it must find and what it must leave alone. */
class FigureCheckTest {
    @TempDir
    private Path dir;

    private FigureCheck check(String figures, String statements) throws IOException {
        var file = Files.writeString(dir.resolve("survey.json"), "{\"figures\": [" + figures + "], \"statements\": [" + statements + "]}");
        return FigureCheck.of(SurveyFile.read(file), Language.ENGLISH);
    }

    /** "FAULT figure/statement SURE" for each finding. */
    private List<String> found(String figures, String statements) throws IOException {
        return brief(check(figures, statements));
    }

    private static List<String> brief(FigureCheck check) {
        return check.findings().stream().map(f -> f.fault() + " " + f.figure() + f.statement().map(s -> "/" + s).orElse("") + " " + f.sure()).toList();
    }

    private static String figure(String kind, String rest) {
        return "{\"id\": \"f\", \"unit\": \"sessions\", \"base\": 400, \"kind\": \"" + kind + "\", " + rest + "}";
    }

    private static String ordered(String answers) {
        return figure("ordered", "\"answers\": {" + answers + "}");
    }

    private static String series(String values, String rows) {
        return figure("series", "\"values\": \"" + values + "\", \"times\": [\"2020\", \"2021\"], \"rows\": [" + rows + "]");
    }

    private static String row(String id, Object first, Object last) {
        return "{\"id\": \"" + id + "\", \"values\": {\"2020\": " + first + ", \"2021\": " + last + "}}";
    }

    private static String change(String value, String as, String trend) {
        return "{\"id\": \"s\", \"figure\": \"f\", \"says\": \"change\", \"of\": \"a\", \"from\": \"2020\", \"to\": \"2021\", \"value\": " + value + ", \"as\": \"" + as
            + "\", \"trend\": \"" + trend + "\"}";
    }

    private static String share(String of, String value, String rest) {
        return "{\"id\": \"s\", \"figure\": \"f\", \"says\": \"share\", \"of\": [" + of + "], \"value\": " + value + rest + "}";
    }

    @Test void inTheSampleStudyItFindsEveryFaultAndNoOther() throws IOException {
        var check = FigureCheck.of(SurveyFile.read(Path.of("corpus/headspace/survey.json")), Language.DANISH);
        assertEquals(List.of(
            "AVERAGE activity/s-per-young CERTAIN",                     // 258 / 105 = 2.46, not 2.4; 332 / 192 = 1.73 is 1.7
            "CATEGORIES_CHANGED activity/s-decline CERTAIN",            // the chat is counted from April 2021
            "NOT_AN_OVERLAP activity/s-chat LIKELY",                    // 84 + 4 + 17 = 105, and 83 + 109 = 192
            "GROUPS_OVERLAP age CERTAIN",                               // 19-20 and 20
            "GROUPS_GAP age CERTAIN",                                   // 21-23
            "RELATIVE_CHANGE education/s-education LIKELY",             // 78 to 84: 6 points, 7.7 %
            "UNIT helped/s-helped-young CERTAIN",                       // 3 of 4 young people, of sessions
            "PERCENT_FOR_POINTS self-efficacy/s-efficacy-rise CERTAIN", // 7.8 to 11.8: 4 points, 51 %
            "NOT_SHOWN self-efficacy/s-efficacy-low CERTAIN",           // low and medium together only
            "RATE bridging/s-bridging LIKELY"),                         // 1687 of 3753 is 45 %
            brief(check));
        assertEquals(List.of(), check.unchecked());
        var decline = check.findings().get(1);
        assertTrue(decline.follows().contains("192 → 105 (-45,3 %), uden den 192 → 88 (-54,2 %)"), decline.follows());
        assertEquals("samtaler pr. ung 2021 opgives til 2,4; 258 / 105 er 2,46", check.findings().getFirst().found());
        assertEquals("grupper overlapper: \"19-20\" / \"20 år\" (20)", check.findings().get(3).found());
        assertEquals("ingen gruppe har 21–23", check.findings().get(4).found());
    }

    @Test void sharesThatDoNotSum() throws IOException {
        assertEquals(List.of("SUM f CERTAIN"), found(ordered("\"a\": 60, \"b\": 35, \"c\": 3"), ""));
        assertEquals(List.of("SUM f CERTAIN"), found(ordered("\"a\": 60.4, \"b\": 35.3, \"c\": 4.9"), ""));
        assertEquals(List.of("SUM f CERTAIN"), found(ordered("\"a\": 80, \"b\": 35, \"c\": null"), ""));
        assertEquals(List.of("SUM f CERTAIN"), found(figure("background", "\"groups\": {\"Nord\": 50, \"Syd\": 40}"), ""));
        assertEquals(List.of("SUM f CERTAIN"), found(twoPoints("\"low\": 60.0, \"middle\": 30.0, \"high\": 10.0", "\"low\": 50.0, \"middle\": 30.0, \"high\": 12.0", ""), ""));
    }

    @Test void sharesThatSumWithinTheirRoundingDoSum() throws IOException {
        assertEquals(List.of(), found(ordered("\"a\": 33, \"b\": 33, \"c\": 33"), ""));
        assertEquals(List.of(), found(ordered("\"a\": 33.4, \"b\": 33.3, \"c\": 33.4"), ""));
        assertEquals(List.of(), found(ordered("\"a\": 60, \"b\": 35, \"c\": null"), ""));
        assertEquals(List.of(), found(figure("several", "\"answers\": {\"a\": 62, \"b\": 40, \"c\": 23}"), ""));
        // "low or middle" may be the sum of two rounded shares
        assertEquals(List.of(), found(twoPoints("\"low or middle\": 92.2, \"high\": 7.8", "\"low or middle\": 88.0, \"high\": 11.9", "\"merged\": {\"low or middle\": [\"low\", \"middle\"]},"), ""));
    }

    private static String twoPoints(String first, String last, String merged) {
        return figure("twoPoints", "\"scale\": {\"least\": 1, \"greatest\": 5, \"best\": 1}, \"bands\": {\"high\": \"1-2\", \"middle\": \"3\", \"low\": \"4-5\"}, " + merged
            + "\"from\": \"2020\", \"to\": \"2021\", \"first\": {" + first + "}, \"last\": {" + last + "}");
    }

    @Test void totalsThatAreNotTheirAnswers() throws IOException {
        String answers = "\"answers\": {\"a\": 37.1, \"b\": 36.9, \"c\": 26.0}";
        assertEquals(List.of("SHARE f CERTAIN"), found(figure("ordered", answers + ", \"totals\": [{\"of\": [\"a\", \"b\"], \"value\": 75}]"), ""));
        assertEquals(List.of(), found(figure("ordered", answers + ", \"totals\": [{\"of\": [\"a\", \"b\"], \"value\": 74}]"), ""));
        assertEquals(List.of("SHARE f/s CERTAIN"), found(ordered("\"a\": 37.1, \"b\": 36.9, \"c\": 26.0"), share("\"a\", \"b\"", "63", "")));
        assertEquals(List.of(), found(ordered("\"a\": 37.1, \"b\": 36.9, \"c\": 26.0"), share("\"a\", \"b\"", "{\"n\": 3, \"of\": 4}", "")));
        assertEquals(List.of("SHARE f/s CERTAIN"), found(ordered("\"a\": 37.1, \"b\": 36.9, \"c\": 26.0"), share("\"c\"", "{\"n\": 1, \"of\": 3}", "")));
    }

    @Test void sharesAddedWhereSeveralAnswersWereAllowed() throws IOException {
        String answers = "\"answers\": {\"a\": 23, \"b\": 10, \"c\": 3}";
        assertEquals(List.of("SEVERAL_ADDED f LIKELY"), found(figure("several", answers + ", \"totals\": [{\"of\": [\"a\", \"b\", \"c\"], \"value\": 36}]"), ""));
        assertEquals(List.of("SEVERAL_ADDED f/s LIKELY"), found(figure("several", answers), share("\"a\", \"b\"", "33", "")));
        assertEquals(List.of("SHARE f/s CERTAIN"), found(figure("several", answers), share("\"a\", \"b\"", "50", "")));
        assertEquals(List.of(), found(figure("several", answers), share("\"a\", \"b\"", "28", "")));
        assertEquals(List.of(), found(figure("several", answers + ", \"totals\": [{\"name\": \"active\", \"of\": [\"a\", \"b\"]}]"), share("\"a\"", "23", "")));
    }

    @Test void perCentForPercentagePoints() throws IOException {
        String shares = series("shares", row("a", "20", "25"));
        assertEquals(List.of("PERCENT_FOR_POINTS f/s CERTAIN"), found(shares, change("5", "percent", "rise")));
        assertEquals(List.of(), found(shares, change("5", "points", "rise")));
        assertEquals(List.of("RELATIVE_CHANGE f/s LIKELY"), found(shares, change("25", "percent", "rise")));
        assertEquals(List.of(), found(shares, change("25", "relative", "rise")));
        assertEquals(List.of("POINTS_FOR_PERCENT f/s CERTAIN"), found(shares, change("25", "points", "rise")));
        assertEquals(List.of("CHANGE f/s CERTAIN"), found(shares, change("40", "percent", "rise")));
        assertEquals(List.of("CHANGE f/s CERTAIN"), found(shares, change("9", "points", "rise")));
        assertEquals(List.of("PERCENT_FOR_POINTS f/s CERTAIN"), found(series("shares", row("a", "40.0", "30.0")), change("10", "percent", "fall")));
    }

    @Test void changesOfCounts() throws IOException {
        String counts = series("counts", row("a", "192", "105"));
        assertEquals(List.of(), found(counts, change("45", "percent", "fall")));
        assertEquals(List.of(), found(counts, change("{\"over\": 45}", "percent", "fall")));
        assertEquals(List.of(), found(counts, change("87", "count", "fall")));
        assertEquals(List.of("CHANGE f/s CERTAIN"), found(counts, change("87", "percent", "fall")));
        assertEquals(List.of("CHANGE f/s CERTAIN"), found(counts, change("55", "percent", "fall")));
        assertEquals(List.of("CHANGE f/s CERTAIN"), found(counts, change("80", "count", "fall")));
        assertEquals(List.of("POINTS_FOR_PERCENT f/s CERTAIN"), found(counts, change("45", "points", "fall")));
        assertTrue(check(counts, change("87", "percent", "fall")).findings().getFirst().found().contains("87 is the difference in number"));
    }

    @Test void aChangeThatGoesTheOtherWay() throws IOException {
        assertEquals(List.of("TREND f/s CERTAIN"), found(series("counts", row("a", "192", "105")), change("null", "percent", "rise")));
        assertEquals(List.of(), found(series("counts", row("a", "192", "105")), change("null", "percent", "fall")));
    }

    @Test void aReversedScaleReadTheWrongWay() throws IOException {
        String reversed = twoPoints("\"high\": 10, \"middle\": 30, \"a\": 60", "\"high\": 20, \"middle\": 30, \"a\": 50", "").replace("\"low\": \"4-5\"", "\"a\": \"4-5\"");
        assertEquals(List.of("TREND f/s CERTAIN"), found(reversed, change("10", "points", "worse")));
        assertEquals(List.of(), found(reversed, change("10", "points", "better")));
        String straight = reversed.replace("\"best\": 1", "\"best\": 5");
        assertEquals(List.of("TREND f/s CERTAIN"), found(straight, change("10", "points", "better")));
    }

    @Test void averagesThatDoNotFollow() throws IOException {
        String rows = row("sessions", "332", "258") + ", " + row("young", "192", "105");
        String ratio = "\"values\": \"counts\", \"times\": [\"2020\", \"2021\"], \"rows\": [" + rows + "], \"ratios\": [{\"id\": \"r\", \"numerator\": \"sessions\", \"denominator\": \"young\", \"stated\": {%s}}]";
        assertEquals(List.of("AVERAGE f CERTAIN"), found(figure("series", ratio.formatted("\"2021\": 2.4")), ""));
        assertEquals(List.of(), found(figure("series", ratio.formatted("\"2020\": 1.7, \"2021\": 2.5")), ""));
        assertEquals(List.of("AVERAGE f/s CERTAIN"), found(figure("series", ratio.formatted("\"2021\": 2.5")),
            "{\"id\": \"s\", \"figure\": \"f\", \"says\": \"average\", \"of\": \"r\", \"at\": \"2020\", \"value\": 2.0}"));
    }

    @Test void overallMeansThatDoNotFollow() throws IOException {
        String mean = "\"scale\": {\"least\": 1, \"greatest\": 10, \"best\": 10}, \"means\": {\"a\": 9.1, \"b\": 8.0}";
        assertEquals(List.of("AVERAGE f CERTAIN"), found(figure("mean", mean + ", \"overall\": 9.4"), ""));
        assertEquals(List.of(), found(figure("mean", mean + ", \"overall\": 8.9"), ""));
        assertEquals(List.of("AVERAGE f CERTAIN"), found(figure("mean", mean + ", \"overall\": 8.9, \"bases\": {\"a\": 10, \"b\": 90}"), ""));
        assertEquals(List.of(), found(figure("mean", mean + ", \"overall\": 8.1, \"bases\": {\"a\": 10, \"b\": 90}"), ""));
        assertEquals(List.of("AVERAGE f CERTAIN"), found(figure("mean", mean.replace("9.1", "11.1")), ""));
        assertEquals(List.of(), found(figure("mean", mean.replace("9.1", "{\"over\": 9}")), "{\"id\": \"s\", \"figure\": \"f\", \"says\": \"average\", \"of\": \"a\", \"value\": {\"over\": 9}}"));
        assertEquals(List.of("AVERAGE f/s CERTAIN"), found(figure("mean", mean), "{\"id\": \"s\", \"figure\": \"f\", \"says\": \"average\", \"value\": {\"over\": 9}}"));
    }

    @Test void aSentenceThatCountsSomethingElse() throws IOException {
        String answers = ordered("\"a\": 74, \"b\": 26");
        assertEquals(List.of("UNIT f/s CERTAIN"), found(answers, share("\"a\"", "74", ", \"unit\": \"persons\"")));
        assertEquals(List.of(), found(answers, share("\"a\"", "74", ", \"unit\": \"sessions\"")));
        assertEquals(List.of(), found(answers, share("\"a\"", "74", "")));
        var unstated = check(answers.replace("\"sessions\"", "\"unstated\""), share("\"a\"", "74", ", \"unit\": \"persons\""));
        assertEquals(List.of(), brief(unstated));
        assertEquals(1, unstated.unchecked().size());
    }

    @Test void aSentenceWithAnotherBase() throws IOException {
        assertEquals(List.of("BASE f/s CERTAIN"), found(ordered("\"a\": 74, \"b\": 26"), share("\"a\"", "74", ", \"base\": 380")));
        assertEquals(List.of(), found(ordered("\"a\": 74, \"b\": 26"), share("\"a\"", "74", ", \"base\": 400")));
    }

    @Test void aRateThatIsNotThatOfTheBases() throws IOException {
        String two = ordered("\"a\": 74, \"b\": 26") + ", " + figure("several", "\"answers\": {\"x\": 5}").replace("\"id\": \"f\"", "\"id\": \"g\"").replace("400", "%s");
        String rate = "{\"id\": \"s\", \"figure\": \"g\", \"says\": \"rate\", \"among\": \"f\", \"value\": {\"n\": 1, \"of\": 5}}";
        assertEquals(List.of("RATE g/s LIKELY"), found(two.formatted(180), rate));
        assertEquals(List.of(), found(two.formatted(80), rate));
        assertEquals(List.of(), found(two.formatted(84), rate));
        assertEquals(List.of("UNIT g/s CERTAIN"), found(two.formatted(80).replaceFirst("sessions", "persons"), rate));
    }

    @Test void anAnswerThatWasAddedLaterIsSeenFromTheSharesThatWereAllThereWas() throws IOException {
        assertEquals(List.of("CATEGORIES_CHANGED f POSSIBLE"), found(series("shares", row("a", "40", "50") + ", " + row("b", "60", "30") + ", " + row("c", "null", "20")), ""));
        assertEquals(List.of(), found(series("shares", row("a", "40", "50") + ", " + row("b", "50", "30") + ", " + row("c", "null", "20")), ""));      // some of the first 100 is missing
        assertEquals(List.of(), found(series("shares", row("a", "78", "84") + ", " + row("b", "null", "16")), ""));
    }

    @Test void categoriesThatChanged() throws IOException {
        String total = row("a", "100", "90") + ", " + row("b", "60", "50") + ", " + row("c", "40", "20") + ", ";
        String since = "{\"id\": \"d\", \"since\": \"2021-04\", \"values\": {\"2020\": null, \"2021\": 20}}";
        var check = check(series("counts", total + since), change("10", "percent", "fall"));
        assertEquals(List.of("CATEGORIES_CHANGED f/s CERTAIN"), brief(check));
        assertTrue(check.findings().getFirst().follows().contains("with it 100 → 90 (-10 %), without it 100 → 70 (-30 %)"), check.findings().getFirst().follows());
        assertEquals(List.of("CATEGORIES_CHANGED f/s POSSIBLE"), found(series("counts", total + row("d", "null", "20")), change("10", "percent", "fall")));
        assertEquals(List.of(), found(series("counts", total + row("d", "null", "7")), change("10", "percent", "fall")));     // a value is missing, and is part of nothing
        assertEquals(List.of(), found(series("counts", row("a", "100", "90") + ", " + row("b", "60", "60") + ", " + row("c", "40", "30")), change("10", "percent", "fall")));
        assertEquals(List.of("CATEGORIES_CHANGED f CERTAIN"), found(series("counts", row("a", "100", "90") + ", " + since), ""));
    }

    @Test void groupsThatOverlapOrLeaveGaps() throws IOException {
        assertEquals(List.of("GROUPS_OVERLAP f CERTAIN"), found(ages("\"12-15\": 50, \"15-18\": 40, \"over 18\": 10"), ""));
        assertEquals(List.of("GROUPS_GAP f CERTAIN"), found(ages("\"under 12\": 50, \"13-18\": 40, \"19+\": 10"), ""));
        assertEquals(List.of(), found(ages("\"under 12\": 50, \"12-18\": 40, \"19 år og derover\": 5, \"uoplyst\": 5"), ""));
        assertEquals(List.of(), found(ages("\"<12\": 1, \"12-14\": 49, \"15\": 20, \"16-25\": 20, \">25\": 10"), ""));
        assertEquals(List.of(), found(ages("\"0-2,4\": 50, \"2,5-5,0\": 50"), ""));
        assertEquals(List.of("GROUPS_OVERLAP f CERTAIN"), found(ordered("\"0-5 gange\": 50, \"5-10 gange\": 50"), ""));
        assertEquals(List.of(), found(ordered("\"1\": 20, \"3\": 30, \"5\": 50"), ""));             // points of a scale, not stretches
        assertEquals(List.of(), found(ages("\"Nord\": 50, \"Syd\": 50"), ""));
    }

    private static String ages(String groups) {
        return figure("background", "\"attribute\": \"age\", \"groups\": {" + groups + "}");
    }

    @Test void bandsOfAScaleThatLeaveResultsOut() throws IOException {
        String bands = twoPoints("\"high\": 10, \"middle\": 30, \"low\": 60", "\"high\": 20, \"middle\": 30, \"low\": 50", "");
        assertEquals(List.of(), found(bands, ""));
        assertEquals(List.of("GROUPS_GAP f CERTAIN"), found(bands.replace("\"4-5\"", "\"4\""), ""));
        assertEquals(List.of("GROUPS_OVERLAP f CERTAIN"), found(bands.replace("\"4-5\"", "\"3-5\""), ""));
    }

    @Test void aPartCalledAnOverlap() throws IOException {
        String overlap = "{\"id\": \"s\", \"figure\": \"f\", \"says\": \"overlap\", \"part\": \"d\", \"whole\": \"a\", \"at\": \"2021\"}";
        assertEquals(List.of("NOT_AN_OVERLAP f/s LIKELY"), found(series("counts", row("a", "100", "90") + ", " + row("b", "60", "50") + ", " + row("c", "30", "20") + ", " + row("d", "10", "20")), overlap));
        assertEquals(List.of(), found(series("counts", row("a", "100", "90") + ", " + row("b", "60", "55") + ", " + row("c", "40", "35") + ", " + row("d", "10", "20")), overlap));
        // b and d sum to a only this once, and c could be a part as well
        assertEquals(List.of("NOT_AN_OVERLAP f/s POSSIBLE"), found(series("counts", row("a", "100", "90") + ", " + row("b", "60", "70") + ", " + row("c", "70", "11") + ", " + row("d", "10", "20")), overlap));
    }

    @Test void aSentenceAboutWhatTheFigureDoesNotShow() throws IOException {
        String shows = "{\"id\": \"s\", \"figure\": \"f\", \"says\": \"shows\", \"of\": \"%s\"}";
        String merged = twoPoints("\"low or middle\": 90, \"high\": 10", "\"low or middle\": 80, \"high\": 20", "\"merged\": {\"low or middle\": [\"low\", \"middle\"]},");
        assertEquals(List.of("NOT_SHOWN f/s CERTAIN"), found(merged, shows.formatted("low")));
        assertEquals(List.of(), found(merged, shows.formatted("high")));
        assertEquals(List.of("NOT_SHOWN f/s CERTAIN"), found(ordered("\"a\": 74, \"b\": 26"), share("\"z\"", "3", "")));
        assertEquals(List.of(), found(ordered("\"a\": 74, \"b\": 26"), shows.formatted("A")));
    }

    @Test void aMissingValueMakesASentenceUncheckedNotWrong() throws IOException {
        var check = check(series("shares", row("a", "null", "25")), change("5", "percent", "rise"));
        assertEquals(List.of(), check.findings());
        assertEquals("a is missing", check.unchecked().getFirst().why());
    }
}
