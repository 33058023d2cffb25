package dk.udsagn;

import dk.udsagn.codebook.Codebook;
import dk.udsagn.coding.Codings;
import dk.udsagn.coding.Decision;
import dk.udsagn.exchange.StudyFile;
import dk.udsagn.index.Analysis;
import dk.udsagn.index.Expression;
import dk.udsagn.index.Match;
import dk.udsagn.index.Passage;
import dk.udsagn.suggest.IndicatorSuggester;
import dk.udsagn.suggest.Suggestion;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;

/** Finding words and proposing themes: what of a study needs the analysis of its language. Made when first needed. */
final class Finding implements AutoCloseable {
    private final Codebook codebook;
    private final Transcripts transcripts;
    private final StudyFile file;
    private Analysis analysis;
    private IndicatorSuggester suggester;

    Finding(Path folder, StudyFile file, Codebook codebook, Transcripts transcripts) {
        this.codebook = codebook;
        this.transcripts = transcripts;
        this.file = file;
    }

    private synchronized Analysis analysis() {
        if (analysis == null) {
            analysis = Analysis.of(file.language());
        }
        return analysis;
    }

    private synchronized IndicatorSuggester suggester() {
        if (suggester == null) {
            suggester = IndicatorSuggester.of(codebook, analysis());
        }
        return suggester;
    }

    Stream<Passage> search(String query, int context, Codings codings) throws IOException {
        var expression = Expression.parse(query, analysis());
        var found = new ArrayList<Passage>();
        for (String id : transcripts.files().keySet()) {
            var transcript = transcripts.read(id);
            for (var turn : transcript.turns()) {
                for (Match m : expression.in(analysis().tokens(transcript.text(), turn.span()))) {
                    String text = transcript.text();
                    found.add(new Passage(id, turn.respondent(), turn.number(), m.span(), text.substring(Math.max(turn.span().start(), m.span().start() - context), m.span().start()),
                        m.span().in(text), text.substring(m.span().end(), Math.min(turn.span().end(), m.span().end() + context)), m.evidence(), m.whole()));
                }
            }
        }
        return found.stream();
    }

    /** Proposals a person has not rejected. */
    List<Suggestion> suggest(Codings codings) throws IOException {
        var rejected = new HashSet<String>();
        codings.rejected().stream().map(Decision.Rejected::target).forEach(rejected::add);
        var suggestions = new ArrayList<Suggestion>();
        for (String id : transcripts.files().keySet()) {
            suggester().suggest(transcripts.read(id)).stream().filter(s -> !rejected.contains(s.id())).forEach(suggestions::add);
        }
        return List.copyOf(suggestions);
    }

    @Override public void close() throws IOException {
    }
}
