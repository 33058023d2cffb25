package dk.udsagn.exchange;

import dk.udsagn.transcript.FormatException;
import dk.udsagn.transcript.LossReport.Act;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * A .qdpx archive, or a .qde or .qdc file as it lies on disk, with its sources beside it. Nothing is ever unpacked to the path an entry
 * names: files are looked up by their bare name, so an entry such as {@code ../../x} leads nowhere.
 */
final class RefiArchive implements Closeable {
    /** A text is read whole; the standard's own limit of 2 GB would not fit into a Java string either. */
    static final long LARGEST_TEXT = 256L << 20;
    /** Text and XML shrink to a tenth or a thirtieth; a thousandth is a bomb. Small entries may be as repetitive as they like. */
    private static final long BOMB_RATIO = 200;
    private static final long BOMB_SIZE = 64L << 20;
    private static final int MOST_ENTRIES = 200_000;

    private final Path file;
    private final ZipFile zip;                                  // null for a bare XML file
    private final ZipEntry project;
    private final Map<String, ZipEntry> entries = new HashMap<>();
    private final Map<String, Path> beside = new HashMap<>();

    private RefiArchive(Path file, ZipFile zip, Losses losses) throws IOException {
        this.file = file;
        this.zip = zip;
        if (zip == null) {
            project = null;
            listBeside();
            return;
        }
        List<ZipEntry> projects = new ArrayList<>();
        long total = 0;
        if (zip.size() > MOST_ENTRIES) {
            throw new FormatException(file.toString(), 0, "the archive has " + zip.size() + " entries", "no study has more than " + MOST_ENTRIES);
        }
        for (var all = zip.entries(); all.hasMoreElements();) {
            ZipEntry entry = all.nextElement();
            String name = entry.getName().replace('\\', '/');
            total += Math.max(0, entry.getSize());
            if (entry.isDirectory() || name.startsWith("__MACOSX/")) {
                continue;
            }
            if (name.startsWith("/") || name.matches("[A-Za-z]:.*") || List.of(name.split("/")).contains("..")) {
                losses.add(Act.LEFT_OUT, "archive entry", "its name leads out of the archive", name, 0);
                continue;
            }
            String base = base(name);
            if (base.endsWith(".qde") && !name.toLowerCase(Locale.ROOT).startsWith("sources/")) {
                projects.add(entry);
            } else if (!base.startsWith(".")) {
                entries.merge(base, entry, (a, b) -> inSources(b) && !inSources(a) ? b : a);
            }
        }
        if (total > BOMB_RATIO * Math.max(Files.size(file), 1) && total > 16 * BOMB_SIZE) {
            throw new FormatException(file.toString(), 0, "the archive says it unpacks to " + total + " bytes from " + Files.size(file), "it is a bomb, not a study");
        }
        // project.qde at the root, as the standard has it; else the shallowest .qde, whatever its name
        project = projects.stream().min(Comparator.<ZipEntry>comparingLong(e -> e.getName().replace('\\', '/').chars().filter(c -> c == '/').count())
            .thenComparing(e -> base(e.getName()).equals("project.qde") ? 0 : 1).thenComparing(ZipEntry::getName)).orElseThrow(() ->
                new FormatException(file.toString(), 0, "the archive holds no .qde file", "a .qdpx has a project.qde at its root"));
        if (projects.size() > 1) {
            losses.add(Act.LEFT_OUT, "second project", "an archive has one; read was " + project.getName(), "", 0, projects.size() - 1);
        }
    }

