package dk.udsagn.survey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dk.udsagn.exchange.SurveyFile;
import dk.udsagn.survey.FigureKind.Background;
import dk.udsagn.survey.FigureKind.Value;
import dk.udsagn.survey.SampleCheck.Chance;
import dk.udsagn.survey.SampleCheck.Standing;
import dk.udsagn.transcript.Language;
import dk.udsagn.transcript.Respondent;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class SampleCheckTest {
    private static final List<Respondent> SIX = List.of(who("A", "26", "Ballerup", "mere end 12"), who("B", "23", "Ballerup", "8"), who("C", "18", "Ballerup", ""),
        who("D", "19", "Egedal", "over 30"), who("E", "20", "Ballerup", "15"), who("F", "22", "Herlev", "flere end 15"));

    private static Respondent who(String id, String age, String municipality, String sessions) {
        var attributes = new LinkedHashMap<>(Map.of("age", age, "municipality", municipality));
        if (!sessions.isEmpty()) {
            attributes.put("sessions", sessions);
        }
        return new Respondent(id, attributes);
    }

    private static SampleCheck sample() throws IOException {
        return SampleCheck.of(SurveyFile.read(Path.of("corpus/headspace/survey.json")), SIX, Language.DANISH);
    }

    private static SampleCheck.Comparison compare(long base, String attribute, List<Respondent> who, String... labelsAndShares) {
        var groups = new ArrayList<Value>();
        for (int i = 0; i < labelsAndShares.length; i += 2) {
            groups.add(new Value(labelsAndShares[i], Quantity.rounded(labelsAndShares[i + 1])));
        }
        var figure = SurveyFigure.of("f", SurveyFigure.Unit.PERSONS, base, new Background(attribute, groups, OptionalInt.of(12), OptionalInt.of(25)));
        return SampleCheck.of(new Survey(List.of(figure), List.of(), List.of()), who, Language.DANISH).groups().getFirst();
    }

    @Test void inTheSampleStudyTheYoungestAreMissing() throws IOException {
        var age = sample().groups().get(1);
        assertEquals(List.of("<12", "12-14", "15-16", "24-25"), age.groups().stream().filter(g -> g.standing() == Standing.MISSING).map(SampleCheck.Group::label).toList());
        assertEquals(List.of("B", "F"), age.nowhere());         // 23 and 22 lie in the gap between the groups
        assertEquals(List.of("E"), age.unclear());              // 20 lies in two of them
        assertEquals(List.of("A"), age.outside());              // 26, of 12-25
        var under15 = assertInstanceOf(Chance.Exact.class, age.groups().get(1).chance()).range();
        assertEquals(Math.pow(.825, 6), under15.low(), 1e-12);  // 17 % stands for 16.5 to 17.5
        assertEquals(Math.pow(.835, 6), under15.high(), 1e-12);
    }

    @Test void whereAGroupIsUnclearThereIsNoProbability() throws IOException {
        var age = sample().groups().get(1);
        assertEquals(Standing.UNKNOWN, age.groups().get(4).standing());
        assertEquals(new Chance.Undefined("unclear"), age.groups().get(4).chance());
        assertEquals(new Chance.Undefined("unclear"), age.groups().get(5).chance());
    }

    @Test void municipalitiesAreAsChanceWouldHaveThem() throws IOException {
        var groups = sample().groups().getFirst().groups();
        assertEquals(List.of("A", "B", "C", "E"), groups.getFirst().who());
        assertEquals(Standing.AS_EXPECTED, groups.getFirst().standing());
        assertEquals(Standing.MISSING, groups.get(3).standing());
        assertEquals(Math.pow(.935, 6), assertInstanceOf(Chance.Exact.class, groups.get(3).chance()).range().high(), 1e-12);
    }

    @Test void sessionsBesideTheMeanSayHowManyAreOverAndOfWhomItIsNotKnown() throws IOException {
        var sessions = sample().averages().getFirst();
        assertEquals(List.of("A", "B", "D", "E", "F"), sessions.over());
        assertEquals(List.of("C"), sessions.unknown());
        assertEquals(258 / 105.0, sessions.mean().low(), 1e-12);
        double limit = assertInstanceOf(Chance.AtMost.class, sessions.chance()).limit();
        double mean = 258 / 105.0;
        assertEquals(mean / 12 * (mean / 8) * (mean / 30) * (mean / 15) * (mean / 15), limit, 1e-9);
    }

    @Test void itIsSaidInWords() throws IOException {
        var lines = sample().text(SurveyFile.read(Path.of("corpus/headspace/survey.json")), Language.DANISH);
        assertTrue(lines.contains("De unges alder: ingen af de 6 er i gruppen 12-14 (17 %); ved tilfældig udvælgelse ville det ske med sandsynligheden 32–34 %"), lines.toString());
        assertTrue(lines.contains("De unges alder: B og F hører til i ingen af grupperne"), lines.toString());
        assertTrue(lines.contains("samtaler pr. ung (2021): gennemsnittet er 2,5; 5 af 6 ligger over (A, B, D, E, F)"), lines.toString());
    }

    @Test void withAKnownNumberItIsDrawnWithoutReplacement() {
        var group = compare(10, "sex", List.of(person("m"), person("m"), person("m")), "m", "50", "k", "50").groups().getFirst();
        var chance = assertInstanceOf(Chance.Exact.class, group.chance());
        assertTrue(chance.finite());
        assertEquals(5 / 10.0 * 4 / 9 * 3 / 8, chance.range().low(), 1e-12);       // 50 % of 10 can only be 5
        assertEquals(Standing.OVER, group.standing());
    }

    @Test void fewerThanExpectedIsTold() {
        var who = new ArrayList<>(List.of(person("m")));
        for (int i = 0; i < 9; i++) {
            who.add(person("k"));
        }
        var groups = compare(100000, "sex", who, "m", "50", "k", "50").groups();
        assertEquals(Standing.UNDER, groups.get(0).standing());
        assertEquals(Standing.OVER, groups.get(1).standing());
    }

    @Test void theRestTakesWhatHasNoGroupOfItsOwn() {
        assertEquals(List.of("p"), compare(100, "sex", List.of(person("x")), "m", "49", "k", "50", "øvrige", "1").groups().get(2).who());
        assertEquals(List.of("p"), compare(100, "sex", List.of(person("x")), "m", "49", "k", "51").nowhere());
    }

    @Test void aMissingShareHasNoProbability() {
        var figure = SurveyFigure.of("f", SurveyFigure.Unit.PERSONS, 9, new Background("sex", List.of(new Value("m", Quantity.missing("a picture"))), OptionalInt.empty(), OptionalInt.empty()));
        var group = SampleCheck.of(new Survey(List.of(figure), List.of(), List.of()), List.of(person("m")), Language.DANISH).groups().getFirst().groups().getFirst();
        assertEquals(new Chance.Undefined("share"), group.chance());
    }

    @Test void anAttributeNobodyHasIsNotCompared() {
        var figure = SurveyFigure.of("f", SurveyFigure.Unit.PERSONS, 9, new Background("height", List.of(new Value("m", Quantity.rounded("100"))), OptionalInt.empty(), OptionalInt.empty()));
        assertEquals(List.of(), SampleCheck.of(new Survey(List.of(figure), List.of(), List.of()), List.of(person("m")), Language.DANISH).groups());
    }

    private static Respondent person(String sex) {
        return new Respondent("p", Map.of("sex", sex));
    }
}
