package dk.udsagn.exchange;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.zip.ZipFile;
import org.w3c.dom.Element;

/** Archives with recordings and their transcripts, as another program writes them, and what such an archive says. */
final class RefiRecordings {
    static final String TEXT = "I: Hvordan?\nR: Godt, tak 😊. Ja.\nI: Og så?\nR: Så kom jeg 😊 hjem.\n";
    private final StringBuilder users = new StringBuilder("<Users><User guid=\"" + guid("user") + "\" name=\"Ida\"/></Users><CodeBook><Codes><Code guid=\"" + guid("code") + "\" name=\"Hjem\"/></Codes></CodeBook>");
    private final StringBuilder sources = new StringBuilder();
    private final StringBuilder after = new StringBuilder();
    private final Map<String, byte[]> files = new LinkedHashMap<>();
    private String origin = "Transana 5.01";

    static String guid(String of) {
        return RefiGuid.of("recorded", of);
    }

    RefiRecordings origin(String program) {
        origin = program;
        return this;
    }

    /** A file that is one of {@code bytes} sounds. */
    RefiRecordings file(String name, int bytes) {
        byte[] sound = new byte[bytes];
        new java.util.Random(name.hashCode()).nextBytes(sound);
        files.put("sources/" + name, sound);
        return this;
    }

    RefiRecordings text(String name, String text) {
        files.put("sources/" + name, text.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    RefiRecordings source(String xml) {
        sources.append(xml);
        return this;
    }

    RefiRecordings after(String xml) {
        after.append(xml);
        return this;
    }

    /** A sound or film with its transcripts. */
    static String recording(String kind, String guid, String name, String path, String... transcripts) {
        return "<" + kind + " guid=\"" + guid(guid) + "\" name=\"" + name + "\" path=\"" + path + "\">" + String.join("", transcripts) + "</" + kind + ">";
    }

    static String transcript(String guid, String name, String path, String... inside) {
        return "<Transcript guid=\"" + guid(guid) + "\" name=\"" + name + "\" plainTextPath=\"" + path + "\">" + String.join("", inside) + "</Transcript>";
    }

    /** A time mark before the place of {@code words} in the text, counted in code points. */
    static String mark(String guid, String text, int at, String ms) {
        return "<SyncPoint guid=\"" + guid(guid) + "\" position=\"" + text.codePointCount(0, at) + "\"" + (ms.isEmpty() ? "" : " timeStamp=\"" + ms + "\"") + "/>";
    }

    static String clip(String guid, String from, String to) {
        return "<TranscriptSelection guid=\"" + guid(guid) + "\" name=\"Klip\" fromSyncPoint=\"" + guid(from) + "\" toSyncPoint=\"" + guid(to) + "\">" + coding(guid) + "</TranscriptSelection>";
    }

    static String coding(String of) {
        return "<Coding guid=\"" + guid("coding " + of) + "\" creatingUser=\"" + guid("user") + "\" creationDateTime=\"2026-05-01T10:00:00Z\"><CodeRef targetGUID=\"" + guid("code") + "\"/></Coding>";
    }

    Path write(Path file) throws IOException {
        files.put("project.qde", ("<Project xmlns=\"urn:QDA-XML:project:1.0\" name=\"P\" origin=\"" + origin + "\" modifiedDateTime=\"2026-05-01T10:00:00Z\">" + users + "<Sources>" + sources + "</Sources>" + after
            + "</Project>").getBytes(StandardCharsets.UTF_8));
        return RefiZips.zip(file, files);
    }

    /** What an archive says of its recordings, as sentences: read from the XML by other means than ours. Marks without a time are told only where they stand. */
    static TreeSet<String> facts(Path file) throws IOException {
        var facts = new TreeSet<String>();
        try (var zip = new ZipFile(file.toFile())) {
            Element root = RefiZips.project(zip);
            for (String kind : List.of("AudioSource", "VideoSource")) {
                for (Element media : RefiZips.all(root, kind)) {
                    facts.add(kind + " " + media.getAttribute("guid") + " " + media.getAttribute("name") + " " + Arrays.hashCode(bytes(zip, media.getAttribute("path"))));
                    for (Element transcript : RefiZips.all(media, "Transcript")) {
                        String text = new String(bytes(zip, transcript.getAttribute("plainTextPath")), StandardCharsets.UTF_8).replace("\r\n", "\n");
                        String of = transcript.getAttribute("guid");
                        facts.add("transcript " + of + " of " + media.getAttribute("guid") + " " + transcript.getAttribute("name") + " " + text);
                        var places = new LinkedHashMap<String, Integer>();
                        RefiZips.all(transcript, "SyncPoint").forEach(m -> {
                            places.put(m.getAttribute("guid"), text.offsetByCodePoints(0, Integer.parseInt(m.getAttribute("position"))));
                            if (!m.getAttribute("timeStamp").isEmpty()) {
                                facts.add("mark " + m.getAttribute("guid") + " of " + of + " " + m.getAttribute("timeStamp") + " before " + text.substring(places.get(m.getAttribute("guid"))));
                            }
                        });
                        for (Element clip : RefiZips.all(transcript, "TranscriptSelection")) {
                            String words = text.substring(places.get(clip.getAttribute("fromSyncPoint")), places.get(clip.getAttribute("toSyncPoint")));
                            RefiZips.all(clip, "Coding").forEach(c -> facts.add("clip " + clip.getAttribute("guid") + " of " + of + " " + c.getAttribute("guid") + " " + words));
                        }
                    }
                }
            }
        }
        return facts;
    }

    private static byte[] bytes(ZipFile zip, String path) throws IOException {
        String name = "sources/" + path.substring("internal://".length());
        return zip.getInputStream(zip.stream().filter(e -> e.getName().equalsIgnoreCase(name)).findFirst().orElseThrow()).readAllBytes();
    }
}
