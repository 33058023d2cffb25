package dk.udsagn.cli;

import dk.udsagn.index.Analysis;
import dk.udsagn.transcript.Language;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "terms", description = "Reads words, one a line, and prints the terms the index holds for each: word TAB term|term.")
final class TermsCommand extends Verb {
    @Option(names = "--language", paramLabel = "da|en", defaultValue = "da", description = "language of the words")
    String language;

    @Option(names = "--dictionary", paramLabel = "AFF,DIC", split = ",", arity = "1", description = "a Hunspell dictionary of your own")
    Path[] dictionary;

    @Option(names = "--no-dictionary", description = "as if no dictionary were there")
    boolean none;

    @Override public Integer call() throws IOException {
        if (dictionary != null && dictionary.length != 2) {
            throw new IllegalArgumentException("--dictionary needs two files, as in --dictionary da_DK.aff,da_DK.dic");
        }
        var lang = new Language(language);
        Analysis analysis = dictionary != null ? Analysis.of(lang, dictionary[0], dictionary[1]) : none ? Analysis.withoutDictionary(lang) : Analysis.of(lang);
        var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String word = in.readLine(); word != null; word = in.readLine()) {
            out().print(word + "\t" + String.join("|", analysis.terms(word.strip())) + "\n");
        }
        return 0;
    }
}
