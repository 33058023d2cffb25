package dk.udsagn;

import dk.udsagn.codebook.Codebook;
import dk.udsagn.codebook.Theme;
import dk.udsagn.coding.Coding;
import dk.udsagn.coding.Codings;
import dk.udsagn.exchange.StudyFile;
import dk.udsagn.index.Search;
import dk.udsagn.transcript.Respondent;
import dk.udsagn.transcript.Span;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a search may ask of a study: respondents' attributes, and where themes are laid. A theme stands for those under it too. */
record StudyFacts(StudyFile file, Codebook codebook, Transcripts texts, Codings codings) implements Search.Facts {
    @Override public Function<String, Optional<String>> attribute(String name) {
        var names = new TreeSet<String>();
        var values = new HashMap<String, String>();
        for (Respondent respondent : file.respondents()) {
            names.addAll(respondent.attributes().keySet());
            if (respondent.attributes().containsKey(name)) {
                values.put(respondent.id(), respondent.attributes().get(name));
            }
        }
        if (!names.contains(name)) {
            throw new NoSuchElementException("no respondent has the attribute \"" + name + "\"; there are "
                + String.join(", ", Stream.concat(Stream.of("role", "respondent", "transcript", "theme"), names.stream()).toList()));
        }
        return respondent -> Optional.ofNullable(values.get(respondent));
    }

    @Override public BiPredicate<String, Span> theme(String id) {
        var wanted = new HashSet<String>();
        if (codebook.all().containsKey(id) || codings.stream().noneMatch(c -> c.theme().equals(id))) {
            collect(codebook.theme(id), wanted);
        } else {
            wanted.add(id);                                     // the theme is gone from the codebook, its codings are not
        }
        var spans = new HashMap<String, List<Span>>();
        return (transcript, span) -> spans.computeIfAbsent(transcript, t -> laid(t, wanted)).stream().anyMatch(span::overlaps);
    }

    @Override public Set<String> respondents() {
        return file.respondents().stream().map(Respondent::id).collect(Collectors.toSet());
    }

    @Override public Set<String> transcripts() {
        try {
            return texts.files().keySet();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void collect(Theme theme, Set<String> into) {
        into.add(theme.id());
        theme.themes().forEach(child -> collect(child, into));
    }

    /** Where in a transcript as it is now; codings made on another text of it have no place here. */
    private List<Span> laid(String transcript, Set<String> themes) {
        var found = codings.in(transcript).all().stream().filter(c -> themes.contains(c.theme())).toList();
        if (found.isEmpty()) {
            return List.of();
        }
        try {
            String digest = texts.read(transcript).digest();
            return found.stream().filter(c -> c.place().digest().equals(digest)).map(Coding::span).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
