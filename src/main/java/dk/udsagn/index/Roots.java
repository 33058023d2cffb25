package dk.udsagn.index;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.ParseException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.analysis.hunspell.Dictionary;
import org.apache.lucene.analysis.hunspell.Hunspell;
import org.apache.lucene.store.ByteBuffersDirectory;
import dk.udsagn.transcript.Language;

/** Roots of word forms by a Hunspell dictionary, which is found on the class path or named, never copied into this library. */
final class Roots {
    private final ThreadLocal<Hunspell> hunspell;
    private final String version;

    private Roots(byte[] affix, byte[] words) throws IOException {
        Dictionary dictionary;
        try (var directory = new ByteBuffersDirectory()) {
            dictionary = new Dictionary(directory, "hunspell", new ByteArrayInputStream(affix), new ByteArrayInputStream(words));
        } catch (ParseException e) {
            throw new IllegalArgumentException("the affix file is not one of Hunspell's: line " + e.getErrorOffset() + ", " + e.getMessage(), e);
        }
        hunspell = ThreadLocal.withInitial(() -> new Hunspell(dictionary));
        version = digest(affix, words);
    }

    static Optional<Roots> onClassPath(Language language) throws IOException {
        String folder = "org/languagetool/resource/" + language.code() + "/hunspell/";
        ClassLoader loader = Roots.class.getClassLoader();
        for (String country : List.of("da_DK", "en_GB", "en_US")) {
            if (!country.startsWith(language.code())) {
                continue;
            }
            try (InputStream affix = loader.getResourceAsStream(folder + country + ".aff");
                 InputStream words = loader.getResourceAsStream(folder + country + ".dic")) {
                if (affix != null && words != null) {
                    return Optional.of(new Roots(affix.readAllBytes(), words.readAllBytes()));
                }
            }
        }
        return Optional.empty();
    }

    static Roots of(Path affix, Path words) throws IOException {
        return new Roots(Files.readAllBytes(affix), Files.readAllBytes(words));
    }

    /** The roots; empty for a word the dictionary does not know. */
    List<String> of(String form) {
        return hunspell.get().getRoots(form);
    }

    /** Tells one dictionary from another. */
    String version() {
        return version;
    }

    private static String digest(byte[] affix, byte[] words) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(affix);
            return "hunspell-" + HexFormat.of().formatHex(digest.digest(words), 0, 4);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
