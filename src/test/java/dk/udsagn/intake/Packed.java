package dk.udsagn.intake;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Documents packed and unpacked in tests. */
final class Packed {
    private Packed() {
    }

    /** The XML of a document's body. */
    static byte[] body(byte[] document) throws IOException {
        try (var zip = new ZipInputStream(new ByteArrayInputStream(document))) {
            for (ZipEntry e = zip.getNextEntry(); e != null; e = zip.getNextEntry()) {
                if (e.getName().equals("word/document.xml") || e.getName().equals("content.xml")) {
                    return zip.readAllBytes();
                }
            }
        }
        throw new IllegalArgumentException("no body");
    }

    static byte[] repack(String kind, byte[] body) throws IOException {
        return kind.equals("docx") ? zip("word/document.xml", body) : zip("content.xml", body);
    }

    /** Several files in an archive. */
    static byte[] zip(java.util.Map<String, byte[]> files) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
            }
        }
        return out.toByteArray();
    }

    /** One file in an archive. */
    static byte[] zip(String name, byte[] content) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.setLevel(1);
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
        }
        return out.toByteArray();
    }

    /** A Word document of these paragraphs, in the XML of WordprocessingML. */
    static byte[] docx(String paragraphs) throws IOException {
        return zip("word/document.xml", ("<?xml version=\"1.0\"?><w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>"
            + paragraphs + "</w:body></w:document>").getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
}
