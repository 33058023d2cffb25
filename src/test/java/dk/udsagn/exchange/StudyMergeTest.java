package dk.udsagn.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dk.udsagn.coding.Codings;
import dk.udsagn.coding.Coding;
import dk.udsagn.coding.Decision;
import dk.udsagn.transcript.LossReport.Act;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.zip.ZipFile;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StudyMergeTest {
    @TempDir Path folder;

    /** The study goes out, another program changes its XML, and it is merged back. */
    private StudyMerge.Result there(StudyData study, boolean ownNote, UnaryOperator<String> change) throws IOException {
        Path file = folder.resolve("x.qdpx");
        RefiExport.write(study, file);
        var entries = new TreeMap<String, byte[]>();
        try (var zip = new ZipFile(file.toFile())) {
            for (var e : zip.stream().toList()) {
                entries.put(e.getName(), zip.getInputStream(e).readAllBytes());
            }
        }
        String xml = change.apply(new String(entries.get("project.qde"), StandardCharsets.UTF_8)).replace("origin=\"Udsagn\"", "origin=\"MAXQDA 24\"");
        if (!ownNote) {
            entries.remove("sources/" + RefiOwn.GUID + ".txt");
            xml = xml.replaceAll("<Note guid=\"" + RefiOwn.GUID + "\"[^>]*/>\n", "");
        }
        entries.put("project.qde", xml.getBytes(StandardCharsets.UTF_8));
        Path back = RefiZips.zip(folder.resolve("back.qdpx"), entries);
        try (var in = RefiImport.open(back, study, Optional.empty())) {
            return StudyMerge.into(study, in.data());
        }
    }

    private static StudyData with(StudyData study, StudyMerge.Result merged) {
        var all = new ArrayList<>(study.decisions());
        all.addAll(merged.append());
        return new StudyData(merged.study(), merged.codebook(), study.sources(), all, study.asides(), merged.remembered());
    }

    @Property(tries = 30)
    void aFileThatNobodyChangedBringsNothing(@ForAll long seed) throws IOException {
        folder = Files.createTempDirectory("merge");
        var study = RefiStudies.study(seed);
        for (boolean ownNote : new boolean[] {true, false}) {
            var merged = there(study, ownNote, x -> x);
            assertEquals(List.of(), merged.append(), "with our note: " + ownNote);
            assertEquals(List.of(), merged.added());
            assertEquals(study.study().respondents(), merged.study().respondents());
            assertEquals(study.codebook(), merged.codebook(), merged.losses().toString());
        }
    }

    @Test void aCodingThatAColleagueAddedComesAsADecisionOnceAndNotTwice() throws IOException {
        var study = RefiStudies.study(11);
        UnaryOperator<String> added = x -> x.replaceFirst("<PlainTextSelection", "<PlainTextSelection guid=\"44444444-4444-4444-4444-444444444444\" name=\"\" startPosition=\"0\" endPosition=\"5\">"
            + "<Coding guid=\"{55555555-5555-5555-5555-555555555555}\" creationDateTime=\"2026-07-01T10:00:00Z\" creatingUser=\"66666666-6666-6666-6666-666666666666\"><CodeRef targetGUID=\""
            + RefiGuid.of("theme", "c") + "\"/></Coding></PlainTextSelection><PlainTextSelection").replace("<Users>", "<Users><User guid=\"66666666-6666-6666-6666-666666666666\" name=\"Kollega\"/>");
        for (boolean ownNote : new boolean[] {true, false}) {
            var merged = there(study, ownNote, added);
            assertEquals(1, merged.append().size(), merged.append().toString());
            var laid = (Decision.Laid) merged.append().getFirst();
            assertEquals("R: ja", laid.content().place().words());
            assertEquals("kollega", laid.entry().coder());
            assertEquals("c", laid.content().theme());
            assertTrue(merged.study().coders().stream().anyMatch(c -> c.name().equals("Kollega")));
            assertEquals(List.of(), there(with(study, merged), ownNote, x -> x).append());
        }
    }

    @Test void aCodingThatAColleagueMovedOrTookOutComesAsADecision() throws IOException {
        var study = RefiStudies.study(11);
        var first = Codings.of(study.decisions()).all().stream().filter(c -> RefiGuid.is(c.id()) && c.rule().isEmpty()).findFirst().orElseThrow();
        var out = there(study, true, x -> x.replaceFirst("(?s)<Coding guid=\"" + first.id() + "\".*?</Coding>\n", ""));
        assertEquals(1, out.append().size(), out.append().toString());
        assertEquals(first.id(), ((Decision.Withdrawn) out.append().getFirst()).target());
        assertTrue(Codings.of(with(study, out).decisions()).all().stream().noneMatch(c -> c.id().equals(first.id())));

        String other = first.theme().equals("c") ? "b" : "c";
        var recoded = there(study, true, x -> x.replaceFirst("(?s)(<Coding guid=\"" + first.id() + "\"[^>]*>\n<CodeRef targetGUID=\")[^\"]*", "$1" + RefiGuid.of("theme", other)));
        assertEquals(1, recoded.append().size(), recoded.append().toString());
        Coding now = Codings.of(with(study, recoded).decisions()).coding(first.id());
        assertEquals(other, now.theme());
        assertEquals(first.polarity(), now.polarity());
    }

    @Test void whatWasDoneHereSinceTheExportStands() throws IOException {
        var before = RefiStudies.study(11);
        var first = Codings.of(before.decisions()).all().getFirst();
        Path file = folder.resolve("before.qdpx");
        RefiExport.write(before, file);
        var since = new ArrayList<>(before.decisions());
        since.add(new Decision.Withdrawn(new Decision.Entry("w", first.at().plusSeconds(9_999), "k1", "x"), first.id(), java.util.Optional.empty()));
        var here = new StudyData(before.study(), before.codebook(), before.sources(), since);
        try (var in = RefiImport.open(file)) {
            assertEquals(List.of(), StudyMerge.into(here, in.data()).append());
        }
    }

    @Test void themesAndAttributesThatAColleagueChangedAreTakenUpAndTold() throws IOException {
        var merged = there(RefiStudies.study(11), false, x -> x.replace("name=\"Navn på c &amp; co\"", "name=\"Et andet navn\"").replaceFirst("<IntegerValue>\\d+<", "<IntegerValue>99<")
            .replace("</Codes>", "<Code guid=\"77777777-7777-7777-7777-777777777777\" name=\"Ny\" isCodable=\"true\"/></Codes>"));
        assertEquals("Et andet navn", merged.codebook().theme("c").name().in("da"));
        assertEquals("In English: Navn på c & co", merged.codebook().theme("c").name().in("en"));
        assertEquals("Ny", merged.codebook().theme("ny").name().in("da"));
        assertEquals(1, merged.codebook().theme("c").indicators().size());
        assertEquals("99", merged.study().respondents().getFirst().attributes().get("age"));
        assertEquals("77777777-7777-7777-7777-777777777777", merged.remembered().get("theme/ny"));
        assertEquals(3, merged.losses().items().stream().filter(i -> i.act() == Act.REPAIRED).mapToInt(i -> i.count()).sum(), merged.losses().toString());
    }

    @Test void aProgramThatGivesNewGuidsToEverythingDoublesNothing() throws IOException {
        var study = RefiStudies.study(12);
        var merged = there(study, false, x -> {
            var renamed = new StringBuilder();
            var guid = java.util.regex.Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(?!\\.txt)").matcher(x);
            while (guid.find()) {
                guid.appendReplacement(renamed, RefiGuid.of("new", guid.group()));
            }
            return guid.appendTail(renamed).toString();
        });
        assertEquals(List.of(), merged.append());
        assertEquals(List.of(), merged.added());
        assertEquals(study.codebook().all().keySet(), merged.codebook().all().keySet());
    }
}
