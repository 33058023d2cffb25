package dk.udsagn;

import dk.udsagn.agreement.AgreementReport;
import dk.udsagn.agreement.Bootstrap;
import dk.udsagn.agreement.Comparison;
import dk.udsagn.coding.Approach;
import dk.udsagn.coding.Coding;
import dk.udsagn.coding.Codings;
import dk.udsagn.excerpt.CaseSummary;
import dk.udsagn.excerpt.FrameworkMatrix;
import dk.udsagn.exchange.CodebookFile;
import dk.udsagn.exchange.StudyFile;
import dk.udsagn.report.Report;
import dk.udsagn.transcript.Respondent;
import dk.udsagn.transcript.Role;
import dk.udsagn.transcript.Transcript;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Sums a study up. Transcripts are read one respondent at a time, so memory holds one respondent's texts and the excerpts. */
final class Summing {
    /** So many characters of transcripts are kept between the passes over them; what is more is read again, so that memory stays bounded. */
    private static final int KEPT = 24_000_000;

    private final Study study;
    private final StudyFile file;
    private final Map<String, Transcript> kept = new HashMap<>();
    private int characters;

    Summing(Study study, StudyFile file) {
        this.study = study;
        this.file = file;
    }

    CaseSummary summary(String respondent, Codings codings) throws IOException {
        Respondent found = file.respondents().stream().filter(r -> r.id().equals(respondent)).findFirst().orElseThrow(() ->
            new NoSuchElementException("there is no respondent \"" + respondent + "\"; there are "
                + file.respondents().stream().map(Respondent::id).toList()));
        return CaseSummary.of(found, transcriptsOf(respondent), study.codebook(), codings);
    }

    private List<Transcript> transcriptsOf(String respondent) throws IOException {
        var transcripts = new ArrayList<Transcript>();
        for (String id : study.transcripts()) {
            Transcript transcript = study.transcript(id);
            if (respondents(transcript).contains(respondent)) {
                transcripts.add(transcript);
            }
        }
        return transcripts;
    }

    private synchronized Transcript transcript(String id) throws IOException {
        Transcript transcript = kept.get(id);
        if (transcript == null) {
            transcript = study.transcript(id);
            if (characters + transcript.text().length() <= KEPT) {
                characters += transcript.text().length();
                kept.put(id, transcript);
            }
        }
        return transcript;
    }

    Report report(Codings codings, boolean withSuggestions) throws IOException {
        var shown = withSuggestions ? codings.withOpen() : codings;
        var digests = new TreeMap<String, String>();
        var transcriptsBy = new LinkedHashMap<String, List<String>>();
        int outside = 0;
        for (String id : study.transcripts()) {
            Transcript transcript = transcript(id);
            String digest = transcript.digest();
            study.texts().keep(transcript, codings);
            digests.put(id, digest);
            respondents(transcript).forEach(r -> transcriptsBy.computeIfAbsent(r, k -> new ArrayList<>()).add(id));
            outside += (int) shown.in(id).stream().filter(c -> c.place().digest().equals(digest))
                .filter(c -> transcript.turns().stream().noneMatch(t -> t.respondent().isPresent() && t.span().overlaps(c.span()))).count();
        }
        int stale = (int) shown.stream().filter(c -> !c.place().digest().equals(digests.get(c.place().transcript()))).count();
        var cases = new ArrayList<CaseSummary>();
        for (Respondent respondent : file.respondents()) {
            if (transcriptsBy.containsKey(respondent.id())) {
                var transcripts = new ArrayList<Transcript>();
                for (String id : transcriptsBy.get(respondent.id())) {
                    transcripts.add(transcript(id));
                }
                cases.add(CaseSummary.of(respondent, transcripts, study.codebook(), shown));
            }
        }
        var files = new LinkedHashMap<String, String>();
        for (Map.Entry<String, Path> entry : study.files().files().entrySet()) {
            files.put(entry.getKey(), entry.getValue().getFileName().toString());
        }
        return new Report(file.title(), file.language(), study.codebook(), FrameworkMatrix.of(cases, study.codebook()), files,
            new Report.Made(Study.LIBRARY, fingerprint(digests, shown), counts(shown), outside, stale), Optional.of(this::transcript),
            Report.Shape.USUAL.with(file.approach()), List.of(), study.survey(), agreement(codings));
    }

    /** Every coefficient between those who have coded, where there are two. */
    private Optional<AgreementReport> agreement(Codings codings) throws IOException {
        var coders = codings.stream().map(Coding::coder).distinct().sorted().toList();
        return coders.size() < 2 || file.approach() == Approach.REFLEXIVE ? Optional.empty() : Optional.of(comparison(codings, coders).report(study.codebook(), Bootstrap.STANDARD));
    }

    /** Codings laid on another text of their transcript have no place in a comparison; check names them. */
    Comparison comparison(Codings codings, List<String> coders) throws IOException {
        var transcripts = new ArrayList<Transcript>();
        for (String id : study.transcripts()) {
            transcripts.add(transcript(id));
        }
        var digests = transcripts.stream().collect(Collectors.toMap(Transcript::id, Transcript::digest));
        return Comparison.of(transcripts, codings.where(c -> c.place().digest().equals(digests.get(c.place().transcript()))), coders)
            .among(turn -> turn.role() == Role.RESPONDENT);
    }

    private static Set<String> respondents(Transcript transcript) {
        var ids = new LinkedHashSet<String>();
        transcript.turns().forEach(t -> t.respondent().ifPresent(ids::add));
        return ids;
    }

    private static Map<String, List<Integer>> counts(Codings codings) {
        var counts = new TreeMap<String, List<Integer>>();
        for (Coding coding : codings.all()) {
            if (!coding.origin().equals("open")) {
                int hand = coding.origin().equals("hand") ? 1 : 0;
                counts.merge(coding.coder(), List.of(hand, 1 - hand), (a, b) -> List.of(a.get(0) + b.get(0), a.get(1) + b.get(1)));
            }
        }
        return counts;
    }

    private String fingerprint(Map<String, String> digests, Codings codings) {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            digests.forEach((id, digest) -> sha.update((id + "\n" + digest + "\n").getBytes(StandardCharsets.UTF_8)));
            sha.update(CodebookFile.write(study.codebook()).getBytes(StandardCharsets.UTF_8));
            sha.update(study.survey().toString().getBytes(StandardCharsets.UTF_8));
            codings.stream().forEach(c -> sha.update((c.id() + "\n" + c.content() + "\n").getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(sha.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
