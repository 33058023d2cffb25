package dk.udsagn.index;

import dk.udsagn.transcript.Language;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.ParseException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.apache.lucene.analysis.hunspell.Dictionary;
import org.apache.lucene.analysis.hunspell.Hunspell;
import org.apache.lucene.store.ByteBuffersDirectory;

/**
 * Roots of word forms by a Hunspell dictionary, which is found on the class path or named, never copied into this library.
 *
 * <p>The dictionary also says of its own entries how they inflect: by affixes of verbs, by other affixes, or not at all. The last are often
 * forms of a paradigm that is written out ("nikke", "nikkede"), which is for grammar to gather.
 */
final class Roots {
    private static final byte VERB = 1;
    private static final byte NOMINAL = 2;
    private static final byte WRITTEN_OUT = 4;

    private static final int LONGEST_AFFIX = 6;

    private final ThreadLocal<Hunspell> hunspell;
    private final Map<String, Byte> entries;
    private final String[] sorted;
    private final String version;

    /** Reads the dictionary twice side by side, for Lucene and for what it says of its entries: opening it is most of what a short run waits for. */
    private Roots(byte[] affix, byte[] words) throws IOException {
        var own = CompletableFuture.supplyAsync(() -> entries(new String(affix, StandardCharsets.UTF_8), new String(words, StandardCharsets.UTF_8)));
        var ordered = own.thenApply(read -> {
            String[] all = read.keySet().toArray(String[]::new);
            Arrays.sort(all);
            return all;
        });
        Dictionary dictionary;
        try (var directory = new ByteBuffersDirectory()) {
            dictionary = new Dictionary(directory, "hunspell", new ByteArrayInputStream(affix), new ByteArrayInputStream(words));
        } catch (ParseException e) {
            throw new IllegalArgumentException("the affix file is not one of Hunspell's: line " + e.getErrorOffset() + ", " + e.getMessage(), e);
        }
        hunspell = ThreadLocal.withInitial(() -> new Hunspell(dictionary));
        version = digest(affix, words);
        entries = own.join();
        sorted = ordered.join();
    }

    static Optional<Roots> onClassPath(Language language) throws IOException {
        String folder = "org/languagetool/resource/" + language.code() + "/hunspell/";
        ClassLoader loader = Roots.class.getClassLoader();
        for (String name : language.list("dictionaries.txt")) {
            try (InputStream affix = loader.getResourceAsStream(folder + name + ".aff");
                 InputStream words = loader.getResourceAsStream(folder + name + ".dic")) {
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
        if (!mayBeKnown(form)) {
            return List.of();
        }
        List<String> roots = hunspell.get().getRoots(form);
        return form.endsWith("de") || form.endsWith("des") ? roots.stream().filter(root -> !root.endsWith("t") || isParticiple(root)).toList() : roots;
    }

    /** Whether "-t" may become "-de", as in "skuffet", "skuffede": the dictionary lets "let" become "lede" too. */
    private static boolean isParticiple(String root) {
        int n = root.length();
        return n > 4 && root.endsWith("et") && root.substring(0, n - 2).chars().anyMatch(c -> Inflection.isVowel((char) c));
    }

    /** An affix changes six letters at the end at most, so an entry has to begin like the form. Spares 99 of 100 asked in vain. */
    private boolean mayBeKnown(String form) {
        String beginning = form.substring(0, Math.min(form.length(), Math.max(2, form.length() - LONGEST_AFFIX)));
        int at = Arrays.binarySearch(sorted, beginning);
        return at >= 0 || -at - 1 < sorted.length && sorted[-at - 1].startsWith(beginning);
    }

    boolean isEntry(String word) {
        return entries.containsKey(word);
    }

    /** Whether an entry inflects like a noun or an adjective. */
    boolean isNominal(String word) {
        return (entries.getOrDefault(word, (byte) 0) & NOMINAL) != 0;
    }

    /** Whether an entry inflects like a verb. */
    boolean isVerb(String word) {
        return (entries.getOrDefault(word, (byte) 0) & VERB) != 0;
    }

    /** Whether there is an entry that does not inflect. */
    boolean isWrittenOut(String word) {
        return (entries.getOrDefault(word, (byte) 0) & WRITTEN_OUT) != 0;
    }

    /** Tells one dictionary from another. */
    String version() {
        return version;
    }

    private static Map<String, Byte> entries(String affix, String words) {
        var verbs = new HashSet<String>();
        var nominals = new HashSet<String>();
        affix.lines().map(line -> line.split("\\s+")).filter(cells -> cells.length >= 5 && cells[0].equals("SFX")).forEach(cells -> {
            String added = cells[3].replaceFirst("/.*", "");
            if (Set.of("de", "ede", "nde").contains(added) && cells[2].equals("0") || cells[2].equals("e") && added.equals("te")) {
                verbs.add(cells[1]);
            } else if (added.matches(".?(e|en|et|er|n|ne|ene|ere|re|ler|len|let|t|de)")) {
                nominals.add(cells[1]);
            }
        });
        nominals.removeAll(verbs);
        var entries = new HashMap<String, Byte>();
        var kinds = new HashMap<String, Byte>(Map.of("", WRITTEN_OUT));
        words.lines().skip(1).forEach(line -> {
            int end = 0;
            while (end < line.length() && line.charAt(end) != '\t' && line.charAt(end) != ' ') {
                end++;
            }
            String entry = line.substring(0, end);
            int slash = entry.indexOf('/');
            String word = Normal.form(slash < 0 ? entry : entry.substring(0, slash));
            byte kind = kinds.computeIfAbsent(slash < 0 ? "" : entry.substring(slash + 1), flags -> {
                List<String> each = List.of(flags.split(","));
                return each.stream().anyMatch(verbs::contains) ? VERB : each.stream().anyMatch(nominals::contains) ? NOMINAL : WRITTEN_OUT;
            });
            entries.merge(word, kind, (a, b) -> (byte) (a | b));
        });
        return entries;
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
