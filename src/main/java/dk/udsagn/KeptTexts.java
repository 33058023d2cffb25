package dk.udsagn;

import dk.udsagn.coding.Coding;
import dk.udsagn.coding.Codings;
import dk.udsagn.exchange.DecisionLog;
import dk.udsagn.transcript.Transcript;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The texts that codings were laid on, each under its digest in {@code .udsagn/texts}, so that the words are found again when the transcript is
 * edited. Where one is gone, the log's own words are what is left of it.
 */
final class KeptTexts {
    private final Path folder;
    private final DecisionLog log;

    KeptTexts(Path folder, DecisionLog log) {
        this.folder = folder;
        this.log = log;
    }

    /** Keeps a transcript's text if anything is laid on it. A study that cannot be written to cannot be coded in either, and keeps none. */
    void keep(Transcript transcript, Codings codings) {
        String digest = transcript.digest();
        if (!Files.exists(file(digest)) && Stream.concat(codings.in(transcript.id()).stream().map(Coding::place), codings.open().stream().map(s -> s.content().place()))
            .anyMatch(p -> p.digest().equals(digest))) {
            keep(transcript);
        }
    }

    void keep(Transcript transcript) {
        Path file = file(transcript.digest());
        try {
            if (!Files.exists(file)) {
                Path beside = Files.createDirectories(folder).resolve(transcript.digest() + ".new-" + ProcessHandle.current().pid());
                try {
                    Files.writeString(beside, transcript.text());
                    Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
                } finally {
                    Files.deleteIfExists(beside);
                }
            }
        } catch (IOException e) {
            // derived and not needed today; the log carries the words too
        }
    }

    boolean has(String digest) {
        return Files.exists(file(digest));
    }

    /** A text as it was kept; empty when it was not, or the file is not what it was. */
    Optional<String> kept(String digest) {
        try {
            byte[] bytes = Files.readAllBytes(file(digest));
            return digest.equals(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)))
                ? Optional.of(new String(bytes, StandardCharsets.UTF_8)) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** A text as it was kept, or as far as the logs remember it. */
    Optional<String> keptOrRemembered(String digest) {
        try {
            var kept = kept(digest);
            return kept.isPresent() ? kept : log.remembered(digest);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file(String digest) {
        return folder.resolve(digest + ".txt");
    }
}