    static RefiArchive of(Path file, Losses losses) throws IOException {
        boolean packed;
        try (var in = Files.newInputStream(file)) {
            byte[] head = in.readNBytes(2);
            packed = head.length == 2 && head[0] == 'P' && head[1] == 'K';
        }
        if (!packed) {
            return new RefiArchive(file, null, losses);
        }
        ZipFile zip;
        try {
            zip = new ZipFile(file.toFile());
        } catch (ZipException e) {
            try {
                zip = new ZipFile(file.toFile(), StandardCharsets.ISO_8859_1);          // names in the code page of some Windows: looked up by GUID all the same
            } catch (ZipException again) {
                throw torn(file, e);
            }
            losses.add(Act.GUESSED, "names in the archive", "they are not UTF-8; files with other than plain letters in their names may not be found", "", 0);
        }
        try {
            return new RefiArchive(file, zip, losses);
        } catch (IOException | RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    private static FormatException torn(Path file, ZipException e) {
        return new FormatException(file.toString(), 0, "the archive is torn or damaged (" + e.getMessage() + ")", "fetch or export it anew");
    }

    private void listBeside() throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        try (var children = Files.list(folder)) {
            for (Path child : children.filter(c -> c.getFileName().toString().equalsIgnoreCase("sources") && Files.isDirectory(c)).sorted().toList()) {
                try (var sources = Files.list(child)) {
                    sources.filter(Files::isRegularFile).forEach(s -> beside.putIfAbsent(base(s.getFileName().toString()), s));
                }
            }
        }
    }

    private static boolean inSources(ZipEntry entry) {
        return entry.getName().toLowerCase(Locale.ROOT).replace('\\', '/').contains("sources/");
    }

    private static String base(String name) {
        String forward = name.replace('\\', '/');
        return Normalizer.normalize(forward.substring(forward.lastIndexOf('/') + 1), Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }

    /** The file as the user knows it. */
    String name() {
        return file.toString();
    }

    /** The XML. */
    InputStream project() throws IOException {
        return zip == null ? new BufferedInputStream(Files.newInputStream(file)) : open(project);
    }

    /**
     * The name under which {@link #open(String)} has the file that a path of the XML means. Only internal files are ever looked up: a path
     * that leads to the other machine's disk, or to this one's, is not followed.
     */
    Optional<String> find(String path) {
        if (path.matches("(?i)(absolute|file|https?):.*")) {
            return Optional.empty();
        }
        String base = base(path);
        if (has(base)) {
            return Optional.of(base);
        }
        if (base.matches(".*%[0-9a-f]{2}.*")) {                          // written as in a URL
            try {
                String decoded = base(URLDecoder.decode(base.replace("+", "%2b"), StandardCharsets.UTF_8));
                if (has(decoded)) {
                    return Optional.of(decoded);
                }
            } catch (IllegalArgumentException e) {
                return Optional.empty();                                 // a stray per cent sign: no such file
            }
        }
        int dot = base.lastIndexOf('.');
        return dot > 0 && has(base.substring(0, dot)) ? Optional.of(base.substring(0, dot)) : Optional.empty();
    }

    private boolean has(String base) {
        return entries.containsKey(base) || beside.containsKey(base);
    }

    /** Files nobody asked for by name so far. */
    List<String> others(java.util.Set<String> used) {
        return entries.keySet().stream().filter(e -> !used.contains(e)).sorted().toList();
    }

    InputStream open(String base) throws IOException {
        return zip == null ? Files.newInputStream(beside.get(base)) : open(entries.get(base));
    }

    /** A file that is read whole. */
    byte[] bytes(String base) throws IOException {
        try (var in = open(base)) {
            byte[] bytes = in.readNBytes((int) LARGEST_TEXT + 1);
            if (bytes.length > LARGEST_TEXT) {
                throw new FormatException(file + ", " + base, 0, "the text is larger than " + (LARGEST_TEXT >> 20) + " MB", "no interview is");
            }
            return bytes;
        } catch (ZipException e) {
            throw torn(file, e);
        }
    }

    private InputStream open(ZipEntry entry) throws IOException {
        try {
            return new BufferedInputStream(new Watched(zip.getInputStream(entry), entry), 1 << 16);
        } catch (ZipException e) {
            throw torn(file, e);
        }
    }

    /** Watches how far an entry unpacks, and at its end whether it is what was packed. */
    private final class Watched extends FilterInputStream {
        private final ZipEntry entry;
        private final CRC32 crc = new CRC32();
        private long read;

        private Watched(InputStream in, ZipEntry entry) {
            super(in);
            this.entry = entry;
        }

        @Override public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override public int read(byte[] into, int offset, int length) throws IOException {
            int n;
            try {
                n = super.read(into, offset, length);
            } catch (ZipException | java.io.EOFException e) {
                throw torn(file, new ZipException(entry.getName() + ": " + e.getMessage()));
            }
            if (n > 0) {
                crc.update(into, offset, n);
                read += n;
                if (read > BOMB_SIZE && read > BOMB_RATIO * Math.max(1, entry.getCompressedSize())) {
                    throw new FormatException(file.toString(), 0, entry.getName() + " unpacks to more than " + BOMB_RATIO + " times its size", "it is a bomb, not a study");
                }
            } else if (n < 0 && entry.getCrc() >= 0 && entry.getCrc() != crc.getValue()) {
                throw torn(file, new ZipException(entry.getName() + ": its checksum is wrong"));
            }
            return n;
        }
    }

    @Override public void close() throws IOException {
        if (zip != null) {
            zip.close();
        }
    }
}
