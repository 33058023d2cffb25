package dk.udsagn.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * The frame of every page: it asks nothing of the network, and runs no style and no script but its own, which its policy names by their digests.
 * Without the script the page reads the same; only filters and the fine placing of stripes are missing.
 */
final class HtmlPage {
    private final Report report;
    private final Wordings w;
    private final String css;
    private final String js;
    private final String policy;

    HtmlPage(Report report, Wordings w, Palette palette) {
        this.report = report;
        this.w = w;
        this.css = resource("page.css") + palette.colours();
        this.js = resource("page.js");
        this.policy = "default-src 'none'; style-src 'sha256-" + digest(css) + "'; script-src 'sha256-" + digest(js) + "'; base-uri 'none'; form-action 'none'";
    }

    /** A whole page. */
    String page(String title, String body) {
        return new Html().raw("<!doctype html>\n<html").attr("lang", report.language().code()).raw(">\n<head>\n<meta charset=\"utf-8\">\n")
            .raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta http-equiv=\"Content-Security-Policy\"").raw(" content=\"" + policy + "\">\n<title>")
            .text(title).raw("</title>\n<style>").raw(css).raw("</style>\n</head>\n<body>\n").raw(body).raw(footer()).raw("<script>").raw(js).raw("</script>\n</body>\n</html>\n").toString();
    }

    private String footer() {
        var made = report.made();
        var out = new Html().raw("<footer class=\"soft\">\n<p>").text(w.say("made", made.library(), report.codebook().id() + " " + report.codebook().version(), made.fingerprint())).raw("</p>\n");
        w.colophon(made).forEach(line -> out.raw("<p>").text(line).raw("</p>\n"));
        return out.raw("</footer>\n").toString();
    }

    private static String resource(String name) {
        try (InputStream in = HtmlPage.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String digest(String text) {
        try {
            return Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
